"""Which of many positions of one issue exclude each other, without looking at every pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.model.ids import PositionId
from argmap.model.issue import Issue

_Groups = frozenset[int]
Pairs = Mapping[PositionId, frozenset[PositionId]]
"""Positions by position."""


class Exclusion:
    """Some positions of an issue, to be asked which of them another one excludes.

    Positions that stand in the same groups of `Issue.compatible` can stand with the same others: they are asked about
    together.
    """

    def __init__(self, issue: Issue, positions: Iterable[PositionId], further: Pairs) -> None:
        """Take the positions.

        Args:
            issue: The issue.
            positions: Some of its positions.
            further: What each position excludes although the issue itself lets the two stand together.
        """
        self._issue = issue
        self._further = further
        self._positions = tuple(dict.fromkeys(positions))
        self._alike: dict[_Groups, int] = {}
        for position in self._positions:
            groups = issue.groups(position)
            self._alike[groups] = self._alike.get(groups, 0) + 1
        self._of_group: dict[int, list[_Groups]] = {}
        for groups in self._alike:
            for group in groups:
                self._of_group.setdefault(group, []).append(groups)
        self._left: dict[_Groups, int] = {}
        self._known = frozenset(self._positions)

    def count(self, position: PositionId) -> int:
        """How many of them a position excludes."""
        groups = self._issue.groups(position)
        if groups not in self._left:
            beside = {others for group in groups for others in self._of_group.get(group, ())}
            self._left[groups] = len(self._positions) - sum(self._alike[others] for others in beside)
        # What stands in no group excludes all, and nothing excludes itself.
        count = self._left[groups] - (not groups and position in self._known)
        further = self._further.get(position)
        if further:
            count += sum(not self._issue.excludes(position, other) for other in further & self._known)
        return count

    def excluded(self, position: PositionId) -> Iterator[PositionId]:
        """Those that a position excludes, in their order."""
        if self.count(position):
            further = self._further.get(position, frozenset())
            yield from (other for other in self._positions if self._issue.excludes(position, other) or other in further)
