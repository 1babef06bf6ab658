"""The timeline: what later texts have overtaken, what came of forecasts, and one author from text to text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as calendar_date
from itertools import pairwise
from typing import NamedTuple

import attrs

from argmap.compare.comparison import Comparison
from argmap.compare.drift import Drift, drift
from argmap.compare.forecasts import Forecast, Outcome, forecasts
from argmap.compare.stance import Profile
from argmap.judge.holder import name_of
from argmap.language.words import Kind, Relation
from argmap.model.ids import ActorId, ClaimId, DocumentId
from argmap.model.link import Link
from argmap.view.comparison.answer_marks import answer_mark
from argmap.view.comparison.comparison_context import ComparisonContext
from argmap.view.comparison.disputed_questions import parting
from argmap.view.tables import AxisDate, Parting, TimeGroup, Timeline, TimePoint, TimeRow, TimeSign
from argmap.wording.english import counted, first_upper, quoted
from argmap.wording.stance_sentences import stance_sentence, stances_of_its_own
from argmap.wording.verdicts import OUTCOMES, changed_answer

_MOST_DATES = 8
"""Dates that have room beside each other."""
_MOST_ROWS = 40
"""Rows of one group."""
_PRECISIONS = (10, 7, 4, 3)
"""Characters of an ISO date: day, month, year, decade."""
_UNTOLD = (Outcome.NOT_TESTED, Outcome.NOT_KNOWN, Outcome.OPEN)
"""Forecasts of which no text here tells what came."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@attrs.frozen
class TimelineContent:
    """What there is to show.

    Attributes:
        replaced: By claim that no longer holds, the links from newer ones.
        told: Forecasts of which a text tells what came.
        untold: How many others there are.
        drifts: Authors on one question over several texts, by the author's identity.
    """

    replaced: Mapping[ClaimId, tuple[Link, ...]]
    told: tuple[Forecast, ...]
    untold: int
    drifts: Mapping[str, tuple[Drift, ...]]


def timeline_content(comparison: Comparison) -> TimelineContent | None:
    """What the timeline of a comparison shows; None where texts of two dates say nothing of each other's time."""
    dated = {document for document in comparison.documents if comparison.corpus.documents[document].date}
    if len({comparison.corpus.documents[document].date for document in dated}) < 2:
        return None
    replaced: dict[ClaimId, list[Link]] = {}
    for link in comparison.corpus.links:
        ends = (link.source, link.target)
        if link.relation is Relation.SUPERSEDES and all(
            isinstance(end, ClaimId) and end.document in dated for end in ends
        ):
            replaced.setdefault(ClaimId(str(link.target)), []).append(link)
    found = [forecast for forecast in forecasts(comparison) if forecast.holder.document in dated]
    told = tuple(
        forecast
        for forecast in found
        if forecast.outcome not in _UNTOLD and all(test.holder.document in dated for test in forecast.tests)
    )
    drifts: dict[str, list[Drift]] = {}
    for each in drift(comparison):
        drifts.setdefault(each.author, []).append(each)
    if not (replaced or told or drifts):
        return None
    return TimelineContent(
        {claim: tuple(links) for claim, links in replaced.items()},
        told,
        len(found) - len(told),
        {author: tuple(those) for author, those in drifts.items()},
    )


def timeline_of(content: TimelineContent, context: ComparisonContext) -> Timeline:
    """The dates of all texts as an axis, and a row for each statement."""
    axis = _Axis.of(context)
    groups = tuple(group for group in _groups(content, axis, context) if group.rows)
    answers = sum(map(len, content.drifts.values()))
    parts = (
        f"{counted(len(content.replaced), 'statement')} that a later text shows to hold no longer",
        f"{counted(len(content.told), 'forecast')} of which a text tells what came",
        f"{counted(answers, 'question')} that an author answers more than once",
    )
    counts = " · ".join(part for part in parts if not part.startswith("0 "))
    return Timeline(
        title="What time has changed",
        subtitle=(counts,),
        description=f"What time has changed: {counts}. A row for each, along the dates on which the texts were written.",
        dates=axis.dates,
        groups=groups,
    )


