"""Syntax: what stands in an argument file, with places, comments and gaps, before any name is looked up.

Lines are flat, parents are numbers: an argument may be thousands of levels deep, and nested objects are not.  These are
named tuples, where the model has attrs classes: they live only between two stages, they are made by the ten thousand,
and making a dozen attrs classes would take longer than parsing a file.  For the same reason annotations are no strings
here: each would be compiled.
"""

from typing import NamedTuple

from argmap.language.ids import normal
from argmap.source.text import SourceText, Span

BLANKS = " \t\r"
"""What is stripped from the ends of words and text; other white space is text like any other."""


class Word(NamedTuple):
    """A word, or a run of them, where it stands.

    Attributes:
        composed: How many code points shorter it is than in the file, since ids are kept in NFC.
    """

    text: str
    start: int
    composed: int = 0

    @property
    def span(self) -> Span:
        """Its range in the file."""
        return Span(self.start, self.start + len(self.text) + self.composed)

    @property
    def normal(self) -> "Word":
        """The same word in the form in which ids are compared."""
        if self.text.isascii():
            return self
        text = normal(self.text)
        return Word(text, self.start, self.composed + len(self.text) - len(text))


class Prose(NamedTuple):
    """What stands after a colon, one piece for each line in the file; an empty piece starts a paragraph."""

    pieces: tuple[Word, ...]

    @property
    def text(self) -> str:
        """All of it: lines joined by a space, paragraphs by a line end."""
        if len(self.pieces) == 1:
            return self.pieces[0].text
        paragraphs: list[list[str]] = [[]]
        for piece in self.pieces:
            if piece.text:
                paragraphs[-1].append(piece.text)
            else:
                paragraphs.append([])
        return "\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)

    @property
    def span(self) -> Span:
        """From the first piece to the last."""
        if len(self.pieces) == 1:
            return self.pieces[0].span
        return Span(self.pieces[0].start, self.pieces[-1].span.end)


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


class Named(NamedTuple):
    """``document``, ``issue``, ``position``, ``actor``, ``term``, ``author``: an id and perhaps its text."""

    keyword: Word
    id: Word
    text: Prose | None


class Field(NamedTuple):
    """A keyword and what it is set to; ``section`` too."""

    keyword: Word
    text: Prose


class AnswerField(NamedTuple):
    """``answers ISSUE: [not] POSITION [(STRENGTH)] [from ACTOR, ACTOR]``; the strength may stand at the end, too."""

    keyword: Word
    issue: Word
    negated: bool
    position: Word
    holders: tuple[Word, ...]
    strength: Word | None = None


class PlaceField(NamedTuple):
    """``at: LINE "CUE"`` or ``at: p. PAGE "CUE"``, the number or the cue or both; ``step-at`` too."""

    keyword: Word
    line: Word | None
    cue: Word | None
    page: Word | None = None


class LinkLine(NamedTuple):
    """``link A RELATION B (CONFIDENCE): WHY``."""

    keyword: Word
    source: Word
    relation: Word
    target: Word
    confidence: Word | None
    text: Prose | None


class ClaimLine(NamedTuple):
    """A claim that is stated here: a statement, or a premise after a step word.

    Attributes:
        step: ``because``, ``and``, ...; None for a statement.
        schemes: Those in the bracket right after the step.
        verb: None where it is left out.
        id: None for a premise without a name.
        voices: The groups after ``from``, in the order of ``quoting``; a holder of several words is no id, and unknown.
    """

    step: Word | None
    schemes: tuple[Word, ...]
    verb: Word | None
    id: Word | None
    voices: tuple[tuple[Word, ...], ...]
    strength: Word | None
    text: Prose


class Reference(NamedTuple):
    """A premise that is stated elsewhere and only named here."""

    step: Word
    schemes: tuple[Word, ...]
    id: Word


def said(part: object) -> object:
    """What a part of the syntax says, without its places: equal for two that differ only in where they stand."""
    if isinstance(part, Word):
        return part.text
    if isinstance(part, tuple):
        return (type(part).__name__, *(said(member) for member in part))
    return part


Content = Named | Field | AnswerField | PlaceField | LinkLine | ClaimLine | Reference


class Line(NamedTuple):
    """One line of a statement, with the ``|`` lines that go on with it.

    Attributes:
        depth: Levels of indentation.
        parent: Number, in its statement, of the line that it stands under; -1 for the first.
        joins: For ``and``, ``undercut`` and the fields of a step, number of the step line beside and above that it
            belongs to; else -1.
        lacks: Whether a premise that is linked to this one could not be read, so that the step is not the author's.
        span: From its first mark to the end of its text.
        comments: The comment lines above it, from their ``#``.
        after_blank: Whether a blank line stands before it (and before its comments).
    """

    content: Content
    depth: int
    parent: int
    joins: int
    lacks: bool
    span: Span
    comments: tuple[str, ...]
    after_blank: bool


class Statement(NamedTuple):
    """What one line at column 0 begins.

    Attributes:
        span: From that line, or from the comments above it, up to the next statement.
        lines: Those that could be read; none where the first could not.
        gaps: Ranges that could not be read, each with all that stands deeper.
        comments: The comment lines above it, which its first line has, too.
        below: Lines in its gaps that can be read: what they name is looked up, and nothing else is taken from them.
    """

    span: Span
    lines: tuple[Line, ...]
    gaps: tuple[Span, ...]
    comments: tuple[str, ...] = ()
    below: tuple[Line, ...] = ()

    @property
    def head(self) -> Content | None:
        """Its first line; None where that could not be read."""
        return self.lines[0].content if self.lines else None


class SyntaxFile(NamedTuple):
    """One argument file.

    Attributes:
        statements: In the order of the file; text before the first one is a gap of its own.
        ending: Comments after the last line of all.
    """

    source: SourceText
    statements: tuple[Statement, ...]
    ending: tuple[str, ...] = ()
