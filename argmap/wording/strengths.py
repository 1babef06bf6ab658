"""Strengths in words: credence, such as likely, and duty, such as should."""

from __future__ import annotations

from argmap.compare.stance import Stance
from argmap.language.words import Degree
from argmap.model.claim import Strength

_AGAINST = frozenset({Degree.UNLIKELY, Degree.VERY_UNLIKELY, Degree.NO_CHANCE})


def in_words(strength: Strength) -> str:
    """As the claim has it: ``very likely``, ``unlikely to even chance``."""
    return " to ".join(dict.fromkeys(degree.value.replace("-", " ") for degree in (strength.low, strength.high)))


def is_against(strength: Strength) -> bool:
    """Whether its words speak against what is said: beside a position they would seem to doubt it."""
    return bool({strength.low, strength.high} & _AGAINST)


def of_answer(stance: Stance) -> str:
    """How firmly a position is held; empty where it is plainly stated."""
    if stance.strength is None:
        return "leaning" if stance.doubted else ""
    return worded(stance.strength)


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
