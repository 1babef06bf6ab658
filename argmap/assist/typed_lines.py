"""Lines of an argument file as they are being typed: what stands in one, and under which others it stands.

Nothing here needs a line that can be read: only its blanks, its first word and its first colon count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.language.tree import BLANKS
from argmap.source.text import SourceText, Span

_FIRST = re.compile(r"[^\s:(|#]+")
_WORD = re.compile(r"[^\s:()|#,\"<>]+")


class TypedLine(NamedTuple):
    """One line, and a place in it.

    Attributes:
        number: From 1.
        start: Where it begins in the file.
        text: Without its line end.
        column: Where the place is in it, from 0.
        indent: How many blanks it begins with.
    """

    number: int
    start: int
    text: str
    column: int
    indent: int

    @property
    def before(self) -> str:
        """What stands before the place."""
        return self.text[: self.column]

    @property
    def keyword(self) -> str:
        """Its first word; empty where it begins with a sign, or with nothing."""
        match = _FIRST.match(self.text, self.indent)
        return match[0] if match else ""

    @property
    def colon(self) -> int:
        """Where its first colon stands, which ends what is the language's; -1 where it has none."""
        return -1 if self.is_prose else self.text.find(":")

    @property
    def is_prose(self) -> bool:
        """Whether it is a comment, or goes on with the text of the line above."""
        return self.text[self.indent : self.indent + 1] in ("#", "|")

    @property
    def in_head(self) -> bool:
        """Whether the place stands before the first colon, where the language's words and ids stand."""
        return not self.is_prose and (self.colon < 0 or self.column <= self.colon)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip(BLANKS)

    def word(self) -> tuple[str, Span]:
        """The word at the place, or right before it, and its range in the file; empty where there is none."""
        for match in _WORD.finditer(self.text):
            if match.start() <= self.column <= match.end():
                return match[0], Span(self.start + match.start(), self.start + match.end())
            if match.start() > self.column:
                break
        at = self.start + self.column
        return "", Span(at, at)


def line_at(source: SourceText, offset: int) -> TypedLine:
    """The line in which an offset stands; one outside the text counts as its nearest end."""
    inside = min(max(offset, 0), len(source.text))
    number, column = source.position(inside)
    return _line(source, number, column - 1)


def lines_above(source: SourceText, line: TypedLine) -> Iterator[TypedLine]:
    """The lines under which one stands, the nearest first: each is the next one up that is less indented.

    A line of blanks alone stands where its place is.
    """
    indent = line.column if line.is_blank else line.indent
    number = line.number - 1
    while number and indent:
        above = _line(source, number, 0)
        if not above.is_blank and not above.is_prose and above.indent < indent:
            yield above
            indent = above.indent
        number -= 1


def line_before(source: SourceText, line: TypedLine) -> TypedLine | None:
    """The nearest line above that holds something of the language; None where there is none."""
    for number in range(line.number - 1, 0, -1):
        above = _line(source, number, 0)
        if not above.is_blank and not above.is_prose:
            return above
    return None


def _line(source: SourceText, number: int, column: int) -> TypedLine:
    text = source.line(number)
    return TypedLine(number, source.offset(number), text, min(column, len(text)), len(text) - len(text.lstrip(BLANKS)))
