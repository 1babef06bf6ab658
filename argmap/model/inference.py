"""Steps between claims.

Several premises of one step are *linked*: without any one of them it no longer goes through.  Several steps to one
conclusion are *convergent*: each is a reason of its own.  The structure says so; no field marks it.
"""

from __future__ import annotations

import attrs

from argmap.model.ids import ClaimId
from argmap.source.text import Place


@attrs.frozen(kw_only=True)
class Undercut:
    """A doubt about a step itself, not about its premises (Pollock 1987); it stands in the step that it doubts."""

    premises: tuple[ClaimId, ...] = attrs.field(validator=attrs.validators.min_len(1))
    origin: Place = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Inference:
    """One reason for the attitude that a claim's verb states.

    Attributes:
        premises: At least one, in the author's order.
        scheme: The argumentation scheme that it instantiates (Walton, Reed and Macagno 2008), if named.
        undercuts: Doubts about this step.
        origin: Where it stands.
    """

    premises: tuple[ClaimId, ...] = attrs.field(validator=attrs.validators.min_len(1))
    scheme: str | None = None
    undercuts: tuple[Undercut, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Concession:
    """What speaks against the attitude, conceded and found outweighed."""

    premises: tuple[ClaimId, ...] = attrs.field(validator=attrs.validators.min_len(1))
    scheme: str | None = None
    undercuts: tuple[Undercut, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Exemption:
    """An exception to the claim: it does not hold where the premises do."""

    premises: tuple[ClaimId, ...] = attrs.field(validator=attrs.validators.min_len(1))
    scheme: str | None = None
    origin: Place = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Condition:
    """What the claim depends on; its premises are supposed, never asserted by standing here.

    Attributes:
        necessary: True for ``only-if``, False for ``if``.
    """

    premises: tuple[ClaimId, ...] = attrs.field(validator=attrs.validators.min_len(1))
    necessary: bool = False
    scheme: str | None = None
    origin: Place = attrs.field(eq=False, repr=False)


Step = Inference | Concession | Exemption | Condition