class _Axis(NamedTuple):
    """The dates of the texts, as far apart as there is room for.

    Attributes:
        places: By document that bears a date, its place among the dates.
    """

    dates: tuple[AxisDate, ...]
    places: Mapping[DocumentId, int]

    @classmethod
    def of(cls, context: ComparisonContext) -> _Axis:
        documents = context.corpus.documents
        dated = {name: documents[name].date for name in context.comparison.documents if documents[name].date}
        cut: dict[str, list[DocumentId]] = {}
        for precision in _PRECISIONS:
            cut = {}
            for name in sorted(dated, key=lambda name: (_day(dated[name]), name)):
                cut.setdefault(dated[name][:precision], []).append(name)
            if len(cut) <= _MOST_DATES:
                break
        dates = []
        before = ""
        for written, names in cut.items():
            days = _day(written) - _day(before) if before else 0
            texts = tuple(context.labels[name] for name in names)
            dates.append(
                AxisDate(
                    date=_shown(written),
                    texts=texts if len(texts) < 3 else (f"{len(texts)} texts",),
                    gap=_gap(before, written) if before else "",
                    days=max(days, 1),
                    sentence=f"{_shown(written)}: {', '.join(texts)}",
                )
            )
            before = written
        return cls(tuple(dates), {name: place for place, names in enumerate(cut.values()) for name in names})


def _day(date: str) -> int:
    """The last day that a date may mean, counted: a text that is dated by its year alone stands at the year's end."""
    year = int(f"{date}9" if len(date) == 3 else date[:4])
    month = int(date[5:7] or 12) if len(date) > 4 else 12
    day = int(date[8:10]) if len(date) > 7 else 28
    return calendar_date(max(year, 1), min(month, 12), min(day, 28)).toordinal()


def _shown(date: str) -> str:
    if len(date) == 3:
        return f"{date}0s"
    month = _MONTHS[int(date[5:7]) - 1] if len(date) > 4 else ""
    return " ".join(part for part in (date[8:10].lstrip("0"), month, date[:4]) if part)


