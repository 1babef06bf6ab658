"""Two assertions beside each other: the verdict, the first row that fits, whatever holders they have."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from argmap.judge import credence, duty
from argmap.judge.assertion import Assertion
from argmap.judge.conditions import UNCONDITIONAL, Dependence
from argmap.judge.dates import Apart, Time, apart, is_reached, tests
from argmap.judge.force import Direction, Force
from argmap.judge.strength import Nearness, Scale
from argmap.judge.verdict import Qualification, Reason, Verdict
from argmap.model.ids import ClaimId


class Between(StrEnum):
    """How what two assertions speak of is related."""

    SAME = "same"
    EXHAUSTIVE = "exhaustive"
    """Just one of the two is right."""
    EXCLUSIVE = "exclusive"
    """One of the two at most is right."""
    ENTAILS = "entails"
    """Where the first is right, the second is."""
    COMPATIBLE = "compatible"


class Relation(NamedTuple):
    """What is declared of what two assertions speak of, beside what they say of it.

    Attributes:
        in_tension: Whether the analyst marks that the two pull apart.
        supersedes: Whether a link says that the claim of one takes the place of the other's.
        changes: Whether the answer changes with time (see `argmap.model.issue.Issue`).
    """

    between: Between
    in_tension: bool = False
    supersedes: bool = False
    changes: bool | None = None


class Judgement(NamedTuple):
    """What may be said of two assertions.

    Attributes:
        reason: What decides, where the verdict alone does not say it.
        qualifications: Why an agreement is qualified, each reason once, in the order of `Qualification`; else empty.
        feasible: Whether some estimate, or some assignment of duties, fits both.  Where it is False, "both can be
            right" is never said, whatever the verdict.
    """

    verdict: Verdict
    reason: Reason | None = None
    qualifications: tuple[Qualification, ...] = ()
    feasible: bool = True

    @property
    def is_for_two(self) -> bool:
        """Whether it takes two to say both: no estimate, and no assignment of duties, fits what one would say."""
        return self.verdict.is_cannot or self.reason is Reason.BALANCED


def judge(one: Assertion, other: Assertion, relation: Relation, dependence: Dependence = UNCONDITIONAL) -> Judgement:
    """The verdict on two assertions; exchanging them, save over what entails, changes nothing.

    Args:
        one: An assertion.
        other: Another, of another holder or of the same.
        relation: How what they speak of is related.
        dependence: What is left of their conditions, each side's seen from the other (see `argmap.judge.conditions`).
    """
    if one.is_bare and other.is_bare and not relation.supersedes and not relation.changes:
        return _judge_bare(one.force, other.force, relation.between, relation.in_tension)
    return _judge(one, other, relation, dependence)


def _judge(one: Assertion, other: Assertion, relation: Relation, dependence: Dependence) -> Judgement:
    scale = common_scale(one.force, other.force)
    fits = scale is None or is_feasible(one.force, other.force, relation.between, scale)
    if Direction.NEITHER in (one.force.direction, other.force.direction):
        return _without_direction(one, other, relation, dependence, fits=fits)
    if not are_opposed(one.force, other.force, relation.between):
        return _together(one, other, relation, dependence)
    return _opposed(one, other, relation, dependence, scale, fits=fits)


@lru_cache(maxsize=1 << 14)
def _judge_bare(one: Force, other: Force, between: Between, in_tension: bool) -> Judgement:
    """The same of assertions that nothing but their force tells apart: in a questionnaire these are few."""
    mine, yours = (Assertion(claim=_NO_CLAIM, force=force, time=_NO_TIME) for force in (one, other))
    return _judge(mine, yours, Relation(between, in_tension), UNCONDITIONAL)


_NO_CLAIM = ClaimId("")
_NO_TIME = Time(None, "")


def common_scale(one: Force, other: Force) -> Scale | None:
    """The scale on which two are judged; None where one says what is and the other what ought to be."""
    scales = {one.scale, other.scale} - {Scale.EITHER}
    return None if len(scales) == 2 else next(iter(scales), Scale.BELIEF)


def pull_apart(one: Direction, other: Direction, between: Between) -> bool:
    """Whether two directions pull apart."""
    if between is Between.SAME:
        return one is not other
    if between is Between.EXHAUSTIVE:
        return one is other
    if between is Between.ENTAILS:
        return one is Direction.FOR and other is Direction.AGAINST
    return between is Between.EXCLUSIVE and one is other is Direction.FOR


def are_opposed(one: Force, other: Force, between: Between) -> bool:
    """Whether they pull apart and one of them leans: "it may, and it may not" opposes nobody."""
    if Direction.NEITHER in (one.direction, other.direction) or not pull_apart(one.direction, other.direction, between):
        return False
    scale = common_scale(one, other)
    return one.leans(scale or one.own_scale) or other.leans(scale or other.own_scale)


def is_feasible(one: Force, other: Force, between: Between, scale: Scale) -> bool:
    """Whether some estimate meets the bounds of both, or some states of the two acts are allowed together."""
    if scale is Scale.DUTY:
        mine, yours = one.duty, other.duty
        if between is Between.SAME:
            return duty.feasible_duties(mine, yours)
        if between is Between.EXHAUSTIVE:
            return duty.feasible_exhaustive_duties(mine, yours)
        if between is Between.ENTAILS:
            return duty.feasible_entailed_duties(mine, yours)
        return between is Between.COMPATIBLE or duty.feasible_exclusive_duties(mine, yours)
    if between is Between.SAME:
        return credence.feasible(one.credence, other.credence)
    if between is Between.EXHAUSTIVE:
        return credence.feasible_exhaustive(one.credence, other.credence)
    if between is Between.ENTAILS:
        return one.credence.low <= other.credence.high
    return between is Between.COMPATIBLE or credence.feasible_exclusive(one.credence, other.credence)


def _without_direction(
    one: Assertion, other: Assertion, relation: Relation, dependence: Dependence, *, fits: bool
) -> Judgement:
    """At least one gives it an even chance, or leaves it open."""
    if one.force.direction is other.force.direction:
        same = relation.between in (Between.SAME, Between.EXHAUSTIVE)
        return _agreed(one, other, dependence) if same else Judgement(Verdict.COMPATIBLE)
    # Whoever speaks of another time, or on a condition, leaves open what the other answers, and denies nothing.
    if fits or dependence.left or dependence.exception or _is_of_another_time(one, other, relation):
        return Judgement(Verdict.UNDECIDED)
    return Judgement(Verdict.OPPOSED, Reason.BALANCED, feasible=False)


def _is_of_another_time(one: Assertion, other: Assertion, relation: Relation) -> bool:
    """Whether time parts two, a fact tests a forecast, or a link puts one in the place of the other."""
    if relation.supersedes or tests(one.time, other.time) or tests(other.time, one.time):
        return True
    return _apart(one, other, relation) in (Apart.FACTS, Apart.TIMES)


def _apart(one: Assertion, other: Assertion, relation: Relation) -> Apart | None:
    same_document = one.claim.document == other.claim.document
    return apart(one.time, other.time, changes=relation.changes, same_document=same_document)


def _together(one: Assertion, other: Assertion, relation: Relation, dependence: Dependence) -> Judgement:
    if points_alike(one.force.direction, other.force.direction, relation.between):
        return _agreed(one, other, dependence)
    if relation.in_tension and one.force.direction is other.force.direction is Direction.FOR:
        return Judgement(Verdict.TENSION, Reason.DECLARED)
    return Judgement(Verdict.COMPATIBLE)


def _agreed(one: Assertion, other: Assertion, dependence: Dependence) -> Judgement:
    reserves = _qualifications(one, other, dependence)
    return Judgement(Verdict.QUALIFIED if reserves else Verdict.AGREEMENT, qualifications=reserves)


def points_alike(one: Direction, other: Direction, between: Between) -> bool:
    """Whether two directions say the same."""
    if between is Between.EXHAUSTIVE:
        return one is not other
    return one is other and between in (Between.SAME, Between.ENTAILS)


def _qualifications(one: Assertion, other: Assertion, dependence: Dependence) -> tuple[Qualification, ...]:
    found = []
    nearness = one.force.firmness.nearness(other.force.firmness)
    if nearness is Nearness.APART:
        found.append(Qualification.STRENGTH)
    elif nearness is Nearness.INCOMPARABLE:
        found.append(Qualification.SCALE)
    if dependence.left:
        found.append(Qualification.CONDITION)
    if one.conceded is not other.conceded:
        found.append(Qualification.CONCESSION)
    return tuple(found)


def _opposed(
    one: Assertion, other: Assertion, relation: Relation, dependence: Dependence, scale: Scale | None, *, fits: bool
) -> Judgement:
    # A forecast that was made on a condition, or but for an exception, is neither borne out nor refuted by a fact.
    reserved = dependence.left or dependence.exception
    if relation.supersedes:
        forecast = one.time.is_prediction or other.time.is_prediction
        verdict = Verdict.OVERTAKEN if forecast and not reserved else Verdict.SUPERSEDED
        return Judgement(verdict, Reason.LINK, feasible=fits)
    tested = False
    for fact, prediction in ((one.time, other.time), (other.time, one.time)):
        if tests(fact, prediction):
            if is_reached(fact, prediction) and not reserved:
                return Judgement(Verdict.OVERTAKEN, feasible=fits)
            tested = True
    lies = None if tested else _apart(one, other, relation)
    if lies is Apart.FACTS:
        return Judgement(Verdict.SUPERSEDED, feasible=fits)
    if lies is Apart.TIMES:
        return Judgement(Verdict.OTHER_TIMES, feasible=fits)
    if scale is None:
        return Judgement(Verdict.TENSION, Reason.SCALES)
    if dependence.cases:
        return Judgement(Verdict.COMPATIBLE, Reason.CASES)
    if dependence.left or dependence.exception:
        rejected = Reason.REJECTED if dependence.rejected else Reason.CONDITION
        return Judgement(Verdict.CONDITIONAL, rejected if dependence.left else Reason.EXCEPTION)
    leaning = one.force.leans(scale), other.force.leans(scale)
    if fits and not one.force.is_firm(scale) and not other.force.is_firm(scale) and not all(leaning):
        return Judgement(Verdict.EMPHASIS)
    for holds, reason in (
        (one.conceded or other.conceded, Reason.GRANTED),
        (lies is Apart.ONE_DATED, Reason.YEARS),
        (tested, Reason.SO_FAR),
        (dependence.needed, Reason.NEEDED),
    ):
        if holds:
            return Judgement(Verdict.OPPOSED, reason, feasible=fits)
    if fits:
        return Judgement(Verdict.OPPOSED)
    on_one = relation.between in (Between.SAME, Between.EXHAUSTIVE, Between.ENTAILS)
    return Judgement(Verdict.CONTRADICTION if on_one else Verdict.CONTRARIETY, feasible=False)
