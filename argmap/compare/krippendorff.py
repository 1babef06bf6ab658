"""Krippendorff's alpha: agreement beyond chance, for any number of observers, with missing data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import attrs


class Metric(StrEnum):
    """How far apart two values are."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"


@attrs.frozen
class Alpha:
    """The coefficient with what it was computed from.

    Attributes:
        value: 1 for perfect agreement, 0 for what chance would give, below 0 for more disagreement than that; None
            where it is not defined, since nothing can be paired or all values are the same.
        values: How many values could be paired with another of their unit.
        units: How many units have at least two values.
    """

    value: float | None
    values: int
    units: int


def alpha(units: Iterable[Mapping[int, int]], metric: Metric) -> Alpha:
    """Alpha from how often each value was given to each unit.

    The formula is that of Krippendorff, Content Analysis (2004, ch. 11), as computed in his "Computing Krippendorff's
    Alpha-Reliability" (2011, section C).  Sums are exact; only the last quotient is rounded.

    Args:
        units: For each unit, how many observers gave it each value; units with fewer than two values are passed by.
        metric: Nominal, or ordinal with the values as ranks.
    """
    from fractions import Fraction

    paired = [unit for unit in units if sum(unit.values()) > 1]
    totals: dict[int, int] = {}
    for unit in paired:
        for value, count in unit.items():
            totals[value] = totals.get(value, 0) + count
    distances = _distances(totals, metric)
    # Units with equally many values share a denominator: summing by it keeps the fractions small.
    observed: dict[int, int] = {}
    for unit in paired:
        denominator = sum(unit.values()) - 1
        observed[denominator] = observed.get(denominator, 0) + sum(
            one_count * other_count * distances[one, other]
            for one, one_count in unit.items()
            for other, other_count in unit.items()
            if one != other
        )
    count = sum(totals.values())
    expected = sum(totals[one] * totals[other] * distance for (one, other), distance in distances.items())
    if not expected:
        return Alpha(None, count, len(paired))
    seen = sum((Fraction(total, denominator) for denominator, total in sorted(observed.items())), Fraction(0))
    return Alpha(float(1 - (count - 1) * seen / expected), count, len(paired))


def _distances(totals: Mapping[int, int], metric: Metric) -> dict[tuple[int, int], int]:
    """The squared difference of every two values; for ranks four times that, to stay whole: the factor cancels out."""
    found = {}
    ranks = sorted(totals)
    for place, one in enumerate(ranks):
        for other in ranks[place + 1 :]:
            distance = 1
            if metric is Metric.ORDINAL:
                between = sum(totals[rank] for rank in ranks if one <= rank <= other)
                distance = (2 * between - totals[one] - totals[other]) ** 2
            found[one, other] = found[other, one] = distance
    return found
