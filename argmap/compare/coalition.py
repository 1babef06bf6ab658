"""An order of holders in which those who agree stand together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

import attrs

from argmap.compare.agreement import tally
from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder
from argmap.judge.verdict import Verdict
from argmap.model.ids import IssueId

MANY = 9
"""Holders from which on an order in which those who agree stand together tells anything."""


@attrs.frozen
class _Place:
    """Where a holder stands on an issue: the groups of its holders, and how each agrees with the holder's own."""

    groups: tuple[tuple[int, ...], ...]
    scores: tuple[int, ...]


def coalition_order(comparison: Comparison, holders: Iterable[Holder] | None = None) -> tuple[Holder, ...]:
    """Holders in an order in which neighbours agree (double-ended nearest-neighbour seriation).

    Two holders are the more alike, the more issues they agree on less those on which they conflict.  The two most alike
    come first; then whoever is most like one of the two ends is put there, until all stand.  Ties go to whoever comes
    first by document and actor, and the end that is turned to the front is the one that does.  Whole numbers decide, so
    the order is the same everywhere.  Only one row of likenesses is held at a time, never all pairs.
    """
    chosen = sorted(comparison.holders if holders is None else set(holders), key=lambda holder: holder.order)
    if len(chosen) < 3:
        return tuple(chosen)
    places = _places(comparison, {holder: number for number, holder in enumerate(chosen)})
    best = max(
        (score, -number, -other)
        for number in range(len(chosen))
        for other, score in enumerate(_row(number, places))
        if other > number
    )
    chain = deque([-best[1], -best[2]])
    left = [number for number in range(len(chosen)) if number not in chain]
    rows = [_row(chain[0], places), _row(chain[-1], places)]
    while left:
        _, place, end = max((rows[end][number], -number, -end) for number in left for end in (0, 1))
        left.remove(-place)
        if end == 0:
            chain.appendleft(-place)
        else:
            chain.append(-place)
        rows[-end] = _row(-place, places)
    if chain[0] > chain[-1]:
        chain.reverse()
    return tuple(chosen[number] for number in chain)


def _places(comparison: Comparison, numbers: Mapping[Holder, int]) -> list[list[_Place]]:
    found: list[list[_Place]] = [[] for _ in numbers]
    for issue in comparison.stances.by_issue:
        for members, place in _of_issue(comparison, issue, numbers):
            if any(place.scores):
                for member in members:
                    found[member].append(place)
    return found


def _of_issue(
    comparison: Comparison, issue: IssueId, numbers: Mapping[Holder, int]
) -> Iterable[tuple[tuple[int, ...], _Place]]:
    counted = tally(comparison, issue, numbers)
    groups = tuple(tuple(numbers[holder] for holder in group.holders) for group in counted.groups)
    for members, verdicts in zip(groups, counted.verdicts, strict=True):
        yield members, _Place(groups, tuple(_score(verdict) for verdict in verdicts))


def _score(verdict: Verdict) -> int:
    return int(verdict.is_agreement) - int(verdict.is_disagreement)


def _row(number: int, places: list[list[_Place]]) -> list[int]:
    """How alike one holder is to each."""
    row = [0] * len(places)
    for place in places[number]:
        for members, score in zip(place.groups, place.scores, strict=True):
            if score:
                for member in members:
                    row[member] += score
    return row
