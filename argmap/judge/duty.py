"""Duty: the states of an act that a word of duty leaves open.

An act is required, advised, open, advised against or ruled out (McNamara 1996); ``must`` is strong, ``should`` weak
(von Fintel and Iatridou 2008).  What a word says is which of the five it allows.
"""

from __future__ import annotations

from enum import IntFlag

from argmap.judge.credence import has_direction
from argmap.language.words import Degree
from argmap.model.claim import Strength


class Duty(IntFlag):
    """The states of an act; a set of them is what a word allows."""

    REQUIRED = 16
    ADVISED = 8
    OPEN = 4
    ADVISED_AGAINST = 2
    RULED_OUT = 1


NONE = Duty(0)
FOR = Duty.REQUIRED | Duty.ADVISED
AGAINST = Duty.ADVISED_AGAINST | Duty.RULED_OUT
ANY = FOR | Duty.OPEN | AGAINST
_ALLOWS = {
    Degree.MUST: Duty.REQUIRED,
    Degree.SHOULD: FOR,
    Degree.COULD: ANY & ~Duty.RULED_OUT,
}
_AS_DUTY = {
    # A word of belief on what ought to be done hedges the ought: "the best course is probably to cut it" is "should".
    Degree.CERTAIN: Degree.MUST,
    Degree.NO_CHANCE: Degree.MUST,
    Degree.POSSIBLE: Degree.COULD,
    Degree.COULD: Degree.COULD,
    Degree.MUST: Degree.MUST,
    Degree.MUST_NOT: Degree.MUST,
}
"""All others are ``should``."""
_STATES = (Duty.REQUIRED, Duty.ADVISED, Duty.OPEN, Duty.ADVISED_AGAINST, Duty.RULED_OUT)


def word_of(strength: Strength | None) -> Degree | None:
    """The duty word that a strength comes to, of a range the weaker; None where it is plain."""
    if strength is None:
        return None
    words = {_AS_DUTY.get(end, Degree.SHOULD) for end in (strength.low, strength.high)}
    return next(word for word in (Degree.COULD, Degree.SHOULD, Degree.MUST) if word in words)


def has_duty_direction(strength: Strength | None) -> bool:
    """Whether it calls for something rather than against it, or the other way round."""
    if strength is None or not strength.low.is_duty:
        return has_direction(strength)
    against = [end in (Degree.SHOULD_NOT, Degree.MUST_NOT) for end in (strength.low, strength.high)]
    return against[0] is against[1]


def asserted_duty(strength: Strength | None) -> Duty:
    """What a text with a strength allows of the act that it answers; below the middle it already says the negative."""
    if not has_duty_direction(strength):
        return Duty.OPEN if strength is not None and strength.low is strength.high else ANY & ~_extremes(strength)
    if strength is not None and Degree.EVEN_CHANCE in (strength.low, strength.high):
        # Of a range the end next to even counts, and that end leaves the opposite open.
        return _ALLOWS[Degree.COULD]
    return _ALLOWS[word_of(strength) or Degree.SHOULD]


def _extremes(strength: Strength | None) -> Duty:
    """The ends that a range over the middle leaves out."""
    ends = (strength.low, strength.high) if strength is not None else ()
    strong = {Degree.MUST: Duty.REQUIRED, Degree.CERTAIN: Duty.REQUIRED}
    strong |= {Degree.MUST_NOT: Duty.RULED_OUT, Degree.NO_CHANCE: Duty.RULED_OUT}
    left = Duty.REQUIRED | Duty.RULED_OUT
    for end in ends:
        left &= ~strong.get(end, NONE)
    return left


def denied_duty(strength: Strength | None) -> Duty:
    """What is left where that is denied: just the word, but the negation of what is stated plainly."""
    if strength is None:
        return AGAINST
    return ANY & ~_ALLOWS[word_of(strength) or Degree.SHOULD] if has_duty_direction(strength) else ANY


def doubted_duty(strength: Strength | None) -> Duty:
    """What is left where that is doubted: the word is denied, or ``should`` where that says more."""
    if not has_duty_direction(strength):
        return ANY
    return ANY & ~(Duty.REQUIRED if word_of(strength) is Degree.MUST else FOR)


def mirrored(duty: Duty) -> Duty:
    """The same, of leaving the act undone."""
    found = NONE
    for state, opposite in zip(_STATES, reversed(_STATES), strict=True):
        if state & duty:
            found |= opposite
    return found


def duty_leans(duty: Duty) -> bool:
    """Whether it rules out that the opposite is advised: ``could`` and "need not" do not."""
    return not duty & AGAINST or not duty & FOR


def is_firm_duty(duty: Duty) -> bool:
    """Whether only the two states of one side are left."""
    return not duty & ~FOR or not duty & ~AGAINST


def feasible_duties(one: Duty, other: Duty) -> bool:
    """Whether one state of an act meets both."""
    return bool(one & other)


def feasible_exclusive_duties(one: Duty, other: Duty) -> bool:
    """Whether two acts of which one at most can be done can have these states.

    One that is required rules the other out; one that is advised leaves the other advised against or ruled out.
    """
    return any(other & _leaves(state) for state in _STATES if state & one)


def _leaves(state: Duty) -> Duty:
    if state is Duty.REQUIRED:
        return Duty.RULED_OUT
    if state is Duty.ADVISED:
        return AGAINST
    return ANY if state is Duty.RULED_OUT else ANY & ~Duty.REQUIRED & ~(Duty.ADVISED if state is Duty.OPEN else NONE)


def feasible_exhaustive_duties(one: Duty, other: Duty) -> bool:
    """Whether two acts of which just one is done can have these states: they mirror each other."""
    return bool(one & mirrored(other))


def feasible_entailed_duties(one: Duty, other: Duty) -> bool:
    """Whether two acts can have these states where whoever does the first does the second: its duty is no less."""
    return any(state & one and other & ~(int(state) - 1) for state in _STATES)
