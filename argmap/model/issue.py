"""Questions that documents share, and the answers that they could give (IBIS; Kunz and Rittel 1970)."""

from __future__ import annotations

import attrs

from argmap.language.words import Kind
from argmap.model.ids import IssueId, PositionId
from argmap.source.text import Place


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

    def excludes(self, one: PositionId, other: PositionId) -> bool:
        """Whether nobody can hold both."""
        return one != other and not any({one, other} <= group for group in self.compatible)

    def opposite(self, position: PositionId) -> PositionId | None:
        """The other of two positions of which just one is right; None where it is in no such pair, or in several."""
        found = {
            other for pair in self.exhaustive if len(pair) == 2 and position in pair for other in pair - {position}
        }
        return found.pop() if len(found) == 1 and self.excludes(position, next(iter(found))) else None
