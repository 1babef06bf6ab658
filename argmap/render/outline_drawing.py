"""Drawing outlines: heading, legend, cards where the layout engine placed them, and the edges between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.model.inference import StepRole
from argmap.render.engine import Engine
from argmap.render.heading import heading
from argmap.render.legend import legend_of
from argmap.render.outline_cards import DrawnRow, drawn_row, weights_drawn, word_room
from argmap.render.outline_dot import ARM, INDENT, Slot, Spot, dot_of, spots_of
from argmap.render.styles import BYLINE_SIZE, CLAIM_SIZE, EDGE, NOTE_SIZE, WIDTH, TextStyle, Tone, look_of
from argmap.render.svg_document import element, lines, number, text_element
from argmap.render.svg_text import path, written
from argmap.render.text_lines import wrap
from argmap.view.outline import Form, Outline, Part, Row, parents_of
from argmap.view.picture import ROLE_CLASSES

_ROW = 23
"""From one part of a document to the next."""
_BELOW = 16


@attrs.frozen
class DrawnOutline:
    """An outline before it is laid out.

    Attributes:
        heading: What stands above it, and how high that is.
        rows: Its rows.
        below: What stands below it, from height 0, and how high that is.
    """

    heading: tuple[list[str], float]
    rows: tuple[DrawnRow, ...]
    below: tuple[list[str], float]

    @property
    def slots(self) -> list[Slot]:
        """The rows as the layout engine sees them."""
        return list(slots_of(self.rows))

    def content(self) -> str:
        """All but the places that the layout engine gives: what a stamp is made of."""
        rows = (titled_row(row, 0, 0) for row in self.rows)
        return "\n".join((*self.heading[0], *rows, *self.below[0], dot_of(self.slots)))


def drawn_outline(picture: Outline, *, graph: bool = False) -> DrawnOutline:
    """The parts of a picture, before the layout engine is asked; with the legend of a graph if it is to be one."""
    most = max((row.weights.total for row in picture.rows if row.weights is not None), default=0)
    room = word_room(picture.rows)
    rows = tuple(drawn_row(row, _width_at(row.depth), most=most, word_room=room) for row in picture.rows)
    legend = legend_of(picture.rows, graph=graph)
    return DrawnOutline(heading(picture.title, picture.subtitle, legend), rows, _below(picture))


def _width_at(depth: int) -> int:
    return int(WIDTH - 2 * EDGE - INDENT * depth)


def slots_of(rows: Sequence[DrawnRow]) -> Iterator[Slot]:
    """Rows as the layout engine sees them: what hangs on nothing keeps a distance, but what stands under a heading."""
    for place, drawn in enumerate(rows):
        under_heading = place > 0 and rows[place - 1].row.form is Form.HEADING
        yield Slot(drawn.row.depth, drawn.width, drawn.height, apart=not drawn.row.depth and not under_heading)


def outline_placed(drawn: DrawnOutline, engine: Engine) -> tuple[list[str], tuple[float, float]]:
    """The picture as mark-up, and its size.

    Raises:
        EngineError: If the engine fails, or loses a card.
    """
    parts, top = drawn.heading
    spots = spots_of(drawn.slots, engine) if drawn.rows else []
    placed = [Spot(spot.x + EDGE, spot.y + top, spot.trunk + EDGE) for spot in spots]
    low = max((spot.y + row.height for spot, row in zip(placed, drawn.rows, strict=True)), default=top)
    below, height = drawn.below
    if below:
        moved = element("g", {"transform": f"translate(0 {number(low + _BELOW)})"}, lines(below))
        return [*parts, *rows_placed(drawn.rows, placed), moved], (WIDTH, low + _BELOW + height + EDGE)
    return [*parts, *rows_placed(drawn.rows, placed)], (WIDTH, low + EDGE)


def rows_placed(rows: Sequence[DrawnRow], spots: Sequence[Spot]) -> Iterator[str]:
    """Each row after the line that leads to it, in reading order."""
    last: dict[int | None, int] = {}
    for number_, (drawn, spot, parent) in enumerate(
        zip(rows, spots, parents_of(drawn.row for drawn in rows), strict=True)
    ):
        if parent is not None:
            before = last.get(parent)
            start = spots[parent].y + rows[parent].height if before is None else spots[before].y + ARM
            yield _line(drawn.row, spot, start)
        last[parent] = number_
        yield titled_row(drawn, spot.x, spot.y)


def titled_row(drawn: DrawnRow, x: float, y: float) -> str:
    """A row at a place; what it says stands in it, so moving it changes nothing but that place."""
    row = drawn.row
    inner = element("a", {"xlink:href": row.link}, drawn.drawn) if row.link else drawn.drawn
    attributes = {"id": row.id, "class": drawn.classes, "transform": f"translate({number(x)} {number(y)})"}
    given = {key: value for key, value in attributes.items() if value}
    return element("g", given, lines([text_element("title", row.sentence), inner]))


def _line(row: Row, spot: Spot, start: float) -> str:
    """A piece of trunk down to the row, and the arm to it.

    The piece says what it joins: premises that count only together, or a doubt and the step that it doubts.
    """
    look, arm = look_of(row.role), spot.y + ARM
    trunk, weight = (look.line, 4.0) if row.linked else (Tone.FRAME, 2.0)
    if row.role is StepRole.UNDERCUT and not row.linked:
        trunk = look.line
    drawn = [
        path(f"M0,{number(start - arm)} V{number(weight / 2 if row.linked else 1)}", stroke=trunk.light, weight=weight),
        path(f"M0,0 H{number(spot.x - spot.trunk)}", stroke=look.line.light, weight=2, dashes=look.dashes.value),
    ]
    attributes = {
        "class": f"line {ROLE_CLASSES[row.role]}" if row.role is not None else "line",
        "transform": f"translate({number(spot.trunk)} {number(arm)})",
    }
    return element("g", attributes, lines([text_element("title", row.joining), *drawn]))


def _below(picture: Outline) -> tuple[list[str], float]:
    """The parts of a document, and what is said at the end; from height 0."""
    found: list[str] = []
    base = 0.0
    if picture.parts:
        found.append(written(EDGE, 12, "The parts of the text", TextStyle(CLAIM_SIZE, Tone.QUIET, bold=True)))
        most = max(part.weights.total for part in picture.parts)
        base = 38.0
        for part in picture.parts:
            found.append(_part(part, base, most))
            base += _ROW
    for line in (piece for closing in picture.closing for piece in wrap(closing, WIDTH - 2 * EDGE, BYLINE_SIZE)):
        base += 16
        found.append(written(EDGE, base, line, TextStyle(BYLINE_SIZE, Tone.QUIET)))
    return found, base


def _part(part: Part, base: float, most: int) -> str:
    left = WIDTH - EDGE - 300
    shown = wrap(part.title, left - EDGE - 16, CLAIM_SIZE, lines=1)
    drawn: Iterable[str] = (
        written(EDGE + 8, base, shown[0] if shown else "", TextStyle(CLAIM_SIZE, Tone.INK)),
        *weights_drawn(part.weights, left, base, most),
        written(left + 206, base, part.remark, TextStyle(NOTE_SIZE, Tone.LINK)),
    )
    inner = element("a", {"xlink:href": part.link}, "".join(drawn))
    return element("g", {"class": "part"}, lines([text_element("title", part.sentence), inner]))
