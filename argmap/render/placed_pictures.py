"""Drawing the pictures of whole comparisons: Graphviz lays out the crux map, argmap places the tables."""

from __future__ import annotations

from argmap.render.agreement_drawing import agreement_drawn
from argmap.render.crux_drawing import crux_dot, crux_drawn
from argmap.render.engine import Engine, find_engine
from argmap.render.matrix_drawing import matrix_drawn
from argmap.render.stamp import Stamp, digest_of
from argmap.render.styles import FONTS, WIDTH, Tone
from argmap.render.svg_document import element, lines, svg_file
from argmap.render.timeline_drawing import timeline_drawn
from argmap.view.tables import AgreementGrid, CruxMap, Matrix, Table, Timeline

_ENGINE = "argmap"
_FORM = "1"
"""Counts the forms in which these drawings have been written."""


def draw_placed(picture: Table, engine: Engine | None = None) -> bytes:
    """The picture as an SVG file.

    Args:
        picture: The picture.
        engine: The layout engine, for what needs one; the embedded one by default.

    Raises:
        EngineError: If the engine is missing or fails.
    """
    drawn, size = _drawn(picture, engine)
    if isinstance(picture, CruxMap):
        return svg_file(picture, drawn, size, _engine_stamp(picture, engine or find_engine()))
    return svg_file(picture, drawn, size, _stamp(picture, drawn, size))


def placed_stamp(picture: Table, engine: Engine | None = None) -> Stamp:
    """The stamp of a picture, which changes whenever anything in it does.

    Drawing is as fast as telling, save where a layout engine is asked: there the picture itself tells.
    """
    if isinstance(picture, CruxMap):
        return _engine_stamp(picture, engine or find_engine())
    return _stamp(picture, *_drawn(picture, engine))


def _engine_stamp(picture: CruxMap, engine: Engine) -> Stamp:
    return Stamp(engine.name, engine.version, digest_of(f"{_FORM}\n{crux_dot(picture)}\n{picture!r}"))


def _stamp(picture: Table, drawn: str, size: tuple[float, float]) -> Stamp:
    from hashlib import sha256

    return Stamp(_ENGINE, _FORM, sha256(svg_file(picture, drawn, size, Stamp(_ENGINE, _FORM, ""))).hexdigest())


def _drawn(picture: Table, engine: Engine | None) -> tuple[str, tuple[float, float]]:
    parts, (width, height) = _parts(picture, engine)
    corners = f"0,0 {width},0 {width},{height:.0f} 0,{height:.0f}"
    paper = element("polygon", {"points": corners, "fill": Tone.PAPER.light})
    return element("g", {"font-family": FONTS}, lines([paper, *parts])), (width, height)


def _parts(picture: Table, engine: Engine | None) -> tuple[list[str], tuple[float, float]]:
    match picture:
        case Matrix():
            parts, low = matrix_drawn(picture)
        case AgreementGrid():
            parts, low = agreement_drawn(picture)
        case Timeline():
            parts, low = timeline_drawn(picture)
        case CruxMap():
            parts, low = crux_drawn(picture, engine or find_engine())
    return parts, (WIDTH, low)
