"""Colours for a terminal: always beside words that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from unicodedata import category, east_asian_width

import attrs


class Role(Enum):
    """What a piece of output is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    HELP = "help"
    FRAME = "frame"
    STRONG = "strong"
    REMOVED = "removed"
    ADDED = "added"
    REMOVED_WORDS = "removed words"
    ADDED_WORDS = "added words"


@attrs.frozen
class Palette:
    """A colour for each role, as parameters of an SGR escape sequence (ECMA-48); a role without one stays plain."""

    colours: Mapping[Role, str] = attrs.field(factory=dict)

    def paint(self, role: Role, text: str) -> str:
        """The text between the sequences that switch its colour on and off."""
        colour = self.colours.get(role)
        return f"\x1b[{colour}m{text}\x1b[0m" if colour and text else text


PLAIN = Palette()
"""No colours at all: for files, pipes, and wherever ``NO_COLOR`` is set."""

COLOURED = Palette(
    {
        Role.ERROR: "1;31",
        Role.WARNING: "1;33",
        Role.NOTE: "1;36",
        Role.HELP: "1;32",
        Role.FRAME: "1;34",
        Role.STRONG: "1",
        Role.REMOVED: "31",
        Role.ADDED: "32",
        Role.REMOVED_WORDS: "1;4;31",
        Role.ADDED_WORDS: "1;4;32",
    }
)
"""The sixteen colours that every terminal has, so that its own theme decides how they look."""


_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def cells(text: str) -> int:
    """The width of a text that holds no control characters (see `visible`), by UAX 11 and the general categories."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def wrap(text: str, width: int) -> list[str]:
    """Cut into lines of at most `width` cells, at spaces and beside wide characters.

    A word that is longer than a line is cut where the line is full; a line end in the text starts a new line.  There
    is always one line, and a line always holds one character, whatever the width.
    """
    lines = [line for paragraph in text.split("\n") for line in _wrapped(paragraph, width)]
    return lines or [""]


def _wrapped(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in paragraph.split():
        gap = 1 if line else 0
        for piece in _pieces(word, width):
            size = cells(piece)
            if line and used + gap + size > width:
                lines.append(line)
                line, used, gap = "", 0, 0
            line += " " * gap + piece
            used += gap + size
            gap = 0
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> list[str]:
    """The word as parts between which a line may end."""
    if word.isascii() and len(word) <= width:
        return [word]
    pieces: list[str] = []
    size = 0
    breakable = True
    for character in word:
        own = _cell(character)
        wide = own == 2
        if pieces and (own == 0 or not (wide or breakable or size + own > width)):
            pieces[-1] += character
            size += own
        else:
            pieces.append(character)
            size = own
        breakable = wide or (breakable and own == 0)
    return pieces


def _cell(character: str) -> int:
    if "\u1160" <= character <= "\u11ff" or category(character) in _ZERO_WIDTH:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
