"""Whether a small linear program has a solution, exactly: what verdicts are held against, and nothing at run time."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Row = tuple[Sequence[Fraction | int], Fraction | int]
"""Coefficients and a bound: the sum of the products is at most the bound."""


def has_solution(rows: Sequence[Row], variables: int) -> bool:
    """Whether some numbers, none below 0, meet all rows (phase one of the simplex method, with Bland's rule)."""
    whole = [([*map(Fraction, coefficients)], Fraction(bound)) for coefficients, bound in rows]
    count = len(whole)
    table: list[list[Fraction]] = []
    basis: list[int] = []
    for place, (coefficients, bound) in enumerate(whole):
        sign = -1 if bound < 0 else 1
        slack = [Fraction(0)] * count
        slack[place] = Fraction(sign)
        artificial = [Fraction(0)] * count
        artificial[place] = Fraction(1)
        table.append([*(sign * value for value in coefficients), *slack, *artificial, sign * bound])
        basis.append(variables + count + place)
    cost = [Fraction(0)] * (variables + count) + [Fraction(1)] * count + [Fraction(0)]
    for row in table:
        cost = [value - taken for value, taken in zip(cost, row, strict=True)]
    while True:
        entering = next((place for place, value in enumerate(cost[:-1]) if value < 0), None)
        if entering is None:
            return cost[-1] == 0
        ratios = [
            (row[-1] / row[entering], basis[place], place) for place, row in enumerate(table) if row[entering] > 0
        ]
        if not ratios:
            return False
        leaving = min(ratios)[2]
        pivot = table[leaving][entering]
        table[leaving] = [value / pivot for value in table[leaving]]
        for place, row in enumerate(table):
            if place != leaving and row[entering]:
                factor = row[entering]
                table[place] = [value - factor * taken for value, taken in zip(row, table[leaving], strict=True)]
        factor = cost[entering]
        cost = [value - factor * taken for value, taken in zip(cost, table[leaving], strict=True)]
        basis[leaving] = entering
