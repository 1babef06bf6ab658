"""Forecasts: what was foretold, until when, and what came of it as far as the documents tell.

A fact tests a forecast if its time begins after the forecast was made, whoever states it.  A test is never a
contradiction: whether "by then" or "until then" was meant cannot be seen, hence the cautious words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

import attrs

from argmap.compare.comparison import Comparison
from argmap.compare.stances import Stances, gather
from argmap.judge.assertion import Assertion, commitments
from argmap.judge.dates import is_reached, precedes, tests
from argmap.judge.force import Direction
from argmap.judge.holder import Holder
from argmap.judge.holders import dependences_between
from argmap.judge.pairs import Between, are_opposed, points_alike
from argmap.judge.questions import Question
from argmap.language.words import OPEN, Kind, Relation
from argmap.model.ids import ClaimId, IssueId, PositionId

MOST_FACTS = 100
"""Facts on one issue that differ in what they say or of when, with which forecasts are compared."""
MOST_TESTS = 20
"""Facts that are kept for one forecast."""


class Outcome(StrEnum):
    """What came of a forecast."""

    BORNE_OUT = "borne-out"
    """It leaned, and a fact of its date says the same."""
    CAME_ABOUT = "came-about"
    """It called it possible, and a fact of its date says the same."""
    FAILED = "failed"
    """It leaned, and a fact of its date speaks against it."""
    DID_NOT_COME = "did-not-come"
    """It called it possible, and a fact of its date speaks against it."""
    SO_FAR_FOR = "so-far-for"
    """Its date is not reached, or it names none, and the facts so far say the same."""
    SO_FAR_AGAINST = "so-far-against"
    """Likewise, and the facts so far speak against it."""
    DISPUTED = "disputed"
    """Facts stand on both sides."""
    NOT_TESTED = "not-tested"
    """Whoever states a fact does not grant the condition on which it was made."""
    NOT_KNOWN = "not-known"
    """Its date is past, and no fact here tells what came."""
    OPEN = "open"
    """No fact here speaks to it, and nothing here is surely later than its date."""


@attrs.frozen
class Test:
    """A fact that tests a forecast.

    Attributes:
        holder: Who states it.
        position: Of which position it speaks; None where a link joins the claims.
        says_the_same: Whether it says what the forecast says, or the opposite.
        reached: Whether the date of the forecast was reached when it held.
    """

    holder: Holder
    assertion: Assertion
    position: PositionId | None
    says_the_same: bool
    reached: bool


@attrs.frozen(kw_only=True)
class Forecast:
    """What one holder foretold.

    Attributes:
        assertion: Its time tells when it was said, and by when it will be known.
        issue: The issue; None where the claim answers none.
        position: Of which position it speaks, likewise.
        tests: The facts on which the outcome rests, those of its date if there are any, the latest first.
        tests_left_out: How many more there are.
        is_whole: False where there are too many facts, and not every one was weighed.
    """

    holder: Holder
    assertion: Assertion
    issue: IssueId | None = None
    position: PositionId | None = None
    outcome: Outcome
    tests: tuple[Test, ...] = ()
    tests_left_out: int = 0
    is_whole: bool = True

    @property
    def said(self) -> str:
        """When it was said; empty where nothing tells."""
        return self.assertion.time.start

    @property
    def until(self) -> str:
        """By when it will be known; empty where it names no date."""
        return self.assertion.time.end


@attrs.frozen
class _Stated:
    """What one holder says of a position, or of a linked claim."""

    holder: Holder
    assertion: Assertion
    position: PositionId | None = None

    def likeness(self, *, by_claim: bool) -> tuple[object, ...]:
        """Statements that are alike in this are tested alike; on a condition each stands alone."""
        alone = by_claim or bool(self.assertion.conditions)
        apart = (self.holder, self.assertion.claim) if alone else ()
        return (self.position, self.assertion.force, self.assertion.time, apart)

    @property
    def order(self) -> tuple[object, ...]:
        return (self.holder.order, self.assertion.claim, self.position or "")


class _Weighed(NamedTuple):
    """Facts that are alike and speak to a forecast."""

    facts: Sequence[_Stated]
    same: bool
    reached: bool

    def tests(self) -> Iterator[Test]:
        """One for each."""
        return (Test(one.holder, one.assertion, one.position, self.same, self.reached) for one in self.facts)


class _Bearing(NamedTuple):
    """What follows for a claim where a linked one is so, and where it is not; None where nothing does."""

    accepted: bool | None
    rejected: bool | None = None
    supersedes: bool = False


_MUTUAL = {
    Relation.SAME_AS: _Bearing(True, False),
    Relation.CONTRADICTS: _Bearing(False, True),
    Relation.CONTRARY_TO: _Bearing(False),
}
_OF_SOURCES = {**_MUTUAL, Relation.ENTAILS: _Bearing(True), Relation.SUPERSEDES: _Bearing(False, supersedes=True)}
"""What the source of a link says of its target."""
_OF_TARGETS = {**_MUTUAL, Relation.ENTAILS: _Bearing(None, False)}
"""The other way round."""


def forecasts(comparison: Comparison) -> Iterator[Forecast]:
    """Every forecast of the holders compared, by holder, issue and claim; facts of all documents test them.

    What is only granted, or only shown, is no forecast and no test; a fact that merely calls something possible is no
    test either.
    """
    corpus = comparison.corpus
    if all(claim.kind is not Kind.PREDICTION for claim in corpus.claims.values()):
        return
    stances = comparison.stances if not comparison.left_out else gather(corpus)
    latest = _latest(stances)
    found: list[Forecast] = []
    for issue, profiles in comparison.stances.by_issue.items():
        made = [
            _Stated(holder, answer.assertion, answer.position)
            for holder, profile in profiles.items()
            for stance, answer in profile.answers
            if not stance.implied and answer.position != OPEN and _is_forecast(answer.assertion)
        ]
        if made:
            found += _on_issue(issue, made, stances, latest)
    found += _on_claims(comparison, stances, latest)
    yield from sorted(
        found, key=lambda one: (one.holder.order, one.issue or "~", one.assertion.claim, one.position or "")
    )


def counts(found: Iterable[Forecast]) -> Mapping[Holder, Mapping[Outcome, int]]:
    """By holder, how many forecasts came to what, in the order of the outcomes; holders as they are met."""
    by_holder: dict[Holder, dict[Outcome, int]] = {}
    for forecast in found:
        counted = by_holder.setdefault(forecast.holder, {})
        counted[forecast.outcome] = counted.get(forecast.outcome, 0) + 1
    return {
        holder: {outcome: counted[outcome] for outcome in Outcome if outcome in counted}
        for holder, counted in by_holder.items()
    }


def _is_forecast(assertion: Assertion) -> bool:
    return assertion.time.is_prediction and assertion.is_main and assertion.force.direction is not Direction.NEITHER


def _is_test(assertion: Assertion) -> bool:
    return assertion.is_main and assertion.time.is_fact and assertion.force.leans_alone


def _latest(stances: Stances) -> str:
    """The latest time of which a document tells."""
    dates = [document.date for document in stances.corpus.documents.values()]
    dates += [claim.as_of.start for claim in stances.corpus.claims.values() if claim.as_of is not None]
    return max(dates, default="")


def _on_issue(issue: IssueId, made: list[_Stated], stances: Stances, latest: str) -> Iterator[Forecast]:
    question = stances.questions[issue]
    by_claim = bool(question.supersedes)
    alike: dict[tuple[object, ...], list[_Stated]] = {}
    for holder, profile in stances.by_issue.get(issue, {}).items():
        for stance, answer in profile.answers:
            fact = answer.assertion
            takes_place = by_claim and fact.carries and not fact.time.is_prediction
            if not stance.implied and (_is_test(fact) or takes_place):
                stated = _Stated(holder, fact, answer.position)
                alike.setdefault(stated.likeness(by_claim=by_claim), []).append(stated)
    facts = [sorted(group, key=lambda one: one.order) for group in alike.values()]
    facts.sort(key=lambda group: group[0].order)
    facts.sort(key=lambda group: group[0].assertion.time.start, reverse=True)
    whole = len(facts) <= MOST_FACTS
    known: dict[tuple[object, ...], tuple[_Weighed, ...]] = {}
    for forecast in made:
        key = forecast.likeness(by_claim=by_claim)
        if key not in known:
            known[key] = tuple(_weighed(forecast, facts[:MOST_FACTS], question))
        yield _forecast(forecast, issue, known[key], stances=stances, latest=latest, is_whole=whole)


def _weighed(forecast: _Stated, facts: Iterable[list[_Stated]], question: Question) -> Iterator[_Weighed]:
    """The facts that speak to a forecast."""
    made = forecast.assertion
    for group in facts:
        fact = group[0].assertion
        superseding = bool(question.supersedes) and frozenset((made.claim, fact.claim)) in question.supersedes
        if not superseding and not tests(fact.time, made.time):
            continue
        assert forecast.position is not None and group[0].position is not None
        between = question.between(forecast.position, group[0].position)
        ways = made.force.direction, fact.force.direction
        # Where another answer came, what was ruled out did not.
        ruled_out = between is Between.EXCLUSIVE and ways == (Direction.AGAINST, Direction.FOR)
        same = ruled_out or points_alike(*ways, between)
        if same or are_opposed(made.force, fact.force, between):
            yield _Weighed(group, same, superseding or is_reached(fact.time, made.time))


def _on_claims(comparison: Comparison, stances: Stances, latest: str) -> Iterator[Forecast]:
    """Forecasts that answer no issue; facts that a link joins to them test them."""
    corpus = comparison.corpus
    joined: dict[ClaimId, list[tuple[ClaimId, _Bearing]]] = {}
    for link in corpus.links:
        if isinstance(link.source, ClaimId) and isinstance(link.target, ClaimId):
            for end, other, bearings in (
                (link.target, link.source, _OF_SOURCES),
                (link.source, link.target, _OF_TARGETS),
            ):
                if link.relation in bearings:
                    joined.setdefault(end, []).append((other, bearings[link.relation]))
    for document in comparison.documents:
        for claim in corpus.claims_of(document):
            if claim.kind is not Kind.PREDICTION or claim.answers:
                continue
            beside = joined.get(claim.id, [])
            facts = [(fact, bearing) for other, bearing in beside[:MOST_FACTS] for fact in _stated(other, stances)]
            facts.sort(key=lambda found: found[0].order)
            facts.sort(key=lambda found: found[0].assertion.time.start, reverse=True)
            for made in _stated(claim.id, stances):
                if _is_forecast(made.assertion):
                    weighed = [found for each in facts if (found := _linked(made, *each)) is not None]
                    whole = len(beside) <= MOST_FACTS
                    yield _forecast(made, None, weighed, stances=stances, latest=latest, is_whole=whole)


def _linked(made: _Stated, stated: _Stated, bearing: _Bearing) -> _Weighed | None:
    """What somebody says of the other end of a link, where it tests a forecast."""
    fact, forecast = stated.assertion, made.assertion
    so = bearing.accepted if fact.force.direction is Direction.FOR else bearing.rejected
    if so is None:
        return None
    same = so is (forecast.force.direction is Direction.FOR)
    if bearing.supersedes:
        return _Weighed([stated], same, reached=True) if fact.carries and not fact.time.is_prediction else None
    if not (_is_test(fact) and tests(fact.time, forecast.time)):
        return None
    return _Weighed([stated], same, is_reached(fact.time, forecast.time))


def _stated(claim: ClaimId, stances: Stances) -> list[_Stated]:
    record = stances.corpus.claims.get(claim)
    if record is None or claim.document not in stances.corpus.documents:
        return []
    date = stances.corpus.documents[claim.document].date
    return [
        _Stated(commitment.holder, stances.settled(commitment))
        for commitment in commitments(record, date, stances.conceded)
    ]


def _forecast(
    made: _Stated,
    issue: IssueId | None,
    weighed: Iterable[_Weighed],
    *,
    stances: Stances,
    latest: str,
    is_whole: bool,
) -> Forecast:
    found = tuple(weighed)
    given = tuple(_granted(made, found, stances))
    deciding = [each for each in given if each.reached] or given
    found_tests = islice((test for each in deciding for test in each.tests()), MOST_TESTS)
    return Forecast(
        holder=made.holder,
        assertion=made.assertion,
        issue=issue,
        position=made.position,
        outcome=_outcome(made.assertion, deciding, untested=bool(found), latest=latest),
        tests=tuple(found_tests),
        tests_left_out=max(0, sum(len(each.facts) for each in deciding) - MOST_TESTS),
        is_whole=is_whole and not (made.assertion.conditions and any(len(each.facts) > MOST_FACTS for each in found)),
    )


def _granted(made: _Stated, weighed: Iterable[_Weighed], stances: Stances) -> Iterator[_Weighed]:
    """The facts of those who grant the conditions of a forecast, or where none is made."""
    for each in weighed:
        if not made.assertion.conditions and not each.facts[0].assertion.conditions:
            yield each
            continue
        facts = [fact for fact in each.facts[:MOST_FACTS] if _is_granted(made, fact, stances)]
        if facts:
            yield _Weighed(facts, each.same, each.reached)


def _is_granted(forecast: _Stated, fact: _Stated, stances: Stances) -> bool:
    """Whether no condition of either is left that the other does not grant, and no exception holds."""
    mine, yours = forecast.assertion, fact.assertion
    dependences = dependences_between(forecast.holder, fact.holder, stances.held)
    if dependences is None or not (mine.conditions or yours.conditions):
        return True
    depends = dependences(mine, yours)
    return not (depends.left or depends.exception or depends.cases)


def _outcome(made: Assertion, found: Collection[_Weighed], *, untested: bool, latest: str) -> Outcome:
    sides = {each.same for each in found}
    if len(sides) == 2:
        return Outcome.DISPUTED
    if sides:
        same = sides.pop()
        if not any(each.reached for each in found):
            return Outcome.SO_FAR_FOR if same else Outcome.SO_FAR_AGAINST
        if made.force.leans_alone:
            return Outcome.BORNE_OUT if same else Outcome.FAILED
        return Outcome.CAME_ABOUT if same else Outcome.DID_NOT_COME
    if untested:
        return Outcome.NOT_TESTED
    return Outcome.NOT_KNOWN if made.time.end and precedes(made.time.end, latest) else Outcome.OPEN
