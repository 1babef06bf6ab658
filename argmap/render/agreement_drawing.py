"""The agreement grid: above the diagonal how far two agree, below it how far they disagree, as bars."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.heading import LegendEntry, box_entry, heading, word_entry
from argmap.render.styles import CLAIM_SIZE, EDGE, NOTE_SIZE, WIDTH, WORD_SIZE, TextStyle, Tone
from argmap.render.svg_document import number
from argmap.render.svg_text import path, rectangle, wide, written
from argmap.render.table_parts import closing_drawn, heads_drawn, titled
from argmap.render.text_lines import wrap
from argmap.view.tables import AgreementGrid, HolderHead, PairCell

_WIDEST = 132
_HIGHEST = 40
_LOWEST = 15
_WIDEST_NAME = 170
_WORDS = 92
"""How wide a cell is that has room for words."""
_NUMBERS = 38
"""How wide it is for numbers; what is narrower has room for a bar alone."""
_BAR = 6
_LINE = 13
_NAME = TextStyle(WORD_SIZE, Tone.INK)


def agreement_drawn(grid: AgreementGrid) -> tuple[list[str], float]:
    """The grid as mark-up, and how far down it reaches."""
    names = max((wide(head.name, _NAME) for head in grid.heads), default=0)
    left = EDGE + min(names, _WIDEST_NAME) + 8
    across = min(_WIDEST, (WIDTH - EDGE - left) / max(len(grid.heads), 1))
    down = (
        max(_LOWEST, min(_HIGHEST, across * 0.8))
        if across < _NUMBERS
        else _HIGHEST * 0.8
        if across < _WORDS
        else _HIGHEST
    )
    parts, y = heading(grid.title, grid.subtitle, tuple(_legend(grid, across)))
    drawn, y = heads_drawn(grid.heads, left, y, across)
    parts += drawn
    for place, (head, cells) in enumerate(zip(grid.heads, grid.rows, strict=True)):
        row = _name(head, left, y, down)
        for column, cell in enumerate(cells):
            x = left + across * column
            row.append(_cell(cell, x, y, across - 2, down - 2, above=column > place))
        parts.append(titled("", head.sentence, row))
        y += down
    drawn, y = closing_drawn(grid.closing, y)
    return [*parts, *drawn], y + EDGE


def _name(head: HolderHead, right: float, y: float, down: float) -> list[str]:
    shown = wrap(head.name, right - EDGE - 6, WORD_SIZE, lines=max(1, int(down // _LINE)))
    base = y + down / 2 + 3 - _LINE * (len(shown) - 1) / 2
    return [
        written(right - 8 - wide(line, _NAME), base + _LINE * place, line, _NAME) for place, line in enumerate(shown)
    ]


def _cell(cell: PairCell | None, x: float, y: float, across: float, down: float, *, above: bool) -> str:
    if cell is None:
        places = f"M{number(x)},{number(y)} L{number(x + across)},{number(y + down)}"
        return path(places, stroke=Tone.FAINT.light, weight=1)
    drawn = [rectangle(x, y, across, down, fill=(Tone.BAND if cell.shared else Tone.PAPER).light)]
    if cell.same_author or not cell.shared:
        said = "same author" if cell.same_author else "no question shared"
        style = TextStyle(NOTE_SIZE, Tone.QUIET)
        if across >= _WORDS:
            drawn.append(written(x + (across - wide(said, style)) / 2, y + down / 2 + 4, said, style))
    elif across >= _NUMBERS:
        drawn += _numbers(cell, x, y, across, down)
        drawn += _bar(cell, x, y + down - _BAR, across, _BAR, above=above, upright=False)
    else:
        drawn += _bar(cell, x, y, across, down, above=above, upright=True)
    return titled(cell.id, cell.sentence, drawn)


def _numbers(cell: PairCell, x: float, y: float, across: float, down: float) -> Iterator[str]:
    count, of = TextStyle(CLAIM_SIZE, Tone.INK, bold=True), TextStyle(NOTE_SIZE, Tone.QUIET)
    cannot = TextStyle(WORD_SIZE, Tone.CONFLICT, bold=True)
    words = across >= _WORDS
    shares = f" of {cell.shared}" if words else f"/{cell.shared}"
    beside = f"  ≠ {cell.cannot}" if cell.cannot and words else ""
    size = wide(str(cell.count), count) + wide(shares, of) + wide(beside, cannot)
    left, base = x + (across - size) / 2, y + (down - _BAR) / 2 + 5
    yield written(left, base, str(cell.count), count)
    left += wide(str(cell.count), count) + (4 if words else 1)
    yield written(left, base, shares, of)
    yield written(left + wide(shares, of) + 4, base, beside, cannot)


def _bar(
    cell: PairCell, x: float, y: float, across: float, down: float, *, above: bool, upright: bool
) -> Iterator[str]:
    """The share of the questions that both answer; of disagreements it is full as far as both cannot hold."""
    full = cell.count if above else cell.cannot
    tone = Tone.FOR if above else Tone.CONFLICT
    begin = 0.0
    for count, is_full in ((full, True), (cell.count - full, False)):
        size = (down if upright else across) * count / cell.shared
        if size > 0:
            place = (x, y + down - begin - size, across, size) if upright else (x + begin, y, size, down)
            if is_full:
                yield rectangle(*place, fill=tone.light)
            else:
                left, top, wide_, high = place
                yield rectangle(
                    left + 0.6, top + 0.6, max(wide_ - 1.2, 0.1), max(high - 1.2, 0.1), fill=Tone.PAPER.light,
                    stroke=Tone.QUIET.light, weight=1.2,
                )  # fmt: skip
        begin += size


def _legend(grid: AgreementGrid, across: float) -> Iterator[LegendEntry]:
    cells = [(cell, column > row) for row, cells in enumerate(grid.rows) for column, cell in enumerate(cells) if cell]
    if any(above and cell.count for cell, above in cells):
        yield box_entry(Tone.FOR, Tone.FOR, "above the diagonal: they agree")
    if any(not above and cell.cannot for cell, above in cells):
        yield box_entry(Tone.CONFLICT, Tone.CONFLICT, "below it: disagreements, those that cannot both hold")
    if any(not above and cell.count > cell.cannot for cell, above in cells):
        yield box_entry(Tone.PAPER, Tone.QUIET, "below it: other disagreements")
    if across >= _NUMBERS:
        shown = "2 of 7" if across >= _WORDS else "2/7"
        yield word_entry(shown, Tone.INK, "on two of the seven questions that both answer")
        if across >= _WORDS and any(cell.cannot for cell, _ in cells):
            yield word_entry("≠ 1", Tone.CONFLICT, "on one of these both cannot hold")
    else:
        yield word_entry("full", Tone.QUIET, "on every question that both answer", bold=False)
    if across < _WORDS and any(cell.same_author or not cell.shared for cell, _ in cells):
        yield word_entry("blank", Tone.QUIET, "no question in common, or the same author", bold=False)
