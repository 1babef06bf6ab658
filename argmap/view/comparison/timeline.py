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
from argmap.judge.holder import Holder, name_of
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
        replaced: By claim that another text has overtaken, the links that say so.
        told: By holder, claim and outcome, the forecasts of which another text tells what came.
        foretold: All that was foretold, by holder and claim.
        drifts: By author's identity, each question that several of the author's texts answer.
    """

    replaced: Mapping[ClaimId, tuple[Link, ...]]
    told: Mapping[tuple[Holder, ClaimId, Outcome], tuple[Forecast, ...]]
    foretold: frozenset[tuple[Holder, ClaimId]]
    drifts: Mapping[str, tuple[Drift, ...]]


def timeline_content(comparison: Comparison) -> TimelineContent | None:
    """What the timeline of a comparison shows; None where texts of two dates say nothing of each other's time."""
    documents = comparison.corpus.documents
    dated = {document for document in comparison.documents if documents[document].date}
    if len({documents[document].date for document in dated}) < 2:
        return None
    replaced: dict[ClaimId, list[Link]] = {}
    for link in comparison.corpus.links:
        if link.relation is Relation.SUPERSEDES and not link.between_positions:
            newer, older = (ClaimId(str(end)) for end in (link.source, link.target))
            if newer.document != older.document and {newer.document, older.document} <= dated:
                replaced.setdefault(older, []).append(link)
    told: dict[tuple[Holder, ClaimId, Outcome], list[Forecast]] = {}
    foretold = set()
    for found in forecasts(comparison):
        where = {test.holder.document for test in found.tests} | {found.holder.document}
        if found.holder.document in dated:
            foretold.add((found.holder, found.assertion.claim))
        if found.outcome not in _UNTOLD and where <= dated and len(where) > 1:
            told.setdefault((found.holder, found.assertion.claim, found.outcome), []).append(found)
    drifts: dict[str, list[Drift]] = {}
    for each in drift(comparison):
        drifts.setdefault(each.author, []).append(each)
    if not (replaced or told or drifts):
        return None
    return TimelineContent(
        {claim: tuple(links) for claim, links in replaced.items()},
        {key: tuple(those) for key, those in told.items()},
        frozenset(foretold),
        {author: tuple(those) for author, those in drifts.items()},
    )


def timeline_of(content: TimelineContent, context: ComparisonContext) -> Timeline:
    """The dates of all texts as an axis, and a row for each statement."""
    axis = _Axis.of(context)
    groups = tuple(group for group in _Writer(content, axis, context).groups() if group.rows)
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


