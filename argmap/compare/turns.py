"""How much of a conclusion turns on some claims beneath it.

The turn of a claim on a set is 1 where the claim is in it and 0 where it is a leaf that is not; else it is the mean,
over the reasons for the claim, of the greatest turn among the linked premises of each.  It is a contribution by
removal (Kampik, Potyka, Yin, Cyras and Toni 2024): 1 just where the conclusion loses all its support, and less with
every further reason.  It counts how the analyst split the reasons, so it sorts and weighs, and is never told as a
number; what is told is how many of how many reasons (see `Turn.reasons`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from argmap.compare.support import Support
from argmap.model.ids import ClaimId

WHOLE = 1 << 40
"""A turn of 1.  Turns are whole numbers of this, so that no order of adding makes a difference."""

Share = tuple[int, int]
"""So many of so many."""


@attrs.frozen
class Turn:
    """What turns on some claims, for the conclusions of one side.

    Attributes:
        size: The turn, from 0 to `WHOLE`; of several conclusions the mean.
        reasons: From the conclusion down, how many of how many reasons for a claim turn on them: ``((1, 4),)`` is one
            of four reasons, ``((1, 4), (1, 2))`` one of two reasons for one of four.  Of several conclusions, those of
            one that turns most.  Empty where nothing turns.
        conclusions: How many turn on them, of how many that have reasons; ``(0, 0)`` where nothing turns.
    """

    size: int = 0
    reasons: tuple[Share, ...] = ()
    conclusions: Share = (0, 0)

    @property
    def is_whole(self) -> bool:
        """Whether the conclusions lose all their support with the claims."""
        return self.size == WHOLE


def turn_of_side(support: Support, given: Collection[ClaimId]) -> Turn:
    """How much the conclusions of one side turn on some claims; those without reasons have no support to lose."""
    argued = [conclusion for conclusion in support.conclusions if conclusion in support.whole]
    if not argued or support.beneath.isdisjoint(given):
        return Turn()
    sizes = turns(support, given)
    found = [turn_of(claim, support, given, None if claim in given else sizes) for claim in argued]
    turning = [turn for turn in found if turn.size]
    if not turning:
        return Turn()
    most = min(turning, key=lambda turn: (-turn.size, turn.reasons))
    size = sum(turn.size for turn in turning) // len(argued)
    return Turn(max(size, 1), most.reasons, (len(turning), len(argued)))


def turn_of(
    conclusion: ClaimId, support: Support, given: Collection[ClaimId], sizes: Mapping[ClaimId, int] | None = None
) -> Turn:
    """How much of one conclusion turns on some claims; it is no reason for itself.

    Work is linear in the support.

    Args:
        conclusion: One of the support's.
        support: What stands beneath it.
        given: The claims.
        sizes: The turns of all claims (see `turns`), where they are known already.
    """
    given = frozenset(given) - {conclusion}
    sizes = turns(support, given) if sizes is None else sizes
    falls = conclusion in support.whole and conclusion not in support.supported(given)
    # Only a circle lets the two differ: what supports itself is settled by what is left of it.
    size = WHOLE if falls else min(sizes.get(conclusion, 0), WHOLE - 1)
    if not size:
        return Turn()
    reasons = _reasons(conclusion, support, given, sizes) or ((len(support.steps[conclusion]),) * 2,)
    return Turn(size, reasons, (1, 1))


def _reasons(
    conclusion: ClaimId, support: Support, given: Collection[ClaimId], sizes: Mapping[ClaimId, int]
) -> tuple[Share, ...]:
    """Down from a conclusion to what is nearest, by the premises that turn most; of those alike, all are followed."""
    found: list[Share] = []
    level, seen = {conclusion}, {conclusion}
    while level and level.isdisjoint(given):
        shares = {claim: _share(support.steps[claim], sizes) for claim in level}
        share = min(shares.values(), key=lambda share: (share[1], share[0]))
        if not share[0]:
            break
        found.append(share)
        steps = (step for claim in level if shares[claim] == share for step in _most(support.steps[claim], sizes))
        level = {premise for step in steps for premise in step} - seen
        seen |= level
    return tuple(found)


def _share(steps: Sequence[Iterable[ClaimId]], sizes: Mapping[ClaimId, int]) -> Share:
    return sum(any(sizes.get(premise) for premise in step) for step in steps), len(steps)


def _most(steps: Sequence[Iterable[ClaimId]], sizes: Mapping[ClaimId, int]) -> list[list[ClaimId]]:
    """Of each step that turns most, the premises that do."""
    most = max(sizes.get(premise, 0) for step in steps for premise in step)
    return [[premise for premise in step if sizes.get(premise, 0) == most] for step in steps]


def turns(support: Support, given: Collection[ClaimId]) -> Mapping[ClaimId, int]:
    """The turn of every claim that rests on those given, from the leaves upwards, in parts of `WHOLE`.

    That of all others is 0.  They are not looked at, and may be left out of the result: what a conclusion turns on is
    mostly near it, and its support far larger.  Only circles need the whole of it, to tell from where they are reached.
    """
    near = support.steps
    if not support.has_circle:
        near = {claim: support.steps[claim] for claim in sorted(support.resting_on(given))}
    above: dict[ClaimId, list[ClaimId]] = {}
    waits: dict[ClaimId, int] = {}
    for claim, steps in near.items():
        premises = {premise for step in steps for premise in step if premise in near}
        waits[claim] = len(premises)
        for premise in premises:
            above.setdefault(premise, []).append(claim)
    sizes: dict[ClaimId, int] = {}
    ready = [claim for claim, count in waits.items() if not count]
    while ready:
        claim = ready.pop()
        sizes[claim] = _size(claim, near[claim], sizes, given)
        for conclusion in above.get(claim, ()):
            waits[conclusion] -= 1
            if not waits[conclusion]:
                ready.append(conclusion)
    if len(sizes) < len(near):
        _settle_circles(near, sizes, given)
    return sizes


def _settle_circles(
    near: Mapping[ClaimId, Sequence[Iterable[ClaimId]]], sizes: dict[ClaimId, int], given: Collection[ClaimId]
) -> None:
    """What is on a circle, by the first reasons that come from outside it, round by round; then what rests on it."""
    left = {claim: steps for claim, steps in near.items() if claim not in sizes}
    above = _above(left)
    for claim in above:
        del left[claim]
    missing: dict[tuple[ClaimId, int], int] = {}
    waiting: dict[ClaimId, list[tuple[ClaimId, int]]] = {}
    for claim, steps in left.items():
        for place, step in enumerate(steps):
            inside = left.keys() & set(step)
            missing[claim, place] = len(inside)
            for premise in inside:
                waiting.setdefault(premise, []).append((claim, place))
    level = {claim for (claim, _), count in missing.items() if not count}
    while level:
        whole = {claim: [step for at, step in enumerate(left[claim]) if not missing[claim, at]] for claim in level}
        sizes.update({claim: _size(claim, steps, sizes, given) for claim, steps in whole.items()})
        level = set()
        for premise in whole:
            for claim, place in waiting.get(premise, ()):
                missing[claim, place] -= 1
                if not missing[claim, place] and claim not in sizes:
                    level.add(claim)
    for claim in left:
        sizes.setdefault(claim, WHOLE if claim in given else 0)
    for claim in reversed(above):
        sizes[claim] = _size(claim, near[claim], sizes, given)


def _above(left: Mapping[ClaimId, Sequence[Iterable[ClaimId]]]) -> list[ClaimId]:
    """Of claims that are on circles or rest on them, those that no circle needs; each before what it rests on."""
    uses = dict.fromkeys(left, 0)
    for steps in left.values():
        for premise in {premise for step in steps for premise in step} & left.keys():
            uses[premise] += 1
    found = [claim for claim, count in uses.items() if not count]
    for claim in found:
        for premise in {premise for step in left[claim] for premise in step} & left.keys():
            uses[premise] -= 1
            if not uses[premise]:
                found.append(premise)
    return found


def _size(
    claim: ClaimId, steps: Sequence[Iterable[ClaimId]], sizes: Mapping[ClaimId, int], given: Collection[ClaimId]
) -> int:
    if claim in given:
        return WHOLE
    if not steps:
        return 0
    total = sum(max((sizes.get(premise, 0) for premise in step), default=0) for step in steps)
    return max(total // len(steps), 1) if total else 0
