"""A text as lines, those of a merge on which all agree or each side has its own, and lines as a text again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

import attrs


class Piece(NamedTuple):
    """Some lines as each side would have them; the same on both sides where they do not conflict.

    Attributes:
        ours: Those of our side.
        theirs: Those of the other side.
        base: Those that both began with.
    """

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    base: tuple[str, ...] = ()

    @classmethod
    def agreed(cls, lines: tuple[str, ...], base: tuple[str, ...] = ()) -> Piece:
        """Lines without a conflict."""
        return cls(lines, lines, base)

    @property
    def conflicts(self) -> bool:
        """Whether one must be chosen."""
        return self.ours != self.theirs


class ConflictStyle(StrEnum):
    """What stands between the marks of a conflict, as git's ``merge.conflictStyle`` says it."""

    MERGE = "merge"
    """Both sides, without the lines that both begin or end with."""
    DIFF3 = "diff3"
    """Both sides whole, and what they began with."""
    ZDIFF3 = "zdiff3"
    """Both sides, without the lines that both begin or end with, and what they began with."""

    @property
    def has_base(self) -> bool:
        """Whether it shows what both sides began with."""
        return self is not ConflictStyle.MERGE


@attrs.frozen
class Marks:
    """How a conflict is marked, as git does it.

    Attributes:
        ours: What our side is called.
        theirs: What the other side is called.
        size: Signs in a mark.
        base: What the version is called that both sides began with.
        style: What stands between the marks.
    """

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7
    base: str = "base"
    style: ConflictStyle = ConflictStyle.MERGE

    def around(self, piece: Piece) -> tuple[str, ...]:
        """The lines of both sides, between marks where they differ."""
        if not piece.conflicts:
            return piece.ours
        opening, before, middle, closing = (sign * self.size for sign in "<|=>")
        base = (f"{before} {self.base}", *piece.base) if self.style.has_base else ()
        return (f"{opening} {self.ours}", *piece.ours, *base, middle, *piece.theirs, f"{closing} {self.theirs}")


def as_one(pieces: Iterable[Piece], style: ConflictStyle = ConflictStyle.MERGE) -> tuple[Piece, ...]:
    """The same lines, with a single conflict from the first line on which the sides differ to the last.

    Where a style shows both sides whole, it goes from the beginning of the piece with the first such line to the end
    of that with the last.
    """
    whole = list(pieces)
    differing = [number for number, piece in enumerate(whole) if piece.conflicts]
    if not differing:
        return (_joined(whole),)
    first, last = differing[0], differing[-1] + 1
    before, conflict, after = (_joined(part) for part in (whole[:first], whole[first:last], whole[last:]))
    if style is ConflictStyle.DIFF3:
        return before, conflict, after
    ours, theirs = (before.ours + conflict.ours + after.ours, before.theirs + conflict.theirs + after.theirs)
    start = _shared(ours, theirs)
    end = _shared(ours[start:][::-1], theirs[start:][::-1])
    return (
        Piece.agreed(ours[:start], before.base),
        Piece(ours[start : len(ours) - end], theirs[start : len(theirs) - end], conflict.base),
        Piece.agreed(ours[len(ours) - end :], after.base),
    )


def _joined(pieces: Sequence[Piece]) -> Piece:
    """All lines of some pieces, in one."""
    return Piece(*(tuple(line for piece in pieces for line in piece[side]) for side in range(3)))


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