@attrs.frozen
class _Writer:
    content: TimelineContent
    axis: _Axis
    context: ComparisonContext

    def groups(self) -> Iterator[TimeGroup]:
        """What was overtaken, what came of forecasts, and each author from text to text."""
        content, claims, places = self.content, self.context.corpus.claims, self.axis.places
        overtaken = sorted(content.replaced, key=lambda claim: (places[claim.document], claim.document))
        stated = [claim for claim in overtaken if claims[claim].kind is not Kind.PREDICTION]
        yield _group(f"{counted(len(stated), 'statement')} that later texts have overtaken", map(self.replaced, stated))
        told = {claim for _, claim, _ in content.told}
        others = [claim for claim in overtaken if claim not in told and claims[claim].kind is Kind.PREDICTION]
        rows = [*map(self.forecast, content.told.values()), *map(self.replaced, others)]
        untold = len({(holder, claim) for holder, claim in content.foretold if claim not in {*told, *others}})
        closing = f"Of {counted(untold, 'more forecast')} no later text here tells what came." if untold else ""
        yield _group(
            f"{counted(len(rows), 'forecast')}, and what came of {'it' if len(rows) == 1 else 'them'}", rows, closing
        )
        for author, drifts in content.drifts.items():
            document = drifts[0].profiles[0].holder.document
            name = name_of(ActorId(author.rpartition(".")[2]), document, self.context.corpus)
            questions = counted(len(drifts), "question")
            yield _group(f"{name} from text to text, on {questions}", map(self.answers, drifts))

    def replaced(self, claim: ClaimId) -> TimeRow:
        """A statement that later texts have overtaken."""
        claims, labels = self.context.corpus.claims, self.context.labels
        newer = [(ClaimId(str(link.source)), link.why) for link in self.content.replaced[claim]]
        newer.sort(key=lambda found: (self.axis.places[found[0].document], found[0]))
        said = [(source, f"{labels[source.document]}: {why or claims[source].text}") for source, why in newer]
        sign = TimeSign.FORETOLD if claims[claim].kind is Kind.PREDICTION else TimeSign.SAID
        points = [self._point(claim.document, sign, f"{labels[claim.document]} says it")]
        points += [self._point(source.document, TimeSign.REPLACED, told) for source, told in said]
        notes = [f"→ {told}" for _, told in said]
        return TimeRow(
            id=f"claim/{claim}",
            text=claims[claim].text,
            notes=(*self._who(Holder(claim.document)), *notes),
            points=tuple(points),
            sentence=f"{labels[claim.document]}: {claims[claim].text} {'; '.join(told for _, told in said)}",
        )

    def forecast(self, found: Sequence[Forecast]) -> TimeRow:
        """One statement that foretells, with all that tests it in whatever it answers."""
        first, claims, outcome = found[0], self.context.corpus.claims, OUTCOMES[found[0].outcome]
        text, until = claims[first.assertion.claim].text, f", for {first.until}" if first.until else ""
        who = self.context.name(first.holder)
        tests = {(test.holder, test.assertion.claim): test for forecast in found for test in forecast.tests}
        said = [f"{self.context.name(holder)}: {claims[claim].text}" for holder, claim in tests]
        points = [self._point(first.holder.document, TimeSign.FORETOLD, f"{who} foretells it{until}")]
        points += [
            self._point(test.holder.document, TimeSign.CAME if test.says_the_same else TimeSign.FAILED, told)
            for test, told in zip(tests.values(), said, strict=True)
        ]
        came = first_upper(outcome)
        notes = [f"→ {outcome}: {told}" for told in said[:_MOST_TESTS]]
        notes += [f"and {counted(len(said) - _MOST_TESTS, 'more fact')}"] if len(said) > _MOST_TESTS else []
        return TimeRow(
            id=f"forecast/{first.holder.id}/{first.assertion.claim}/{first.outcome}",
            text=text,
            notes=(*self._who(first.holder, until), *notes),
            points=tuple(points),
            sentence=f"{who} foretells{until}: {text} {came}. {'; '.join(said)}",
        )

    def answers(self, found: Drift) -> TimeRow:
        """What one author answers to a question from text to text."""
        issue = self.context.corpus.issues[found.issue]
        points, answers = [], []
        for profile in found.profiles:
            stances, who = stances_of_its_own(profile), self.context.name(profile.holder)
            answers.append(", ".join(answer_mark(stance, issue, firmly=True).words for stance in stances))
            for stance in stances:
                said, mark = stance_sentence(stance, who, self.context.corpus), answer_mark(stance, issue)
                points.append(attrs.evolve(self._point(profile.holder.document, TimeSign.ANSWERED, said), mark=mark))
        pairs = zip(found.changes, found.partly, strict=True)
        changes = [changed_answer(change, partly=partly) for change, partly in pairs]
        furthest = {parting(change) for change in found.changes}
        told = [f"{one} → {two}: {change}" for (one, two), change in zip(pairwise(answers), changes, strict=True)]
        return TimeRow(
            id=f"author/{found.author}/{found.issue}",
            text=issue.short or issue.question,
            notes=tuple(told),
            points=tuple(points),
            parting=Parting.CANNOT if Parting.CANNOT in furthest else Parting.NONE,
            sentence=f"{quoted(issue.question)} {'; '.join(told)}",
        )

    def _point(self, document: DocumentId, sign: TimeSign, said: str) -> TimePoint:
        return TimePoint(at=self.axis.places[document], sign=sign, sentence=said)

    def _who(self, holder: Holder, until: str = "") -> tuple[str, ...]:
        """Who speaks, where the place on the axis does not tell that alone."""
        place = self.axis.places[holder.document]
        alone = holder.is_author and sum(other == place for other in self.axis.places.values()) == 1
        return () if alone and not until else (f"{self.context.name(holder)}{until}",)


def _group(title: str, rows: Iterable[TimeRow], closing: str = "") -> TimeGroup:
    there = tuple(rows)
    more = len(there) - _MOST_ROWS
    left_out = f"Not in this picture: {more} more. `argmap compare --format json` has all." if more > 0 else ""
    return TimeGroup(title=title, rows=there[:_MOST_ROWS], closing=" ".join(filter(None, (left_out, closing))))
