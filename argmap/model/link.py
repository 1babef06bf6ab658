"""Declared relations between claims, or between positions, that no shared issue expresses."""

from __future__ import annotations

import attrs

from argmap.language.words import Relation
from argmap.model.ids import ClaimId, PositionRef
from argmap.source.text import Place

LinkEnd = ClaimId | PositionRef


@attrs.frozen(kw_only=True)
class Link:
    """``link A RELATION B (CONFIDENCE): WHY``.

    Attributes:
        source: A claim, or a position; then the target is one too.
        confidence: From 0 to 1, the analyst's own; None where not given.
        by: Who drew it; empty where not said.
    """

    source: LinkEnd
    relation: Relation
    target: LinkEnd
    confidence: float | None = None
    why: str = ""
    by: str = ""
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)

    @property
    def between_positions(self) -> bool:
        """Whether it joins two positions, and not two claims."""
        return isinstance(self.source, PositionRef)

    @property
    def ends(self) -> frozenset[LinkEnd]:
        """Both ends, in no order."""
        return frozenset((self.source, self.target))

    @property
    def id(self) -> str:
        """Both ends as one text, sorted where the link says the same from both: a link has no name."""
        ends = (self.source, self.target)
        return " ".join(ends if self.relation.is_directed else sorted(ends))
