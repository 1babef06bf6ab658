"""What the decisions of an analyst say of scores (Platt 1999, "Probabilistic outputs for support vector machines")."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from argmap.similarity.matcher import Refit

ENOUGH = 50
"""Decisions from which on scores are fitted to them."""
_OF_EACH = 10
"""Decisions of each kind without which nothing can be fitted."""
_PULL = 5.0
"""How strongly what was measured before is held on to: that many decisions."""
_ROUNDS = 50


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
    for _ in range(_ROUNDS):
        # One step of Newton on the penalised log-likelihood; its two by two matrix is inverted by hand.
        of_slope, of_shift = _PULL * (slope - 1), _PULL * shift
        slope_slope, shift_shift, slope_shift = _PULL, _PULL, 0.0
        for score, taken in zip(scores, right, strict=True):
            chance = 1 / (1 + exp(-max(-500.0, min(500.0, slope * score + shift))))
            error, weight = chance - taken, chance * (1 - chance)
            of_slope += error * score
            of_shift += error
            slope_slope += weight * score * score
            slope_shift += weight * score
            shift_shift += weight
        whole = slope_slope * shift_shift - slope_shift * slope_shift
        slope -= (shift_shift * of_slope - slope_shift * of_shift) / whole
        shift -= (slope_slope * of_shift - slope_shift * of_slope) / whole
    return Refit(round(max(slope, 0.0), 6), round(shift, 6), len(right))
