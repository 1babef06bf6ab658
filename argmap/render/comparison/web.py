"""A web: tiles around an ellipse, lines between them with what they say at a free place."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from argmap.render.comparison.heading import heading_of
from argmap.render.comparison.ink import Written, box, straight, text, thing
from argmap.render.comparison.look import FACES
from argmap.render.comparison.place import Spot
from argmap.render.comparison.tiles import Shape, shaped
from argmap.render.header import Sample
from argmap.render.measures import MARGIN, SMALL
from argmap.render.table import Style
from argmap.render.text_lines import width
from argmap.render.theme import Line, Tone
from argmap.view.comparison.drawing import Part, Thread, Web

_TILE = 250
_ACROSS = 1240
_ROOM = 170
"""Height for each tile on one side of the ellipse."""
_LABEL = 20
_THICKEST = 9
_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.46, 0.54, 0.38, 0.62, 0.3, 0.7, 0.26, 0.74)
"""Where along a line its label may stand, the best first."""


def web_drawn(web: Web) -> tuple[list[str], tuple[int, int]]:
    """The web as mark-up, and its size."""
    heading = heading_of(web.frame, _legend(web), _ACROSS)
    shapes = [shaped(tile, _TILE) for tile in web.tiles]
    spots = _around(shapes, heading.height)
    by_name = {shape.tile.id: spot for shape, spot in zip(shapes, spots, strict=True)}
    parts = list(heading.parts)
    taken = list(spots)
    labels = []
    for thread in web.threads:
        one, other = by_name[thread.one], by_name[thread.other]
        stroke = FACES[thread.part].outline
        line = Line.DASHED if thread.part is Part.CONFLICT else Line.DOTTED if thread.part is Part.PLAIN else Line.SOLID
        weight = 1.2 + thread.share * _THICKEST
        start, end = (one.x + one.width / 2, one.middle), (other.x + other.width / 2, other.middle)
        parts.append(
            thing(thread.id, ("line", thread.part.value), thread.sentence, [straight(start, end, stroke, line, weight)])
        )
        spot = _free(thread, start, end, taken)
        taken.append(spot)
        shown = Written(thread.label, Style(SMALL, FACES[thread.part].header, bold=True))
        labels.append(box((spot.x, spot.y), spot.width, spot.height, Tone.PAPER, stroke, weight=0.8, radius=5))
        labels.append(text([shown], spot.x + 6, spot.y + 3))
    parts += [shape.drawn(spot.x, spot.y) for shape, spot in zip(shapes, spots, strict=True)]
    parts += labels
    low = max((spot.y + spot.height for spot in spots), default=heading.height)
    return parts, (_ACROSS + 2 * MARGIN, round(low) + MARGIN)


def _legend(web: Web) -> list[Sample]:
    found = {thread.part for thread in web.threads}
    known = (
        (Part.ACCORD, "──", "agreement prevails"),
        (Part.CONFLICT, "╌╌", "conflict prevails"),
        (Part.PLAIN, "···", "neither prevails"),
    )
    samples = [Sample(sign, FACES[part].outline, meaning) for part, sign, meaning in known if part in found]
    samples += [Sample(sign, Tone.INK, meaning) for sign, meaning in web.legend]
    return [*samples, Sample("━", Tone.INK, "the thicker, the more they agree on")] if samples else []


def _around(shapes: Sequence[Shape], top: float) -> list[Spot]:
    """The first tile at the top left, the others clockwise."""
    count = len(shapes)
    tallest = max((shape.height for shape in shapes), default=0)
    radius = (_ACROSS - _TILE) / 2
    height = max(_ROOM * ((count + 1) // 2), 2 * tallest) / 2 if count > 2 else 0
    middle = top + height + tallest / 2
    spots = []
    for number, shape in enumerate(shapes):
        angle = pi + pi / max(count, 2) * (1 if count > 2 else 0) + 2 * pi * number / max(count, 1)
        x = MARGIN + _ACROSS / 2 + round(radius * cos(angle), 1)
        y = middle + round(height * sin(angle), 1)
        spots.append(Spot(x - _TILE / 2, y - shape.height / 2, _TILE, shape.height))
    return spots


def _free(thread: Thread, start: tuple[float, float], end: tuple[float, float], taken: Sequence[Spot]) -> Spot:
    """The place on a line where a label covers least of what is there."""
    wide = width(thread.label, SMALL, bold=True) + 12
    spots = []
    for share in _PLACES:
        x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
        spots.append(Spot(round(x - wide / 2), round(y - _LABEL / 2), round(wide), _LABEL))
    return min(spots, key=lambda spot: sum(_overlap(spot, other) for other in taken))


def _overlap(one: Spot, other: Spot) -> float:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(across, 0) * max(down, 0)
