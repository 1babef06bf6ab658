"""Parts and relations of a comparison in colours, lines and heads."""

from __future__ import annotations

from argmap.model.inference import StepRole
from argmap.render.theme import STROKES, Face, Line, Stroke, Tone
from argmap.view.comparison.drawing import BondRole, Manner, Part
from argmap.view.picture import ROLE_CLASSES

_QUIET = Face(Tone.PAPER, Tone.FRAME, Tone.INK, Tone.QUIET)

FACES = {
    Part.FIRST: Face(Tone.ONE_TINT, Tone.ONE, Tone.INK, Tone.ONE_INK),
    Part.SECOND: Face(Tone.OTHER_TINT, Tone.OTHER, Tone.INK, Tone.OTHER_INK),
    Part.THIRD: Face(Tone.FOR_TINT, Tone.FOR, Tone.INK, Tone.FOR_INK),
    Part.FOURTH: Face(Tone.UNDERCUT_TINT, Tone.UNDERCUT, Tone.INK, Tone.UNDERCUT_INK),
    Part.FIFTH: Face(Tone.NEITHER_TINT, Tone.NEITHER, Tone.INK, Tone.NEITHER_INK),
    Part.CONFLICT: Face(Tone.AGAINST_TINT, Tone.AGAINST, Tone.INK, Tone.AGAINST_INK),
    Part.ACCORD: Face(Tone.FOR_TINT, Tone.FOR, Tone.INK, Tone.FOR_INK),
    Part.PLAIN: _QUIET,
}

OUTLINES = {Manner.STATED: Line.SOLID, Manner.IMPLIED: Line.DASHED, Manner.OPEN: Line.DOTTED, Manner.SILENT: Line.SOLID}

MANNER_KEYS = {
    Manner.IMPLIED: ("╌╌", "dashed, italic: implied or left unsaid"),
    Manner.OPEN: ("···", "dotted: left open"),
}
"""Sign and meaning of each manner that is not simply stated."""

BONDS = {
    BondRole.TAKES: Stroke(Tone.FOR, Line.SOLID, "normal", 0.8, "──▶", "takes the answer"),
    BondRole.EXCLUDES: Stroke(Tone.AGAINST, Line.DASHED, "tee", 1.0, "╌╌┤", "excludes the answer"),
    BondRole.LEAVES_OPEN: Stroke(Tone.ASIDE, Line.DOTTED, "odot", 0.8, "···○", "leaves it open"),
    BondRole.CONFLICTS: Stroke(Tone.AGAINST, Line.SOLID, "onormal", 0.8, "──▷", "gives an answer that conflicts"),
    BondRole.TURNS_ON: Stroke(Tone.AGAINST, Line.SOLID, "vee", 1.0, "──‹", "turns on"),
    BondRole.CONTESTED: Stroke(Tone.ASIDE, Line.DOTTED, "vee", 0.8, "···‹", "contested too, but does not turn on it"),
    BondRole.RESTS_ON: Stroke(Tone.CONDITION, Line.SOLID, "odot", 0.8, "──○", "is carried by the claim"),
}

OUTWARD = frozenset({BondRole.TURNS_ON, BondRole.CONTESTED, BondRole.RESTS_ON})
"""Relations that point from the parent to what is joined to it."""


def class_of(role: StepRole | BondRole) -> str:
    """What such a line is called in an SVG."""
    return role.value if isinstance(role, BondRole) else ROLE_CLASSES[role]


def stroke_of(role: StepRole | BondRole) -> Stroke:
    """How a line is drawn."""
    return BONDS[role] if isinstance(role, BondRole) else STROKES[role]
