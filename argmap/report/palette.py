"""Colours for a terminal: always beside words that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

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
