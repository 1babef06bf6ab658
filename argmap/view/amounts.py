"""Numbers in words: how much a picture shows, and how much it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.view.picture import Card, CardRole, Edge
from argmap.wording.english import counted


def amount(cards: Sequence[Card], edges: Sequence[Edge]) -> str:
    """How many claims a picture draws in full, and how many steps between them."""
    claims = sum(card.role not in (CardRole.STUB, CardRole.SECTION) for card in cards)
    # Each step has one line with a head; the others lead to its dot.
    steps = sum(edge.headed for edge in edges)
    return f"{counted(claims, 'claim')} · {counted(steps, 'step')}"


def folded(claims: int) -> str:
    """How much is folded away at a card."""
    return f"+{counted(claims, 'claim')}" if claims else "+ steps not drawn here"
