"""Why two holders stand as they do, in one sentence."""

from __future__ import annotations

from argmap.compare.alignment import Alignment, Qualification, Side
from argmap.compare.holder import Holder, label_of
from argmap.compare.stance import Acceptance, Ground, Implication, Stance, Standing
from argmap.compare.verdict import Verdict
from argmap.language.words import OPEN, Relation
from argmap.model.claim import Strength
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.model.link import Link

_LONGEST = 160
_RELATIONS = {
    Relation.SAME_AS: "the two say the same",
    Relation.ENTAILS: "the first entails the second",
    Relation.CONTRADICTS: "the two contradict each other",
    Relation.CONTRARY_TO: "the two cannot both be true",
    Relation.IN_TENSION_WITH: "the two pull apart",
    Relation.SUPERSEDES: "the first replaces the second",
    Relation.UNRELATED_TO: "the two have nothing to do with each other",
}


def why_sentence(alignment: Alignment, corpus: Corpus) -> str:
    """One sentence, with a full stop, that says what each side holds and why the verdict fits.

    What is not stated is said to follow, and from what; what an actor holds is said to be reported.  Words from
    documents are in it as they stand, on one line: whoever shows it escapes it.
    """
    one, other = (name_in_sentence(side.holder, corpus) for side in (alignment.one, alignment.other))
    if alignment.link is not None:
        return _linked(alignment, alignment.link, one, other, corpus)
    return f"{_main(alignment, one, other, corpus)}{_following(alignment, corpus)}{_mixed(alignment, one, other)}."


def name_in_sentence(holder: Holder, corpus: Corpus) -> str:
    """A holder's name with what tells it from others: the date of the document, or who reports the actor."""
    label = label_of(holder, corpus)
    names = _flat(_listed(label.names))
    if label.reporters:
        dated = f" ({label.date})" if label.date else ""
        return f"{names}, as shown by {_flat(_listed(label.reporters))}{dated},"
    return f"{names} ({label.date})" if label.date else names


def doing(stance: Stance, corpus: Corpus) -> str:
    """What a stance does, as a verb phrase: ``answers “The council” (likely)``."""
    position = _position(stance.issue, stance.position, corpus)
    if stance.acceptance is Acceptance.OPEN:
        return "leaves it open" if stance.position == OPEN else f"gives {position} an even chance"
    if stance.acceptance is Acceptance.REJECTED:
        verb = "leans against" if stance.doubted else "rejects"
    elif stance.doubted:
        verb = "leans to"
    else:
        verb = "answers"
    strength = f" ({_strength(stance.strength)})" if stance.strength is not None else ""
    conditional = " on a condition" if stance.conditions else ""
    unsaid = " (left unsaid)" if stance.unsaid and not stance.implied else ""
    return f"{verb} {position}{strength}{conditional}{unsaid}"


def _main(alignment: Alignment, one: str, other: str, corpus: Corpus) -> str:
    mine, yours = alignment.one.stances[:1], alignment.other.stances[:1]
    if not mine or not yours:
        speaking, name, silent = (alignment.one, one, other) if mine else (alignment.other, other, one)
        return f"{name} {_all(speaking, corpus)}; {silent} says nothing on it"
    first, second = mine[0], yours[0]
    both = f"{one} {doing(first, corpus)}; {other} {doing(second, corpus)}"
    match alignment.verdict:
        case Verdict.SUPERSEDED:
            later = one if alignment.newer == alignment.one.holder else other
            return f"{both}: facts of different times, and what {later} says is the newer"
        case Verdict.CONTRADICTION if first.position == second.position:
            return f"{both}: one accepts what the other rejects"
        case Verdict.CONTRADICTION:
            return f"{both}: just one of the two can be right"
        case Verdict.CONTRARIETY if alignment.distance is not None and alignment.scale is not None:
            steps = "1 step" if alignment.distance == 1 else f"{alignment.distance} steps"
            return f"{both}: the answers exclude each other, {steps} apart on a scale of {alignment.scale + 1}"
        case Verdict.CONTRARIETY:
            return f"{both}: the answers exclude each other"
        case Verdict.TENSION:
            return f"{both}: the answers differ, and neither excludes the other"
        case Verdict.AGREEMENT | Verdict.QUALIFIED_AGREEMENT:
            return _agreed(alignment, one, other, corpus)
        case Verdict.UNDECIDED:
            return f"{one} {_all(alignment.one, corpus)}; {other} {_all(alignment.other, corpus)}"
        case _:
            said = f"{one} {_all(alignment.one, corpus)}; {other} {_all(alignment.other, corpus)}"
            return f"{said}: both can stand together"


