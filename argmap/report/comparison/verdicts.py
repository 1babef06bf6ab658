"""Why two holders agree, conflict, or neither: one sentence each."""

from __future__ import annotations

from argmap.compare.alignment import Alignment, Qualification, Side
from argmap.compare.stance import Acceptance, Stance
from argmap.compare.verdict import Verdict
from argmap.language.words import OPEN, Relation
from argmap.model.ids import ClaimId
from argmap.model.link import Link
from argmap.report.comparison.names import Names, one_line, quoted
from argmap.report.comparison.page import counted, first_upper
from argmap.report.comparison.strengths import in_words

TITLES = {
    Verdict.SUPERSEDED: "Facts of different times",
    Verdict.CONTRADICTION: "Contradiction",
    Verdict.CONTRARIETY: "Incompatible answers",
    Verdict.TENSION: "Tension",
    Verdict.AGREEMENT: "Agreement",
    Verdict.QUALIFIED_AGREEMENT: "Qualified agreement",
    Verdict.UNDECIDED: "One leaves it open",
    Verdict.COMPATIBLE: "Different, and compatible",
    Verdict.ONE_SIDED: "One is silent",
}
"""What a reader is shown for each verdict."""

EXPLAINED = {
    Verdict.CONTRADICTION: "one accepts what the other rejects, or one says yes and the other no",
    Verdict.CONTRARIETY: "they accept different answers that nobody can hold together (a contrariety)",
    Verdict.TENSION: "their answers pull apart, but do not exclude each other",
    Verdict.SUPERSEDED: "they would conflict, but state facts of different times",
    Verdict.QUALIFIED_AGREEMENT: "they give the same answer with a reserve, which is named",
    Verdict.UNDECIDED: "one says that the question is undecided, and the other answers it",
    Verdict.COMPATIBLE: "they say different things that can stand together",
}


_LINKED = {
    Relation.SAME_AS: "a link says that the two say the same",
    Relation.ENTAILS: "a link says that whoever holds the first is bound to the second",
    Relation.CONTRADICTS: "a link says that just one of the two is true",
    Relation.CONTRARY_TO: "a link says that no more than one of the two is true",
    Relation.IN_TENSION_WITH: "a link says that the two pull apart, though neither excludes the other",
    Relation.SUPERSEDES: "a link says that the first is a newer fact and replaces the second",
    Relation.UNRELATED_TO: "a link says that the two have nothing to do with each other",
}


def why(alignment: Alignment, names: Names) -> str:
    """The verdict's reason, as one sentence."""
    said = _linked(alignment, names) if alignment.link is not None else _on_issue(alignment, names)
    reserve = _reserve(alignment, names)
    return f"{first_upper(said)}{reserve}."


def link_text(link: Link) -> str:
    """A link as it is written, without its reason."""
    return f"{link.source} {link.relation} {link.target}"


def _on_issue(alignment: Alignment, names: Names) -> str:
    one, other = (names.holder(holder) for holder in alignment.holders)
    mine, yours = (_does(side, names) for side in (alignment.one, alignment.other))
    apart = _apart(alignment, names)
    match alignment.verdict:
        case Verdict.CONTRADICTION:
            if _positions(alignment.one)[:1] == _positions(alignment.other)[:1]:
                return f"{one} {mine}, and {other} {_does_just(alignment.other)}"
            return f"{one} {mine}, {other} {yours}: no more than one of them can be right"
        case Verdict.CONTRARIETY:
            return f"{one} {mine}, {other} {yours}, and nobody can hold both{apart}"
        case Verdict.TENSION:
            return f"{one} {mine}, {other} {yours}: the answers differ, but one does not exclude the other"
        case Verdict.SUPERSEDED:
            return _superseded(alignment, names, f"{one} {mine}, {other} {yours}")
        case Verdict.AGREEMENT | Verdict.QUALIFIED_AGREEMENT:
            return f"{one} and {other} both {_do(alignment.one, names)}"
        case Verdict.UNDECIDED:
            return f"{one} {mine}, {other} {yours}"
        case Verdict.COMPATIBLE:
            return f"{one} {mine}, {other} {yours}; both can be so"
        case Verdict.ONE_SIDED:
            speaks, silent = (one, other) if alignment.one.stances else (other, one)
            return f"{speaks} {mine or yours}, and {silent} says nothing on it"


def _apart(alignment: Alignment, names: Names) -> str:
    if alignment.issue is None or alignment.distance is None:
        return ""
    scale = names.corpus.issues[alignment.issue].order
    ends = [names.position(alignment.issue, end) for end in (scale[0], scale[-1])]
    steps = f"{alignment.distance} of {counted(alignment.scale or 0, 'step')}"
    return f"; on the scale from {ends[0]} to {ends[1]} they are {steps} apart"


