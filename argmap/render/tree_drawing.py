"""A tree: cards in columns, each beside what it is joined to, so that no line crosses another or a card."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.inference import StepRole
from argmap.render.card_shapes import comparison_card
from argmap.render.legend import JOINED, Sample, edge_samples, manner_samples
from argmap.render.picture_heading import heading_drawn
from argmap.render.styles import HEADING, MARGIN, NARROWEST_HEADER, PART_FACES, WIDEST, TextStyle, Tone
from argmap.render.svg_shapes import Passage, TextLine, box, broken, height_of, text, titled_group
from argmap.render.tree_edges import edges_drawn
from argmap.render.tree_layout import placed
from argmap.view.tables_and_trees import ColumnPanel, Part, Tree

_WIDEST_CARD = 400
_GAP = 46
_PANEL = 10


def tree_drawn(tree: Tree) -> tuple[list[str], tuple[int, int]]:
    """The tree as mark-up, and its size."""
    columns = max((node.column for node in tree.nodes), default=0) + 1
    edge = MARGIN + (_PANEL if tree.panels else 0)
    wide = min(_WIDEST_CARD, (WIDEST - 2 * edge - _GAP * (columns - 1)) // columns)
    across = columns * wide + _GAP * (columns - 1) + 2 * (edge - MARGIN)
    room = max(across, NARROWEST_HEADER)
    parts, begin = heading_drawn(tree, _legend(tree), room)
    lefts = [edge + column * (wide + _GAP) for column in range(columns)]
    titles = {panel.id: _title(panel, lefts, wide) for panel in tree.panels}
    top = begin + max((height_of(lines) + 2 * _PANEL for lines in titles.values()), default=0)
    shapes = {node.card.id: comparison_card(node.card, wide) for node in tree.nodes}
    heights = {name: shape.height for name, shape in shapes.items()}
    spots, low = placed(tree.nodes, heights, wide, lefts, top)
    for panel in tree.panels:
        x = lefts[panel.first] - _PANEL
        width = lefts[panel.last] + wide - lefts[panel.first] + 2 * _PANEL
        outline = PART_FACES[panel.part].outline if panel.part is not Part.PLAIN else Tone.FRAME
        drawn = [
            box((x, begin), width, low + _PANEL - begin, Tone.GROUP, outline, weight=0.8, radius=10),
            text(titles[panel.id], lefts[panel.first], begin + _PANEL),
        ]
        parts.append(titled_group(panel.id, ("group",), panel.title, drawn))
    parts += edges_drawn(tree.nodes, spots)
    parts += [shapes[name].drawn(spot.x, spot.y) for name, spot in spots.items()]
    return parts, (room + 2 * MARGIN, low + MARGIN + (_PANEL if tree.panels else 0))


def _legend(tree: Tree) -> Iterator[Sample]:
    yield from edge_samples(node.role for node in tree.nodes if node.parent)
    if any(node.joint and node.role is not StepRole.UNDERCUT for node in tree.nodes):
        yield JOINED
    yield from manner_samples(node.card for node in tree.nodes)


def _title(panel: ColumnPanel, lefts: list[int], wide: int) -> tuple[TextLine, ...]:
    style = TextStyle(HEADING, PART_FACES[panel.part].header, bold=True)
    return broken([Passage(panel.title, style, 2)], lefts[panel.last] + wide - lefts[panel.first])
