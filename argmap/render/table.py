"""Lines of text in what DOT calls HTML-like labels, every size given: no engine's own measuring can move anything."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import attrs

from argmap.render.measures import PITCH
from argmap.render.text_lines import wrap
from argmap.render.theme import Tone


@attrs.frozen
class Style:
    """How a line of text looks."""

    size: int
    tone: Tone
    bold: bool = False


@attrs.frozen
class Block:
    """Rows of a table, and how high they are together."""

    rows: str
    height: int


def table(rows: str) -> str:
    """A table without lines or distances of its own."""
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>'


def row(cells: str) -> str:
    """One row of a table."""
    return f"<TR>{cells}</TR>"


def cell(content: str, width: float, height: int, attributes: str = "") -> str:
    """A cell of exactly this size, its content at the left."""
    size = f'WIDTH="{width:.0f}" HEIGHT="{height}" FIXEDSIZE="TRUE"'
    return f'<TD ALIGN="LEFT" {size}{" " if attributes else ""}{attributes}>{content}</TD>'


def gap(height: int) -> Block:
    """An empty row."""
    return Block(row(cell("", 1, height)), height) if height > 0 else Block("", 0)


def paragraph(text: str, style: Style, room: float, *, most: int | None = None) -> Block:
    """A text in lines, at most so many."""
    # A dot between two things ends a line and never begins one.
    lines = wrap(text.replace(" · ", "\u00a0· "), room, style.size, bold=style.bold, lines=most)
    pitch = PITCH[style.size]
    rows = "".join(row(cell(styled(line, style), room, pitch)) for line in lines)
    return Block(rows, pitch * len(lines))


def stacked(blocks: Iterable[Block], distance: int) -> Block:
    """Blocks below each other, with a distance between those that hold something."""
    filled = [block for block in blocks if block.height]
    rows = gap(distance).rows.join(block.rows for block in filled)
    return Block(rows, sum(block.height for block in filled) + distance * max(len(filled) - 1, 0))


def styled(text: str, style: Style) -> str:
    """Text in a style; ``<``, ``&`` and the backslash stand for themselves."""
    shown = escape(text).replace("\\", "\\\\")
    weighted = f"<B>{shown}</B>" if style.bold else shown
    return f'<FONT POINT-SIZE="{style.size}" COLOR="{style.tone.light}">{weighted}</FONT>' if text else ""
