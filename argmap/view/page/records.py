"""What there is on a page.  Words lead to fragments of it (see `argmap.view.page.compared`)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from argmap.model.ids import ClaimId, DocumentId
from argmap.wording.spans import Words

if TYPE_CHECKING:
    from argmap.view.page.matrix import Matrix
    from argmap.view.page.outlines import Chip, Row, Section
    from argmap.view.page.sources import Sentence, SourceParagraph


class SideColour(StrEnum):
    """The colour of a side of a question in dispute; it tells sides apart, and no more."""

    ONE = "one"
    OTHER = "other"
    THIRD = "third"
    FURTHER = "further"
    AGREED = "same"
    NONE = ""


class Sign(StrEnum):
    """What somebody does with an answer, as one mark."""

    HOLDS = "holds"
    RESERVE = "holds with reserve"
    REJECTS = "rejects"
    OPEN = "leaves open"


@attrs.frozen(kw_only=True)
class SaidBy:
    """One claim by which somebody stands on a side.

    Attributes:
        who: The holder.
        claim: The claim that counts most; None where no claim says it.
        text: What it says, with what its author does with it.
        strength: How firmly, in words; empty where plainly.
        more: How many more claims say so.
    """

    who: str
    claim: ClaimId | None
    text: str = ""
    strength: str = ""
    more: int = 0


@attrs.frozen(kw_only=True)
class Side:
    """Those who give the same answer.

    Attributes:
        answer: What they answer; empty over a link.
        who: Their names together.
        said: Each holder's own claim.
        trees: Of each holder the reasons, as far as they are shown here.
    """

    colour: SideColour
    answer: str
    who: str
    said: tuple[SaidBy, ...]
    trees: tuple[SideTree, ...] = ()


@attrs.frozen(kw_only=True)
class SideTree:
    """The reasons of one holder.

    Attributes:
        who: The holder.
        target: The fragment of its text.
        note: What it answers and how firmly.
        rows: The claims, from the answer down.
        left_out: How many more claims its text has beneath these.
    """

    who: str
    target: str
    note: str
    rows: tuple[Row, ...]
    left_out: int = 0


@attrs.frozen(kw_only=True)
class DisputeCard:
    """A question in dispute, as it stands on the first screen.

    Attributes:
        verdicts: How those on its sides stand to each other, a line each.
        turning: What it turns on, a line each.
    """

    target: str
    question: str
    sides: tuple[Side, ...]
    verdicts: tuple[Words, ...]
    turning: tuple[Words, ...]


@attrs.frozen(kw_only=True)
class Deeper:
    """A deeper question, and the questions in dispute that turn on it."""

    target: str
    question: str
    above: tuple[Words, ...]


@attrs.frozen(kw_only=True)
class Answer:
    """What somebody does with an answer, in one cell.

    Attributes:
        note: Strength, condition, and the like.
        who: The voice that the text reports; empty for its author.
        voice: The identity of that voice.
        before: What it was, where it changed.
    """

    sign: Sign
    text: str
    note: str = ""
    claim: ClaimId | None = None
    unsaid: bool = False
    who: str = ""
    voice: str = ""


@attrs.frozen(kw_only=True)
class TextInShort:
    """A text where there is nothing to put beside it: what it argues for, and its first reasons."""

    target: str
    title: str
    who: str
    rows: tuple[Row, ...]


@attrs.frozen(kw_only=True)
class Overview:
    """The first view."""

    title: str
    summary: tuple[Words, ...]
    deeper: tuple[Deeper, ...]
    cards: tuple[DisputeCard, ...]
    more: tuple[Chip, ...]
    texts: tuple[TextInShort, ...]
    matrix: Matrix


@attrs.frozen(kw_only=True)
class Place:
    """A place on the scale of a question, with who stands there."""

    answer: str
    holders: tuple[tuple[SideColour, str], ...]


@attrs.frozen(kw_only=True)
class Stake:
    """What somebody stakes on a deeper question.

    Attributes:
        share: How many of its reasons, in words.
        premises: On which claims.
        falls: The claims that would lose their support.
    """

    who: str
    colour: SideColour
    share: str
    premises: tuple[tuple[ClaimId, str], ...]
    falls: tuple[tuple[ClaimId, str], ...]
    falls_words: str = ""


@attrs.frozen(kw_only=True)
class TurnsOn:
    """A deeper question, and what each side stakes on it."""

    target: str
    question: str
    stakes: tuple[Stake, ...]


@attrs.frozen(kw_only=True)
class Note:
    """A section of further things on a question."""

    title: str
    lines: tuple[Words, ...]


@attrs.frozen(kw_only=True)
class QuestionView:
    """A question with all that bears on it.

    Attributes:
        address: Its fragment.
        place: Where it stands among the questions in dispute; empty where it is none.
        verdicts: How those who answer it stand to each other, a line each.
        is_scale: Whether the places are in order.
        grounds: What else it turns on: rejected conditions, and what is said of other times.
        nothing_deeper: Why it turns on nothing, where it is in dispute and does not.
    """

    address: str
    question: str
    place: str = ""
    before: str = ""
    after: str = ""
    verdicts: tuple[Words, ...] = ()
    places: tuple[Place, ...] = ()
    is_scale: bool = False
    turns_on: tuple[TurnsOn, ...] = ()
    grounds: tuple[Words, ...] = ()
    nothing_deeper: str = ""
    sides: tuple[Side, ...] = ()
    notes: tuple[Note, ...] = ()
    voices: tuple[tuple[str, Answer], ...] = ()


@attrs.frozen(kw_only=True)
class TextView:
    """A text: its outline, and its source where that is shown.

    Attributes:
        maps: Each picture with its name and what to call it.
    """

    document: DocumentId
    address: str
    title: str
    who: str
    published: str
    language: str
    sections: tuple[Section, ...]
    source: tuple[SourceParagraph, ...] = ()
    maps: tuple[Map, ...] = ()


@attrs.frozen(kw_only=True)
class Map:
    """A picture of the argument of a text.

    Attributes:
        claims: Those that have their cards in it, and in no other but an overview.
    """

    name: str
    title: str
    svg: str
    claims: tuple[ClaimId, ...] = ()


@attrs.frozen(kw_only=True)
class Related:
    """A claim that stands in some relation to another."""

    how: str
    claim: ClaimId
    why: str = ""


@attrs.frozen(kw_only=True)
class ClaimCard:
    """All that is said of one claim.

    Attributes:
        was: What it said before, where that changed.
        map: The name of the picture that has its card, where pictures are shown.
    """

    claim: ClaimId
    document: DocumentId
    does: str
    attitude: str
    text: str
    strength: str = ""
    about: str = ""
    cues: tuple[str, ...] = ()
    sentence: Sentence | None = None
    answers: tuple[Chip, ...] = ()
    used_by: tuple[Related, ...] = ()
    rests_on: tuple[Related, ...] = ()
    linked: tuple[Related, ...] = ()
    notes: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    line: int | None = None
    was: str = ""
    map: str = ""


@attrs.frozen(kw_only=True)
class Change:
    """Something that changed, with what follows from it."""

    weight: str
    sign: str
    sentence: str
    place: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    follows: tuple[Change, ...] = ()


@attrs.frozen(kw_only=True)
class Changes:
    """What a project was before, and what changed since."""

    old: str
    new: str
    sentence: str
    stances: tuple[StanceBefore, ...]
    changes: tuple[Change, ...]


@attrs.frozen(kw_only=True)
class StanceBefore:
    """A stance as it was and as it is."""

    who: str
    question: str
    target: str
    before: str
    after: str


@attrs.frozen(kw_only=True)
class Page:
    """The whole.

    Attributes:
        former: Old fragments, each with the one that took its place.
        code: Where files are shown by lines, ending in a slash; empty for nowhere.
        files: The argument file of each text.
    """

    title: str
    overview: Overview
    questions: tuple[QuestionView, ...]
    texts: tuple[TextView, ...]
    claims: tuple[ClaimCard, ...]
    former: tuple[tuple[str, str], ...] = ()
    changes: Changes | None = None
    code: str = ""
    files: tuple[tuple[DocumentId, str], ...] = ()
