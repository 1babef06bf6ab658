"""Stances: what one holder does with one position of an issue, which claims show it, and from what it follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, overload

import attrs

from argmap.judge.assertion import Assertion
from argmap.judge.force import Direction
from argmap.judge.holder import AuthorAttitude, Holder
from argmap.judge.questions import Answer
from argmap.judge.strength import StrengthRange
from argmap.model.claim import Period, Strength
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.model.link import Link, LinkEnd


class Acceptance(StrEnum):
    """What a holder does with a position."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    OPEN = "open"
    """Says that it is undecided, or gives it an even chance."""

    @classmethod
    def of(cls, direction: Direction) -> Acceptance:
        """What an assertion that points some way does with its position."""
        return _ACCEPTANCES[direction]


_ACCEPTANCES = {
    Direction.FOR: Acceptance.ACCEPTED,
    Direction.AGAINST: Acceptance.REJECTED,
    Direction.NEITHER: Acceptance.OPEN,
}


class IssueStatus(StrEnum):
    """What a holder does with an issue as a whole."""

    SILENT = "silent"
    OPEN = "open"
    SETTLED = "settled"
    MIXED = "mixed"
    """Two answers at once."""


class Ground(StrEnum):
    """By what one thing follows from another."""

    LINK = "link"
    ANSWER = "answer"
    """A claim answers an issue."""
    EXCLUSION = "exclusion"
    """Two positions of one issue exclude each other."""
    ONLY_OTHER = "only-other"
    """Just one of two positions is right: rejecting one accepts the other."""


class Literal(NamedTuple):
    """A claim or a position, held or rejected."""

    name: LinkEnd
    holds: bool


@attrs.frozen
class Implication:
    """One step of a chain: from what is accepted or rejected to what is therefore accepted or rejected.

    Attributes:
        link: Where the ground is a declared link.
    """

    source: Literal
    target: Literal
    ground: Ground
    link: Link | None = None


_SHOWN = 10
"""Steps at either end of a chain that are told; those between are counted."""


class ShortChain(NamedTuple):
    """A chain as it is told."""

    first: tuple[Implication, ...]
    left_out: int
    last: tuple[Implication, ...]


def told_steps(chain: Sequence[Implication]) -> ShortChain:
    """The steps of a chain that are told: all of a short one, both ends of a long one."""
    return chain.shortened() if isinstance(chain, Chain) else ShortChain(tuple(chain), 0, ())


