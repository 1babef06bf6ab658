"""How firmly something is held (credence or duty), and whether two strengths are near enough to be called one."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from argmap.language.words import Degree
from argmap.model.claim import Strength


class Scale(StrEnum):
    """What a strength measures; only strengths of one scale can be compared."""

    BELIEF = "belief"
    DUTY = "duty"
    EITHER = "either"
    """A plain statement of no declared kind is firm on whichever scale it is compared."""


class Nearness(StrEnum):
    """How two strengths compare."""

    NEAR = "near"
    """They overlap, or lie within a step of each other."""
    APART = "apart"
    INCOMPARABLE = "incomparable"
    """One says what is, the other what ought to be."""


class StrengthRange(NamedTuple):
    """A strength as steps from the undecided middle, whatever its direction; a range has two ends.

    Belief: even chance 0, possible 1, likely and unlikely 2, very likely and very unlikely 3, certain and no chance 4.
    Duty: could 1, should and should not 2, must and must not 3.
    """

    low: int
    high: int
    scale: Scale = Scale.BELIEF

    def nearness(self, other: StrengthRange) -> Nearness:
        """Whether two strengths lie within a step of each other; the same in both directions."""
        if Scale.EITHER not in (self.scale, other.scale) and self.scale is not other.scale:
            return Nearness.INCOMPARABLE
        scale = other.scale if self.scale is Scale.EITHER else self.scale
        one, two = self._on(scale), other._on(scale)
        gap = max(one.low, two.low) - min(one.high, two.high)
        return Nearness.NEAR if gap <= 1 else Nearness.APART

    def _on(self, scale: Scale) -> StrengthRange:
        if self == PLAIN:
            return PLAIN_DUTY if scale is Scale.DUTY else PLAIN_BELIEF
        return self

    def read_on(self, scale: Scale) -> StrengthRange:
        """The same on a scale; belief on what ought to be done hedges the ought."""
        if scale in (self.scale, Scale.EITHER) or self == PLAIN:
            return self._on(scale) if scale is not Scale.EITHER else self
        if scale is Scale.DUTY:
            return StrengthRange(_HEDGED.get(self.low, self.low), _HEDGED.get(self.high, self.high), scale)
        return StrengthRange(self.low, self.high, scale)


_FIRM = {
    Degree.CERTAIN: 4,
    Degree.NO_CHANCE: 4,
    Degree.VERY_LIKELY: 3,
    Degree.VERY_UNLIKELY: 3,
    Degree.LIKELY: 2,
    Degree.UNLIKELY: 2,
    Degree.POSSIBLE: 1,
    Degree.EVEN_CHANCE: 0,
    Degree.MUST: 3,
    Degree.MUST_NOT: 3,
    Degree.SHOULD: 2,
    Degree.SHOULD_NOT: 2,
    Degree.COULD: 1,
}
PLAIN_BELIEF = StrengthRange(3, 4)
"""Left out is ``very-likely..certain``."""
PLAIN_DUTY = StrengthRange(2, 3, Scale.DUTY)
"""Left out is ``should..must``, where an answer is read as a duty."""
PLAIN = StrengthRange(3, 4, Scale.EITHER)


def firmness(strength: Strength | None, scale: Scale) -> StrengthRange:
    """The firmness of what a claim says on a scale.

    A range that crosses the middle (``unlikely..likely``) reaches down to it: it commits to no direction.
    """
    if strength is None:
        return _PLAIN[scale]
    if scale is Scale.DUTY and not strength.low.is_duty:
        return _hedged(strength)
    low, high = strength.low, strength.high
    ends = sorted((_FIRM[low], _FIRM[high]))
    middle = Degree.COULD.rank if low.is_duty else Degree.EVEN_CHANCE.rank
    if (low.rank - middle) * (high.rank - middle) < 0:
        ends[0] = _FIRM[Degree.COULD] if low.is_duty else _FIRM[Degree.EVEN_CHANCE]
    return StrengthRange(ends[0], ends[1], Scale.DUTY if low.is_duty else Scale.BELIEF)


def opposite_firmness(strength: Strength | None, scale: Scale, *, doubted: bool) -> StrengthRange:
    """The firmness for the other side of what is left where that is denied, or doubted.

    Whoever denies a plain text states the opposite plainly; whoever denies an emphasis leaves the opposite possible.
    """
    duty = scale is Scale.DUTY
    if strength is None and not doubted:
        return _PLAIN[scale]
    said = firmness(strength, scale).low
    if duty:
        steps = (1, 1) if said == 3 else (3, 3) if said == 1 and not doubted else (1, 2)
        return StrengthRange(*steps, Scale.DUTY)
    emphatic = strength is not None and said >= 3
    step = 1 if emphatic else 4 if said == 1 and not doubted else 2
    return StrengthRange(step, step, Scale.EITHER if scale is Scale.EITHER else Scale.BELIEF)


def _hedged(strength: Strength) -> StrengthRange:
    """A word of belief on what ought to be done: certain is must, very likely and likely are should."""
    ends = sorted(_HEDGED.get(step, step) for step in (_FIRM[strength.low], _FIRM[strength.high]))
    return StrengthRange(ends[0], ends[1], Scale.DUTY)


_HEDGED = {4: 3, 3: 2}
_PLAIN = {Scale.BELIEF: PLAIN_BELIEF, Scale.DUTY: PLAIN_DUTY, Scale.EITHER: PLAIN}
