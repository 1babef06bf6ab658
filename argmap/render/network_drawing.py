"""A network: cards around an ellipse, lines between them with what they say at a free place."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from argmap.render.card_shapes import CardShape, comparison_card
from argmap.render.picture_heading import Sample, heading_drawn
from argmap.render.styles import MARGIN, PART_FACES, SMALL, Line, Tone
from argmap.render.svg_shapes import box, single_line, straight, text, titled_group
from argmap.render.text_lines import width
from argmap.render.tree_drawing import Spot
from argmap.view.tables_and_trees import Network, NetworkEdge, Part

_CARD = 250
_ACROSS = 1240
_ROOM = 170
"""Height for each card on one side of the ellipse."""
_LABEL = 20
_THICKEST = 9
_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.46, 0.54, 0.38, 0.62, 0.3, 0.7, 0.26, 0.74)
"""Where along a line its label may stand, the best first."""


def network_drawn(network: Network) -> tuple[list[str], tuple[int, int]]:
    """The network as mark-up, and its size."""
    parts, begin = heading_drawn(network, _legend(network), _ACROSS)
    shapes = [comparison_card(card, _CARD) for card in network.cards]
    spots = _around(shapes, begin)
    by_name = {shape.card.id: spot for shape, spot in zip(shapes, spots, strict=True)}
    taken = list(spots)
    labels = []
    for edge in network.edges:
        one, other = by_name[edge.one], by_name[edge.other]
        stroke = PART_FACES[edge.part].outline
        line = Line.DASHED if edge.part is Part.CONFLICT else Line.DOTTED if edge.part is Part.PLAIN else Line.SOLID
        weight = 1.2 + edge.share * _THICKEST
        start, end = (one.x + one.width / 2, one.middle), (other.x + other.width / 2, other.middle)
        drawn = [straight(start, end, stroke, line, weight)]
        parts.append(titled_group(edge.id, ("line", edge.part.value), edge.sentence, drawn))
        spot = _free(edge, start, end, taken)
        taken.append(spot)
        shown = single_line(edge.label, SMALL, PART_FACES[edge.part].header)
        labels.append(box((spot.x, spot.y), spot.width, spot.height, Tone.PAPER, stroke, weight=0.8, radius=5))
        labels.append(text([shown], spot.x + 6, spot.y + 3))
    parts += [shape.drawn(spot.x, spot.y) for shape, spot in zip(shapes, spots, strict=True)]
    parts += labels
    low = max((spot.y + spot.height for spot in spots), default=begin)
    return parts, (_ACROSS + 2 * MARGIN, round(low) + MARGIN)


def _legend(network: Network) -> list[Sample]:
    found = {edge.part for edge in network.edges}
    known = (
        (Part.ACCORD, "──", "agreement prevails"),
        (Part.CONFLICT, "╌╌", "conflict prevails"),
        (Part.PLAIN, "···", "neither prevails"),
    )
    samples = [Sample(sign, PART_FACES[part].outline, meaning) for part, sign, meaning in known if part in found]
    samples += [Sample(sign, Tone.INK, meaning) for sign, meaning in network.samples]
    return [*samples, Sample("━", Tone.INK, "the thicker, the more they agree on")] if samples else []


def _around(shapes: Sequence[CardShape], top: float) -> list[Spot]:
    """The first card at the top left, the others clockwise."""
    count = len(shapes)
    tallest = max((shape.height for shape in shapes), default=0)
    radius = (_ACROSS - _CARD) / 2
    height = max(_ROOM * ((count + 1) // 2), 2 * tallest) / 2 if count > 2 else 0
    middle = top + height + tallest / 2
    spots = []
    for number, shape in enumerate(shapes):
        angle = pi + pi / max(count, 2) * (1 if count > 2 else 0) + 2 * pi * number / max(count, 1)
        x = MARGIN + _ACROSS / 2 + round(radius * cos(angle), 1)
        y = middle + round(height * sin(angle), 1)
        spots.append(Spot(x - _CARD / 2, y - shape.height / 2, _CARD, shape.height))
    return spots


def _free(edge: NetworkEdge, start: tuple[float, float], end: tuple[float, float], taken: Sequence[Spot]) -> Spot:
    """The place on a line where a label covers least of what is there."""
    wide = width(edge.label, SMALL, bold=True) + 12
    spots = []
    for share in _PLACES:
        x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
        spots.append(Spot(round(x - wide / 2), round(y - _LABEL / 2), round(wide), _LABEL))
    return min(spots, key=lambda spot: sum(_overlap(spot, other) for other in taken))


def _overlap(one: Spot, other: Spot) -> float:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(across, 0) * max(down, 0)
