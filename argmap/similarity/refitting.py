"""What the decisions of an analyst say of scores (Platt 1999, "Probabilistic outputs for support vector machines")."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log1p

from argmap.similarity.matcher import Refit

ENOUGH = 50
"""Decisions from which on scores are fitted to them."""
_OF_EACH = 10
"""Decisions of each kind without which nothing can be fitted."""
_PULL = 5.0
"""How strongly what was measured before is held on to: that many decisions."""
_ROUNDS = 50
_LEAST = 1e-6
"""The smallest part of a step that is taken."""


def refit(scores: Sequence[float], right: Sequence[bool]) -> Refit:
    """A slope and a shift that fit decisions best, drawn to 1 and 0; these where there are too few decisions.

    Args:
        scores: Of each decided pair, the logarithm of the odds before.
        right: Of each, whether the analyst took it.
    """
    yes = sum(right)
    if len(right) < ENOUGH or min(yes, len(right) - yes) < _OF_EACH:
        return Refit()
    slope, shift = 1.0, 0.0
    loss = _loss(slope, shift, scores, right)
    for _ in range(_ROUNDS):
        down, aside = _step(slope, shift, scores, right)
        # A whole step of Newton can lead too far: it is halved until it leads down.
        size = 1.0
        while size > _LEAST and _loss(slope - size * down, shift - size * aside, scores, right) > loss:
            size /= 2
        if size <= _LEAST:
            break
        slope, shift = slope - size * down, shift - size * aside
        loss = _loss(slope, shift, scores, right)
    return Refit(round(max(slope, 0.0), 6), round(shift, 6), len(right))


def _chance(log_odds: float) -> float:
    return 1 / (1 + exp(-max(-500.0, min(500.0, log_odds))))


def _loss(slope: float, shift: float, scores: Sequence[float], right: Sequence[bool]) -> float:
    """How badly decisions are told beforehand, and how far that is from what was measured before."""
    missed = 0.0
    for score, taken in zip(scores, right, strict=True):
        toward = slope * score + shift if taken else -(slope * score + shift)
        missed += max(0.0, -toward) + log1p(exp(-abs(toward)))
    return missed + _PULL / 2 * ((slope - 1) ** 2 + shift**2)


def _step(slope: float, shift: float, scores: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """One step of Newton; its two by two matrix is inverted by hand."""
    of_slope, of_shift = _PULL * (slope - 1), _PULL * shift
    slope_slope, shift_shift, slope_shift = _PULL, _PULL, 0.0
    for score, taken in zip(scores, right, strict=True):
        chance = _chance(slope * score + shift)
        error, weight = chance - taken, chance * (1 - chance)
        of_slope += error * score
        of_shift += error
        slope_slope += weight * score * score
        slope_shift += weight * score
        shift_shift += weight
    whole = slope_slope * shift_shift - slope_shift * slope_shift
    return (
        (shift_shift * of_slope - slope_shift * of_shift) / whole,
        (slope_slope * of_shift - slope_shift * of_slope) / whole,
    )
