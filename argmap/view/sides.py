"""Whom each claim helps: the main claim that it leads to, or what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.view.graph import Graph, Tie
from argmap.view.picture import Side

_AGAINST = frozenset({StepRole.DESPITE, StepRole.UNLESS})
_NEITHER = frozenset({StepRole.EXPLANATION, StepRole.PARTS, StepRole.BACKGROUND, StepRole.IF, StepRole.ONLY_IF})

_OPPOSITE = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR, Side.NEITHER: Side.NEITHER}


def sides_of(graph: Graph, thesis: ClaimId | None) -> Mapping[ClaimId, Side]:
    """The side of every claim under the thesis; of the others, in the tree of their own main claim.

    What supports a claim is on its side, what speaks against it on the other, what undercuts a step is against what
    the step does.  What only explains, spells out or is a condition is on neither side, and so is what serves both.
    Under a denied claim the reasons stand for the denial, and are on the side of the card that says it.
    """
    sides: dict[ClaimId, Side] = {}
    for start in ((thesis,) if thesis in graph.order else (), graph.roots):
        _spread(graph, [claim for claim in start if claim is not None and claim not in sides], sides)
    return sides


def _spread(graph: Graph, starts: list[ClaimId], sides: dict[ClaimId, Side]) -> None:
    """Gives a side to what stands under the starts and has none from an earlier spread."""
    found: dict[ClaimId, set[Side]] = {start: {Side.FOR} for start in starts}
    reach = set(starts).union(*(graph.below(start) for start in starts)) if starts else set()
    for claim in sorted(reach - sides.keys(), key=graph.order.__getitem__):
        side = sides[claim] = _joined(found.get(claim, set()))
        for tie in graph.ties.get(claim, ()):
            for premise, given in _given(tie, side):
                found.setdefault(premise, set()).add(given)


def _joined(given: set[Side]) -> Side:
    taken = given - {Side.NEITHER}
    return next(iter(taken)) if len(taken) == 1 else Side.NEITHER


def _given(tie: Tie, side: Side) -> list[tuple[ClaimId, Side]]:
    step = Side.NEITHER if tie.role in _NEITHER else _OPPOSITE[side] if tie.role in _AGAINST else side
    doubts = [(premise, _OPPOSITE[step]) for undercut in tie.undercuts for premise in undercut]
    return [*((premise, step) for premise in tie.premises), *doubts]
