"""How far something is that takes long."""

from __future__ import annotations

import sys
import time

_PATIENCE = 0.5
"""Seconds after which somebody at a terminal wants to know."""


class Meter:
    """One line that says how far it is, on a terminal only."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown = False

    def show(self, text: str) -> None:
        """Put this in the place of what it said before."""
        if sys.stderr.isatty() and time.monotonic() - self._started > _PATIENCE:
            self._shown = True
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._shown = False
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
