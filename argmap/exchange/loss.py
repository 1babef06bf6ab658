"""What became of a foreign file's parts: kept, changed or dropped, each with a count and the places where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

import attrs

from argmap.wording.english import counted

_MOST_PLACES = 20
"""Places of one kind of loss that are kept; all are counted."""
_MOST_SHOWN = 3
_ENDS_IN_Y = re.compile(r"[^aeiou]y$")


class Fate(StrEnum):
    """What became of something."""

    KEPT = "kept"
    """It is in the result as it was."""
    CHANGED = "changed"
    """It is in the result in another form, which the reason names."""
    DROPPED = "dropped"
    """It is not in the result."""


class ForeignPlace(NamedTuple):
    """Where something stands in a foreign file.

    Attributes:
        file: The name of the file.
        where: The place in it, as people who know the format would say it: ``line 12``, ``row 3, column B``,
            ``node 17``.  Empty for the file as a whole.
    """

    file: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.file}, {self.where}" if self.where else self.file


class Loss(NamedTuple):
    """One kind of thing with one fate.

    Attributes:
        what: A noun in the singular, such as ``claim``.
        why: What was done to it and why, as the end of a sentence; empty for what is simply kept.
        places: The first of the places.
    """

    fate: Fate
    what: str
    why: str
    number: int
    places: tuple[ForeignPlace, ...]

    def __str__(self) -> str:
        shown = "; ".join(str(place) for place in self.places[:_MOST_SHOWN])
        more = self.number - min(len(self.places), _MOST_SHOWN)
        where = f" ({shown}{f', and {more} more' if more > 0 else ''})" if shown and self.fate is not Fate.KEPT else ""
        return f"{_counted(self.number, self.what)}{f': {self.why}' if self.why else ''}{where}"


def _counted(number: int, what: str) -> str:
    """``2 claims``, ``2 theses``, ``2 orders of positions``, ``2 `cites` fields``."""
    if what.startswith("`") and what.endswith("`"):
        return counted(number, f"{what} field")
    thing, of, rest = what.partition(" of ")
    several = f"{thing[:-2]}es" if thing.endswith("is") else f"{thing[:-1]}ies" if _ENDS_IN_Y.search(thing) else ""
    return counted(number, what, f"{several or thing + 's'}{of}{rest}")


@attrs.define(eq=False, repr=False)
class LossReport:
    """All that became of the parts of foreign files; what is told first stands first."""

    _found: dict[tuple[Fate, str, str], tuple[int, list[ForeignPlace]]] = attrs.field(factory=dict)

    def kept(self, what: str, place: ForeignPlace | None = None, count: int = 1) -> None:
        """Count something that is in the result as it was."""
        self._add(Fate.KEPT, what, "", place, count)

    def changed(self, what: str, why: str, place: ForeignPlace | None = None, count: int = 1) -> None:
        """Count something that is in the result in another form."""
        self._add(Fate.CHANGED, what, why, place, count)

    def dropped(self, what: str, why: str, place: ForeignPlace | None = None, count: int = 1) -> None:
        """Count something that is not in the result."""
        self._add(Fate.DROPPED, what, why, place, count)

    def _add(self, fate: Fate, what: str, why: str, place: ForeignPlace | None, count: int) -> None:
        if count < 1:
            return
        known, places = self._found.get((fate, what, why), (0, []))
        if place is not None and len(places) < _MOST_PLACES:
            places.append(place)
        self._found[fate, what, why] = (known + count, places)

    def take(self, other: LossReport) -> None:
        """Add what another report says."""
        for (fate, what, why), (count, places) in other._found.items():
            known, own = self._found.get((fate, what, why), (0, []))
            self._found[fate, what, why] = (known + count, [*own, *places][:_MOST_PLACES])

    def losses(self, fate: Fate) -> Iterator[Loss]:
        """All with one fate."""
        for (found, what, why), (count, places) in self._found.items():
            if found is fate:
                yield Loss(found, what, why, count, tuple(places))

    def __iter__(self) -> Iterator[Loss]:
        for fate in Fate:
            yield from self.losses(fate)

    def _repr_html_(self) -> str:
        from argmap.report.html import MOST_ROWS, fragment
        from argmap.report.page import Table

        found = list(self)
        rows = tuple(
            (loss.fate.value, str(loss.number), loss.what, loss.why, "; ".join(map(str, loss.places[:_MOST_SHOWN])))
            for loss in found[:MOST_ROWS]
        )
        return fragment(Table(("fate", "number", "what", "why", "where"), rows), len(found))

    @property
    def is_whole(self) -> bool:
        """Whether everything is in the result as it was."""
        return all(fate is Fate.KEPT for fate, _, _ in self._found)

    def records(self) -> list[dict[str, Any]]:
        """The same as plain data."""
        return [
            {
                "fate": loss.fate.value,
                "what": loss.what,
                "why": loss.why,
                "count": loss.number,
                "places": [{"file": place.file, "where": place.where} for place in loss.places],
            }
            for loss in self
        ]
