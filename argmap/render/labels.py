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
_SPACE = '<FONT POINT-SIZE="3">&#160;<BR ALIGN="LEFT"/></FONT>'
_SWATCH = 18
_BETWEEN = 18
_BORDERS = 6
"""What a table adds around the cells of a sample, at most."""


def card_label(card: Card, face: Face, outer: int, ports: int) -> str:
    """A card of a width, with so many ports for lines that arrive: ``p1``, ``p2``, ... from top to bottom."""
    mark = MARKS.get(card.attitude, "") if card.role is not CardRole.SECTION else ""
    inner = outer - 2 * CARD_PADDING - (MARK if mark else 0) - 4
    header = " · ".join(part for part in (card.name, *card.words, card.place) if part)
    most = STUB_LINES if card.role is CardRole.STUB else CARD_LINES
    # All lines stand in one cell, since a table spreads its rows where many lines arrive at a card.
    blocks = [
        _lines(wrap(header, inner, SMALL, bold=True), SMALL, face.header, bold=True),
        _lines(wrap(card.text, inner, TEXT, lines=most), TEXT, face.text),
        "".join(_lines(wrap(note, inner, SMALL, lines=2), SMALL, face.header) for note in card.notes),
    ]
    body = _SPACE.join(block for block in blocks if block)
    cells = [
        f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{inner + 2 * CARD_PADDING}" CELLPADDING="{CARD_PADDING}">{body}</TD>'
    ]
    if mark:
        sign = _font(escaped(mark), MARK - 2, face.outline, bold=True)
        cells.append(f'<TD WIDTH="{MARK}" HEIGHT="{MARK}" FIXEDSIZE="TRUE">{sign}</TD>')
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
    rows += [_tr(f'<TD ALIGN="LEFT">{_samples(line, room)}</TD>') for line in _legend_lines(legend, room)]
    rows.append(_tr('<TD HEIGHT="8"></TD>'))
    return f"<{_TABLE.format(padding=2, rows=''.join(row for row in rows if row))}>"


def heading_label(title: str, room: float, size: int) -> str:
    """The heading of a group."""
    lines = _lines(wrap(title, room, size, bold=True), size, Tone.QUIET, bold=True)
    return f"<{_TABLE.format(padding=2, rows=_row(lines, room))}>"


def _ports(count: int) -> str:
    rows = "".join(_tr(f'<TD PORT="p{number}" WIDTH="2" HEIGHT="{PORT}"></TD>') for number in range(1, count + 1))
    return _TABLE.format(padding=0, rows=rows or _tr('<TD WIDTH="2"></TD>'))


def _legend_lines(legend: Iterable[Sample], room: float) -> list[list[Sample]]:
    lines: list[list[Sample]] = []
    left = 0.0
    for sample in legend:
        if not lines or _sample_width(sample) > left:
            lines.append([])
            left = room
        lines[-1].append(sample)
        left -= _sample_width(sample)
    return lines


def _samples(line: list[Sample], room: float) -> str:
    """One line of a legend.  Every width is given, since a table shares out among its cells whatever is left."""
    cells = []
    for sample in line:
        if sample.fill is None:
            cells.append(_sized(_font(escaped(sample.sign), SMALL, sample.tone, bold=True), _sign_width(sample)))
        else:
            colours = f'BGCOLOR="{sample.fill.light}" COLOR="{sample.tone.light}"'
            cells.append(
                f'<TD WIDTH="{_SWATCH}" HEIGHT="11" FIXEDSIZE="TRUE" BORDER="1" {colours}></TD><TD WIDTH="6"></TD>'
            )
        meaning = f'{_font(escaped(sample.meaning), SMALL, Tone.QUIET)}<BR ALIGN="LEFT"/>'
        cells.append(_sized(meaning, width(sample.meaning, SMALL) + _BETWEEN))
    cells.append(_sized("", room - sum(_sample_width(sample) for sample in line)))
    return _TABLE.format(padding=0, rows=_tr("".join(cells)))


def _sign_width(sample: Sample) -> float:
    return 6 + (_SWATCH if sample.fill is not None else width(sample.sign, SMALL, bold=True))


def _sample_width(sample: Sample) -> float:
    return _sign_width(sample) + width(sample.meaning, SMALL) + _BETWEEN + _BORDERS


def _sized(content: str, room: float) -> str:
    return f'<TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{room:.0f}">{content}</TD>'


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
