"""One line of a source as a terminal can show it, and where a part of it stands in what is shown."""

from __future__ import annotations

from typing import NamedTuple

from argmap.report.cells import cells
from argmap.report.visible import characters

_TAB = "    "
_CUT = "…"


class Excerpt(NamedTuple):
    """A line made visible; the marked part begins after `indent` cells and is at least one cell wide."""

    text: str
    indent: int
    width: int


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """Show a line in at most `room` cells, cut around the code points from `start` up to but without `end`.

    Where the marked part alone is too long its beginning is shown; an empty part is marked where it would stand,
    which may be behind the last character.
    """
    start = min(start, len(line))
    end = min(max(end, start), len(line))
    # A line may be megabytes long: nothing beyond this window can be shown.
    offset = max(0, start - room)
    pieces = [_TAB if piece == "<U+0009>" else piece for piece in characters(line[offset : start + room + 1])]
    sizes = [cells(piece) for piece in pieces]
    first, last = _window(sizes, start - offset, min(end - offset, len(sizes)), room - 2)
    before = _CUT if offset + first > 0 else ""
    after = _CUT if offset + last < len(line) else ""
    text = before + "".join(pieces[first:last]) + after
    marked = sum(sizes[start - offset : min(end - offset, last)])
    return Excerpt(text, len(before) + sum(sizes[first : start - offset]), max(1, marked))


def _window(sizes: list[int], start: int, end: int, room: int) -> tuple[int, int]:
    """The range of pieces to show: what is marked first, then as much before it as behind it."""
    first = last = start
    used = 0
    while last < end and used + sizes[last] <= room:
        used += sizes[last]
        last += 1
    half = used + (room - used) // 2
    while first > 0 and used + sizes[first - 1] <= half:
        first -= 1
        used += sizes[first]
    while last < len(sizes) and used + sizes[last] <= room:
        used += sizes[last]
        last += 1
    while first > 0 and used + sizes[first - 1] <= room:
        first -= 1
        used += sizes[first]
    return first, last
