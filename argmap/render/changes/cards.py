"""How a card of a difference looks, and how high it is."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.render.changes.badges import BADGE_ROW, badge_rows, badges_drawn
from argmap.render.changes.look import FACES, IS, OUTLINES, WAS
from argmap.render.changes.text import Marked, Stress, drawn_lines, marked_lines
from argmap.render.comparison.ink import box, thing
from argmap.render.measures import CARD_PADDING, SMALL, TEXT
from argmap.render.table import Style
from argmap.view.changes.sheet import ChangeCard, Fate

_DISTANCE = 3
_LINES = 9
"""How many lines a text has at most, where it is there to be read."""
_FEW = 2
"""How many where it only says what stands there."""


@attrs.frozen
class CardShape:
    """A card in lines of a width.

    Attributes:
        blocks: What stands below the labels; lines in one block stand together.
    """

    card: ChangeCard
    width: int
    blocks: tuple[tuple[Marked, ...], ...]

    @property
    def height(self) -> int:
        """With its padding."""
        inside = sum(line.height for block in self.blocks for line in block) + _DISTANCE * (len(self.blocks) - 1)
        return inside + self._labels + 2 * CARD_PADDING

    @property
    def _room(self) -> int:
        return self.width - 2 * CARD_PADDING

    @property
    def _labels(self) -> int:
        return badge_rows(self.card.badges, self._room) * BADGE_ROW

    def drawn(self, x: float, y: float) -> str:
        """The card with its top left corner at a place."""
        card = self.card
        face, (line, weight) = FACES[card.fate], OUTLINES[card.fate]
        parts = [box((x, y), self.width, self.height, face.fill, face.outline, line=line, weight=weight)]
        left, top = x + CARD_PADDING, y + CARD_PADDING
        parts += badges_drawn(card.badges, left, top, self._room)
        top += self._labels
        for block in self.blocks:
            parts.append(drawn_lines(block, left, top))
            top += sum(line.height for line in block) + _DISTANCE
        return thing(card.id, ("change", card.fate.value), card.sentence, parts)


def card_shape(card: ChangeCard, width: int) -> CardShape:
    """A card of a width."""
    room = width - 2 * CARD_PADDING
    return CardShape(card, width, tuple(block for block in _blocks(card, room) if block))


def _blocks(card: ChangeCard, room: int) -> Iterator[tuple[Marked, ...]]:
    face = FACES[card.fate]
    head = Style(SMALL, face.header, bold=True)
    body = Style(TEXT, face.text)
    shown = card.near or card.fate is not Fate.SAME
    most = _LINES if shown else _FEW
    yield marked_lines(((" · ".join(word for word in card.words if word), False),), head, room, 3)
    if card.before:
        was, now = Style(SMALL, WAS.header, bold=True), Style(SMALL, IS.header, bold=True)
        yield (
            *marked_lines((("before", False),), was, room, 1),
            *marked_lines(card.before, Style(TEXT, WAS.header), room, most, Stress.STRUCK),
        )
        yield (
            *marked_lines((("now", False),), now, room, 1),
            *marked_lines(card.text, body, room, most, Stress.UNDERLINE),
        )
    elif card.fate is Fate.GONE:
        struck = tuple((part, True) for part, _ in card.text)
        yield marked_lines(struck, body, room, most, Stress.STRUCK)
    else:
        yield marked_lines(card.text, body, room, most)
    yield tuple(
        line for note in card.notes for line in marked_lines(((note, False),), Style(SMALL, face.header), room, 2)
    )
