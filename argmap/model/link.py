"""Declared relations that no shared issue expresses, and things that are said to have nothing to do with each other."""

from __future__ import annotations

from enum import StrEnum

import attrs

from argmap.language.words import Relation
from argmap.model.ids import ClaimId, PositionRef
from argmap.source.text import Place

LinkEnd = ClaimId | PositionRef


@attrs.frozen(kw_only=True)
class AnyLink:
    """``link A RELATION B (CONFIDENCE): WHY``.

    Attributes:
        confidence: From 0 to 1, the analyst's own; None where not given.
        by: Who drew it; empty where not said.
    """

    source: str
    relation: Relation
    target: str
    confidence: float | None = None
    why: str = ""
    by: str = ""
    notes: tuple[str, ...] = ()
    origin: Place = attrs.field(eq=False, repr=False)

    @property
    def ends(self) -> frozenset[str]:
        """Both ends, in no order."""
        return frozenset((self.source, self.target))

    @property
    def id(self) -> str:
        """Both ends as one text, sorted where the link says the same from both: a link has no name."""
        ends = (self.source, self.target)
        return " ".join(ends if self.relation.is_directed else sorted(ends))


@attrs.frozen(kw_only=True)
class Link(AnyLink):
    """What a link says of two claims, or of two positions.

    Attributes:
        source: A claim, or a position; then the target is one too.
    """

    source: LinkEnd
    target: LinkEnd

    @property
    def between_positions(self) -> bool:
        """Whether it joins two positions, and not two claims."""
        return isinstance(self.source, PositionRef)

    @property
    def ends(self) -> frozenset[LinkEnd]:
        """Both ends, in no order."""
        return frozenset((self.source, self.target))


class Joined(StrEnum):
    """What two things are of which a link can say that they have nothing to do with each other."""

    CLAIMS = "claims"
    POSITIONS = "positions"
    CLAIM_AND_ISSUE = "claim-and-issue"
    """The claim does not answer it."""
    ISSUES = "issues"
    ACTORS = "actors"
    TERMS = "terms"


@attrs.frozen(kw_only=True)
class Unrelated(AnyLink):
    """``link A unrelated-to B`` of things that no other relation joins.

    It keeps what looks alike, and is not, from being suggested again, and means nothing to any comparison.

    Attributes:
        joined: Neither two claims nor two positions: of these a `Link` says it.
        source: A claim goes before an issue; actors and terms are named as in `Corpus.actors` and `Corpus.terms`.
    """

    joined: Joined
    relation: Relation = attrs.field(default=Relation.UNRELATED_TO, init=False)
