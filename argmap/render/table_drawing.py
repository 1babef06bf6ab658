"""Tables: cards in cells under headings, and rows of what was and what is."""

from __future__ import annotations

from argmap.render import styles
from argmap.render.card_shapes import BADGE_ROW, badge_rows, badges_drawn
from argmap.render.styles import Line, TextStyle, Tone
from argmap.render.svg_shapes import Passage, Stress, box, broken, height_of, single_line, straight, text, titled_group
from argmap.view.tables_and_trees import ChangeRow, ChangeTable, Fate, Words

_LABEL = 186
"""The column of labels."""
_WHO = 0.3
"""The share of the rest that says whose or what it is."""
_CHANGE_GAP = 14
_ARROW = 30
_AROUND = 7
"""Above and below what stands in a row."""
_SIDE_LINES = 4


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
