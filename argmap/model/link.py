"""Declared relations between claims, or between positions, that no shared issue expresses."""

from __future__ import annotations

import attrs

from argmap.language.words import Relation
from argmap.source.text import Place


@attrs.frozen(kw_only=True)
class Link:
    """``link A RELATION B (CONFIDENCE): WHY``.

    Attributes:
        source: ``document.claim``, or ``issue.position`` where `between_positions` is true.
        confidence: From 0 to 1, the annotator's own; None where not given.
    """

    source: str
    relation: Relation
    target: str
    between_positions: bool = False
    confidence: float | None = None
    why: str = ""
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)
