"""What is known of the terminal, writing to it, and a line on it that says how far something is."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from argmap.report.terminal_text import Palette

_WIDEST = 120


def palette(stream: TextIO | None = None) -> Palette:
    """Colours where somebody can see them and has not asked for none (``NO_COLOR``, see no-color.org)."""
    from argmap.report.terminal_text import COLOURED, PLAIN

    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return PLAIN
    if os.environ.get("FORCE_COLOR") or stream.isatty():
        return COLOURED
    return PLAIN


def width() -> int:
    """Columns for text: those of the terminal, or 100 in a pipe, at most 120."""
    columns = os.environ.get("COLUMNS", "")
    if not (columns.isascii() and columns.isdigit()):
        try:
            columns = str(os.get_terminal_size().columns)
        except OSError:
            columns = "100"
    return max(40, min(int(columns[:9]), _WIDEST))


def say(text: str) -> None:
    """One line for people, beside the output proper; nothing in it drives the terminal or begins a line of its own."""
    from argmap.report.visible import visible

    print(visible(text), file=sys.stderr)


def notify(notices: Iterable[str]) -> None:
    """What to know of the files that were read, beside the output proper."""
    for notice in notices:
        say(f"argmap: {notice}")


def tell(text: str) -> None:
    """One line of the output proper, such as one with a file name in it, made safe likewise."""
    from argmap.report.visible import visible

    print(visible(text))


_PATIENCE = 0.5
"""Seconds after which somebody at a terminal wants to know."""
_BAR = 20
"""Signs of a bar."""
_COLUMNS = 80
"""Of a terminal that does not say how many it has."""


class Meter:
    """One line that says how far it is, on a terminal only: neither in a pipe nor in the log of a CI."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown = False
        self._watched = sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"

    def show(self, text: str, share: float | None = None) -> None:
        """Put this in the place of what it said before, behind a bar where it is known how much of it is done."""
        if self._watched and time.monotonic() - self._started > _PATIENCE:
            self._shown = True
            print(f"\r\x1b[K{_line(text, share)}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._shown = False
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _line(text: str, share: float | None) -> str:
    """What fits on one line of the terminal, since a second one could not be taken away."""
    from argmap.report.terminal_text import cells
    from argmap.report.visible import visible

    bar = "" if share is None else f"[{'#' * round(share * _BAR):-<{_BAR}}] {share:4.0%} "
    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or _COLUMNS
    except (OSError, ValueError):
        columns = _COLUMNS
    line = bar + visible(text)
    while line and cells(line) >= columns:
        line = line[:-1]
    return line
