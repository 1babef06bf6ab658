"""What happened to issues, their positions, and terms: what documents speak about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from argmap.diff.change import Added, Changed, IssueChange, PositionChange, Removed, TermChange
from argmap.diff.kinds import (
    IssueAdded,
    IssueRemoved,
    IssueRescaled,
    IssueReworded,
    PositionAdded,
    PositionRemoved,
    PositionReworded,
    TermAdded,
    TermRedefined,
    TermRemoved,
)
from argmap.diff.origins import Origins
from argmap.diff.sides import Sides
from argmap.diff.wording import normalised
from argmap.model.actor import Term
from argmap.model.ids import PositionId, PositionRef
from argmap.model.issue import Issue


def issue_changes(sides: Sides, origins: Origins) -> Iterator[IssueChange | PositionChange]:
    """What happened to issues; the positions of an issue that is on one side only go with it."""
    old, new = sides.old.issues, sides.new.issues
    removed = (IssueRemoved(edit=Removed(issue)) for name, issue in old.items() if name not in new)
    added = (IssueAdded(edit=Added(issue)) for name, issue in new.items() if name not in old)
    for change in (*removed, *added):
        issue = change.record
        origins.note((issue.id, *(PositionRef.of(issue.id, position.id) for position in issue.positions)), change)
        yield change
    for before, after in sides.issues:
        if before != after:
            if normalised(before.question) != normalised(after.question):
                yield IssueReworded(edit=Changed(before, after))
            if is_rescaled(before, after):
                yield IssueRescaled(edit=Changed(before, after))
            for moved in _positions(before, after):
                if not isinstance(moved.edit, Changed):
                    origins.note((PositionRef.of(after.id, moved.record.id),), moved)
                yield moved


def is_rescaled(old: Issue, new: Issue) -> bool:
    """Whether the positions of both sides exclude each other otherwise, or are ordered otherwise.

    What a position changes by coming or going is not counted.
    """
    kept = {position.id for position in old.positions} & {position.id for position in new.positions}
    if _ordered(old, kept) != _ordered(new, kept):
        return True
    return old.compatible != new.compatible and any(
        old.excludes(one, other) != new.excludes(one, other) for one, other in combinations(sorted(kept), 2)
    )


def _ordered(issue: Issue, kept: set[PositionId]) -> tuple[PositionId, ...]:
    order = tuple(position for position in issue.order if position in kept)
    return order if len(order) > 1 else ()


def _positions(before: Issue, after: Issue) -> Iterator[PositionChange]:
    old = {position.id: position for position in before.positions}
    new = {position.id: position for position in after.positions}
    for name, position in old.items():
        if name not in new:
            yield PositionRemoved(issue=after.id, edit=Removed(position))
        elif normalised(position.text) != normalised(new[name].text):
            yield PositionReworded(issue=after.id, edit=Changed(position, new[name]))
    yield from (
        PositionAdded(issue=after.id, edit=Added(position)) for name, position in new.items() if name not in old
    )


def term_changes(sides: Sides) -> Iterator[TermChange]:
    """What happened to terms; those of a document that is on one side only go with it."""
    old, new = sides.old.terms, sides.new.terms
    for name, term in old.items():
        if name not in new and _stays(term, sides):
            yield TermRemoved(edit=Removed(term))
    for name, term in new.items():
        if name in old:
            if normalised(old[name].meaning) != normalised(term.meaning):
                yield TermRedefined(edit=Changed(old[name], term))
        elif _stays(term, sides):
            yield TermAdded(edit=Added(term))


def _stays(term: Term, sides: Sides) -> bool:
    return term.document is None or sides.has_both(term.document)
