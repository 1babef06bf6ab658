"""The verdict on two holders and one issue: the first row that fits; and which of two dates is earlier."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from argmap.compare.implication import is_yes_or_no
from argmap.compare.stance import Acceptance, IssueStatus, Profile, Stance
from argmap.compare.stances import exclusions
from argmap.model.claim import Period
from argmap.model.issue import Issue


def precedes(one: str, other: str) -> bool:
    """Whether one date is surely earlier: a year does not precede its own months, nor an unknown date anything."""
    precision = min(len(one), len(other))
    return one[:precision] < other[:precision]


class Verdict(StrEnum):
    """The rows, first to last; for any two profiles of which one is not silent exactly one is the first that fits."""

    SUPERSEDED = "superseded"
    """They would conflict, but what they say are facts of different times."""
    CONTRADICTION = "contradiction"
    """One accepts a position that the other rejects, or one says just yes and the other just no."""
    CONTRARIETY = "contrariety"
    """They accept positions that exclude each other."""
    TENSION = "tension"
    """A declared tension, or each gives one answer, and the two answers differ but do not exclude each other."""
    AGREEMENT = "agreement"
    """Both accept, or both reject, the same position, strengths within a step; or both leave the issue open."""
    QUALIFIED_AGREEMENT = "qualified-agreement"
    """The same, but see `Qualification`."""
    UNDECIDED = "undecided"
    """One leaves open what the other answers."""
    COMPATIBLE = "compatible"
    """They say different things that can stand together, and neither presents its own as the one answer."""
    ONE_SIDED = "one-sided"
    """The other is silent."""

    @property
    def is_conflict(self) -> bool:
        """Whether both cannot be right."""
        return self in (Verdict.CONTRADICTION, Verdict.CONTRARIETY)

    @property
    def is_agreement(self) -> bool:
        """Whether they agree, qualified or not."""
        return self in (Verdict.AGREEMENT, Verdict.QUALIFIED_AGREEMENT)


Pair = tuple[Stance, Stance]


@attrs.frozen
class Ruling:
    """A verdict and the pairs of stances on which it rests, in no order; a pair has one of each holder."""

    verdict: Verdict
    pairs: tuple[Pair, ...] = ()


def rule(one: Profile, other: Profile, issue: Issue, tensions: frozenset[frozenset[str]] = frozenset()) -> Ruling:
    """The first row that fits, as far as positions decide it: it does not tell agreement from qualified agreement.

    A pair of stances that both holders share is no conflict between them, so a holder with two answers does not
    conflict with another who gives the same two.

    Args:
        one: A profile.
        other: A profile on the same issue; not both are silent.
        issue: The issue.
        tensions: Declared tensions between its positions, as pairs of position ids.
    """
    if IssueStatus.SILENT in (one.standing, other.standing):
        return Ruling(Verdict.ONE_SIDED)
    clashes = list(_clashes(one, other, issue))
    if clashes:
        alive = [clash for clash in clashes if newer(*clash[1]) == 0]
        if not alive:
            return Ruling(Verdict.SUPERSEDED, tuple(pair for _, pair in clashes))
        verdicts = {verdict for verdict, _ in alive}
        first = Verdict.CONTRADICTION if Verdict.CONTRADICTION in verdicts else Verdict.CONTRARIETY
        return Ruling(first, tuple(pair for verdict, pair in alive if verdict is first))
    strained = tuple(
        (mine, yours)
        for mine in one.accepted
        for yours in other.accepted
        if frozenset((mine.position, yours.position)) in tensions and not (one.holds(yours) and other.holds(mine))
    )
    if strained:
        return Ruling(Verdict.TENSION, strained)
    shared = tuple((mine, yours) for mine in one.stances for yours in other.stances if _same(mine, yours))
    if shared:
        return Ruling(Verdict.AGREEMENT, shared)
    if one.standing is IssueStatus.OPEN or other.standing is IssueStatus.OPEN:
        return Ruling(Verdict.UNDECIDED)
    if len(one.accepted) == len(other.accepted) == 1:
        return Ruling(Verdict.TENSION, ((one.accepted[0], other.accepted[0]),))
    excluded = (*_excluded(one, other, issue), *((yours, mine) for mine, yours in _excluded(other, one, issue)))
    return Ruling(Verdict.AGREEMENT, excluded) if excluded else Ruling(Verdict.COMPATIBLE)


def newer(one: Stance, other: Stance) -> int:
    """1 where the first is a fact of a later time than the second, -1 where of an earlier, 0 where neither is sure.

    Only stances shown by nothing but dated facts (``kind: fact`` with ``as-of``) can supersede each other, and only
    where their times do not overlap: a year overlaps with each of its months.
    """
    return later(one.period, other.period)


def later(one: Period | None, other: Period | None) -> int:
    """1 where the first time begins after the second has ended, -1 the other way round, 0 where neither is sure."""
    if one is None or other is None:
        return 0
    return int(precedes(other.end, one.start)) - int(precedes(one.end, other.start))


def _same(one: Stance, other: Stance) -> bool:
    return one.position == other.position and one.acceptance is other.acceptance


def _clashes(one: Profile, other: Profile, issue: Issue) -> Iterator[tuple[Verdict, Pair]]:
    opposites = is_yes_or_no(issue)
    for mine in one.stances:
        for yours in other.stances:
            verdict = _clash(mine, yours, issue, opposites=opposites)
            if verdict is not None and not (one.holds(yours) and other.holds(mine)):
                yield verdict, (mine, yours)


def _clash(one: Stance, other: Stance, issue: Issue, *, opposites: bool) -> Verdict | None:
    if Acceptance.OPEN in (one.acceptance, other.acceptance):
        return None
    if one.position == other.position:
        return None if one.acceptance is other.acceptance else Verdict.CONTRADICTION
    both_accepted = one.acceptance is other.acceptance is Acceptance.ACCEPTED
    if not both_accepted or not issue.excludes(one.position, other.position):
        return None
    return Verdict.CONTRADICTION if opposites else Verdict.CONTRARIETY


def _excluded(one: Profile, other: Profile, issue: Issue) -> Iterator[Pair]:
    """What one rejects only because it accepts something else, beside the same rejection of the other."""
    for mine in exclusions(one, issue):
        for yours in other.stances:
            if _same(mine, yours):
                yield mine, yours
