"""Two holders on one issue: every pair of assertions is judged, and the strongest that is left counts.

Assertions that are alike in all that a verdict looks at are judged once.  Work is the product of how many different
ones each of the two makes; past `MOST_PAIRS` the rest is not judged, and the ruling says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import attrs

from argmap.judge.assertion import Assertion
from argmap.judge.conditions import Dependence, dependence
from argmap.judge.dates import Time, apart
from argmap.judge.force import Direction
from argmap.judge.held import Held
from argmap.judge.holder import Holder
from argmap.judge.pairs import Judgement, points_alike
from argmap.judge.questions import Answer, Dependences, Question, by_position, judge_answers
from argmap.judge.verdict import Reason, Verdict
from argmap.language.words import OPEN
from argmap.model.ids import DocumentId, PositionId

MOST_PAIRS = 5000
"""Pairs of different assertions that are judged of two holders on one issue."""
MOST_TIMES = 100
"""Times of one answer that are looked at to see whether a holder also gives it."""


class JudgedPair(NamedTuple):
    """Two answers, by their places among those of each side, and what may be said of them."""

    one: int
    other: int
    judgement: Judgement


class Ruling(NamedTuple):
    """The verdict on two holders and one issue.

    Attributes:
        verdict: The strongest that is left of all pairs.
        pairs: Those that have it, in the order of the answers; none where a side is silent.  Of pairs that are alike
            as many as name each answer once.
        is_whole: False where there are too many pairs, and the rest was not judged.
    """

    verdict: Verdict
    pairs: tuple[JudgedPair, ...] = ()
    is_whole: bool = True

    @property
    def reason(self) -> Reason | None:
        """What decides in the first pair, where the verdict alone does not say it."""
        return self.pairs[0].judgement.reason if self.pairs else None


def dependences_between(one: Holder, other: Holder, held: Held | None) -> Dependences | None:
    """What is left of the conditions of two holders' assertions; None where nobody makes any."""
    if held is None:
        return None
    regards = held.regards(one), held.regards(other)

    def found(mine: Assertion, yours: Assertion) -> Dependence:
        # A report asks for the same two many times over.
        key = (one, other, mine.conditions, yours.conditions)
        if key not in held.dependences:
            held.dependences[key] = dependence(mine.conditions, yours.conditions, regards, held.relation)
        return held.dependences[key]

    return found


_SET_ASIDE = (Verdict.CONTRADICTION, Verdict.CONTRARIETY, Verdict.OPPOSED, Verdict.CONDITIONAL, Verdict.TENSION)


def rule(
    one: Sequence[Answer], other: Sequence[Answer], question: Question, dependences: Dependences | None = None
) -> Ruling:
    """The verdict on what two holders say on one issue; exchanging them exchanges the sides and nothing else.

    What a holder only grants counts where it gives no other answer; what is only shown counts nowhere.  A pair that
    parts is set aside where either holder also gives the other's answer, so that "likely, though it may not" agrees
    with "it will".  Where such a pair cannot both be right, and no other cannot, a holder is mixed: that is told of the
    holder, and is no dispute.

    Args:
        one: The answers of the first.
        other: Those of the second.
        question: What they answer.
        dependences: What is left of the conditions of two assertions; none where nobody makes any.
    """
    if len(one) == len(other) == 1:
        return _of_two(one[0], other[0], question, dependences)
    mine, yours = _Side.of(one, question), _Side.of(other, question)
    if not mine.counting or not yours.counting:
        return Ruling(Verdict.ONE_SIDED)
    found: list[JudgedPair] = []
    aside: list[JudgedPair] = []
    pairs = list(islice(_related(mine, yours, question), MOST_PAIRS + 1))
    for place, theirs in pairs[:MOST_PAIRS]:
        judgement = judge_answers(one[place], other[theirs], question, dependences)
        parts = judgement.verdict in _SET_ASIDE
        given = parts and (
            mine.gives(other[theirs], question)
            or yours.gives(one[place], question)
            or mine.gives_likewise(other[theirs], question, dependences)
            or yours.gives_likewise(one[place], question, _turned(dependences))
        )
        (aside if given else found).append(JudgedPair(place, theirs, judgement))
    whole = len(pairs) <= MOST_PAIRS and mine.is_whole and yours.is_whole
    ruling = _strongest(found, aside, is_whole=whole)
    return ruling._replace(pairs=tuple(sorted(_all_alike(ruling.pairs, mine, yours), key=lambda pair: pair[:2])))


