"""A comment that is never longer than GitHub takes, cut where a part of it ends."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from argmap.report.comparison.markdown import code_span
from argmap.wording.english import counted

MOST = 60_000
"""UTF-16 code units of a comment; GitHub refuses 65,536 characters, of whatever it may count."""
_FOR_THE_REST = 500
"""What is kept free for the line that says what is left out."""


@attrs.frozen
class Piece:
    """What is shown as a whole or not at all.

    Attributes:
        text: Markdown that ends in a line end.
        changes: How many changes it tells.
    """

    text: str
    changes: int = 0


@attrs.frozen
class Section:
    """Pieces that belong together, perhaps folded away.

    Attributes:
        opening: What comes before the first piece; shown only with it.
        closing: What comes after the last piece that is shown.
    """

    pieces: tuple[Piece, ...]
    opening: str = ""
    closing: str = ""


def comment(sections: Iterable[Section], command: str) -> str:
    """The sections, a blank line between two, up to the first piece that does not fit.

    Whatever is opened is closed, and how many changes are left out is said, with the command that shows them.
    """
    found: list[str] = []
    room = MOST - _FOR_THE_REST - _size(code_span(command))
    left = 0
    is_full = False
    for section in sections:
        shown: list[str] = []
        room -= _size(section.opening + section.closing) + 1
        for piece in section.pieces:
            is_full = is_full or _size(piece.text) > room
            if is_full:
                left += piece.changes
            else:
                shown.append(piece.text)
                room -= _size(piece.text)
        if shown:
            found.append("".join((section.opening, *shown, section.closing)))
    if is_full:
        rest = counted(left, "more change")
        found.append(f"**{rest} left out here:** a comment has no room for all. {code_span(command)} shows them.\n")
    return "\n".join(found)


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
