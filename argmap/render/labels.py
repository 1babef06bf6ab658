"""Cards and headers as the tables that DOT calls HTML-like labels."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import attrs

from argmap.render.measures import CARD_LINES, CARD_PADDING, MARK, PORT, SMALL, STUB_LINES, TEXT, TITLE
from argmap.render.metrics import width
from argmap.render.theme import MARKS, Face, Tone
from argmap.render.wrap import wrap
from argmap.view.picture import Card, CardRole, Picture

_TABLE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="{padding}">{rows}</TABLE>'
_LINE_SPACING = 1.36


def card_label(card: Card, face: Face, outer: int, ports: int) -> str:
    """A card of a width, with so many ports for lines that arrive: ``p1``, ``p2``, ... from top to bottom."""
    mark = MARKS.get(card.attitude, "") if card.role is not CardRole.SECTION else ""
    inner = outer - 2 * CARD_PADDING - (MARK if mark else 0) - 4
    rows = [_header(card, face, inner)] if card.name or card.place else []
    rows += [_row(_lines(wrap(" · ".join(card.words), inner, SMALL, bold=True), SMALL, face.header, bold=True), inner)]
    most = STUB_LINES if card.role is CardRole.STUB else CARD_LINES
    rows += [_row(_lines(wrap(card.text, inner, TEXT, lines=most), TEXT, face.text), inner)]
    rows += [_row(_lines(wrap(note, inner, SMALL, lines=2), SMALL, face.header), inner) for note in card.notes]
    body = _TABLE.format(padding=1, rows="".join(row for row in rows if row))
    cells = [f'<TD CELLPADDING="{CARD_PADDING - 1}">{body}</TD>']
    if mark:
        cells.append(f'<TD WIDTH="{MARK}">{_font(escape(mark), TEXT + 2, face.outline, bold=True)}</TD>')
    cells.append(f"<TD>{_ports(ports)}</TD>")
    return f"<{_TABLE.format(padding=0, rows=_tr(''.join(cells)))}>"


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


def picture_label(picture: Picture, legend: Iterable[Sample], room: float) -> str:
    """Title, subtitle and legend of a picture, in lines no wider than `room`."""
    rows = [_row(_lines(wrap(picture.title, room, TITLE, bold=True), TITLE, Tone.INK, bold=True), room)]
    rows += [_row(_lines(wrap(line, room, TEXT), TEXT, Tone.QUIET), room) for line in picture.subtitle]
    rows += [_tr(f'<TD ALIGN="LEFT">{_samples(line)}</TD>') for line in _legend_lines(legend, room)]
    rows.append(_tr('<TD HEIGHT="8"></TD>'))
    return f"<{_TABLE.format(padding=2, rows=''.join(row for row in rows if row))}>"


def heading_label(title: str, room: float, size: int) -> str:
    """The heading of a group."""
    lines = _lines(wrap(title, room, size, bold=True), size, Tone.QUIET, bold=True)
    return f"<{_TABLE.format(padding=2, rows=_row(lines, room))}>"


def _header(card: Card, face: Face, inner: float) -> str:
    place = width(card.place, SMALL) + 12 if card.place else 0
    name = _lines(wrap(card.name, inner - place, SMALL, bold=True, lines=2), SMALL, face.header, bold=True)
    cells = f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{inner - place:.0f}">{name}</TD>'
    if card.place:
        cells += f'<TD ALIGN="RIGHT" WIDTH="{place:.0f}">{_font(escaped(card.place), SMALL, face.header)}</TD>'
    return _tr(f"<TD>{_TABLE.format(padding=0, rows=_tr(cells))}</TD>")


def _ports(count: int) -> str:
    rows = "".join(_tr(f'<TD PORT="p{number}" WIDTH="2" HEIGHT="{PORT}"></TD>') for number in range(1, count + 1))
    return _TABLE.format(padding=0, rows=rows or _tr('<TD WIDTH="2"></TD>'))


def _legend_lines(legend: Iterable[Sample], room: float) -> list[list[Sample]]:
    lines: list[list[Sample]] = [[]]
    used = 0.0
    for sample in legend:
        needed = 24 + width(f"{sample.sign}  {sample.meaning}", SMALL) + 22
        if lines[-1] and used + needed > room:
            lines.append([])
            used = 0.0
        lines[-1].append(sample)
        used += needed
    return [line for line in lines if line]


def _samples(line: list[Sample]) -> str:
    cells = []
    for sample in line:
        if sample.fill is None:
            cells.append(f"<TD>{_font(escaped(sample.sign), SMALL, sample.tone, bold=True)}</TD>")
        else:
            colours = f'BGCOLOR="{sample.fill.light}" COLOR="{sample.tone.light}"'
            cells.append(f'<TD WIDTH="18" HEIGHT="11" FIXEDSIZE="TRUE" BORDER="1" {colours}></TD>')
        cells.append(f"<TD>{_font(escaped(sample.meaning), SMALL, Tone.QUIET)}</TD>" + '<TD WIDTH="10"></TD>')
    return _TABLE.format(padding=2, rows=_tr("".join(cells)))


def _row(content: str, inner: float) -> str:
    return _tr(f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{inner:.0f}">{content}</TD>') if content else ""


def _tr(cells: str) -> str:
    return f"<TR>{cells}</TR>"


def _lines(lines: Iterable[str], size: int, tone: Tone, *, bold: bool = False) -> str:
    text = "".join(f'{escaped(line)}<BR ALIGN="LEFT"/>' for line in lines)
    return _font(text, size, tone, bold=bold) if text else ""


def _font(text: str, size: int, tone: Tone, *, bold: bool = False) -> str:
    weighted = f"<B>{text}</B>" if bold else text
    return f'<FONT POINT-SIZE="{size}" COLOR="{tone.light}">{weighted}</FONT>'


def escaped(text: str) -> str:
    """Text as it must stand in a label, where ``<``, ``&`` and the backslash have meanings."""
    return escape(text).replace("\\", "\\\\")
