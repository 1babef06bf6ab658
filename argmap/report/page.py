"""A page without a format: what is told, block by block, which each format shows in its own way.

`argmap.report.terminal`, `argmap.report.markdown` and `argmap.report.html` know every block; some are made of others,
and only the terminal shows them in a way of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.report.terminal_text import PLAIN, Palette
from argmap.report.visible import visible
from argmap.wording.english import single_spaced
from argmap.wording.rules import SIGNS
from argmap.wording.spans import Words, code, joined, words

_DEEPEST = 20
"""Levels of a tree that a list shows; what is deeper says how deep it is."""


class Outcome(NamedTuple):
    """What a page about a difference begins with: the outcome in one sentence, and between what.

    Attributes:
        counts: How many changes matter how much, and what tells more of them; empty where nothing changed.
        partial: What could not be read; empty where all was.
        notices: What to know before the changes: what is not compared, what does not count.
    """

    sentence: str
    old: str
    new: str
    counts: Words = ()
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


Cell = str | Words
"""What stands in a cell of a table."""


class Table(NamedTuple):
    """A table of short texts; all rows are as long as the header.

    Attributes:
        is_prose: Whether sentences stand in the last column.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    is_prose: bool = False


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
    """A sentence that tells a change, or several, with what there is to see of it.

    Attributes:
        rules: The kind of each change that it tells.
        significance: How much they matter.
        sentence: What changed, without a full stop.
        name: The id of what changed, as its document calls it.
        at: Where it stands now, or where it stood; None where it stands nowhere.
        before: What it said, where the sentence does not say that in full.
        after: What it says.
        rests: Which conclusions rest on it, in words; empty where none does.
        follows: What follows from it.
        is_stance: Whether it is a stance that changed.
    """

    rules: tuple[Rule, ...]
    significance: Significance
    sentence: str
    name: str = ""
    at: Where | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    rests: str = ""
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
    def all_rules(self) -> Iterator[Rule]:
        """The kinds of all changes that it tells, and of those that follow from them."""
        yield from self.rules
        for entry in self.follows:
            yield from entry.all_rules

    @property
    def codes(self) -> tuple[str, ...]:
        """The kinds of its changes, each once, and how often: ``conflict-closed ×2``."""
        return tuple(f"{rule} ×{count}" if count > 1 else rule for rule, count in Counter(self.rules).items())

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


class Code(NamedTuple):
    """Lines that are shown as they are, such as an example."""

    text: str
    language: str = ""

    @property
    def lines(self) -> list[str]:
        """Its lines, in which nothing but tabs is unseen."""
        return ["\t".join(map(visible, line.split("\t"))) for line in self.text.splitlines()]


class Title(NamedTuple):
    """What a page about a document begins with.

    Attributes:
        details: Lines about it, such as who published it when.
    """

    document: str
    title: str
    details: tuple[str, ...] = ()

    @property
    def blocks(self) -> Iterator[Basic]:
        """The same in other blocks."""
        yield Heading(1, words(single_spaced(self.title) or self.document))
        yield Paragraph(joined((code(self.document), *map(single_spaced, self.details))))


class Node(NamedTuple):
    """A line of a tree, in the order in which it is read: what stands under it comes right behind it, one level deeper.

    Attributes:
        words: What it says, maybe in several paragraphs.
        notes: What else is to be said of it.
    """

    depth: int
    words: Words
    notes: tuple[str, ...] = ()

    def within(self, deepest: int) -> Words:
        """What it says, after its level where that is too deep for an indent to show."""
        return self.words if self.depth <= deepest else words(f"[level {self.depth}] ", self.words)


class Tree(NamedTuple):
    """A tree of texts.

    Attributes:
        heading: What begins with it; empty where it goes on with what began above.
    """

    nodes: tuple[Node, ...]
    heading: str = ""

    @property
    def blocks(self) -> Iterator[Basic]:
        """The same in other blocks, indented no deeper than a reader can follow."""
        if self.heading:
            yield Heading(2, words(single_spaced(self.heading)))
        for node in self.nodes:
            said = tuple(span._replace(text=span.text.replace("\n", " ")) for span in node.within(_DEEPEST))
            yield Item(said, min(node.depth, _DEEPEST), joined(map(single_spaced, node.notes), "; "))


class Commit(NamedTuple):
    """What one commit did.

    Attributes:
        name: What it is called for short.
        said: When, by whom and under which title it was made; empty of what is not committed.
        partial: What could not be read.
        entries: What changed.
    """

    name: str
    said: str
    partial: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def blocks(self) -> Iterator[Basic]:
        """The same in other blocks."""
        yield Heading(2, words(code(self.name), f" {self.said}") if self.said else words(self.name))
        yield from (Paragraph(words(f"Partial: {partial}.")) for partial in self.partial)
        yield from self.entries


Basic = Outcome | Heading | Paragraph | Item | Table | Picture | Entry | Guess | Accepted | Fold | Code
"""What every format shows in a way of its own."""
Block = Basic | Title | Tree | Commit
"""Whatever may stand in a page."""


def spelled_out(page: Iterable[Block]) -> Iterator[Basic]:
    """The page without blocks that are made of others: these stand in their place."""
    for block in page:
        if isinstance(block, Title | Tree | Commit):
            yield from block.blocks
        else:
            yield block


class PageFormat(StrEnum):
    """In which a page can be told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


def told(page: Iterable[Block], form: PageFormat, width: int = 100, palette: Palette = PLAIN) -> Iterator[str]:
    """A page in parts: block by block, each as soon as it is known, but for HTML, which is one part.

    Args:
        page: What is told.
        form: In which format.
        width: Of a terminal, in columns.
        palette: Colours of a terminal.
    """
    match form:
        case PageFormat.TEXT:
            from argmap.report.terminal import terminal_parts

            yield from terminal_parts(page, width, palette)
        case PageFormat.MARKDOWN:
            from argmap.report.markdown import markdown_parts

            yield from markdown_parts(page)
        case PageFormat.HTML:
            from argmap.report.html import html

            yield html(page)
