"""What there is on a page.  Words lead to fragments of it (see `argmap.view.page.addresses`)."""

from __future__ import annotations

from enum import StrEnum

import attrs

from argmap.model.ids import ClaimId, DocumentId
from argmap.wording.spans import Words


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
class Chip:
    """An answer that a claim gives."""

    target: str
    answer: str
    question: str


@attrs.frozen(kw_only=True)
class Row:
    """A claim in a tree.

    Attributes:
        depth: Steps below the top.
        role: What it does to the claim above it, as a word of the language; empty at the top.
        connective: The word before it; empty at the top.
        lead: What its author does with it, before its words; empty where that is to claim it.
        attitude: The same, as a word of the language.
        strength: How firmly, in words; empty where plainly.
        firm: How firmly on a scale from 1 to 7; 0 where plainly.
        is_first: Whether it stands here first in its text: then it bears the claim's address.
        crux: The questions that turn on it here.
        open: Whether what stands below it is shown at once.
        below: What stands right below it, counted in words.
        is_thesis: Whether it is what its text argues for.
        is_changed: Whether it differs from before.
    """

    claim: ClaimId
    text: str
    depth: int = 0
    role: str = ""
    connective: str = ""
    lead: str = ""
    attitude: str = "claims"
    strength: str = ""
    firm: int = 0
    chips: tuple[Chip, ...] = ()
    is_first: bool = False
    is_repeated: bool = False
    has_cue: bool = False
    crux: tuple[Chip, ...] = ()
    open: bool = False
    below: str = ""
    is_thesis: bool = False
    is_changed: bool = False


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
class Column:
    """A text in the matrix."""

    document: DocumentId
    target: str
    author: str
    date: str


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
class Cell:
    """One text on one question.

    Attributes:
        before: What its author's answers were, where they changed; None where they did not.
    """

    colour: SideColour = SideColour.NONE
    answers: tuple[Answer, ...] = ()
    voices: tuple[Answer, ...] = ()
    before: str | None = None


@attrs.frozen(kw_only=True)
class MatrixRow:
    """One question.

    Attributes:
        note: How many disagree, and what it turns on, in a few words.
        disagreeing: Pairs of authors that disagree.
        agreeing: Pairs of authors that agree.
    """

    target: str
    question: str
    short: str
    topic: str
    note: str
    cells: tuple[Cell, ...]
    disagreeing: int = 0
    agreeing: int = 0


@attrs.frozen(kw_only=True)
class MatrixGroup:
    """Questions on which texts stand to each other alike."""

    kind: str
    title: str
    rows: tuple[MatrixRow, ...]


@attrs.frozen(kw_only=True)
class Matrix:
    """Who holds what.

    Attributes:
        voices: The actors that texts report, with their identities.
    """

    columns: tuple[Column, ...]
    groups: tuple[MatrixGroup, ...]
    voices: tuple[tuple[str, str], ...] = ()


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
        nothing_deeper: Why it turns on nothing, where it is in dispute and does not.
        former: The fragments that lead here too.
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
    nothing_deeper: str = ""
    sides: tuple[Side, ...] = ()
    notes: tuple[Note, ...] = ()
    voices: tuple[tuple[str, Answer], ...] = ()


@attrs.frozen(kw_only=True)
class SourcePiece:
    """Some words of a source, and the claims that they ground.

    Attributes:
        first: The claims whose first cue begins here.
    """

    text: str
    claims: tuple[ClaimId, ...] = ()
    first: tuple[ClaimId, ...] = ()


@attrs.frozen(kw_only=True)
class SourceParagraph:
    """A line of a source that is not blank."""

    line: int
    pieces: tuple[SourcePiece, ...]


@attrs.frozen(kw_only=True)
class Section:
    """A part of the outline of a text."""

    title: str
    rows: tuple[Row, ...]


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
    claims: int
    sections: tuple[Section, ...]
    source: tuple[SourceParagraph, ...] = ()
    maps: tuple[Map, ...] = ()


@attrs.frozen(kw_only=True)
class Map:
    """A picture of the argument of a text."""

    name: str
    title: str
    svg: str


@attrs.frozen(kw_only=True)
class Related:
    """A claim that stands in some relation to another."""

    how: str
    claim: ClaimId
    why: str = ""


@attrs.frozen(kw_only=True)
class Sentence:
    """Where the words around a cue begin and end, counted in the text of the source as the page has it."""

    start: int
    cue: int
    cue_end: int
    end: int
    line: int


@attrs.frozen(kw_only=True)
class ClaimCard:
    """All that is said of one claim."""

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


@attrs.frozen(kw_only=True)
class Change:
    """Something that changed, with what follows from it."""

    weight: str
    sign: str
    sentence: str
    place: str = ""
    target: str = ""
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
    claim: ClaimId | None = None


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
