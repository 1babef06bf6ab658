"""How each line between cards is drawn, by what it says: support, concession, exception, undercut, condition.

Where an undercut ends is for those who place the lines: `argmap.render.edge_ports` for the layout engine, and
`argmap.render.tree_edges`.
"""

from __future__ import annotations

import attrs

from argmap.model.inference import StepRole
from argmap.render.styles import Line, Tone
from argmap.view.tables_and_trees import ComparisonRole


@attrs.frozen
class Stroke:
    """A line between cards: it can be told by its tone, by its line and by its head.

    Attributes:
        head: An arrow shape of DOT.
        sample: The same in a legend, in characters.
        meaning: What it says, in a few words.
        weight: How thick it is in the map of an argument.
    """

    tone: Tone
    line: Line
    head: str
    size: float
    sample: str
    meaning: str
    weight: float = 1.6


STROKES = {
    StepRole.BECAUSE: Stroke(Tone.FOR, Line.SOLID, "normal", 0.8, "◀──", "supports"),
    StepRole.DESPITE: Stroke(Tone.AGAINST, Line.DASHED, "tee", 0.8, "├╌╌", "speaks against, conceded"),
    StepRole.UNLESS: Stroke(Tone.AGAINST, Line.DASHED, "obox", 0.8, "□╌╌", "is an exception"),
    StepRole.UNDERCUT: Stroke(Tone.UNDERCUT, Line.DOTTED, "odiamond", 0.9, "◇···", "doubts the step", 2),
    StepRole.IF: Stroke(Tone.CONDITION, Line.SOLID, "onormal", 0.8, "◁──", "is enough, if it holds"),
    StepRole.ONLY_IF: Stroke(Tone.CONDITION, Line.SOLID, "normalnormal", 0.7, "◀◀─", "is needed"),
    StepRole.EXPLANATION: Stroke(Tone.ASIDE, Line.DOTTED, "vee", 0.8, "‹···", "explains"),
    StepRole.PARTS: Stroke(Tone.ASIDE, Line.SOLID, "odot", 0.7, "○──", "spells out a part"),
    StepRole.BACKGROUND: Stroke(Tone.ASIDE, Line.DOTTED, "odot", 0.6, "○···", "sets the scene"),
}

COMPARISON_STROKES = {
    ComparisonRole.TAKES: Stroke(Tone.FOR, Line.SOLID, "normal", 0.8, "──▶", "takes the answer"),
    ComparisonRole.EXCLUDES: Stroke(Tone.AGAINST, Line.DASHED, "tee", 1.0, "╌╌┤", "excludes the answer"),
    ComparisonRole.LEAVES_OPEN: Stroke(Tone.ASIDE, Line.DOTTED, "odot", 0.8, "···○", "leaves it open"),
    ComparisonRole.CONFLICTS: Stroke(Tone.AGAINST, Line.SOLID, "onormal", 0.8, "──▷", "gives an answer that conflicts"),
    ComparisonRole.TURNS_ON: Stroke(Tone.AGAINST, Line.SOLID, "vee", 1.0, "──‹", "turns on"),
    ComparisonRole.CONTESTED: Stroke(
        Tone.ASIDE, Line.DOTTED, "vee", 0.8, "···‹", "contested too, but does not turn on it"
    ),
    ComparisonRole.RESTS_ON: Stroke(Tone.CONDITION, Line.SOLID, "odot", 0.8, "──○", "is carried by the claim"),
}

OUTWARD = frozenset({ComparisonRole.TURNS_ON, ComparisonRole.CONTESTED, ComparisonRole.RESTS_ON})
"""Relations that point from the parent to what is joined to it."""


def stroke_of(role: StepRole | ComparisonRole) -> Stroke:
    """How a line is drawn."""
    return COMPARISON_STROKES[role] if isinstance(role, ComparisonRole) else STROKES[role]
