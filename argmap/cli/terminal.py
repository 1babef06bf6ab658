"""What is known of the terminal, and writing to it."""

from __future__ import annotations

import os
import sys
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
