"""What stands on a card."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.render.measures import CARD_LINES, CARD_PADDING, MARK, PORT, SMALL, STUB_LINES, TEXT
from argmap.render.table import Block, Style, cell, gap, paragraph, row, stacked, styled, table
from argmap.render.text_lines import width
from argmap.render.theme import MARKS, Face
from argmap.view.picture import Card, CardRole

_DISTANCE = 2
_PORTS = 2
"""How wide the strip of ports at a card's right edge is, and in the middle of a dot."""
_DOT = 4


def card_label(card: Card, face: Face, outer: int, ports: int) -> str:
    """A card of a width, with so many ports for lines that arrive: ``p1``, ``p2``, ... from top to bottom."""
    mark = MARKS.get(card.attitude, "") if card.role is not CardRole.SECTION else ""
    inner = outer - 2 * CARD_PADDING - _PORTS - (MARK if mark else 0)
    body = _body(card, face, inner)
    # A table hands out among its rows what another column needs, so the room that many lines need is made here.
    spare = max(ports * PORT - body.height - 2 * CARD_PADDING, 0)
    height = body.height + 2 * CARD_PADDING + spare
    above = gap(CARD_PADDING + spare // 2)
    below = gap(CARD_PADDING + spare - spare // 2)
    text = table(above.rows + body.rows + below.rows)
    cells = cell("", CARD_PADDING, height) + cell(text, inner, height) + cell("", CARD_PADDING, height)
    if mark:
        sign = styled(mark, Style(MARK - 2, face.outline, bold=True))
        cells += cell(sign, MARK, height)
    cells += cell(_ports(ports, height), _PORTS, height)
    return f"<{table(row(cells))}>"


def dot_label(ports: int) -> str:
    """The inside of a dot: nothing but ports, so near each other that every line seems to end in its middle."""
    return f"<{_ports(ports, max(ports, _DOT))}>"


def _body(card: Card, face: Face, room: float) -> Block:
    header = _units((card.name, *card.words, card.place), room, bold=True)
    most = STUB_LINES if card.role is CardRole.STUB else CARD_LINES
    lines = (_units(note.split(" · "), room, bold=False) for note in card.notes)
    notes = stacked((paragraph(line, Style(SMALL, face.header), room, most=2) for line in lines), 0)
    return stacked(
        (
            paragraph(header, Style(SMALL, face.header, bold=True), room),
            paragraph(card.text, Style(TEXT, face.text), room, most=most),
            notes,
        ),
        _DISTANCE,
    )


def _units(parts: Iterable[str], room: float, *, bold: bool) -> str:
    """Parts with dots between them, each on one line with the dot after it where a line has room for that."""
    whole = ((part, f"{part} ·".replace(" ", "\u00a0")) for part in parts if part)
    return " · ".join(kept[:-2] if width(kept, SMALL, bold=bold) <= room else part for part, kept in whole)


def _ports(count: int, height: int) -> str:
    """Cells of nearly one height that fill a card from top to bottom."""
    edges = [height * number // count for number in range(count + 1)] if count else [0, height]
    rows = (
        row(cell("", _PORTS, edges[number] - edges[number - 1], f'PORT="p{number}"')) for number in range(1, len(edges))
    )
    return table("".join(rows))
