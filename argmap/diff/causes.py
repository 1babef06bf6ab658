"""From which changes changed stances follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from argmap.diff.change import Change, Changed, StanceChange, SupportChange
from argmap.diff.kinds import ConditionAdded, ConditionRemoved
from argmap.diff.origins import Origins, roots
from argmap.diff.sides import Sides
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId, IssueId, PositionRef

_CONDITIONS = (ConditionAdded, ConditionRemoved)


@attrs.frozen(eq=False, repr=False)
class StanceCauses:
    """From what changed stances follow, where nobody edited what the holder does with a claim.

    Attributes:
        of_conclusion: The conditions and exceptions that came or went, by the claim that they are put on.
        of_premise: The same, by what is the condition.
    """

    sides: Sides
    origins: Origins
    of_conclusion: Mapping[ClaimId, tuple[Change, ...]]
    of_premise: Mapping[ClaimId, tuple[Change, ...]]

    @classmethod
    def of(cls, sides: Sides, origins: Origins, supports: Iterable[SupportChange]) -> StanceCauses:
        """Those that changes of support are."""
        of_conclusion: dict[ClaimId, tuple[Change, ...]] = {}
        of_premise: dict[ClaimId, tuple[Change, ...]] = {}
        for change in supports:
            if isinstance(change, _CONDITIONS):
                of_conclusion[change.conclusion] = (*of_conclusion.get(change.conclusion, ()), change)
                for premise in change.premises:
                    of_premise[premise] = (*of_premise.get(premise, ()), change)
        return cls(sides, origins, of_conclusion, of_premise)

    def explained(self, change: StanceChange) -> StanceChange:
        """A changed stance with what it follows from; as it is where it was edited."""
        causes = roots(self._of(change, change.subject))
        return attrs.evolve(change, causes=causes) if causes else change

    def _of(self, change: StanceChange, issue: IssueId | ClaimId) -> Iterable[Change]:
        if isinstance(issue, ClaimId):
            return self._supposed(issue)
        if not isinstance(change.edit, Changed):
            answer = PositionRef.of(issue, change.record.position or "")
            gone = self.origins.one_sided(answer) or self.origins.one_sided(issue)
            if gone:
                return gone
        found: list[Change] = []
        requalified = len({stand.conditional for stand in change.records}) > 1
        for name in sorted(set(change.claims)):
            causes = self.origins.of(name)
            if not causes and not self.sides.has_both(name):
                return ()
            if not causes and self._is_edited(name, issue):
                causes = self._supposed(name)
                if not causes:
                    return ()
            found += causes
            if requalified:
                found += self.of_conclusion.get(name, ())
        return found

    def _supposed(self, name: ClaimId) -> tuple[Change, ...]:
        """What made of a claim a condition, which is only supposed; or of a condition a claim."""
        attitudes = {corpus.claims[name].attitude for corpus in (self.sides.old, self.sides.new)}
        return self.of_premise.get(name, ()) if attitudes == {Attitude.CLAIMS, Attitude.SUPPOSES} else ()

    def _is_edited(self, name: ClaimId, issue: IssueId) -> bool:
        old, new = self.sides.old.claims[name], self.sides.new.claims[name]
        return _saying(old, issue) != _saying(new, issue)


def _saying(claim: Claim, issue: IssueId) -> tuple[object, ...]:
    """What decides which stance on an issue a claim shows, but for who holds it."""
    return (claim.attitude, claim.strength, frozenset(answer for answer in claim.answers if answer.issue == issue))
