"""How a card looks that argmap places itself, and how high it is: its labels, its words, its text and its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from argmap.render import styles
from argmap.render.styles import Face, Line, TextStyle, Tone
from argmap.render.svg_shapes import Passage, Stress, TextLine, box, broken, height_of, single_line, text, titled_group
from argmap.render.text_lines import width, wrap
from argmap.view.outline import Fate
from argmap.view.tables_and_trees import Badge, ChangeCard, ComparisonCard, Manner, Part

_NOTE_LINES = 3
_CHANGE_LINES = 9
"""How many lines a text has at most in a difference, where it is there to be read."""
_FEW = 2
"""How many where it only says what stands there."""
_INSIDE = 7
_BETWEEN = 5
_HIGH = 18
BADGE_ROW = _HIGH + 4
"""From the top of a row of labels to the top of the next."""


@attrs.frozen(kw_only=True)
class CardShape:
    """A card in lines of a width.

    Attributes:
        kinds: Its roles, as classes that a style sheet or a test can tell it by.
        outline: Its line and how thick it is; None where there is no box.
        distance: From block to block.
        blocks: Words, text and notes; what stands in one block stands together.
    """

    card: ComparisonCard | ChangeCard
    width: int
    kinds: tuple[str, ...]
    face: Face
    outline: tuple[Line, float] | None
    distance: int
    badges: tuple[Badge, ...] = ()
    blocks: tuple[tuple[TextLine, ...], ...]

    @property
    def height(self) -> int:
        """With its padding."""
        inside = sum(map(height_of, self.blocks)) + self.distance * (len(self.blocks) - 1)
        return inside + self._labels + 2 * styles.CARD_PADDING

    @property
    def _labels(self) -> int:
        return badge_rows(self.badges, self.width - 2 * styles.CARD_PADDING) * BADGE_ROW

    def drawn(self, x: float, y: float) -> str:
        """The card with its top left corner at a place."""
        parts = []
        if self.outline is not None:
            (line, weight), face = self.outline, self.face
            parts.append(box((x, y), self.width, self.height, face.fill, face.outline, line=line, weight=weight))
        left, top = x + styles.CARD_PADDING, y + styles.CARD_PADDING
        parts += badges_drawn(self.badges, left, top, self.width - 2 * styles.CARD_PADDING)
        top += self._labels
        for block in self.blocks:
            parts.append(text(block, left, top))
            top += height_of(block) + self.distance
        return titled_group(self.card.id, self.kinds, self.card.sentence, parts, self.card.link)


def comparison_card(
    card: ComparisonCard, wide: int, *, most: int = styles.CARD_LINES, heading: bool = False
) -> CardShape:
    """A card of a comparison, whose text takes at most so many lines; a heading has no box."""
    face = styles.PART_FACES[card.part]
    small = TextStyle(styles.SMALL, face.header)
    blocks = (
        [Passage(" · ".join(card.words), attrs.evolve(small, bold=True), 3)],
        [Passage(card.text, TextStyle(styles.TEXT, face.text), most, italic=card.manner is Manner.IMPLIED)],
        [Passage(note, small, _NOTE_LINES) for note in card.notes],
        [Passage(clash, TextStyle(styles.SMALL, Tone.AGAINST_INK, bold=True), _NOTE_LINES) for clash in card.clashes],
    )
    boxed = not heading and card.manner is not Manner.SILENT
    return CardShape(
        card=card,
        width=wide,
        kinds=("head" if heading else "tile", card.part.value, card.manner.value),
        face=face,
        outline=(styles.MANNER_OUTLINES[card.manner], 2.0 if card.weighty else 1.2) if boxed else None,
        distance=2,
        blocks=_filled(blocks, wide),
    )


def _filled(blocks: Iterator[list[Passage]] | Sequence[list[Passage]], wide: int) -> tuple[tuple[TextLine, ...], ...]:
    shown = (broken(block, wide - 2 * styles.CARD_PADDING) for block in blocks)
    return tuple(lines for lines in shown if lines)
