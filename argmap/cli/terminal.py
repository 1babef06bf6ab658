"""What is known of the terminal, and writing to it."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from argmap.report.palette import COLOURED, PLAIN, Palette

_WIDEST = 120


def palette(stream: TextIO | None = None) -> Palette:
    """Colours where somebody can see them and has not asked for none (``NO_COLOR``, see no-color.org)."""
    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return PLAIN
    if os.environ.get("FORCE_COLOR") or stream.isatty():
        return COLOURED
    return PLAIN


def width() -> int:
    """Columns for text: those of the terminal, or 100 in a pipe, at most 120."""
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size((100, 24)).columns, _WIDEST))


def say(text: str) -> None:
    """A line for people, beside the output proper."""
    print(text, file=sys.stderr)
