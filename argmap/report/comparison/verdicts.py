"""Why holders agree, conflict, or neither: one sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.compare.alignment import Alignment, Qualification, Side
from argmap.compare.holder import Holder
from argmap.compare.stance import Stance
from argmap.compare.verdict import Verdict
from argmap.language.words import Relation
from argmap.model.ids import ClaimId
from argmap.model.link import Link
from argmap.report.comparison.facing import Facing, Sharing, counting
from argmap.report.comparison.names import Names
from argmap.report.comparison.page import Words, code, words
from argmap.report.comparison.sides import do, says, says_just_that, view
from argmap.report.comparison.strengths import in_words
from argmap.report.english import counted, first_upper, listed, one_line, quoted

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

BRIEFLY = {
    Qualification.STRENGTH: "not as firmly",
    Qualification.SCALE: "on another scale",
    Qualification.CONDITION: "one on a condition",
    Qualification.EXCLUSION: "one by another answer",
}
"""Why an agreement is qualified, where the answers themselves are at hand."""

EXPLAINED = {
    Verdict.CONTRADICTION: "one accepts what the other rejects, or one says yes and the other no",
    Verdict.CONTRARIETY: "they accept different answers that nobody can hold together (a contrariety)",
    Verdict.TENSION: "their answers pull apart, but do not exclude each other; or a link says so of two claims",
    Verdict.SUPERSEDED: "they would conflict, but state facts of different times; or a link says that a newer fact "
    "replaces an older one",
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
    Relation.SUPERSEDES: "a link says that the newer fact replaces the older one",
    Relation.UNRELATED_TO: "a link says that the two have nothing to do with each other",
}


def why(alignment: Alignment, names: Names) -> str:
    """The verdict's reason, as one sentence."""
    return why_facing(Facing(one=(alignment.one,), other=(alignment.other,), alignments=(alignment,)), names)


def why_facing(group: Facing, names: Names) -> str:
    """The reason of the verdict of all pairs in a group, as one sentence."""
    said = _linked(group.first, names) if group.first.link is not None else _on_issue(group, names)
    reserves = "; and ".join(reserve(one, group.alignments, names) for one in group.first.qualifications)
    return f"{first_upper(said)}{f', but {reserves}' if reserves else ''}."


def shared(group: Sharing, names: Names) -> str:
    """What all in a group answer, as one sentence."""
    kinds = sorted({one for found in group.qualified for one in found.qualifications}, key=list(Qualification).index)
    reserves = "; and ".join(reserve(kind, group.qualified, names) for kind in kinds)
    both = "both" if len(group.sides) == 2 else "all"
    who = _each([side.holder for side in group.sides], names)
    stances = counting(group.sides[0])
    order = [position.id for position in names.corpus.issues[stances[0].issue].positions] if stances else []
    stances = tuple(sorted(stances, key=lambda one: order.index(one.position) if one.position in order else len(order)))
    return f"{who} {both} {do(stances, names)}{f', but {reserves}' if reserves else ''}."


def subject_of(alignment: Alignment, names: Names) -> Words:
    """What an alignment is about, within a sentence."""
    if alignment.issue is not None:
        return words(quoted(names.question(alignment.issue)), " (", code(alignment.issue), ")")
    assert alignment.link is not None
    return words("the link ", code(link_text(alignment.link)))


def link_text(link: Link) -> str:
    """A link as it is written, without its reason."""
    return f"{link.source} {link.relation} {link.target}"


def reserve(kind: Qualification, alignments: Iterable[Alignment], names: Names) -> str:
    """What keeps some agreements from being without reserve."""
    found = [one for one in alignments if kind in one.qualifications]
    sides = list({side.holder: side for one in found for side in (one.one, one.other)}.values())
    match kind:
        case Qualification.STRENGTH:
            return f"not as firmly: {_firmly(sides, names)}"
        case Qualification.SCALE:
            return f"not on one scale, of what is and of what ought to be: {_firmly(sides, names)}"
        case Qualification.CONDITION:
            return "; ".join(_depending(side, names) for side in sides if _conditions(side)) or "only on a condition"
        case Qualification.EXCLUSION:
            return "one of them only by giving another answer" if len(sides) == 2 else "some only by another answer"


