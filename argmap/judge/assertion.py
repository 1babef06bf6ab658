"""Assertions: one claim, one holder, one position, with its bounds, time, conditions and place in the argument.

They are never merged before they are judged.  Two answers of one claim are two assertions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

import attrs

from argmap.judge.conditions import Condition, conditions_of
from argmap.judge.dates import Time, time_of
from argmap.judge.force import Direction, Force, force_of
from argmap.judge.holder import AuthorAttitude, Holder
from argmap.judge.strength import StrengthRange
from argmap.language.words import OPEN, Attitude, Kind
from argmap.model.claim import Answer, Claim, Period, Strength
from argmap.model.ids import ClaimId, IssueId, PositionRef
from argmap.model.issue import Issue

_COMMITTING_NOBODY = (Attitude.SUPPOSES,)
_AUTHOR_IS_SILENT = (Attitude.SUPPOSES, Attitude.REPORTS)
_REJECTING = (Attitude.DENIES, Attitude.DOUBTS)


class Assertion(NamedTuple):
    """What one holder says of one position, or of the text of a claim, in one place.

    Attributes:
        claim: Where it is said.
        force: How firmly, on which scale and which way.
        time: Of which time it speaks.
        strength: As written, where it is the holder's own; None where plainly stated, denied or doubted.
        denied: The strength that its author denies or doubts; None where the text is plain, or is not rejected.
        unsaid: True where the analyst reconstructed the claim (``implies``).
        conditions: On what it depends, in the author's order; those that the holder itself accepts elsewhere are left
            out by `argmap.judge.conditions.settled`.
        conceded: Whether the author only grants it (see `argmap.judge.concessions`).
        shown_only: Whether it is not judged: its holder denies its condition, or holds its exception.
        regard: What the author thinks of the claim; None where the author is the holder.
        ascribed: How sure the author is that an actor holds it, where the author says so; else None.
    """

    claim: ClaimId
    force: Force
    time: Time
    strength: Strength | None = None
    denied: Strength | None = None
    unsaid: bool = False
    conditions: tuple[Condition, ...] = ()
    conceded: bool = False
    shown_only: bool = False
    regard: AuthorAttitude | None = None
    ascribed: Strength | None = None

    @property
    def is_main(self) -> bool:
        """Whether it counts: it is not only granted, and not only shown."""
        return not self.conceded and not self.shown_only

    @property
    def is_bare(self) -> bool:
        """Whether nothing but its force bears on a verdict: no time of its own, no condition, and no concession."""
        return not self.conceded and not self.conditions and self.time.kind is None

    @property
    def carries(self) -> bool:
        """Whether it is passed on by links, grants a condition and answers for its holder: main, on none, leaning."""
        return self.is_main and not self.conditions and self.force.leans_alone

    @property
    def firmness(self) -> StrengthRange:
        """How firmly it is said, in steps."""
        return self.force.firmness

    @property
    def doubted(self) -> bool:
        """Whether the holder only keeps a distance, and so leans to reject."""
        return self.force.doubted

    @property
    def period(self) -> Period | None:
        """The time for which a dated fact holds; None for all else."""
        return self.time.period

    @property
    def depends_on(self) -> tuple[ClaimId, ...]:
        """The claims of its conditions and exceptions, sorted by id."""
        return tuple(sorted({claim for condition in self.conditions for claim in condition.claims}))

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts the assertions that show one stance: what counts first, then the firmest; by id only what is alike.

        The first decides how the stance is told, which must not depend on how a claim is called.
        """
        firm = self.force.firmness
        counts = (self.shown_only, self.conceded, bool(self.conditions))
        # Of two as firm, that which says how firm tells more.
        worded = (self.strength is None, str(self.strength or ""))
        alike = (*counts, -firm.high, -firm.low, self.unsaid, firm.scale, *worded)
        return (*alike, self.claim)


class Commitment(NamedTuple):
    """One holder says something of what one claim says."""

    holder: Holder
    assertion: Assertion

    @property
    def accepts(self) -> bool:
        """Whether the holder accepts it, or rejects it."""
        return self.assertion.force.direction is not Direction.AGAINST

    @property
    def is_open(self) -> bool:
        """Whether the holder gives it an even chance, and so is committed to neither."""
        return self.assertion.force.direction is Direction.NEITHER


class _Spoken(NamedTuple):
    """A claim with what is the same for all who hold it."""

    claim: Claim
    time: Time
    conditions: tuple[Condition, ...]
    conceded: bool

    @classmethod
    def of(cls, claim: Claim, date: str, conceded: Set[ClaimId]) -> _Spoken:
        conditions = conditions_of(claim) if claim.steps else ()
        return cls(claim, time_of(claim, date), conditions, claim.id in conceded)

    def by(self, holder: Holder, force: Force, strength: Strength | None) -> Assertion:
        claim = self.claim
        own = not holder.is_author or claim.attitude not in _REJECTING
        return Assertion(
            claim=claim.id,
            force=force,
            time=self.time,
            strength=strength if own else None,
            denied=None if own else strength,
            unsaid=claim.attitude is Attitude.IMPLIES,
            conditions=self.conditions,
            conceded=self.conceded and holder.is_author,
            regard=None if holder.is_author else AuthorAttitude.of(claim.attitude),
        )


