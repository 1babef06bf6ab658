"""Dates of unlike precision: a year, a month or a day, as ISO 8601 writes them."""

from __future__ import annotations


def precedes(one: str, other: str) -> bool:
    """Whether one date is surely earlier: a year does not precede its own months, nor an unknown date anything."""
    precision = min(len(one), len(other))
    return one[:precision] < other[:precision]
