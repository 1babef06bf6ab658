"""What stands above a picture that argmap places itself: title, who and how much, legend, where to go from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.render.legend import Sample, legend_lines
from argmap.render.styles import MARGIN, PART_FACES, PITCH, SMALL, TEXT, TITLE, TextStyle, Tone
from argmap.render.svg_shapes import Passage, box, broken, height_of, single_line, text, titled_group
from argmap.render.text_lines import width
from argmap.view.tables_and_trees import PlacedPicture

_ROW = PITCH[SMALL] + 4
_GAP = 8
_BETWEEN_LINKS = 24


def heading_drawn(picture: PlacedPicture, legend: Iterable[Sample], room: int) -> tuple[list[str], int]:
    """Everything above a drawing of a width, and how far down the page it reaches."""
    title = Passage(picture.title, TextStyle(TITLE, Tone.INK, bold=True))
    lines = broken([title, *(Passage(line, TextStyle(TEXT, Tone.QUIET)) for line in picture.subtitle)], room)
    parts = [text(lines, MARGIN, MARGIN)]
    y = MARGIN + height_of(lines) + _GAP
    for row in legend_lines([*_keys(picture), *legend], room):
        parts += _legend_row(row, y)
        y += _ROW
    if picture.links:
        drawn, low = _links(picture, y + 4, room)
        parts += drawn
        y = low + PITCH[SMALL]
    return [part for part in parts if part], y + 2 * _GAP


def _keys(picture: PlacedPicture) -> Iterator[Sample]:
    for key in picture.keys:
        face = PART_FACES[key.part]
        yield Sample("", face.outline, key.meaning, face.fill)


def _legend_row(row: list[Sample], y: float) -> Iterator[str]:
    x = float(MARGIN)
    for sample in row:
        if sample.fill is not None:
            yield box((x, y + 1), 14, SMALL, sample.fill, sample.tone, radius=3)
        else:
            yield text([single_line(sample.sign, SMALL, sample.tone)], x, y)
        yield text([single_line(sample.meaning, SMALL, Tone.QUIET, bold=False)], x + sample.sign_width, y)
        x += sample.width


def _links(picture: PlacedPicture, y: int, room: int) -> tuple[list[str], int]:
    """The links in rows no wider than there is room, and where the last row begins."""
    x = float(MARGIN)
    parts = []
    for number, link in enumerate(picture.links, start=1):
        shown = f"▸ {link.text}"
        size = width(shown, SMALL, bold=True)
        if x > MARGIN and x + size > MARGIN + room:
            x, y = float(MARGIN), y + _ROW
        drawn = [text([single_line(shown, SMALL, Tone.LINK)], x, y)]
        parts.append(titled_group(f"way/{number}", ("way",), f"Another picture: {link.text}", drawn, link.link))
        x += size + _BETWEEN_LINKS
    return parts, y
