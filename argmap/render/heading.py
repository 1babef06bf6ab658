"""What stands above every picture: title, lines about it, and the legend of the marks that occur in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from argmap.render.styles import BYLINE_SIZE, EDGE, HEADLINE_SIZE, WIDTH, WORD_SIZE, TextStyle, Tone
from argmap.render.svg_text import rectangle, wide, written, written_lines
from argmap.render.text_lines import wrap

_TITLE = TextStyle(HEADLINE_SIZE, Tone.INK, bold=True)
_BYLINE = TextStyle(BYLINE_SIZE, Tone.QUIET)
_MEANING = TextStyle(WORD_SIZE, Tone.QUIET)
_TITLE_PITCH = 22
_BYLINE_PITCH = 16
_LEGEND_PITCH = 17
_AFTER_MARK = 6
_AFTER_MEANING = 18
_BELOW = 14


@attrs.frozen
class LegendEntry:
    """One mark and what it means.

    Attributes:
        across: How wide the mark is.
        drawn: The mark, from its left edge and the baseline of its meaning.
    """

    across: float
    drawn: Callable[[float, float], str]
    meaning: str

    @property
    def width(self) -> float:
        """The room for both, and what keeps them from the next."""
        return self.across + _AFTER_MARK + wide(self.meaning, _MEANING) + _AFTER_MEANING


def word_entry(word: str, tone: Tone, meaning: str, *, bold: bool = True) -> LegendEntry:
    """A mark that is a word or a sign."""
    style = TextStyle(WORD_SIZE, tone, bold=bold)
    return LegendEntry(wide(word, style), lambda x, base: written(x, base, word, style), meaning)


def box_entry(fill: Tone, outline: Tone, meaning: str, *, dashes: str = "") -> LegendEntry:
    """A mark that is a tint, or the outline of a card."""

    def drawn(x: float, base: float) -> str:
        look = {"fill": fill.light, "stroke": outline.light, "dashes": dashes}
        return rectangle(x + 0.5, base - 9, 20, 11, weight=1.2, radius=3, **look)

    return LegendEntry(21, drawn, meaning)


def heading(title: str, lines: Iterable[str], legend: Sequence[LegendEntry]) -> tuple[list[str], float]:
    """Everything above a drawing, and how far down the picture it reaches."""
    room = WIDTH - 2 * EDGE
    titles = wrap(title, room, HEADLINE_SIZE, bold=True, lines=3)
    parts = written_lines(EDGE, EDGE + 14, titles, _TITLE, _TITLE_PITCH)
    base = EDGE + 14.0 + _TITLE_PITCH * (len(titles) - 1)
    # A dot between two things ends a line and never begins one.
    for line in (piece for each in lines for piece in wrap(each.replace(" · ", "\u00a0· "), room, BYLINE_SIZE)):
        base += _BYLINE_PITCH + (2 if base < EDGE + 16 else 0)
        parts.append(written(EDGE, base, line, _BYLINE))
    entries, base = legend_lines(legend, base + _LEGEND_PITCH + 2) if legend else ([], base)
    return [*parts, *entries], base + _BELOW


def legend_lines(legend: Sequence[LegendEntry], base: float) -> tuple[list[str], float]:
    """The entries of a legend in lines, the baseline of the first at a height, and that of the last."""
    parts: list[str] = []
    x = float(EDGE)
    for entry in legend:
        if x > EDGE and x + entry.width - _AFTER_MEANING > WIDTH - EDGE:
            x, base = float(EDGE), base + _LEGEND_PITCH
        parts += [entry.drawn(x, base), written(x + entry.across + _AFTER_MARK, base, entry.meaning, _MEANING)]
        x += entry.width
    return parts, base
