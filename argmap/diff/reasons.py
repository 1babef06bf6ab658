"""The steps of a claim as reasons: what each does for the claim, and by what."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.diff.change import Reason
from argmap.diff.joined import Joined
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole

Mark = tuple[StepRole, ClaimId, ClaimId]
"""A broad role, the premise that has it and, where that is a doubt, which step is doubted: any one of its premises."""


@attrs.frozen
class Given:
    """A reason as one side gives it.

    Attributes:
        speaks: 1 for the conclusion, -1 against it, 0 neither; to doubt what speaks against it speaks for it.
        marks: What makes two reasons the same: a doubt is the same as long as its step keeps a premise.
    """

    reason: Reason
    speaks: int
    marks: frozenset[Mark]


@attrs.frozen
class GivenFor:
    """The reasons of one claim on both sides, but for those that are the same.

    Attributes:
        doubtable: Of every step of which a premise stands in one on the other side, too, what doubts about it are
            marked by.
    """

    old: tuple[Given, ...]
    new: tuple[Given, ...]
    doubtable: frozenset[ClaimId]

    @classmethod
    def of(cls, old: Claim, new: Claim) -> GivenFor:
        """Those of a claim that is on both sides."""
        places = Joined[ClaimId]()
        for claim in (old, new):
            for step in claim.steps:
                places.join(step.premises)
        before = {given.marks: given for given in _given(old, places)}
        after = {given.marks: given for given in _given(new, places)}
        stood, stand = ({places.of(step.premises[0]) for step in claim.steps} for claim in (old, new))
        return cls(
            tuple(given for marks, given in before.items() if marks not in after),
            tuple(given for marks, given in after.items() if marks not in before),
            frozenset(stood & stand),
        )

    def but_for(self, premises: set[ClaimId]) -> GivenFor:
        """The same, of the other premises; a doubt about a step that came or went, came or went with it."""
        old, new = (
            tuple(attrs.evolve(given, marks=frozenset(self._left(given.marks, premises))) for given in side)
            for side in (self.old, self.new)
        )
        return attrs.evolve(self, old=old, new=new)

    def _left(self, marks: frozenset[Mark], premises: set[ClaimId]) -> Iterator[Mark]:
        for mark in marks:
            role, premise, place = mark
            if premise not in premises and (role is not StepRole.UNDERCUT or place in self.doubtable):
                yield mark


def _given(claim: Claim, places: Joined[ClaimId]) -> Iterator[Given]:
    for step in claim.steps:
        role = step.role.broad
        reason = Reason(role=step.role, premises=_sorted(step.premises), scheme=step.scheme, origin=step.origin)
        yield Given(reason, _speaks(role), frozenset((role, premise, premise) for premise in reason.premises))
        place = places.of(step.premises[0])
        for undercut in step.undercuts:
            doubt = Reason(
                role=StepRole.UNDERCUT,
                premises=_sorted(undercut.premises),
                against=reason.premises,
                origin=undercut.origin,
            )
            yield Given(
                doubt, -_speaks(role), frozenset((StepRole.UNDERCUT, premise, place) for premise in doubt.premises)
            )


def _sorted(premises: tuple[ClaimId, ...]) -> tuple[ClaimId, ...]:
    return tuple(sorted(set(premises)))


def _speaks(role: StepRole) -> int:
    return 1 if role is StepRole.BECAUSE else -1 if role is StepRole.DESPITE else 0
