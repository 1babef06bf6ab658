"""What became of something in colours, outlines and labels: amber for what was, blue for what is."""

from __future__ import annotations

from argmap.render.theme import Face, Line, Tone
from argmap.view.changes.sheet import Fate

WAS = Face(Tone.OTHER_TINT, Tone.OTHER, Tone.INK, Tone.OTHER_INK)
"""What is there no longer."""
IS = Face(Tone.ONE_TINT, Tone.ONE, Tone.INK, Tone.ONE_INK)
"""What was not there before."""

FACES = {
    Fate.SAME: Face(Tone.PAPER, Tone.FRAME, Tone.QUIET, Tone.QUIET),
    Fate.NEW: IS,
    Fate.GONE: WAS,
    Fate.CHANGED: Face(Tone.PAPER, Tone.UNDERCUT, Tone.INK, Tone.UNDERCUT_INK),
}

OUTLINES = {
    Fate.SAME: (Line.SOLID, 0.8),
    Fate.NEW: (Line.SOLID, 2.4),
    Fate.GONE: (Line.DASHED, 1.6),
    Fate.CHANGED: (Line.SOLID, 1.6),
}
"""The outline of a card, and how thick it is."""

LEGEND = {
    Fate.NEW: ("+", "new, thick outline"),
    Fate.GONE: ("−", "gone, dashed outline, struck through"),
    Fate.CHANGED: ("~", "changed"),
    Fate.SAME: ("", "unchanged, thin outline"),
}
"""The sign of each fate on labels, and what it means."""
