"""The edges of a tree of cards: from each card to its parent, over a dot where several are taken together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from argmap.model.inference import StepRole
from argmap.render.card_shapes import pill, pill_width
from argmap.render.edge_styles import OUTWARD, STROKES, Stroke, stroke_of
from argmap.render.styles import Line, Tone
from argmap.render.svg_shapes import HEAD_LENGTHS, Point, curve, dot, head, titled_group
from argmap.render.tree_layout import Spot
from argmap.view.picture import role_class
from argmap.view.tables_and_trees import ChangeNode, Fate, Node

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
        if node.role not in OUTWARD:
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
    stroke = attrs.evolve(stroke_of(node.role), weight=_WEIGHT)
    if not isinstance(node, ChangeNode):
        return stroke
    if node.fate is Fate.GONE:
        stroke = attrs.evolve(stroke, tone=Tone.ASIDE, line=Line.DASHED)
    return attrs.evolve(stroke, weight=_FATE_WEIGHTS[node.fate])


def _whole(nodes: Sequence[Node]) -> tuple[Node, Stroke]:
    """The node that stands for its whole step, and how the way from the dot of the step to its conclusion is drawn.

    Where only the doubt about a step is drawn, what the step does for its conclusion is left open.
    """
    premises = [node for node in nodes if node.role is not StepRole.UNDERCUT]
    there = (node for node in (*premises, *nodes) if not (isinstance(node, ChangeNode) and node.fate is Fate.GONE))
    whole = next(there, nodes[0])
    if not premises:
        return whole, attrs.evolve(STROKES[StepRole.BECAUSE], tone=Tone.ASIDE, line=Line.DOTTED)
    stroke = _stroke(whole)
    if isinstance(whole, ChangeNode):
        gone = all(isinstance(node, ChangeNode) and node.fate is Fate.GONE for node in premises)
        stroke = attrs.evolve(stroke, line=Line.DASHED if gone else Line.SOLID)
    return whole, stroke
