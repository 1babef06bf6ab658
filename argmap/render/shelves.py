"""Placing trees that no line connects: side by side on shelves where they are narrow, so that no strip grows tall."""

from __future__ import annotations

import attrs

from argmap.view.picture import Picture


@attrs.frozen(kw_only=True)
class Shelves:
    """How the trees of a picture stand.

    Attributes:
        columns: How many columns of cards the picture has.
        neighbours: Pairs of cards without a line between them, of which the second stands right of the first.
    """

    columns: int
    neighbours: tuple[tuple[str, str], ...]


@attrs.frozen
class _Tree:
    first: str
    width: int
    last: str


def shelve(picture: Picture, room: int = 4) -> Shelves:
    """Shelves for the trees of a picture; one that is wider than `room` columns has a shelf of its own.

    Trees of different groups never share a shelf.
    """
    columns = _columns(picture)
    trees = _trees(picture, columns)
    width = max((tree.width for tree in trees.values()), default=1)
    room = max(room, width)
    neighbours = []
    groups = {card: group.id for group in picture.groups for card in group.members}
    shelf: list[_Tree] = []
    used = 0
    widest = 0
    for tree in trees.values():
        fits = shelf and used + tree.width <= room and tree.width <= room // 2 and shelf[-1].width <= room // 2
        if fits and groups.get(tree.first) == groups.get(shelf[-1].first):
            neighbours.append((shelf[-1].last, tree.first))
            shelf.append(tree)
            used += tree.width
        else:
            shelf, used = [tree], tree.width
        widest = max(widest, used)
    return Shelves(columns=max(widest, 1), neighbours=tuple(neighbours))


def _columns(picture: Picture) -> dict[str, int]:
    """Every card's distance from the left end of its tree, dots not counted."""
    below: dict[str, list[str]] = {}
    waiting_for: dict[str, int] = dict.fromkeys((*_cards(picture), *_dots(picture)), 0)
    for edge in picture.edges:
        below.setdefault(edge.target, []).append(edge.source)
        waiting_for[edge.source] += 1
    columns = dict.fromkeys(waiting_for, 0)
    ready = [thing for thing, users in waiting_for.items() if not users]
    dots = set(_dots(picture))
    for thing in ready:
        for premise in below.get(thing, ()):
            columns[premise] = max(columns[premise], columns[thing] + (thing not in dots))
            waiting_for[premise] -= 1
            if not waiting_for[premise]:
                ready.append(premise)
    return columns


def _trees(picture: Picture, columns: dict[str, int]) -> dict[str, _Tree]:
    """The connected parts of a picture, in the order of their first cards."""
    near: dict[str, list[str]] = {}
    for edge in picture.edges:
        near.setdefault(edge.source, []).append(edge.target)
        near.setdefault(edge.target, []).append(edge.source)
    cards = set(_cards(picture))
    seen: set[str] = set()
    trees = {}
    for card in _cards(picture):
        if card in seen:
            continue
        seen.add(card)
        part = [card]
        for thing in part:
            for other in near.get(thing, ()):
                if other not in seen:
                    seen.add(other)
                    part.append(other)
        members = [thing for thing in part if thing in cards]
        trees[card] = _Tree(card, 1 + max(columns[thing] for thing in members), max(members, key=columns.__getitem__))
    return trees


def _cards(picture: Picture) -> list[str]:
    return [card.id for card in picture.cards]


def _dots(picture: Picture) -> list[str]:
    return [junction.id for junction in picture.junctions]
