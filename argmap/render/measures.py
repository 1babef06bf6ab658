"""Sizes, all in pixels at 100 %: one unit of DOT, a point there, is shown as one pixel."""

from __future__ import annotations

WIDEST = 1600
"""No picture is wider."""
MARGIN = 20
TEXT = 12
SMALL = 11
"""Nothing is smaller."""
TITLE = 20
HEADING = 13
NARROWEST_HEADER = 640
"""The least width over which title and legend are spread."""
LABEL_MARGIN = 28
"""What the engine adds around the label of a picture, and the label around its lines."""
PITCH = {TITLE: 27, HEADING: 18, TEXT: 16, SMALL: 14}
"""From line to line, by size."""
CARD = 316
"""The widest card."""
SECOND_OUTLINE = 4
"""How far outside the first outline of a rejected card its second one is."""
FOCUS_OUTLINE = 5
"""How thick the outline is of the card that a picture is drawn around."""
CARD_PADDING = 8
CARD_LINES = 7
STUB_LINES = 2
MARK = 18
"""The strip that holds the sign of an attitude."""
GAP = 54
"""Between two columns of cards; a column of dots stands in it."""
PORT = 20
"""The least height between two lines that arrive at a card."""
DOT = 8
"""How wide a dot is, unless it needs room for more lines."""
GROUP_MARGIN = 10


def card_width(columns: int, *, grouped: bool) -> int:
    """How wide the cards of a picture are, outline to outline."""
    room = WIDEST - 2 * MARGIN - (columns - 1) * GAP - (4 * GROUP_MARGIN if grouped else 0)
    return min(CARD, room // columns)
