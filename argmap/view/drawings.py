"""Pictures under the names of their files."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from argmap.model.ids import ClaimId
from argmap.view.outline import Butterfly, Outline
from argmap.view.tables import Table

Drawing = Outline | Butterfly | Table


@attrs.frozen
class NamedOutline:
    """The map of an argument and the stem of its file, relative to where pictures are kept.

    Attributes:
        claims: Of the pictures of a document, those that have their cards in this one and in no other but an overview.
    """

    name: str
    picture: Outline
    claims: tuple[ClaimId, ...] = ()


@attrs.frozen
class NamedDrawing:
    """A picture that is made when it is asked for, and the stem of its file, relative to where pictures are kept."""

    name: str
    make: Callable[[], Drawing] = attrs.field(eq=False, repr=False)

    @property
    def drawing(self) -> Drawing:
        """The picture, made anew each time."""
        return self.make()
