"""The pictures of a whole comparison: tables of answers, of agreement and of time, and the map of what decides.

What they share with all pictures is in `argmap.view.picture`.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from argmap.view.picture import Picture, clean, cleaned

FEW = 7
"""Holders up to which cells hold words, and each pair that disagrees has a line of its own."""


class AnswerPlace(StrEnum):
    """Where an answer stands among those that can be given."""

    FIRST = "first"
    """The first end of a scale, or yes."""
    BETWEEN = "between"
    LAST = "last"
    OWN = "own"
    """An answer of its own, to a question without a scale."""
    OPEN = "open"
    """The question is left open."""


class Parting(StrEnum):
    """Whether somebody disagrees, and how far."""

    NONE = "none"
    DISAGREES = "disagrees"
    """It cannot be said that nothing fits both."""
    CANNOT = "cannot"
    """Both cannot hold."""


@attrs.frozen(kw_only=True)
class AnswerMark:
    """One answer of one holder.

    Attributes:
        sign: One or two characters; empty where the words say all.
        words: The answer, or who gives it; empty where there is no room.
        firmness: 3 for what is plainly stated, 2 for likely, unlikely and should, 1 for possible and could; 0 where
            nothing is answered.
        rejected: Whether it is said not to be the answer.
        unsaid: Whether it was left unsaid, or only follows from what was said.
        reserved: Whether it is given on a condition, only granted, or ascribed with a doubt.
    """

    sign: str = attrs.field(converter=clean)
    words: str = attrs.field(default="", converter=clean)
    place: AnswerPlace
    firmness: int = 3
    rejected: bool = False
    unsaid: bool = False
    reserved: bool = False


@attrs.frozen(kw_only=True)
class Cell:
    """All that one holder, or one text, has to say on a question; no mark where that is nothing.

    Attributes:
        looked_for: Whether that is nothing, and an answer was looked for.
    """

    id: str
    marks: tuple[AnswerMark, ...] = ()
    looked_for: bool = False
    parting: Parting = Parting.NONE
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class PartedPair:
    """Two holders who disagree on the question of a row, by the places of their columns."""

    one: int
    other: int
    parting: Parting
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class QuestionRow:
    """A question with its answers.

    Attributes:
        key: What the signs of this row stand for, where no cell says it.
        note: How those stand to each other who answer differently and do not disagree.
        sides: Which answers are at odds, by their signs, where there are too many holders for a line a pair.
        parting: How far the furthest pair is apart.
        link: The picture of the question; empty where there is none.
    """

    id: str
    question: str = attrs.field(converter=clean)
    key: str = attrs.field(default="", converter=clean)
    note: str = attrs.field(default="", converter=clean)
    cells: tuple[Cell, ...]
    pairs: tuple[PartedPair, ...] = ()
    sides: str = attrs.field(default="", converter=clean)
    parting: Parting = Parting.NONE
    link: str = ""
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class QuestionGroup:
    """Rows under one heading."""

    title: str = attrs.field(converter=clean)
    rows: tuple[QuestionRow, ...]


@attrs.frozen(kw_only=True)
class HolderHead:
    """What stands above a column, or before a row."""

    id: str
    name: str = attrs.field(converter=clean)
    link: str = ""
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class Matrix(Picture):
    """Questions by holders.

    Attributes:
        wide: Whether cells have room for words.
        closing: What is left out, and how to ask for it; empty where nothing is.
    """

    columns: tuple[HolderHead, ...]
    groups: tuple[QuestionGroup, ...]
    wide: bool
    closing: str = attrs.field(default="", converter=clean)


@attrs.frozen(kw_only=True)
class PairCell:
    """Two holders in numbers: above the diagonal on how many questions they agree, below it on how many they disagree.

    Attributes:
        shared: How many questions both answer.
        cannot: On how many of those counted both cannot hold.
        same_author: Whether one author wrote both texts, and cannot be in dispute with itself.
    """

    id: str
    count: int
    shared: int
    cannot: int = 0
    same_author: bool = False
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class AgreementGrid(Picture):
    """Every two holders; a cell of a holder with itself is None.

    Attributes:
        closing: What is left out; empty where nothing is.
    """

    heads: tuple[HolderHead, ...]
    rows: tuple[tuple[PairCell | None, ...], ...]
    closing: str = attrs.field(default="", converter=clean)


class TimeSign(StrEnum):
    """What happens to a statement at one time."""

    SAID = "said"
    FORETOLD = "foretold"
    REPLACED = "replaced"
    """A later text has overtaken it: what is newer takes its place."""
    CAME = "came"
    FAILED = "failed"
    ANSWERED = "answered"


@attrs.frozen(kw_only=True)
class TimePoint:
    """One mark on the line of a statement.

    Attributes:
        at: The place of the date among the dates of the axis.
        mark: The answer, where it is one of an author's.
    """

    at: int
    sign: TimeSign
    mark: AnswerMark | None = None
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class TimeRow:
    """A statement, and what became of it.

    Attributes:
        notes: Who said it, and what a later text says.
        parting: Whether two answers of one author cannot both hold.
    """

    id: str
    text: str = attrs.field(converter=clean)
    notes: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    points: tuple[TimePoint, ...]
    parting: Parting = Parting.NONE
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class TimeGroup:
    """Statements under one heading."""

    title: str = attrs.field(converter=clean)
    rows: tuple[TimeRow, ...]
    closing: str = attrs.field(default="", converter=clean)


@attrs.frozen(kw_only=True)
class AxisDate:
    """A date on which somebody wrote.

    Attributes:
        texts: Who did.
        gap: How long after the date before, in words.
        days: The same, as far as dates tell.
    """

    date: str = attrs.field(converter=clean)
    texts: tuple[str, ...] = attrs.field(converter=cleaned)
    gap: str = attrs.field(default="", converter=clean)
    days: int = 0
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class Timeline(Picture):
    """Statements along an axis of dates."""

    dates: tuple[AxisDate, ...]
    groups: tuple[TimeGroup, ...]


@attrs.frozen(kw_only=True)
class CruxNode:
    """A question in dispute, or a condition.

    Attributes:
        sides: Who says what.
        decides: How many disagreements depend on it, in words; empty where none does.
        depends: On what it depends itself.
        share: How much it weighs beside the weightiest, from 0 to 1; 0 for a condition.
    """

    id: str
    question: str = attrs.field(converter=clean)
    sides: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    decides: str = attrs.field(default="", converter=clean)
    depends: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    share: float = 0.0
    parting: Parting = Parting.DISAGREES
    link: str = ""
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class CruxEdge:
    """From what depends to what decides.

    Attributes:
        label: How far, in a few words.
        count: How many disagreements depend.
        whole: Whether one of them would lose all its support.
    """

    id: str
    source: str
    target: str
    label: str = attrs.field(converter=clean)
    count: int
    whole: bool
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class CruxMap(Picture):
    """Questions that decide others; edges run without a circle where the disagreements of any two do."""

    nodes: tuple[CruxNode, ...]
    edges: tuple[CruxEdge, ...]
    closing: tuple[str, ...] = attrs.field(default=(), converter=cleaned)


Table = Matrix | AgreementGrid | Timeline | CruxMap
"""A picture of a whole comparison."""
