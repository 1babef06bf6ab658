"""To what a card of a comparison belongs, and how what it says is known."""

from __future__ import annotations

from argmap.compare.alignment import Alignment
from argmap.compare.stance import Acceptance, Stance
from argmap.model.ids import PositionId
from argmap.model.issue import Issue
from argmap.view.tables_and_trees import Manner, Part

_ANSWER_PARTS = (Part.FIRST, Part.SECOND, Part.THIRD, Part.FOURTH)


def manner(stance: Stance) -> Manner:
    """How a stance is known."""
    if stance.implied or stance.unsaid:
        return Manner.IMPLIED
    return Manner.OPEN if stance.acceptance is Acceptance.OPEN else Manner.STATED


def part_of(position: PositionId, issue: Issue) -> Part:
    """The part of a position among those of its issue."""
    ids = [each.id for each in issue.positions]
    place = ids.index(position) if position in ids else len(_ANSWER_PARTS)
    return _ANSWER_PARTS[place] if place < len(_ANSWER_PARTS) else Part.FIFTH


def verdict_part(alignment: Alignment) -> Part:
    """Whether a verdict is a conflict, an agreement or neither."""
    if alignment.verdict.is_conflict:
        return Part.CONFLICT
    return Part.ACCORD if alignment.verdict.is_agreement else Part.PLAIN
