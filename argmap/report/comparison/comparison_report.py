"""What a report tells, chosen and put in order; every format tells the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

import attrs

from argmap.compare.agreement import (
    MOST_CONFLICTS,
    IssueNumbers,
    PairNumbers,
    Reliability,
    all_issue_numbers,
    are_many,
    issue_numbers,
    pair_numbers,
    reliability,
    taken_apart,
)
from argmap.compare.alignment import Alignment
from argmap.compare.attributed_views import BorrowedVoice, OpposedVoice, borrowed_voices, opposed_voices
from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import Crux
from argmap.compare.disputes import Dispute, DisputedQuestion, disputed_questions, disputes
from argmap.compare.drift import Drift, drift
from argmap.compare.forecasts import Forecast, forecasts
from argmap.compare.inconsistency import Inconsistency, inconsistencies, two_answers_left_out
from argmap.compare.propositions import Reasons
from argmap.compare.representation import Representation, representations
from argmap.compare.stance import Profile
from argmap.compare.terms import TalkingPast, talking_past
from argmap.compare.unanswered import Unanswered, UnansweredIssue, unanswered, unanswered_issues
from argmap.compare.weight import Weights
from argmap.judge.holder import Holder, identities
from argmap.judge.verdict import Verdict
from argmap.model.ids import ClaimId, IssueId
from argmap.model.link import Link

MOST_INCONSISTENCIES = 200
"""Places at which holders take two sides that are told; the others are counted."""


@attrs.frozen(kw_only=True)
class Disagreement:
    """Two holders who disagree, with what bears on it.

    Attributes:
        rejected: The conditions that the other side rejects, where all turns on them.
        cruxes: The deeper disagreements on which it turns, wholly or in part (see `argmap.compare.cruxes.beneath`).
        of_other_times: On what it turns although there the two speak of different times.
        left_out: How many deeper ones were not weighed.
    """

    alignment: Alignment
    rejected: tuple[ClaimId, ...] = ()
    cruxes: tuple[Crux, ...]
    of_other_times: tuple[Crux, ...] = ()
    reasons: Reasons
    unanswered: tuple[Unanswered, ...]
    talking_past: tuple[TalkingPast, ...]
    left_out: int = 0

    @property
    def turns(self) -> bool:
        """Whether it turns on anything."""
        return bool(self.rejected or self.cruxes or self.of_other_times)


@attrs.frozen(kw_only=True)
class ComparisonReport:
    """What a report tells.

    Attributes:
        pairs: Who is put beside whom; empty where it only counts.
        only_counts: Whether there is more than anybody reads; then only issues are told, in numbers (but see
            `with_the_most_divisive`).
        disagreements_left_out: How many more disagreements there are in the disputes told.
        questions: What they dispute, that of the weightiest dispute first.
        disagreements: All of them, by question and weight; behind them those of one actor's documents, or of reports of
            one actor, which are no disputes.
        alignments: All of the pairs on what both speak about, issue by issue, then over links.
        disputes: What the disagreements among them come to, the weightiest first.
        forecasts: What the documents foretold, by holder, issue and claim.
        other_links: Alignments over links that no pair of these, and no voice, tells: of one author's documents, and of
            reported voices.
        voices_alone: The issues that are answered by reported voices alone, sorted.
        one_sided: Of a comparison of two named sides, the issues of which only one speaks.
        inconsistencies_left_out: How many more there are.
        unanswered_issues: What authors do not say and most others do; empty where two sides were named.
    """

    comparison: Comparison
    scope: Scope
    holders: tuple[Holder, ...]
    pairs: tuple[Pair, ...] = ()
    only_counts: bool = False
    questions: tuple[DisputedQuestion, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    disagreements_left_out: int = 0
    alignments: tuple[Alignment, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    other_links: tuple[Alignment, ...] = ()
    voices_alone: tuple[IssueId, ...] = ()
    one_sided: tuple[Alignment, ...] = ()
    voices: tuple[BorrowedVoice, ...] = ()
    opposed: tuple[OpposedVoice, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    inconsistencies_left_out: int = 0
    unanswered_issues: tuple[UnansweredIssue, ...] = ()
    representations: tuple[Representation, ...] = ()
    drifts: tuple[Drift, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    pair_numbers: tuple[PairNumbers, ...] = ()
    issue_numbers: tuple[IssueNumbers, ...] = ()
    reliability: Reliability | None = None

    def on(self, subject: IssueId | Link) -> tuple[Disagreement, ...]:
        """The disagreements on an issue, or over a link."""
        return tuple(one for one in self.disagreements if one.alignment.subject == subject)

    @property
    def differing_reports(self) -> tuple[Disagreement, ...]:
        """Those that belong to no dispute: documents of one author, or reports of one actor, that differ."""
        disputed = {
            (frozenset(dispute.holders), question.subject)
            for dispute in self.disputes
            for question in dispute.questions
        }
        found = ((frozenset(one.alignment.holders), one.alignment.subject, one) for one in self.disagreements)
        return tuple(one for holders, subject, one in found if (holders, subject) not in disputed)

    def voices_on(self, issue: IssueId) -> tuple[Holder, ...]:
        """The reported voices of the documents of this report that answer an issue, sorted."""
        documents = {holder.document for holder in self.holders}
        return tuple(
            holder for holder in self.comparison.stances.by_issue.get(issue, ()) if holder.document in documents
        )

    @property
    def issues(self) -> tuple[IssueId, ...]:
        """The issues of which some holder in the report speaks, sorted."""
        chosen = set(self.holders)
        found = self.comparison.stances.by_issue
        spoken_of = (issue for issue, speaking in found.items() if not chosen.isdisjoint(speaking))
        return tuple(issue for issue in spoken_of if self.scope.issue in (None, issue))

    def profiles(self, issue: IssueId) -> tuple[Profile, ...]:
        """Those of the holders in the report who speak on an issue, in the order of the holders."""
        speaking = self.comparison.stances.by_issue.get(issue, {})
        return tuple(speaking[holder] for holder in self.holders if holder in speaking)

    @property
    def voice_profiles(self) -> tuple[Profile, ...]:
        """Of the voices that the documents of this report show, beside its holders: issue by issue, sorted."""
        documents, known = {holder.document for holder in self.holders}, set(self.holders)
        return tuple(
            profile
            for issue, speaking in self.comparison.stances.by_issue.items()
            if self.scope.issue in (None, issue)
            for holder, profile in speaking.items()
            if not holder.is_author and holder.document in documents and holder not in known
        )


def comparison_report(comparison: Comparison, scope: Scope) -> ComparisonReport:
    """What is to be told of a comparison within a scope."""
    holders = scope.holders(comparison)
    whole = not scope.one
    numbers = _issue_numbers(comparison, scope) if whole else ()
    beyond_chance = reliability(comparison, comparison.authors) if whole and scope.issue is None else None
    numbers_told = numbers if scope.issue is None or not whole else (issue_numbers(comparison, scope.issue),)
    report = ComparisonReport(
        comparison=comparison, scope=scope, holders=holders, issue_numbers=numbers, reliability=beyond_chance
    )
    if are_many(numbers_told):
        return attrs.evolve(report, only_counts=True)
    pairs = scope.pairs(comparison)
    alignments = tuple(alignment for pair in pairs for alignment in _between(comparison, scope, pair))
    relevant = _Relevance.of(scope, holders)
    strained = tuple(one for one in inconsistencies(comparison) if relevant.holder(one.holder, one.issue))
    silent = () if scope.is_named else unanswered_issues(comparison)
    voices = tuple(voice for voice in borrowed_voices(comparison) if relevant.alignment(voice.alignment))
    opposed = tuple(voice for voice in opposed_voices(comparison) if relevant.alignment(voice.alignment))
    found_disputes = disputes(alignments, comparison)
    questions = disputed_questions(found_disputes, comparison.corpus)
    told = (*alignments, *(voice.alignment for voice in (*voices, *opposed)))
    return attrs.evolve(
        report,
        pairs=pairs,
        questions=questions,
        disagreements=_disagreements(comparison, alignments, questions),
        disputes=found_disputes,
        other_links=tuple(_other_links(comparison, relevant, told)),
        voices_alone=tuple(_voices_alone(comparison, relevant)) if scope.issue is None else (),
        alignments=tuple(sorted(alignments, key=lambda alignment: alignment.order[:2])),
        one_sided=_one_sided(comparison, scope, pairs) if scope.is_named else (),
        voices=voices,
        opposed=opposed,
        inconsistencies=strained[:MOST_INCONSISTENCIES],
        inconsistencies_left_out=len(strained[MOST_INCONSISTENCIES:]) + _answers_left_out(comparison, relevant),
        unanswered_issues=tuple(one for one in silent if relevant.holder(one.holder, one.issue)),
        representations=tuple(found for found in representations(comparison) if relevant.alignment(found.alignment)),
        drifts=tuple(
            one for one in drift(comparison) if any(relevant.holder(each.holder, one.issue) for each in one.profiles)
        ),
        forecasts=tuple(one for one in forecasts(comparison) if relevant.holder(one.holder, one.issue)),
        pair_numbers=tuple(pair_numbers(comparison, *pair) for pair in pairs) if scope.issue is None else (),
    )


def with_the_most_divisive(report: ComparisonReport) -> ComparisonReport:
    """A report that only counts, with the disputes of all authors on the most divisive issues; any other as it is."""
    if not report.only_counts or report.scope.one or report.scope.issue is not None:
        return report
    comparison = report.comparison
    taken = taken_apart(comparison, comparison.authors, report.issue_numbers)
    found = disputes((one for those in taken.values() for one in those), comparison)
    questions = disputed_questions(found, comparison.corpus)
    parted = [question for dispute in found for question in dispute.questions]
    told = _disagreements(comparison, parted[:MOST_CONFLICTS], questions)
    return attrs.evolve(
        report,
        questions=questions,
        disputes=found,
        disagreements=told,
        alignments=tuple(one.alignment for one in told),
        disagreements_left_out=len(parted[MOST_CONFLICTS:]),
    )


@attrs.frozen
class _Relevance:
    """Which of the findings about single holders belong into a report."""

    issue: IssueId | None
    documents: frozenset[str]
    sides: tuple[frozenset[str], frozenset[str]] | None

    @classmethod
    def of(cls, scope: Scope, holders: tuple[Holder, ...]) -> _Relevance:
        one, other = (frozenset(holder.document for holder in side) for side in (scope.one, scope.other))
        documents = frozenset(holder.document for holder in holders)
        return cls(scope.issue, one if one and not other else documents, (one, other or documents) if one else None)

    def holder(self, holder: Holder, issue: IssueId | None) -> bool:
        return self.issue in (None, issue) and holder.document in self.documents

    def alignment(self, alignment: Alignment) -> bool:
        if self.issue not in (None, alignment.issue):
            return False
        if self.sides is None:
            return True
        one, other = (holder.document for holder in alignment.holders)
        return any(mine in self.sides[0] and yours in self.sides[1] for mine, yours in ((one, other), (other, one)))


def _answers_left_out(comparison: Comparison, relevant: _Relevance) -> int:
    questions = comparison.stances.questions
    return sum(
        two_answers_left_out(profile, questions[issue])
        for issue, profiles in comparison.stances.by_issue.items()
        for profile in profiles.values()
        if relevant.holder(profile.holder, issue)
    )


def _between(comparison: Comparison, scope: Scope, pair: Pair) -> Iterator[Alignment]:
    if scope.issue is None:
        yield from comparison.between(*pair)
        return
    found = comparison.align(*pair, scope.issue)
    if found is not None and found.verdict is not Verdict.ONE_SIDED:
        yield found


def _other_links(comparison: Comparison, relevant: _Relevance, told: Iterable[Alignment]) -> Iterator[Alignment]:
    known = {frozenset((found.link, *found.holders)) for found in told if found.link is not None}
    for (one, other), alignments in comparison.linked.items():
        for found in alignments if one != other else ():
            if relevant.alignment(found) and frozenset((found.link, *found.holders)) not in known:
                yield found


def _voices_alone(comparison: Comparison, relevant: _Relevance) -> Iterator[IssueId]:
    for issue, speaking in comparison.stances.by_issue.items():
        if not any(holder.is_author for holder in speaking) and any(relevant.holder(one, issue) for one in speaking):
            yield issue


def _one_sided(comparison: Comparison, scope: Scope, pairs: tuple[Pair, ...]) -> tuple[Alignment, ...]:
    found = (alignment for pair in pairs for alignment in comparison.between(*pair, one_sided=True))
    return tuple(one for one in found if one.verdict is Verdict.ONE_SIDED and scope.issue in (None, one.issue))


def _disagreements(
    comparison: Comparison, alignments: Iterable[Alignment], questions: Iterable[DisputedQuestion]
) -> tuple[Disagreement, ...]:
    """Question by question, what else its disputes are on right behind it; in each the weightiest first."""
    weights = Weights(comparison.corpus)
    subjects = (subject for question in questions for subject in question.subjects)
    place = {subject: number for number, subject in enumerate(subjects)}
    found = [one for one in alignments if one.is_disagreement]
    found.sort(key=lambda one: (place.get(one.subject, len(place)), -weights.of(one), one.order))
    return tuple(disagreement_of(comparison, alignment) for alignment in found)


def disagreement_of(comparison: Comparison, alignment: Alignment) -> Disagreement:
    """A disagreement with all that bears on it."""
    beneath = comparison.beneath(alignment)
    return Disagreement(
        alignment=alignment,
        rejected=beneath.rejected,
        cruxes=beneath.cruxes,
        of_other_times=beneath.of_other_times,
        left_out=beneath.left_out,
        reasons=comparison.reasons(alignment),
        unanswered=(*unanswered(comparison, alignment), *unanswered(comparison, alignment.mirrored())),
        talking_past=tuple(talking_past(comparison, alignment)),
    )


def _issue_numbers(comparison: Comparison, scope: Scope) -> tuple[IssueNumbers, ...]:
    authors = comparison.authors
    if scope.issue is not None:
        return (issue_numbers(comparison, scope.issue, authors),)
    return tuple(numbers for numbers in all_issue_numbers(comparison, authors) if numbers.holders)


Pair = tuple[Holder, Holder]


@attrs.frozen(kw_only=True)
class Scope:
    """Whom a report puts beside whom.

    Attributes:
        one: The first side of every pair; empty for all authors.
        other: The second side; empty for all authors.
        issue: The only issue of which the report speaks; None for all, and links.
        asked: The words with which it was asked for, without the issue.
    """

    one: tuple[Holder, ...] = ()
    other: tuple[Holder, ...] = ()
    issue: IssueId | None = None
    asked: tuple[str, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether both sides were named."""
        return bool(self.one and self.other)

    def pairs(self, comparison: Comparison) -> tuple[Pair, ...]:
        """Each pair once; two documents of the same authors only where both were named: their difference is drift.

        On one issue everybody who speaks is put beside everybody else, actors too.
        """
        found = dict.fromkeys(frozenset(pair) for pair in self._all(comparison) if pair[0] != pair[1])
        place = {holder: number for number, holder in enumerate(self.holders(comparison))}
        ordered = [sorted(pair, key=place.__getitem__) for pair in found]
        pairs = [(one, other) for one, other in sorted(ordered, key=lambda pair: [place[holder] for holder in pair])]
        return tuple(pair for pair in pairs if self.is_named or not _same_authors(*pair, comparison))

    def holders(self, comparison: Comparison) -> tuple[Holder, ...]:
        """Everybody of whom the report speaks: a side that was named first, then by date and document."""
        if not self.one:
            return by_date(self._everybody(comparison), comparison)
        authors = by_date(comparison.authors, comparison)
        return tuple(dict.fromkeys((*by_date(self.one, comparison), *(by_date(self.other, comparison) or authors))))

    def _everybody(self, comparison: Comparison) -> Iterable[Holder]:
        return comparison.authors if self.issue is None else comparison.stances.by_issue.get(self.issue, ())

    def _all(self, comparison: Comparison) -> Iterator[Pair]:
        if not self.one:
            return combinations(self._everybody(comparison), 2)
        return product(self.one, self.other or comparison.authors)


