"""Why a verdict is what it is: how holders agree, conflict, or do neither, one sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import CruxEffect
from argmap.compare.stance import Acceptance
from argmap.compare.turns import Turn
from argmap.judge.conditions import Regard
from argmap.judge.holder import Holder, was_looked_for
from argmap.judge.strength import Scale
from argmap.judge.verdict import Qualification, Reason, Verdict
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.wording.english import first_upper, joined_clauses, listed, quoted, verb
from argmap.wording.grouped_pairs import GroupedPairs, SharedAnswer, counting
from argmap.wording.names import ComparisonNames
from argmap.wording.relations import RELATIONS, link_text, reason_of
from argmap.wording.spans import Words, code, strong, words
from argmap.wording.stance_sentences import do, says, says_just_that, stated, view
from argmap.wording.strengths import OUGHT, denied_word, in_words, of_answer
from argmap.wording.verdict_reasons import mixed_sentence, period_words, share_words, title_of, verdict_clause


def why(alignment: Alignment, names: ComparisonNames) -> str:
    """The verdict's reason, as one sentence."""
    return why_grouped(GroupedPairs(one=(alignment.one,), other=(alignment.other,), alignments=(alignment,)), names)


def why_grouped(group: GroupedPairs, names: ComparisonNames, *, titled: bool = False) -> str:
    """The reason of the verdict of all pairs in a group, as one sentence.

    Args:
        group: The pairs.
        names: What everybody is called.
        titled: Whether the title of the verdict stands before it: what that says is not said again.
    """
    said = _linked(group, names) if group.first.link is not None else _on_issue(group, names, titled=titled)
    reserves = "; and ".join(reserve(one, group.alignments, names) for one in group.first.qualifications)
    but = f"{'; but' if group.first.link is not None else ', but'} {reserves}" if reserves else ""
    whole = "" if all(one.is_whole for one in group.alignments) else "; there are too many answers to compare them all"
    return f"{first_upper(said)}{but}{_beside((*group.one, *group.other), names)}{whole}."


def verdict_and_why(group: GroupedPairs, names: ComparisonNames) -> Words:
    """The verdict of a group by its title, whether it only follows, and its reason."""
    implied = strong(" [implied]") if group.first.implied else ""
    return words(strong(f"{title_of(group, names.corpus)}."), implied, " ", why_grouped(group, names, titled=True))


def against(group: GroupedPairs, names: ComparisonNames, *, alone: bool = False) -> Words:
    """``Cannot both be right: A against B: perhaps neither is right``; of the only two without names."""
    one, other = (names.holders(side.holder for side in sides) for sides in (group.one, group.other))
    clause = verdict_clause(group, names, titled=True, scaled=False)
    title = title_of(group, names.corpus)
    if alone:
        return words(strong(f"{title}."), f" {first_upper(clause.removeprefix(': '))}." if clause else "")
    then = f" {first_upper(clause.removeprefix(': '))}." if clause else ""
    return words(strong(f"{title}: "), f"{one} against {other}.{then}")


def by_share(staked: Iterable[tuple[Side, CruxEffect]]) -> dict[str, tuple[Turn, tuple[Holder, ...]]]:
    """Whose reasons turn on something, by how many of them do, in words."""
    found: dict[str, tuple[Turn, dict[Holder, None]]] = {}
    for side, effect in staked:
        found.setdefault(share_words(effect.turn), (effect.turn, {}))[1][side.holder] = None
    return {share: (turn, tuple(holders)) for share, (turn, holders) in found.items()}


def nothing_deeper(bare: Sequence[Holder], names: ComparisonNames) -> str:
    """Why something turns on nothing: some give no reasons for it, or the reasons do not meet."""
    if not bare:
        return "It turns on nothing deeper: the reasons of both sides do not meet."
    return f"It turns on nothing deeper: {names.holders(bare)} {verb('give', names.form(bare))} no reason for it."


def agreement_sentence(group: SharedAnswer, names: ComparisonNames) -> str:
    """What all in a group answer, as one sentence."""
    kinds = sorted({one for found in group.qualified for one in found.qualifications}, key=list(Qualification).index)
    reserves = "; and ".join(reserve(kind, group.qualified, names) for kind in kinds)
    said = first_upper(_agreeing(group.sides, names))
    return f"{said}{f', but {reserves}' if reserves else ''}{_beside(group.sides, names)}."


