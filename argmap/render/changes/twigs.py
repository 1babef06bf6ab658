"""The lines of a band: from each card to its conclusion, with what became of the step as a label on the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.model.inference import StepRole
from argmap.render.changes.badges import pill, pill_width
from argmap.render.comparison.ink import HEAD_LENGTHS, Point, curve, dot, head, thing
from argmap.render.comparison.place import Spot
from argmap.render.theme import STROKES, Line, Stroke, Tone
from argmap.view.changes.sheet import Band, Fate, Twig
from argmap.view.picture import ROLE_CLASSES

_DOT = 20
"""How far from its conclusion the dot of a step stands."""
_PITCH = 18
"""The most between two lines that arrive at a card."""
_INSET = 14
_RADIUS = 4
_NEAR = 5
"""From a card to the label on its line."""
_WEIGHTS = {Fate.SAME: 1.2, Fate.NEW: 2.4, Fate.GONE: 1.4, Fate.CHANGED: 2.4}


def twigs_drawn(band: Band, spots: Mapping[str, Spot]) -> Iterator[str]:
    """All lines, dots and labels."""
    arriving: dict[str, dict[str, list[Twig]]] = {}
    for twig in band.twigs:
        if twig.parent:
            arriving.setdefault(twig.parent, {}).setdefault(twig.joint or twig.card.id, []).append(twig)
    for parent, steps in arriving.items():
        spot = spots[parent]
        pitch = min(_PITCH, (spot.height - 2 * _INSET) / max(len(steps) - 1, 1))
        first = spot.middle - pitch * (len(steps) - 1) / 2
        for number, twigs in enumerate(steps.values()):
            port = (spot.right, first + number * pitch)
            yield from _step(port, twigs, spots) if twigs[0].joint else _single(port, twigs[0], spots)


def _single(port: Point, twig: Twig, spots: Mapping[str, Spot]) -> Iterator[str]:
    stroke = STROKES[twig.role]
    back = (port[0] + HEAD_LENGTHS[stroke.head], port[1])
    yield _line(twig, back, spots, [head(stroke.head, port, back, _tone(twig, stroke))])


def _step(port: Point, twigs: Sequence[Twig], spots: Mapping[str, Spot]) -> Iterator[str]:
    """Premises taken together meet at the dot of their step; doubts about the step end there.

    Where only the doubt is drawn, what the step does for its conclusion is left open.
    """
    centre = (port[0] + _DOT, port[1])
    premises = [twig for twig in twigs if twig.role is not StepRole.UNDERCUT]
    whole = next((twig for twig in (*premises, *twigs) if twig.fate is not Fate.GONE), twigs[0])
    stroke = STROKES[whole.role] if premises else STROKES[StepRole.BECAUSE]
    tone = _tone(whole, stroke) if premises else Tone.ASIDE
    tip = (port[0] + HEAD_LENGTHS[stroke.head], port[1])
    for twig in twigs:
        if twig.role is StepRole.UNDERCUT:
            own = STROKES[twig.role]
            near, far = ((centre[0] + reach, centre[1]) for reach in (_RADIUS, _DOT))
            yield _line(twig, far, spots, [head(own.head, near, far, _tone(twig, own))])
        else:
            yield _line(twig, centre, spots, [])
    fates = {twig.fate for twig in premises}
    line = Line.DASHED if fates == {Fate.GONE} else Line.SOLID if premises else Line.DOTTED
    drawn = [curve(centre, tip, tone, line), head(stroke.head, port, tip, tone), dot(centre, tone)]
    yield thing(twigs[0].joint, ("dot", ROLE_CLASSES[whole.role]), whole.joining, drawn)


def _line(twig: Twig, end: Point, spots: Mapping[str, Spot], ending: Sequence[str]) -> str:
    """The line from a card, broken by its label if it has one."""
    stroke = STROKES[twig.role]
    spot = spots[twig.card.id]
    tone, weight = _tone(twig, stroke), _WEIGHTS[twig.fate]
    line = Line.DASHED if twig.fate is Fate.GONE else stroke.line
    start = (spot.x, spot.middle)
    label = []
    if twig.tag is not None:
        left = spot.x - _NEAR - pill_width(twig.tag.text)
        label = [pill(twig.tag.text, twig.fate, left, spot.middle - 9, filled=twig.tag.weighty)]
        start = (left, spot.middle)
    drawn = [curve(start, end, tone, line, weight), *ending, *label]
    return thing(f"{twig.card.id}/line", ("line", ROLE_CLASSES[twig.role], twig.fate.value), twig.joining, drawn)


def _tone(twig: Twig, stroke: Stroke) -> Tone:
    """What is gone does nothing any longer, for or against."""
    return Tone.ASIDE if twig.fate is Fate.GONE else stroke.tone
