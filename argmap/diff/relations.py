"""How holders stand to each other otherwise than they did, and on what their conflicts turn."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder
from argmap.diff.alignments import Subject, kind_of, realigned
from argmap.diff.change import AlignmentChange, Change, CruxChange
from argmap.diff.consequences import Consequences
from argmap.diff.sides import Sides
from argmap.diff.turning import Turning
from argmap.model.ids import ClaimId


def relation_changes(
    sides: Sides, before: Comparison, after: Comparison, holders: Collection[Holder], consequences: Consequences
) -> Iterator[AlignmentChange | CruxChange]:
    """Conflicts, agreements and cruxes, with what they follow from.

    Args:
        sides: Both corpora.
        before: The old one, compared.
        after: The new one, compared.
        holders: Whom to put beside each other.
        consequences: Of the other changes.
    """
    touched: set[ClaimId] = {*consequences.origins.elsewhere, *(new.id for _, new in sides.differing)}
    followed: dict[Subject, tuple[Change, ...]] = {}
    for found in realigned(before, after, holders):
        touched.update(_claims(found.old), _claims(found.new))
        kind = kind_of(found)
        if kind is not None:
            followed[found.subject] = consequences.of_alignment(found)
            yield kind(old=found.old, new=found.new, causes=followed[found.subject])
    turning = Turning(
        sides=sides,
        before=before,
        after=after,
        holders=holders,
        touched=sides.old_reach.closed(touched) | sides.new_reach.closed(touched),
        followed=followed,
        consequences=consequences,
    )
    yield from turning.changes()


def _claims(alignment: Alignment | None) -> tuple[ClaimId, ...]:
    return () if alignment is None else (*alignment.one.claims, *alignment.other.claims)
