"""Drawing a picture, whatever it is: the SVG that people open, and the stamp that says what it was made from."""

from __future__ import annotations

from enum import StrEnum

from argmap.render.agreement_drawing import agreement_drawn
from argmap.render.butterfly_drawing import butterfly_placed, drawn_butterfly
from argmap.render.crux_drawing import crux_content, crux_drawn
from argmap.render.engine import Engine
from argmap.render.graph_drawing import CARD, graph_dot, graph_placed
from argmap.render.matrix_drawing import matrix_drawn
from argmap.render.outline_cards import DrawnRow, stacked_row
from argmap.render.outline_drawing import drawn_outline, outline_placed
from argmap.render.stamp import Stamp, stamp_for
from argmap.render.styles import FONTS, WIDTH, Tone
from argmap.render.svg_document import element, lines, number, svg_file
from argmap.render.timeline_drawing import timeline_drawn
from argmap.view.drawings import Drawing
from argmap.view.outline import Butterfly, Form, Outline
from argmap.view.picture import Picture
from argmap.view.tables import AgreementGrid, CruxMap, Matrix, Timeline


class Layout(StrEnum):
    """In which form the map of an argument is drawn."""

    OUTLINE = "outline"
    """Reasons below what they are reasons for, in the column where a picture is read."""
    GRAPH = "graph"
    """Reasons at the right of what they are reasons for, as wide as it takes."""


def draw(picture: Outline | Butterfly, engine: Engine, layout: Layout = Layout.OUTLINE) -> bytes:
    """The picture as an SVG file: the same bytes whenever picture and engine are the same.

    Raises:
        EngineError: If the engine fails, or loses a part of the picture.
    """
    if isinstance(picture, Butterfly):
        both = drawn_butterfly(picture)
        return _file(picture, *butterfly_placed(both, engine), _stamp(picture, both.content(), engine))
    drawn = drawn_outline(picture, graph=layout is Layout.GRAPH)
    stamp = _stamp(picture, drawn.content(), engine)
    if layout is Layout.OUTLINE:
        return _file(picture, *outline_placed(drawn, engine), stamp)
    parts, top = drawn.heading
    placed, size = graph_placed(_stacked(picture), engine, top)
    return _file(picture, [*parts, *placed], size, stamp)


def draw_any(picture: Drawing, engine: Engine) -> bytes:
    """Any picture as an SVG file, laid out by the engine where it is a graph.

    Raises:
        EngineError: If the engine fails, or loses a part of the picture.
    """
    if isinstance(picture, Outline | Butterfly):
        return draw(picture, engine)
    parts, low = crux_drawn(picture, engine) if isinstance(picture, CruxMap) else _table_drawn(picture)
    return _file(picture, parts, (WIDTH, round(low)), stamp_of_any(picture, engine))


def stamp_of_any(picture: Drawing, engine: Engine) -> Stamp:
    """The stamp that a drawing of any picture bears; drawing a table is as fast as telling."""
    if isinstance(picture, Outline | Butterfly):
        return picture_stamp(picture, engine)
    content = crux_content(picture) if isinstance(picture, CruxMap) else lines(_table_drawn(picture)[0])
    return _stamp(picture, content, engine)


def _table_drawn(table: Matrix | AgreementGrid | Timeline) -> tuple[list[str], float]:
    match table:
        case Matrix():
            return matrix_drawn(table)
        case AgreementGrid():
            return agreement_drawn(table)
        case Timeline():
            return timeline_drawn(table)


def dot_of_graph(picture: Outline) -> str:
    """The picture as a graph in DOT, for other tools."""
    return graph_dot(_stacked(picture))


def picture_stamp(picture: Outline | Butterfly, engine: Engine) -> Stamp:
    """The stamp that a drawing of the picture bears; a file that bears it already need not be drawn again."""
    drawn = drawn_butterfly(picture) if isinstance(picture, Butterfly) else drawn_outline(picture)
    return _stamp(picture, drawn.content(), engine)


def _stamp(picture: Picture, content: str, engine: Engine) -> Stamp:
    return stamp_for("\n".join((picture.title, picture.description, content)), engine)


def _stacked(picture: Outline) -> list[DrawnRow]:
    return [stacked_row(row, CARD) for row in picture.rows if row.form is not Form.HEADING]


def _file(picture: Picture, parts: list[str], size: tuple[float, float], stamp: Stamp) -> bytes:
    paper = {"width": number(size[0]), "height": number(size[1]), "fill": Tone.PAPER.light}
    whole = element("g", {"font-family": FONTS}, lines([element("rect", paper), *parts]))
    return svg_file(picture, whole, size, stamp)
