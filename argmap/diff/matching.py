"""Claims of two corpora in pairs, while more and more of them are found."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from argmap.model.ids import ClaimId


@attrs.define(eq=False, repr=False)
class Matching:
    """Pairs of an old and a new claim; no claim stands in two.

    Attributes:
        pairs: By old claim, the new one.
        origins: By new claim, the old one.
    """

    pairs: dict[ClaimId, ClaimId] = attrs.field(factory=dict)
    origins: dict[ClaimId, ClaimId] = attrs.field(factory=dict)

    def add(self, old: ClaimId, new: ClaimId) -> bool:
        """Make a pair of two claims; false where one of them is in a pair already."""
        if old in self.pairs or new in self.origins:
            return False
        self.pairs[old] = new
        self.origins[new] = old
        return True

    def add_all(self, pairs: Iterable[tuple[ClaimId, ClaimId]]) -> list[tuple[ClaimId, ClaimId]]:
        """Make pairs, and say which could be made."""
        return [(old, new) for old, new in pairs if self.add(old, new)]
