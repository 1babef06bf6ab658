"""A board: tiles in columns, each beside what it is joined to, so that no line crosses another or a tile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.render.comparison.bonds import bonds_drawn
from argmap.render.comparison.heading import heading_of, manner_samples
from argmap.render.comparison.ink import Passage, box, broken, height_of, text, thing
from argmap.render.comparison.look import BONDS, FACES
from argmap.render.comparison.place import Spot
from argmap.render.comparison.tiles import Shape, shaped
from argmap.render.header import Sample
from argmap.render.measures import HEADING, MARGIN, NARROWEST_HEADER, WIDEST
from argmap.render.table import Style
from argmap.render.theme import STROKES, Tone
from argmap.view.comparison.drawing import Board, BondRole, Node, Panel
from argmap.view.picture import EdgeRole

_WIDEST_TILE = 400
_GAP = 46
_BETWEEN = 12
_BETWEEN_TREES = 22
_PANEL = 10


def board_drawn(board: Board) -> tuple[list[str], tuple[int, int]]:
    """The board as mark-up, and its size."""
    columns = max((node.column for node in board.nodes), default=0) + 1
    edge = MARGIN + (_PANEL if board.panels else 0)
    wide = min(_WIDEST_TILE, (WIDEST - 2 * edge - _GAP * (columns - 1)) // columns)
    across = columns * wide + _GAP * (columns - 1) + 2 * (edge - MARGIN)
    room = max(across, NARROWEST_HEADER)
    heading = heading_of(board.frame, _legend(board), room)
    lefts = [edge + column * (wide + _GAP) for column in range(columns)]
    titles = {panel.id: _title(panel, lefts, wide) for panel in board.panels}
    top = heading.height + max((height_of(lines) + 2 * _PANEL for lines in titles.values()), default=0)
    shapes = {node.tile.id: shaped(node.tile, wide) for node in board.nodes}
    spots, low = _placed(board.nodes, shapes, lefts, top)
    parts = list(heading.parts)
    for panel in board.panels:
        x = lefts[panel.first] - _PANEL
        width = lefts[panel.last] + wide - lefts[panel.first] + 2 * _PANEL
        outline = FACES[panel.part].outline if panel.part.value != "plain" else Tone.FRAME
        drawn = [
            box((x, heading.height), width, low + _PANEL - heading.height, Tone.GROUP, outline, weight=0.8, radius=10),
            text(titles[panel.id], lefts[panel.first], heading.height + _PANEL),
        ]
        parts.append(thing(panel.id, ("group",), panel.title, drawn))
    parts += bonds_drawn(board, spots)
    parts += [shapes[name].drawn(spot.x, spot.y) for name, spot in spots.items()]
    return parts, (room + 2 * MARGIN, low + MARGIN + (_PANEL if board.panels else 0))


def _legend(board: Board) -> Iterator[Sample]:
    roles = {node.role for node in board.nodes if node.parent}
    known: tuple[EdgeRole | BondRole, ...] = (*EdgeRole, *BondRole)
    for role in known:
        if role in roles:
            stroke = BONDS[role] if isinstance(role, BondRole) else STROKES[role]
            yield Sample(stroke.sample, stroke.tone, stroke.meaning)
    if any(node.joint and node.role is not EdgeRole.UNDERCUT for node in board.nodes):
        yield Sample("●", Tone.FOR, "premises taken together")
    yield from manner_samples(node.tile for node in board.nodes)


def _title(panel: Panel, lefts: list[int], wide: int) -> tuple:  # type: ignore[type-arg]
    room = lefts[panel.last] + wide - lefts[panel.first]
    return broken([Passage(panel.title, Style(HEADING, FACES[panel.part].header, bold=True), 2)], room)


def _placed(
    nodes: Sequence[Node], shapes: Mapping[str, Shape], lefts: Sequence[int], top: int
) -> tuple[dict[str, Spot], int]:
    """Where each tile stands, and how far down they reach: trees below each other, each tile amid its branches."""
    sides: dict[tuple[str, int], list[Node]] = {}
    columns = {node.tile.id: node.column for node in nodes}
    for node in nodes:
        sides.setdefault((node.parent, node.column - columns.get(node.parent, node.column)), []).append(node)
    extents: dict[str, int] = {}
    # Parents stand before their branches, so from the end each tile's branches are measured before the tile.
    for node in reversed(nodes):
        stacks = [_stack(sides.get((node.tile.id, side), []), extents) for side in (-1, 1)]
        extents[node.tile.id] = max(shapes[node.tile.id].height, *stacks)
    tops: dict[str, int] = {}
    low = top
    for root in sides.get(("", 0), []):
        tops[root.tile.id] = low
        low += extents[root.tile.id] + _BETWEEN_TREES
    spots: dict[str, Spot] = {}
    for node in nodes:
        name, shape = node.tile.id, shapes[node.tile.id]
        start, extent = tops[name], extents[name]
        y = start + (extent - shape.height) // 2
        spots[name] = Spot(lefts[node.column], y, shape.width, shape.height)
        for side in (-1, 1):
            branches = sides.get((name, side), [])
            at = start + (extent - _stack(branches, extents)) // 2
            for branch in branches:
                tops[branch.tile.id] = at
                at += extents[branch.tile.id] + _BETWEEN
    return spots, max(low - _BETWEEN_TREES, top)


def _stack(branches: Sequence[Node], extents: Mapping[str, int]) -> int:
    return sum(extents[branch.tile.id] for branch in branches) + _BETWEEN * max(len(branches) - 1, 0)
