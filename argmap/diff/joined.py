"""Things that belong together because they were named together, directly or through others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Joined(Generic[Thing]):
    """Disjoint sets (union-find, with paths halved)."""

    def __init__(self) -> None:
        self._over: dict[Thing, Thing] = {}

    def join(self, things: Iterable[Thing]) -> None:
        """Put things, and all that is together with one of them, together."""
        one: Thing | None = None
        for thing in things:
            other = self.of(thing)
            if one is not None and other != one:
                self._over[other] = one
            else:
                one = other

    def of(self, thing: Thing) -> Thing:
        """One of all that are together with a thing, the same for all of them."""
        while thing in self._over:
            over = self._over[thing]
            self._over[thing] = thing = self._over.get(over, over)
        return thing
