"""`argmap render`: one picture, or those of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from argmap.compare.comparison import Comparison, compare
from argmap.render.drawing import Layout, dot_of_graph, draw
from argmap.render.engine import EMBEDDED, find_engine
from argmap.view.claim_marks import claim_marks
from argmap.view.document_maps import focused, limited, maps_of_document
from argmap.view.document_records import document_names
from argmap.view.drawings import NamedOutline

if TYPE_CHECKING:
    from argmap.model.corpus import Corpus
    from argmap.model.ids import ClaimId, DocumentId


@attrs.frozen(kw_only=True)
class Extent:
    """How much of a document to draw; without a focus and a depth, all of it.

    Attributes:
        focus: Only what stands within `radius` steps of this claim.
        depth: Only so many steps away from the claims that support nothing; not with a focus.
    """

    focus: ClaimId | None = None
    radius: int = 2
    depth: int | None = None

    def __attrs_post_init__(self) -> None:
        """See that it has not both.

        Raises:
            ValueError: It has.
        """
        if self.focus is not None and self.depth is not None:
            raise ValueError("a depth counts steps from the main claims, and there is a focus: give a radius instead")


ALL = Extent()
FORMS = ("svg", "png", "pdf", "dot")
"""In what a picture can be given."""


def pictures(
    corpus: Corpus, document: DocumentId, extent: Extent = ALL, comparison: Comparison | None = None
) -> tuple[NamedOutline, ...]:
    """The pictures that show so much of a document; the first stands for all.

    Args:
        corpus: Where it is.
        document: Its id.
        extent: How much of it.
        comparison: That of the whole corpus, which says with whom claims are at odds; made anew where there is none.
    """
    name, marks = document_names(corpus)[document], claim_marks(comparison or compare(corpus))
    if extent.focus is not None:
        return (NamedOutline(name, focused(corpus, extent.focus, extent.radius, marks)),)
    if extent.depth is not None:
        return (NamedOutline(name, limited(corpus, document, extent.depth, marks)),)
    return maps_of_document(corpus, document, marks)


def render(
    picture: NamedOutline, *, form: str = "svg", engine: str = EMBEDDED, layout: Layout = Layout.OUTLINE
) -> bytes:
    """One picture as ``svg``, ``png`` or ``pdf``, or as a graph in ``dot``.

    Args:
        picture: The picture.
        form: In which form.
        engine: What lays it out: ``embedded``, ``system`` or a path.
        layout: As what it is drawn.

    Raises:
        ValueError: There is no such form.
        EngineError: The engine is missing, or fails, or what a form takes besides (see `argmap.render.media`).
    """
    if form not in FORMS:
        raise ValueError(f"`{form}` is not a form of pictures: {', '.join(FORMS)}")
    if form == "dot":
        return dot_of_graph(picture.picture).encode()
    from argmap.render.media import picture_as

    return picture_as(draw(picture.picture, find_engine(engine), layout), form)
