"""What a holder does with a position or a claim, and how far that is from what it did before."""

from __future__ import annotations

from argmap.compare.commitment import Commitment
from argmap.compare.stance import Acceptance, Stance
from argmap.compare.strength import PLAIN_DUTY
from argmap.diff.change import Stand
from argmap.language.words import Degree
from argmap.model.claim import Strength


def stand_on_issue(stance: Stance) -> Stand:
    """What a stated stance comes to."""
    return Stand(
        position=stance.position,
        acceptance=stance.acceptance,
        strength=stance.strength,
        conditional=bool(stance.conditions),
        doubted=stance.doubted,
        unsaid=stance.unsaid,
        claims=stance.claims,
        steps=stance.firmness.high,
    )


def stand_on_claim(commitment: Commitment) -> Stand:
    """What a commitment to one claim comes to; an even chance leaves it open."""
    showing = commitment.showing
    settled = Acceptance.ACCEPTED if commitment.accepts else Acceptance.REJECTED
    return Stand(
        acceptance=Acceptance.OPEN if commitment.is_open else settled,
        strength=showing.strength,
        conditional=bool(showing.conditions),
        doubted=showing.doubted,
        unsaid=showing.unsaid,
        claims=(showing.claim,),
        steps=showing.firmness.high,
    )


def on_other_terms(old: Stand, new: Stand) -> bool:
    """Whether the same thing is done more or less firmly, on a condition or no longer on one, or left unsaid."""
    return _terms(old) != _terms(new)


def _terms(stand: Stand) -> tuple[Strength | None, bool, bool, bool]:
    return (stand.strength, stand.conditional, stand.doubted, stand.unsaid)


def distance(old: Stand, new: Stand) -> int:
    """Steps of strength between two stands, at least 1; from one side of the middle to the other they add up.

    What is plainly stated is as firm as *must* where it is put beside a duty.
    """
    return max(1, abs(_signed(new, old) - _signed(old, new)))


def _signed(stand: Stand, other: Stand) -> int:
    if stand.strength is None:
        beside_duty = other.strength is not None and other.strength.low.is_duty
        return min(stand.steps, PLAIN_DUTY.high) if beside_duty else stand.steps
    return -stand.steps if _is_negative(stand.strength) else stand.steps


def _is_negative(strength: Strength) -> bool:
    """Whether all of it lies on the other side of the middle, such as *unlikely* and *should not*."""
    middle = Degree.COULD if strength.low.is_duty else Degree.EVEN_CHANCE
    return min(strength.low.rank, strength.high.rank) > middle.rank
