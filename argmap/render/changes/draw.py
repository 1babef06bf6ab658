"""Drawing the picture of a difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.model.inference import StepRole
from argmap.render.changes.badges import BADGE_ROW, badge_rows, badges_drawn
from argmap.render.changes.cards import CardShape, card_shape
from argmap.render.changes.look import FACES, LEGEND
from argmap.render.changes.rows import table_drawn
from argmap.render.changes.twigs import twigs_drawn
from argmap.render.comparison.heading import heading_of
from argmap.render.comparison.ink import Passage, box, broken, height_of, text, thing
from argmap.render.comparison.place import Leaf, Spot, placed
from argmap.render.header import Sample
from argmap.render.markup import element, lines
from argmap.render.measures import HEADING, MARGIN, NARROWEST_HEADER, SMALL, TEXT, WIDEST
from argmap.render.stamp import Stamp
from argmap.render.table import Style
from argmap.render.theme import FONTS, STROKES, Tone
from argmap.render.whole import whole
from argmap.view.changes.sheet import Band, Fate, Sheet

_ENGINE = "argmap"
_FORM = "1"
"""Counts the forms in which these drawings have been written."""
_CARD = 316
_GAP = 112
"""Between two columns; the labels of lines stand in it."""
_INSIDE = 12
"""Between the frame of a band and what stands in it."""
_BETWEEN = 18
_APART = 20
"""Between single cards in a row."""
_TABLE = 1120
"""The least width with tables."""


def draw_changes(sheet: Sheet) -> bytes:
    """The picture as an SVG file: the same bytes everywhere.

    Its stamp changes whenever anything in it does.
    """
    from hashlib import sha256

    parts, size = _parts(sheet)
    digest = sha256(_whole(sheet, parts, size, Stamp(_ENGINE, _FORM, ""))).hexdigest()
    return _whole(sheet, parts, size, Stamp(_ENGINE, _FORM, digest))


def _whole(sheet: Sheet, parts: Sequence[str], size: tuple[int, int], stamp: Stamp) -> bytes:
    corners = f"0,0 {size[0]},0 {size[0]},{size[1]} 0,{size[1]}"
    paper = element("polygon", {"points": corners, "fill": Tone.PAPER.light, "class": "f-paper"})
    drawn = element("g", {"font-family": FONTS}, lines([paper, *parts]))
    return whole(sheet.frame.title, sheet.frame.description, drawn, size, stamp)


def _parts(sheet: Sheet) -> tuple[list[str], tuple[int, int]]:
    columns = max((twig.column for band in sheet.bands for twig in band.twigs), default=-1) + 1
    card = min(_CARD, (WIDEST - 2 * MARGIN - 2 * _INSIDE - _GAP * (columns - 1)) // max(columns, 1))
    across = columns * card + _GAP * (columns - 1) + 2 * _INSIDE if columns else 0
    room = max(across, NARROWEST_HEADER, _TABLE if sheet.tables or columns else 0)
    heading = heading_of(sheet.frame, _legend(sheet), room)
    parts = list(heading.parts)
    y = float(heading.height)
    for table in sheet.tables:
        drawn, y = table_drawn(table, MARGIN, y, room)
        parts += drawn
        y += _BETWEEN
    for band in sheet.bands:
        drawn, y = _band(band, card, room, round(y))
        parts += drawn
        y += _BETWEEN
    if sheet.closing:
        left = broken([Passage(sheet.closing, Style(TEXT, Tone.QUIET, bold=True))], room)
        parts.append(text(left, MARGIN, y))
        y += height_of(left) + _BETWEEN
    return parts, (room + 2 * MARGIN, round(y) - _BETWEEN + MARGIN)


def _band(band: Band, card: int, room: int, y: int) -> tuple[list[str], float]:
    left = MARGIN + _INSIDE
    inside = room - 2 * _INSIDE
    titles = broken(
        [
            Passage(band.title, Style(HEADING, Tone.INK, bold=True), 2),
            *(Passage(note, Style(SMALL, Tone.QUIET), 2) for note in band.notes),
        ],
        inside,
    )
    top = y + _INSIDE
    labels = badge_rows(band.badges, inside) * BADGE_ROW
    begin = top + height_of(titles) + labels + _INSIDE
    shapes = {twig.card.id: card_shape(twig.card, card) for twig in band.twigs}
    spots, low = _placed(band, shapes, card, inside, begin)
    frame = box((MARGIN, y), room, low + _INSIDE - y, Tone.GROUP, Tone.FRAME, weight=0.8, radius=10)
    drawn = [frame, text(titles, left, top), *badges_drawn(band.badges, left, top + height_of(titles) + 2, inside)]
    parts = [thing(band.id, ("group",), band.title, drawn), *twigs_drawn(band, spots)]
    parts += [shapes[name].drawn(spot.x, spot.y) for name, spot in spots.items()]
    return parts, low + _INSIDE


def _placed(
    band: Band, shapes: Mapping[str, CardShape], card: int, inside: int, begin: int
) -> tuple[dict[str, Spot], int]:
    """Where each card stands, and how far down they reach: trees below each other, then single cards in rows."""
    parents = {twig.parent for twig in band.twigs}
    single = [twig.card.id for twig in band.twigs if not twig.parent and twig.card.id not in parents]
    leaves = [
        Leaf(twig.card.id, twig.parent, twig.column, card, shapes[twig.card.id].height)
        for twig in band.twigs
        if twig.card.id not in single
    ]
    left = MARGIN + _INSIDE
    deepest = max((leaf.column for leaf in leaves), default=0)
    spots, low = placed(leaves, [left + column * (card + _GAP) for column in range(deepest + 1)], begin)
    beside = (inside + _APART) // (card + _APART)
    for start in range(0, len(single), beside):
        row = single[start : start + beside]
        top = low + (_BETWEEN if spots else 0)
        for place, name in enumerate(row):
            spots[name] = Spot(left + place * (card + _APART), top, card, shapes[name].height)
        low = top + max(shapes[name].height for name in row)
    return spots, low


def _legend(sheet: Sheet) -> Iterator[Sample]:
    twigs = [twig for band in sheet.bands for twig in band.twigs]
    fates = {twig.card.fate for twig in twigs} | {twig.fate for twig in twigs if twig.parent}
    for fate in (Fate.NEW, Fate.GONE, Fate.CHANGED, Fate.SAME):
        if fate in fates:
            sign, meaning = LEGEND[fate]
            face = FACES[fate]
            yield Sample("", face.outline, f"{sign} {meaning}".strip(), face.fill)
    badges = [badge for band in sheet.bands for twig in band.twigs for badge in twig.card.badges]
    badges += [row.badge for table in sheet.tables for row in table.rows]
    badges += [twig.tag for twig in twigs if twig.tag is not None]
    if any(badge.weighty for badge in badges):
        yield Sample("●", Tone.INK, "filled label: matters most")
    roles = {twig.role for twig in twigs if twig.parent}
    for role in StepRole:
        if role in roles:
            yield Sample(STROKES[role].sample, STROKES[role].tone, STROKES[role].meaning)
    if any(twig.joint for twig in twigs):
        yield Sample("●", Tone.FOR, "premises taken together")
