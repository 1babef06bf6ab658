"""A grid: headings at the top and at the left, tiles in the cells."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.comparison.heading import heading_of, manner_samples
from argmap.render.comparison.ink import Passage, box, broken, straight, text
from argmap.render.comparison.tiles import Shape, shaped
from argmap.render.header import Sample
from argmap.render.measures import CARD_PADDING, MARGIN, SMALL, WIDEST
from argmap.render.table import Style
from argmap.render.theme import Line, Tone
from argmap.view.comparison.drawing import Grid, Tile

_HEAD = 270
"""The column of row headings."""
_SLIM = 170
_WIDEST_COLUMN = 340
_GAP = 8
_BETWEEN_ROWS = 14
_CELL_LINES = 3
_BETWEEN_TILES = 4


def grid_drawn(grid: Grid) -> tuple[list[str], tuple[int, int]]:
    """The grid as mark-up, and its size."""
    widths = _widths(grid)
    places = [MARGIN + _HEAD + _GAP + sum(widths[:number]) + _GAP * number for number in range(len(widths))]
    across = _HEAD + sum(widths) + _GAP * len(widths)
    tiles = [tile for row in grid.rows for cell in row.cells for tile in cell]
    legend = [*manner_samples(tiles), *_signs(grid, tiles)]
    heading = heading_of(grid.frame, legend, across)
    parts = list(heading.parts)
    y = heading.height
    heads = [shaped(column.head, width) for column, width in zip(grid.columns, widths, strict=True)]
    tall = max((head.height for head in heads), default=0)
    parts.append(box((MARGIN, y), across, tall, Tone.GROUP, Tone.FRAME, weight=0.8))
    corner = broken([Passage(grid.corner, Style(SMALL, Tone.QUIET, bold=True))], _HEAD - 2 * CARD_PADDING)
    parts.append(text(corner, MARGIN + CARD_PADDING, y + CARD_PADDING))
    parts += [_bare(head, x, y) for head, x in zip(heads, places, strict=True)]
    y += tall + _BETWEEN_ROWS // 2
    for number, row in enumerate(grid.rows):
        if number:
            parts.append(straight((MARGIN, y), (MARGIN + across, y), Tone.FRAME, Line.SOLID, 0.6))
        y += _BETWEEN_ROWS // 2
        name = shaped(row.head, _HEAD)
        cells = [
            [shaped(tile, width, most=_CELL_LINES) for tile in cell]
            for cell, width in zip(row.cells, widths, strict=True)
        ]
        tall = max([name.height, *(_height(cell) for cell in cells)])
        parts.append(_bare(name, MARGIN, y))
        for cell, x in zip(cells, places, strict=True):
            parts += _stack(cell, x, y)
        y += tall + _BETWEEN_ROWS // 2
    return parts, (across + 2 * MARGIN, y + MARGIN)


def _widths(grid: Grid) -> list[int]:
    slim = sum(column.slim for column in grid.columns)
    room = WIDEST - 2 * MARGIN - _HEAD - _GAP * len(grid.columns) - _SLIM * slim
    wide = min(_WIDEST_COLUMN, room // max(len(grid.columns) - slim, 1))
    return [_SLIM if column.slim else wide for column in grid.columns]


def _signs(grid: Grid, tiles: list[Tile]) -> Iterator[Sample]:
    words = {part for tile in tiles for word in tile.words for part in word.split()}
    words |= {part for tile in tiles for line in (*tile.notes, *tile.clashes) for part in line.split()}
    for sign, meaning in grid.legend:
        if sign in words:
            yield Sample(sign, Tone.INK, meaning)


def _height(cell: list[Shape]) -> int:
    return sum(shape.height for shape in cell) + _BETWEEN_TILES * (len(cell) - 1)


def _stack(cell: list[Shape], x: float, y: float) -> Iterator[str]:
    """The tiles of a cell below each other."""
    for shape in cell:
        yield shape.drawn(x, y)
        y += shape.height + _BETWEEN_TILES


def _bare(shape: Shape, x: float, y: float) -> str:
    return shape.drawn(x, y, boxed=False)
