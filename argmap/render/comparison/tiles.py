"""How a tile looks, and how high it is."""

from __future__ import annotations

import attrs

from argmap.render.comparison.ink import Passage, Written, box, broken, height_of, text, thing
from argmap.render.comparison.look import FACES, OUTLINES
from argmap.render.measures import CARD_LINES, CARD_PADDING, SMALL, TEXT
from argmap.render.table import Style
from argmap.render.theme import Tone
from argmap.view.comparison.drawing import Manner, Tile

_DISTANCE = 2
_NOTE_LINES = 3


@attrs.frozen
class Shape:
    """A tile in lines of a width.

    Attributes:
        blocks: Words, text and notes; what stands in one block stands together.
    """

    tile: Tile
    width: int
    blocks: tuple[tuple[Written, ...], ...]

    @property
    def height(self) -> int:
        """With its padding."""
        return sum(map(height_of, self.blocks)) + _DISTANCE * (len(self.blocks) - 1) + 2 * CARD_PADDING

    def drawn(self, x: float, y: float, *, boxed: bool = True) -> str:
        """The tile with its top left corner at a place."""
        tile = self.tile
        face = FACES[tile.part]
        parts = []
        if boxed and tile.manner is not Manner.SILENT:
            weight = 2.0 if tile.weighty else 1.2
            line = OUTLINES[tile.manner]
            parts.append(box((x, y), self.width, self.height, face.fill, face.outline, line=line, weight=weight))
        top = y + CARD_PADDING
        for block in self.blocks:
            parts.append(text(block, x + CARD_PADDING, top))
            top += height_of(block) + _DISTANCE
        kinds = ("tile" if boxed else "head", tile.part.value, tile.manner.value)
        return thing(tile.id, kinds, tile.sentence, parts, tile.link)


def shaped(tile: Tile, width: int, *, most: int = CARD_LINES) -> Shape:
    """A tile of a width; its text takes at most so many lines."""
    face, room = FACES[tile.part], width - 2 * CARD_PADDING
    aside = tile.manner is Manner.IMPLIED
    small = Style(SMALL, face.header)
    passages = (
        [Passage(" · ".join(word for word in tile.words if word), Style(SMALL, face.header, bold=True), 3)],
        [Passage(tile.text, Style(TEXT, face.text), most, italic=aside)],
        [Passage(note, small, _NOTE_LINES) for note in tile.notes],
        [Passage(clash, Style(SMALL, Tone.AGAINST_INK, bold=True), _NOTE_LINES) for clash in tile.clashes],
    )
    blocks = (broken(some, room) for some in passages)
    return Shape(tile, width, tuple(block for block in blocks if block))
