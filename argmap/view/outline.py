"""Outlines: a card a row, reasons below what they are reasons for and one step to the right, read from top to bottom.

Maps of arguments, both halves of a dispute, everybody's answers to a question and what changed are all outlines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs

from argmap.model.inference import StepRole
from argmap.view.picture import Picture, clean, clean_part, cleaned


class Form(StrEnum):
    """What a row is."""

    THESIS = "thesis"
    ROOT = "root"
    """A claim that no claim of the outline rests on."""
    CARD = "card"
    REFERENCE = "reference"
    """A claim that has its card elsewhere: one line, no box."""
    ANSWER = "answer"
    """Who gives an answer, with the claim that says so: neither for nor against anything."""
    CONSEQUENCE = "consequence"
    """What follows from the card above it: no box."""
    HEADING = "heading"


class Effect(StrEnum):
    """What a claim does to the claim at the top of its outline, however far above it stands."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"
    CONDITION = "condition"
    DOUBT = "doubt"

    def below(self, role: StepRole) -> Effect:
        """The effect of a premise, given that of its conclusion: what speaks against an objection helps."""
        if role in _ALWAYS:
            return _ALWAYS[role]
        return self if role is StepRole.BECAUSE else _OPPOSITE.get(self, Effect.NEITHER)


_ALWAYS = {
    StepRole.IF: Effect.CONDITION,
    StepRole.ONLY_IF: Effect.CONDITION,
    StepRole.UNDERCUT: Effect.DOUBT,
    StepRole.EXPLANATION: Effect.NEITHER,
    StepRole.PARTS: Effect.NEITHER,
    StepRole.BACKGROUND: Effect.NEITHER,
}
_OPPOSITE = {Effect.FOR: Effect.AGAINST, Effect.AGAINST: Effect.FOR}


class Asserted(StrEnum):
    """How the text of a row comes to be said, which its outline shows."""

    OUTRIGHT = "outright"
    UNSAID = "unsaid"
    """Left unsaid by the author, and supplied."""
    SUPPOSED = "supposed"
    """Supposed, or left open: nobody asserts it here."""


class Stress(StrEnum):
    """How a note stands out."""

    PLAIN = "plain"
    CONFLICT = "conflict"
    """With this, both cannot hold."""
    AGAINST = "against"
    LINK = "link"
    CHANGE = "change"
    """What became of it."""


