"""How far something is that takes long."""

from __future__ import annotations

import os
import sys
import time

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
