"""What a picture of a comparison consists of: tiles in a grid, in branches on a board, or in a web.

A tile is the one thing that all of them show; see `argmap.view.picture` for pictures of one argument.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import attrs

from argmap.model.ids import DocumentId
from argmap.model.inference import StepRole
from argmap.view.cleaning import clean


class Part(StrEnum):
    """To what a tile belongs: in one picture, or one row of a grid, the same part looks the same."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    FIFTH = "fifth"
    CONFLICT = "conflict"
    ACCORD = "accord"
    PLAIN = "plain"


class Manner(StrEnum):
    """How what a tile says is known."""

    STATED = "stated"
    IMPLIED = "implied"
    """It follows from what is stated, or was reconstructed."""
    OPEN = "open"
    """It is left undecided."""
    SILENT = "silent"


class BondRole(StrEnum):
    """What a tile has to do with the one that it is joined to, where it is no step of an argument."""

    TAKES = "takes"
    EXCLUDES = "excludes"
    LEAVES_OPEN = "leaves-open"
    CONFLICTS = "conflicts"
    TURNS_ON = "turns-on"
    CONTESTED = "contested"
    RESTS_ON = "rests-on"


def _cleaned(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean(text) for text in texts)


@attrs.frozen(kw_only=True)
class Tile:
    """A card, a cell or a heading.

    Attributes:
        id: Unique in its picture, and the address of a link to it.
        words: What it is, in a few words.
        text: The main thing; in full, though a drawing may cut it.
        notes: Lines under the text.
        clashes: Lines under the notes that stand out: with what it cannot stand together.
        weighty: Whether it stands out among its like.
        link: ``#id`` or the file of another picture, perhaps with an id; empty where it leads nowhere.
        sentence: All of it for those who do not see the picture.
    """

    id: str
    part: Part = Part.PLAIN
    manner: Manner = Manner.STATED
    words: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    text: str = attrs.field(default="", converter=clean)
    notes: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    clashes: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    weighty: bool = False
    link: str = ""
    sentence: str = attrs.field(converter=clean)


@attrs.frozen
class Key:
    """What a part stands for in one picture."""

    part: Part
    meaning: str = attrs.field(converter=clean)


@attrs.frozen
class Way:
    """A link to another picture, in words."""

    text: str = attrs.field(converter=clean)
    link: str


@attrs.frozen(kw_only=True)
class Frame:
    """What stands around a drawing.

    Attributes:
        subtitle: Lines under the title: who, when, how much.
        description: The same and more as one text, for those who do not see it.
        keys: What the parts mean.
        ways: Where to go from here.
    """

    title: str = attrs.field(converter=clean)
    subtitle: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    description: str = attrs.field(converter=clean)
    keys: tuple[Key, ...] = ()
    ways: tuple[Way, ...] = ()


@attrs.frozen(kw_only=True)
class Column:
    """A column of a grid; a slim one holds a word or two a cell."""

    head: Tile
    slim: bool = False


@attrs.frozen(kw_only=True)
class Row:
    """A row of a grid, with the tiles of each cell."""

    head: Tile
    cells: tuple[tuple[Tile, ...], ...]


@attrs.frozen(kw_only=True)
class Grid:
    """Rows and columns; every cell holds at least one tile.

    Attributes:
        corner: What the rows are.
        legend: Signs that stand in the cells, and what they mean.
    """

    frame: Frame
    corner: str = attrs.field(converter=clean)
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    legend: tuple[tuple[str, str], ...] = ()


@attrs.frozen(kw_only=True)
class Node:
    """A tile on a board.

    Attributes:
        column: From the left edge, 0 first.
        parent: The tile in a neighbouring column that it is joined to; empty for one that is joined to none.
        role: What it has to do with its parent.
        joint: The dot at which it meets the others of its step on the way there; empty where it goes by itself.
        joining: The line to the parent as a sentence.
    """

    tile: Tile
    column: int
    parent: str = ""
    role: StepRole | BondRole = StepRole.BECAUSE
    joint: str = ""
    joining: str = attrs.field(default="", converter=clean)


@attrs.frozen(kw_only=True)
class Panel:
    """Neighbouring columns under one heading.

    Attributes:
        first: The leftmost column.
        last: The rightmost column.
    """

    id: str
    title: str = attrs.field(converter=clean)
    part: Part = Part.PLAIN
    first: int
    last: int


@attrs.frozen(kw_only=True)
class Board:
    """Tiles in columns, each joined to at most one in a neighbouring column: parents stand before their branches."""

    frame: Frame
    nodes: tuple[Node, ...]
    panels: tuple[Panel, ...] = ()


@attrs.frozen(kw_only=True)
class Thread:
    """A line of a web between two tiles.

    Attributes:
        label: What it says in words.
        share: How thick it is, from 0 to 1.
        part: Whether agreement or conflict prevails.
    """

    id: str
    one: str
    other: str
    label: str = attrs.field(converter=clean)
    share: float
    part: Part
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class Web:
    """Tiles around a circle, in order, and lines between them.

    Attributes:
        legend: What the labels of the lines mean, by example.
    """

    frame: Frame
    tiles: tuple[Tile, ...]
    threads: tuple[Thread, ...]
    legend: tuple[tuple[str, str], ...] = ()


Drawing = Grid | Board | Web


@attrs.frozen
class NamedDrawing:
    """A drawing that is made when it is asked for, and the stem of its file, relative to where pictures are kept.

    Attributes:
        documents: Those on whose files it depends, beside shared ones; None where that is all of them.
    """

    name: str
    make: Callable[[], Drawing] = attrs.field(eq=False, repr=False)
    documents: frozenset[DocumentId] | None = None

    @property
    def drawing(self) -> Drawing:
        """The drawing, made anew each time."""
        return self.make()
