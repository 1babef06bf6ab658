"""A line cut at its first colon, and the refusal of one that cannot be read."""

from __future__ import annotations

from typing import NamedTuple

from argmap.language.tree import Prose, Word
from argmap.source.text import Span

BLANKS = " \t\r"
"""What is stripped from the ends of words and text; other white space is text like any other."""


class Refused(Exception):  # noqa: N818  (not an error of the program: a line that cannot be read)
    """A line that has not the shape of one; becomes a finding and a gap."""

    def __init__(self, code: str, message: str, span: Span, *, label: str = "", help: str = "") -> None:  # noqa: A002
        super().__init__(message)
        self.code, self.message, self.span, self.label, self.help = code, message, span, label, help


class RawLine(NamedTuple):
    """A line cut at its first colon.

    Attributes:
        keyword: Its first word.
        head: What stands between that word and the colon, and where.
        text: What stands after the colon, with the ``|`` lines that go on; None where there is no colon.
        span: All of it.
    """

    keyword: Word
    head: Word
    text: Prose | None
    span: Span
