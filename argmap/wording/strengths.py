"""Strengths in words: credence, such as likely, and duty, such as should."""

from __future__ import annotations

from argmap.compare.stance import Stance
from argmap.judge.assertion import Assertion
from argmap.judge.credence import WHOLE, Credence
from argmap.language.words import Degree
from argmap.model.claim import Strength

_AGAINST = frozenset({Degree.UNLIKELY, Degree.VERY_UNLIKELY, Degree.NO_CHANCE, Degree.SHOULD_NOT, Degree.MUST_NOT})


def in_words(strength: Strength) -> str:
    """As the claim has it: ``very likely``, ``unlikely to even chance``."""
    return " to ".join(dict.fromkeys(degree.value.replace("-", " ") for degree in (strength.low, strength.high)))


def probability(credence: Credence) -> str:
    """The probability between some bounds: ``55 to 80 %``, ``at least 95 %``."""
    low, high = (f"{bound / 10:g}" for bound in credence)
    if credence.high == WHOLE:
        return f"at least {low} %"
    return f"{low} to {high} %" if credence.low else f"at most {high} %"


def is_against(strength: Strength) -> bool:
    """Whether its words speak against what is said: beside a position they would seem to doubt it."""
    return bool({strength.low, strength.high} & _AGAINST)


OUGHT = "as what ought to be"
"""How an answer is given that says what ought to be, beside one that says what is."""


def of_answer(stance: Stance) -> str:
    """How firmly a position is held; empty where it is plainly stated.

    A word of duty never stands beside an answer to a question of fact: it would say that the fact ought to be so.
    """
    if stance.evidence[0].force.off_question and not denied_word(stance.evidence[0]):
        hedged = stance.strength is not None and not stance.strength.low.is_duty
        return f"{worded(stance.strength)}, {OUGHT}" if hedged and stance.strength is not None else OUGHT
    if stance.strength is not None:
        return worded(stance.strength)
    if denied_word(stance.evidence[0]):
        return f"{'doubts' if stance.doubted else 'denies'} “{denied_word(stance.evidence[0])}”"
    return "leaning" if stance.doubted else ""


def denied_word(assertion: Assertion) -> str:
    """The word that is denied, where that is all that is denied; empty where a plain text is denied, or nothing.

    Whoever doubts what is likely, or less, doubts the whole of it; whoever doubts what is certain, just that.  A word
    below even is told as what it says of the position, which is its mirror image.
    """
    if assertion.denied is None or (assertion.doubted and not assertion.force.emphatic):
        return ""
    return in_words(_of_position(assertion.denied))


def of_position(stance: Stance) -> str:
    """How firmly a position is held, in a word that speaks of it: who calls a yes unlikely finds a no likely."""
    strength = stance.strength
    if strength is None:
        return of_answer(stance)
    return in_words(_of_position(strength) if is_against(strength) else strength)


def denied_as(assertion: Assertion) -> str:
    """The same as the end of a sentence: ``certain``, ``required``."""
    said = denied_word(assertion)
    return _DUTIES.get(said, said)


def _of_position(strength: Strength) -> Strength:
    low, high = (_MIRRORED.get(degree, degree) for degree in (strength.low, strength.high))
    return Strength(*sorted((low, high), key=lambda degree: degree.rank))


_MIRRORED = {
    Degree.UNLIKELY: Degree.LIKELY,
    Degree.VERY_UNLIKELY: Degree.VERY_LIKELY,
    Degree.NO_CHANCE: Degree.CERTAIN,
    Degree.SHOULD_NOT: Degree.SHOULD,
    Degree.MUST_NOT: Degree.MUST,
}
_DUTIES = {"must": "required", "should": "advised", "could": "allowed"}


def worded(strength: Strength) -> str:
    """A strength beside an answer.

    A claim may answer ``no`` by calling the opposite very unlikely: its word is then marked as its wording.
    """
    said = in_words(strength)
    return f"worded “{said}”" if is_against(strength) else said


def degree(strength: Strength | None) -> str:
    """A strength as words; empty where something is plainly stated."""
    return "" if strength is None else in_words(strength)


def plainly_or(strength: Strength | None) -> str:
    """How firmly something is said, within a sentence: ``plainly``, ``“very likely”``."""
    return "plainly" if strength is None else f"“{in_words(strength)}”"
