"""Small parts of an entry that every format writes alike."""

from __future__ import annotations

from argmap.diff.significance import Significance
from argmap.report.comparison.page import counted
from argmap.report.difference.entries import At, Entry

SIGNS = {Significance.HIGH: "◆", Significance.MEDIUM: "◇", Significance.LOW: "·"}
"""How much a change matters, in one sign that needs no colour."""

_MOST_REACHED = 6


def place_of_entry(entry: Entry) -> str:
    """Where an entry stands and what is there: ``arguments/a.argmap:12 (lead)``; of the old side that is said."""
    if entry.at is None:
        return entry.name
    before = "" if entry.at.is_new else " before"
    return f"{where(entry.at)}{before}{f' ({entry.name})' if entry.name else ''}"


def where(at: At) -> str:
    """Such as ``arguments/a.argmap:12``."""
    return at.file if at.line is None else f"{at.file}:{at.line}"


def reached(entry: Entry) -> str:
    """What rests on it, named as far as anybody reads on."""
    more = len(entry.reaches) - _MOST_REACHED
    named = ", ".join(entry.reaches[:_MOST_REACHED]) + (f" and {more} more" if more > 0 else "")
    return f"reaches {counted(len(entry.reaches), 'conclusion')}: {named}"
