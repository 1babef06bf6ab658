"""A page for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.report.cells import cells, wrap
from argmap.report.page import Block, Heading, Item, Paragraph, Picture, Table
from argmap.report.palette import PLAIN, Palette, Role
from argmap.report.visible import visible
from argmap.wording.spans import Style, Words

_NARROWEST = 40


def text(page: Iterable[Block], width: int = 100, palette: Palette = PLAIN) -> str:
    """The page in lines of at most `width` cells (but never fewer than 40); pictures are left out.

    A table that is wider is told row by row, without its empty cells.  Items are indented by at most half the width.
    """
    width = max(width, _NARROWEST)
    lines: list[str] = []
    before: Block | None = None
    for block in page:
        if lines and not (isinstance(block, Item) and isinstance(before, Item)):
            lines.append("")
        if not isinstance(block, Picture):
            lines += _block(block, width, palette)
            before = block
        elif lines and not lines[-1]:
            lines.pop()
    return "".join(f"{line}\n" for line in lines)


def _block(block: Block, width: int, palette: Palette) -> list[str]:
    match block:
        case Heading(level=level):
            lines = wrap(_plain(block.words), width)
            rule = {1: "=", 2: "-"}.get(level, "")
            painted = [palette.paint(Role.STRONG, line) for line in lines]
            return [*painted, rule * max(map(cells, lines))] if rule else painted
        case Paragraph():
            return wrap(_plain(block.words), width)
        case Item():
            return _item(block, width, palette)
        case Table():
            return _table(block, width)
        case Picture():
            return []


def _item(item: Item, width: int, palette: Palette) -> list[str]:
    guide = "  " * min(item.depth, width // 4)
    lines = wrap(_plain(item.words), width - len(guide) - 2)
    shown = [f"{guide}{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]
    for line in wrap(_plain(item.source), width - len(guide) - 2) if item.source else ():
        shown.append(f"{guide}  {palette.paint(Role.FRAME, line)}")
    return shown


def _table(table: Table, width: int) -> list[str]:
    rows = [[visible(cell) for cell in row] for row in (table.header, *table.rows)]
    sizes = [max(cells(row[column]) for row in rows) for column in range(len(table.header))]
    if sum(sizes) + 2 * (len(sizes) - 1) <= width:
        return [_row(row, sizes) for row in rows]
    shown: list[str] = []
    for first, *rest in rows[1:]:
        filled = "; ".join(f"{name}: {cell}" for name, cell in zip(rows[0][1:], rest, strict=True) if cell)
        lines = wrap(f"{first}: {filled}", width - 2)
        shown += [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]
    return shown


def _row(row: list[str], sizes: list[int]) -> str:
    return "  ".join(cell + " " * (size - cells(cell)) for cell, size in zip(row, sizes, strict=True)).rstrip()


def _plain(words: Words) -> str:
    return "".join(f"`{visible(span.text)}`" if span.style is Style.CODE else visible(span.text) for span in words)
