"""Where each card of a tree stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

_BETWEEN = 12
_BETWEEN_TREES = 22


@attrs.frozen
class Spot:
    """The top left corner of a card, and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


@attrs.frozen
class Leaf:
    """What stands in a column, joined to at most one thing in a neighbouring one.

    Attributes:
        parent: What it is joined to; empty for what is joined to nothing.
    """

    id: str
    parent: str
    column: int
    width: float
    height: int


def placed(leaves: Sequence[Leaf], lefts: Sequence[int], top: int) -> tuple[dict[str, Spot], int]:
    """Where each thing stands, and how far down they reach: trees below each other, each thing amid its branches.

    Args:
        leaves: Parents before their branches.
        lefts: Where each column begins.
        top: Where the first tree begins.
    """
    sides: dict[tuple[str, int], list[Leaf]] = {}
    columns = {leaf.id: leaf.column for leaf in leaves}
    for leaf in leaves:
        sides.setdefault((leaf.parent, leaf.column - columns.get(leaf.parent, leaf.column)), []).append(leaf)
    extents: dict[str, int] = {}
    # Parents stand before their branches, so from the end each one's branches are measured before it.
    for leaf in reversed(leaves):
        stacks = [_stack(sides.get((leaf.id, side), []), extents) for side in (-1, 1)]
        extents[leaf.id] = max(leaf.height, *stacks)
    tops: dict[str, int] = {}
    low = top
    for root in sides.get(("", 0), []):
        tops[root.id] = low
        low += extents[root.id] + _BETWEEN_TREES
    spots: dict[str, Spot] = {}
    for leaf in leaves:
        start, extent = tops[leaf.id], extents[leaf.id]
        spots[leaf.id] = Spot(lefts[leaf.column], start + (extent - leaf.height) // 2, leaf.width, leaf.height)
        for side in (-1, 1):
            branches = sides.get((leaf.id, side), [])
            at = start + (extent - _stack(branches, extents)) // 2
            for branch in branches:
                tops[branch.id] = at
                at += extents[branch.id] + _BETWEEN
    return spots, max(low - _BETWEEN_TREES, top)


def _stack(branches: Iterable[Leaf], extents: Mapping[str, int]) -> int:
    heights = [extents[branch.id] for branch in branches]
    return sum(heights) + _BETWEEN * max(len(heights) - 1, 0)
