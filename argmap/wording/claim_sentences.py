"""Claims in words: what they are called, who takes them how and how firmly, what a step takes from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.language.words import Attitude
from argmap.model.claim import Claim, Cue, Holders
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.inference import Step, StepRole
from argmap.wording.english import form_of, listed, one_line, quoted, shortened, single_spaced, verb, within_sentence
from argmap.wording.names import ComparisonNames, actor_name, author_of
from argmap.wording.relations import ROLES
from argmap.wording.spans import Words, joined, words
from argmap.wording.strengths import in_words

_HELD = (Attitude.REPORTS, Attitude.DENIES, Attitude.DOUBTS)
"""Attitudes under which a premise with a holder says that the holder holds it, and nothing more."""
_NAME_LENGTH = 40
_MOST_PREMISES = 24
"""Premises of one step that a sentence names."""

NOW: Mapping[Attitude, str] = {
    Attitude.CLAIMS: "NOW CLAIMED",
    Attitude.ENDORSES: "NOW ENDORSED",
    Attitude.DENIES: "NOW DENIED",
    Attitude.DOUBTS: "NOW DOUBTED",
    Attitude.REPORTS: "NOW ONLY REPORTED",
    Attitude.SUPPOSES: "NOW ONLY SUPPOSED",
    Attitude.IMPLIES: "NOW LEFT UNSAID",
}
"""The label of a claim to which its author now has this attitude."""


def name_of(claim: Claim) -> str:
    """What to call a claim: its id, or the first words of its text where it has none."""
    return f"`{claim.name}`" if claim.named else first_words(claim)


def first_words(claim: Claim) -> str:
    """The beginning of what a claim says, in quotes."""
    return f"“{shortened(single_spaced(claim.text), _NAME_LENGTH)}”"


def premise_of(claim: Claim, role: StepRole, conclusion: Claim, corpus: Corpus) -> str:
    """A claim as something that gives support: what a step takes from it."""
    name = name_of(claim) if claim.document == conclusion.document or not claim.named else f"`{claim.id}`"
    return as_premise(claim, role, name, named(claim.holders, claim, corpus))


def as_premise(claim: Claim, role: StepRole, name: str, holders: str) -> str:
    """What a step takes from a claim that is called by a name; of what is only reported, that its holders hold it."""
    if role.is_condition or (role.only_supposes and claim.attitude is Attitude.SUPPOSES):
        return name
    if claim.holders and claim.attitude in _HELD:
        return f"that {holders} {verb('hold', form_of(len(claim.holders)))} {name}"
    return attitude_of(claim, name)


_NOUNS = {
    Attitude.DENIES: "the denial of",
    Attitude.DOUBTS: "the doubt about",
    Attitude.REPORTS: "the report of",
    Attitude.SUPPOSES: "the supposition of",
}


def attitude_of(claim: Claim, name: str) -> str:
    """A claim under a name, as its author's attitude to it: what reasons are given for, never the bare text."""
    return f"{_NOUNS[claim.attitude]} {name}" if claim.attitude in _NOUNS else name


def attribution(claim: Claim) -> str:
    """Whose a claim is, in the words of the language: `` from a quoting b``; empty where it is its author's alone."""
    voices = " quoting ".join(", ".join(group) for group in claim.voices)
    return f" from {voices}" if voices else ""


def sentence_of(claim: Claim, corpus: Corpus) -> str:
    """The claim, who takes it how, how firmly, and the text in full."""
    name = f"`{claim.name}`, " if claim.named else ""
    return f"{name}{taken(claim, corpus)}: {claim.text}"


def taken(claim: Claim, corpus: Corpus) -> str:
    """Who takes a claim how, and how firmly: ``reported of the ministry, likely``."""
    by, author = quoted_by(claim, corpus), author_of(claim, corpus)
    said = {
        Attitude.CLAIMS: "claimed",
        Attitude.DENIES: f"denied by {author}, held by {by}" if by else f"denied by {author}",
        Attitude.REPORTS: f"reported of {by}" if by else "reported",
        Attitude.ENDORSES: f"endorsed, held by {by}" if by else "endorsed",
        Attitude.DOUBTS: f"doubted by {author}, held by {by}" if by else f"doubted by {author}",
        Attitude.SUPPOSES: "supposed",
        Attitude.IMPLIES: f"left unsaid by {by}, reconstructed" if by else "left unsaid, reconstructed",
    }[claim.attitude]
    return f"{said}, {str(claim.strength).replace('..', ' to ')}" if claim.strength is not None else said


