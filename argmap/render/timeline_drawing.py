"""The timeline: statements in rows, and their marks along an axis of dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log1p

from argmap.render.heading import LegendEntry, heading
from argmap.render.styles import CLAIM_PITCH, CLAIM_SIZE, EDGE, NOTE_SIZE, WIDTH, TextStyle, Tone
from argmap.render.svg_document import number
from argmap.render.svg_text import path, rectangle, wide, written
from argmap.render.table_parts import (
    PARTING_TONES,
    answer_legend,
    closing_drawn,
    group_drawn,
    line_entry,
    rule,
    sign_drawn,
    small_lines,
    titled,
)
from argmap.render.text_lines import wrap
from argmap.view.tables import Parting, Timeline, TimePoint, TimeRow, TimeSign

_TEXT = 446
"""How wide statements are."""
_AXIS = EDGE + _TEXT + 36
"""Where the first date stands."""
_END = WIDTH - EDGE - 34
_LEAST = 56
"""The least from one date to the next."""
_APART = 15
"""Between marks of one statement at one date."""
_CLAIM = TextStyle(CLAIM_SIZE, Tone.INK)
_WHO = TextStyle(NOTE_SIZE, Tone.INK, bold=True)
_DATE = TextStyle(NOTE_SIZE, Tone.QUIET)
_MEANINGS = {
    TimeSign.SAID: "said",
    TimeSign.FORETOLD: "foretold",
    TimeSign.REPLACED: "a later text has overtaken it",
    TimeSign.CAME: "a later fact speaks for it",
    TimeSign.FAILED: "a later fact speaks against it",
}


def timeline_drawn(timeline: Timeline) -> tuple[list[str], float]:
    """The timeline as mark-up, and how far down it reaches."""
    rows = [row for group in timeline.groups for row in group.rows]
    places = _places(timeline)
    parts, y = heading(timeline.title, timeline.subtitle, tuple(_legend(rows)))
    drawn, y = _axis(timeline, places, y)
    parts += drawn
    top = y
    rows_drawn: list[str] = []
    for group in timeline.groups:
        drawn, y = group_drawn(group.title, y)
        rows_drawn += drawn
        for number_, row in enumerate(group.rows):
            if number_:
                rows_drawn.append(rule(y))
            shown, y = _row(row, places, y + 1)
            rows_drawn.append(shown)
        drawn, y = closing_drawn(group.closing, y - 4)
        rows_drawn += drawn
        y += 12
    upright = [
        path(f"M{number(x)},{number(top)} L{number(x)},{number(y - 8)}", stroke=Tone.FAINT.light, weight=1)
        for x in places
    ]
    return [*parts, *upright, *rows_drawn], y + EDGE - 10


def _places(timeline: Timeline) -> list[float]:
    """Where each date stands: the wider apart, the longer from one to the next, though not to scale."""
    gaps = [log1p(date.days) for date in timeline.dates[1:]]
    room = _END - _AXIS
    least = min(_LEAST, room / max(len(gaps), 1))
    spare = (room - least * len(gaps)) / (sum(gaps) or 1)
    places = [float(_AXIS)]
    for gap in gaps:
        places.append(places[-1] + least + spare * gap)
    return places


def _axis(timeline: Timeline, places: Sequence[float], y: float) -> tuple[list[str], float]:
    """Who wrote when, a line, and how long it is from date to date."""
    ends = [2 * places[0] - places[1], *places, 2 * places[-1] - places[-2]] if len(places) > 1 else []
    names = []
    for place, date in enumerate(timeline.dates):
        room = min(places[place] - ends[place], ends[place + 2] - places[place]) - 4 if ends else 80
        room = min(max(room, _LEAST - 2), 110)
        names.append([line for text in date.texts for line in wrap(text, room, NOTE_SIZE, bold=True, lines=3)])
    rooms = [0.0, *(here - before for before, here in pairwise(places))]
    gaps = [wrap(date.gap, room - 6, NOTE_SIZE) for date, room in zip(timeline.dates, rooms, strict=True)]
    low = y + 13 * max(map(len, names), default=0) + 8
    parts = [path(f"M{EDGE + _TEXT},{number(low)} L{WIDTH - EDGE},{number(low)}", stroke=Tone.INK.light, weight=1.6)]
    for place, date in enumerate(timeline.dates):
        x, shown = places[place], names[place]
        drawn = [_centred(x, low - 8 - 13 * (len(shown) - 1 - line), text, _WHO) for line, text in enumerate(shown)]
        drawn.append(
            path(f"M{number(x)},{number(low - 4)} L{number(x)},{number(low + 4)}", stroke=Tone.INK.light, weight=1.6)
        )
        drawn.append(_centred(x, low + 16, date.date, _DATE))
        for line, gap in enumerate(gaps[place]):
            drawn.append(_centred((places[place - 1] + x) / 2, low + 29 + 12 * line, gap, _DATE))
        parts.append(titled("", date.sentence, drawn))
    return parts, low + 26 + 12 * max(map(len, gaps), default=0)


def _centred(x: float, base: float, shown: str, style: TextStyle) -> str:
    left = min(x - wide(shown, style) / 2, WIDTH - 4 - wide(shown, style))
    return written(left, base, shown, style)


def _row(row: TimeRow, places: Sequence[float], y: float) -> tuple[str, float]:
    said = wrap(row.text, _TEXT - 16, CLAIM_SIZE)
    notes = [line for note in row.notes for line in wrap(note, _TEXT - 16, NOTE_SIZE)]
    parts = [written(EDGE, y + 13 + CLAIM_PITCH * place, line, _CLAIM) for place, line in enumerate(said)]
    parts += small_lines(EDGE, y + 13 + CLAIM_PITCH * (len(said) - 1) + 15, notes)
    low = y + CLAIM_PITCH * len(said) + 13 * len(notes) + 4
    middle = y + 9
    spots = _spots(row.points, places)
    if len(spots) > 1:
        tone = PARTING_TONES.get(row.parting, Tone.FRAME) if row.parting is Parting.CANNOT else Tone.FRAME
        ends = f"M{number(min(spots))},{number(middle)} L{number(max(spots))},{number(middle)}"
        parts.append(path(ends, stroke=tone.light, weight=1.8))
    parts += [titled("", point.sentence, _sign(point, x, middle)) for point, x in zip(row.points, spots, strict=True)]
    return titled(row.id, row.sentence, parts), low


def _spots(points: Sequence[TimePoint], places: Sequence[float]) -> list[float]:
    """Where each point stands; those of one date beside each other."""
    found = []
    for place, point in enumerate(points):
        before = sum(other.at == point.at for other in points[:place])
        beside = sum(other.at == point.at for other in points) - 1
        found.append(places[point.at] + _APART * (before - beside / 2))
    return found


def _sign(point: TimePoint, x: float, y: float) -> Iterator[str]:
    match point.sign:
        case TimeSign.ANSWERED if point.mark is not None:
            yield from sign_drawn(point.mark, x - 8, y - 8, 16, letters=False)
        case TimeSign.SAID:
            yield _ring(x, y, Tone.INK, Tone.INK)
        case TimeSign.FORETOLD:
            yield _ring(x, y, Tone.PAPER, Tone.INK)
        case TimeSign.REPLACED:
            places = f"M{number(x)},{number(y - 6)} L{number(x + 6)},{number(y)} L{number(x)},{number(y + 6)} "
            yield path(
                f"{places}L{number(x - 6)},{number(y)} Z", stroke=Tone.LINK.light, weight=1, fill=Tone.LINK.light
            )
        case TimeSign.CAME:
            yield _ring(x, y, Tone.PAPER, Tone.LINK, 7)
            places = (
                f"M{number(x - 3.5)},{number(y)} L{number(x - 0.8)},{number(y + 3)} L{number(x + 3.6)},{number(y - 3)}"
            )
            yield path(places, stroke=Tone.LINK.light, weight=1.8)
        case TimeSign.FAILED:
            yield _ring(x, y, Tone.PAPER, Tone.LINK, 7)
            for turn in (1, -1):
                places = f"M{number(x - 3)},{number(y - 3 * turn)} L{number(x + 3)},{number(y + 3 * turn)}"
                yield path(places, stroke=Tone.LINK.light, weight=1.8)


def _ring(x: float, y: float, fill: Tone, stroke: Tone, radius: float = 4.6) -> str:
    return rectangle(
        x - radius, y - radius, 2 * radius, 2 * radius, fill=fill.light, stroke=stroke.light, weight=1.6, radius=radius
    )


def _legend(rows: Sequence[TimeRow]) -> Iterator[LegendEntry]:
    points = [point for row in rows for point in row.points]
    for sign, meaning in _MEANINGS.items():
        if any(point.sign is sign for point in points):
            point = TimePoint(at=0, sign=sign, sentence="")
            yield LegendEntry(14, lambda x, base, point=point: "".join(_sign(point, x + 7, base - 4)), meaning)  # type: ignore[misc]
    yield from answer_legend((point.mark for point in points if point.mark is not None), letters=False)
    if any(row.parting is Parting.CANNOT for row in rows):
        yield line_entry(Tone.CONFLICT, "answers that cannot both hold")
