"""How cards, edges and text look: sizes, and each relation (support, exception, undercut ...) in colours and dashes.

Sizes are in pixels at 100 %: one unit of DOT, a point there, is shown as one pixel.
"""

from __future__ import annotations

from enum import Enum, StrEnum

import attrs

from argmap.model.inference import StepRole
from argmap.view.outline import Effect, Fate, Form

WIDTH = 880
"""How wide every picture is: the column in which a code host shows it."""
EDGE = 14
"""Between the edge of a picture and what stands in it."""
HEADLINE_SIZE = 17
BYLINE_SIZE = 11.5
CLAIM_SIZE = 13
"""The text of claims, questions and answers."""
WORD_SIZE = 11
"""Words at the head of a card, and legends."""
NOTE_SIZE = 10.5
ADDRESS_SIZE = 9.5
"""Nothing is smaller."""
CLAIM_PITCH = 17
"""From line to line of claims."""
NOTE_PITCH = 14


class Tone(Enum):
    """A colour by what it is for, on light and on dark paper.

    The light ones are all different: a drawing is written in them, and its style sheet exchanges each for the dark one
    where a reader prefers that.  Text has a contrast of at least 4.6 to what it stands on, lines of at least 3.5
    (WCAG 2.2 asks for 4.5 and 3), in both.  `CONFLICT` is for what cannot both hold, and for nothing else.
    """

    PAPER = ("#ffffff", "#10151d")
    CARD = ("#fffffe", "#151c27")
    """The ground of a card that counts for the claim at the top."""
    BAND = ("#f6f8fb", "#161d28")
    """The ground of a group, and of cells in which nothing can stand."""
    INK = ("#16202f", "#e6ebf2")
    QUIET = ("#4a5870", "#a9b6ca")
    FAINT = ("#c3cbd8", "#3a4658")
    """Rules between rows and steps of firmness that are not reached: nothing that must be seen."""
    FRAME = ("#75839a", "#71819a")
    LINK = ("#1f55a0", "#8db8f5")
    THESIS = ("#1d2b45", "#dce6f7")
    THESIS_INK = ("#fefefe", "#10161e")
    THESIS_QUIET = ("#c4cfe6", "#3a4963")
    THESIS_FAINT = ("#56657f", "#98a8c2")
    FOR = ("#00795a", "#35b98f")
    FOR_TINT = ("#e8f4f0", "#0e2b24")
    FOR_INK = ("#00664c", "#6fddbb")
    AGAINST = ("#b8470a", "#e98a50")
    AGAINST_TINT = ("#fcefe6", "#35210f")
    AGAINST_INK = ("#9a3a06", "#f5ae80")
    NEITHER = ("#5b6b84", "#8796ae")
    NEITHER_TINT = ("#f0f3f7", "#1c2431")
    NEITHER_INK = ("#3f4d66", "#b9c5d8")
    CONDITION = ("#2b5fa8", "#7fadee")
    CONDITION_TINT = ("#eaf1fb", "#13233b")
    CONDITION_INK = ("#234f8f", "#9fc3f5")
    DOUBT = ("#8a3f7c", "#d287c4")
    DOUBT_TINT = ("#f7ecf4", "#2c1829")
    DOUBT_INK = ("#74306a", "#e0a8d5")
    CONFLICT = ("#b3123f", "#ff7d9c")
    CONFLICT_TINT = ("#fdebf0", "#3a121f")
    ONE = ("#24649b", "#6fa8db")
    """Who speaks first of two; what is now."""
    ONE_TINT = ("#e8f1fa", "#10263a")
    ONE_INK = ("#1b4f7f", "#9ecbf3")
    OTHER = ("#96690a", "#d9a441")
    """Who speaks second of two; what was."""
    OTHER_TINT = ("#fbf3e0", "#2e2410")
    OTHER_INK = ("#6f4c05", "#ecc879")
    FIRST_END = ("#24649c", "#6fa8dc")
    """The first end of a scale, or yes: three tints, the firmest first."""
    FIRST_END_LIKELY = ("#8fb9dd", "#3d6a94")
    FIRST_END_POSSIBLE = ("#d3e4f4", "#1f3d59")
    LAST_END = ("#b8570b", "#e98f4e")
    """The other end of a scale, or no."""
    LAST_END_LIKELY = ("#e8ad78", "#8f5a2a")
    LAST_END_POSSIBLE = ("#fae3cf", "#4a3019")
    BETWEEN = ("#6b7483", "#a2adbf")
    """Between the ends of a scale."""
    BETWEEN_LIKELY = ("#adb4c0", "#59636f")
    BETWEEN_POSSIBLE = ("#dfe3e9", "#39424f")
    OWN = ("#7a5aa6", "#b597e0")
    """An answer of its own, to a question without a scale."""
    OWN_LIKELY = ("#bca9d8", "#6b5391")
    OWN_POSSIBLE = ("#e8e0f2", "#372b4a")

    @property
    def light(self) -> str:
        """The colour on light paper."""
        return self.value[0]

    @property
    def dark(self) -> str:
        """The colour on dark paper."""
        return self.value[1]