def _agreed(alignment: Alignment, one: str, other: str, corpus: Corpus) -> str:
    first, second = alignment.one.stances[0], alignment.other.stances[0]
    if Qualification.EXCLUSION in alignment.qualifications:
        return f"{one} {_rejecting(first, corpus)}; {other} {_rejecting(second, corpus)}"
    if first.position == OPEN:
        return f"{one} and {other} both leave it open"
    position = _position(first.issue, first.position, corpus)
    verb = {Acceptance.ACCEPTED: "answer", Acceptance.REJECTED: "reject", Acceptance.OPEN: "leave open"}
    said = f"{one} and {other} both {verb[first.acceptance]} {position}"
    one, other = _briefly(alignment, one, other, corpus)
    reserves = []
    for reserve in alignment.qualifications:
        match reserve:
            case Qualification.STRENGTH:
                reserves.append(f"{one} {_firmly(first)} and {other} {_firmly(second)}")
            case Qualification.SCALE:
                how = f"{one} {_firmly(first)}, {other} {_firmly(second)}"
                reserves.append(f"one says what is and the other what ought to be ({how}), which cannot be compared")
            case Qualification.CONDITION:
                reserves.append(f"only {one if first.conditions else other} on a condition")
    return f"{said}, but {' and '.join(reserves)}" if reserves else said


def _rejecting(stance: Stance, corpus: Corpus) -> str:
    """A rejection, or the answer that excludes what is rejected."""
    if stance.chain and stance.chain[-1].ground is Ground.EXCLUSION:
        return (
            f"answers {_end(stance.chain[-1].source, corpus)}, which excludes {_end(stance.chain[-1].target, corpus)}"
        )
    return doing(stance, corpus)


def _briefly(alignment: Alignment, one: str, other: str, corpus: Corpus) -> tuple[str, str]:
    """The names alone, for a second mention, where they tell the two apart."""
    short = [_flat(_listed(label_of(side.holder, corpus).names)) for side in (alignment.one, alignment.other)]
    return (one, other) if short[0] == short[1] else (short[0], short[1])


def _linked(alignment: Alignment, link: Link, one: str, other: str, corpus: Corpus) -> str:
    # The side of the link's source comes first, whichever side of the alignment it is.
    sides = [(alignment.one, one), (alignment.other, other)]
    if not _stands_at(alignment.one, link.source) and _stands_at(alignment.other, link.source):
        sides.reverse()
    said = "; ".join(
        f"{name} {'accepts' if side.accepts else 'rejects'} {_end(end, corpus)}"
        for (side, name), end in zip(sides, (link.source, link.target), strict=True)
    )
    why = f" ({_short(link.why)})" if link.why else ""
    return f"{said}: a declared link says that {_RELATIONS[link.relation]}{why}."


def _stands_at(side: Side, end: str) -> bool:
    return end in side.claims or any(f"{stance.issue}.{stance.position}" == end for stance in side.stances)


def _following(alignment: Alignment, corpus: Corpus) -> str:
    """From what the stances follow that are not stated."""
    if not alignment.verdict.is_conflict and not alignment.verdict.is_agreement:
        return ""
    said = []
    for side in (alignment.one, alignment.other):
        chain = side.stances[0].chain if side.stances else ()
        if Qualification.EXCLUSION in alignment.qualifications and chain and chain[-1].ground is Ground.EXCLUSION:
            chain = chain[:-1]
        if chain:
            steps = ", and so ".join([_held(chain[0], corpus, source=True), *(_held(step, corpus) for step in chain)])
            said.append(f"{name_in_sentence(side.holder, corpus).rstrip(',')} does not say so, but {steps}")
    return f" ({'; '.join(said)})" if said else ""


def _mixed(alignment: Alignment, one: str, other: str) -> str:
    """Who gives more than one answer at once."""
    sides = ((alignment.one, one), (alignment.other, other))
    mixed = [name.rstrip(",") for side, name in sides if side.standing is Standing.MIXED]
    return f" ({_listed(tuple(mixed))} gives two answers at once)" if mixed else ""


def _held(step: Implication, corpus: Corpus, *, source: bool = False) -> str:
    name, holds = (step.source, step.source_holds) if source else (step.target, step.target_holds)
    by = f" (`{step.link.source}` {step.link.relation} `{step.link.target}`)" if step.link and not source else ""
    return f"{'accepts' if holds else 'rejects'} {_end(name, corpus)}{by}"


def _all(side: Side, corpus: Corpus) -> str:
    return _listed(tuple(doing(stance, corpus) for stance in side.stances if not stance.implied) or ("says nothing",))


def _end(name: str, corpus: Corpus) -> str:
    claim = corpus.claims.get(ClaimId(name))
    if claim is not None:
        return f"“{_short(claim.text)}”"
    issue, _, position = name.partition(".")
    return _position(IssueId(issue), PositionId(position), corpus)


def _position(issue: IssueId, position: PositionId, corpus: Corpus) -> str:
    record = corpus.issues.get(issue)
    text = next((own.text for own in record.positions if own.id == position), "") if record is not None else ""
    return f"“{_short(text or position)}”"


def _firmly(stance: Stance) -> str:
    if stance.doubted:
        return "only leaning"
    return f"as {_strength(stance.strength)}" if stance.strength is not None else "plainly"


def _strength(strength: Strength | None) -> str:
    return str(strength).replace("..", " to ").replace("-", " ")


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    flat = _flat(text).removesuffix(".")
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rpartition(' ')[0] or flat[:_LONGEST]}…"
