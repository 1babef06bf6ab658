"""The stance matrix: questions by holders, with lines between those who disagree, or the answers that are at odds."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.heading import LegendEntry, heading, word_entry
from argmap.render.styles import CLAIM_SIZE, EDGE, NOTE_SIZE, WIDTH, TextStyle, Tone
from argmap.render.svg_document import number
from argmap.render.svg_text import path, rectangle, wide, written, written_lines
from argmap.render.table_parts import (
    PARTING_DASHES,
    PARTING_TONES,
    PITCH,
    answer_legend,
    closing_drawn,
    group_drawn,
    heads_drawn,
    line_entry,
    marks_drawn,
    rule,
    small_lines,
    titled,
)
from argmap.render.text_lines import wrap
from argmap.view.tables import Matrix, PartedPair, Parting, QuestionRow
from argmap.wording.stance_sentences import LOOKED_FOR, NOT_THERE, PERHAPS_THERE

_QUESTIONS = 268
"""The least room for questions."""
_SIDES = 92
_WIDEST_CELL = 150
_WIDEST_SIGN = 44
_LANE = 6
"""From one line between two who disagree to the next."""
_ASK = TextStyle(CLAIM_SIZE, Tone.INK)
_NOTE = TextStyle(NOTE_SIZE, Tone.QUIET)
_NOTHING = TextStyle(CLAIM_SIZE, Tone.QUIET, bold=True)
_MEANINGS = {
    Parting.CANNOT: "cannot both hold",
    Parting.DISAGREES: "disagree, and perhaps both can hold",
}


def matrix_drawn(matrix: Matrix) -> tuple[list[str], float]:
    """The matrix as mark-up, and how far down it reaches."""
    return _Drawing(matrix).drawn()


class _Drawing:
    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        count = max(len(matrix.columns), 1)
        room = WIDTH - 2 * EDGE
        self.rows = [row for group in matrix.groups for row in group.rows]
        self.sides = _SIDES if any(row.sides for row in self.rows) else 0
        self.letters = not matrix.wide or any(row.key for row in self.rows)
        most = _WIDEST_CELL if matrix.wide else _WIDEST_SIGN
        self.cell = min(most, (room - _QUESTIONS - self.sides) / count)
        self.left = WIDTH - EDGE - self.cell * count
        self.asking = room - self.cell * count - self.sides - 5

    def drawn(self) -> tuple[list[str], float]:
        """All of it."""
        parts, y = heading(self.matrix.title, self.matrix.subtitle, tuple(self._legend()))
        heads, y = heads_drawn(self.matrix.columns, self.left, y, self.cell)
        parts += heads
        for group in self.matrix.groups:
            drawn, y = group_drawn(group.title, y)
            parts += drawn
            for row in group.rows:
                drawn_row, low = self._row(row, y)
                parts += [drawn_row, rule(low)] if self.matrix.wide else [drawn_row]
                y = low
            y += 10
        drawn, y = closing_drawn(self.matrix.closing, y - 10)
        return [*parts, *drawn], y + EDGE

    def _row(self, row: QuestionRow, y: float) -> tuple[str, float]:
        asked = wrap(row.question, self.asking, CLAIM_SIZE)
        parts = [written(EDGE, y + 13 + 16 * place, line, _ASK) for place, line in enumerate(asked)]
        after = wide(asked[-1], _ASK) + 9 if asked else 0
        beside = row.note if wide(row.note, _NOTE) <= self.asking - after else ""
        parts.append(written(EDGE + after, y + 13 + 16 * (len(asked) - 1), beside, _NOTE))
        below = (row.key, "" if beside else row.note)
        small = [line for said in below for line in wrap(said, self.asking, NOTE_SIZE)]
        parts += small_lines(EDGE, y + 13 + 16 * (len(asked) - 1) + 14, small)
        low = y + PITCH + 16 * (len(asked) - 1) + 13 * len(small) + (3 if small else 0)
        sides = wrap(_kept_together(row.sides), self.sides - 8, NOTE_SIZE, bold=True) if self.sides else ()
        style = TextStyle(NOTE_SIZE, PARTING_TONES.get(row.parting, Tone.QUIET), bold=True)
        parts += written_lines(self.left - self.sides + 4, y + 12, sides, style, 13)
        end = y + max(PITCH, 13 * len(sides) + 3)
        for place, cell in enumerate(row.cells):
            x, across = self.left + self.cell * place, self.cell - (4 if self.matrix.wide else 1)
            drawn, high = marks_drawn(cell.marks, x, y + 1, across, letters=self.letters)
            if not cell.marks:
                # A blank says something, too, to whoever asks it.
                drawn = [rectangle(x, y + 1, across, PITCH - 2, fill=Tone.PAPER.light)]
            if cell.looked_for:
                drawn.append(written(x + (across - wide(LOOKED_FOR, _NOTHING)) / 2, y + 12.5, LOOKED_FOR, _NOTHING))
            if cell.parting is not Parting.NONE and not self.matrix.wide:
                places = f"M{number(x)},{number(y + high + 0.7)} L{number(x + across)},{number(y + high + 0.7)}"
                dashes = PARTING_DASHES[cell.parting] and "2,2"
                drawn.append(path(places, stroke=PARTING_TONES[cell.parting].light, weight=2, dashes=dashes))
                high += 2
            parts.append(titled(cell.id, cell.sentence, drawn))
            end = max(end, y + high)
        lanes = list(self._lanes(row, end))
        return titled(row.id, row.sentence, [*parts, *lanes], row.link), max(
            low, end + _LANE * len(lanes) + (2 if lanes else 0)
        )

    def _lanes(self, row: QuestionRow, low: float) -> Iterator[str]:
        """A line for each two who disagree, below the answers of the row, from one to the other."""
        for place, pair in enumerate(row.pairs):
            y = low + 2 + _LANE * place
            ends = [self.left + self.cell * (column + 0.5) - 2 for column in (pair.one, pair.other)]
            yield titled("", pair.sentence, [_bracket(pair, ends, y)])

    def _legend(self) -> Iterator[LegendEntry]:
        marks = [mark for row in self.rows for cell in row.cells for mark in cell.marks]
        yield from answer_legend(marks, letters=self.letters)
        empty = {cell.looked_for for row in self.rows for cell in row.cells if not cell.marks}
        if True in empty:
            yield word_entry(LOOKED_FOR, Tone.QUIET, NOT_THERE)
        if False in empty:
            yield word_entry("blank", Tone.QUIET, PERHAPS_THERE if True in empty else "silent", bold=False)
        for parting, meaning in _MEANINGS.items():
            if any(pair.parting is parting for row in self.rows for pair in row.pairs):
                yield _parting_entry(parting, f"these two {meaning}")
        if any(row.sides for row in self.rows):
            yield word_entry("↔ 5/6", Tone.INK, "disagree: five of the six pairs that differ")
            for parting, meaning in _MEANINGS.items():
                if any(cell.parting is parting for row in self.rows for cell in row.cells):
                    yield _parting_entry(parting, f"this text and another {meaning}")


def _kept_together(sides: str) -> str:
    """Answers at odds, so that no line ends between two, unless all are in one chain."""
    return sides.replace(" ↔ ", "\u00a0↔\u00a0" if "," in sides else "\u00a0↔ ")


def _bracket(pair: PartedPair, ends: list[float], y: float) -> str:
    """A line with a dot at either end."""
    tone = PARTING_TONES[pair.parting].light
    (one, other), dashes = map(number, ends), PARTING_DASHES[pair.parting]
    dots = "".join(rectangle(x - 2.5, y - 2.5, 5, 5, fill=tone, radius=2.5) for x in ends)
    return path(f"M{one},{number(y)} L{other},{number(y)}", stroke=tone, weight=2, dashes=dashes) + dots


def _parting_entry(parting: Parting, meaning: str) -> LegendEntry:
    return line_entry(PARTING_TONES[parting], meaning, dashes=PARTING_DASHES[parting])