def times(alignment: Alignment, names: Names) -> str:
    """For which times two facts are stated; empty where the claims do not say."""
    shown = []
    for side in (alignment.one, alignment.other):
        periods = {str(stance.period) for stance in side.stances if stance.period is not None}
        for claim in () if side.stances else side.claims:
            as_of = names.corpus.claims[claim].as_of
            periods |= {str(as_of)} if as_of is not None else set()
        shown.append(f"{names.holder(side.holder)} for {', '.join(sorted(periods))}" if periods else "")
    return "; ".join(time for time in shown if time)


def _on_issue(group: Facing, names: Names) -> str:
    first = group.first
    firmly = first.verdict.is_conflict and any(_is_hedged(side) for side in (*group.one, *group.other))
    if not (first.one.stances and first.other.stances):
        speaking, silent = (first.one, first.other) if first.one.stances else (first.other, first.one)
        return f"{says((speaking,), names)}, and nothing is said on it by {names.holder(silent.holder)}"
    mine, yours = (says(sides, names, firmly=firmly) for sides in (group.one, group.other))
    match first.verdict:
        case Verdict.CONTRADICTION:
            if counting(first.one)[0].position == counting(first.other)[0].position:
                return f"{mine}, and {says_just_that(group.other, names, firmly=firmly)}"
            return f"{mine}, {yours}: no more than one of the two answers can be right"
        case Verdict.CONTRARIETY:
            return f"{mine}, {yours}, and nobody can hold both{_apart(first, names)}"
        case Verdict.TENSION:
            return f"{mine}, {yours}: the answers differ, but one does not exclude the other"
        case Verdict.SUPERSEDED:
            return f"{mine}, {yours}, as facts of different times{_dated(first, names)}"
        case Verdict.AGREEMENT | Verdict.QUALIFIED_AGREEMENT:
            return f"{_each(group.holders, names)} both {do(counting(first.one), names)}"
        case Verdict.UNDECIDED:
            return f"{mine}, {yours}"
        case _:
            return f"{mine}, {yours}; both can be so"


def _each(holders: Sequence[Holder], names: Names) -> str:
    """Several holders by their names; two documents of nobody else are named one by one."""
    parties = names.parties(holders)
    return listed(parties if len(parties) > 1 else [names.holder(holder) for holder in holders])


def _apart(alignment: Alignment, names: Names) -> str:
    if alignment.issue is None or alignment.distance is None:
        return ""
    scale = names.corpus.issues[alignment.issue].order
    ends = [names.position(alignment.issue, end) for end in (scale[0], scale[-1])]
    steps = f"{alignment.distance} of {counted(alignment.scale or 0, 'step')}"
    return f"; on the scale from {ends[0]} to {ends[1]} they are {steps} apart"


def _dated(alignment: Alignment, names: Names) -> str:
    shown = times(alignment, names)
    if not shown and alignment.newer is not None:
        shown = f"{names.holder(alignment.newer)} states the newer"
    return f" ({shown})" if shown else ""


def _linked(alignment: Alignment, names: Names) -> str:
    link = alignment.link
    assert link is not None
    said = f"{view(alignment.one, names)}, and {view(alignment.other, names)}; {_LINKED[link.relation]}"
    if alignment.verdict is Verdict.SUPERSEDED:
        said += _dated(alignment, names)
    sure = "" if link.confidence is None else f" (the annotator's confidence: {link.confidence:g})"
    return said + sure + (f": {one_line(link.why).rstrip('.')}" if link.why else "")


def _firmly(sides: Iterable[Side], names: Names) -> str:
    found: dict[str, list[Holder]] = {}
    for side in sides:
        found.setdefault(_degree(_first(side)), []).append(side.holder)
    return ", ".join(f"{names.holders(holders)} {degree}" for degree, holders in found.items())


def _degree(stance: Stance | None) -> str:
    if stance is None:
        return "otherwise"
    if stance.strength is None:
        return "leaning" if stance.doubted else "plainly"
    return f"“{in_words(stance.strength)}”"


def _depending(side: Side, names: Names) -> str:
    texts = [quoted(names.corpus.claims[claim].text) for claim in _conditions(side)]
    return f"for {names.holder(side.holder)} it depends on {', '.join(texts)}"


def _is_hedged(side: Side) -> bool:
    return any(stance.strength is not None or stance.doubted for stance in counting(side)[:1])


def _first(side: Side) -> Stance | None:
    return side.stances[0] if side.stances else None


def _conditions(side: Side) -> Sequence[ClaimId]:
    first = _first(side)
    return first.conditions if first is not None else ()
