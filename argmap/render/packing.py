"""Placing trees that no line connects: side by side in rows where they are narrow, so that no strip grows tall."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

import attrs

from argmap.view.picture import ArgumentMap


@attrs.frozen(kw_only=True)
class Packing:
    """How the trees of a picture stand.

    Attributes:
        columns: How many columns of cards the picture has.
        places: The column of each card, counted from the left.
        neighbours: Pairs of cards without a line between them, of which the second stands right of the first.
    """

    columns: int
    places: Mapping[str, int]
    neighbours: tuple[tuple[str, str], ...]


@attrs.frozen
class _Tree:
    """Cards that lines connect.

    Attributes:
        panel: The heading that its first card stands under.
        last: The cards of its last column, from top to bottom.
    """

    first: str
    cards: tuple[str, ...]
    panel: str
    width: int
    last: tuple[str, ...]


def pack(picture: ArgumentMap, room: int = 4) -> Packing:
    """Rows for the trees of a picture; where one tree is wider than `room` columns, so are all rows.

    Single cards fill the room beside a tree; other trees share a row where two of them fit.  What stands under
    different headings never shares one.
    """
    places = _columns(picture)
    trees = deque(_trees(picture, places))
    room = max([room, *(tree.width for tree in trees)])
    neighbours: list[tuple[str, str]] = []
    widest = 1
    while trees:
        tree = trees.popleft()
        used = tree.width
        if tree.width > 1 and trees and _fits(trees[0], tree, 1) and tree.width < room:
            used = _fill_beside(tree, trees, room, neighbours, places)
        else:
            left = tree
            while trees and _fits(trees[0], tree, room // 2) and used + trees[0].width <= room:
                right = trees.popleft()
                neighbours.append((left.last[0], right.first))
                places |= {card: used + places[card] for card in right.cards}
                used += right.width
                left = right
        widest = max(widest, used)
    return Packing(columns=widest, places=places, neighbours=tuple(neighbours))


def _fits(tree: _Tree, beside: _Tree, width: int) -> bool:
    return tree.width <= width and tree.panel == beside.panel


def _fill_beside(
    tree: _Tree, trees: deque[_Tree], room: int, neighbours: list[tuple[str, str]], places: dict[str, int]
) -> int:
    """Puts single cards in rows beside a tree, no more rows than its last column has cards; returns the width."""
    used = tree.width
    for start in tree.last:
        left = start
        for column in range(tree.width, room):
            if not trees or not _fits(trees[0], tree, 1):
                return used
            right = trees.popleft().first
            neighbours.append((left, right))
            places[right] = column
            left = right
            used = max(used, column + 1)
    return used


def _columns(picture: ArgumentMap) -> dict[str, int]:
    """Every card's distance from the left end of its tree; a dot counts with the column to its left."""
    below: dict[str, list[str]] = {}
    dots = dict.fromkeys((junction.id for junction in picture.junctions), 0)
    unplaced = dict.fromkeys((card.id for card in picture.cards), 0) | dots
    for edge in picture.edges:
        below.setdefault(edge.target, []).append(edge.source)
        unplaced[edge.source] += 1
    columns = dict.fromkeys(unplaced, 0)
    ready = [thing for thing, users in unplaced.items() if not users]
    for thing in ready:
        for premise in below.get(thing, ()):
            # From a card to its dot is no column further; a dot that doubts a dot is one.
            further = 0 if premise in dots and thing not in dots else 1
            columns[premise] = max(columns[premise], columns[thing] + further)
            unplaced[premise] -= 1
            if not unplaced[premise]:
                ready.append(premise)
    return columns


def _trees(picture: ArgumentMap, columns: dict[str, int]) -> list[_Tree]:
    """The connected parts of a picture, in the order of their first cards."""
    near: dict[str, list[str]] = {}
    for edge in picture.edges:
        near.setdefault(edge.source, []).append(edge.target)
        near.setdefault(edge.target, []).append(edge.source)
    cards = {card.id: place for place, card in enumerate(picture.cards)}
    groups = {member: panel.id for panel in picture.panels for member in panel.members}
    seen: set[str] = set()
    trees = []
    for card in cards:
        if card in seen:
            continue
        seen.add(card)
        part = [card]
        for thing in part:
            fresh = [other for other in near.get(thing, ()) if other not in seen]
            seen.update(fresh)
            part.extend(dict.fromkeys(fresh))
        members = sorted((thing for thing in part if thing in cards), key=cards.__getitem__)
        deepest = max(columns[thing] for thing in members)
        last = tuple(thing for thing in members if columns[thing] == deepest)
        trees.append(_Tree(card, tuple(members), groups.get(card, ""), deepest + 1, last))
    return trees
