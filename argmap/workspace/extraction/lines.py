"""The lines of which an extracted text is made: one a line as people see it, a blank one between blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.source.text import Extraction

if TYPE_CHECKING:
    from argmap.exchange.formats import NotThisFormatError

_BLANKS = re.compile(r"[ \t\n\r\f\x0b\x85\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""What no text means and a terminal may obey."""
_NUMBERS = re.compile(r"[0-9]{1,4}(?:[\s,;\u2013-]+[0-9]{1,4})*")
_RAISED = str.maketrans("0123456789", "\u2070\xb9\xb2\xb3\u2074\u2075\u2076\u2077\u2078\u2079")


class Unreadable(Exception):  # noqa: N818 - it says what the file is, as an error does not
    """No text can be taken out of a file.

    Attributes:
        why: What it is or has, as the end of a sentence about the file.
        lasts: Whether the same bytes will be as unreadable the next time.
    """

    def __init__(self, why: str, *, lasts: bool = True) -> None:
        super().__init__(why)
        self.why, self.lasts = why, lasts


def unreadable(form: str, error: NotThisFormatError) -> Unreadable:
    """That a file which seems to be of a form cannot be read as one, in words that are ours alone."""
    where = f" ({error.where})" if error.where else ""
    return Unreadable(f"is {form} that cannot be read: {error.message.partition(': ')[0]}{where}")


class Extracted(NamedTuple):
    """A text, and how it was taken out of its file."""

    text: str
    extraction: Extraction


class Lines:
    """A text that is written piece by piece."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._parts: list[str] = []
        self._mark = ""
        self._ends_in_blank = True

    def say(self, text: str) -> None:
        """Go on with a line; white space of any length is one space, and none at its ends."""
        text = _BLANKS.sub(" ", _CONTROLS.sub("", text))
        if self._ends_in_blank:
            text = text.lstrip(" ")
        if text:
            self._put(text)

    def say_as_it_stands(self, text: str) -> None:
        """Go on with a line, and with more of them where the text has line ends."""
        first, *rest = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
        self._put(first)
        for line in rest:
            if not self._parts:
                self.end_block()
            self.end_line()
            self._put(line)

    def tab(self) -> None:
        """Set what follows apart from what stands on the same line, if anything does."""
        if self._parts:
            self._put("\t")

    def mark(self, mark: str) -> None:
        """Put a mark before the next words, as before an item of a list."""
        self._mark = mark

    def end_line(self) -> None:
        """What follows stands on another line."""
        line = "".join(self._parts).rstrip()
        if line:
            self._done.append(line)
        self._parts, self._ends_in_blank = [], True

    def end_block(self) -> None:
        """What follows stands behind a blank line."""
        self.end_line()
        if self._done and self._done[-1]:
            self._done.append("")

    def text(self) -> str:
        """All lines, each with its end."""
        self.end_line()
        return "\n".join(self._done).rstrip("\n") + "\n" if any(self._done) else ""

    def _put(self, text: str) -> None:
        if not text:
            return
        if self._mark and text.strip():
            self._parts.append(self._mark)
            self._mark = ""
        self._parts.append(text)
        self._ends_in_blank = text[-1] in " \t"


def raised(text: str) -> str:
    """A text that stands above the line: the numbers of notes and powers are written as such, all else as it is."""
    if _NUMBERS.fullmatch(text.strip()) is None:
        return text
    return " ".join(number.translate(_RAISED) for number in re.findall("[0-9]+", text))


def counted_losses(losses: dict[str, int]) -> tuple[str, ...]:
    """Things that are not in a text, each with its number, in the order in which they were met."""
    from argmap.wording.english import counted

    return tuple(counted(number, what) for what, number in losses.items() if number)
