"""The labels of a map in DOT: title and legend, headings, cards and dots, as what DOT calls HTML-like tables.

Every size is given, so no engine's own measuring can move anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import attrs

from argmap.render import styles
from argmap.render.picture_heading import SWATCH, Sample, legend_lines
from argmap.render.styles import Face, TextStyle, Tone
from argmap.render.text_lines import width, wrap
from argmap.view.picture import ArgumentMap, CardRole, MapCard

_DISTANCE = 2
_PORTS = 2
"""How wide the strip of ports at a card's right edge is, and in the middle of a dot."""
_DOT = 4
_TITLE = TextStyle(styles.TITLE, Tone.INK, bold=True)
_SUBTITLE = TextStyle(styles.TEXT, Tone.QUIET)
_LEGEND = TextStyle(styles.SMALL, Tone.QUIET)
_HEADING = TextStyle(styles.HEADING, Tone.QUIET, bold=True)


def picture_label(picture: ArgumentMap, legend: Iterable[Sample], room: float) -> str:
    """Title, subtitle and legend of a picture, in lines no wider than `room`."""
    lines = stacked((paragraph(line, _SUBTITLE, room) for line in picture.subtitle), 0)
    samples = stacked((_legend_row(line, room) for line in legend_lines(legend, room)), 0)
    rows = stacked((paragraph(picture.title, _TITLE, room), lines, samples), 4).rows + gap(12).rows
    return f"<{table(rows)}>"


def heading_label(title: str, room: float) -> str:
    """The heading of a group."""
    return f"<{table(paragraph(title, _HEADING, room).rows)}>"


def _legend_row(line: list[Sample], room: float) -> Block:
    height = styles.PITCH[styles.SMALL] + 3
    cells = ""
    for sample in line:
        if sample.fill is None:
            cells += cell(
                styled(sample.sign, TextStyle(styles.SMALL, sample.tone, bold=True)), sample.sign_width, height
            )
        else:
            colours = f'BORDER="1" BGCOLOR="{sample.fill.light}" COLOR="{sample.tone.light}"'
            swatch = table(row(cell("", SWATCH, styles.SMALL, colours)))
            cells += cell(swatch, sample.sign_width, height)
        cells += cell(styled(sample.meaning, _LEGEND), sample.width - sample.sign_width, height)
    cells += cell("", max(room - sum(sample.width for sample in line), 1), height)
    return Block(row(f'<TD ALIGN="LEFT">{table(row(cells))}</TD>'), height)


def card_label(card: MapCard, face: Face, outer: int, ports: int) -> str:
    """A card of a width, with so many ports for lines that arrive: ``p1``, ``p2``, ... from top to bottom."""
    mark = styles.MARKS.get(card.attitude, "") if card.role is not CardRole.SECTION else ""
    inner = outer - 2 * styles.CARD_PADDING - _PORTS - (styles.MARK if mark else 0)
    body = _body(card, face, inner)
    # A table hands out among its rows what another column needs, so the room that many lines need is made here.
    spare = max(ports * styles.PORT - body.height - 2 * styles.CARD_PADDING, 0)
    height = body.height + 2 * styles.CARD_PADDING + spare
    above = gap(styles.CARD_PADDING + spare // 2)
    below = gap(styles.CARD_PADDING + spare - spare // 2)
    text = table(above.rows + body.rows + below.rows)
    cells = cell("", styles.CARD_PADDING, height) + cell(text, inner, height) + cell("", styles.CARD_PADDING, height)
    if mark:
        sign = styled(mark, TextStyle(styles.MARK - 2, face.outline, bold=True))
        cells += cell(sign, styles.MARK, height)
    cells += cell(_ports(ports, height), _PORTS, height)
    return f"<{table(row(cells))}>"


def dot_label(ports: int) -> str:
    """The inside of a dot: nothing but ports, so near each other that every line seems to end in its middle."""
    return f"<{_ports(ports, max(ports, _DOT))}>"


def _body(card: MapCard, face: Face, room: float) -> Block:
    header = _units((card.name, *card.words, card.place), room, bold=True)
    most = styles.STUB_LINES if card.role is CardRole.STUB else styles.CARD_LINES
    lines = (_units(note.split(" · "), room, bold=False) for note in card.notes)
    notes = stacked((paragraph(line, TextStyle(styles.SMALL, face.header), room, most=2) for line in lines), 0)
    return stacked(
        (
            paragraph(header, TextStyle(styles.SMALL, face.header, bold=True), room),
            paragraph(card.text, TextStyle(styles.TEXT, face.text), room, most=most),
            notes,
        ),
        _DISTANCE,
    )


def _units(parts: Iterable[str], room: float, *, bold: bool) -> str:
    """Parts with dots between them, each on one line with the dot after it where a line has room for that."""
    whole = ((part, f"{part} ·".replace(" ", "\u00a0")) for part in parts if part)
    return " · ".join(kept[:-2] if width(kept, styles.SMALL, bold=bold) <= room else part for part, kept in whole)


def _ports(count: int, height: int) -> str:
    """Cells of nearly one height that fill a card from top to bottom."""
    edges = [height * number // count for number in range(count + 1)] if count else [0, height]
    rows = (
        row(cell("", _PORTS, edges[number] - edges[number - 1], f'PORT="p{number}"')) for number in range(1, len(edges))
    )
    return table("".join(rows))


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


def paragraph(text: str, style: TextStyle, room: float, *, most: int | None = None) -> Block:
    """A text in lines, at most so many."""
    # A dot between two things ends a line and never begins one.
    lines = wrap(text.replace(" · ", "\u00a0· "), room, style.size, bold=style.bold, lines=most)
    pitch = styles.PITCH[style.size]
    rows = "".join(row(cell(styled(line, style), room, pitch)) for line in lines)
    return Block(rows, pitch * len(lines))


def stacked(blocks: Iterable[Block], distance: int) -> Block:
    """Blocks below each other, with a distance between those that hold something."""
    filled = [block for block in blocks if block.height]
    rows = gap(distance).rows.join(block.rows for block in filled)
    return Block(rows, sum(block.height for block in filled) + distance * max(len(filled) - 1, 0))


def styled(text: str, style: TextStyle) -> str:
    """Text in a style; ``<``, ``&`` and the backslash stand for themselves."""
    shown = escape(text).replace("\\", "\\\\")
    weighted = f"<B>{shown}</B>" if style.bold else shown
    return f'<FONT POINT-SIZE="{style.size}" COLOR="{style.tone.light}">{weighted}</FONT>' if text else ""
