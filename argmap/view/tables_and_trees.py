"""Trees of cards whose places argmap works out itself, and the pictures of a difference.

What they share with the map of an argument is in `argmap.view.picture`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import attrs

from argmap.model.inference import StepRole
from argmap.view.picture import Card, Panel, Picture, clean, cleaned
from argmap.view.tables import AgreementGrid, CruxMap, Matrix, Timeline


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


class Fate(StrEnum):
    """What became of something between the old side and the new."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


Words = tuple[tuple[str, bool], ...]
"""A text in parts, each with whether the other side has not got it; all parts together are the text."""


def plain(text: str) -> Words:
    """A text of which the other side knows all, or nothing."""
    shown = clean(text)
    return ((shown, False),) if shown else ()


@attrs.frozen
class Badge:
    """A label that says in a word or two what became of something.

    Attributes:
        weighty: Whether the change matters most.
    """

    text: str = attrs.field(converter=clean)
    fate: Fate
    weighty: bool = False


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
class ChangeCard(Card):
    """A claim of a difference, or what is folded away between two.

    Attributes:
        near: Whether it is shown with all its text; what is the same and further off is only named.
        before: What it said, where it now says something else; else empty.
    """

    fate: Fate = Fate.SAME
    near: bool = False
    badges: tuple[Badge, ...] = ()
    before: Words = ()
    text: Words


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


@attrs.frozen(kw_only=True)
class ChangeNode(Node):
    """A card of a difference where it stands: right of its conclusion, or at the left edge.

    Attributes:
        tag: What became of this use of the claim, on the edge; None where nothing did, whatever became of the claim.
    """

    card: ChangeCard
    role: StepRole = StepRole.BECAUSE
    tag: Badge | None = None

    @property
    def fate(self) -> Fate:
        """What became of this use of the claim."""
        return self.tag.fate if self.tag is not None else Fate.SAME


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


ComparisonPicture = Matrix | AgreementGrid | Timeline | CruxMap | Tree


@attrs.frozen
class NamedDrawing:
    """A picture that is made when it is asked for, and the stem of its file, relative to where pictures are kept."""

    name: str
    make: Callable[[], ComparisonPicture] = attrs.field(eq=False, repr=False)

    @property
    def drawing(self) -> ComparisonPicture:
        """The picture, made anew each time."""
        return self.make()


@attrs.frozen(kw_only=True)
class ChangeRow:
    """One thing as it was and as it is.

    Attributes:
        who: Whose it is, or what it is.
        asked: On what, where that is not said already.
        before: Empty where there was nothing.
        now: Empty where there is nothing.
    """

    id: str
    badge: Badge
    who: str = attrs.field(converter=clean)
    asked: str = attrs.field(default="", converter=clean)
    before: Words = ()
    now: Words = ()
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class ChangeTable:
    """Rows under one heading.

    Attributes:
        more: How many rows there was no room for.
    """

    title: str = attrs.field(converter=clean)
    rows: tuple[ChangeRow, ...]
    more: int = 0


@attrs.frozen(kw_only=True)
class DocumentPanel(Panel):
    """The cards of one document; parents stand before what leads to them.

    Attributes:
        title: Whose document it is.
        notes: Lines under the title.
    """

    badges: tuple[Badge, ...] = ()
    notes: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    nodes: tuple[ChangeNode, ...] = ()


@attrs.frozen(kw_only=True)
class ChangePicture(PlacedPicture):
    """What changed: tables of what was and what is, and a panel of cards for each document.

    Attributes:
        closing: What is left out; empty where nothing is.
    """

    tables: tuple[ChangeTable, ...] = ()
    panels: tuple[DocumentPanel, ...] = ()
    closing: str = attrs.field(default="", converter=clean)
