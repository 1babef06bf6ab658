"""Steps as what they do for their conclusion, each group of linked premises by itself."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole


@attrs.frozen(eq=False)
class Group:
    """Premises that are linked, of a step or of a doubt about one; no group is another.

    Attributes:
        role: The broad one.
        premises: In the author's order.
        against: The premises of the step that an undercut doubts; else empty.
    """

    role: StepRole
    premises: tuple[ClaimId, ...]
    against: tuple[ClaimId, ...] = ()


def groups_of(claim: Claim) -> Iterator[Group]:
    """All groups of premises under a claim, in the author's order."""
    for step in claim.steps:
        yield Group(step.role.broad, step.premises)
        for undercut in step.undercuts:
            yield Group(StepRole.UNDERCUT, undercut.premises, step.premises)
