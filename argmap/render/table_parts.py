"""What tables of a comparison are drawn of: answers as boxes, names on end, rules, and things with what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.render.heading import LegendEntry, box_entry, word_entry
from argmap.render.styles import BYLINE_SIZE, EDGE, NOTE_SIZE, WIDTH, WORD_SIZE, TextStyle, Tone
from argmap.render.svg_document import direction, element, lines, number, text_element
from argmap.render.svg_text import path, rectangle, wide, written, written_lines
from argmap.render.text_lines import wrap
from argmap.view.tables import AnswerMark, AnswerPlace, HolderHead, Parting

PITCH = 18
"""From a row of one line to the next."""
_BOX = 16.5
_LINE = 13
_ROOMY = 50
"""From how much room on words may take several lines."""
_SIGN = 12
"""The room of a sign and the space behind it."""
_AROUND = 4

_TONES = {
    AnswerPlace.FIRST: (Tone.FIRST_END_POSSIBLE, Tone.FIRST_END_LIKELY, Tone.FIRST_END),
    AnswerPlace.BETWEEN: (Tone.BETWEEN_POSSIBLE, Tone.BETWEEN_LIKELY, Tone.BETWEEN),
    AnswerPlace.LAST: (Tone.LAST_END_POSSIBLE, Tone.LAST_END_LIKELY, Tone.LAST_END),
    AnswerPlace.OWN: (Tone.OWN_POSSIBLE, Tone.OWN_LIKELY, Tone.OWN),
}
PARTING_TONES = {Parting.CANNOT: Tone.CONFLICT, Parting.DISAGREES: Tone.QUIET}
PARTING_DASHES = {Parting.CANNOT: "", Parting.DISAGREES: "4,3"}
_SMALL = TextStyle(NOTE_SIZE, Tone.QUIET)
_NAME = TextStyle(WORD_SIZE, Tone.INK)
_GROUP = TextStyle(BYLINE_SIZE, Tone.QUIET, bold=True)
_CLOSING = TextStyle(WORD_SIZE, Tone.QUIET)
_LONGEST_NAME = 170
_BESIDE = 13
"""From one line on end to the next."""


def titled(name: str, sentence: str, drawn: Iterable[str], link: str = "") -> str:
    """Something of a picture with what it says, and where it leads."""
    content = lines(part for part in drawn if part)
    inner = element("a", {"xlink:href": link}, content) if link else content.strip("\n")
    return element("g", {"id": name} if name else {}, lines([text_element("title", sentence), inner]))


def rule(y: float, tone: Tone = Tone.FAINT, weight: float = 1) -> str:
    """A line across the picture."""
    return path(f"M{EDGE},{number(y)} L{WIDTH - EDGE},{number(y)}", stroke=tone.light, weight=weight)


def group_drawn(title: str, y: float) -> tuple[list[str], float]:
    """The heading of a group of rows, and where they begin."""
    parts = [written(EDGE, y + 12, title, _GROUP), rule(y + 18, Tone.FRAME)]
    return (parts, y + 22) if title else ([rule(y)], y + 4)


def closing_drawn(said: str, y: float) -> tuple[list[str], float]:
    """What stands below a table, and where it ends."""
    found = wrap(said, WIDTH - 2 * EDGE, WORD_SIZE)
    return written_lines(EDGE, y + 16, found, _CLOSING, 15), y + (8 + 15 * len(found) if found else 0)


def heads_drawn(heads: Sequence[HolderHead], x: float, y: float, across: float) -> tuple[list[str], float]:
    """The names above columns that begin at a place: level where there is room for them, else on end."""
    names = [wrap(head.name, across - 8, WORD_SIZE, bold=True, lines=3) for head in heads]
    if across >= 80:
        low = y + 14 * max(map(len, names), default=0)
        style = TextStyle(WORD_SIZE, Tone.INK, bold=True)
        drawn = [
            written_lines(x + across * place + 2, low - 14 * len(name) + 10, name, style, 14)
            for place, name in enumerate(names)
        ]
    else:
        most = max(1, int(across // _BESIDE))
        short = [wrap(head.name, _LONGEST_NAME, WORD_SIZE, lines=most) for head in heads]
        low = y + max((wide(line, _NAME) for name in short for line in name), default=0)
        drawn = [
            [
                _on_end(x + across * (place + 0.5) + 4 + _BESIDE * (line - (len(name) - 1) / 2), low, shown)
                for line, shown in enumerate(name)
            ]
            for place, name in enumerate(short)
        ]
    parts = [titled(head.id, head.sentence, part, head.link) for head, part in zip(heads, drawn, strict=True)]
    return parts, low + 6


def _on_end(x: float, y: float, name: str) -> str:
    """A name that reads upwards."""
    places = {"x": number(x), "y": number(y), "transform": f"rotate(-90 {number(x)} {number(y)})"}
    style = {"font-size": number(WORD_SIZE), "fill": Tone.INK.light}
    return text_element("text", name, {**places, **style, **direction(name)})


def marks_drawn(
    marks: Sequence[AnswerMark], x: float, y: float, across: float, *, letters: bool
) -> tuple[list[str], float]:
    """The answers of a cell from its top left corner on, as many beside each other as there is room; how high they are.

    Args:
        marks: The answers.
        x: The left edge.
        y: The upper edge.
        across: How wide the cell is.
        letters: Whether answers without a scale show their letters.
    """
    parts: list[str] = []
    top = y
    for row in _rows(marks, across, letters=letters):
        # What stands beside others takes the room that it needs, and the last all that is left.
        left = x
        high = _BOX
        for mark in row:
            last = mark is row[-1]
            size = x + across - left if last else _needs(mark, letters=letters)
            shown = _words(mark, size, letters=letters)
            high = max(high, _BOX + _LINE * (len(shown) - 1))
            parts += _mark(mark, _Spot(left, top, size, high), shown, letters=letters)
            left += size + 2
        top += high + PITCH - _BOX
    return parts, top - y


def sign_drawn(mark: AnswerMark, x: float, y: float, across: float, *, letters: bool = True) -> list[str]:
    """An answer by its sign alone."""
    return [*_mark(mark, _Spot(x, y, across, _BOX), (), letters=letters)]


class _Spot(NamedTuple):
    """The top left corner of an answer, and its size."""

    x: float
    y: float
    across: float
    down: float


def _rows(marks: Sequence[AnswerMark], across: float, *, letters: bool) -> Iterator[list[AnswerMark]]:
    row: list[AnswerMark] = []
    left = across
    for mark in marks:
        needs = _needs(mark, letters=letters)
        if row and needs > left:
            yield row
            row, left = [], across
        row.append(mark)
        left -= needs + 2
    if row:
        yield row


def _sign(mark: AnswerMark, *, letters: bool) -> str:
    return mark.sign if letters or mark.place is not AnswerPlace.OWN else ""


def _style(mark: AnswerMark) -> TextStyle:
    full = mark.firmness == 3 and not mark.rejected
    return TextStyle(NOTE_SIZE, Tone.THESIS_INK if full else Tone.INK)


def _said(mark: AnswerMark) -> str:
    # A dot between two answers ends a line, and no sign begins one.
    said = mark.words.replace(" · ", "\u00a0· ")
    return f"{said}\u00a0*" if mark.reserved else said


def _before(mark: AnswerMark, *, letters: bool) -> float:
    return _AROUND + (_SIGN if _sign(mark, letters=letters) else 0)


def _needs(mark: AnswerMark, *, letters: bool) -> float:
    return _before(mark, letters=letters) + wide(_said(mark), _style(mark)) + _AROUND + 1


def _words(mark: AnswerMark, across: float, *, letters: bool) -> tuple[str, ...]:
    room = across - _before(mark, letters=letters) - _AROUND
    shown = wrap(_said(mark), room, NOTE_SIZE) if room > 16 else ()
    # Where answers have letters, words that take several lines are told below the question.
    return shown if len(shown) < 2 or room > _ROOMY else ()


def _mark(mark: AnswerMark, spot: _Spot, shown: Sequence[str], *, letters: bool) -> Iterator[str]:
    (x, y, across, _), style, sign = spot, _style(mark), _sign(mark, letters=letters)
    yield _box(mark, spot)
    bold = TextStyle(WORD_SIZE, style.tone, bold=bool(shown) or mark.firmness != 1)
    if not shown:
        sign = f"{sign}*" if mark.reserved and across > 20 else sign
        left = x + (across - wide(sign, bold)) / 2
    else:
        left = x + _AROUND + (8 - wide(sign, bold)) / 2
    yield written(left, y + 11.5, sign, bold)
    yield from written_lines(x + _before(mark, letters=letters), y + 11.5, shown, style, _LINE)
    if mark.rejected and sign:
        middle = left + wide(sign, bold) / 2
        yield path(
            f"M{number(middle - 6)},{number(y + 13)} L{number(middle + 6)},{number(y + 3)}",
            stroke=Tone.INK.light, weight=1.2,
        )  # fmt: skip


def _box(mark: AnswerMark, spot: _Spot) -> str:
    """The box of an answer: the firmer it is given, the stronger its colour."""
    x, y, across, down = spot
    if mark.place is AnswerPlace.OPEN:
        return rectangle(
            x + 0.5, y + 0.5, across - 1, down - 1, fill=Tone.PAPER.light, stroke=Tone.FRAME.light, weight=1.2,
            dashes="1.5,2.5", radius=2,
        )  # fmt: skip
    tones = _TONES[mark.place]
    fill = Tone.PAPER if mark.rejected else tones[mark.firmness - 1]
    outline = Tone.INK if mark.unsaid else tones[2]
    return rectangle(
        x + 0.5, y + 0.5, across - 1, down - 1, fill=fill.light, radius=2,
        stroke=outline.light, weight=1.2 if mark.unsaid or mark.rejected else 0.8,
        dashes="3.5,2" if mark.unsaid else "",
    )  # fmt: skip


_ENDS = {
    AnswerPlace.FIRST: "yes, or the first end of a scale",
    AnswerPlace.BETWEEN: "between the ends",
    AnswerPlace.LAST: "no, or the other end",
    AnswerPlace.OWN: "an answer to a question without a scale",
    AnswerPlace.OPEN: "left open",
}
_REGARDS = {"✓": "the author endorses this claim", "✗": "the author denies or doubts this claim"}
_FIRMNESS = {3: "strong: plainly", 2: "middle: likely, unlikely, should", 1: "pale: possible, could"}


def answer_legend(marks: Iterable[AnswerMark], *, letters: bool) -> Iterator[LegendEntry]:
    """The places, strengths and manners of answers that occur, and what they mean."""
    found = list(dict.fromkeys(marks))
    for place, meaning in _ENDS.items():
        signs = list(dict.fromkeys(mark.sign for mark in found if mark.place is place))
        if place is AnswerPlace.OWN:
            signs = (["a"] if letters else [""]) if signs else []
            meaning += ", named below the question" if letters else ""  # noqa: PLW2901
        elif place is AnswerPlace.BETWEEN and len(signs) > 1:
            signs = ["±" if "±" in signs else signs[0]]
        if signs:
            yield _entry(
                AnswerMark(sign=signs[0], place=place, firmness=3 if place is not AnswerPlace.OPEN else 0), meaning
            )
    for firmness, meaning in _FIRMNESS.items():
        # No answer is meant by the grey of the sample: the shades are alike in all colours.
        if any(mark.firmness == firmness for mark in found):
            yield _entry(AnswerMark(sign="", place=AnswerPlace.BETWEEN, firmness=firmness), meaning)
    rejected = next((mark for mark in found if mark.rejected and (letters or mark.place is not AnswerPlace.OWN)), None)
    if rejected is not None:
        sample = AnswerMark(sign=rejected.sign, place=rejected.place, firmness=rejected.firmness, rejected=True)
        yield _entry(sample, "not that answer")
    if any(mark.unsaid for mark in found):
        yield box_entry(Tone.PAPER, Tone.INK, "left unsaid, or only follows", dashes="3.5,2")
    if any(mark.reserved for mark in found):
        yield word_entry("*", Tone.INK, "on a condition, or only granted")
    for sign, meaning in _REGARDS.items():
        if any(sign in mark.words for mark in found):
            yield word_entry(sign, Tone.INK, meaning)


def _entry(mark: AnswerMark, meaning: str) -> LegendEntry:
    return LegendEntry(20, lambda x, base: "".join(sign_drawn(mark, x, base - 12, 20)), meaning)


def line_entry(tone: Tone, meaning: str, *, dashes: str = "", weight: float = 2) -> LegendEntry:
    """A mark of a legend that is a line."""

    def drawn(x: float, base: float) -> str:
        y = number(base - 4)
        return path(f"M{number(x)},{y} L{number(x + 22)},{y}", stroke=tone.light, weight=weight, dashes=dashes)

    return LegendEntry(22, drawn, meaning)


def small_lines(x: float, base: float, shown: Iterable[str]) -> list[str]:
    """Notes and keys below a question."""
    return written_lines(x, base, shown, _SMALL, _LINE)
