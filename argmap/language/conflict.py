"""Conflict marks that git leaves in a file when a merge fails."""

from __future__ import annotations

import re

from argmap.source.finding import Finding, Related
from argmap.source.text import Place, SourceText, Span

_MARK = re.compile(r"(?:<{7,}+|>{7,}+|\|{7,}+)(?=[ \r\n]|\Z)|={7,}+(?=[ \t\r]*+(?:\n|\Z))")
_OPENING = re.compile(r"^<{7,}+(?=[ \r\n]|\Z)", re.MULTILINE)
_USUAL_SIZE = 7
"""Signs in a mark; where git was told of another size, a conflict is known by the mark that opens it."""
_NAMES = {"|": "the common ancestor", "=": "the other side begins here", ">": "the conflict ends here"}
_MOST_SHOWN = 20
"""Marks of one conflict that are shown; git writes four at most."""


class Conflict:
    """From the first mark of a conflict to its last; what stands between is not read."""

    def __init__(self) -> None:
        self._marks: list[Place] = []
        self._signs: list[str] = []

    @classmethod
    def opened(cls, source: SourceText, statement: Span) -> Conflict | None:
        """A conflict that begins with this statement, if one does."""
        match = _MARK.match(source.text, statement.start, statement.end)
        return cls() if match and (len(match[0]) == _USUAL_SIZE or match[0][0] == "<") else None

    def add(self, source: SourceText, statement: Span) -> None:
        """Take a further statement into it; a mark of another length is text."""
        match = _MARK.match(source.text, statement.start, statement.end)
        if match is not None and (not self._marks or len(match[0]) == _length(self._marks[0].span)):
            self._marks.append(Place(source.name, Span(*match.span())))
            self._signs.append(match[0][0])

    @property
    def closed(self) -> bool:
        """Whether its last mark has been seen; a mark without an opening one is a conflict of its own."""
        return self._signs[-1] == ">" or self._signs[0] != "<"

    def finding(self) -> Finding:
        """One finding for all its marks; of very many, the first are shown and the others counted."""
        shown = list(zip(self._marks[1:], self._signs[1:], strict=True))[:_MOST_SHOWN]
        related = [Related(mark, _NAMES.get(sign, "")) for mark, sign in shown]
        left = len(self._marks) - 1 - len(shown)
        if left:
            related[-1] = Related(shown[-1][0], f"... and {left} more marks below")
        return Finding(
            code="A003",
            message="git has left a conflict here",
            place=self._marks[0],
            label=self._what_is_lost(),
            related=tuple(related),
            help="choose between the two sides, or keep both, and delete the marks",
        )

    def _what_is_lost(self) -> str:
        if not self.closed:
            return "it has no end, so nothing is read from here on"
        return "nothing in it is read" if self._signs[0] == "<" else "a mark that is left over"


def is_in_conflict(text: str) -> bool:
    """Whether git has left both sides of something in a text, of which neither is read."""
    return "<" * _USUAL_SIZE in text and _OPENING.search(text) is not None


def _length(span: Span) -> int:
    return span.end - span.start
