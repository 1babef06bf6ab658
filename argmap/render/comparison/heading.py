"""What stands above a drawing of a comparison: title, who and how much, legend, where to go from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.render.comparison.ink import Passage, Written, box, broken, height_of, text, thing
from argmap.render.comparison.look import FACES, MANNER_KEYS
from argmap.render.header import Sample, legend_lines
from argmap.render.measures import MARGIN, PITCH, SMALL, TEXT, TITLE
from argmap.render.table import Style
from argmap.render.text_lines import width
from argmap.render.theme import Tone
from argmap.view.comparison.drawing import Frame, Manner, Tile

_ROW = PITCH[SMALL] + 4
_GAP = 8
_BETWEEN_WAYS = 24


@attrs.frozen
class Heading:
    """The lines above a drawing, measured.

    Attributes:
        height: Down to where the drawing begins.
    """

    parts: tuple[str, ...]
    height: int


def heading_of(frame: Frame, legend: Iterable[Sample], room: int) -> Heading:
    """Everything above a drawing of a width, from the margin of the page down."""
    lines = broken(
        [
            Passage(frame.title, Style(TITLE, Tone.INK, bold=True)),
            *(Passage(line, Style(TEXT, Tone.QUIET)) for line in frame.subtitle),
        ],
        room,
    )
    parts = [text(lines, MARGIN, MARGIN)]
    y = MARGIN + height_of(lines) + _GAP
    for row in legend_lines([*_keys(frame), *legend], room):
        parts += _legend_row(row, y)
        y += _ROW
    if frame.ways:
        y += 4
        for number, (shown, x, low) in enumerate(_ways(frame, room)):
            line = Written(shown, Style(SMALL, Tone.LINK, bold=True))
            sentence = f"Another picture: {frame.ways[number].text}"
            parts.append(
                thing(f"way/{number + 1}", ("way",), sentence, [text([line], x, y + low)], frame.ways[number].link)
            )
        y += max(low for _, _, low in _ways(frame, room)) + PITCH[SMALL]
    return Heading(tuple(part for part in parts if part), y + 2 * _GAP)


def manner_samples(tiles: Iterable[Tile]) -> Iterator[Sample]:
    """The manners that occur, and what they mean."""
    found = {tile.manner for tile in tiles}
    for manner in Manner:
        if manner in found and manner in MANNER_KEYS:
            sign, meaning = MANNER_KEYS[manner]
            yield Sample(sign, Tone.INK, meaning)


def _keys(frame: Frame) -> Iterator[Sample]:
    for key in frame.keys:
        face = FACES[key.part]
        yield Sample("", face.outline, key.meaning, face.fill)


def _legend_row(row: list[Sample], y: float) -> Iterator[str]:
    x = float(MARGIN)
    for sample in row:
        if sample.fill is not None:
            yield box((x, y + 1), 14, SMALL, sample.fill, sample.tone, radius=3)
        else:
            yield text([Written(sample.sign, Style(SMALL, sample.tone, bold=True))], x, y)
        yield text([Written(sample.meaning, Style(SMALL, Tone.QUIET))], x + sample.sign_width, y)
        x += sample.width


def _ways(frame: Frame, room: int) -> Iterator[tuple[str, float, int]]:
    """Each link as a line with its place, in rows no wider than there is room."""
    x, y = float(MARGIN), 0
    for way in frame.ways:
        shown = f"▸ {way.text}"
        size = width(shown, SMALL, bold=True)
        if x > MARGIN and x + size > MARGIN + room:
            x, y = float(MARGIN), y + _ROW
        yield shown, x, y
        x += size + _BETWEEN_WAYS
