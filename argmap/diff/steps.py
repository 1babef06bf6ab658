"""Steps as what they do for their conclusion, each group of linked premises by itself."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.diff.change import Role
from argmap.language.words import WITHOUT_SUPPORT
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import Concession, Condition, Exemption, Step


@attrs.frozen(eq=False)
class Group:
    """Premises that are linked, of a step or of a doubt about one; no group is another.

    Attributes:
        premises: In the author's order.
        against: The premises of the step that an undercut doubts; else empty.
    """

    role: Role
    premises: tuple[ClaimId, ...]
    against: tuple[ClaimId, ...] = ()


def groups_of(claim: Claim) -> Iterator[Group]:
    """All groups of premises under a claim, in the author's order."""
    for step in claim.steps:
        yield Group(role_of(step), step.premises)
        for undercut in getattr(step, "undercuts", ()):
            yield Group(Role.UNDERCUT, undercut.premises, step.premises)


def role_of(step: Step) -> Role:
    """What a step does for its conclusion."""
    match step:
        case Concession():
            return Role.CONCESSION
        case Exemption():
            return Role.EXCEPTION
        case Condition():
            return Role.NECESSARY_CONDITION if step.necessary else Role.CONDITION
        case _:
            return Role.EXPLANATION if step.scheme in WITHOUT_SUPPORT else Role.SUPPORT
