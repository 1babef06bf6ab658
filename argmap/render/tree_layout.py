"""Where each card of a tree stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from argmap.view.tables_and_trees import Node

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


def placed(
    nodes: Sequence[Node], heights: Mapping[str, int], width: int, lefts: Sequence[int], top: int
) -> tuple[dict[str, Spot], int]:
    """Where each card stands, and how far down they reach: trees below each other, each card amid its branches.

    Args:
        nodes: Parents before their branches.
        heights: Of the cards.
        width: Of every card.
        lefts: Where each column begins.
        top: Where the first tree begins.
    """
    sides: dict[tuple[str, int], list[str]] = {}
    columns = {node.card.id: node.column for node in nodes}
    for node in nodes:
        side = node.column - columns.get(node.parent, node.column)
        sides.setdefault((node.parent, side), []).append(node.card.id)
    extents: dict[str, int] = {}
    # Parents stand before their branches, so from the end each one's branches are measured before it.
    for name in reversed(columns):
        stacks = [_stack(sides.get((name, side), []), extents) for side in (-1, 1)]
        extents[name] = max(heights[name], *stacks)
    tops: dict[str, int] = {}
    low = top
    for root in sides.get(("", 0), []):
        tops[root] = low
        low += extents[root] + _BETWEEN_TREES
    spots: dict[str, Spot] = {}
    for name, column in columns.items():
        start, extent, height = tops[name], extents[name], heights[name]
        spots[name] = Spot(lefts[column], start + (extent - height) // 2, width, height)
        for side in (-1, 1):
            branches = sides.get((name, side), [])
            at = start + (extent - _stack(branches, extents)) // 2
            for branch in branches:
                tops[branch] = at
                at += extents[branch] + _BETWEEN
    return spots, max(low - _BETWEEN_TREES, top)


def _stack(branches: Sequence[str], extents: Mapping[str, int]) -> int:
    return sum(extents[branch] for branch in branches) + _BETWEEN * max(len(branches) - 1, 0)
