"""On what disagreements turn that are there on both sides: which cruxes were gained, which lost, and which shifted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Profile
from argmap.compare.support import support_of
from argmap.diff.alignments import Pair, Subject, linked_of, pair_of, subject_of
from argmap.diff.causes import Consequences
from argmap.diff.change import Added, Change, Changed, CruxChange, Removed
from argmap.diff.kinds import CruxGained, CruxLost, CruxShifted
from argmap.diff.sides import Sides
from argmap.judge.holder import Holder, ordered
from argmap.model.ids import ClaimId, IssueId

_Conflicts = tuple[Alignment, Alignment]
"""One conflict, before and after."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Turning:
    """Two comparisons, and what is known of how they differ.

    Attributes:
        holders: Whose conflicts are looked at.
        touched: The claims that differ or are on one side only, and all that rests on them.
        disputed: By two holders, the claims on which rests what they conflict on anew, or no longer, and all that rests
            on those.  Nothing but what is touched or disputed can turn on anything else than before.
        followed: By subject on which two holders conflict who did not, or the other way round, from what that follows.
    """

    sides: Sides
    before: Comparison
    after: Comparison
    holders: Collection[Holder]
    touched: Set[ClaimId]
    disputed: Mapping[Pair, Set[ClaimId]]
    followed: Mapping[Subject, tuple[Change, ...]]
    consequences: Consequences

    def changes(self) -> Iterator[CruxChange]:
        """The cruxes that are on one side only, or wholly so on one only, disagreement by disagreement."""
        for old, new in (*self._on_issues(), *self._over_links()):
            was = {subject_of(crux.conflict): crux for crux in self.before.cruxes(old)}
            now = {subject_of(crux.conflict): crux for crux in self.after.cruxes(new)}
            for subject, crux in was.items():
                if subject not in now:
                    yield CruxLost(conflict=old, edit=Removed(crux), causes=self._causes(subject, crux, (old, new)))
            for subject, crux in now.items():
                if subject not in was:
                    yield CruxGained(conflict=new, edit=Added(crux), causes=self._causes(subject, crux, (old, new)))
                elif was[subject].is_whole is not crux.is_whole:
                    edit = Changed(was[subject], crux)
                    yield CruxShifted(conflict=new, edit=edit, causes=self._causes(subject, crux, (old, new)))

    def _on_issues(self) -> Iterator[_Conflicts]:
        for one, other, issue in dict.fromkeys((*self._near(), *self._disputing())):
            yield from self._lasting(self.before.align(one, other, issue), self.after.align(one, other, issue))

    def _near(self) -> Iterator[tuple[Holder, Holder, IssueId]]:
        """Who speaks on an issue on both sides, and rests on anything touched, beside all others who speak on it."""
        before, after = self.before.stances.by_issue, self.after.stances.by_issue
        for issue in sorted(before.keys() & after.keys()):
            old, new = before[issue], after[issue]
            speaking = [holder for holder in new if holder in old and holder in self.holders]
            for one in speaking:
                if self._is_near(old[one]) or self._is_near(new[one]):
                    for other in speaking:
                        if other != one:
                            yield *ordered(one, other), issue

    def _disputing(self) -> Iterator[tuple[Holder, Holder, IssueId]]:
        """Two who dispute something anew, or no longer, on all issues on which both spoke and speak."""
        before, after = self.before.stances.by_holder, self.after.stances.by_holder
        for one, other in self.disputed:
            kept = [before.get(holder, {}).keys() & after.get(holder, {}).keys() for holder in (one, other)]
            yield from ((one, other, issue) for issue in sorted(kept[0] & kept[1]))

    def _over_links(self) -> Iterator[_Conflicts]:
        before, after = linked_of(self.before, self.holders), linked_of(self.after, self.holders)
        for subject, old in before.items():
            yield from self._lasting(old, after.get(subject))

    def _lasting(self, old: Alignment | None, new: Alignment | None) -> Iterator[_Conflicts]:
        if old is not None and new is not None and old.is_disagreement and new.is_disagreement:
            disputed = self.disputed.get(pair_of(new), frozenset())
            sides = (old.one, old.other, new.one, new.other)
            if any(claim in self.touched or claim in disputed for side in sides for claim in side.claims):
                yield old, new

    def _is_near(self, profile: Profile) -> bool:
        return any(claim in self.touched for stance in profile.stances for claim in stance.claims)

    def _causes(self, subject: Subject, crux: Crux, conflicts: _Conflicts) -> tuple[Change, ...]:
        """That the deeper conflict opened or closed; else what happened between it and the upper one."""
        if self.followed.get(subject):
            return self.followed[subject]
        deep = (*crux.one.premises, *crux.other.premises)
        beneath: set[ClaimId] = set()
        upper: set[ClaimId] = set()
        for conflict, corpus in zip(conflicts, (self.sides.old, self.sides.new), strict=True):
            for side in (conflict.one, conflict.other):
                beneath.update(support_of(side.claims, side.holder, corpus).depth)
                upper.update(side.claims)
        between = beneath & self.sides.closed(deep)
        return self.consequences.of_support(sorted(between | upper), crux.conflict.holders)
