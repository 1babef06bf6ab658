"""A board: tiles in columns, each beside what it is joined to, so that no line crosses another or a tile."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.inference import StepRole
from argmap.render.comparison.bonds import bonds_drawn
from argmap.render.comparison.heading import heading_of, manner_samples
from argmap.render.comparison.ink import Passage, box, broken, height_of, text, thing
from argmap.render.comparison.look import BONDS, FACES
from argmap.render.comparison.place import Leaf, placed
from argmap.render.comparison.tiles import shaped
from argmap.render.header import Sample
from argmap.render.measures import HEADING, MARGIN, NARROWEST_HEADER, WIDEST
from argmap.render.table import Style
from argmap.render.theme import STROKES, Tone
from argmap.view.comparison.drawing import Board, BondRole, Panel

_WIDEST_TILE = 400
_GAP = 46
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
    leaves = [Leaf(node.tile.id, node.parent, node.column, wide, shapes[node.tile.id].height) for node in board.nodes]
    spots, low = placed(leaves, lefts, top)
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
    known: tuple[StepRole | BondRole, ...] = (*StepRole, *BondRole)
    for role in known:
        if role in roles:
            stroke = BONDS[role] if isinstance(role, BondRole) else STROKES[role]
            yield Sample(stroke.sample, stroke.tone, stroke.meaning)
    if any(node.joint and node.role is not StepRole.UNDERCUT for node in board.nodes):
        yield Sample("●", Tone.FOR, "premises taken together")
    yield from manner_samples(node.tile for node in board.nodes)


def _title(panel: Panel, lefts: list[int], wide: int) -> tuple:  # type: ignore[type-arg]
    room = lefts[panel.last] + wide - lefts[panel.first]
    return broken([Passage(panel.title, Style(HEADING, FACES[panel.part].header, bold=True), 2)], room)