def _agreeing(sides: Sequence[Side], names: ComparisonNames) -> str:
    """``A and B both answer “It can”``; ``A answers “It can”, B rejects “It cannot”: they say the same``."""
    alike: dict[frozenset[object], list[Side]] = {}
    for side in sides:
        does = frozenset((stance.position, stance.acceptance, stance.implied) for stance in counting(side))
        alike.setdefault(does, []).append(side)
    if len(alike) > 1:
        told = joined_clauses([says(those, names) for those in alike.values()])
        if all(stance.acceptance is Acceptance.OPEN for side in sides for stance in counting(side)):
            return f"{told}: {'both' if len(sides) == 2 else 'all'} leave it open"
        distant = any(stance.doubted or denied_word(stance.evidence[0]) for side in sides for stance in counting(side))
        return f"{told}: they {'point the same way' if distant else 'say the same'}"
    both = "both" if len(sides) == 2 else "all"
    return f"{_each([side.holder for side in sides], names)} {both} {do(sides, names)}"


def _beside(sides: Iterable[Side], names: ComparisonNames) -> str:
    """What they also say, and what was therefore not judged: they only grant it, or rule its case out themselves."""
    found: dict[tuple[str, bool], list[Side]] = {}
    for side in sides:
        for stance in side.also:
            found.setdefault((stated(stance, names), stance.conceded), []).append(side)
    said = ""
    for (what, conceded), those in found.items():
        holders = list(dict.fromkeys(side.holder for side in those))
        who, form = names.mentioned(holders), names.form(holders)
        if conceded:
            said += f"; {who} {verb('grant', form)} {what}"
        else:
            said += f"; {who} also {verb('say', form)} {what}, but only for a case that the same text rules out"
    return said


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
            return _firmly(sides, names)
        case Qualification.SCALE:
            return _as_is_or_ought(sides, names)
        case Qualification.CONDITION:
            return _depending(found, names) or "only on a condition"
        case Qualification.CONCESSION:
            granting = [side.holder for side in sides if side.evidence and side.evidence[0].conceded]
            if not granting:
                return "one of them only grants it"
            who, form = names.subject(granting)
            return f"{who} only {verb('grant', form)} it"


def times(alignment: Alignment, names: ComparisonNames) -> str:
    """For which times two facts are stated; empty where the claims do not say."""
    shown = []
    for side in (alignment.one, alignment.other):
        periods = {period_words(stance.period) for stance in side.stances if stance.period is not None}
        for claim in () if side.stances else side.claims:
            as_of = names.corpus.claims[claim].as_of
            periods |= {period_words(as_of)} if as_of is not None else set()
        shown.append(f"{names.mentioned([side.holder])} for {', '.join(sorted(periods))}" if periods else "")
    return "; ".join(time for time in shown if time)


def _on_issue(group: GroupedPairs, names: ComparisonNames, *, titled: bool) -> str:
    first = group.first
    if first.verdict is Verdict.ONE_SIDED:
        return _one_sided(group, names)
    leading = (stance for side in (*group.one, *group.other) for stance in counting(side)[:1])
    firmly = first.verdict.is_disagreement and any(of_answer(one) for one in leading)
    mine, yours = (says(sides, names, firmly=firmly) for sides in (group.one, group.other))
    match first.verdict:
        case Verdict.MIXED:
            return mixed_sentence(group, names)
        case Verdict.AGREEMENT | Verdict.QUALIFIED:
            return _agreeing((*group.one, *group.other), names)
        case _ if first.verdict.is_disagreement and _on_one_position(first):
            yours = says_just_that(group.other, names, firmly=firmly)
        case _:
            pass
    return f"{mine}, and {yours}{verdict_clause(group, names, titled=titled)}"


def _on_one_position(alignment: Alignment) -> bool:
    one, other = counting(alignment.one)[0], counting(alignment.other)[0]
    return one.position == other.position and one.acceptance is not other.acceptance


def _one_sided(group: GroupedPairs, names: ComparisonNames) -> str:
    """Who speaks; and who is silent, or speaks only of what it rules out itself."""
    speaking, silent = group.one, group.other
    if not _speaks(speaking[0]):
        speaking, silent = silent, speaking
    who, form = names.subject([side.holder for side in silent])
    if silent[0].stances:
        return f"{says(speaking, names)}, and {who} {verb('speak', form)} only of a case that the same text rules out"
    said = f"{says(speaking, names)}, and {who} {verb('say', form)} nothing on it"
    holders = [side.holder for side in silent]
    issue = group.first.issue
    sought = [one for one in holders if issue is not None and was_looked_for(one, issue, names.corpus)]
    if not sought:
        return said
    whose = "" if len(sought) == len(holders) else f" of {names.mentioned(sought)}"
    return f"{said}, though an answer{whose} was looked for"


