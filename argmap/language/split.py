"""Text -> statements: column 0 starts one, and nothing else does."""

from __future__ import annotations

import re

from argmap.source.text import Span

_START = re.compile(r"(?:\A|(?<=\n))(?=[^ \t\r\n#])")


def split(text: str) -> tuple[Span, ...]:
    """The ranges of all statements, each up to where the next begins.

    What stands before the first (comments, blank lines, stray text) is a range of its own, which is left out when it
    is empty.  Comments above a statement stand at the end of the range before it.
    """
    starts = [match.start() for match in _START.finditer(text)]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    ends = [*starts[1:], len(text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True) if end > start)
