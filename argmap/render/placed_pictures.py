"""Drawing the pictures that argmap places itself: no layout engine is asked, so the bytes are the same everywhere."""

from __future__ import annotations

from argmap.render.network_drawing import network_drawn
from argmap.render.stamp import Stamp
from argmap.render.styles import FONTS, Tone
from argmap.render.svg_document import element, lines, svg_file
from argmap.render.table_drawing import table_drawn
from argmap.render.tree_drawing import tree_drawn
from argmap.view.tables_and_trees import ComparisonPicture, Table, Tree

_ENGINE = "argmap"
_FORM = "1"
"""Counts the forms in which these drawings have been written."""


def draw_placed(picture: ComparisonPicture) -> bytes:
    """The picture as an SVG file."""
    drawn, size = _drawn(picture)
    return svg_file(picture, drawn, size, _stamp(picture, drawn, size))


def placed_stamp(picture: ComparisonPicture) -> Stamp:
    """The stamp of a picture, which changes whenever anything in it does; drawing it is as fast as telling."""
    return _stamp(picture, *_drawn(picture))


def _stamp(picture: ComparisonPicture, drawn: str, size: tuple[int, int]) -> Stamp:
    from hashlib import sha256

    return Stamp(_ENGINE, _FORM, sha256(svg_file(picture, drawn, size, Stamp(_ENGINE, _FORM, ""))).hexdigest())


def _drawn(picture: ComparisonPicture) -> tuple[str, tuple[int, int]]:
    parts, (width, height) = _parts(picture)
    corners = f"0,0 {width},0 {width},{height} 0,{height}"
    paper = element("polygon", {"points": corners, "fill": Tone.PAPER.light})
    return element("g", {"font-family": FONTS}, lines([paper, *parts])), (width, height)


def _parts(picture: ComparisonPicture) -> tuple[list[str], tuple[int, int]]:
    if isinstance(picture, Table):
        return table_drawn(picture)
    return tree_drawn(picture) if isinstance(picture, Tree) else network_drawn(picture)
