"""How much of a conclusion turns on some claims beneath it.

The turn of a claim on a set is 1 where the claim is in it and 0 where it is a leaf that is not; else it is the mean,
over the reasons for the claim, of the greatest turn among the linked premises of each.  It is a contribution by
removal (Kampik, Potyka, Yin, Cyras and Toni 2024): 1 just where the conclusion loses all its support, and less with
every further reason.  It counts how the analyst split the reasons, so it sorts and weighs, and is never told as a
number; what is told is how many of how many reasons (see `Turn.reasons`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import attrs

from argmap.compare.support import Support
from argmap.model.ids import ClaimId

WHOLE = 1 << 40
"""A turn of 1.  Turns are whole numbers of this, so that no order of adding makes a difference."""


@attrs.frozen
class Turn:
    """What turns on some claims, for one conclusion.

    Attributes:
        size: The turn, from 0 to `WHOLE`.
        reasons: From the conclusion down, how many of how many reasons for a claim turn on them: ``((1, 4),)`` is one
            of four reasons, ``((1, 4), (1, 2))`` one of two reasons for one of four.  Empty where nothing turns.
    """

    size: int = 0
    reasons: tuple[tuple[int, int], ...] = ()

    @property
    def share(self) -> float:
        """The turn as a number from 0 to 1, for weighing."""
        return self.size / WHOLE


def turn_of(conclusion: ClaimId, support: Support, given: Collection[ClaimId]) -> Turn:
    """How much of one conclusion turns on some claims.

    A circle of reasons turns on nothing, for nothing in it is ever settled.  Work is linear in the support.
    """
    sizes = turns(support, given)
    if not sizes.get(conclusion):
        return Turn()
    reasons: list[tuple[int, int]] = []
    here, seen = conclusion, {conclusion}
    while here not in given or here == conclusion:
        steps = [max((sizes.get(premise, 0) for premise in premises), default=0) for premises in support.steps[here]]
        reasons.append((sum(size > 0 for size in steps), len(steps)))
        best = max(steps, default=0)
        if not best:
            break
        below = support.steps[here][steps.index(best)]
        here = max(below, key=lambda premise: sizes.get(premise, 0))
        if here in seen:
            break
        seen.add(here)
    return Turn(sizes[conclusion], tuple(reasons))


def turns(support: Support, given: Collection[ClaimId]) -> Mapping[ClaimId, int]:
    """The turn of every claim of a support, from the leaves upwards, in parts of `WHOLE`."""
    above: dict[ClaimId, list[ClaimId]] = {}
    waits: dict[ClaimId, int] = {}
    for claim, steps in support.steps.items():
        premises = {premise for step in steps for premise in step}
        waits[claim] = len(premises)
        for premise in premises:
            above.setdefault(premise, []).append(claim)
    sizes: dict[ClaimId, int] = {}
    ready = [claim for claim, count in waits.items() if not count]
    while ready:
        claim = ready.pop()
        sizes[claim] = _size(claim, support, sizes, given)
        for conclusion in above.get(claim, ()):
            waits[conclusion] -= 1
            if not waits[conclusion]:
                ready.append(conclusion)
    for claim in support.steps:
        # What is on a circle, or rests on one, is never ready.
        if claim not in sizes:
            sizes[claim] = WHOLE if claim in given else 0
    return sizes


def _size(claim: ClaimId, support: Support, sizes: Mapping[ClaimId, int], given: Collection[ClaimId]) -> int:
    steps = support.steps[claim]
    # A conclusion is no reason for itself.
    if claim in given and claim not in support.conclusions:
        return WHOLE
    if not steps:
        return 0
    total = sum(max((sizes[premise] for premise in step), default=0) for step in steps)
    return max(total // len(steps), 1) if total else 0