def _speaks(side: Side) -> bool:
    return any(not item.shown_only for stance in side.stances for item in stance.evidence)


def _each(holders: Sequence[Holder], names: ComparisonNames) -> str:
    """Several holders by their names; two documents of nobody else are named one by one."""
    parties = names.parties(holders)
    return names.mentioned(holders) if len(parties) > 1 else listed([names.mentioned([one]) for one in holders])


def _linked(group: GroupedPairs, names: ComparisonNames) -> str:
    alignment, link = group.first, group.first.link
    assert link is not None
    meaning = RELATIONS[link.relation].meaning
    said = f"{view(alignment.one, names)}, and {view(alignment.other, names)}; a link says that {meaning}"
    confidence = "" if link.confidence is None else f" (the analyst's confidence: {link.confidence:g})"
    said = f"{said}{confidence}{f': {reason_of(link)}' if link.why else ''}"
    if alignment.verdict is Verdict.SUPERSEDED:
        dated = times(alignment, names)
        newer = _states_the_newer(alignment.newer, names) if alignment.newer is not None else ""
        return f"{said}{f'; {dated or newer}' if dated or newer else ''}"
    told = alignment.verdict in _TOLD_OF_LINKS or alignment.reason is Reason.SCALES
    return f"{said}{verdict_clause(group, names).replace(':', ';', 1)}" if told else said


def _states_the_newer(holder: Holder, names: ComparisonNames) -> str:
    who, form = names.subject([holder])
    return f"{who} {verb('state', form)} the newer"


_TOLD_OF_LINKS = (
    Verdict.OPPOSED,
    Verdict.CONDITIONAL,
    Verdict.EMPHASIS,
    Verdict.OVERTAKEN,
    Verdict.OTHER_TIMES,
    Verdict.COMPATIBLE,
)
"""Of all else, what the link says is the reason."""


def _firmly(sides: Iterable[Side], names: ComparisonNames) -> str:
    """``A says so plainly, and B says “possible”``."""
    found: dict[tuple[str, str], list[Holder]] = {}
    for side in sides:
        found.setdefault(_degree(side), []).append(side.holder)
    told = ((does, what, *names.subject(holders)) for (does, what), holders in found.items())
    return joined_clauses([f"{who} {verb(does, form)} {what}" for does, what, who, form in told])


def _degree(side: Side) -> tuple[str, str]:
    """How firmly a side says it, as a verb and what follows it."""
    item = next(iter(side.evidence), None)
    if item is None:
        return "say", "otherwise"
    if denied_word(item):
        return "deny", f"only “{denied_word(item)}”"
    if item.doubted:
        return "say", "so only as a doubt"
    return "say", "so plainly" if item.strength is None else f"“{in_words(item.strength)}”"


def _as_is_or_ought(sides: Iterable[Side], names: ComparisonNames) -> str:
    """``A as what ought to be, and B as what is``."""
    found: dict[str, list[Holder]] = {}
    for side in sides:
        ought = bool(side.evidence) and side.evidence[0].force.own_scale is Scale.DUTY
        found.setdefault(OUGHT if ought else "as what is", []).append(side.holder)
    return joined_clauses([f"{names.mentioned(holders)} {how}" for how, holders in found.items()])


def _depending(alignments: Iterable[Alignment], names: ComparisonNames) -> str:
    """On what each side makes it depend; what the other grants, or both make a condition, is none."""
    found: dict[Holder, dict[ClaimId, None]] = {}
    for side in (side for one in alignments for side in (one.one, one.other)):
        left = (ask for ask in side.asks if ask.role is not StepRole.UNLESS and ask.does is not Regard.GRANTS)
        for ask in left:
            found.setdefault(side.holder, {})[ask.claim] = None
    together: dict[str, list[Holder]] = {}
    for holder, claims in found.items():
        together.setdefault(listed([quoted(names.text(claim)) for claim in claims]), []).append(holder)
    return "; ".join(f"for {names.mentioned(holders)} it depends on {texts}" for texts, holders in together.items())
