"""In what order the cards of a picture are read."""

from __future__ import annotations

from argmap.view.picture import Card, Picture


def reading_order(picture: Picture) -> tuple[Card, ...]:
    """Every card once, each followed by what it rests on, the first step first and premises before doubts.

    The engine begins with the order in which it is told of cards, and then looks for one with fewer crossings; in a
    tree this order has none.
    """
    below: dict[str, list[str]] = {}
    for edge in picture.edges:
        below.setdefault(edge.target, []).append(edge.source)
    sources = {edge.source for edge in picture.edges}
    found: dict[str, None] = {}
    # An argument may be thousands of steps deep, so the walk keeps its own stack.
    waiting = [card.id for card in reversed(picture.cards) if card.id not in sources]
    while waiting:
        thing = waiting.pop()
        if thing not in found:
            found[thing] = None
            waiting.extend(reversed(below.get(thing, ())))
    cards = {card.id: card for card in picture.cards}
    return tuple(cards[thing] for thing in found if thing in cards)
