"""Findings with the lines that they are about, laid out as rustc does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.report.findings.finding_lines import Spot, Texts, spot
from argmap.report.terminal_text import PLAIN, Palette, Role, cells
from argmap.report.visible import characters, visible
from argmap.source.finding import Finding, Severity

_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.NOTE: Role.NOTE}


def full(findings: Sequence[Finding], texts: Texts, palette: Palette = PLAIN, width: int = 120) -> str:
    """The findings as text for a terminal of `width` cells, a blank line between two.

    Everything that comes from a file is shown by way of `visible`, so what the reader sees is what stands there and no
    escape sequence in a text reaches the terminal.  Only lines of sources are cut to the width.
    """
    return "\n".join(_Sheet(finding, texts, palette, width).text() for finding in findings)


class _Sheet:
    """One finding being laid out."""

    def __init__(self, finding: Finding, texts: Texts, palette: Palette, width: int) -> None:
        self._finding = finding
        self._texts = texts
        self._palette = palette
        self._width = width
        places = [finding.place, *(related.place for related in finding.related)]
        self._gutter = max(len(str(spot(place, texts).start.line)) for place in places)
        self._lines: list[str] = []

    def text(self) -> str:
        finding = self._finding
        role = _ROLES[finding.severity]
        kind = self._palette.paint(role, f"{finding.severity.value}[{finding.code}]")
        self._lines.append(kind + self._palette.paint(Role.STRONG, f": {visible(finding.message)}"))
        main = spot(finding.place, self._texts)
        self._arrow("-->", main)
        self._quote(main, "^", role, finding.label)
        file = main.file
        for related in finding.related:
            other = spot(related.place, self._texts)
            if other.file != file:
                self._arrow(":::", other)
                file = other.file
            self._quote(other, "-", Role.FRAME, related.label)
        self._help()
        return "\n".join(self._lines) + "\n"

    def _arrow(self, arrow: str, at: Spot) -> None:
        known = f":{at.start.line}:{at.start.column}" if at.file in self._texts else ""
        self._lines.append(" " * self._gutter + self._frame(arrow) + f" {visible(at.file)}{known}")

    def _quote(self, at: Spot, mark: str, role: Role, label: str) -> None:
        """The line of a place with the place underlined; of several lines the first, underlined to its end."""
        source = self._texts.get(at.file)
        if source is None:
            if label:
                self._lines.append(f"{' ' * self._gutter} {self._frame('=')} {visible(label)}")
            return
        line = source.line(at.start.line)
        end = at.end.column - 1 if at.end.line == at.start.line else len(line)
        shown = excerpt(line, at.start.column - 1, end, max(20, self._width - self._gutter - 3))
        self._row("", "")
        self._row(str(at.start.line), shown.text)
        label = f" {visible(label)}" if label else ""
        self._row("", " " * shown.indent + self._palette.paint(role, mark * shown.width + label))

    def _help(self) -> None:
        if not self._finding.help:
            return
        first, *more = map(visible, self._finding.help.split("\n"))
        margin = " " * self._gutter
        self._lines.append(f"{margin} {self._frame('=')} {self._palette.paint(Role.HELP, 'help')}: {first}")
        self._lines.extend(f"{margin}         {line}" for line in more)

    def _row(self, number: str, text: str) -> None:
        margin = self._palette.paint(Role.FRAME, f"{number:<{self._gutter}} |")
        self._lines.append(f"{margin} {text}" if text else margin)

    def _frame(self, text: str) -> str:
        return self._palette.paint(Role.FRAME, text)


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
