"""A text with a name, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

import attrs

_LINE_END = re.compile(r"\n")


class Span(NamedTuple):
    """A half-open range of code points, ``start`` up to but without ``end``."""

    start: int
    end: int


class Place(NamedTuple):
    """Where something stands: a file's name and a range in its text."""

    file: str
    span: Span


class Extraction(NamedTuple):
    """How a text was taken out of a file of another form.

    Attributes:
        form: What the file is, such as ``a PDF``.
        reader: What read it, with its version.
        pages: The lines on which its pages begin, in order; empty where it has none.
        lost: What of the file is not in the text, a noun with its number each: ``2 pictures``.
        gap: Which part could not be read, as the end of a sentence about the file; empty where all could.
    """

    form: str
    reader: str
    pages: tuple[int, ...] = ()
    lost: tuple[str, ...] = ()
    gap: str = ""


class Position(NamedTuple):
    """Line and column, both counted from 1, columns in code points."""

    line: int
    column: int


@attrs.frozen
class SourceText:
    """The text of one file, decoded.

    Attributes:
        name: The path by which people know it, relative to the project, with forward slashes.
        text: All of it, line ends as they stand in the file, without a byte order mark.
        extraction: How it was taken out of a file that is no plain text; None where the file is its text.
    """

    name: str
    text: str = attrs.field(repr=False)
    extraction: Extraction | None = attrs.field(default=None, repr=False)
    _line_starts: list[int] = attrs.field(factory=list, init=False, eq=False, repr=False)

    def position(self, offset: int) -> Position:
        """Line and column of a code point; the end of the text is a position too."""
        starts = self._starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        starts = self._starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def offset(self, line: int) -> int:
        """Where a line begins, counted from 1."""
        return self._starts()[line - 1]

    @property
    def pages(self) -> tuple[int, ...]:
        """The lines on which pages begin, in order; empty for a text without pages."""
        return self.extraction.pages if self.extraction is not None else ()

    def page(self, line: int) -> int | None:
        """The page on which a line stands, both counted from 1; None where there are no pages."""
        return bisect_right(self.pages, line) or None

    def where(self, line: int) -> str:
        """A line in words, with its page where there are pages."""
        page = self.page(line)
        return f"line {line}" if page is None else f"line {line} (p. {page})"

    def line_count(self) -> int:
        """How many lines there are; a text that ends in a line end has an empty last one."""
        return len(self._starts())

    def _starts(self) -> list[int]:
        if not self._line_starts:
            # Only LF ends a line, with a CR before it or not: a form feed or U+2028 is a character like any other.
            # They are put in at once, since several threads may ask for them.
            self._line_starts[:] = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return self._line_starts
