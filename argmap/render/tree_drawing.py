"""Trees: cards in columns, each beside what an edge joins it to, so that no edge crosses another or a card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from argmap.model.inference import StepRole
from argmap.render import styles
from argmap.render.card_shapes import comparison_card, pill, pill_width
from argmap.render.picture_heading import JOINED, Sample, edge_samples, heading_drawn, manner_samples
from argmap.render.styles import Line, Stroke, TextStyle, Tone, stroke_of
from argmap.render.svg_shapes import (
    HEAD_LENGTHS,
    Passage,
    Point,
    TextLine,
    box,
    broken,
    curve,
    dot,
    head,
    height_of,
    text,
    titled_group,
)
from argmap.view.outline import Fate
from argmap.view.picture import role_class
from argmap.view.tables_and_trees import ChangeNode, ColumnPanel, Node, Part, Tree

_WIDEST_CARD = 400
_GAP = 46
_PANEL = 10
_BETWEEN = 12
_BETWEEN_TREES = 22
_DOT = 20
"""How far from its conclusion the dot of a step stands."""
_PITCH = 18
"""The most between two edges that arrive at a card."""
_INSET = 14
_DOT_RADIUS = 4
_NEAR = 5
"""From a card to the label on its edge."""
_WEIGHT = 1.6
_FATE_WEIGHTS = {Fate.SAME: 1.2, Fate.NEW: 2.4, Fate.GONE: 1.4, Fate.CHANGED: 2.4}


def tree_drawn(tree: Tree) -> tuple[list[str], tuple[int, int]]:
    """The tree as mark-up, and its size."""
    columns = max((node.column for node in tree.nodes), default=0) + 1
    edge = styles.MARGIN + (_PANEL if tree.panels else 0)
    wide = min(_WIDEST_CARD, (styles.WIDEST - 2 * edge - _GAP * (columns - 1)) // columns)
    across = columns * wide + _GAP * (columns - 1) + 2 * (edge - styles.MARGIN)
    room = max(across, styles.NARROWEST_HEADER)
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
        outline = styles.PART_FACES[panel.part].outline if panel.part is not Part.PLAIN else Tone.FRAME
        drawn = [
            box((x, begin), width, low + _PANEL - begin, Tone.BAND, outline, weight=0.8, radius=10),
            text(titles[panel.id], lefts[panel.first], begin + _PANEL),
        ]
        parts.append(titled_group(panel.id, ("group",), panel.title, drawn))
    parts += edges_drawn(tree.nodes, spots)
    parts += [shapes[name].drawn(spot.x, spot.y) for name, spot in spots.items()]
    return parts, (room + 2 * styles.MARGIN, low + styles.MARGIN + (_PANEL if tree.panels else 0))


def _legend(tree: Tree) -> Iterator[Sample]:
    yield from edge_samples(node.role for node in tree.nodes if node.parent)
    if any(node.joint and node.role is not StepRole.UNDERCUT for node in tree.nodes):
        yield JOINED
    yield from manner_samples(node.card for node in tree.nodes)


def _title(panel: ColumnPanel, lefts: list[int], wide: int) -> tuple[TextLine, ...]:
    style = TextStyle(styles.HEADING, styles.PART_FACES[panel.part].header, bold=True)
    return broken([Passage(panel.title, style, 2)], lefts[panel.last] + wide - lefts[panel.first])


@attrs.frozen
class Spot:
    """The top left corner of a card, and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