def _superseded(alignment: Alignment, names: Names, said: str) -> str:
    times = []
    for side in (alignment.one, alignment.other):
        periods = {str(stance.period) for stance in side.stances if stance.period is not None}
        periods |= {str(names.corpus.claims[c].as_of) for c in side.claims if names.corpus.claims[c].as_of is not None}
        times.append(f"{names.holder(side.holder)} for {', '.join(sorted(periods))}" if periods else "")
    shown = "; ".join(time for time in times if time)
    newer = f"; the fact of {names.holder(alignment.newer)} is the newer" if alignment.newer is not None else ""
    return f"{said}, as facts of different times ({shown}){newer}"


def _linked(alignment: Alignment, names: Names) -> str:
    link = alignment.link
    assert link is not None
    one, other = (
        f"{names.holder(side.holder)} {'holds' if side.accepts else 'rejects'} {_end(side, names)}"
        for side in (alignment.one, alignment.other)
    )
    said = f"{one}, and {other}; {_LINKED[link.relation]}"
    if alignment.verdict is Verdict.SUPERSEDED:
        said = _superseded(alignment, names, said)
    sure = "" if link.confidence is None else f" (the annotator's confidence: {link.confidence:g})"
    return said + sure + (f": {one_line(link.why).rstrip('.')}" if link.why else "")


def _end(side: Side, names: Names) -> str:
    if side.stances:
        return names.position(side.stances[0].issue, side.stances[0].position)
    return quoted(names.corpus.claims[side.claims[0]].text) if side.claims else "it"


def _reserve(alignment: Alignment, names: Names) -> str:
    reserves = [_qualification(reserve, alignment, names) for reserve in alignment.qualifications]
    return f", but {'; and '.join(reserves)}" if reserves else ""


def _qualification(reserve: Qualification, alignment: Alignment, names: Names) -> str:
    one, other = (names.holder(holder) for holder in alignment.holders)
    match reserve:
        case Qualification.STRENGTH:
            return f"not as firmly: {one} {_firmly(alignment.one)}, {other} {_firmly(alignment.other)}"
        case Qualification.SCALE:
            return "one says what is, the other what ought to be"
        case Qualification.CONDITION:
            conditional = [side for side in (alignment.one, alignment.other) if _first(side) and _conditions(side)]
            if not conditional:
                return "one of them only on a condition"
            texts = [quoted(names.corpus.claims[claim].text) for claim in _conditions(conditional[0])]
            return f"{names.holder(conditional[0].holder)} makes it depend on {', '.join(texts)}"
        case Qualification.EXCLUSION:
            return "one of them only by giving another answer"


def _firmly(side: Side) -> str:
    stance = _first(side)
    if stance is None:
        return "otherwise"
    if stance.strength is None:
        return "leans to it" if stance.doubted else "says it plainly"
    return f"says “{in_words(stance.strength)}”"


def _first(side: Side) -> Stance | None:
    return side.stances[0] if side.stances else None


def _conditions(side: Side) -> tuple[ClaimId, ...]:
    first = _first(side)
    return first.conditions if first is not None else ()


def _positions(side: Side) -> list[str]:
    return [stance.position for stance in side.stances]


def _does(side: Side, names: Names) -> str:
    """What a side does, after its name: ``answers “It can”``."""
    return " and ".join(_third(stance, names) for stance in _counting(side))


def _do(side: Side, names: Names) -> str:
    """The same after two names: ``answer “It can”``."""
    return " and ".join(_third(stance, names, plural=True) for stance in _counting(side))


def _counting(side: Side) -> tuple[Stance, ...]:
    """The stance that counts first, and no counterparts that merely follow within a yes-no issue."""
    stated = tuple(stance for stance in side.stances if not stance.implied)
    return stated or side.stances[:1]


def _third(stance: Stance, names: Names, *, plural: bool = False) -> str:
    position = names.position(stance.issue, stance.position)
    match stance.acceptance:
        case Acceptance.ACCEPTED:
            verb = "answer" if plural else "answers"
        case Acceptance.REJECTED:
            verb = "reject" if plural else "leans against" if stance.doubted else "rejects"
        case Acceptance.OPEN if stance.position == OPEN:
            verb = "say" if plural else "says"
        case Acceptance.OPEN:
            verb = "leave open" if plural else "leaves open"
    marks = (" by implication" if stance.implied else "") + (" (left unsaid)" if stance.unsaid else "")
    return f"{verb} {position}{marks}"


def _does_just(side: Side) -> str:
    first = _first(side)
    if first is not None and first.acceptance is Acceptance.ACCEPTED:
        return "accepts just that"
    return "leans against just that" if first is not None and first.doubted else "rejects just that"
