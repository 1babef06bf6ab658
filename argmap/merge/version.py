"""A text as lines, and lines as a text again."""

from __future__ import annotations

from collections.abc import Sequence

import attrs


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
