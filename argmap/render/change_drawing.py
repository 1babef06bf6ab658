"""The picture of a difference: tables on top, then a panel of cards for each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.render import styles
from argmap.render.card_shapes import BADGE_ROW, CardShape, badge_rows, badges_drawn, change_card
from argmap.render.picture_heading import JOINED, Sample, edge_samples, heading_drawn
from argmap.render.styles import TextStyle, Tone
from argmap.render.svg_shapes import Passage, box, broken, height_of, text, titled_group
from argmap.render.table_drawing import change_table_drawn
from argmap.render.tree_drawing import Spot, edges_drawn, placed
from argmap.view.tables_and_trees import ChangePicture, DocumentPanel

_CARD = 316
_GAP = 112
"""Between two columns; the labels of lines stand in it."""
_INSIDE = 12
"""Between the frame of a panel and what stands in it."""
_BETWEEN = 18
_APART = 20
"""Between single cards in a row."""
_TABLE = 1120
"""The least width with tables."""


def changes_drawn(picture: ChangePicture) -> tuple[list[str], tuple[int, int]]:
    """The picture as mark-up, and its size."""
    columns = max((node.column for panel in picture.panels for node in panel.nodes), default=-1) + 1
    card = min(_CARD, (styles.WIDEST - 2 * styles.MARGIN - 2 * _INSIDE - _GAP * (columns - 1)) // max(columns, 1))
    across = columns * card + _GAP * (columns - 1) + 2 * _INSIDE if columns else 0
    room = max(across, styles.NARROWEST_HEADER, _TABLE if picture.tables or columns else 0)
    parts, begin = heading_drawn(picture, _legend(picture), room)
    y = float(begin)
    for table in picture.tables:
        drawn, y = change_table_drawn(table, styles.MARGIN, y, room)
        parts += drawn
        y += _BETWEEN
    for panel in picture.panels:
        drawn, y = _panel(panel, card, room, round(y))
        parts += drawn
        y += _BETWEEN
    if picture.closing:
        left = broken([Passage(picture.closing, TextStyle(styles.TEXT, Tone.QUIET, bold=True))], room)
        parts.append(text(left, styles.MARGIN, y))
        y += height_of(left) + _BETWEEN
    return parts, (room + 2 * styles.MARGIN, round(y) - _BETWEEN + styles.MARGIN)


def _panel(panel: DocumentPanel, card: int, room: int, y: int) -> tuple[list[str], float]:
    left = styles.MARGIN + _INSIDE
    inside = room - 2 * _INSIDE
    title = Passage(panel.title, TextStyle(styles.HEADING, Tone.INK, bold=True), 2)
    titles = broken([title, *(Passage(note, TextStyle(styles.SMALL, Tone.QUIET), 2) for note in panel.notes)], inside)
    top = y + _INSIDE
    labels = badge_rows(panel.badges, inside) * BADGE_ROW
    begin = top + height_of(titles) + labels + _INSIDE
    shapes = {node.card.id: change_card(node.card, card) for node in panel.nodes}
    spots, low = _placed(panel, shapes, card, inside, begin)
    frame = box((styles.MARGIN, y), room, low + _INSIDE - y, Tone.BAND, Tone.FRAME, weight=0.8, radius=10)
    drawn = [frame, text(titles, left, top), *badges_drawn(panel.badges, left, top + height_of(titles) + 2, inside)]
    parts = [titled_group(panel.id, ("group",), panel.title, drawn), *edges_drawn(panel.nodes, spots)]
    parts += [shapes[name].drawn(spot.x, spot.y) for name, spot in spots.items()]
    return parts, low + _INSIDE


def _placed(
    panel: DocumentPanel, shapes: Mapping[str, CardShape], card: int, inside: int, begin: int
) -> tuple[dict[str, Spot], int]:
    """Where each card stands, and how far down they reach: trees below each other, then single cards in rows."""
    parents = {node.parent for node in panel.nodes}
    single = [node.card.id for node in panel.nodes if not node.parent and node.card.id not in parents]
    joined = [node for node in panel.nodes if node.card.id not in single]
    heights = {name: shape.height for name, shape in shapes.items()}
    left = styles.MARGIN + _INSIDE
    lefts = [left + column * (card + _GAP) for column in range(1 + max((node.column for node in joined), default=0))]
    spots, low = placed(joined, heights, card, lefts, begin)
    beside = (inside + _APART) // (card + _APART)
    for start in range(0, len(single), beside):
        row = single[start : start + beside]
        top = low + (_BETWEEN if spots else 0)
        for place, name in enumerate(row):
            spots[name] = Spot(left + place * (card + _APART), top, card, heights[name])
        low = top + max(heights[name] for name in row)
    return spots, low


def _legend(picture: ChangePicture) -> Iterator[Sample]:
    nodes = [node for panel in picture.panels for node in panel.nodes]
    fates = {node.card.fate for node in nodes} | {node.fate for node in nodes if node.parent}
    for fate, (sign, meaning) in styles.FATE_SIGNS.items():
        if fate in fates:
            face = styles.FATE_FACES[fate]
            yield Sample("", face.outline, f"{sign} {meaning}".strip(), face.fill)
    badges = [row.badge for table in picture.tables for row in table.rows]
    badges += [badge for node in nodes for badge in (*node.card.badges, node.tag) if badge is not None]
    if any(badge.weighty for badge in badges):
        yield Sample("●", Tone.INK, "filled label: matters most")
    yield from edge_samples(node.role for node in nodes if node.parent)
    if any(node.joint for node in nodes):
        yield JOINED