def by_date(holders: Iterable[Holder], comparison: Comparison) -> tuple[Holder, ...]:
    """Holders by the date of their documents, those without one last; then by document and actor."""
    documents = comparison.corpus.documents
    return tuple(sorted(holders, key=lambda holder: (documents[holder.document].date or "~", holder.order)))


def _same_authors(one: Holder, other: Holder, comparison: Comparison) -> bool:
    if not (one.is_author and other.is_author):
        return False
    mine, yours = (set(identities(holder, comparison.corpus)) for holder in (one, other))
    return bool(mine) and mine == yours


Order = tuple[str, str, tuple[str, str], tuple[str, str]]


def tensions_beside(report: ComparisonReport) -> Mapping[Order, tuple[Alignment, ...]]:
    """For each disagreement, by its order, the tensions that links declare between the same two and one of its claims.

    A tension is told once: under the first of the disagreements that it touches.
    """
    by_pair: dict[frozenset[Holder], list[Disagreement]] = {}
    for disagreement in report.disagreements:
        by_pair.setdefault(frozenset(disagreement.alignment.holders), []).append(disagreement)
    found: dict[Order, tuple[Alignment, ...]] = {}
    for alignment in report.alignments:
        if alignment.link is None or alignment.verdict is not Verdict.TENSION:
            continue
        claims = {*alignment.one.claims, *alignment.other.claims}
        for disagreement in by_pair.get(frozenset(alignment.holders), ()):
            upper = disagreement.alignment
            if not claims.isdisjoint((*upper.one.claims, *upper.other.claims)):
                found[upper.order] = (*found.get(upper.order, ()), alignment)
                break
    return found