def _turned(dependences: Dependences | None) -> Dependences | None:
    return None if dependences is None else lambda mine, yours: dependences(yours, mine)


def _all_alike(pairs: Iterable[JudgedPair], one: _Side, other: _Side) -> Iterator[JudgedPair]:
    """Each answer that is alike to one of a pair, beside the other of the pair."""
    for pair in pairs:
        yield pair
        yield from (JudgedPair(place, pair.other, pair.judgement) for place in one.alike[pair.one][1:])
        yield from (JudgedPair(pair.one, place, pair.judgement) for place in other.alike[pair.other][1:])


def _of_two(one: Answer, other: Answer, question: Question, dependences: Dependences | None) -> Ruling:
    """The same where each gives one answer, as most do."""
    if one.assertion.shown_only or other.assertion.shown_only:
        return Ruling(Verdict.ONE_SIDED)
    judgement = judge_answers(one, other, question, dependences)
    if judgement.verdict is Verdict.COMPATIBLE and judgement.reason is None:
        return Ruling(Verdict.COMPATIBLE)
    return Ruling(judgement.verdict, (JudgedPair(0, 0, judgement),))


_Time = tuple[Direction, Time, DocumentId]
"""Which way an answer goes, of which time it speaks, and where."""


@attrs.define(eq=False)
class _Side:
    """One holder's answers that count, of those that are alike the first.

    Attributes:
        answers: All of them.
        alike: By the place of such a first one, the places of all that are like it.
        by_position: Their places, found by position.
        pointless: Those that point neither way.
        is_whole: Whether all times at which something is said were looked at.
    """

    answers: Sequence[Answer]
    alike: Mapping[int, Sequence[int]]
    by_position: Mapping[PositionId, Sequence[int]]
    pointless: Sequence[int]
    is_whole: bool = True
    _times: dict[PositionId, list[_Time]] = attrs.field(factory=dict, init=False)
    _gives: dict[tuple[PositionId, _Time], bool] = attrs.field(factory=dict, init=False)
    _likewise: dict[tuple[PositionId, Assertion], bool] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, answers: Sequence[Answer], question: Question) -> _Side:
        """The answers of one holder to a question."""
        groups: dict[tuple[object, ...], list[int]] = {}
        for place in counting(answers):
            groups.setdefault(_kind_of(answers[place], question), []).append(place)
        alike = {group[0]: group for group in groups.values()}
        by_position: dict[PositionId, list[int]] = {}
        for place in alike:
            by_position.setdefault(answers[place].position, []).append(place)
        pointless = [place for place in alike if answers[place].assertion.force.direction is Direction.NEITHER]
        return cls(answers, alike, by_position, pointless)

    @property
    def counting(self) -> Sequence[int]:
        """The places of those that count, one for all that are alike."""
        return tuple(self.alike)

    def gives(self, theirs: Answer, question: Question) -> bool:
        """Whether the holder also gives the other's answer, without reserve and at a time that is not apart."""
        time = _time(theirs)
        if time[0] is Direction.NEITHER:
            return False
        key = (theirs.position, time)
        if key not in self._gives:
            opposite = question.opposite(theirs.position)
            positions = [theirs.position] if opposite is None else [theirs.position, opposite]
            self._gives[key] = any(self._gives_at(position, theirs.position, time, question) for position in positions)
        return self._gives[key]

    def gives_likewise(self, theirs: Answer, question: Question, dependences: Dependences | None) -> bool:
        """Whether the holder gives the other's answer with the same reserve: on its condition, or only granting it."""
        said = theirs.assertion
        if not (said.conditions or said.conceded) or not said.force.leans_alone:
            return False
        key = (theirs.position, said)
        if key not in self._likewise:
            positions = {theirs.position, question.opposite(theirs.position)}
            self._likewise[key] = any(
                _is_likewise(self.answers[place], theirs, question, dependences)
                for position in positions
                if position is not None
                for place in self.by_position.get(position, ())
            )
        return self._likewise[key]

    def _gives_at(self, position: PositionId, theirs: PositionId, other: _Time, question: Question) -> bool:
        between, changes = question.between(position, theirs), question.issue.changes
        return any(
            points_alike(direction, other[0], between)
            and apart(time, other[1], changes=changes, same_document=document == other[2]) is None
            for direction, time, document in self._said(position)
        )

    def _said(self, position: PositionId) -> Sequence[_Time]:
        """When the holder gives an answer without reserve."""
        if position not in self._times:
            found = dict.fromkeys(
                _time(self.answers[place])
                for place in self.by_position.get(position, ())
                if self.answers[place].assertion.carries
            )
            self.is_whole = self.is_whole and len(found) <= MOST_TIMES
            self._times[position] = list(found)[:MOST_TIMES]
        return self._times[position]


