"""What may be said of two sides beside what each says: the end of a verdict's sentence.

One true clause each, for readers without logic.  "Right" is said of beliefs alone, never of duties or values; "both can
be right" only where something fits both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.compare.alignment import Alignment, Side
from argmap.judge.assertion import Assertion
from argmap.judge.conditions import Condition
from argmap.judge.pairs import common_scale
from argmap.judge.strength import Scale
from argmap.judge.verdict import Reason, Verdict
from argmap.language.words import Kind
from argmap.model.inference import StepRole
from argmap.wording.english import counted, listed, quoted, verb
from argmap.wording.names import ComparisonNames


def verdict_clause(alignment: Alignment, names: ComparisonNames) -> str:
    """What follows for two holders, with its mark before it: ``: no more than one can be right``; else empty."""
    match alignment.verdict:
        case Verdict.CONTRADICTION | Verdict.CONTRARIETY:
            return f": {_cannot(alignment, names)}{_steps_apart(alignment, names)}"
        case Verdict.OPPOSED:
            return f": {_opposed(alignment, names)}"
        case Verdict.CONDITIONAL:
            return f": {_conditional(alignment, names)}"
        case Verdict.TENSION:
            return ": " + _TENSIONS.get(alignment.reason, "the answers pull apart, and neither excludes the other")
        case Verdict.MIXED:
            return ": one of them gives both answers, and the other one of them"
        case Verdict.EMPHASIS:
            return ": one person could say both"
        case Verdict.OVERTAKEN:
            return f": {_overtaken(alignment, names)}"
        case Verdict.SUPERSEDED:
            return f", as facts of different times{_dated(alignment, names)}: it changed, or one is wrong"
        case Verdict.OTHER_TIMES:
            return f": {_other_times(alignment, names)}"
        case Verdict.COMPATIBLE if alignment.reason is Reason.CASES:
            return ": they speak of cases that exclude each other"
        case Verdict.COMPATIBLE:
            return f"; both {_stand(alignment, names)}"
    return ""


_TENSIONS: Mapping[Reason | None, str] = {
    Reason.SCALES: "one says what should be, the other what is",
    Reason.DECLARED: "the analyst marks that these answers pull apart",
}


def _cannot(alignment: Alignment, names: ComparisonNames) -> str:
    if _is_duty(alignment):
        return "nobody can do both"
    if _is_value(alignment, names):
        return "nobody can hold both"
    if alignment.verdict is Verdict.CONTRARIETY and not _is_hedged(alignment):
        return "one of the two at most can be right, and perhaps neither"
    return "no single estimate fits both" if _is_hedged(alignment) else "no more than one can be right"


def _stand(alignment: Alignment, names: ComparisonNames) -> str:
    """What two can do that do not exclude each other."""
    if _is_duty(alignment):
        return "can be followed"
    return "can be held" if _is_value(alignment, names) else "can be right"


def _opposed(alignment: Alignment, names: ComparisonNames) -> str:
    one, other = alignment.one, alignment.other
    match alignment.reason:
        case Reason.BALANCED:
            return "what one finds evenly balanced, the other says outright"
        case Reason.GRANTED:
            granting = [side for side in (one, other) if side.evidence and side.evidence[0].conceded]
            who = names.holders(side.holder for side in granting)
            form = names.form([side.holder for side in granting])
            return f"{who} only {verb('grant', form)} it, and {verb('rest', form)} nothing on it"
        case Reason.YEARS:
            return f"they clash unless it changed{_dated(alignment, names)}"
        case Reason.SO_FAR:
            until = next((item.time.end for item in _leading(alignment) if item.time.is_prediction), "")
            due = f"whose date, {until}, is not reached" if until else "which names no date"
            return f"the facts so far are against the forecast, {due}"
        case Reason.NEEDED:
            return "; ".join(
                _needed(side, beside, names) for side, beside in ((one, other), (other, one)) if _asks(side)
            )
    if not alignment.feasible:
        return "they pull apart"
    return f"both {_stand(alignment, names)}"


def _conditional(alignment: Alignment, names: ComparisonNames) -> str:
    found = []
    for side, beside in ((alignment.one, alignment.other), (alignment.other, alignment.one)):
        if alignment.reason is Reason.EXCEPTION:
            texts = _texts(side, names, StepRole.UNLESS)
            if texts:
                holds = f"{names.holder(beside.holder)} {verb('say', names.form([beside.holder]))} that this is so"
                found.append(f"{names.holder(side.holder)} {_says_so(side, names)} unless {texts}, and {holds}")
        elif _asks(side):
            what = _does_with_condition(alignment, beside, names)
            found.append(f"{names.holder(side.holder)} {_says_so(side, names)} only if {_condition(side, names)}{what}")
    return "; ".join(found) or "they would clash only on a condition"


def _does_with_condition(alignment: Alignment, beside: Side, names: ComparisonNames) -> str:
    who, form = names.holder(beside.holder), names.form([beside.holder])
    if alignment.reason is Reason.REJECTED:
        return f", which {who} {verb('reject', form)}"
    return f", of which {who} {verb('say', form)} nothing"


def _needed(side: Side, beside: Side, names: ComparisonNames) -> str:
    who, form = names.holder(beside.holder), names.form([beside.holder])
    grants = f"{who} {verb('grant', form)} that, and still {verb('say', form)} otherwise"
    return f"{names.holder(side.holder)} {_says_so(side, names)} only if {_condition(side, names)}; {grants}"


def _overtaken(alignment: Alignment, names: ComparisonNames) -> str:
    forecasts = [side for side in (alignment.one, alignment.other) if _is_forecast(side)]
    if not forecasts:
        return "what is newer has taken its place"
    forecast = forecasts[0]
    until = forecast.evidence[0].time.end
    leaned = forecast.evidence[0].force.leans_alone
    outcome = "the forecast failed" if leaned else "it did not come about"
    return f"{names.holder(forecast.holder)} foretold it{f' by {until}' if until else ''}, and {outcome}"


def _other_times(alignment: Alignment, names: ComparisonNames) -> str:
    forecasts = [side.evidence[0] for side in (alignment.one, alignment.other) if _is_forecast(side)]
    if forecasts and forecasts[0].time.end:
        return f"the forecast ran to {forecasts[0].time.end}, and nothing here tells what came"
    return f"they speak of different times{_dated(alignment, names)}"


def _dated(alignment: Alignment, names: ComparisonNames) -> str:
    """Of which time each side speaks, or when it was said; empty where nothing says."""
    found = []
    for side in (alignment.one, alignment.other):
        items = side.evidence
        period = str(items[0].period) if items and items[0].period is not None else ""
        said = items[0].time.start if items else ""
        who, form = names.holder(side.holder), names.form([side.holder])
        if period:
            found.append(f"{who} {verb('speak', form)} of {period}")
        elif said:
            found.append(f"{who} wrote in {said[:4]}")
    return f" ({', '.join(found)})" if len(found) == 2 else ""


def _steps_apart(alignment: Alignment, names: ComparisonNames) -> str:
    if alignment.issue is None or alignment.distance is None:
        return ""
    scale = names.corpus.issues[alignment.issue].order
    ends = [names.position(alignment.issue, end) for end in (scale[0], scale[-1])]
    steps = f"{alignment.distance} of {counted(alignment.scale or 0, 'step')}"
    return f"; on the scale from {ends[0]} to {ends[1]} they are {steps} apart"


def _leading(alignment: Alignment) -> tuple[Assertion, ...]:
    return tuple(side.evidence[0] for side in (alignment.one, alignment.other) if side.evidence)


def _is_forecast(side: Side) -> bool:
    return bool(side.evidence) and side.evidence[0].time.is_prediction


def _is_duty(alignment: Alignment) -> bool:
    found = _leading(alignment)
    return len(found) == 2 and common_scale(found[0].force, found[1].force) is Scale.DUTY


def _is_value(alignment: Alignment, names: ComparisonNames) -> bool:
    claims = names.corpus.claims
    if alignment.issue is not None and names.corpus.issues[alignment.issue].kind is Kind.VALUE:
        return True
    return any(claims[item.claim].kind is Kind.VALUE for item in _leading(alignment))


def _is_hedged(alignment: Alignment) -> bool:
    """Whether a side says less than that it is so: then it is not a matter of right and wrong."""
    return any(not item.force.is_firm(Scale.BELIEF) for item in _leading(alignment))


def _says_so(side: Side, names: ComparisonNames) -> str:
    return f"{verb('say', names.form([side.holder]))} so"


def _asks(side: Side) -> tuple[Condition, ...]:
    conditions = side.evidence[0].conditions if side.evidence else ()
    return tuple(condition for condition in conditions if condition.role is not StepRole.UNLESS)


def _condition(side: Side, names: ComparisonNames) -> str:
    return listed([quoted(names.text(claim)) for condition in _asks(side) for claim in condition.claims])


def _texts(side: Side, names: ComparisonNames, role: StepRole) -> str:
    conditions = side.evidence[0].conditions if side.evidence else ()
    return listed([quoted(names.text(claim)) for found in conditions if found.role is role for claim in found.claims])


def turn_words(reasons: Sequence[tuple[int, int]]) -> str:
    """How many reasons of a conclusion turn on something: "its only reason", "one of two reasons for one of four"."""
    if not reasons:
        return ""
    parts = [_share(*reasons[-1], noun=True)]
    parts += [_share(*share, noun=False) for share in reversed(reasons[:-1])]
    return " for ".join(parts)


def _share(some: int, whole: int, *, noun: bool) -> str:
    if whole == 1:
        return "its only reason"
    if some == whole:
        return f"{'both' if whole == 2 else f'all {_number(whole)}'}{' reasons' if noun else ''}"
    return f"{_number(some)} of {_number(whole)}{' reasons' if noun else ''}"


def _number(number: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return words[number] if number < len(words) else str(number)
