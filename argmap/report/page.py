"""A page without a format: what is told, block by block, which each format shows in its own way.

`argmap.report.terminal`, `argmap.report.markdown` and `argmap.report.html` know every block.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.wording.rules import SIGNS
from argmap.wording.spans import Words

NOTHING = "no answer"
"""In a table of changes, the stance of whoever has none."""


class Outcome(NamedTuple):
    """What a page about a difference begins with: the outcome in one sentence, and between what.

    Attributes:
        partial: What could not be read; empty where all was.
        notices: What to know before the changes: what is not compared, what does not count.
    """

    sentence: str
    old: str
    new: str
    partial: str = ""
    notices: tuple[str, ...] = ()


class Heading(NamedTuple):
    """A heading; level 1 is the title of the page."""

    level: int
    words: Words


class Paragraph(NamedTuple):
    """A paragraph."""

    words: Words


class Item(NamedTuple):
    """An item of a list.

    Attributes:
        depth: How far it is indented; an item stands under the nearest one above it that is less deep.
        source: Where what it says is to be found.
    """

    words: Words
    depth: int = 0
    source: Words = ()


class Table(NamedTuple):
    """A table of short texts; all rows are as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


class Picture(NamedTuple):
    """A picture, in a file beside the page or in the page itself.

    Attributes:
        svg: The picture itself; empty where it is in the file.
    """

    file: str
    says: str
    svg: str = ""


class Where(NamedTuple):
    """A line of one side of a difference; the line is None where the file is not at hand."""

    file: str
    line: int | None
    is_new: bool

    @property
    def text(self) -> str:
        """Such as ``arguments/a.argmap:12``."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


class Entry(NamedTuple):
    """A change with what there is to see of it.

    Attributes:
        sentence: What changed, without a full stop.
        name: The id of what changed, as its document calls it.
        at: Where it stands now, or where it stood; None where it stands nowhere.
        before: What it said, where the sentence does not say that in full.
        after: What it says.
        reaches: Which conclusions rest on it, in words; empty where none does.
        follows: What follows from it.
        is_stance: Whether it is a stance that changed.
    """

    rule: Rule
    significance: Significance
    sentence: str
    name: str = ""
    at: Where | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reaches: str = ""
    follows: tuple[Entry, ...] = ()
    is_stance: bool = False

    @property
    def sign(self) -> str:
        """How much it matters, in one sign that needs no colour."""
        return SIGNS[self.significance]

    @property
    def gravest(self) -> Significance:
        """How much it matters, or whatever follows from it and matters most."""
        return min((self.significance, *(entry.gravest for entry in self.follows)), key=lambda level: level.rank)

    @property
    def rules(self) -> Iterator[Rule]:
        """The kinds of all changes that it tells."""
        yield self.rule
        for entry in self.follows:
            yield from entry.rules

    @property
    def is_brief(self) -> bool:
        """Whether it takes no more than a line or two."""
        return self.significance is Significance.LOW and not (self.before or self.after or self.follows)

    @property
    def place(self) -> tuple[str, ...]:
        """Where it stands, of the old side that is said, and what is there; as much of it as is known."""
        at = "" if self.at is None else f"{self.at.text}{'' if self.at.is_new else ' before'}"
        return tuple(part for part in (at, self.name) if part)


class Guess(NamedTuple):
    """Two things that may be one.

    Attributes:
        share: How much they share, in words.
        line: What to write under the new one if they are; empty where the language has no words for it.
        indentation: The blanks before that line.
        kind: What they are; empty for claims.
    """

    old: str
    new: str
    before: str
    after: str
    share: str
    line: str
    indentation: str = ""
    kind: str = ""

    @property
    def prefix(self) -> str:
        """What stands before the ids."""
        return f"{self.kind} " if self.kind else ""


class Accepted(NamedTuple):
    """A change that somebody has accepted, and why; the reason may be empty."""

    rule: Rule
    sentence: str
    reason: str


class Fold(NamedTuple):
    """Blocks that a format may fold away, behind a line that says what is in them."""

    summary: str
    blocks: tuple[Block, ...]


Block = Outcome | Heading | Paragraph | Item | Table | Picture | Entry | Guess | Accepted | Fold
