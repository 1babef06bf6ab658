"""Tables: cards in cells under headings, and rows of what was and what is."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render import styles
from argmap.render.card_shapes import BADGE_ROW, CardShape, badge_rows, badges_drawn, comparison_card
from argmap.render.picture_heading import Sample, heading_drawn, manner_samples
from argmap.render.styles import Line, TextStyle, Tone
from argmap.render.svg_shapes import Passage, Stress, box, broken, height_of, single_line, straight, text, titled_group
from argmap.view.outline import Fate, Words
from argmap.view.tables_and_trees import ChangeRow, ChangeTable, ComparisonCard, Table

_HEAD = 270
"""The column of row headings."""
_SLIM = 170
_WIDEST_COLUMN = 340
_GAP = 8
_BETWEEN_ROWS = 14
_CELL_LINES = 3
_BETWEEN_CARDS = 4

_LABEL = 186
"""The column of labels."""
_WHO = 0.3
"""The share of the rest that says whose or what it is."""
_CHANGE_GAP = 14
_ARROW = 30
_AROUND = 7
"""Above and below what stands in a row."""
_SIDE_LINES = 4


def table_drawn(table: Table) -> tuple[list[str], tuple[int, int]]:
    """The table as mark-up, and its size."""
    widths = _widths(table)
    places = [styles.MARGIN + _HEAD + _GAP + sum(widths[:number]) + _GAP * number for number in range(len(widths))]
    across = _HEAD + sum(widths) + _GAP * len(widths)
    cards = [card for row in table.rows for cell in row.cells for card in cell]
    legend = [*manner_samples(cards), *_signs(table, cards)]
    parts, y = heading_drawn(table, legend, across)
    columns = zip(table.columns, widths, strict=True)
    heads = [comparison_card(column.head, width, heading=True) for column, width in columns]
    tall = max((head.height for head in heads), default=0)
    parts.append(box((styles.MARGIN, y), across, tall, Tone.BAND, Tone.FRAME, weight=0.8))
    corner = broken(
        [Passage(table.corner, TextStyle(styles.SMALL, Tone.QUIET, bold=True))], _HEAD - 2 * styles.CARD_PADDING
    )
    parts.append(text(corner, styles.MARGIN + styles.CARD_PADDING, y + styles.CARD_PADDING))
    parts += [head.drawn(x, y) for head, x in zip(heads, places, strict=True)]
    y += tall + _BETWEEN_ROWS // 2
    for number, row in enumerate(table.rows):
        if number:
            parts.append(straight((styles.MARGIN, y), (styles.MARGIN + across, y), Tone.FRAME, Line.SOLID, 0.6))
        y += _BETWEEN_ROWS // 2
        name = comparison_card(row.head, _HEAD, heading=True)
        cells = [
            [comparison_card(card, width, most=_CELL_LINES) for card in cell]
            for cell, width in zip(row.cells, widths, strict=True)
        ]
        tall = max([name.height, *(_height(cell) for cell in cells)])
        parts.append(name.drawn(styles.MARGIN, y))
        for cell, x in zip(cells, places, strict=True):
            parts += _stack(cell, x, y)
        y += tall + _BETWEEN_ROWS // 2
    return parts, (across + 2 * styles.MARGIN, y + styles.MARGIN)


def _widths(table: Table) -> list[int]:
    slim = sum(column.slim for column in table.columns)
    room = styles.WIDEST - 2 * styles.MARGIN - _HEAD - _GAP * len(table.columns) - _SLIM * slim
    wide = min(_WIDEST_COLUMN, room // max(len(table.columns) - slim, 1))
    return [_SLIM if column.slim else wide for column in table.columns]


def _signs(table: Table, cards: list[ComparisonCard]) -> Iterator[Sample]:
    words = {part for card in cards for word in card.words for part in word.split()}
    words |= {part for card in cards for line in (*card.notes, *card.clashes) for part in line.split()}
    for sign, meaning in table.signs:
        if sign in words:
            yield Sample(sign, Tone.INK, meaning)


def _height(cell: list[CardShape]) -> int:
    return sum(shape.height for shape in cell) + _BETWEEN_CARDS * (len(cell) - 1)


def _stack(cell: list[CardShape], x: float, y: float) -> Iterator[str]:
    """The cards of a cell below each other."""
    for shape in cell:
        yield shape.drawn(x, y)
        y += shape.height + _BETWEEN_CARDS


def change_table_drawn(table: ChangeTable, x: float, y: float, width: int) -> tuple[list[str], float]:
    """A table from a place on, and where it ends."""
    columns = _change_columns(x, width)
    parts = [text([single_line(table.title, styles.HEADING, Tone.QUIET)], x, y)]
    for word, (left, _), fate in (("before", columns[2], Fate.GONE), ("now", columns[3], Fate.NEW)):
        parts.append(text([single_line(word, styles.SMALL, styles.FATE_FACES[fate].header)], left, y + 3))
    y += styles.PITCH[styles.HEADING] + 4
    for row in table.rows:
        parts.append(straight((x, y), (x + width, y), Tone.FRAME, Line.SOLID, 0.6))
        drawn, low = _change_row(row, columns, y + _AROUND)
        parts.append(titled_group(row.id, ("row", row.badge.fate.value), row.sentence, drawn))
        y = low + _AROUND
    if table.more:
        more = f"and {table.more} more of less weight"
        parts.append(text([single_line(more, styles.SMALL, Tone.QUIET)], columns[1][0], y))
        y += styles.PITCH[styles.SMALL]
    return parts, y


def _change_columns(x: float, width: int) -> tuple[tuple[float, int], ...]:
    """Where each column begins, and how wide it is: labels, whose, before, now."""
    rest = width - _LABEL - 2 * _CHANGE_GAP - _ARROW
    who = round(rest * _WHO)
    side = (rest - who) // 2
    second = x + _LABEL + _CHANGE_GAP
    third = second + who + _CHANGE_GAP
    return ((x, _LABEL), (second, who), (third, side), (third + side + _ARROW, side))


def _change_row(row: ChangeRow, columns: tuple[tuple[float, int], ...], top: float) -> tuple[list[str], float]:
    (label, label_width), (who, who_width), before, now = columns
    whose = Passage(row.who, TextStyle(styles.TEXT, Tone.INK, bold=True), 3)
    told = broken([whose, Passage(row.asked, TextStyle(styles.SMALL, Tone.QUIET), _SIDE_LINES)], who_width)
    cells = [_side(row.before, Fate.GONE, before, top), _side(row.now, Fate.NEW, now, top)]
    labels = badge_rows((row.badge,), label_width) * BADGE_ROW
    low = max(top + height_of(told), top + labels, *(end for _, end in cells))
    parts = [*badges_drawn((row.badge,), label, top, label_width), text(told, who, top)]
    arrow = single_line("→", styles.TEXT, Tone.QUIET)
    parts.append(text([arrow], before[0] + before[1] + 8, top + 4))
    for drawn, _ in cells:
        parts += drawn
    return parts, low


def _side(said: Words, fate: Fate, column: tuple[float, int], top: float) -> tuple[list[str], float]:
    """What was or is, in a box; a dash without one where that is nothing."""
    left, width = column
    if not said:
        nothing = single_line("—", styles.TEXT, Tone.QUIET, bold=False)
        return [text([nothing], left + styles.CARD_PADDING, top + 4)], top + 4 + styles.PITCH[styles.TEXT]
    face = styles.FATE_FACES[fate]
    stress, line = (Stress.STRUCK, Line.DASHED) if fate is Fate.GONE else (Stress.UNDERLINE, Line.SOLID)
    passage = Passage(said, TextStyle(styles.TEXT, face.text), _SIDE_LINES, stress=stress)
    lines = broken([passage], width - 2 * styles.CARD_PADDING)
    height = height_of(lines) + 8
    frame = box((left, top), width, height, face.fill, face.outline, line=line)
    return [frame, text(lines, left + styles.CARD_PADDING, top + 4)], top + height
