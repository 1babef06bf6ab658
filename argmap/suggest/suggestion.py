"""What is suggested, what speaks for it, and which lines take it into the files."""

from __future__ import annotations

from enum import StrEnum
from string import ascii_lowercase

import attrs

from argmap.language.words import Relation
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.similarity.match import Match
from argmap.similarity.polarity import PolarityCue
from argmap.source.text import Span


class Under(StrEnum):
    """Where lines go."""

    CLAIM = "claim"
    """Under a claim, as its field: behind its last field, before its steps."""
    DOCUMENT = "document"
    """Under the line of a document, as its field."""
    END_OF_DOCUMENT = "end"
    """At the end of the file of a document, as a statement of its own."""
    LINKS = "links"
    """In the file that holds the links between two documents, as a statement of its own."""


@attrs.frozen(kw_only=True)
class Addition:
    """Lines that are written into a file where a suggestion is taken.

    Attributes:
        lines: Without the indent of the place where they go, and without line ends.  A claim that somebody has to
            word has nothing behind its colon, which the check refuses until there is.
        under: Where they go.
        of: The id of the claim or the document there; of the two documents, sorted, where it is a link.
    """

    lines: tuple[str, ...]
    under: Under
    of: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Choice:
    """One way to take a suggestion.

    Attributes:
        name: What it is called after ``--accept N=``: a position or a relation.
        additions: What is written.
    """

    name: str
    additions: tuple[Addition, ...]


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence of a source that no claim covers.

    Attributes:
        text: With single spaces.
        span: Where it stands in the text of the source.
        line: The line on which it begins, counted from 1.
        page: Its page, where the source has pages.
    """

    text: str
    span: Span
    line: int
    page: int | None = None


@attrs.frozen(kw_only=True)
class AnswerCandidate:
    """A claim, or a sentence without one, that may answer an issue.

    Attributes:
        like: What it is most like: a claim of another document that answers the issue, or a position; None where it is
            the question itself.
        choices: One for each position, the likeliest first; which one is right, the analyst has to say.
    """

    claim: ClaimId | None
    sentence: Sentence | None
    match: Match
    like: ClaimId | PositionRef | None = None
    choices: tuple[Choice, ...]


@attrs.frozen(kw_only=True)
class AnswerSuggestion:
    """An issue on which a document is silent, or one that a claim nearer to the thesis may answer.

    Attributes:
        answering: The claims of the document that answer it now; empty where it is silent.
        candidates: Claims, the likeliest first, then sentences.
        rejection: What is written where none of them answers; None where the document does answer, by other claims.
    """

    document: DocumentId
    issue: IssueId
    answering: tuple[ClaimId, ...]
    candidates: tuple[AnswerCandidate, ...]
    rejection: Addition | None


@attrs.frozen(kw_only=True)
class LinkSuggestion:
    """Two claims of two documents that may say the same, follow from one another, or conflict.

    Attributes:
        relation: What the two may be.
        cues: The words that may set them against each other; empty unless they may conflict.
        choices: The likeliest relation first.
    """

    first: ClaimId
    second: ClaimId
    relation: Relation
    match: Match
    cues: tuple[PolarityCue, ...]
    choices: tuple[Choice, ...]
    rejection: Addition


class Named(StrEnum):
    """What bears a name."""

    ACTOR = "actor"
    TERM = "term"
    ISSUE = "issue"


@attrs.frozen(kw_only=True)
class NameSuggestion:
    """Two ids that may be of one thing.

    Attributes:
        why: What is alike, in words.
        choices: How they become one, where lines alone can do it.
    """

    named: Named
    first: str
    second: str
    why: str
    choices: tuple[Choice, ...]
    rejection: Addition


@attrs.frozen(kw_only=True)
class SentenceSuggestion:
    """A sentence of a source that no cue touches.

    Attributes:
        issue: The issue that it is most like; None where it is like none, or more like a thesis.
        like: The claim or the position that it is most like; None where it is like none, or like the question.
        choices: A claim with a cue that is proved and no text yet: the words have to be the analyst's own.
    """

    document: DocumentId
    sentence: Sentence
    issue: IssueId | None
    match: Match | None
    like: ClaimId | PositionRef | None = None
    choices: tuple[Choice, ...]


Suggestion = AnswerSuggestion | LinkSuggestion | NameSuggestion | SentenceSuggestion


def candidate_name(number: int, place: int) -> str:
    """What a candidate of an answer is called where it is taken: ``3b``; of at most 26, by its place from 0."""
    return f"{number}{ascii_lowercase[place]}"
