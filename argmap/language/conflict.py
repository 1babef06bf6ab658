"""Conflict marks that git leaves in a file when a merge fails."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.source.finding import Finding, Related
from argmap.source.text import Place, SourceText, Span

_MARK = re.compile(r"(?:<{7,}+|>{7,}+|\|{7,}+)(?=[ \r\n]|\Z)|={7,}+(?=[ \t\r]*+(?:\n|\Z))")
_USUAL_SIZE = 7
"""Signs in a mark; where git was told of another size, a conflict is known by the mark that opens it."""
_NAMES = {"|": "the common ancestor", "=": "the other side begins here", ">": "the conflict ends here"}


class Conflict(NamedTuple):
    """From the first mark of a conflict to its last; what stands between is not read."""

    marks: tuple[Place, ...] = ()
    signs: str = ""

    @classmethod
    def opened(cls, source: SourceText, statement: Span) -> Conflict | None:
        """A conflict that begins with this statement, if one does."""
        match = _MARK.match(source.text, statement.start, statement.end)
        return cls() if match and (len(match[0]) == _USUAL_SIZE or match[0][0] == "<") else None

    def grown(self, source: SourceText, statement: Span) -> Conflict:
        """The conflict with a further statement in it."""
        match = _MARK.match(source.text, statement.start, statement.end)
        if match is None or (self.marks and len(match[0]) != _length(self.marks[0].span)):
            return self
        return Conflict((*self.marks, Place(source.name, Span(*match.span()))), self.signs + match[0][0])

    @property
    def closed(self) -> bool:
        """Whether its last mark has been seen; a mark without an opening one is a conflict of its own."""
        return self.signs[-1] == ">" or self.signs[0] != "<"

    def finding(self) -> Finding:
        """One finding for all its marks."""
        related = tuple(
            Related(mark, _NAMES.get(sign, "")) for mark, sign in zip(self.marks[1:], self.signs[1:], strict=True)
        )
        return Finding(
            code="A003",
            message="git has left a conflict here",
            place=self.marks[0],
            label=self._what_is_lost(),
            related=related,
            help="choose between the two sides, or keep both, and delete the marks",
        )

    def _what_is_lost(self) -> str:
        if not self.closed:
            return "it has no end, so nothing is read from here on"
        return "nothing in it is read" if self.signs[0] == "<" else "a mark that is left over"


def _length(span: Span) -> int:
    return span.end - span.start
