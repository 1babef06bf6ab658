"""The verdict on two holders and one issue: the first row that fits; and which of two dates is earlier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

import attrs

from argmap.compare.exclusion import Exclusion
from argmap.compare.implication import is_yes_or_no
from argmap.compare.stance import Acceptance, IssueStatus, Profile, Stance
from argmap.compare.stances import exclusions
from argmap.model.claim import Period
from argmap.model.ids import PositionId
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
_FEW_PAIRS = 16
"""Pairs of accepted positions that are looked at one by one: nearly all holders give an answer or two."""
_MOST_PAIRS = 2000
"""Pairs of incompatible answers of two holders on one issue that are all looked at."""


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
    strained = tuple(_strained(one, other, tensions)) if tensions else ()
    if strained:
        return Ruling(Verdict.TENSION, strained)
    theirs = other.by_answer
    shared = tuple((mine, theirs[mine.answer]) for mine in one.stances if mine.answer in theirs)
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


def _strained(one: Profile, other: Profile, tensions: frozenset[frozenset[str]]) -> Iterator[Pair]:
    pulling: dict[str, set[str]] = {}
    for pair in tensions:
        for position in pair:
            pulling.setdefault(position, set()).update(pair - {position} or pair)
    theirs: dict[str, Stance] = {stance.position: stance for stance in other.accepted}
    for mine in one.accepted:
        against = pulling.get(mine.position, set())
        for yours in (theirs[name] for name in sorted(against & theirs.keys())):
            if not (one.holds(yours) and other.holds(mine)):
                yield mine, yours


def _clashes(one: Profile, other: Profile, issue: Issue) -> Iterator[tuple[Verdict, Pair]]:
    """Pairs that nobody could hold together; of very many, some in which every stance stands that stands in any."""
    opposite = {Acceptance.ACCEPTED: Acceptance.REJECTED, Acceptance.REJECTED: Acceptance.ACCEPTED}
    theirs = other.by_answer
    for mine in one.stances:
        against = theirs.get((mine.position, opposite.get(mine.acceptance, Acceptance.OPEN)))
        if mine.acceptance in opposite and against is not None and not (one.holds(against) and other.holds(mine)):
            yield Verdict.CONTRADICTION, (mine, against)
    verdict = Verdict.CONTRADICTION if is_yes_or_no(issue) else Verdict.CONTRARIETY
    for pair in _contraries(one, other, issue):
        yield verdict, pair


def _contraries(one: Profile, other: Profile, issue: Issue) -> Iterator[Pair]:
    mine, yours = ({stance.position: stance for stance in profile.accepted} for profile in (one, other))
    if len(mine) * len(yours) <= _FEW_PAIRS:
        for position, stance in mine.items():
            for excluded, theirs in yours.items():
                if issue.excludes(position, excluded) and not (excluded in mine and position in yours):
                    yield stance, theirs
        return
    exclusion = Exclusion(issue, yours)
    if sum(map(exclusion.count, mine)) <= _MOST_PAIRS:
        for position, stance in mine.items():
            for excluded in exclusion.excluded(position):
                if not (excluded in mine and position in yours):
                    yield stance, yours[excluded]
        return
    # So many that nobody reads them: of each stance the nearest that it excludes.
    for position, stance in mine.items():
        found = _nearest_excluded(position, yours, mine, issue)
        if found is not None:
            yield stance, yours[found]
    for position, stance in yours.items():
        found = _nearest_excluded(position, mine, yours, issue)
        if found is not None:
            yield mine[found], stance


def _nearest_excluded(
    position: PositionId, among: Mapping[PositionId, Stance], beside: Mapping[PositionId, Stance], issue: Issue
) -> PositionId | None:
    """The nearest position on the scale, or of the issue, that one excludes, and that is not shared as it is."""
    for other in issue.neighbours(position):
        if other in among and issue.excludes(position, other) and not (position in among and other in beside):
            return other
    return None


def _excluded(one: Profile, other: Profile, issue: Issue) -> Iterator[Pair]:
    """What one rejects only because it accepts something else, beside the same rejection of the other."""
    theirs = other.by_answer
    if any(stance.acceptance is Acceptance.REJECTED for stance in other.stances):
        for mine in exclusions(one, issue):
            if mine.answer in theirs:
                yield mine, theirs[mine.answer]
