"""What either side of a merge had in a file in which git left conflict marks, of whatever style and size."""

from __future__ import annotations

import re
from io import BytesIO
from typing import NamedTuple

_MARK = re.compile(rb"(<+|\|+|=+|>+)(?: .*)?\r?\n?\Z", re.DOTALL)
_MIDDLE = re.compile(rb"^=+[ \r\n]", re.MULTILINE)
_NEXT = {b"<": b"|=", b"|": b"=", b"=": b">"}
"""Which marks may follow on a mark in one conflict."""
_USUAL = 7


class Sides(NamedTuple):
    """A file as each side had it, but for what git merged; of conflicts in conflicts only the one side's own."""

    ours: bytes
    theirs: bytes


def conflict_sides(content: bytes) -> Sides | None:
    """The two sides of a file; None where no conflict in it begins, has a middle and ends.

    All marks of one conflict are as long as its first one, which tells them from those of a conflict inside it.
    """
    if not _MIDDLE.search(content):
        return None
    # Shorter marks may be asked for; but a line that only looks like one must not hide those that git makes unasked.
    return _sides(content, 1) or _sides(content, _USUAL)


def _sides(content: bytes, shortest: int) -> Sides | None:
    ours: list[bytes] = []
    theirs: list[bytes] = []
    # The last mark of each conflict that is open, from the outermost to the innermost one.
    marks: list[bytes] = []
    counts = {b"<": 0, b"|": 0, b"=": 0}
    closed = False
    for line in BytesIO(content):
        found = _MARK.match(line)
        mark = found[1] if found is not None and len(found[1]) >= shortest else b""
        if mark.startswith(b"<"):
            marks.append(mark)
            counts[b"<"] += 1
        elif mark and marks and len(mark) == len(marks[-1]) and mark[:1] in _NEXT[marks[-1][:1]]:
            counts[marks.pop()[:1]] -= 1
            if mark.startswith(b">"):
                closed = True
            else:
                marks.append(mark)
                counts[mark[:1]] += 1
        else:
            if counts[b"<"] == len(marks):
                ours.append(line)
            if counts[b"="] == len(marks):
                theirs.append(line)
    return Sides(b"".join(ours), b"".join(theirs)) if closed and not marks else None
