"""Labels in a row, as many rows as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.render.changes.look import FACES
from argmap.render.comparison.ink import Written, box, text
from argmap.render.measures import SMALL
from argmap.render.table import Style
from argmap.render.text_lines import width, wrap
from argmap.render.theme import Line, Tone
from argmap.view.changes.sheet import Badge, Fate

_INSIDE = 7
_BETWEEN = 5
_HIGH = 18
BADGE_ROW = _HIGH + 4
"""From the top of a row to the top of the next."""


def badge_rows(badges: Sequence[Badge], room: float) -> int:
    """How many rows some labels need."""
    return 1 + max((row for _, row, _ in _placed(badges, room)), default=-1)


def badges_drawn(badges: Sequence[Badge], x: float, y: float, room: float) -> Iterator[str]:
    """Labels from a place on: what matters most is filled, all else only outlined."""
    for badge, (left, row, shown) in zip(badges, _placed(badges, room), strict=True):
        yield pill(shown, badge.fate, x + left, y + row * BADGE_ROW, filled=badge.weighty)


def pill(shown: str, fate: Fate, x: float, y: float, *, filled: bool = False) -> str:
    """One label with its top left corner at a place."""
    face = FACES[fate]
    outline = Tone.INK if fate is Fate.SAME else face.outline
    fill, tone = (outline, Tone.PAPER) if filled else (Tone.PAPER, face.header)
    shape = box((x, y), pill_width(shown), _HIGH, fill, outline, line=Line.SOLID, radius=_HIGH / 2)
    return "\n".join((shape, text([Written(shown, Style(SMALL, tone, bold=True))], x + _INSIDE, y + 2)))


def pill_width(shown: str) -> int:
    """How wide a label is."""
    return round(width(shown, SMALL, bold=True)) + 2 * _INSIDE


def _placed(badges: Sequence[Badge], room: float) -> list[tuple[float, int, str]]:
    """Where each label begins, in which row, and as much of its words as a row has room for."""
    found: list[tuple[float, int, str]] = []
    left, row = 0.0, 0
    for badge in badges:
        shown = wrap(badge.text, room - 2 * _INSIDE, SMALL, bold=True, lines=1)[0]
        wide = pill_width(shown)
        if left and left + wide > room:
            left, row = 0.0, row + 1
        found.append((left, row, shown))
        left += wide + _BETWEEN
    return found
