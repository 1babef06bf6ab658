"""Lines of a merge: those on which all agree, and those of each side where the two do not."""

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
