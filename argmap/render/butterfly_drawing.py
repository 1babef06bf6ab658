"""Drawing two who answer one question differently: verdict and answers on top, below each answer its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from argmap.render.engine import Engine
from argmap.render.heading import legend_lines
from argmap.render.legend import legend_of
from argmap.render.outline_cards import DrawnRow, stacked_row
from argmap.render.outline_dot import INDENT, Slot, Spot, dot_of, spots_of
from argmap.render.outline_drawing import rows_placed, titled_row
from argmap.render.styles import (
    BYLINE_SIZE,
    CLAIM_PITCH,
    CLAIM_SIZE,
    EDGE,
    HEADLINE_SIZE,
    NOTE_SIZE,
    WIDTH,
    TextStyle,
    Tone,
)
from argmap.render.svg_document import element, lines, text_element
from argmap.render.svg_text import Anchor, path, rectangle, wide, written, written_lines
from argmap.render.text_lines import wrap
from argmap.view.outline import Butterfly, Clash, Speaker
from argmap.wording.english import first_upper

_HALF = 407
_GUTTER = WIDTH - 2 * EDGE - 2 * _HALF
_PADDING = 12
_SPEAKERS = ((Tone.ONE, Tone.ONE_TINT, Tone.ONE_INK), (Tone.OTHER, Tone.OTHER_TINT, Tone.OTHER_INK))
_ANSWER_SIZE = 14
_BETWEEN_BUSES = 7
_MOST_LINES = 4
"""Lines of a verdict, and of each thing that it turns on: both answers stand near the top."""
_LEVEL = 8
"""Up to this difference in height a line between two cards runs straight."""


@attrs.frozen
class DrawnButterfly:
    """A picture of two before it is laid out.

    Attributes:
        heading: What stands above the halves, and how high that is.
        halves: The rows of each.
        slots: The rows of each as the layout engine sees them, on the same ranks.
        places: For each slot the number of its row, or None.
    """

    picture: Butterfly
    heading: tuple[list[str], float]
    halves: tuple[tuple[DrawnRow, ...], tuple[DrawnRow, ...]]
    slots: tuple[list[Slot], list[Slot]]
    places: tuple[list[int | None], list[int | None]]

    def content(self) -> str:
        """All but the places: what a stamp is made of."""
        rows = (titled_row(row, 0, 0) for half in self.halves for row in half)
        clashes = (f"{clash.one} {clash.other} {clash.cannot} {clash.sentence}" for clash in self.picture.clashes)
        return "\n".join((*self.heading[0], *rows, *clashes, *map(dot_of, self.slots)))


def drawn_butterfly(picture: Butterfly) -> DrawnButterfly:
    """The parts of a picture, before the layout engine is asked."""
    one, other = (tuple(stacked_row(row, int(_HALF - INDENT * row.depth)) for row in half) for half in picture.halves)
    ranks = _ranks(len(one), len(other), picture.clashes)
    slots: tuple[list[Slot], list[Slot]] = ([], [])
    for rank, pair in enumerate(ranks):
        there = [half[number] if number is not None else None for half, number in zip((one, other), pair, strict=True)]
        height = max(drawn.height for drawn in there if drawn is not None)
        apart = rank > 0 and any(drawn is not None and not drawn.row.depth for drawn in there)
        for column, drawn in zip(slots, there, strict=True):
            depth, width = (drawn.row.depth, drawn.width) if drawn is not None else (0, 4)
            column.append(Slot(depth, width, height, apart=apart, empty=drawn is None))
    places = ([pair[0] for pair in ranks], [pair[1] for pair in ranks])
    return DrawnButterfly(picture, _heading(picture), (one, other), slots, places)


def _ranks(one: int, other: int, clashes: Sequence[Clash]) -> list[tuple[int | None, int | None]]:
    """Rows of both halves in pairs: those on which both differ beside each other, as far as the order allows."""
    fixed: list[tuple[int, int]] = []
    for pair in sorted((clash.one[0], clash.other[0]) for clash in clashes if clash.one and clash.other):
        if not fixed or (pair[0] > fixed[-1][0] and pair[1] > fixed[-1][1]):
            fixed.append(pair)
    found: list[tuple[int | None, int | None]] = []
    left = right = 0
    for first, second in (*fixed, (one, other)):
        for step in range(max(first - left, second - right)):
            at_left, at_right = left + step, right + step
            found.append((at_left if at_left < first else None, at_right if at_right < second else None))
        if (first, second) != (one, other):
            found.append((first, second))
        left, right = first + 1, second + 1
    return found


def butterfly_placed(drawn: DrawnButterfly, engine: Engine) -> tuple[list[str], tuple[float, float]]:
    """The picture as mark-up, and its size.

    Raises:
        EngineError: If the engine fails, or loses a card.
    """
    parts, top = list(drawn.heading[0]), drawn.heading[1]
    low = top
    placed: list[list[Spot]] = []
    for column in (0, 1):
        found: dict[int, Spot] = {}
        for spot, number in zip(spots_of(drawn.slots[column], engine), drawn.places[column], strict=True):
            if number is not None:
                left = EDGE + (_HALF + _GUTTER) * column
                found[number] = Spot(spot.x + left, spot.y + top, spot.trunk + left)
        spots = [found[number] for number in sorted(found)]
        placed.append(spots)
        parts += rows_placed(drawn.halves[column], spots)
        low = max([low, *(spot.y + row.height for spot, row in zip(spots, drawn.halves[column], strict=True))])
    joined = [clash for clash in drawn.picture.clashes if clash.one and clash.other]
    for number, clash in enumerate(joined):
        parts.append(_clash(clash, number, drawn, placed))
    legend, height = legend_lines(legend_of([row.row for half in drawn.halves for row in half]), low + 24)
    return [*parts, *legend], (WIDTH, height + EDGE)


def _clash(clash: Clash, number: int, drawn: DrawnButterfly, placed: Sequence[Sequence[Spot]]) -> str:
    """A line from each card of one half to each of the other on which both differ; it touches them all."""
    bus = EDGE + _HALF + _GUTTER / 2 - 6 + _BETWEEN_BUSES * number
    tone, weight = (Tone.CONFLICT, 2.5) if clash.cannot else (Tone.QUIET, 1.5)
    touched: list[tuple[float, float]] = []
    for side, rows in enumerate((clash.one, clash.other)):
        for row in rows:
            spot, card = placed[side][row], drawn.halves[side][row]
            touched.append((spot.x + (0 if side else card.width), spot.y + min(card.height / 2, 40)))
    ends = [middle for _, middle in touched]
    if max(ends) - min(ends) < _LEVEL:
        ends = [min(ends)] * len(ends)
    steps = [f"M{edge:.1f},{end:.1f} H{bus:.1f}" for (edge, _), end in zip(touched, ends, strict=True)]
    trunk = f"M{bus:.1f},{min(ends):.1f} V{max(ends):.1f}" if max(ends) - min(ends) > 0.5 else ""
    line = path(" ".join(filter(None, (*steps, trunk))), stroke=tone.light, weight=weight)
    return element("g", {"class": "line clash"}, lines([text_element("title", clash.sentence), line]))


def _heading(picture: Butterfly) -> tuple[list[str], float]:
    """Question, verdict, answers and scale, and how far down they reach."""
    room = WIDTH - 2 * EDGE
    titles = wrap(picture.title, room, HEADLINE_SIZE, bold=True, lines=3)
    parts = written_lines(EDGE, EDGE + 13, titles, TextStyle(HEADLINE_SIZE, Tone.INK, bold=True), 22)
    y = EDGE + 13 + 22 * (len(titles) - 1) + 13.0
    verdict, y = _verdict(picture, y)
    answers, y = _answers(picture, y + 8)
    scale, y = _scale(picture, y + 6) if picture.scale else ([], y)
    return [*parts, *verdict, *answers, *scale], y + 10


def _verdict(picture: Butterfly, y: float) -> tuple[list[str], float]:
    tone, ground = (Tone.CONFLICT, Tone.CONFLICT_TINT) if picture.cannot else (Tone.FRAME, Tone.BAND)
    inside = WIDTH - 2 * EDGE - 2 * _PADDING
    whole = ": ".join(filter(None, (picture.verdict, picture.meaning)))
    is_short = len(wrap(whole, inside, CLAIM_SIZE, bold=True)) == 1
    said = (whole,) if is_short else wrap(picture.verdict, inside, CLAIM_SIZE, bold=True)
    more = picture.turns_on if is_short else (first_upper(picture.meaning), *picture.turns_on)
    style = TextStyle(CLAIM_SIZE, Tone.CONFLICT if picture.cannot else Tone.INK, bold=True)
    turns = [line for turn in more for line in wrap(turn, inside, BYLINE_SIZE, lines=_MOST_LINES)]
    height = 10 + CLAIM_PITCH * len(said) + 16 * len(turns)
    parts = [rectangle(EDGE, y, WIDTH - 2 * EDGE, height, fill=ground.light, stroke=tone.light, weight=1, radius=6)]
    parts += written_lines(EDGE + _PADDING, y + 18, said, style, CLAIM_PITCH)
    base = y + 18 + CLAIM_PITCH * len(said)
    parts += written_lines(EDGE + _PADDING, base - 1, turns, TextStyle(BYLINE_SIZE, Tone.INK), 16)
    return parts, y + height


def _answers(picture: Butterfly, y: float) -> tuple[list[str], float]:
    """Who speaks, and what each answers."""
    answers = [wrap(speaker.answer, _HALF - 2 * _PADDING, _ANSWER_SIZE, bold=True) for speaker in picture.speakers]
    height = 32 + 19 * max(map(len, answers))
    parts: list[str] = []
    for column, (speaker, answer) in enumerate(zip(picture.speakers, answers, strict=True)):
        x = EDGE + (_HALF + _GUTTER) * column
        outline, ground, ink = _SPEAKERS[column]
        look = {"fill": ground.light, "stroke": outline.light}
        drawn = [rectangle(x, y, _HALF, height, weight=1.6, radius=6, **look)]
        drawn += _who(speaker, x, y, ink)
        drawn += written_lines(x + _PADDING, y + 39, answer, TextStyle(_ANSWER_SIZE, Tone.INK, bold=True), 19)
        sentence = f"{speaker.name}: {speaker.answer}; {speaker.count}"
        parts.append(element("g", {"class": "answer"}, lines([text_element("title", sentence), *drawn])))
    return parts, y + height


def _who(speaker: Speaker, x: float, y: float, ink: Tone) -> Iterator[str]:
    style = TextStyle(BYLINE_SIZE, ink, bold=True)
    room = _HALF - 3 * _PADDING - wide(speaker.count, TextStyle(NOTE_SIZE, Tone.QUIET))
    yield written(x + _PADDING, y + 19, wrap(speaker.name, room, BYLINE_SIZE, bold=True, lines=1)[0], style)
    yield written(x + _HALF - _PADDING, y + 19, speaker.count, TextStyle(NOTE_SIZE, Tone.QUIET), Anchor.END)


def _scale(picture: Butterfly, y: float) -> tuple[list[str], float]:
    """The answers in order on a line, with those of the two marked."""
    count = len(picture.scale)
    room = (WIDTH - 2 * EDGE) / count
    middles = [EDGE + room * (place + 0.5) for place in range(count)]
    parts = [path(f"M{middles[0]:.1f},{y + 8:.1f} H{middles[-1]:.1f}", stroke=Tone.FRAME.light, weight=1.5)]
    label = TextStyle(BYLINE_SIZE, Tone.QUIET)
    most = 1
    for place, (middle, answer) in enumerate(zip(middles, picture.scale, strict=True)):
        parts.append(path(f"M{middle:.1f},{y + 4:.1f} V{y + 12:.1f}", stroke=Tone.FRAME.light, weight=1.5))
        here = [outline for outline, at in zip(_SPEAKERS, picture.places, strict=True) if at == place]
        for tone, _, _ in here:
            look = {"fill": tone.light, "stroke": Tone.PAPER.light}
            parts.append(rectangle(middle - 6, y + 2, 12, 12, weight=1.5, radius=6, **look))
        shown = wrap(answer, room - 8, BYLINE_SIZE, bold=bool(here), lines=2)
        style = attrs.evolve(label, tone=here[0][2] if here else Tone.QUIET, bold=bool(here))
        parts += [written(middle, y + 28 + 15 * at, line, style, Anchor.MIDDLE) for at, line in enumerate(shown)]
        most = max(most, len(shown))
    sentence = f"The answers in order: {', '.join(picture.scale)}"
    return [element("g", {"class": "scale"}, lines([text_element("title", sentence), *parts]))], y + 20 + 15 * most
