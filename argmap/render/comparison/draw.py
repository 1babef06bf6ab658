"""Drawing a picture of a comparison."""

from __future__ import annotations

from argmap.render.comparison.board import board_drawn
from argmap.render.comparison.grid import grid_drawn
from argmap.render.comparison.web import web_drawn
from argmap.render.stamp import Stamp
from argmap.render.svg_document import element, lines, whole
from argmap.render.theme import FONTS, Tone
from argmap.view.comparison.drawing import Board, Drawing, Grid

_ENGINE = "argmap"
_FORM = "1"
"""Counts the forms in which these drawings have been written."""


def draw_comparison(drawing: Drawing) -> bytes:
    """The drawing as an SVG file: the same bytes everywhere."""
    return _drawn(drawing, comparison_stamp(drawing))


def comparison_stamp(drawing: Drawing) -> Stamp:
    """The stamp of a drawing, which changes whenever anything in it does; drawing it is as fast as telling."""
    from hashlib import sha256

    return Stamp(_ENGINE, _FORM, sha256(_drawn(drawing, Stamp(_ENGINE, _FORM, ""))).hexdigest())


def _drawn(drawing: Drawing, stamp: Stamp) -> bytes:
    parts, size = _parts(drawing)
    paper = element(
        "polygon",
        {
            "points": f"0,0 {size[0]},0 {size[0]},{size[1]} 0,{size[1]}",
            "fill": Tone.PAPER.light,
            "class": "f-paper",
        },
    )
    drawn = element("g", {"font-family": FONTS}, lines([paper, *parts]))
    frame = drawing.frame
    return whole(frame.title, frame.description, drawn, size, stamp)


def _parts(drawing: Drawing) -> tuple[list[str], tuple[int, int]]:
    if isinstance(drawing, Grid):
        return grid_drawn(drawing)
    return board_drawn(drawing) if isinstance(drawing, Board) else web_drawn(drawing)
