"""Counting how the holders of an issue stand to each other without putting every two of them side by side."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder
from argmap.compare.stance import Profile
from argmap.compare.verdict import Verdict, rule
from argmap.model.ids import IssueId


@attrs.frozen
class Group:
    """Holders who do the same with the same positions of an issue, at the same time where that matters."""

    profile: Profile
    holders: tuple[Holder, ...]


@attrs.frozen
class Tally:
    """An issue's holders in groups, and the verdict between every two groups.

    Qualified agreement counts as agreement here: strengths and conditions are not looked at.

    Attributes:
        groups: Sorted by their first holder.
        verdicts: A row for each group, with the verdict towards each; within a group it is that of any two in it.
    """

    issue: IssueId
    groups: tuple[Group, ...]
    verdicts: tuple[tuple[Verdict, ...], ...]

    @property
    def holders(self) -> int:
        """How many holders speak on the issue."""
        return sum(len(group.holders) for group in self.groups)

    def pairs(self) -> dict[Verdict, int]:
        """How many pairs of holders have each verdict."""
        found: dict[Verdict, int] = {}
        for place, group in enumerate(self.groups):
            size = len(group.holders)
            for other in range(place, len(self.groups)):
                count = size * (size - 1) // 2 if other == place else size * len(self.groups[other].holders)
                if count:
                    verdict = self.verdicts[place][other]
                    found[verdict] = found.get(verdict, 0) + count
        return found


def tally(comparison: Comparison, issue: IssueId, holders: Iterable[Holder] | None = None) -> Tally:
    """The holders who speak on an issue, in groups.

    Args:
        comparison: A comparison.
        issue: The issue.
        holders: Among whom; all by default.
    """
    chosen = None if holders is None else frozenset(holders)
    found: dict[tuple[object, ...], list[Profile]] = {}
    for holder, profile in comparison.stances.by_issue.get(issue, {}).items():
        if chosen is None or holder in chosen:
            found.setdefault(_signature(profile), []).append(profile)
    groups = tuple(Group(profiles[0], tuple(profile.holder for profile in profiles)) for profiles in found.values())
    record = comparison.corpus.issues[issue]
    tensions = comparison.tensions.get(issue, frozenset())
    verdicts = tuple(
        tuple(rule(one.profile, other.profile, record, tensions).verdict for other in groups) for one in groups
    )
    return Tally(issue, groups, verdicts)


def _signature(profile: Profile) -> tuple[object, ...]:
    """All that a verdict looks at, short of telling qualified agreement."""
    return tuple((stance.position, stance.acceptance, stance.period) for stance in profile.stances)
