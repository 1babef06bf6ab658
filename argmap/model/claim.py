"""Claims: what is said, who says it, how firmly, and what follows it."""

from __future__ import annotations

import attrs

from argmap.language.words import Attitude, Degree, Kind
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId
from argmap.model.inference import Step
from argmap.source.text import Place

Holders = tuple[ActorId, ...]


@attrs.frozen
class Strength:
    """How firmly something is said: one degree, or a range of two on one scale."""

    low: Degree
    high: Degree

    def __str__(self) -> str:
        return self.low.value if self.low is self.high else f"{self.low.value}..{self.high.value}"


@attrs.frozen(kw_only=True)
class Answer:
    """The position on an issue that a claim takes, or excludes.

    Attributes:
        issue: The question.
        position: One of its positions, or ``open``.
        negated: True where the claim only excludes the position.
        holder: Whose stance the claim shows, where it is not the stance of those who hold the claim.
        strength: How firmly the text gives this answer, or that holder holds it; None where as firmly as the claim
            says, and for a holder of its own plainly.
    """

    issue: IssueId
    position: PositionId
    negated: bool = False
    holder: ActorId | None = None
    strength: Strength | None = None
    origin: Place = attrs.field(eq=False, repr=False)

    def __str__(self) -> str:
        holder = f" from {self.holder}" if self.holder is not None else ""
        strength = f" ({self.strength})" if self.strength is not None else ""
        return f"{self.issue}: {'not ' if self.negated else ''}{self.position}{strength}{holder}"


@attrs.frozen(kw_only=True)
class Cue:
    """Where a claim, a step or the meaning of a word stands in its source: a line or page, a few words, or both."""

    line: int | None = None
    page: int | None = None
    words: str = ""
    origin: Place = attrs.field(eq=False, repr=False)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.number, f'"{self.words}"' if self.words else "")))

    @property
    def number(self) -> str:
        """Its line or page as files have it; empty where neither is named."""
        if self.page is not None:
            return f"p. {self.page}"
        return "" if self.line is None else str(self.line)

    @property
    def where(self) -> str:
        """Its line or page in words; empty where neither is named."""
        if self.page is not None:
            return f"page {self.page}"
        return "" if self.line is None else f"line {self.line}"


@attrs.frozen
class Period:
    """A span of time as ISO 8601 dates of any precision; an empty end is open."""

    start: str
    end: str

    def __str__(self) -> str:
        return self.start if self.start == self.end else f"{self.start}..{self.end}"


@attrs.frozen(kw_only=True)
class Claim:
    """One claim of one document.

    Attributes:
        id: ``document.claim``.
        named: False for a premise to which the analyst gave no name.
        attitude: What the author does with it.
        voices: Chain of holders: ``from a quoting b, c`` is ``((a,), (b, c))``; only the last group holds the claim.
        strength: None where it is plainly stated.
        as_of: When a fact holds; for any other claim, when it was said (see `said`).
        until: By when a forecast will be known, an ISO 8601 date; empty where that is open.
        said: When it was said, an ISO 8601 date, where that is not the date of its document; else empty.
        by: Who encoded it, where that is not who encoded its document; else empty.
        sure: How sure that person is that the text says so, from 0 to 1; None where not given.  It is never mixed with
            the author's own strength.
        steps: What stands for and against the attitude, in the author's order.
        section: Index into the document's sections, None before the first.
        statement: True where it stands at column 0.
    """

    id: ClaimId
    document: DocumentId
    named: bool = True
    attitude: Attitude
    voices: tuple[Holders, ...] = ()
    strength: Strength | None = None
    text: str
    answers: tuple[Answer, ...] = ()
    cues: tuple[Cue, ...] = ()
    kind: Kind | None = None
    as_of: Period | None = None
    until: str = ""
    said: str = ""
    by: str = ""
    sure: float | None = None
    cites: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    section: int | None = None
    statement: bool = False
    origin: Place = attrs.field(eq=False, repr=False)
    wording: Place = attrs.field(eq=False, repr=False)

    @property
    def holders(self) -> Holders:
        """Who holds the claim beside, or instead of, the author."""
        return self.voices[-1] if self.voices else ()

    @property
    def all_cues(self) -> tuple[Cue, ...]:
        """Every place in the source that is given under it: its own, then those of its steps."""
        return (*self.cues, *(cue for step in self.steps for cue in step.cues))

    @property
    def premises(self) -> tuple[ClaimId, ...]:
        """Every claim that its steps name, doubts about them included, in the author's order."""
        return tuple(premise for step in self.steps for premise in step.mentions())

    @property
    def name(self) -> str:
        """The id without its document."""
        return self.id.name

    @property
    def called(self) -> str:
        """What findings call it."""
        return f"`{self.name}`" if self.named else "this premise"
