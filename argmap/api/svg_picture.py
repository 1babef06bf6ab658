"""A picture as an object: a notebook shows it, and a file can hold it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from argmap.view.drawings import NamedDrawing, NamedOutline


@attrs.frozen(eq=False, repr=False)
class Picture:
    """A picture, drawn when it is first looked at; a notebook shows it.

    Attributes:
        name: The stem of its file where `argmap build` writes it, relative to the folder of renders.
    """

    name: str
    _draw: Callable[[], bytes]

    @classmethod
    def of_map(cls, picture: NamedOutline) -> Picture:
        """The map of an argument."""
        from argmap.api.rendering import render

        return cls(picture.name, partial(render, picture))

    @classmethod
    def of_drawing(cls, drawing: NamedDrawing) -> Picture:
        """A picture of a comparison."""
        from argmap.api.comparing import drawn

        return cls(drawing.name, partial(drawn, drawing))

    @cached_property
    def svg(self) -> str:
        """The picture as the text of an SVG file.

        Raises:
            EngineError: The layout engine is missing, or fails.
        """
        return self._draw().decode()

    def save(self, path: Path | str) -> Path:
        """Write it, whole or not at all, as SVG, or as PNG or PDF where the path ends so; the path of the file.

        Raises:
            OSError: The disk said no.
            EngineError: What PNG or PDF takes is not there (see `argmap.render.media`).
        """
        from argmap.render.media import picture_as
        from argmap.workspace.writing import write_atomically

        where = Path(path)
        data = picture_as(self.svg.encode(), where.suffix.lower().removeprefix("."))
        write_atomically(where, data, where.resolve().parent)
        return where

    def _repr_svg_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"picture {self.name}.svg"
