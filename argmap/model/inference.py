"""Steps between claims.

Several premises of one step are *linked*: without any one of them it no longer goes through.  Several steps to one
conclusion are *convergent*: each is a reason of its own.  The structure says so; no field marks it.  A doubt about a
step itself is an undercut.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from argmap.model.ids import ClaimId
from argmap.source.text import Place

if TYPE_CHECKING:
    from argmap.model.claim import Cue


class StepRole(StrEnum):
    """What the premises of a step do to its conclusion, in the words of the language.

    The last three are steps written ``because`` whose scheme says that they do not argue.  An undercut is a role of
    premises only: it is no step to the conclusion but a doubt about one (see `Undercut`).
    """

    BECAUSE = "because"
    """A reason for the attitude that the verb of the conclusion states."""
    DESPITE = "despite"
    """What speaks against that attitude, conceded and found outweighed."""
    OBJECTION = "objection"
    """What speaks against that attitude, and is conceded by nobody."""
    UNLESS = "unless"
    """An exception: the conclusion does not hold where the premises do."""
    UNDERCUT = "undercut"
    IF = "if"
    """A sufficient condition; what it names is supposed, never asserted by standing there."""
    ONLY_IF = "only-if"
    """A necessary condition; likewise."""
    EXPLANATION = "explanation"
    """Tells why the conclusion is so."""
    PARTS = "parts"
    """Spells the conclusion out."""
    BACKGROUND = "background"
    """Sets the scene."""

    @classmethod
    def of(cls, word: str, schemes: tuple[str, ...] = ()) -> StepRole:
        """The role of a step that is written with a word of the language and, perhaps, schemes."""
        role = cls(word)
        apart = next((scheme for scheme in schemes if scheme in _WITHOUT_ARGUMENT), None)
        return cls(apart) if role is cls.BECAUSE and apart is not None else role

    @property
    def word(self) -> str:
        """The word of the language that begins such a step."""
        return "because" if self in _WITHOUT_ARGUMENT else self.value

    @property
    def is_condition(self) -> bool:
        """Whether the conclusion depends on the premises, which are only supposed."""
        return self in (StepRole.IF, StepRole.ONLY_IF)

    @property
    def only_supposes(self) -> bool:
        """Whether a premise is supposed where no verb says what the author does with it."""
        return self.is_condition or self in (StepRole.UNLESS, StepRole.OBJECTION)

    @property
    def broad(self) -> StepRole:
        """The same, with all roles that do not argue taken for one: between them nothing changes in an argument."""
        return StepRole.EXPLANATION if self in _WITHOUT_ARGUMENT else self


_WITHOUT_ARGUMENT = frozenset({StepRole.EXPLANATION, StepRole.PARTS, StepRole.BACKGROUND})


@attrs.frozen(kw_only=True)
class Undercut:
    """A doubt about a step itself, not about its premises (Pollock 1987); it stands in the step that it doubts."""

    premises: tuple[ClaimId, ...] = attrs.field(validator=attrs.validators.min_len(1))
    origin: Place = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Step:
    """From premises to the claim in which the step stands.

    Attributes:
        role: What the premises do to the claim.
        premises: At least one, in the author's order.
        schemes: The argumentation schemes that it instantiates (Walton, Reed and Macagno 2008), as far as named.
        undercuts: Doubts about this step; about exceptions and conditions there are none.
        cues: Where in the source the step itself is made.
        notes: What the analyst notes about the step itself.
        origin: Where it stands.
    """

    role: StepRole
    premises: tuple[ClaimId, ...] = attrs.field(validator=attrs.validators.min_len(1))
    schemes: tuple[str, ...] = ()
    undercuts: tuple[Undercut, ...] = ()
    cues: tuple[Cue, ...] = ()
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)

    @property
    def named_schemes(self) -> tuple[str, ...]:
        """Its schemes, but for one that the role says already."""
        return tuple(scheme for scheme in self.schemes if scheme != self.role.value)

    @property
    def supports(self) -> bool:
        """Whether it is a reason for the claim, such that without any reason the claim has no support."""
        return self.role is StepRole.BECAUSE

    def mentions(self) -> tuple[ClaimId, ...]:
        """Every claim that it names: its premises, then those of the doubts about it."""
        if not self.undercuts:
            return self.premises
        return (*self.premises, *(premise for undercut in self.undercuts for premise in undercut.premises))
