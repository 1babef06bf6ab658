"""Two holders on one issue: every pair of assertions is judged, and the strongest that is left counts.

Work is the product of how many different assertions each of the two makes; past `MOST_PAIRS` the rest is not judged,
and the ruling says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import attrs

from argmap.judge.assertion import Assertion
from argmap.judge.conditions import UNCONDITIONAL, Dependence, dependence
from argmap.judge.dates import apart
from argmap.judge.force import Direction
from argmap.judge.held import Held
from argmap.judge.holder import Holder
from argmap.judge.pairs import Judgement, Relation, judge, points_alike
from argmap.judge.questions import Question, by_position
from argmap.judge.verdict import Verdict
from argmap.language.words import OPEN
from argmap.model.ids import PositionId

MOST_PAIRS = 20_000
"""Pairs of assertions that are judged of two holders on one issue."""


class Answer(NamedTuple):
    """An assertion as an answer to an issue."""

    position: PositionId
    assertion: Assertion


class JudgedPair(NamedTuple):
    """Two answers, by their places among those of each side, and what may be said of them."""

    one: int
    other: int
    judgement: Judgement


class Ruling(NamedTuple):
    """The verdict on two holders and one issue.

    Attributes:
        verdict: The strongest that is left of all pairs.
        pairs: Those that have it, in the order of the answers; none where a side is silent.
        is_whole: False where there are too many pairs, and the rest was not judged.
    """

    verdict: Verdict
    pairs: tuple[JudgedPair, ...] = ()
    is_whole: bool = True


Dependences = Callable[[Assertion, Assertion], Dependence]


def dependences_between(one: Holder, other: Holder, held: Held | None) -> Dependences | None:
    """What is left of the conditions of two holders' assertions; None where nobody makes any."""
    if held is None:
        return None
    regards = held.regards(one), held.regards(other)
    return lambda mine, yours: dependence(mine.conditions, yours.conditions, regards, held.relation)


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
    mine, yours = _Side.of(one), _Side.of(other)
    if not mine.counting or not yours.counting:
        return Ruling(Verdict.ONE_SIDED)
    found: list[JudgedPair] = []
    aside: list[JudgedPair] = []
    pairs = list(islice(_related(mine, yours, question), MOST_PAIRS + 1))
    for place, theirs in pairs[:MOST_PAIRS]:
        judgement = judge_answers(one[place], other[theirs], question, dependences)
        parts = judgement.verdict in _SET_ASIDE
        given = parts and (mine.gives(other[theirs], question) or yours.gives(one[place], question))
        (aside if given else found).append(JudgedPair(place, theirs, judgement))
    return _strongest(found, aside, is_whole=len(pairs) <= MOST_PAIRS)


def _of_two(one: Answer, other: Answer, question: Question, dependences: Dependences | None) -> Ruling:
    """The same where each gives one answer, as most do."""
    if one.assertion.shown_only or other.assertion.shown_only:
        return Ruling(Verdict.ONE_SIDED)
    judgement = judge_answers(one, other, question, dependences)
    if judgement.verdict is Verdict.COMPATIBLE and judgement.reason is None:
        return Ruling(Verdict.COMPATIBLE)
    return Ruling(judgement.verdict, (JudgedPair(0, 0, judgement),))


@attrs.frozen(eq=False)
class _Side:
    """One holder's answers, those that count found by position."""

    answers: Sequence[Answer]
    counting: Sequence[int]
    by_position: Mapping[PositionId, Sequence[int]]
    pointless: Sequence[int]
    """Those that count and point neither way."""

    @classmethod
    def of(cls, answers: Sequence[Answer]) -> _Side:
        chosen = counting(answers)
        by_position: dict[PositionId, list[int]] = {}
        for place in chosen:
            by_position.setdefault(answers[place].position, []).append(place)
        pointless = [place for place in chosen if answers[place].assertion.force.direction is Direction.NEITHER]
        return cls(answers, chosen, by_position, pointless)

    def gives(self, theirs: Answer, question: Question) -> bool:
        """Whether the holder also gives the other's answer, without reserve and at a time that is not apart."""
        issue = question.issue
        for position in (theirs.position, question.opposite(theirs.position)):
            for place in self.by_position.get(position, ()) if position is not None else ():
                own = self.answers[place]
                directions = own.assertion.force.direction, theirs.assertion.force.direction
                alike = points_alike(*directions, question.between(own.position, theirs.position))
                if not own.assertion.carries or not alike or Direction.NEITHER in directions:
                    continue
                same = own.assertion.claim.document == theirs.assertion.claim.document
                times = own.assertion.time, theirs.assertion.time
                if apart(*times, changes=issue.changes, same_document=same) is None:
                    return True
        return False


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


def judge_answers(one: Answer, other: Answer, question: Question, dependences: Dependences | None = None) -> Judgement:
    """The verdict on two answers to one issue."""
    if OPEN in (one.position, other.position):
        # Whoever leaves the question open says nothing of one position against another.
        both = one.assertion.force.direction is other.assertion.force.direction
        return Judgement(Verdict.AGREEMENT if both else Verdict.UNDECIDED)
    relation = Relation(
        question.between(one.position, other.position),
        in_tension=bool(question.tensions) and frozenset((one.position, other.position)) in question.tensions,
        supersedes=bool(question.supersedes)
        and frozenset((one.assertion.claim, other.assertion.claim)) in question.supersedes,
        changes=question.issue.changes,
    )
    depends = one.assertion.conditions or other.assertion.conditions
    left = dependences(one.assertion, other.assertion) if dependences is not None and depends else UNCONDITIONAL
    return judge(one.assertion, other.assertion, relation, left)


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
