"""What each card and line of a picture says, as a sentence."""

from __future__ import annotations

from argmap.language.words import Attitude
from argmap.model.claim import Claim, Holders
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, DocumentId
from argmap.model.inference import StepRole
from argmap.view.attitudes import attitude_of

_DOES = {
    StepRole.BECAUSE: "supports",
    StepRole.DESPITE: "speaks, as the author concedes, against",
    StepRole.UNLESS: "is an exception to",
    StepRole.UNDERCUT: "casts doubt on the step to",
    StepRole.IF: "is a sufficient condition of",
    StepRole.ONLY_IF: "is a necessary condition of",
    StepRole.EXPLANATION: "explains",
    StepRole.PARTS: "spells out a part of",
    StepRole.BACKGROUND: "sets the scene for",
}
_DO = {
    StepRole.BECAUSE: "together support",
    StepRole.DESPITE: "together speak, as the author concedes, against",
    StepRole.UNLESS: "together are an exception to",
    StepRole.UNDERCUT: "together cast doubt on the step to",
    StepRole.IF: "together are a sufficient condition of",
    StepRole.ONLY_IF: "together are a necessary condition of",
    StepRole.EXPLANATION: "together explain",
    StepRole.PARTS: "spell out",
    StepRole.BACKGROUND: "set the scene for",
}
_LEADING = {
    StepRole.BECAUSE: "supports",
    StepRole.DESPITE: "speaks against",
    StepRole.UNLESS: "is an exception to",
    StepRole.UNDERCUT: "doubts a step to",
    StepRole.IF: "is enough for",
    StepRole.ONLY_IF: "is needed for",
    StepRole.EXPLANATION: "explains",
    StepRole.PARTS: "is a part of",
    StepRole.BACKGROUND: "is background to",
}
_CONDITIONS = (StepRole.IF, StepRole.ONLY_IF)
_HELD = (Attitude.REPORTS, Attitude.DENIES, Attitude.DOUBTS)
"""Attitudes under which a premise with a holder says that the holder holds it, and nothing more."""
_NAME_LENGTH = 40


def name_of(claim: Claim) -> str:
    """What to call a claim: its id, or the first words of its text where it has none."""
    if claim.named:
        return f"`{claim.name}`"
    text = " ".join(claim.text.split())
    return (
        f"“{text}”"
        if len(text) <= _NAME_LENGTH
        else f"“{text[:_NAME_LENGTH].rpartition(' ')[0] or text[:_NAME_LENGTH]}…”"
    )


def premise_of(claim: Claim, role: StepRole, conclusion: Claim, corpus: Corpus) -> str:
    """A claim as something that gives support: what a step takes from it."""
    name = name_of(claim) if claim.document == conclusion.document or not claim.named else f"`{claim.id}`"
    if role in _CONDITIONS:
        return name
    if claim.holders and claim.attitude in _HELD:
        many = "hold" if len(claim.holders) > 1 else "holds"
        return f"that {named(claim.holders, claim, corpus)} {many} {name}"
    return attitude_of(claim, name)


def sentence_of(claim: Claim, corpus: Corpus) -> str:
    """The claim, who takes it how, how firmly, and the text in full."""
    by, author = _chain(claim, corpus), author_of(claim, corpus)
    said = {
        Attitude.CLAIMS: "claimed",
        Attitude.DENIES: f"denied by {author}, held by {by}" if by else f"denied by {author}",
        Attitude.REPORTS: f"reported of {by}" if by else "reported",
        Attitude.ENDORSES: f"endorsed, held by {by}" if by else "endorsed",
        Attitude.DOUBTS: f"doubted by {author}, held by {by}" if by else f"doubted by {author}",
        Attitude.SUPPOSES: "supposed",
        Attitude.IMPLIES: f"left unsaid by {by}, reconstructed" if by else "left unsaid, reconstructed",
    }[claim.attitude]
    strength = f", {str(claim.strength).replace('..', ' to ')}" if claim.strength is not None else ""
    name = f"`{claim.name}`, " if claim.named else ""
    return f"{name}{said}{strength}: {claim.text}"


def step_sentence(
    premises: tuple[Claim, ...], role: StepRole, conclusion: Claim, corpus: Corpus, *, scheme: str = ""
) -> str:
    """What a whole step says: "`a` and `b` together support `c`", and by what scheme."""
    subjects = _listed([premise_of(premise, role, conclusion, corpus) for premise in premises])
    verb = _DOES[role] if len(premises) == 1 else _DO[role]
    by = f" (scheme: {scheme})" if scheme else ""
    return f"{subjects} {verb} {attitude_of(conclusion, name_of(conclusion))}{by}"


def leading_to(role: StepRole) -> str:
    """What one premise does, in a few words before the name of its conclusion."""
    return _LEADING[role]


def named(holders: Holders, claim: Claim, corpus: Corpus) -> str:
    """Holders by the names that the claim's document means; empty where there is none."""
    return _listed([actor_name(holder, claim.document, corpus) for holder in holders])


def actor_name(actor: ActorId, document: DocumentId, corpus: Corpus) -> str:
    """The name of an actor as a document means it; the id where nobody has declared it."""
    known = corpus.actors.get(corpus.actor_key(actor, document))
    return known.name if known is not None and known.name else actor


def author_of(claim: Claim, corpus: Corpus) -> str:
    """Whoever wrote the claim's document, in two words."""
    return "the authors" if len(corpus.documents[claim.document].authors) > 1 else "the author"


def _chain(claim: Claim, corpus: Corpus) -> str:
    """The holders, and by whom they are quoted, nearest first."""
    return ", quoted by ".join(named(holders, claim, corpus) for holders in reversed(claim.voices))


def _listed(names: list[str]) -> str:
    return "".join(names) if len(names) < 2 else f"{', '.join(names[:-1])} and {names[-1]}"