def _gap(before: str, after: str) -> str:
    """How long it is from one date to the next, as far as both tell; empty where they do not."""
    if len(before) == 3 or len(after) == 3 or (before[:4] == after[:4] and min(len(before), len(after)) == 4):
        return ""
    years, months = (
        int(after[:4]) - int(before[:4]),
        (int(after[5:7] or 1) - int(before[5:7] or 1)) if min(len(before), len(after)) > 4 else 0,
    )
    if min(len(before), len(after)) == 4:
        return counted(years, "year")
    whole = 12 * years + months
    if whole >= 24:
        return counted(whole // 12, "year")
    days = _day(after) - _day(before)
    return (
        counted(whole, "month") if whole > 1 else counted(days, "day") if len(before) == len(after) == 10 else "1 month"
    )


def _groups(content: TimelineContent, axis: _Axis, context: ComparisonContext) -> Iterator[TimeGroup]:
    claims = context.corpus.claims
    foretold = {claim for claim in content.replaced if claims[claim].kind is Kind.PREDICTION}
    stated = [claim for claim in content.replaced if claim not in foretold]
    stated.sort(key=lambda claim: (axis.places[claim.document], claim.document))
    rows = [_replaced_row(claim, content.replaced[claim], axis, context) for claim in stated]
    yield _group(f"No longer so: {counted(len(rows), 'statement')}", rows)
    told = {forecast.assertion.claim for forecast in content.told}
    rows = [_forecast_row(number, found, axis, context) for number, found in enumerate(content.told, start=1)]
    rows += [
        _replaced_row(claim, content.replaced[claim], axis, context) for claim in sorted(foretold) if claim not in told
    ]
    many = content.untold
    untold = f"Of {counted(many, 'more forecast')} no text here tells what came." if many else ""
    yield _group(f"What came of forecasts: {counted(len(rows), 'forecast')}", rows, untold)
    for author, drifts in content.drifts.items():
        document = drifts[0].profiles[0].holder.document
        name = name_of(ActorId(author.rpartition(".")[2]), document, context.corpus)
        rows = [_drift_row(found, axis, context) for found in drifts]
        yield _group(f"{name}, from text to text: {counted(len(rows), 'question')}", rows)


def _group(title: str, rows: Sequence[TimeRow], closing: str = "") -> TimeGroup:
    more = len(rows) - _MOST_ROWS
    left_out = f"Not in this picture: {more} more. `argmap compare --format json` has all." if more > 0 else ""
    return TimeGroup(title=title, rows=tuple(rows[:_MOST_ROWS]), closing=" ".join(filter(None, (left_out, closing))))


def _replaced_row(claim: ClaimId, links: Sequence[Link], axis: _Axis, context: ComparisonContext) -> TimeRow:
    record, labels = context.corpus.claims[claim], context.labels
    foretold = record.kind is Kind.PREDICTION
    newer = [(link, ClaimId(str(link.source))) for link in links]
    newer.sort(key=lambda found: (axis.places[found[1].document], found[1]))
    said = [f"{labels[source.document]}: {link.why or context.corpus.claims[source].text}" for link, source in newer]
    points = [
        TimePoint(
            at=axis.places[claim.document],
            sign=TimeSign.FORETOLD if foretold else TimeSign.SAID,
            sentence=f"{labels[claim.document]} says it",
        )
    ]
    points += [
        TimePoint(at=axis.places[source.document], sign=TimeSign.REPLACED, sentence=note)
        for (_, source), note in zip(newer, said, strict=True)
    ]
    return TimeRow(
        id=f"claim/{claim}",
        text=record.text,
        notes=(labels[claim.document], *(f"→ {note}" for note in said)),
        points=tuple(points),
        sentence=f"{labels[claim.document]}: {record.text} Later texts: {'; '.join(said)}",
    )


def _forecast_row(number: int, found: Forecast, axis: _Axis, context: ComparisonContext) -> TimeRow:
    record, who = context.corpus.claims[found.assertion.claim], context.name(found.holder)
    outcome = OUTCOMES[found.outcome]
    until = f" by {found.until}" if found.until else ""
    points = [
        TimePoint(at=axis.places[found.holder.document], sign=TimeSign.FORETOLD, sentence=f"{who} foretells it{until}")
    ]
    said = []
    for test in found.tests:
        text = context.corpus.claims[test.assertion.claim].text
        name = context.name(test.holder)
        said.append(f"{name}: {text}")
        sign = TimeSign.CAME if test.says_the_same else TimeSign.FAILED
        points.append(TimePoint(at=axis.places[test.holder.document], sign=sign, sentence=f"{name}: {text}"))
    told = f"{first_upper(outcome.said)}: {outcome.meaning}"
    return TimeRow(
        id=f"forecast/{number}",
        text=record.text,
        notes=(
            f"{who}{f', for {found.until}' if found.until else ''}",
            *(f"→ {outcome.said}: {note}" for note in said),
        ),
        points=tuple(points),
        sentence=f"{who} foretells: {record.text} {told}. {'; '.join(said)}",
    )


def _drift_row(found: Drift, axis: _Axis, context: ComparisonContext) -> TimeRow:
    issue = context.corpus.issues[found.issue]
    points = [point for profile in found.profiles for point in _answered(profile, axis, context)]
    changes = [changed_answer(change) for change in found.changes]
    furthest = [parting(change.verdict) for change in found.changes]
    told = [
        f"{context.name(before.holder)}, then {context.name(after.holder)}: {change}"
        for (before, after), change in zip(pairwise(found.profiles), changes, strict=True)
    ]
    return TimeRow(
        id=f"author/{found.author}/{found.issue}",
        text=issue.short or issue.question,
        notes=tuple(f"→ {change}" for change in dict.fromkeys(changes)),
        points=tuple(points),
        parting=next((how for how in (Parting.CANNOT, Parting.DISAGREES) if how in furthest), Parting.NONE),
        sentence=f"{quoted(issue.question)} {'; '.join(told)}",
    )


def _answered(profile: Profile, axis: _Axis, context: ComparisonContext) -> Iterable[TimePoint]:
    issue, who = context.corpus.issues[profile.issue], context.name(profile.holder)
    for stance in stances_of_its_own(profile):
        yield TimePoint(
            at=axis.places[profile.holder.document],
            sign=TimeSign.ANSWERED,
            mark=answer_mark(stance, issue),
            sentence=stance_sentence(stance, who, context.corpus),
        )
