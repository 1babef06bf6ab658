"""What stands above a picture: title, who and how much, the legend of what occurs in it, where to go from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.model.inference import StepRole
from argmap.render import styles
from argmap.render.styles import TextStyle, Tone
from argmap.render.svg_shapes import Passage, box, broken, height_of, single_line, text, titled_group
from argmap.render.text_lines import width
from argmap.view.tables_and_trees import ComparisonCard, ComparisonRole, PlacedPicture

SWATCH = 20
"""How wide the sign of a colour is."""
_AFTER_SIGN = 6
_AFTER_SAMPLE = 26


@attrs.frozen
class Sample:
    """One entry of a legend.

    Attributes:
        sign: What it looks like, in characters; empty for a swatch.
        fill: Of the swatch.
    """

    sign: str
    tone: Tone
    meaning: str
    fill: Tone | None = None

    @property
    def sign_width(self) -> float:
        """The room for the sign and a little more."""
        return _AFTER_SIGN + (width(self.sign, styles.SMALL, bold=True) if self.sign else SWATCH)

    @property
    def width(self) -> float:
        """The room for all of it."""
        return self.sign_width + width(self.meaning, styles.SMALL) + _AFTER_SAMPLE


JOINED = Sample("●", Tone.FOR, "premises taken together")


def legend_lines(legend: Iterable[Sample], room: float) -> list[list[Sample]]:
    """The entries of a legend in lines no wider than `room`."""
    lines: list[list[Sample]] = []
    left = 0.0
    for sample in legend:
        if not lines or sample.width > left:
            lines.append([])
            left = room
        lines[-1].append(sample)
        left -= sample.width
    return lines


def edge_samples(roles: Iterable[StepRole | ComparisonRole]) -> Iterator[Sample]:
    """The lines that occur, and what they mean."""
    found = set(roles)
    known: tuple[StepRole | ComparisonRole, ...] = (*StepRole, *ComparisonRole)
    strokes = (styles.stroke_of(role) for role in known if role in found)
    return (Sample(stroke.sample, stroke.tone, stroke.meaning) for stroke in strokes)


def manner_samples(cards: Iterable[ComparisonCard]) -> Iterator[Sample]:
    """The manners that occur, and what they mean."""
    found = {card.manner for card in cards}
    for manner, (sign, meaning) in styles.MANNER_SIGNS.items():
        if manner in found:
            yield Sample(sign, Tone.INK, meaning)


_ROW = styles.PITCH[styles.SMALL] + 4
_GAP = 8
_BETWEEN_LINKS = 24


def heading_drawn(picture: PlacedPicture, legend: Iterable[Sample], room: int) -> tuple[list[str], int]:
    """Everything above a drawing of a width, and how far down the page it reaches."""
    title = Passage(picture.title, TextStyle(styles.TITLE, Tone.INK, bold=True))
    lines = broken([title, *(Passage(line, TextStyle(styles.TEXT, Tone.QUIET)) for line in picture.subtitle)], room)
    parts = [text(lines, styles.MARGIN, styles.MARGIN)]
    y = styles.MARGIN + height_of(lines) + _GAP
    for row in legend_lines([*_keys(picture), *legend], room):
        parts += _legend_row(row, y)
        y += _ROW
    if picture.links:
        drawn, low = _links(picture, y + 4, room)
        parts += drawn
        y = low + styles.PITCH[styles.SMALL]
    return [part for part in parts if part], y + 2 * _GAP


def _keys(picture: PlacedPicture) -> Iterator[Sample]:
    for key in picture.keys:
        face = styles.PART_FACES[key.part]
        yield Sample("", face.outline, key.meaning, face.fill)


def _legend_row(row: list[Sample], y: float) -> Iterator[str]:
    x = float(styles.MARGIN)
    for sample in row:
        if sample.fill is not None:
            yield box((x, y + 1), 14, styles.SMALL, sample.fill, sample.tone, radius=3)
        else:
            yield text([single_line(sample.sign, styles.SMALL, sample.tone)], x, y)
        yield text([single_line(sample.meaning, styles.SMALL, Tone.QUIET, bold=False)], x + sample.sign_width, y)
        x += sample.width


def _links(picture: PlacedPicture, y: int, room: int) -> tuple[list[str], int]:
    """The links in rows no wider than there is room, and where the last row begins."""
    x = float(styles.MARGIN)
    parts = []
    for number, link in enumerate(picture.links, start=1):
        shown = f"▸ {link.text}"
        size = width(shown, styles.SMALL, bold=True)
        if x > styles.MARGIN and x + size > styles.MARGIN + room:
            x, y = float(styles.MARGIN), y + _ROW
        drawn = [text([single_line(shown, styles.SMALL, Tone.LINK)], x, y)]
        parts.append(titled_group(f"way/{number}", ("way",), f"Another picture: {link.text}", drawn, link.link))
        x += size + _BETWEEN_LINKS
    return parts, y