class Fate(StrEnum):
    """What became of something between the old side and the new."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


FIRMEST = 5
"""Into how many steps firmness is divided."""

Words = tuple[tuple[str, bool], ...]
"""A text in parts, each with whether the other side has not got it; all parts together are the text."""


def _clean_parts(parts: Words) -> Words:
    """The parts of a text, none of which controls instead of showing; the blanks between them stay."""
    return tuple((clean_part(text), changed) for text, changed in parts)


@attrs.frozen
class Note:
    """A line at the right of a card.

    Attributes:
        firmness: How many of the steps of firmness are reached; 0 where it is not about that.
    """

    text: str = attrs.field(converter=clean)
    stress: Stress = Stress.PLAIN
    firmness: int = 0


@attrs.frozen
class Badge:
    """What became of something, in a word or two.

    Attributes:
        weighty: Whether the change matters most.
    """

    text: str = attrs.field(converter=clean)
    fate: Fate
    weighty: bool = False


@attrs.frozen
class Weights:
    """How many claims stand below a row, by what they do to the claim at the top."""

    helping: int
    neither: int
    against: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.helping + self.neither + self.against


@attrs.frozen(kw_only=True)
class Row:
    """One row of an outline.

    Attributes:
        id: In the SVG, and the address of links to it; empty where nothing leads there.
        depth: How many cards stand above it.
        role: What it does for the row above and one step to the left; None where it hangs on none.
        linked: Whether it counts only together with the row of its step before it.
        word: Its role in a word.
        text: What it says, in full.
        before: What it said, where it now says something else; then both with the words that changed.
        now: What it says, with the words that changed; empty where it is `text`.
        reported: Whether its text names those whose words it gives.
        effect: On the claim at the top of its outline.
        address: By what a reader can find it; of a reference, where its card is.
        notes: Lines at its right.
        differs: Whether two who share the picture differ on it.
        weights: What stands below it, in an overview; else None.
        link: ``#id`` or the file of another picture, perhaps with an id; empty where it leads nowhere.
        sentence: All of it for those who do not see the picture.
        joining: What its line says, likewise.
    """

    id: str = ""
    form: Form
    depth: int = 0
    role: StepRole | None = None
    linked: bool = False
    word: str = ""
    text: str = attrs.field(converter=clean)
    before: Words = attrs.field(default=(), converter=_clean_parts)
    now: Words = attrs.field(default=(), converter=_clean_parts)
    reported: bool = False
    effect: Effect = Effect.FOR
    asserted: Asserted = Asserted.OUTRIGHT
    fate: Fate = Fate.SAME
    address: str = ""
    notes: tuple[Note, ...] = ()
    differs: bool = False
    weights: Weights | None = None
    link: str = ""
    sentence: str = attrs.field(converter=clean)
    joining: str = attrs.field(default="", converter=clean)

    @property
    def is_card(self) -> bool:
        """Whether it has a box."""
        return self.form not in (Form.REFERENCE, Form.CONSEQUENCE, Form.HEADING)


@attrs.frozen(kw_only=True)
class Part:
    """A picture of a part of a document, as the overview lists it.

    Attributes:
        remark: What else a reader should know: that the thesis stands there.
    """

    title: str = attrs.field(converter=clean)
    weights: Weights
    remark: str = ""
    link: str
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class Outline(Picture):
    """Rows in reading order: each stands below the row that it belongs to, and one step to its right.

    Attributes:
        parts: The pictures of the parts of a document; empty but in an overview.
        closing: Lines below all rows.
    """

    rows: tuple[Row, ...]
    parts: tuple[Part, ...] = ()
    closing: tuple[str, ...] = attrs.field(default=(), converter=cleaned)


@attrs.frozen(kw_only=True)
class Speaker:
    """One of two who answer differently.

    Attributes:
        answer: In full words.
        count: What stands below, in words.
    """

    name: str = attrs.field(converter=clean)
    answer: str = attrs.field(converter=clean)
    count: str


@attrs.frozen
class Clash:
    """Rows of both halves on which the two differ.

    Attributes:
        one: The rows of the first half; empty where what it says of that is not drawn.
        other: Those of the second, likewise.
        cannot: Whether both cannot hold there.
    """

    one: tuple[int, ...]
    other: tuple[int, ...]
    cannot: bool
    sentence: str = attrs.field(converter=clean)


@attrs.frozen(kw_only=True)
class Butterfly(Picture):
    """Two outlines side by side, on one question that two answer differently.

    Attributes:
        verdict: What may be said of the two answers, in a few words.
        meaning: The same as a clause; empty where nothing more can be said.
        cannot: Whether that is that both cannot hold.
        turns_on: What the disagreement turns on, line by line.
        scale: The answers of the question in order; empty where it has no scale.
        places: Where on it the two stand.
        speakers: Both.
        halves: The rows of each.
        clashes: The rows of both that differ.
    """

    verdict: str = attrs.field(converter=clean)
    meaning: str = attrs.field(default="", converter=clean)
    cannot: bool
    turns_on: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    scale: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    places: tuple[int, ...] = ()
    speakers: tuple[Speaker, Speaker]
    halves: tuple[tuple[Row, ...], tuple[Row, ...]]
    clashes: tuple[Clash, ...] = ()


def plain(text: str) -> Words:
    """A text of which the other side knows all, or nothing."""
    shown = clean(text)
    return ((shown, False),) if shown else ()


def parents_of(rows: Iterable[Row]) -> Iterator[int | None]:
    """For each row the number of the one that it belongs to; None where it hangs on nothing."""
    last: list[int] = []
    for number, row in enumerate(rows):
        del last[row.depth :]
        yield last[-1] if last and row.depth else None
        last.append(number)
