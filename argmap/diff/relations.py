"""How holders stand to each other otherwise than they did, and on what their conflicts turn."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder
from argmap.diff.alignments import Pair, Subject, kind_of, pair_of, realigned
from argmap.diff.change import AlignmentChange, Change, CruxChange, edit
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
    followed: dict[Subject, tuple[Change, ...]] = {}
    disputed: dict[Pair, set[ClaimId]] = {}
    for found in realigned(before, after, holders):
        for alignment in (found.old, found.new):
            if alignment is not None and alignment.verdict.is_conflict:
                disputed.setdefault(pair_of(alignment), set()).update(alignment.one.claims, alignment.other.claims)
        kind = kind_of(found)
        if kind is not None:
            followed[found.subject] = consequences.of_alignment(found)
            yield kind(edit=edit(found.old, found.new), causes=followed[found.subject])
    turning = Turning(
        sides=sides,
        before=before,
        after=after,
        holders=holders,
        touched=sides.closed({*consequences.origins.elsewhere, *(new.id for _, new in sides.differing)}),
        disputed={pair: sides.closed(claims) for pair, claims in disputed.items()},
        followed=followed,
        consequences=consequences,
    )
    yield from turning.changes()
