"""Tables of what was and what is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.render.changes.badges import BADGE_ROW, badge_rows, badges_drawn
from argmap.render.changes.look import IS, WAS
from argmap.render.changes.text import Stress, drawn_lines, marked_lines
from argmap.render.comparison.ink import Passage, Written, box, broken, height_of, straight, text, thing
from argmap.render.measures import CARD_PADDING, HEADING, PITCH, SMALL, TEXT
from argmap.render.table import Style
from argmap.render.theme import Face, Line, Tone
from argmap.view.changes.sheet import ChangeRow, ChangeTable, Words

_LABEL = 186
"""The column of labels."""
_WHO = 0.3
"""The share of the rest that says whose or what it is."""
_GAP = 14
_ARROW = 30
_AROUND = 7
"""Above and below what stands in a row."""
_LINES = 4


class _Look(NamedTuple):
    """How a side is drawn."""

    face: Face
    line: Line
    stress: Stress


_BEFORE = _Look(WAS, Line.DASHED, Stress.STRUCK)
_NOW = _Look(IS, Line.SOLID, Stress.UNDERLINE)


def table_drawn(table: ChangeTable, x: float, y: float, width: int) -> tuple[list[str], float]:
    """A table from a place on, and where it ends."""
    columns = _columns(x, width)
    parts = [text([Written(table.title, Style(HEADING, Tone.QUIET, bold=True))], x, y)]
    heads = zip(("before", "now"), (columns[2], columns[3]), (WAS, IS), strict=True)
    for word, (left, _), face in heads:
        parts.append(text([Written(word, Style(SMALL, face.header, bold=True))], left, y + 3))
    y += PITCH[HEADING] + 4
    for row in table.rows:
        parts.append(straight((x, y), (x + width, y), Tone.FRAME, Line.SOLID, 0.6))
        drawn, low = _row(row, columns, y + _AROUND)
        parts.append(thing(row.id, ("row", row.badge.fate.value), row.sentence, drawn))
        y = low + _AROUND
    if table.more:
        more = f"and {table.more} more of less weight"
        parts.append(text([Written(more, Style(SMALL, Tone.QUIET, bold=True))], columns[1][0], y))
        y += PITCH[SMALL]
    return parts, y


def _columns(x: float, width: int) -> tuple[tuple[float, int], ...]:
    """Where each column begins, and how wide it is: labels, whose, before, now."""
    rest = width - _LABEL - 2 * _GAP - _ARROW
    who = round(rest * _WHO)
    side = (rest - who) // 2
    second = x + _LABEL + _GAP
    third = second + who + _GAP
    return ((x, _LABEL), (second, who), (third, side), (third + side + _ARROW, side))


def _row(row: ChangeRow, columns: tuple[tuple[float, int], ...], top: float) -> tuple[list[str], float]:
    (label, label_width), (who, who_width), before, now = columns
    told = broken(
        [
            Passage(row.who, Style(TEXT, Tone.INK, bold=True), 3),
            Passage(row.asked, Style(SMALL, Tone.QUIET), _LINES),
        ],
        who_width,
    )
    cells = [_cell(row.before, _BEFORE, before, top), _cell(row.now, _NOW, now, top)]
    labels = badge_rows((row.badge,), label_width) * BADGE_ROW
    low = max(top + height_of(told), top + labels, *(end for _, end in cells))
    parts = [*badges_drawn((row.badge,), label, top, label_width), text(told, who, top)]
    arrow = Written("→", Style(TEXT, Tone.QUIET, bold=True))
    parts.append(text([arrow], before[0] + before[1] + 8, top + 4))
    for drawn, _ in cells:
        parts += drawn
    return parts, low


def _cell(said: Words, look: _Look, column: tuple[float, int], top: float) -> tuple[Iterator[str], float]:
    """What was or is, in a box; a dash without one where that is nothing."""
    left, width = column
    if not said:
        nothing = Written("—", Style(TEXT, Tone.QUIET))
        return iter([text([nothing], left + CARD_PADDING, top + 4)]), top + 4 + PITCH[TEXT]
    lines = marked_lines(said, Style(TEXT, look.face.text), width - 2 * CARD_PADDING, _LINES, look.stress)
    height = sum(each.height for each in lines) + 8
    return iter(
        [
            box((left, top), width, height, look.face.fill, look.face.outline, line=look.line),
            drawn_lines(lines, left + CARD_PADDING, top + 4),
        ]
    ), top + height
