"""Where on a card or a dot each line arrives: in order from top to bottom, which keeps what is there in order too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.model.inference import StepRole
from argmap.view.picture import ArgumentMap, Edge

_BELOW = ("s", "sw")
"""Where the first doubt points at a dot, and where others do: below the premises, since they stand below them."""


def ports_of(picture: ArgumentMap) -> dict[str, str]:
    """For each line, by id, the place where it arrives, in the words of DOT."""
    numbered = {edge.id for edge in _numbered(picture)}
    arrived: Counter[str] = Counter()
    doubted: set[str] = set()
    places: dict[str, str] = {}
    for edge in picture.edges:
        if edge.id in numbered:
            arrived[edge.target] += 1
            places[edge.id] = f"p{arrived[edge.target]}:e"
        else:
            places[edge.id] = _BELOW[edge.target in doubted]
            doubted.add(edge.target)
    return places


def port_counts(picture: ArgumentMap) -> Counter[str]:
    """How many numbered places each card and dot needs: ``p1``, ``p2``, ... from top to bottom."""
    return Counter(edge.target for edge in _numbered(picture))


def _numbered(picture: ArgumentMap) -> Iterator[Edge]:
    """The lines that arrive in a row, which is all but the doubts about a step."""
    cards = {card.id for card in picture.cards}
    return (
        edge for edge in picture.edges if edge.target in cards or not (edge.role is StepRole.UNDERCUT and edge.headed)
    )
