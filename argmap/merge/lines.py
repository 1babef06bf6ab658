"""A text as lines, those of a merge on which all agree or each side has its own, and lines as a text again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs


class Piece(NamedTuple):
    """Some lines as each side would have them; the same on both sides where they do not conflict."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]

    @classmethod
    def agreed(cls, lines: tuple[str, ...]) -> Piece:
        """Lines without a conflict."""
        return cls(lines, lines)

    @property
    def conflicts(self) -> bool:
        """Whether one must be chosen."""
        return self.ours != self.theirs


@attrs.frozen
class Marks:
    """How a conflict is marked, as git does it.

    Attributes:
        ours: What our side is called.
        theirs: What the other side is called.
        size: Signs in a mark.
    """

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7

    def around(self, piece: Piece) -> tuple[str, ...]:
        """The lines of both sides, between marks where they differ."""
        if not piece.conflicts:
            return piece.ours
        opening, middle, closing = (sign * self.size for sign in "<=>")
        return (f"{opening} {self.ours}", *piece.ours, middle, *piece.theirs, f"{closing} {self.theirs}")


def as_one(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same lines, with a single conflict from the first line on which the sides differ to the last."""
    whole = list(pieces)
    ours = tuple(line for piece in whole for line in piece.ours)
    theirs = tuple(line for piece in whole for line in piece.theirs)
    if ours == theirs:
        return (Piece.agreed(ours),)
    start = _shared(ours, theirs)
    end = _shared(ours[start:][::-1], theirs[start:][::-1])
    conflict = Piece(ours[start : len(ours) - end], theirs[start : len(theirs) - end])
    return Piece.agreed(ours[:start]), conflict, Piece.agreed(ours[len(ours) - end :])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (first, second) in enumerate(pairs) if first != second), min(len(one), len(other)))


@attrs.frozen
class Version:
    """One version of a file.

    Attributes:
        lines: Its lines without their ends; a CR stays in the line unless all lines end in CR LF.
        crlf: Whether all of them do; None where some do and some do not, or there is none.
        ended: Whether the last one has an end; None where there is no line.
    """

    lines: tuple[str, ...]
    crlf: bool | None = None
    ended: bool | None = None

    @classmethod
    def of(cls, text: str) -> Version:
        """The lines of a text."""
        if not text:
            return cls(())
        ends, count = text.count("\n"), text.count("\r\n")
        crlf = (ends == count) if ends and count in (0, ends) else None
        lines = (text.replace("\r\n", "\n") if crlf else text).split("\n")
        ended = not lines[-1]
        return cls(tuple(lines[:-1] if ended else lines), crlf, ended)


def joined(lines: Sequence[str], base: Version, ours: Version, theirs: Version) -> str:
    """The text that lines make, with the line ends of our side, unless only the other side changed them."""
    crlf = _picked(base.crlf, ours.crlf, theirs.crlf)
    ended = _picked(base.ended, ours.ended, theirs.ended) is not False
    end = "\r\n" if crlf else "\n"
    bare = [line.removesuffix("\r") for line in lines] if crlf else lines
    return end.join(bare) + (end if ended and lines else "")


def _picked(base: bool | None, ours: bool | None, theirs: bool | None) -> bool | None:
    return theirs if ours is None or (ours == base and theirs is not None) else ours
