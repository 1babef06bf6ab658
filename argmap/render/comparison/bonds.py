"""The lines of a board: from each tile to the one that it is joined to, over a dot where several are taken together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.model.inference import StepRole
from argmap.render.comparison.ink import HEAD_LENGTHS, Point, curve, dot, head, thing
from argmap.render.comparison.look import OUTWARD, class_of, stroke_of
from argmap.render.comparison.place import Spot
from argmap.view.comparison.drawing import Board, Node

_DOT = 20
"""How far from its conclusion the dot of a step stands."""
_PITCH = 18
"""The most between two lines that arrive at a tile."""
_INSET = 14
_DOT_RADIUS = 4


def bonds_drawn(board: Board, spots: Mapping[str, Spot]) -> Iterator[str]:
    """All lines and dots."""
    arriving: dict[tuple[str, bool], dict[str, list[Node]]] = {}
    for node in board.nodes:
        if node.parent:
            spot, parent = spots[node.tile.id], spots[node.parent]
            steps = arriving.setdefault((node.parent, spot.x > parent.x), {})
            steps.setdefault(node.joint or node.tile.id, []).append(node)
    for (name, rightwards), steps in arriving.items():
        yield from _side(spots[name], spots, list(steps.values()), rightwards=rightwards)


def _side(parent: Spot, spots: Mapping[str, Spot], steps: Sequence[list[Node]], *, rightwards: bool) -> Iterator[str]:
    """Everything that arrives at one side of a tile, each at a place of its own, from top to bottom."""
    out = 1 if rightwards else -1
    edge = parent.right if rightwards else parent.x
    pitch = min(_PITCH, (parent.height - 2 * _INSET) / max(len(steps) - 1, 1))
    first = parent.middle - pitch * (len(steps) - 1) / 2
    for number, nodes in enumerate(steps):
        port = (edge, first + number * pitch)
        if nodes[0].joint:
            yield from _step(port, nodes, spots, out)
        else:
            yield _single(port, nodes[0], _start(nodes[0], spots, out), out)


def _single(port: Point, node: Node, start: Point, out: int) -> str:
    stroke = stroke_of(node.role)
    tip, other, away = (start, port, -out) if node.role in OUTWARD else (port, start, out)
    back = (tip[0] + away * HEAD_LENGTHS[stroke.head], tip[1])
    drawn = [curve(other, back, stroke.tone, stroke.line), head(stroke.head, tip, back, stroke.tone)]
    return thing(f"{node.tile.id}/line", ("line", class_of(node.role)), node.joining, drawn)


def _step(port: Point, nodes: Sequence[Node], spots: Mapping[str, Spot], out: int) -> Iterator[str]:
    """Premises taken together meet at the dot of their step; doubts about the step end there."""
    centre = (port[0] + out * _DOT, port[1])
    premises = [node for node in nodes if node.role is not StepRole.UNDERCUT] or list(nodes)
    stroke = stroke_of(premises[0].role)
    tip = (port[0] + out * HEAD_LENGTHS[stroke.head], port[1])
    for node in nodes:
        own, start = stroke_of(node.role), _start(node, spots, out)
        drawn = [curve(start, centre, own.tone, own.line)]
        if node.role is StepRole.UNDERCUT:
            near, far = ((centre[0] + out * reach, centre[1]) for reach in (_DOT_RADIUS, _DOT))
            drawn = [curve(start, far, own.tone, own.line), head(own.head, near, far, own.tone)]
        yield thing(f"{node.tile.id}/line", ("line", class_of(node.role)), node.joining, drawn)
    drawn = [
        curve(centre, tip, stroke.tone, stroke.line),
        head(stroke.head, port, tip, stroke.tone),
        dot(centre, stroke.tone),
    ]
    yield thing(nodes[0].joint, ("dot", class_of(premises[0].role)), premises[0].joining, drawn)


def _start(node: Node, spots: Mapping[str, Spot], out: int) -> Point:
    spot = spots[node.tile.id]
    return (spot.x if out > 0 else spot.right, spot.middle)
