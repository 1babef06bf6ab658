"""What a picture of a difference consists of: tables of what was and what is, and bands of cards, one a document."""

from __future__ import annotations

from enum import StrEnum

import attrs

from argmap.model.inference import StepRole
from argmap.view.cleaning import clean
from argmap.view.comparison.drawing import Frame


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


def _cleaned(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean(text) for text in texts)


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
class ChangeCard:
    """A claim, or what is folded away between two.

    Attributes:
        id: Unique in its picture.
        near: Whether it is shown with all its text; what is the same and further off is only named.
        words: What the claim is besides its text: id, role, attitude, strength.
        before: What it said, where it now says something else; else empty.
        sentence: All of it for those who do not see the picture.
    """

    id: str
    fate: Fate = Fate.SAME
    near: bool = False
    badges: tuple[Badge, ...] = ()
    words: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    before: Words = ()
    text: Words
    notes: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class Twig:
    """A card where it stands: right of its conclusion, or at the left edge.

    Attributes:
        column: From the left edge, 0 first; one more than that of its parent.
        parent: The card of its conclusion; empty at the left edge.
        role: What it does for its conclusion.
        joint: The dot at which it meets the others of its step on the way there; empty where it goes by itself.
        tag: What became of this use of the claim, on the line; None where nothing did, whatever became of the claim.
        joining: The line as a sentence.
    """

    card: ChangeCard
    column: int = 0
    parent: str = ""
    role: StepRole = StepRole.BECAUSE
    joint: str = ""
    tag: Badge | None = None
    joining: str = attrs.field(default="", converter=clean)

    @property
    def fate(self) -> Fate:
        """What became of this use of the claim."""
        return self.tag.fate if self.tag is not None else Fate.SAME


@attrs.frozen(kw_only=True)
class Band:
    """The cards of one document; parents stand before what leads to them.

    Attributes:
        title: Whose document it is.
        notes: Lines under the title.
    """

    id: str
    title: str = attrs.field(converter=clean)
    badges: tuple[Badge, ...] = ()
    notes: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    twigs: tuple[Twig, ...] = ()


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
class Sheet:
    """The whole picture.

    Attributes:
        closing: What is left out; empty where nothing is.
    """

    frame: Frame
    tables: tuple[ChangeTable, ...] = ()
    bands: tuple[Band, ...] = ()
    closing: str = attrs.field(default="", converter=clean)
