"""Pictures whose places argmap works out itself: tables, trees of cards and networks, and those of a difference.

What they share with the map of an argument is in `argmap.view.picture`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import attrs

from argmap.model.inference import StepRole
from argmap.view.outline import Butterfly, Outline
from argmap.view.picture import Card, Panel, Picture, clean, cleaned


class Part(StrEnum):
    """To what a card belongs: in one picture, or one row of a table, the same part looks the same."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    FIFTH = "fifth"
    CONFLICT = "conflict"
    ACCORD = "accord"
    PLAIN = "plain"


class Manner(StrEnum):
    """How what a card says is known."""

    STATED = "stated"
    IMPLIED = "implied"
    """It follows from what is stated, or was reconstructed."""
    OPEN = "open"
    """It is left undecided."""
    SILENT = "silent"


class ComparisonRole(StrEnum):
    """What a card has to do with the one that it is joined to, where it is no step of an argument."""

    TAKES = "takes"
    EXCLUDES = "excludes"
    LEAVES_OPEN = "leaves-open"
    CONFLICTS = "conflicts"
    TURNS_ON = "turns-on"
    TURNS_IN_PART = "turns-in-part"
    RESTS_ON = "rests-on"


@attrs.frozen(kw_only=True)
class ComparisonCard(Card):
    """A card, a cell or a heading of a comparison.

    Attributes:
        text: The main thing; in full, though a drawing may cut it.
        clashes: Lines under the notes that stand out: with what it cannot stand together.
        weighty: Whether it stands out among its like.
    """

    part: Part = Part.PLAIN
    manner: Manner = Manner.STATED
    text: str = attrs.field(default="", converter=clean)
    clashes: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    weighty: bool = False


@attrs.frozen(kw_only=True)
class Node:
    """A card in a tree, and the edge from it to its parent.

    Attributes:
        column: From the left edge, 0 first.
        parent: The card in a neighbouring column that it is joined to; empty for one that is joined to none.
        role: What it does for its parent, or has to do with it.
        joint: The dot at which it meets the others of its step on the way there; empty where it goes by itself.
        joining: The edge as a sentence.
    """

    card: Card
    column: int = 0
    parent: str = ""
    role: StepRole | ComparisonRole = StepRole.BECAUSE
    joint: str = ""
    joining: str = attrs.field(default="", converter=clean)


@attrs.frozen(kw_only=True)
class ComparisonNode(Node):
    """A card of a comparison where it stands."""

    card: ComparisonCard


@attrs.frozen
class LegendKey:
    """What a part stands for in one picture."""

    part: Part
    meaning: str = attrs.field(converter=clean)


@attrs.frozen
class PictureLink:
    """A link to another picture, in words."""

    text: str = attrs.field(converter=clean)
    link: str


@attrs.frozen(kw_only=True)
class PlacedPicture(Picture):
    """A picture that argmap draws without a layout engine.

    Attributes:
        keys: What the parts mean.
        links: Where to go from here.
    """

    keys: tuple[LegendKey, ...] = ()
    links: tuple[PictureLink, ...] = ()


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table; a slim one holds a word or two a cell."""

    head: ComparisonCard
    slim: bool = False


@attrs.frozen(kw_only=True)
class Row:
    """A row of a table, with the cards of each cell."""

    head: ComparisonCard
    cells: tuple[tuple[ComparisonCard, ...], ...]


@attrs.frozen(kw_only=True)
class Table(PlacedPicture):
    """Rows and columns; every cell holds at least one card.

    Attributes:
        corner: What the rows are.
        signs: What stands in the cells, and what it means.
    """

    corner: str = attrs.field(converter=clean)
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    signs: tuple[tuple[str, str], ...] = ()


@attrs.frozen(kw_only=True)
class ColumnPanel(Panel):
    """Neighbouring columns of a tree under one heading.

    Attributes:
        first: The leftmost column.
        last: The rightmost column.
    """

    part: Part = Part.PLAIN
    first: int
    last: int


@attrs.frozen(kw_only=True)
class Tree(PlacedPicture):
    """Cards in columns, each joined to at most one in a neighbouring column: parents stand before their branches."""

    nodes: tuple[ComparisonNode, ...]
    panels: tuple[ColumnPanel, ...] = ()


@attrs.frozen(kw_only=True)
class NetworkEdge:
    """A line of a network between two cards.

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
class Network(PlacedPicture):
    """Cards around a circle, in order, and lines between them.

    Attributes:
        samples: What the labels of the lines mean, by example.
    """

    cards: tuple[ComparisonCard, ...]
    edges: tuple[NetworkEdge, ...]
    samples: tuple[tuple[str, str], ...] = ()


ComparisonPicture = Table | Tree | Network
Drawing = ComparisonPicture | Outline | Butterfly
"""A picture of a comparison: one that argmap places itself, or one that the layout engine places."""


@attrs.frozen
class NamedDrawing:
    """A picture that is made when it is asked for, and the stem of its file, relative to where pictures are kept."""

    name: str
    make: Callable[[], Drawing] = attrs.field(eq=False, repr=False)

    @property
    def drawing(self) -> Drawing:
        """The picture, made anew each time."""
        return self.make()
