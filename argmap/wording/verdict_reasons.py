"""What may be said of two sides beside what each says: the title of a verdict, and the end of its sentence.

One true clause each, for readers without logic.  "Right" is said of beliefs alone, never of duties or values; "both can
be right" only where something fits both.  A clause is true of every pair of a group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.compare.alignment import Side
from argmap.compare.cruxes import Crux
from argmap.compare.stance import IssueStatus
from argmap.compare.turns import Turn
from argmap.judge.assertion import Assertion
from argmap.judge.conditions import Asked, Regard
from argmap.judge.dates import precedes
from argmap.judge.pairs import common_scale
from argmap.judge.strength import Scale
from argmap.judge.verdict import Reason, Verdict
from argmap.language.words import Kind
from argmap.model.claim import Period
from argmap.model.corpus import Corpus
from argmap.model.inference import StepRole
from argmap.wording.english import (
    Form,
    counted,
    first_upper,
    joined_clauses,
    listed,
    number_word,
    ordinal,
    quoted,
    verb,
)
from argmap.wording.grouped_pairs import GroupedPairs
from argmap.wording.names import ComparisonNames
from argmap.wording.relations import CONNECTIVES
from argmap.wording.stance_sentences import says
from argmap.wording.verdicts import VERDICTS, subject


def title_of(group: GroupedPairs, corpus: Corpus) -> str:
    """The title of a verdict; of what cannot stand together what both cannot, which depends on what it is about."""
    if group.verdict.is_cannot:
        return first_upper(_cannot(group, corpus).removeprefix("they "))
    return VERDICTS[group.verdict].title


def verdict_clause(group: GroupedPairs, names: ComparisonNames, *, titled: bool = False, scaled: bool = True) -> str:
    """What follows for both sides, with its mark before it: ``: they cannot both be right``; else empty.

    Args:
        group: The pairs.
        names: What everybody is called.
        titled: Whether the title of the verdict stands before the sentence: what it says is not said again.
        scaled: Whether to say how far apart two answers are on a scale.
    """
    found = _clause(group, names, titled=titled, scaled=scaled)
    return f": {found}" if found else ""


def _clause(group: GroupedPairs, names: ComparisonNames, *, titled: bool, scaled: bool) -> str:
    match group.verdict:
        case Verdict.CONTRADICTION | Verdict.CONTRARIETY:
            said = _besides(group, names.corpus) if titled else _both_cannot(group, names.corpus)
            return "; ".join(filter(None, (said, _steps_apart(group, names) if scaled else "")))
        case Verdict.OPPOSED:
            return _opposed(group, names)
        case Verdict.CONDITIONAL:
            return _conditional(group, names)
        case Verdict.TENSION:
            return _TENSIONS.get(group.first.reason, "the two are in tension, and neither excludes the other")
        case Verdict.EMPHASIS:
            return "one person could say both, and they stress different halves of it"
        case Verdict.OVERTAKEN:
            return _overtaken(group, names)
        case Verdict.SUPERSEDED:
            return _superseded(group, names)
        case Verdict.OTHER_TIMES:
            return _other_times(group, names)
        case Verdict.COMPATIBLE if group.first.reason is Reason.CASES:
            return _cases(group, names)
        case Verdict.COMPATIBLE:
            return _both_can(group, names.corpus) if _is_feasible(group) else ""
    return ""


_TENSIONS: Mapping[Reason | None, str] = {
    Reason.SCALES: "one says what ought to be, the other what is",
    Reason.DECLARED: "the analyst marks a tension between these answers",
}


# --- What both cannot, and what they can


def _cannot(group: GroupedPairs, corpus: Corpus) -> str:
    if _is_value(group, corpus):
        return "nobody can hold both"
    scales = {_scale(*pair) for pair in _pairs(group)}
    if scales == {Scale.DUTY}:
        firm = all(item.force.is_firm(Scale.DUTY) for pair in _pairs(group) for item in pair)
        return "nobody can do both" if firm else "nobody can hold both"
    return "they cannot both be right" if scales == {Scale.BELIEF} else "they cannot both hold"


def _both_cannot(group: GroupedPairs, corpus: Corpus) -> str:
    besides = _besides(group, corpus)
    return f"{_cannot(group, corpus)}{f', and {besides}' if besides else ''}"


def _besides(group: GroupedPairs, corpus: Corpus) -> str:
    """What else follows for two beliefs that cannot both be right."""
    if _is_value(group, corpus) or {_scale(*pair) for pair in _pairs(group)} != {Scale.BELIEF}:
        return ""
    if any(not item.force.is_firm(Scale.BELIEF) for pair in _pairs(group) for item in pair):
        return "no single estimate fits both"
    return "perhaps neither is right" if group.verdict is Verdict.CONTRARIETY else ""


def _both_can(group: GroupedPairs, corpus: Corpus) -> str:
    """What two can do that do not exclude each other."""
    held = _is_value(group, corpus) or any(_scale(*pair) is not Scale.BELIEF for pair in _pairs(group))
    return "one person can hold both" if held else "both can be right"


def _steps_apart(group: GroupedPairs, names: ComparisonNames) -> str:
    first = group.first
    if first.issue is None or first.distance is None:
        return ""
    scale = names.corpus.issues[first.issue].order
    ends = [names.position(first.issue, end) for end in (scale[0], scale[-1])]
    steps = f"{first.distance} of {counted(first.scale or 0, 'step')}"
    return f"on the scale from {ends[0]} to {ends[1]} they are {steps} apart"


# --- Opposed, and why that is no more


def _opposed(group: GroupedPairs, names: ComparisonNames) -> str:
    match group.first.reason:
        case Reason.BALANCED:
            return _balanced(group, names)
        case Reason.GRANTED:
            return "; ".join(_grants(sides, names) for sides in (group.one, group.other) if _concedes(sides))
        case Reason.YEARS:
            return "; ".join(filter(None, ("they disagree unless it changed", _dated(group, names))))
        case Reason.SO_FAR:
            return _so_far(group, names)
        case Reason.NEEDED:
            return "; ".join(filter(None, (_needed(sides, others, names) for sides, others in _both_ways(group))))
    if not _is_feasible(group):
        return "they point opposite ways"
    return f"they point opposite ways, yet as they put it {_both_can(group, names.corpus)}"


def _balanced(group: GroupedPairs, names: ComparisonNames) -> str:
    if _is_value(group, names.corpus) or any(_scale(*pair) is not Scale.BELIEF for pair in _pairs(group)):
        return "what one leaves open, the other settles"
    return "what one finds evenly balanced, the other states outright"


def _grants(sides: Sequence[Side], names: ComparisonNames) -> str:
    who, form = _who(sides, names)
    return f"{who} {verb('rest', form)} nothing on this concession"


def _concedes(sides: Sequence[Side]) -> bool:
    return all(side.evidence and side.evidence[0].conceded for side in sides)


def _so_far(group: GroupedPairs, names: ComparisonNames) -> str:
    (forecast, fact), *_ = _forecasts(group)
    who, _ = _who(forecast, names)
    until, dated = forecast[0].evidence[0].time.end, fact[0].evidence[0].period
    period = "" if dated is None else period_words(dated)
    due = f"whose date, {until}, is not reached" if until else "which names no date"
    return f"the facts so far{f', of {period},' if period else ''} speak against the forecast of {who}, {due}"


def _needed(sides: Sequence[Side], others: Sequence[Side], names: ComparisonNames) -> str:
    granted = _listed((one for one in _asks(sides) if one.does is Regard.GRANTS), names)
    if not granted:
        return ""
    who, form = _who(others, names)
    still = f"{who} {verb('grant', form)} that, and still {verb('say', form)} otherwise"
    return f"{_says_so(sides, names)} {CONNECTIVES[StepRole.ONLY_IF]} {granted}; {still}"


# --- Conditions


def _conditional(group: GroupedPairs, names: ComparisonNames) -> str:
    found = []
    for sides, others in _both_ways(group):
        if group.first.reason is Reason.EXCEPTION:
            texts = _listed((one for one in _exceptions(sides) if one.does is Regard.GRANTS), names)
            who, form = _who(others, names)
            holds = f"{who} {verb('say', form)} that this is so"
            found += [f"{_says_so(sides, names)} unless {texts}, and {holds}"] if texts else []
        else:
            left = [one for one in _asks(sides) if one.does is not Regard.GRANTS]
            said = f"{_says_so(sides, names)} {_on_condition(left, names)}"
            found += [f"{said}{_regard(left, others, names)}"] if left else []
    return "; ".join(found) or "they would disagree only on a condition"


def _on_condition(asked: Sequence[Asked], names: ComparisonNames) -> str:
    """``if “It rains”, and only if “It is cold”``."""
    roles = (
        (CONNECTIVES[role], [one for one in asked if one.role is role]) for role in (StepRole.IF, StepRole.ONLY_IF)
    )
    return ", and ".join(f"{connective} {_listed(those, names)}" for connective, those in roles if those)


def _regard(left: Sequence[Asked], others: Sequence[Side], names: ComparisonNames) -> str:
    """What the others do with the conditions: ``, of which B says nothing``."""
    who, form = _who(others, names)
    rejected = [one for one in left if one.does is Regard.REJECTS]
    if not rejected:
        return f", of which {who} {verb('say', form)} nothing"
    if len(rejected) == len(left):
        return f", which {who} {verb('reject', form)}"
    others_left = "the other" if len(left) - len(rejected) == 1 else "the others"
    which = listed([ordinal(place) for place, one in enumerate(left, 1) if one.does is Regard.REJECTS])
    return f"; of these {who} {verb('reject', form)} the {which}, and {verb('say', form)} nothing of {others_left}"


def _cases(group: GroupedPairs, names: ComparisonNames) -> str:
    said = []
    for sides in (group.one, group.other):
        who, form = _who(sides, names)
        said += [f"{who} {verb('speak', form)} of the case that {_listed(_asks(sides), names)}"] if _asks(sides) else []
    return f"{', '.join(said)}, and these cases exclude each other" if len(said) == 2 else "they speak of other cases"


# --- Times


def _overtaken(group: GroupedPairs, names: ComparisonNames) -> str:
    forecasts = list(_forecasts(group))
    if not forecasts:
        return "something newer has replaced it"
    forecast = forecasts[0][0]
    who, form = _who(forecast, names)
    item = forecast[0].evidence[0]
    due = f", due by {item.time.end}," if item.time.end else ""
    if group.first.reason is Reason.LINK:
        return f"something newer has replaced the forecast of {who}{due.removesuffix(',')}"
    if item.force.leans_alone:
        return f"the forecast of {who}{due} failed"
    return f"what {who} {verb('hold', form)} possible{due} did not come about"


def _superseded(group: GroupedPairs, names: ComparisonNames) -> str:
    if group.first.reason is not Reason.LINK:
        or_else = "they disagree" if _is_value(group, names.corpus) else "one is wrong"
        return "; ".join(filter(None, (f"it changed, or {or_else}", _dated(group, names))))
    newer = [side for side in (*group.one, *group.other) if side.holder == group.first.newer]
    states = f", and {_who(newer, names)[0]} {verb('state', _who(newer, names)[1])} the newer" if newer else ""
    return f"a link says that one replaces the other{states}"


def _other_times(group: GroupedPairs, names: ComparisonNames) -> str:
    for forecast, others in _forecasts(group):
        until, said = forecast[0].evidence[0].time.end, others[0].evidence[0].time.start
        if until and precedes(until, said):
            return (
                f"the forecast of {_who(forecast, names)[0]} ran to {until}, which was past when "
                f"{_who(others, names)[0]} spoke, and neither tells what came"
            )
    return _dated(group, names) or "they speak of different times"


def period_words(period: Period) -> str:
    """A time as people write it: ``2017 to 2025-01``."""
    return str(period).replace("..", " to ")


def _dated(group: GroupedPairs, names: ComparisonNames) -> str:
    """Of which time each side speaks, or when it was said; empty where nothing says."""
    found = []
    for sides in (group.one, group.other):
        item = next((side.evidence[0] for side in sides if side.evidence), None)
        who, form = _who(sides, names)
        if item is not None and item.period is not None:
            found.append(f"{who} {verb('speak', form)} of {period_words(item.period)}")
        elif item is not None and item.time.is_prediction and item.time.start:
            found.append(f"{who} {verb('speak', form)} of the time after {item.time.start}")
        elif item is not None and item.time.start:
            found.append(f"{who} spoke in {item.time.start[:4]}")
    return joined_clauses(found) if len(found) == 2 else ""


# --- Who gives both


def mixed_sentence(group: GroupedPairs, names: ComparisonNames) -> str:
    """That one side gives what the other says, and also an answer that excludes it."""
    both = [sides for sides in (group.one, group.other) if all(one.standing is IssueStatus.MIXED for one in sides)]
    if len(both) != 1:
        return f"{names.mentioned(group.holders)} give answers that exclude each other, and share one of them"
    who, form = _who(both[0], names)
    others = group.other if both[0] is group.one else group.one
    return f"{says(others, names)}, and {who} {verb('give', form)} that answer and also one that excludes it"


# --- The parts of these


def _who(sides: Sequence[Side], names: ComparisonNames) -> tuple[str, Form]:
    return names.subject([side.holder for side in sides])


def _says_so(sides: Sequence[Side], names: ComparisonNames) -> str:
    who, form = _who(sides, names)
    return f"{who} {verb('say', form)} so"


def _pairs(group: GroupedPairs) -> Iterator[tuple[Assertion, Assertion]]:
    """The assertions on which each pair rests first."""
    for alignment in group.alignments:
        mine, yours = _leading(alignment.one), _leading(alignment.other)
        if mine is not None and yours is not None:
            yield mine, yours


def _leading(side: Side) -> Assertion | None:
    """The assertion that counts first; where a verdict rests on no single pair, that of the first answer."""
    found = side.evidence or (side.stances[0].evidence if side.stances else ())
    return found[0] if found else None


def _scale(one: Assertion, other: Assertion) -> Scale | None:
    return common_scale(one.force, other.force)


def _is_feasible(group: GroupedPairs) -> bool:
    return all(alignment.feasible for alignment in group.alignments)


def _is_value(group: GroupedPairs, corpus: Corpus) -> bool:
    issue, claims = group.first.issue, corpus.claims
    asked = corpus.issues[issue].kind if issue is not None else None
    if asked is not None:
        return asked is Kind.VALUE
    return any(claims[item.claim].kind is Kind.VALUE for pair in _pairs(group) for item in pair)


def _forecasts(group: GroupedPairs) -> Iterator[tuple[Sequence[Side], Sequence[Side]]]:
    """The sides that foretell something, each with the other one."""
    for sides, others in _both_ways(group):
        if sides[0].evidence and sides[0].evidence[0].time.is_prediction and others[0].evidence:
            yield sides, others


def _both_ways(group: GroupedPairs) -> Iterator[tuple[Sequence[Side], Sequence[Side]]]:
    yield group.one, group.other
    yield group.other, group.one


def _asks(sides: Sequence[Side]) -> list[Asked]:
    """The conditions of a side; those of a group have the same."""
    return [asked for asked in sides[0].asks if asked.role is not StepRole.UNLESS]


def _exceptions(sides: Sequence[Side]) -> list[Asked]:
    return [asked for asked in sides[0].asks if asked.role is StepRole.UNLESS]


def _listed(asked: Iterable[Asked], names: ComparisonNames) -> str:
    return listed([quoted(names.text(one.claim)) for one in asked])


# --- What it turns on


_MOST_SHARES = 3
"""Levels of reasons, not all of which turn on something, that are told one by one."""


def turn_words(reasons: Sequence[tuple[int, int]], whose: str = "") -> str:
    """How many reasons of a conclusion turn on something: "its only reason", "one of two reasons for one of four"."""
    # Where all reasons for something turn on it, that goes without saying beside what does not.
    some = [share for share in reasons if share[0] != share[1]] or list(reasons[:1])
    if not some:
        return ""
    between = ", further down, for" if len(some) > _MOST_SHARES else " for"
    some = [*some[: _MOST_SHARES - 1], some[-1]] if len(some) > _MOST_SHARES else some
    deepest, *above = [_share(*share, whose, noun=place == len(some) - 1) for place, share in enumerate(some)][::-1]
    return deepest + (f"{between} {' for '.join(above)}" if above else "")


def share_words(turn: Turn, whose: str = "") -> str:
    """How much of the conclusions of a side turns on something: `turn_words`, with the conclusions where not all do."""
    some, whole = turn.conclusions
    beside = f", for {number_word(some)} of {number_word(whole)} claims that say so" if some < whole else ""
    return f"{turn_words(turn.reasons, whose)}{beside}"


def turns_on(crux: Crux) -> str:
    """That one disagreement turns on another, and for how much of each side: "turns on lead: one of four reasons"."""
    shares = list(dict.fromkeys(share_words(effect.turn) for effect in (crux.one, crux.other) if effect.turn.size))
    told = shares[0] if len(shares) == 1 else f"{shares[0]} on one side, and {shares[1]} on the other"
    return f"turns on {subject(crux.conflict)}: {told}"


def outdated_words(*, replaced: bool) -> str:
    """That a side rests on what is said of an older time: on what later facts replaced, or on another time merely."""
    return f"rests on what {'later facts replaced' if replaced else 'is said of another time'}"


def _share(some: int, whole: int, whose: str, *, noun: bool) -> str:
    of = f" of {whose}" if noun and whose else ""
    if whole == 1:
        return f"the only reason{of}" if of else "its only reason"
    every = "both" if whole == 2 else f"all {number_word(whole)}"
    shown = every if some == whole else f"{number_word(some)} of {number_word(whole)}"
    return f"{shown} reasons{of}" if noun else shown