def _is_likewise(one: Answer, other: Answer, question: Question, dependences: Dependences | None) -> bool:
    """Whether two answers say the same, each with a reserve that the other makes too."""
    mine, yours = one.assertion, other.assertion
    if mine.conceded is not yours.conceded or bool(mine.conditions) is not bool(yours.conditions):
        return False
    between = question.between(one.position, other.position)
    if not mine.force.leans_alone or not points_alike(mine.force.direction, yours.force.direction, between):
        return False
    if mine.conditions and (dependences is None or dependences(mine, yours).left):
        return False
    document = mine.claim.document == yours.claim.document
    return apart(mine.time, yours.time, changes=question.issue.changes, same_document=document) is None


def _time(answer: Answer) -> _Time:
    assertion = answer.assertion
    return assertion.force.direction, assertion.time, assertion.claim.document


def _kind_of(answer: Answer, question: Question) -> tuple[object, ...]:
    """All of an answer that a verdict looks at, and how firmly it is worded."""
    said = answer.assertion
    claim = said.claim if said.claim in question.superseding else None
    bounds = (said.force, said.time, said.conditions, said.conceded, said.shown_only)
    return (answer.position, *bounds, said.strength, said.unsaid, claim)


def _related(one: _Side, other: _Side, question: Question) -> Iterator[tuple[int, int]]:
    """The pairs of answers that something can be said of, beside that they can stand together."""
    pulling = by_position(frozenset(map(PositionId, pair)) for pair in question.tensions)
    exclusion = question.exclusion(other.by_position)
    for place in one.counting:
        position, assertion = one.answers[place]
        if position == OPEN or assertion.force.direction is Direction.NEITHER:
            yield from ((place, theirs) for theirs in other.counting)
            continue
        near = {position, PositionId(OPEN), *pulling.get(position, ())}
        near |= set(exclusion.excluded(position)) if exclusion.count(position) else set()
        yield from ((place, theirs) for name in other.by_position if name in near for theirs in other.by_position[name])
        yield from ((place, theirs) for theirs in other.pointless if other.answers[theirs].position not in near)


def counting(answers: Sequence[Answer]) -> list[int]:
    """The places of the answers that count: main ones, or where there are none, what is only granted."""
    main = [place for place, answer in enumerate(answers) if answer.assertion.is_main]
    return main or [place for place, answer in enumerate(answers) if not answer.assertion.shown_only]


def _strongest(found: list[JudgedPair], aside: list[JudgedPair], *, is_whole: bool) -> Ruling:
    first = min((pair.judgement.verdict for pair in found), key=lambda verdict: verdict.rank, default=None)
    mixed = tuple(pair for pair in aside if pair.judgement.verdict.is_cannot)
    if mixed and (first is None or not first.is_cannot):
        return Ruling(Verdict.MIXED, mixed, is_whole)
    if first is None:
        return Ruling(Verdict.COMPATIBLE, tuple(aside), is_whole)
    decisive = (pair for pair in found if pair.judgement.verdict is first)
    if first is Verdict.COMPATIBLE:
        # That they can stand together rests on no single pair, unless something decides it.
        decisive = (pair for pair in decisive if pair.judgement.reason is not None)
    return Ruling(first, tuple(decisive), is_whole)
