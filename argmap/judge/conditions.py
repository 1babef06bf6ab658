"""Conditions and exceptions: on what an assertion depends, and what another holder does with it.

A condition is a premise of ``if`` or ``only-if`` that its holder does not accept elsewhere.  It is not inherited by
what stands above or below.  ``unless`` leaves a default standing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole


class Condition(NamedTuple):
    """What one step makes an assertion depend on.

    Attributes:
        role: ``if``, ``only-if`` or ``unless``.
        claims: The premises of the step, in the author's order; an exception holds where all of them do.
    """

    role: StepRole
    claims: tuple[ClaimId, ...]


class Regard(Enum):
    """What a holder does with a condition."""

    GRANTS = "grants"
    REJECTS = "rejects"
    SILENT = "silent"


class Asked(NamedTuple):
    """One condition or exception of an assertion, and what the other holder does with it.

    Attributes:
        role: ``if``, ``only-if`` or ``unless``.
        does: Likewise ``grants`` where both make it a condition.
    """

    role: StepRole
    claim: ClaimId
    does: Regard


class Dependence(NamedTuple):
    """What is left of the conditions of two assertions, each seen from the other's holder.

    Attributes:
        left: Whether a condition is left that the other does not grant and both do not share.
        rejected: Whether the other rejects such a condition.
        needed: Whether all that is left of a condition is that it was needed (``only-if``), and is granted.
        exception: Whether one holds what the other excepts.
        cases: Whether the conditions of the two exclude each other.
    """

    left: bool = False
    rejected: bool = False
    needed: bool = False
    exception: bool = False
    cases: bool = False


UNCONDITIONAL = Dependence()
Regards = Callable[[ClaimId], Regard]
"""What a holder does with what a claim says, in a main, unconditional answer that leans (see `argmap.judge.held`)."""


def conditions_of(claim: Claim) -> tuple[Condition, ...]:
    """All that a claim makes itself depend on, in the author's order."""
    return tuple(
        Condition(step.role, step.premises)
        for step in claim.steps
        if step.role is StepRole.UNLESS or step.role.is_condition
    )


def settled(conditions: Iterable[Condition], holder: Regards) -> tuple[tuple[Condition, ...], bool]:
    """The conditions that a holder leaves open, and whether it settles against its own assertion.

    What the holder accepts elsewhere is no condition of its own.  Where it denies a condition, or holds an exception,
    the assertion is only shown: it speaks of a case that its holder rules out.
    """
    left: list[Condition] = []
    against = False
    for condition in conditions:
        regards = [holder(claim) for claim in condition.claims]
        if condition.role is StepRole.UNLESS:
            against = against or all(regard is Regard.GRANTS for regard in regards)
            left.append(condition)
            continue
        against = against or Regard.REJECTS in regards
        open_ones = tuple(
            claim for claim, regard in zip(condition.claims, regards, strict=True) if regard is not Regard.GRANTS
        )
        if open_ones:
            left.append(Condition(condition.role, open_ones))
    return tuple(left), against


def dependence(
    one: tuple[Condition, ...],
    other: tuple[Condition, ...],
    regards: tuple[Regards, Regards],
    relations: Callable[[ClaimId, ClaimId], Regard],
) -> Dependence:
    """What is left of the conditions of two assertions.

    Args:
        one: Those of the first.
        other: Those of the second.
        regards: What the first's holder, and the second's, do with a claim.
        relations: Whether one condition says what another says (`Regard.GRANTS`), or excludes it (`Regard.REJECTS`).
    """
    if not one and not other:
        return UNCONDITIONAL
    mine, yours = tuple(_needed(one)), tuple(_needed(other))
    cases = any(relations(claim, theirs) is Regard.REJECTS for claim in mine for theirs in yours)
    left = rejected = needed = False
    for own, others, regard in ((one, other, regards[1]), (other, one, regards[0])):
        for condition in asked(own, others, regard, relations):
            if condition.role is StepRole.UNLESS:
                continue
            if condition.does is not Regard.GRANTS:
                left, rejected = True, rejected or condition.does is Regard.REJECTS
            else:
                needed = needed or condition.role is StepRole.ONLY_IF
    exception = any(
        all(regard(claim) is Regard.GRANTS for claim in condition.claims)
        for own, regard in ((one, regards[1]), (other, regards[0]))
        for condition in own
        if condition.role is StepRole.UNLESS
    )
    return Dependence(left=left, rejected=rejected, needed=needed, exception=exception, cases=cases)


def asked(
    own: Iterable[Condition],
    others: Iterable[Condition],
    regard: Regards,
    relations: Callable[[ClaimId, ClaimId], Regard],
) -> Iterator[Asked]:
    """What an assertion depends on, in the author's order, with what another holder does with each.

    Args:
        own: The conditions and exceptions of the assertion.
        others: Those of the assertion beside it.
        regard: What the holder of that one does with a claim.
        relations: As in `dependence`.
    """
    theirs = tuple(_needed(others))
    for condition in own:
        for claim in condition.claims:
            conditional = condition.role is not StepRole.UNLESS
            shared = conditional and any(relations(claim, other) is Regard.GRANTS for other in theirs)
            yield Asked(condition.role, claim, Regard.GRANTS if shared else regard(claim))


def _needed(conditions: Iterable[Condition]) -> Iterator[ClaimId]:
    for condition in conditions:
        if condition.role is not StepRole.UNLESS:
            yield from condition.claims