_WORDS = (
    Tone.INK, Tone.QUIET, Tone.LINK, Tone.FOR_INK, Tone.AGAINST_INK, Tone.NEITHER_INK, Tone.CONDITION_INK,
    Tone.DOUBT_INK, Tone.CONFLICT,
)  # fmt: skip
_FULL = (Tone.THESIS_INK,)
GROUNDS = {
    **dict.fromkeys(
        (Tone.PAPER, Tone.CARD, Tone.AGAINST_TINT, Tone.NEITHER_TINT, Tone.CONDITION_TINT, Tone.DOUBT_TINT), _WORDS
    ),
    **dict.fromkeys((Tone.FIRST_END, Tone.LAST_END, Tone.BETWEEN, Tone.OWN), _FULL),
    **dict.fromkeys((Tone.FIRST_END_LIKELY, Tone.LAST_END_LIKELY, Tone.BETWEEN_LIKELY, Tone.OWN_LIKELY), (Tone.INK,)),
    **dict.fromkeys(
        (Tone.FIRST_END_POSSIBLE, Tone.LAST_END_POSSIBLE, Tone.BETWEEN_POSSIBLE, Tone.OWN_POSSIBLE), (Tone.INK,)
    ),
    Tone.BAND: (Tone.INK, Tone.QUIET, Tone.LINK, Tone.CONFLICT),
    Tone.THESIS: (Tone.THESIS_INK, Tone.THESIS_QUIET),
    Tone.CONFLICT_TINT: (Tone.INK, Tone.QUIET, Tone.CONFLICT),
    Tone.ONE_TINT: (Tone.INK, Tone.QUIET, Tone.ONE_INK, Tone.CONFLICT),
    Tone.OTHER_TINT: (Tone.INK, Tone.QUIET, Tone.OTHER_INK, Tone.CONFLICT),
}
"""By ground, the tones of the text that may stand on it."""

LINES = (
    Tone.FRAME, Tone.QUIET, Tone.FOR, Tone.AGAINST, Tone.NEITHER, Tone.CONDITION, Tone.DOUBT, Tone.CONFLICT, Tone.ONE,
    Tone.OTHER, Tone.THESIS, Tone.LINK,
)  # fmt: skip
"""The tones of lines, outlines and signs on paper."""


class Dashes(StrEnum):
    """How a line is drawn, in the words of SVG."""

    SOLID = ""
    DASHED = "5,3"
    DOTTED = "1.5,3"


@attrs.frozen
class TextStyle:
    """How a line of text looks."""

    size: float
    tone: Tone
    bold: bool = False
    italic: bool = False


FONTS = (
    "'DejaVu Sans', Verdana, 'Noto Sans', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', "
    "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
)
"""What a reader's machine may show in its place."""


@attrs.frozen
class RowFace:
    """The colours of a card in an outline.

    Attributes:
        weight: How thick its outline is.
    """

    fill: Tone
    outline: Tone
    text: Tone = Tone.INK
    weight: float = 1.2


_EFFECTS = {
    Effect.FOR: RowFace(Tone.CARD, Tone.FOR),
    Effect.AGAINST: RowFace(Tone.AGAINST_TINT, Tone.AGAINST),
    Effect.NEITHER: RowFace(Tone.NEITHER_TINT, Tone.NEITHER),
    Effect.CONDITION: RowFace(Tone.CONDITION_TINT, Tone.CONDITION),
    Effect.DOUBT: RowFace(Tone.DOUBT_TINT, Tone.DOUBT),
}
_FATES = {
    Fate.NEW: RowFace(Tone.ONE_TINT, Tone.ONE, weight=2.2),
    Fate.GONE: RowFace(Tone.OTHER_TINT, Tone.OTHER, weight=1.2),
    Fate.CHANGED: RowFace(Tone.CARD, Tone.ONE, weight=2.2),
}


def face_of_row(form: Form, effect: Effect, fate: Fate) -> RowFace:
    """The colours of a card: its tint says what it does to the claim at the top."""
    if fate in _FATES:
        return _FATES[fate]
    if form is Form.THESIS:
        return RowFace(Tone.THESIS, Tone.THESIS, Tone.THESIS_INK)
    if form is Form.ROOT and effect is Effect.FOR:
        return RowFace(Tone.CARD, Tone.THESIS)
    if form is Form.ANSWER and effect is Effect.FOR:
        return RowFace(Tone.CARD, Tone.FRAME)
    return _EFFECTS[effect]


@attrs.frozen
class RoleLook:
    """The colour of a relation to the card above: of its word and of its line."""

    ink: Tone
    line: Tone
    dashes: Dashes = Dashes.SOLID


_AGAINST_IT = RoleLook(Tone.AGAINST_INK, Tone.AGAINST, Dashes.DASHED)
_CONDITION = RoleLook(Tone.CONDITION_INK, Tone.CONDITION)
_ASIDE = RoleLook(Tone.NEITHER_INK, Tone.NEITHER)
_LOOKS = {
    StepRole.BECAUSE: RoleLook(Tone.FOR_INK, Tone.FOR),
    StepRole.DESPITE: _AGAINST_IT,
    StepRole.OBJECTION: _AGAINST_IT,
    StepRole.UNLESS: _AGAINST_IT,
    StepRole.UNDERCUT: RoleLook(Tone.DOUBT_INK, Tone.DOUBT, Dashes.DOTTED),
    StepRole.IF: _CONDITION,
    StepRole.ONLY_IF: _CONDITION,
    StepRole.EXPLANATION: _ASIDE,
    StepRole.PARTS: _ASIDE,
    StepRole.BACKGROUND: _ASIDE,
}


def look_of(role: StepRole | None) -> RoleLook:
    """How the word and the line of a role look; without one nothing is said for or against."""
    return _LOOKS[role] if role is not None else RoleLook(Tone.INK, Tone.FRAME)