def placed(
    nodes: Sequence[Node], heights: Mapping[str, int], width: int, lefts: Sequence[int], top: int
) -> tuple[dict[str, Spot], int]:
    """Where each card stands, and how far down they reach: trees below each other, each card amid its branches.

    Args:
        nodes: Parents before their branches.
        heights: Of the cards.
        width: Of every card.
        lefts: Where each column begins.
        top: Where the first tree begins.
    """
    sides: dict[tuple[str, int], list[str]] = {}
    columns = {node.card.id: node.column for node in nodes}
    for node in nodes:
        side = node.column - columns.get(node.parent, node.column)
        sides.setdefault((node.parent, side), []).append(node.card.id)
    extents: dict[str, int] = {}
    # Parents stand before their branches, so from the end each one's branches are measured before it.
    for name in reversed(columns):
        stacks = [_stack(sides.get((name, side), []), extents) for side in (-1, 1)]
        extents[name] = max(heights[name], *stacks)
    tops: dict[str, int] = {}
    low = top
    for root in sides.get(("", 0), []):
        tops[root] = low
        low += extents[root] + _BETWEEN_TREES
    spots: dict[str, Spot] = {}
    for name, column in columns.items():
        start, extent, height = tops[name], extents[name], heights[name]
        spots[name] = Spot(lefts[column], start + (extent - height) // 2, width, height)
        for side in (-1, 1):
            branches = sides.get((name, side), [])
            at = start + (extent - _stack(branches, extents)) // 2
            for branch in branches:
                tops[branch] = at
                at += extents[branch] + _BETWEEN
    return spots, max(low - _BETWEEN_TREES, top)


def _stack(branches: Sequence[str], extents: Mapping[str, int]) -> int:
    return sum(extents[branch] for branch in branches) + _BETWEEN * max(len(branches) - 1, 0)


def edges_drawn(nodes: Sequence[Node], spots: Mapping[str, Spot]) -> Iterator[str]:
    """All edges, dots and labels."""
    arriving: dict[tuple[str, bool], dict[str, list[Node]]] = {}
    for node in nodes:
        if node.parent:
            rightwards = spots[node.card.id].x > spots[node.parent].x
            steps = arriving.setdefault((node.parent, rightwards), {})
            steps.setdefault(node.joint or node.card.id, []).append(node)
    for (name, rightwards), steps in arriving.items():
        yield from _Side(spots, spots[name], 1 if rightwards else -1).drawn(list(steps.values()))


@attrs.frozen
class _Side:
    """One side of a card at which edges arrive.

    Attributes:
        out: 1 where they come from the right, -1 where from the left.
    """

    spots: Mapping[str, Spot]
    parent: Spot
    out: int

    def drawn(self, steps: Sequence[list[Node]]) -> Iterator[str]:
        """Everything that arrives, each at a place of its own, from top to bottom."""
        edge = self.parent.right if self.out > 0 else self.parent.x
        pitch = min(_PITCH, (self.parent.height - 2 * _INSET) / max(len(steps) - 1, 1))
        first = self.parent.middle - pitch * (len(steps) - 1) / 2
        for number, nodes in enumerate(steps):
            port = (edge, first + number * pitch)
            if nodes[0].joint:
                yield from self._step(port, nodes)
            else:
                yield self._single(port, nodes[0])

    def _single(self, port: Point, node: Node) -> str:
        if node.role not in styles.OUTWARD:
            return self._edge(node, *self._headed(node, port))
        stroke, start = stroke_of(node.role), self._start(node)
        back = (start[0] - self.out * HEAD_LENGTHS[stroke.head], start[1])
        drawn = [curve(port, back, stroke.tone, stroke.line), head(stroke.head, start, back, stroke.tone)]
        return titled_group(f"{node.card.id}/line", _kinds(node), node.joining, drawn)

    def _step(self, port: Point, nodes: Sequence[Node]) -> Iterator[str]:
        """Premises taken together meet at the dot of their step; undercuts, which doubt the step, end there."""
        centre = (port[0] + self.out * _DOT, port[1])
        for node in nodes:
            if node.role is StepRole.UNDERCUT:
                near, far = ((centre[0] + self.out * reach, centre[1]) for reach in (_DOT_RADIUS, _DOT))
                yield self._edge(node, far, [head(stroke_of(node.role).head, near, far, _stroke(node).tone)])
            else:
                yield self._edge(node, centre)
        whole, stroke = _whole(nodes)
        tip = (port[0] + self.out * HEAD_LENGTHS[stroke.head], port[1])
        drawn = [
            curve(centre, tip, stroke.tone, stroke.line),
            head(stroke.head, port, tip, stroke.tone),
            dot(centre, stroke.tone),
        ]
        yield titled_group(nodes[0].joint, ("dot", role_class(whole.role)), whole.joining, drawn)

    def _headed(self, node: Node, tip: Point) -> tuple[Point, list[str]]:
        """Where an edge ends, and the head from there to its tip."""
        stroke = _stroke(node)
        back = (tip[0] + self.out * HEAD_LENGTHS[stroke.head], tip[1])
        return back, [head(stroke.head, tip, back, stroke.tone)]

    def _edge(self, node: Node, end: Point, ending: Sequence[str] = ()) -> str:
        """The edge from a card, broken by its label if it has one."""
        stroke, start = _stroke(node), self._start(node)
        label = []
        if isinstance(node, ChangeNode) and node.tag is not None:
            start = (start[0] - _NEAR - pill_width(node.tag.text), start[1])
            label = [pill(node.tag.text, node.fate, start[0], start[1] - 9, filled=node.tag.weighty)]
        drawn = [curve(start, end, stroke.tone, stroke.line, stroke.weight), *ending, *label]
        return titled_group(f"{node.card.id}/line", _kinds(node), node.joining, drawn)

    def _start(self, node: Node) -> Point:
        spot = self.spots[node.card.id]
        return (spot.x if self.out > 0 else spot.right, spot.middle)


def _kinds(node: Node) -> tuple[str, ...]:
    fate = (node.fate.value,) if isinstance(node, ChangeNode) else ()
    return ("line", role_class(node.role), *fate)


def _stroke(node: Node) -> Stroke:
    """How the edge of a node is drawn; what is gone does nothing any longer, for or against."""
    weight = _FATE_WEIGHTS[node.fate] if isinstance(node, ChangeNode) else _WEIGHT
    stroke = attrs.evolve(stroke_of(node.role), weight=weight)
    return attrs.evolve(stroke, tone=Tone.NEITHER, line=Line.DASHED) if _is_gone(node) else stroke


def _is_gone(node: Node) -> bool:
    return isinstance(node, ChangeNode) and node.fate is Fate.GONE


def _whole(nodes: Sequence[Node]) -> tuple[Node, Stroke]:
    """The node that stands for its whole step, and how the way from the dot of the step to its conclusion is drawn.

    Where only the doubt about a step is drawn, what the step does for its conclusion is left open.
    """
    premises = [node for node in nodes if node.role is not StepRole.UNDERCUT]
    whole = next((node for node in (*premises, *nodes) if not _is_gone(node)), nodes[0])
    if not premises:
        return whole, attrs.evolve(styles.STROKES[StepRole.BECAUSE], tone=Tone.NEITHER, line=Line.DOTTED)
    stroke = _stroke(whole)
    if isinstance(whole, ChangeNode):
        stroke = attrs.evolve(stroke, line=Line.DASHED if all(map(_is_gone, premises)) else Line.SOLID)
    return whole, stroke
