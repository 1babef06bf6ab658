"""Numbers in words: how much a picture shows, and how much it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.view.picture import CardRole, Edge, MapCard


def amount(cards: Sequence[MapCard], edges: Sequence[Edge]) -> str:
    """How many claims a picture draws in full, and how many steps between them."""
    claims = sum(card.role not in (CardRole.STUB, CardRole.SECTION) for card in cards)
    # Each step has one line with a head; the others lead to its dot.
    steps = sum(edge.headed for edge in edges)
    return f"{plural(claims, 'claim')} · {plural(steps, 'step')}"


def folded(claims: int) -> str:
    """How much is folded away at a card."""
    return f"+{plural(claims, 'claim')}" if claims else "+ steps not drawn here"


def plural(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2,000 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
