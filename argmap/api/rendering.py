"""`argmap render`: one picture, or those of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from argmap.render.argument_map import draw
from argmap.render.dot import dot_of
from argmap.render.engine import EMBEDDED, find_engine
from argmap.view.document_maps import focused, limited, maps_of_document
from argmap.view.document_records import document_names
from argmap.view.picture import NamedPicture

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
FORMS = ("svg", "dot")
"""In what a picture can be given."""


def pictures(corpus: Corpus, document: DocumentId, extent: Extent = ALL) -> tuple[NamedPicture, ...]:
    """The pictures that show so much of a document; the first stands for all."""
    name = document_names(corpus)[document]
    if extent.focus is not None:
        return (NamedPicture(name, focused(corpus, extent.focus, extent.radius)),)
    if extent.depth is not None:
        return (NamedPicture(name, limited(corpus, document, extent.depth)),)
    return maps_of_document(corpus, document)


def render(picture: NamedPicture, *, form: str = "svg", engine: str = EMBEDDED) -> bytes:
    """One picture as ``svg``, laid out by an engine (``embedded``, ``system`` or a path), or as ``dot``.

    Raises:
        ValueError: There is no such form.
        EngineError: The engine is missing, or fails.
    """
    if form not in FORMS:
        raise ValueError(f"`{form}` is not a form of pictures: {', '.join(FORMS)}")
    if form == "dot":
        return dot_of(picture.picture).encode()
    return draw(picture.picture, find_engine(engine))