def commitments(claim: Claim, date: str = "", conceded: Set[ClaimId] = frozenset()) -> Iterator[Commitment]:
    """Who accepts or rejects a claim: its author first, if committed, then those who hold it.

    An author who reports or supposes is committed to nothing.  What is left unsaid (``implies``) is the author's, or
    that of the holder who is named, and then not the author's.

    Args:
        claim: The claim.
        date: Of its document.
        conceded: The claims that the document only grants.
    """
    spoken = _Spoken.of(claim, date, conceded)
    for holder, attitude in _committed(claim):
        force = force_of(attitude, claim.strength, claim.kind, None)
        if force.says_something:
            yield Commitment(holder=holder, assertion=spoken.by(holder, force, claim.strength))


def answers(
    claim: Claim, issues: Mapping[IssueId, Issue], date: str = "", conceded: Set[ClaimId] = frozenset()
) -> Iterator[tuple[Holder, Answer, Assertion]]:
    """What the answers of a claim show of each holder whom it commits.

    An answer with a holder of its own (``answers ISSUE: POSITION from ACTOR``) is that actor's alone: accepted, as
    firmly as the answer says, whatever the verb does to the text.  Under ``denies`` and ``doubts`` it counts only where
    that actor holds the text; else the author denies that the actor shows it, and nothing is ascribed.  A supposition
    shows nobody's stance.

    Args:
        claim: The claim.
        issues: What can be answered; answers to others are passed by.
        date: Of its document.
        conceded: The claims that the document only grants.
    """
    spoken = _Spoken.of(claim, date, conceded)
    committed = tuple(_committed(claim))
    for answer in claim.answers:
        issue = issues.get(answer.issue)
        if issue is None:
            continue
        if answer.holder is not None:
            if _is_ascribed(claim, answer):
                yield _ascribed(spoken, answer, Holder(claim.document, answer.holder), issue)
            continue
        strength = answer.strength if answer.strength is not None else claim.strength
        for holder, attitude in committed:
            if answer.position == OPEN and (answer.negated or attitude in _REJECTING):
                # Nothing follows from rejecting that a question is open.
                continue
            force = _force(attitude, answer, strength, claim.kind, issue)
            if force.says_something:
                yield holder, answer, spoken.by(holder, force, strength)


def _ascribed(spoken: _Spoken, answer: Answer, holder: Holder, issue: Issue) -> tuple[Holder, Answer, Assertion]:
    # The kind of the text is not the kind of the actor's stance.
    force = _force(Attitude.CLAIMS, answer, answer.strength, None, issue)
    claim = spoken.claim
    assertion = spoken.by(holder, force, answer.strength)._replace(
        regard=AuthorAttitude.REPORTED,
        ascribed=claim.strength if claim.attitude.accepts else None,
    )
    return holder, answer, assertion


def positions_of(claim: Claim) -> Iterator[tuple[PositionRef, bool]]:
    """The positions that a claim itself answers, and whether it takes or excludes them."""
    for answer, position in answered(claim):
        yield position, not answer.negated


def answered(claim: Claim) -> Iterator[tuple[Answer, PositionRef]]:
    """The answers that a claim itself gives, each with its position."""
    for answer in claim.answers:
        if answer.holder is None and answer.position != OPEN:
            yield answer, PositionRef.of(answer.issue, answer.position)


def _committed(claim: Claim) -> Iterator[tuple[Holder, Attitude]]:
    attitude = claim.attitude
    if attitude not in _AUTHOR_IS_SILENT and not (attitude is Attitude.IMPLIES and claim.holders):
        yield Holder(claim.document), attitude
    if attitude not in _COMMITTING_NOBODY:
        for actor in dict.fromkeys(claim.holders):
            yield Holder(claim.document, actor), Attitude.CLAIMS


def _is_ascribed(claim: Claim, answer: Answer) -> bool:
    if claim.attitude in _COMMITTING_NOBODY:
        return False
    return claim.attitude not in _REJECTING or answer.holder in claim.holders


def _force(attitude: Attitude, answer: Answer, strength: Strength | None, kind: Kind | None, issue: Issue) -> Force:
    if answer.position == OPEN:
        return attrs.evolve(force_of(attitude, strength, kind, issue.kind), direction=Direction.NEITHER)
    return force_of(attitude, strength, kind, issue.kind, negated=answer.negated)
