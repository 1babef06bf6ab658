"""Where on a card or a dot each line arrives: in order from top to bottom, which keeps what is there in order too."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.view.picture import Edge, EdgeRole, Picture

_POINTS = {1: ("e",), 2: ("ne", "se"), 3: ("ne", "e", "se")}
"""Points of the compass on a dot, from top to bottom."""
_BELOW = "s"
"""Where a doubt points at a dot: below the premises, since it stands below them."""


def ports_of(picture: Picture) -> dict[str, str]:
    """For each line, by id, the place where it arrives, in the words of DOT."""
    cards = {card.id for card in picture.cards}
    arriving: dict[str, list[Edge]] = {}
    for edge in picture.edges:
        arriving.setdefault(edge.target, []).append(edge)
    places: dict[str, str] = {}
    for target, edges in arriving.items():
        places |= _at_card(edges) if target in cards else _at_dot(edges)
    return places


def _at_card(edges: list[Edge]) -> Iterator[tuple[str, str]]:
    return ((edge.id, f"p{number}:e") for number, edge in enumerate(edges, start=1))


def _at_dot(edges: list[Edge]) -> Iterator[tuple[str, str]]:
    doubts = [edge for edge in edges if edge.role is EdgeRole.UNDERCUT and edge.headed]
    joining = [edge for edge in edges if edge not in doubts]
    yield from ((edge.id, _BELOW) for edge in doubts)
    points = _POINTS.get(len(joining), ("ne", *("e",) * (len(joining) - 2), "se"))
    yield from zip((edge.id for edge in joining), points, strict=True)
