"""A picture of an argument: cards, dots, edges and groups with their roles, in words for people."""

from __future__ import annotations

from enum import StrEnum

import attrs

from argmap.language.words import Attitude
from argmap.model.inference import StepRole
from argmap.view.cleaning import clean


class CardRole(StrEnum):
    """What a card is in its picture."""

    THESIS = "thesis"
    MAIN = "main"
    """A claim that supports nothing else, beside the thesis."""
    CLAIM = "claim"
    STUB = "stub"
    """A claim of the same document that another place or picture draws in full."""
    FOREIGN = "foreign"
    """A claim of another document."""
    SECTION = "section"
    """A whole picture, as the overview shows it."""


class Side(StrEnum):
    """Whom a card helps, taken together with the attitude to it: the main claim it leads to, or those against it."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


ROLE_CLASSES = {
    StepRole.BECAUSE: "support",
    StepRole.DESPITE: "concession",
    StepRole.UNLESS: "exception",
    StepRole.UNDERCUT: "undercut",
    StepRole.IF: "if",
    StepRole.ONLY_IF: "only-if",
    StepRole.EXPLANATION: "explanation",
    StepRole.PARTS: "part",
    StepRole.BACKGROUND: "background",
}
"""What the lines of each role are called in the ids and classes of an SVG, which people link to and style."""


def _cleaned(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean(text) for text in texts)


@attrs.frozen(kw_only=True)
class Card:
    """One claim, or one picture in an overview.

    Attributes:
        id: Unique in its picture, and the address of a link to it.
        name: The id that the analyst gave; empty for a premise without one.
        place: Where it stands in the source.
        words: What the card is besides its text: role, attitude, strength.
        focus: Whether the picture is drawn around it.
        notes: Lines under the text: answers, declared links, what is folded away.
        link: ``#id`` or the file of another picture, perhaps with an id; empty where it leads nowhere.
        sentence: All of it for those who do not see the picture, the text in full.
    """

    id: str
    role: CardRole
    attitude: Attitude = Attitude.CLAIMS
    side: Side = Side.NEITHER
    focus: bool = False
    name: str = attrs.field(default="", converter=clean)
    place: str = attrs.field(default="", converter=clean)
    words: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    text: str = attrs.field(converter=clean)
    notes: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    link: str = ""
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class Junction:
    """The dot that stands for one step: where linked premises meet, and what an undercut points at."""

    id: str
    role: StepRole
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class Edge:
    """A line from what gives support, or takes it, to what receives it.

    Attributes:
        source: A card or a junction.
        target: A card or a junction.
        headed: False on the way from a premise to the dot where linked premises meet.
    """

    id: str
    source: str
    target: str
    role: StepRole
    headed: bool = True
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class Group:
    """Cards under one heading, with the dots of the steps to them.

    Attributes:
        members: Ids of cards and junctions.
    """

    id: str
    title: str = attrs.field(converter=clean)
    members: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Picture:
    """Everything that one drawing shows, in the order of the source.

    Every edge runs between things of the picture, and without a circle: from `Edge.target` on, each line of support
    leads from card to card away from a claim that supports nothing in the picture.

    Attributes:
        subtitle: Lines under the title: who, when, how much.
        description: The same and more as one text, for those who do not see the picture.
    """

    title: str = attrs.field(converter=clean)
    subtitle: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    description: str = attrs.field(converter=clean)
    cards: tuple[Card, ...]
    junctions: tuple[Junction, ...] = ()
    edges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()


@attrs.frozen
class NamedPicture:
    """A picture and the stem of its file, relative to where pictures are kept."""

    name: str
    picture: Picture