def step_sentence(
    premises: tuple[Claim, ...], role: StepRole, conclusion: Claim, corpus: Corpus, *, step: Step | None = None
) -> str:
    """What a whole step says: "`a` and `b` together support `c`", and what is said of the step itself."""
    # Each of linked premises says what all of them do: of very many, that would be a text for each two of them.
    told = premises if len(premises) <= _MOST_PREMISES else premises[: _MOST_PREMISES - 1]
    subjects = [premise_of(premise, role, conclusion, corpus) for premise in told]
    more = len(premises) - len(told)
    said = listed([*subjects, f"{more} more"] if more else subjects)
    about = "; ".join(about_step(step)) if step is not None else ""
    does = ROLES[role].one if len(premises) == 1 else ROLES[role].several
    return f"{said} {does} {attitude_of(conclusion, name_of(conclusion))}{f' ({about})' if about else ''}"


def about_step(step: Step) -> Iterator[str]:
    """What is said of a step itself: its schemes, where in the source it is made, and what the analyst notes."""
    schemes = step.named_schemes
    if schemes:
        yield f"{'scheme' if len(schemes) == 1 else 'schemes'}: {', '.join(schemes)}"
    yield from step_places_and_notes(step)


def step_places_and_notes(step: Step) -> Iterator[str]:
    """Where in the source a step is made, and what the analyst notes about it."""
    places = _places(step.cues)
    if places:
        yield f"made at {places}"
    yield from (f"note: {one_line(note)}" for note in step.notes)


def premise_sentence(
    premise: Claim,
    premises: tuple[Claim, ...],
    role: StepRole,
    conclusion: Claim,
    corpus: Corpus,
    *,
    step: Step | None = None,
) -> str:
    """What one premise does in a step, alone or with the others that it is linked to."""
    said = step_sentence(premises, role, conclusion, corpus, step=step)
    if len(premises) == 1:
        return said
    name = premise_of(premise, role, conclusion, corpus)
    return f"{name}, one of {len(premises)} premises taken together: {said}"


def named(holders: Holders, claim: Claim, corpus: Corpus) -> str:
    """Holders within a sentence, by the names that the claim's document means; empty where there is none."""
    return listed([within_sentence(actor_name(holder, claim.document, corpus)) for holder in holders])


def quoted_by(claim: Claim, corpus: Corpus) -> str:
    """The holders of a claim, and by whom they are quoted, nearest first."""
    return ", quoted by ".join(named(holders, claim, corpus) for holders in reversed(claim.voices))


DOES: Mapping[Attitude, str] = {
    Attitude.CLAIMS: "claim",
    Attitude.DENIES: "deny",
    Attitude.REPORTS: "report",
    Attitude.ENDORSES: "endorse",
    Attitude.DOUBTS: "doubt",
    Attitude.SUPPOSES: "suppose",
    Attitude.IMPLIES: "leave",
}
"""The verb, in the form for several authors; what is implied is left unsaid."""


def bare_claim(claim: ClaimId, names: ComparisonNames) -> Words:
    """A claim with what its author does with it, where that is not simply to claim it."""
    record = names.corpus.claims[claim]
    return words(_bracketed(record, names), one_line(record.text), _bracketed_strength(record))


def quoted_claim(claim: ClaimId, names: ComparisonNames, *, bare: bool = False) -> Words:
    """A claim in quotes, with how firmly it is said, its id and, unless bare, what its author does with it."""
    record = names.corpus.claims[claim]
    attitude = "" if bare else _bracketed(record, names)
    return words(attitude, quoted(record.text), _bracketed_strength(record), " (", names.id(claim), ")")


def quoted_claims(claims: Iterable[ClaimId], names: ComparisonNames) -> Words:
    """Claims in quotes, in one line."""
    return joined((quoted_claim(claim, names) for claim in claims), last=" and ")


def done_with(claim: Claim, corpus: Corpus) -> str:
    """What the author does with a claim, as a note before its words; empty where that is to claim it."""
    voices = " quoting ".join(named(group, claim, corpus) for group in claim.voices)
    match claim.attitude:
        case Attitude.CLAIMS:
            return ""
        case Attitude.IMPLIES:
            return f"left unsaid{f' by {voices}' if voices else ''}"
        case Attitude.ENDORSES:
            return f"agrees with {voices}"
        case attitude:
            return f"{attitude.value}{f', from {voices}' if voices else ''}"


def _bracketed(claim: Claim, names: ComparisonNames) -> str:
    said = done_with(claim, names.corpus)
    return f"[{said}] " if said else ""


def _bracketed_strength(claim: Claim) -> str:
    return f" [{in_words(claim.strength)}]" if claim.strength else ""


def places_in_full(claim: Claim) -> str:
    """Every place where the source says it, by line or page and by words; empty where none is known."""
    places = _places(claim.cues)
    return f"[at {places}]" if places else ""


def _places(cues: Iterable[Cue]) -> str:
    places = ((cue.where, f"“{cue.words}”" if cue.words else "") for cue in cues)
    return "; ".join(" ".join(filter(None, place)) for place in places if any(place))
