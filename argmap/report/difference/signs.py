"""Small parts of an entry that every format writes alike."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.diff.significance import Significance
from argmap.report.difference.entries import At, Entry
from argmap.wording.english import counted, listed

SIGNS = {Significance.HIGH: "◆", Significance.MEDIUM: "◇", Significance.LOW: "·"}
"""How much a change matters, in one sign that needs no colour."""

NOTHING = "no answer"
"""In a table, the stance of whoever has none."""

_MOST_REACHED = 6
_MOST_FILES = 5


def unread(files: Sequence[str]) -> str:
    """What is said of files of which only a part is compared; empty where there are none."""
    if not files:
        return ""
    more = len(files) - _MOST_FILES
    named = listed([*files[:_MOST_FILES], *([f"{more} more"] if more > 0 else [])])
    return f"{named} could not be read whole; only the rest is compared"


def place_of_entry(entry: Entry) -> str:
    """Where an entry stands and what is there: ``arguments/a.argmap:12 (lead)``."""
    place, *name = parts_of_place(entry) or [""]
    return f"{place} ({name[0]})" if name else place


def parts_of_place(entry: Entry) -> list[str]:
    """Where an entry stands, of the old side that is said, and what is there; as much of it as is known."""
    place = "" if entry.at is None else f"{where(entry.at)}{'' if entry.at.is_new else ' before'}"
    return [part for part in (place, entry.name) if part]


def where(at: At) -> str:
    """Such as ``arguments/a.argmap:12``."""
    return at.file if at.line is None else f"{at.file}:{at.line}"


def reached(entry: Entry) -> str:
    """What rests on it, named as far as anybody reads on; empty where nothing does."""
    if not entry.reaches:
        return ""
    more = len(entry.reaches) - _MOST_REACHED
    named = ", ".join(entry.reaches[:_MOST_REACHED]) + (f" and {more} more" if more > 0 else "")
    return f"reaches {counted(len(entry.reaches), 'conclusion')}: {named}"
