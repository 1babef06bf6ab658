"""The force of an assertion: what verb, strength and kind together say of the position that a claim answers.

The verb and the strength are the author's words; the scale on which they are read, credence or duty, follows from the
question and from the claim.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

import attrs

from argmap.judge.credence import PLAIN, Credence, asserted, denied, doubted, has_direction
from argmap.judge.duty import (
    ANY,
    Duty,
    asserted_duty,
    denied_duty,
    doubted_duty,
    duty_leans,
    has_duty_direction,
    is_firm_duty,
    mirrored,
    word_of,
)
from argmap.judge.strength import Scale, StrengthRange, firmness, opposite_firmness
from argmap.language.words import Attitude, Degree, Kind
from argmap.model.claim import Strength


class Direction(StrEnum):
    """Which way an assertion points, beside its bounds: probability words have one even where their ranges overlap.

    Teigen and Brun (2003).
    """

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"

    @property
    def opposite(self) -> Direction:
        """The other way."""
        return _OPPOSITES[self]


_OPPOSITES = {
    Direction.FOR: Direction.AGAINST,
    Direction.AGAINST: Direction.FOR,
    Direction.NEITHER: Direction.NEITHER,
}


@attrs.frozen(cache_hash=True)
class Force:
    """What an assertion says of its position.

    Attributes:
        scale: Belief, duty, or either, where it takes the scale of what it meets.
        credence: Its bounds, read as a belief.
        duty: The states that it allows, read as a duty.
        firmness: How firmly, in steps of its scale: for nearness and for display, never for whether both can be right.
        doubted: Whether the holder only keeps a distance.
        emphatic: Whether it denies or doubts no more than an emphasis: ``certain``, ``very-likely`` or ``must``.
        off_question: Whether it says what ought to be where the question asks what is or will be.
    """

    direction: Direction
    scale: Scale
    credence: Credence
    duty: Duty
    firmness: StrengthRange
    doubted: bool = False
    emphatic: bool = False
    off_question: bool = False

    def leans(self, scale: Scale) -> bool:
        """Whether it rules out, on a scale, that the opposite is likely, or is advised.

        A doubt leans, save of ``certain`` and ``very-likely``: to doubt these is no more than to deny them.
        """
        if self.direction is Direction.NEITHER:
            return False
        if scale is Scale.DUTY:
            return duty_leans(self.duty)
        return (self.doubted and not self.emphatic) or self.credence.leans

    def is_firm(self, scale: Scale) -> bool:
        """Whether it is as firm as what is stated outright."""
        return is_firm_duty(self.duty) if scale is Scale.DUTY else self.credence.is_firm

    @property
    def mirrored(self) -> Force:
        """The same, of the negation."""
        return attrs.evolve(
            self, direction=self.direction.opposite, credence=self.credence.mirrored, duty=mirrored(self.duty)
        )

    def read_on(self, scale: Scale) -> Force:
        """The same, read on a scale."""
        return attrs.evolve(self, scale=scale, firmness=self.firmness.read_on(scale), off_question=False)

    @property
    def says_something(self) -> bool:
        """Whether it rules anything out: to deny an even chance does not."""
        return self.credence != Credence() or self.duty != ANY

    @property
    def own_scale(self) -> Scale:
        """The scale on which it stands alone: two that take either are beliefs."""
        return Scale.DUTY if self.scale is Scale.DUTY else Scale.BELIEF

    @property
    def leans_alone(self) -> bool:
        """Whether it leans on its own scale."""
        return self.leans(self.own_scale)


@lru_cache(maxsize=4096)
def force_of(
    attitude: Attitude, strength: Strength | None, kind: Kind | None, question: Kind | None, *, negated: bool = False
) -> Force:
    """What a holder says of a position.

    Args:
        attitude: ``denies``, ``doubts``, or any verb that accepts.
        strength: In the words of the text, or of the answer.
        kind: What sort of claim it is.
        question: What sort of question the issue is.
        negated: Whether the claim only excludes the position.
    """
    scale = scale_of(strength, kind, question)
    credence = asserted(strength) if not _is_duty(strength) else Credence()
    duty, steps = asserted_duty(strength), firmness(strength, scale)
    pointed = has_duty_direction(strength) if scale is Scale.DUTY else has_direction(strength)
    direction = Direction.FOR if pointed else Direction.NEITHER
    is_doubt, emphatic = attitude is Attitude.DOUBTS, False
    if attitude in (Attitude.DENIES, Attitude.DOUBTS):
        weaken, weaken_duty = (doubted, doubted_duty) if is_doubt else (denied, denied_duty)
        credence = weaken(strength) if not _is_duty(strength) else Credence()
        duty, direction = weaken_duty(strength), direction.opposite
        steps = opposite_firmness(strength, scale, doubted=is_doubt)
        emphatic = is_emphatic(strength, scale)
    off_question = scale is Scale.DUTY and question in _BELIEVED
    force = Force(
        direction, scale, credence, duty, steps, doubted=is_doubt, emphatic=emphatic, off_question=off_question
    )
    return force.mirrored if negated else force


def scale_of(strength: Strength | None, kind: Kind | None, question: Kind | None) -> Scale:
    """On which scale an answer is read.

    To a question of policy, and by a claim of policy, every answer is a duty, and a word of belief hedges the ought.
    """
    if Kind.POLICY in (kind, question) or _is_duty(strength):
        return Scale.DUTY
    if strength is not None or kind in _BELIEVED or question in _BELIEVED:
        return Scale.BELIEF
    return Scale.EITHER


_BELIEVED = (Kind.FACT, Kind.PREDICTION)


def _is_duty(strength: Strength | None) -> bool:
    return strength is not None and strength.low.is_duty


def is_emphatic(strength: Strength | None, scale: Scale) -> bool:
    """Whether it says more than a plain text: then to deny it denies no more than the emphasis."""
    if strength is None:
        return False
    return word_of(strength) is Degree.MUST if scale is Scale.DUTY else asserted(strength).low >= PLAIN
