"""Why a verdict is what it is: how holders agree, conflict, or do neither, one sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.compare.agreement import PairNumbers
from argmap.compare.alignment import Alignment, Side
from argmap.compare.stance import Stance
from argmap.judge.holder import Holder
from argmap.judge.verdict import Qualification, Verdict
from argmap.model.ids import ClaimId
from argmap.wording.english import counted, first_upper, listed, quoted
from argmap.wording.grouped_pairs import GroupedPairs, SharedAnswer, counting
from argmap.wording.names import ComparisonNames
from argmap.wording.relations import RELATIONS, link_text, reason_of
from argmap.wording.spans import Words, code, strong, words
from argmap.wording.stance_sentences import do, says, says_just_that, view
from argmap.wording.strengths import plainly_or
from argmap.wording.verdict_reasons import verdict_clause
from argmap.wording.verdicts import VERDICTS


def why(alignment: Alignment, names: ComparisonNames) -> str:
    """The verdict's reason, as one sentence."""
    return why_grouped(GroupedPairs(one=(alignment.one,), other=(alignment.other,), alignments=(alignment,)), names)


def why_grouped(group: GroupedPairs, names: ComparisonNames) -> str:
    """The reason of the verdict of all pairs in a group, as one sentence."""
    said = _linked(group.first, names) if group.first.link is not None else _on_issue(group, names)
    reserves = "; and ".join(reserve(one, group.alignments, names) for one in group.first.qualifications)
    return f"{first_upper(said)}{f', but {reserves}' if reserves else ''}."


def verdict_and_why(group: GroupedPairs, names: ComparisonNames) -> Words:
    """The verdict of a group by name, whether it only follows, and its reason."""
    implied = strong(" [implied]") if group.first.implied else ""
    return words(strong(f"{VERDICTS[group.verdict].title}."), implied, " ", why_grouped(group, names))


def agreement_sentence(group: SharedAnswer, names: ComparisonNames) -> str:
    """What all in a group answer, as one sentence."""
    kinds = sorted({one for found in group.qualified for one in found.qualifications}, key=list(Qualification).index)
    reserves = "; and ".join(reserve(kind, group.qualified, names) for kind in kinds)
    both = "both" if len(group.sides) == 2 else "all"
    who = _each([side.holder for side in group.sides], names)
    stances = counting(group.sides[0])
    order = [position.id for position in names.corpus.issues[stances[0].issue].positions] if stances else []
    stances = tuple(sorted(stances, key=lambda one: order.index(one.position) if one.position in order else len(order)))
    return f"{who} {both} {do(stances, names)}{f', but {reserves}' if reserves else ''}."


def numbers_sentence(pair: PairNumbers, one: str, other: str) -> str:
    """On how much two agree and conflict, who are called so."""
    both = f"{one} and {other} both answer {counted(pair.agreement.of, 'issue')}"
    return f"{both}, agree on {pair.agreement.count} and conflict on {pair.conflict.count}"


def subject_of(alignment: Alignment, names: ComparisonNames) -> Words:
    """What an alignment is about, within a sentence."""
    if alignment.issue is not None:
        return names.asked(alignment.issue)
    assert alignment.link is not None
    return words("the link ", code(link_text(alignment.link)))


def reserve(kind: Qualification, alignments: Iterable[Alignment], names: ComparisonNames) -> str:
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
        case Qualification.CONCESSION:
            granting = [side.holder for side in sides if all(stance.conceded for stance in side.stances)]
            return f"{names.holders(granting)} only in passing" if granting else "one of them only in passing"


def times(alignment: Alignment, names: ComparisonNames) -> str:
    """For which times two facts are stated; empty where the claims do not say."""
    shown = []
    for side in (alignment.one, alignment.other):
        periods = {str(stance.period) for stance in side.stances if stance.period is not None}
        for claim in () if side.stances else side.claims:
            as_of = names.corpus.claims[claim].as_of
            periods |= {str(as_of)} if as_of is not None else set()
        shown.append(f"{names.holder(side.holder)} for {', '.join(sorted(periods))}" if periods else "")
    return "; ".join(time for time in shown if time)


def _on_issue(group: GroupedPairs, names: ComparisonNames) -> str:
    first = group.first
    leading = (stance for side in (*group.one, *group.other) for stance in counting(side)[:1])
    firmly = first.verdict.is_disagreement and any(one.strength is not None or one.doubted for one in leading)
    if not (first.one.stances and first.other.stances):
        speaking, silent = (first.one, first.other) if first.one.stances else (first.other, first.one)
        return f"{says((speaking,), names)}, and nothing is said on it by {names.holder(silent.holder)}"
    mine, yours = (says(sides, names, firmly=firmly) for sides in (group.one, group.other))
    match first.verdict:
        case Verdict.CONTRADICTION if counting(first.one)[0].position == counting(first.other)[0].position:
            return f"{mine}, and {says_just_that(group.other, names, firmly=firmly)}{verdict_clause(first, names)}"
        case Verdict.AGREEMENT | Verdict.QUALIFIED:
            return f"{_each(group.holders, names)} both {do(counting(first.one), names)}"
        case _:
            return f"{mine}, {yours}{verdict_clause(first, names)}"


def _each(holders: Sequence[Holder], names: ComparisonNames) -> str:
    """Several holders by their names; two documents of nobody else are named one by one."""
    parties = names.parties(holders)
    return listed(parties if len(parties) > 1 else [names.holder(holder) for holder in holders])


def _dated(alignment: Alignment, names: ComparisonNames) -> str:
    shown = times(alignment, names)
    if not shown and alignment.newer is not None:
        shown = f"{names.holder(alignment.newer)} states the newer"
    return f" ({shown})" if shown else ""


def _linked(alignment: Alignment, names: ComparisonNames) -> str:
    link = alignment.link
    assert link is not None
    meaning = RELATIONS[link.relation].meaning
    said = f"{view(alignment.one, names)}, and {view(alignment.other, names)}; a link says that {meaning}"
    if alignment.verdict is Verdict.SUPERSEDED:
        said += _dated(alignment, names)
    elif alignment.verdict in (Verdict.OPPOSED, Verdict.CONDITIONAL, Verdict.OVERTAKEN, Verdict.OTHER_TIMES):
        said += verdict_clause(alignment, names)
    confidence = "" if link.confidence is None else f" (the annotator's confidence: {link.confidence:g})"
    return said + confidence + (f": {reason_of(link)}" if link.why else "")


def _firmly(sides: Iterable[Side], names: ComparisonNames) -> str:
    found: dict[str, list[Holder]] = {}
    for side in sides:
        found.setdefault(_degree(_first(side)), []).append(side.holder)
    return ", ".join(f"{names.holders(holders)} {degree}" for degree, holders in found.items())


def _degree(stance: Stance | None) -> str:
    if stance is None:
        return "otherwise"
    return "leaning" if stance.strength is None and stance.doubted else plainly_or(stance.strength)


def _depending(side: Side, names: ComparisonNames) -> str:
    texts = [quoted(names.corpus.claims[claim].text) for claim in _conditions(side)]
    return f"for {names.holder(side.holder)} it depends on {', '.join(texts)}"


def _first(side: Side) -> Stance | None:
    return side.stances[0] if side.stances else None


def _conditions(side: Side) -> Sequence[ClaimId]:
    first = _first(side)
    return first.conditions if first is not None else ()
