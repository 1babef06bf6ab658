"""A page about a difference as a comment on a pull request, never longer than GitHub takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.report.markdown import Links, Piece, code_span, pieces, unlinked
from argmap.report.page import Block, Fold, Heading, Outcome, spelled_out
from argmap.wording.english import counted

TAG = "<!-- argmap-diff -->"
"""The first line, by which the comment is found again and edited."""

MOST = 60_000
"""UTF-16 code units of a comment; GitHub refuses 65,536 characters, of whatever it may count."""
_FOR_THE_REST = 500
"""What is kept free for the line that says what is left out."""


class Section(NamedTuple):
    """Pieces that belong together, perhaps folded away.

    Attributes:
        opening: What comes before the first piece; shown only with it.
        closing: What comes after the last piece that is shown.
    """

    pieces: tuple[Piece, ...]
    opening: str = ""
    closing: str = ""


def github_comment(page: Iterable[Block], command: str, links: Links | None = None) -> str:
    """A page, as much of it as GitHub takes.

    Args:
        page: What is told.
        command: What shows all of it in a terminal.
        links: Where lines can be seen; None where nowhere.
    """
    return cut(sections(page, links), command)


def sections(page: Iterable[Block], links: Links | None) -> Iterator[Section]:
    """The parts of a comment: a heading with what stands under it, what is folded away, and all else block by block."""
    opening, under = "", list[Piece]()
    for block in spelled_out(page):
        if isinstance(block, Heading | Fold | Outcome) and (opening or under):
            yield Section(tuple(under), opening)
            opening, under = "", []
        match block:
            case Outcome():
                first, *partial = pieces(block)
                yield Section((Piece(f"{TAG}\n{first.text}"),))
                yield from (Section((Piece(piece.text.removeprefix("\n")),)) for piece in partial)
            case Heading():
                opening = f"{unlinked(next(pieces(block)).text)}\n"
            case Fold():
                first, *inner, last = pieces(block, links)
                yield Section(tuple(inner), first.text, last.text)
            case _ if opening:
                under += pieces(block, links)
            case _:
                yield Section(tuple(pieces(block, links)))
    if under:
        yield Section(tuple(under), opening)


def cut(several: Iterable[Section], command: str) -> str:
    """The sections, a blank line between two, up to the first piece that does not fit.

    Whatever is opened is closed, and how many changes are left out is said, with the command that shows them.
    """
    found: list[str] = []
    room = MOST - _FOR_THE_REST - _size(code_span(command))
    left = 0
    is_full = False
    for section in several:
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