class Chain(Sequence[Implication]):
    """Steps from what is stated to what follows; chains of one origin share their beginnings.

    What follows along a thousand links has a thousand chains: each holds its last step and the chain before that.  Such
    chains of two revisions are compared step by step just once, for a chain that was found equal to another knows it.
    """

    __slots__ = ("_equal", "_first", "_hash", "_last", "_length", "before")

    def __init__(self, before: Chain | None, last: Implication) -> None:
        self.before = before
        self._last = last
        self._equal = self
        self._hash: int | None = None
        self._length: int = 1 + (before._length if before is not None else 0)
        first = before._first if before is not None else ()
        self._first: tuple[Implication, ...] = first if len(first) == _SHOWN else (*first, last)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Implication: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Implication]: ...
    def __getitem__(self, place: int | slice) -> Implication | Sequence[Implication]:
        return self._last if place == -1 else tuple(self)[place]

    def __iter__(self) -> Iterator[Implication]:
        steps = []
        here: Chain | None = self
        while here is not None:
            steps.append(here._last)
            here = here.before
        return reversed(steps)

    def shortened(self) -> ShortChain:
        """Its first steps and its last ones, with the number of those between."""
        left = self._length - 2 * _SHOWN
        if left <= 1:
            return ShortChain(tuple(self), 0, ())
        last: list[Implication] = []
        here: Chain | None = self
        while here is not None and len(last) < _SHOWN:
            last.append(here._last)
            here = here.before
        return ShortChain(self._first, left, tuple(reversed(last)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Chain):
            return NotImplemented
        if self._length != other._length or hash(self) != hash(other):
            return False
        mine: Chain | None = self
        yours: Chain | None = other
        same: list[tuple[Chain, Chain]] = []
        while mine is not None and yours is not None and mine._equal is not yours._equal:
            if mine._last != yours._last:
                return False
            same.append((mine, yours))
            mine, yours = mine.before, yours.before
        for known, found in same:
            found._equal = known._equal
        return True

    def __hash__(self) -> int:
        unknown: list[Chain] = []
        here: Chain | None = self
        while here is not None and here._hash is None:
            unknown.append(here)
            here = here.before
        found = here._hash if here is not None else None
        for chain in reversed(unknown):
            found = chain._hash = hash((found, chain._last))
        return found or 0


@attrs.frozen(kw_only=True)
class Stance:
    """What one holder does with one position.

    A holder holds a thing as firmly as where it says it most firmly, and on a condition only where it nowhere says it
    without one.

    Attributes:
        position: One of the issue's; ``open`` where the issue as a whole is left open.
        evidence: What shows it, at least one assertion, the one that counts first.  Where the stance is implied: those
            from which it follows, each with what it says of this position.
        chain: Why it follows, from what is stated to this position; empty where the stance is stated.
    """

    holder: Holder
    issue: IssueId
    position: PositionId
    acceptance: Acceptance
    evidence: tuple[Assertion, ...] = attrs.field(validator=attrs.validators.min_len(1))
    chain: Sequence[Implication] = ()

    @property
    def is_counterpart(self) -> bool:
        """Whether it only says of another position what the holder says of one: it is no answer of its own."""
        return bool(self.chain) and self.chain[-1].ground in (Ground.EXCLUSION, Ground.ONLY_OTHER)

    @property
    def conceded(self) -> bool:
        """Whether the holder only grants it in passing."""
        return all(item.conceded for item in self.evidence)

    @property
    def implied(self) -> bool:
        """Whether it only follows from what the holder states."""
        return bool(self.chain)

    @property
    def firmness(self) -> StrengthRange:
        """How firmly the holder holds it."""
        return self.evidence[0].firmness

    @property
    def strength(self) -> Strength | None:
        """The strength in the words of the claim that counts."""
        return self.evidence[0].strength

    @property
    def ascribed(self) -> Strength | None:
        """How sure the author is that an actor holds it; None where some claim ascribes it without reserve."""
        reserves = [item.ascribed for item in self.evidence]
        return reserves[0] if all(reserve is not None for reserve in reserves) else None

    @property
    def conditions(self) -> tuple[ClaimId, ...]:
        """The claims on which it depends; empty where some claim shows it without a condition."""
        return self.evidence[0].depends_on

    @property
    def doubted(self) -> bool:
        """Whether the holder only leans to it."""
        return all(item.doubted for item in self.evidence)

    @property
    def unsaid(self) -> bool:
        """Whether all that shows it was reconstructed by the analyst."""
        return all(item.unsaid for item in self.evidence)

    @property
    def claims(self) -> tuple[ClaimId, ...]:
        """The claims that show it, or from which it follows, sorted by id."""
        return tuple(sorted({item.claim for item in self.evidence}))

    @property
    def regards(self) -> tuple[AuthorAttitude, ...]:
        """What the author thinks of the claims that show an actor's stance; empty for the author's own."""
        return tuple(sorted({item.regard for item in self.evidence if item.regard is not None}))

    @property
    def period(self) -> Period | None:
        """From the first to the last time for which it is held, where all that shows it are dated facts."""
        periods = [item.period for item in self.evidence if item.period is not None]
        if len(periods) < len(self.evidence):
            return None
        starts, ends = [period.start for period in periods], [period.end for period in periods]
        # A year ends after all of its months: the tilde sorts behind them.
        return Period(min(starts), "" if "" in ends else max(ends, key=lambda end: end + "~"))


@attrs.frozen(kw_only=True)
class Profile:
    """All stances of one holder on one issue.

    What follows merely because positions exclude each other is left out, save where just one of two is right:
    `argmap.compare.stances.exclusions` gives it.

    Attributes:
        stances: Stated ones, and those that follow from links; in the order of the issue's positions.
        standing: Silent, open, settled or mixed.
    """

    holder: Holder
    issue: IssueId
    stances: tuple[Stance, ...] = ()
    standing: IssueStatus = IssueStatus.SILENT

    def positions(self, acceptance: Acceptance) -> tuple[PositionId, ...]:
        """The positions with which the holder does this."""
        return tuple(stance.position for stance in self.stances if stance.acceptance is acceptance)

    @property
    def answers(self) -> tuple[tuple[Stance, Answer], ...]:
        """Each assertion as an answer, with the stance that it shows; what merely follows within the issue is none."""
        return tuple(
            (stance, Answer(stance.position, assertion))
            for stance in self.stances
            if not stance.is_counterpart
            for assertion in stance.evidence
        )

    @cached_property
    def accepted(self) -> tuple[Stance, ...]:
        """The stances that accept a position."""
        return tuple(stance for stance in self.stances if stance.acceptance is Acceptance.ACCEPTED)
