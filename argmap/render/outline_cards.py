"""How a row of an outline looks, and how high it is: its word, its text, its notes and its box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.render.styles import (
    ADDRESS_SIZE,
    CLAIM_PITCH,
    CLAIM_SIZE,
    NOTE_PITCH,
    NOTE_SIZE,
    WORD_SIZE,
    Dashes,
    TextStyle,
    Tone,
    face_of_row,
    look_of,
)
from argmap.render.svg_document import direction, lines, text_element
from argmap.render.svg_text import Anchor, marked_line, rectangle, wide, written, written_lines
from argmap.render.text_lines import middle_cut, split_marks, wrap
from argmap.view.outline import FIRMEST, Asserted, Fate, Form, Note, Row, Stress, Weights, Words

WORD_ROOM = 98
"""From the left edge of a card to its text, where connectives stand; `word_room` tells it of other words."""
_MOST_WORD_ROOM = 168
_LEFT = 10
_ROOT_LEFT = 14
_RIGHT = 10
_GAP = 12
"""Between text and notes."""
_NOTES = 156
"""The most that notes take of a card."""
_NOTE_LINES = 5
_BAR = 110
_COUNT = 84
_STEP = 8
"""From one step of firmness to the next."""
REFERENCE_HEIGHT = 19


@attrs.frozen
class DrawnRow:
    """A row as it looks, its left top corner at the origin."""

    row: Row
    width: int
    height: int
    drawn: str

    @property
    def classes(self) -> str:
        """Its roles, which a style sheet or a test can tell it by."""
        row = self.row
        kinds = ["card" if row.is_card else row.form.value]
        kinds += [row.form.value] if row.form in (Form.THESIS, Form.ROOT) else []
        return " ".join((*kinds, row.effect.value))


def drawn_row(row: Row, width: int, *, most: int = 0, word_room: int = WORD_ROOM) -> DrawnRow:
    """A row in a width.

    Args:
        row: What it says.
        width: Of its card.
        most: The claims that the longest bar of weights stands for.
        word_room: From the left edge of a card to its text.
    """
    if row.form is Form.HEADING:
        style = TextStyle(CLAIM_SIZE, Tone.QUIET, bold=True)
        shown = wrap(row.text, width, CLAIM_SIZE, bold=True, lines=2)
        parts = [written(0, 17 + CLAIM_PITCH * place, line, style) for place, line in enumerate(shown)]
        return DrawnRow(row, width, 6 + CLAIM_PITCH * len(shown), "".join(parts))
    if row.form is Form.REFERENCE:
        return DrawnRow(row, width, REFERENCE_HEIGHT, "".join(_reference(row, width, word_room)))
    height, parts = _card(row, width, most, word_room)
    return DrawnRow(row, width, height, "".join(parts))


def stacked_row(row: Row, width: int) -> DrawnRow:
    """A row in a narrow card: its word and notes in the first line, its text below, then what is left of the notes."""
    face, dark = face_of_row(row.form, row.effect, row.fate), row.form is Form.THESIS
    body = TextStyle(CLAIM_SIZE, face.text, bold=row.form in (Form.THESIS, Form.ROOT), italic=_is_italic(row))
    parts, base = [], 2.0
    room = width - _LEFT - _RIGHT
    notes = _note_lines(row, room, dark=dark)
    if row.word:
        base += CLAIM_PITCH - 1
        parts.append(written(_LEFT, base, row.word, _word_style(row)))
        beside = _fitting(notes, room - wide(row.word, _word_style(row)) - _GAP)
        parts += _in_a_line(notes[:beside], width - _RIGHT, base)
        notes = notes[beside:]
    for line in wrap(row.text, room, body.size, bold=body.bold, lines=1 if row.form is Form.REFERENCE else None):
        base += CLAIM_PITCH
        parts.append(_placed(_LEFT, base, line, body, room))
    while notes:
        base += NOTE_PITCH + 1
        count = max(_fitting(notes, room), 1)
        parts += _in_a_line(notes[:count], width - _RIGHT, base)
        notes = notes[count:]
    height = int(base) + 8
    return DrawnRow(row, width, height, "".join((_box(row, width, height) if row.is_card else "", *parts)))


def _fitting(notes: Sequence[_NoteLine], room: float) -> int:
    """How many of some notes fit one line."""
    count = 0
    for note in notes:
        room -= note.across + (_GAP if count else 0)
        if room < 0:
            break
        count += 1
    return count


def _in_a_line(notes: Sequence[_NoteLine], right: float, base: float) -> Iterator[str]:
    """Notes beside each other, the last at the right end."""
    for note in reversed(notes):
        yield from note.drawn(right, base)
        right -= note.across + _GAP


def _box(row: Row, width: int, height: int) -> str:
    face = face_of_row(row.form, row.effect, row.fate)
    outline, weight = (Tone.CONFLICT, 2.0) if row.differs else (face.outline, face.weight)
    look = {"fill": face.fill.light, "stroke": outline.light, "dashes": _dashes(row)}
    return rectangle(0.5, 0.5, width - 1, height - 1, weight=weight, radius=9, **look)


def _is_italic(row: Row) -> bool:
    return row.asserted is not Asserted.OUTRIGHT or row.form is Form.REFERENCE


def _dashes(row: Row) -> str:
    return {Asserted.UNSAID: Dashes.DASHED, Asserted.SUPPOSED: Dashes.DOTTED}.get(row.asserted, Dashes.SOLID).value


def word_room(rows: Iterable[Row]) -> int:
    """From the left edge of a card to its text, so that the words of all rows have room."""
    longest = max((wide(row.word, _word_style(row)) for row in rows if row.word), default=0.0)
    return max(WORD_ROOM, min(int(longest) + 2 * _LEFT, _MOST_WORD_ROOM))


def _reference(row: Row, width: int, left: int) -> Iterator[str]:
    """A word, as much of the text as one line has room for, and where the card is."""
    quiet = TextStyle(12, Tone.QUIET, italic=True)
    see = TextStyle(NOTE_SIZE, Tone.LINK, bold=True)
    place = f"see {middle_cut(row.address, _NOTES - 24, NOTE_SIZE, bold=True)}"
    yield written(_LEFT, 16, row.word, _word_style(row))
    room = width - left - _GAP - wide(place, see) - 2
    yield _placed(left, 16, wrap(row.text, room, 12, lines=1)[0], quiet, room)
    yield written(width - 2, 16, place, see, Anchor.END)


def _card(row: Row, width: int, most: int, word_room: int) -> tuple[int, list[str]]:
    face = face_of_row(row.form, row.effect, row.fate)
    left = word_room if row.word else _ROOT_LEFT
    notes = _note_lines(row, _NOTES, dark=row.form is Form.THESIS)
    beside = max((line.across for line in notes), default=0.0)
    if row.weights is not None:
        beside = max(beside, _BAR + _COUNT)
    room = width - left - _RIGHT - (beside + _GAP if beside else 0)
    body = TextStyle(CLAIM_SIZE, face.text, bold=row.form in (Form.THESIS, Form.ROOT), italic=_is_italic(row))
    said = row.now or (((row.text, False),) if row.fate is not Fate.GONE or not row.before else ())
    passages = [(row.before, "line-through"), (said, "underline")]
    broken = [(line, mark) for words, mark in passages for line in _broken(words, room, body)]
    word = wrap(row.word, word_room - _LEFT - 4, WORD_SIZE, bold=True)
    low = NOTE_PITCH * max(len(notes) + (row.weights is not None), len(word)) + 11
    height = max(CLAIM_PITCH * len(broken) + 10, low)
    parts = [
        _box(row, width, height) if row.is_card else "",
        *written_lines(_LEFT, 17.5, word, _word_style(row), NOTE_PITCH),
    ]
    for place, (line, mark) in enumerate(broken):
        base = 18 + CLAIM_PITCH * place
        if any(marked for _, marked in line):
            parts.append(marked_line(left, base, line, body, mark))
        else:
            parts.append(_placed(left, base, "".join(part for part, _ in line), body, room))
    beside_base = 16.0
    if row.weights is not None:
        parts += weights_drawn(row.weights, width - _RIGHT - beside, beside_base, most, dark=row.form is Form.THESIS)
        beside_base += NOTE_PITCH
    for note in notes:
        parts += note.drawn(width - _RIGHT, beside_base)
        beside_base += NOTE_PITCH
    return height, parts


def _word_style(row: Row) -> TextStyle:
    return TextStyle(WORD_SIZE, look_of(row.role).ink, bold=True)


def _broken(words: Words, room: float, style: TextStyle) -> Iterator[Words]:
    if len(words) == 1 and not words[0][1]:
        return (((line, False),) for line in wrap(words[0][0], room, style.size, bold=style.bold))
    return split_marks(words, wrap("".join(part for part, _ in words), room, style.size, bold=style.bold))


def _placed(x: float, base: float, shown: str, style: TextStyle, room: float) -> str:
    """A line where it begins: at the left of its room, or at the right where it is read from there."""
    if direction(shown):
        return written(x + room, base, shown, style, Anchor.END)
    return written(x, base, shown, style)


@attrs.frozen
class _NoteLine:
    """One line at the right of a card."""

    text: str
    style: TextStyle
    firmness: int = 0
    dark: bool = False

    @property
    def across(self) -> float:
        return wide(self.text, self.style) + (FIRMEST * _STEP + 4 if self.firmness else 0)

    def drawn(self, right: float, base: float) -> Iterator[str]:
        """The line, its right end at a place."""
        lit, unlit = (Tone.THESIS_QUIET, Tone.THESIS_FAINT) if self.dark else (Tone.QUIET, Tone.FAINT)
        if self.firmness:
            yield steps_drawn(right - FIRMEST * _STEP + 2, base, self.firmness, lit, unlit)
            right -= FIRMEST * _STEP + 4
        yield written(right, base, self.text, self.style, Anchor.END)


def steps_drawn(x: float, base: float, reached: int, lit: Tone = Tone.QUIET, unlit: Tone = Tone.FAINT) -> str:
    """So many of the steps of firmness, from a place on the line of text beside them."""
    steps = (lit if step < reached else unlit for step in range(FIRMEST))
    return "".join(
        rectangle(x + _STEP * place, base - 8, _STEP - 2, 8, fill=tone.light) for place, tone in enumerate(steps)
    )


STEPS_WIDTH = FIRMEST * _STEP - 2


def _note_lines(row: Row, room: float, *, dark: bool) -> list[_NoteLine]:
    found = [line for note in row.notes for line in _wrapped(note, room, dark=dark)][:_NOTE_LINES]
    if row.form is Form.REFERENCE:
        style = TextStyle(NOTE_SIZE, Tone.LINK, bold=True)
        found.append(_NoteLine(f"see {middle_cut(row.address, room - 24, NOTE_SIZE, bold=True)}", style))
    elif row.address:
        tone = Tone.THESIS_QUIET if dark else Tone.QUIET
        style = TextStyle(ADDRESS_SIZE, tone)
        found.append(_NoteLine(middle_cut(row.address, room, ADDRESS_SIZE), style))
    return found


_STRESSED = {
    Stress.PLAIN: (Tone.QUIET, False),
    Stress.CONFLICT: (Tone.CONFLICT, True),
    Stress.AGAINST: (Tone.AGAINST_INK, True),
    Stress.LINK: (Tone.LINK, False),
    Stress.CHANGE: (Tone.INK, True),
}


def _wrapped(note: Note, room: float, *, dark: bool) -> Iterator[_NoteLine]:
    tone, bold = _STRESSED[note.stress]
    if dark:
        tone = Tone.THESIS_INK if bold else Tone.THESIS_QUIET
    style = TextStyle(NOTE_SIZE, tone, bold=bold)
    beside = FIRMEST * _STEP + 4 if note.firmness else 0
    shown: Sequence[str] = wrap(note.text, room - beside, NOTE_SIZE, bold=bold, lines=3)
    for place, line in enumerate(shown):
        yield _NoteLine(line, style, 0 if place else note.firmness, dark)


def weights_drawn(weights: Weights, x: float, base: float, most: int, *, dark: bool = False) -> Iterator[str]:
    """A bar of claims that speak for it, neither way and against, and how many they are together."""
    shares = ((weights.helping, Tone.FOR), (weights.neither, Tone.NEITHER), (weights.against, Tone.AGAINST))
    right = x
    for count, tone in shares:
        across = round(_BAR * count / max(most, 1), 1)
        if across:
            yield rectangle(right, base - 8, across, 9, fill=tone.light)
        right += across
    total = "no reasons" if not weights.total else f"{weights.total:,} claim{'s' if weights.total > 1 else ''}"
    style = TextStyle(NOTE_SIZE, Tone.THESIS_QUIET if dark else Tone.QUIET)
    yield written(x + _BAR + _COUNT, base, total, style, Anchor.END)


def titled(sentence: str, drawn: str) -> str:
    """Something drawn, and what it says to those who do not see it."""
    return lines([text_element("title", sentence), drawn])
