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
from argmap.judge.holder import Holder, name_of
from argmap.language.words import Kind, Relation
from argmap.model.ids import ActorId, ClaimId, DocumentId
from argmap.model.issue import Issue
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
_MOST_TESTS = 2
"""Facts that are told beside one forecast."""
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
        if forecast.outcome not in _UNTOLD
        and all(test.holder.document in dated for test in forecast.tests)
        and any(test.holder.document != forecast.holder.document for test in forecast.tests)
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
    counts = " · ".join(group.title for group in groups)
    return Timeline(
        title="What time has changed",
        subtitle=(counts, axis.remark),
        description=f"What time has changed: {counts}. A row for each, along the dates of the texts.",
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

    @property
    def remark(self) -> str:
        """Where a text stands that is dated by its year alone, while another of that year is dated more exactly."""
        years = [date.date for date in self.dates if date.date.isdigit()]
        vague = any(date.date != year and date.date.endswith(year) for year in years for date in self.dates)
        return "A text that is dated by its year alone stands at the end of that year." if vague else ""

    def needs_name(self, holder: Holder) -> bool:
        """Whether the place on the axis does not tell who speaks."""
        place = self.places[holder.document]
        return not holder.is_author or sum(other == place for other in self.places.values()) > 1

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
    precision = min(len(before), len(after))
    years = int(after[:4].ljust(4, "0")) - int(before[:4].ljust(4, "0"))
    if precision <= 4:
        return f"about {counted(years, 'year')}" if years else ""
    months = 12 * years + int(after[5:7]) - int(before[5:7])
    if months >= 24:
        return counted(months // 12, "year")
    if precision == 10 and months <= 1:
        return counted(_day(after) - _day(before), "day")
    return counted(months, "month") if months else ""


def _groups(content: TimelineContent, axis: _Axis, context: ComparisonContext) -> Iterator[TimeGroup]:
    claims = context.corpus.claims
    foretold = {claim for claim in content.replaced if claims[claim].kind is Kind.PREDICTION}
    stated = [claim for claim in content.replaced if claim not in foretold]
    stated.sort(key=lambda claim: (axis.places[claim.document], claim.document))
    rows = [_replaced_row(claim, content.replaced[claim], axis, context) for claim in stated]
    yield _group(f"{counted(len(rows), 'statement')} that later texts have overtaken", rows)
    told = {forecast.assertion.claim for forecast in content.told}
    by_statement: dict[tuple[Holder, ClaimId, Outcome], list[Forecast]] = {}
    for found in content.told:
        by_statement.setdefault((found.holder, found.assertion.claim, found.outcome), []).append(found)
    rows = [_forecast_row(number, those, axis, context) for number, those in enumerate(by_statement.values(), start=1)]
    rows += [
        _replaced_row(claim, content.replaced[claim], axis, context) for claim in sorted(foretold) if claim not in told
    ]
    many = content.untold
    untold = f"Of {counted(many, 'more forecast')} no later text here tells what came." if many else ""
    yield _group(
        f"{counted(len(rows), 'forecast')}, and what came of {'it' if len(rows) == 1 else 'them'}", rows, untold
    )
    for author, drifts in content.drifts.items():
        document = drifts[0].profiles[0].holder.document
        name = name_of(ActorId(author.rpartition(".")[2]), document, context.corpus)
        rows = [_drift_row(found, axis, context) for found in drifts]
        yield _group(f"{name} from text to text, on {counted(len(rows), 'question')}", rows)


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
    where = [labels[claim.document]] if axis.needs_name(Holder(claim.document)) else []
    return TimeRow(
        id=f"claim/{claim}",
        text=record.text,
        notes=(*where, *(f"→ {note}" for note in said)),
        points=tuple(points),
        sentence=f"{labels[claim.document]}: {record.text} Later texts: {'; '.join(said)}",
    )


def _forecast_row(number: int, found: Sequence[Forecast], axis: _Axis, context: ComparisonContext) -> TimeRow:
    """One statement that foretells, with all that tests it in whatever it answers."""
    first = found[0]
    record, who = context.corpus.claims[first.assertion.claim], context.name(first.holder)
    outcome = OUTCOMES[first.outcome]
    until = f", for {first.until}" if first.until else ""
    start = axis.places[first.holder.document]
    points = [TimePoint(at=start, sign=TimeSign.FORETOLD, sentence=f"{who} foretells it{until}")]
    tests = {(test.holder, test.assertion.claim): test for forecast in found for test in forecast.tests}
    said = []
    for test in tests.values():
        said.append(f"{context.name(test.holder)}: {context.corpus.claims[test.assertion.claim].text}")
        sign = TimeSign.CAME if test.says_the_same else TimeSign.FAILED
        points.append(TimePoint(at=axis.places[test.holder.document], sign=sign, sentence=said[-1]))
    more = [f"and {counted(len(said) - _MOST_TESTS, 'more fact')}"] if len(said) > _MOST_TESTS else []
    where = [f"{who}{until}"] if axis.needs_name(first.holder) or until else []
    return TimeRow(
        id=f"forecast/{number}",
        text=record.text,
        notes=(*where, *(f"→ {outcome.said}: {note}" for note in said[:_MOST_TESTS]), *more),
        points=tuple(points),
        sentence=f"{who} foretells{until}: {record.text} "
        f"{first_upper(outcome.said)}: {outcome.meaning}. {'; '.join(said)}",
    )


def _drift_row(found: Drift, axis: _Axis, context: ComparisonContext) -> TimeRow:
    issue = context.corpus.issues[found.issue]
    points = [point for profile in found.profiles for point in _answered(profile, axis, context)]
    changes = [changed_answer(change) for change in found.changes]
    furthest = [parting(change.verdict) for change in found.changes]
    answers = [_words(profile, issue) for profile in found.profiles]
    told = [f"{before} → {after}: {change}" for (before, after), change in zip(pairwise(answers), changes, strict=True)]
    said = [f"{context.name(profile.holder)}: {words}" for profile, words in zip(found.profiles, answers, strict=True)]
    return TimeRow(
        id=f"author/{found.author}/{found.issue}",
        text=issue.short or issue.question,
        notes=tuple(told),
        points=tuple(points),
        parting=next((how for how in (Parting.CANNOT, Parting.DISAGREES) if how in furthest), Parting.NONE),
        sentence=f"{quoted(issue.question)} {'; '.join(said)}. From text to text: {'; '.join(changes)}",
    )


def _words(profile: Profile, issue: Issue) -> str:
    """The answers of a profile in a few words, each with how firmly it is given."""
    return ", ".join(answer_mark(stance, issue, firmly=True).words for stance in stances_of_its_own(profile))


def _answered(profile: Profile, axis: _Axis, context: ComparisonContext) -> Iterable[TimePoint]:
    issue, who = context.corpus.issues[profile.issue], context.name(profile.holder)
    for stance in stances_of_its_own(profile):
        yield TimePoint(
            at=axis.places[profile.holder.document],
            sign=TimeSign.ANSWERED,
            mark=answer_mark(stance, issue),
            sentence=stance_sentence(stance, who, context.corpus),
        )
