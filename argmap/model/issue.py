"""Questions that documents share, and the answers that they could give (IBIS; Kunz and Rittel 1970)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.language.words import Kind
from argmap.model.ids import IssueId, PositionId
from argmap.source.text import Place

_NONE: frozenset[int] = frozenset()


@attrs.frozen(kw_only=True)
class Position:
    """One answer to an issue.

    Attributes:
        short: What pictures and tables call it; empty where they use its text.
    """

    id: PositionId
    text: str
    short: str = ""
    was: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Issue:
    """A question with its positions, which exclude each other unless `compatible` says otherwise.

    Attributes:
        positions: In the analyst's order.
        compatible: Groups of positions that do not exclude each other.
        order: The positions as a scale, from one end to the other; empty where they are none.
        exhaustive: Groups of positions of which one is right.
        kind: What sort of question it is; None where that is not said, and each claim says it for itself.
        changes: Whether the answer changes with time, so that each claim speaks of its own time alone; False where it
            never does; None where only dated facts and forecasts speak of a time.
        is_exhaustive_by_name: Whether `exhaustive` is not declared, and follows from what the positions are called, as
            in the first version of the language.
        short: What pictures and tables call it; empty where they use the question.
        topic: What it is listed under.
    """

    id: IssueId
    question: str
    positions: tuple[Position, ...] = ()
    compatible: tuple[frozenset[PositionId], ...] = ()
    order: tuple[PositionId, ...] = ()
    exhaustive: tuple[frozenset[PositionId], ...] = ()
    is_exhaustive_by_name: bool = attrs.field(default=False, eq=False)
    kind: Kind | None = None
    changes: bool | None = None
    short: str = ""
    topic: str = ""
    was: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)
    _groups: dict[str, frozenset[int]] = attrs.field(init=False, eq=False, repr=False)
    _ranks: dict[PositionId, int] = attrs.field(init=False, eq=False, repr=False)

    @_groups.default
    def _numbered(self) -> dict[str, frozenset[int]]:
        groups: dict[str, set[int]] = {}
        for number, group in enumerate(self.compatible):
            for position in group:
                groups.setdefault(position, set()).add(number)
        return {position: frozenset(numbers) for position, numbers in groups.items()}

    @_ranks.default
    def _ordered(self) -> dict[PositionId, int]:
        return {position: rank for rank, position in enumerate(self.order)}

    def rank(self, position: PositionId) -> int | None:
        """The place of a position on the scale, from 0; None where it has none."""
        return self._ranks.get(position)

    def neighbours(self, position: PositionId) -> Iterator[PositionId]:
        """The other positions on its scale, the nearer before the further; without a place there, all in order."""
        rank = self.rank(position)
        if rank is None:
            yield from (other.id for other in self.positions if other.id != position)
            return
        for steps in range(1, len(self.order)):
            yield from (self.order[at] for at in (rank - steps, rank + steps) if 0 <= at < len(self.order))

    def groups(self, position: PositionId) -> frozenset[int]:
        """The numbers of the groups in `compatible` in which a position stands."""
        return self._groups.get(position, _NONE)

    def excludes(self, one: PositionId, other: PositionId) -> bool:
        """Whether nobody can hold both."""
        return one != other and self.groups(one).isdisjoint(self.groups(other))
