"""A part of an argument that fits one picture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import attrs

from argmap.model.ids import ClaimId, DocumentId
from argmap.view.graph import Graph, Tie
from argmap.view.picture import Side


@attrs.frozen
class Excerpt:
    """Some claims of a graph, and some of the steps below them.

    Attributes:
        columns: The claims to draw in full, in order, each with its distance from the left edge.
        ties: The numbers of the steps to draw below each claim; without an entry, none.
        again: Claims that another picture draws in full.  Here they only carry the rest of their steps.
    """

    columns: Mapping[ClaimId, int]
    ties: Mapping[ClaimId, tuple[int, ...]]
    again: Collection[ClaimId] = ()

    def drawn_ties(self, graph: Graph, claim: ClaimId) -> Iterator[Tie]:
        """The steps to draw below a claim."""
        numbers = self.ties.get(claim, ())
        return (tie for tie in graph.ties.get(claim, ()) if tie.number in numbers)

    def folds(self, graph: Graph, claim: ClaimId) -> bool:
        """Whether a claim has steps that are not to be drawn."""
        numbers = self.ties.get(claim, ())
        return any(tie.number not in numbers for tie in graph.ties.get(claim, ()))


@attrs.frozen(kw_only=True)
class Setting:
    """What a picture knows of the world around its excerpt.

    Attributes:
        document: Whose picture it is; claims of other documents are drawn as such.
        thesis: The main claim.
        links: Where else claims are drawn in full: a link, ``#id`` included.
        headings: Under what heading a reader finds those places.
        relations: Declared links of claims, in a few words each.
        grouped: Whether the sections of the document are groups in the picture.
        focus: The claim around which it is drawn.
    """

    document: DocumentId
    thesis: ClaimId | None
    sides: Mapping[ClaimId, Side]
    links: Mapping[ClaimId, str] = attrs.field(factory=dict)
    headings: Mapping[ClaimId, str] = attrs.field(factory=dict)
    relations: Mapping[ClaimId, tuple[str, ...]] = attrs.field(factory=dict)
    grouped: bool = False
    focus: ClaimId | None = None

    def address(self, claim: ClaimId) -> str:
        """The id of a claim's card: the claim's name, or document and name in the picture of another document."""
        return claim.name if claim.document == self.document else claim
