"""All pictures of a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from argmap.compare.agreement import tally
from argmap.compare.coalition import coalition_order
from argmap.compare.comparison import Comparison
from argmap.compare.naming import lack
from argmap.judge.holder import Holder
from argmap.model.ids import IssueId
from argmap.view.comparison.comparison_context import ComparisonContext, Kind, Subject, on_issue
from argmap.view.comparison.crux_map import crux_map_of, crux_pages
from argmap.view.comparison.issue_map import issue_map_of
from argmap.view.comparison.network import network_of
from argmap.view.comparison.side_by_side import is_worth_drawing, side_by_side_of, side_by_side_subject
from argmap.view.comparison.stance_matrix import matrix_of, matrix_pages
from argmap.view.comparison.timeline import author_timelines, timeline_of
from argmap.view.tables_and_trees import Drawing, NamedDrawing

MOST_CONFLICTS = 100
"""How many conflicts are looked at for pictures of their own."""
_Plan = dict[Subject, Callable[[ComparisonContext], Drawing]]
"""By subject, how a picture is made."""


def pictures_of_comparison(comparison: Comparison) -> Iterator[NamedDrawing]:
    """The pictures of a comparison, the matrix first; none where there is nothing to compare.

    Each is made when it is asked for.
    """
    if lack(comparison) is not None:
        return
    plan = _plan(comparison)
    context = ComparisonContext.of(comparison, tuple(plan))
    for subject, make in plan.items():
        yield NamedDrawing(context.file(subject), partial(make, context))


def _plan(comparison: Comparison) -> _Plan:
    issues = tuple(issue for issue in comparison.corpus.issues if issue in comparison.stances.by_issue)
    authors = tuple(Holder(author.document) for author in coalition_order(comparison, comparison.authors))
    documents = tuple(author.document for author in authors)
    conflicts = tuple(islice(comparison.disagreements(comparison.authors), MOST_CONFLICTS))
    plan: _Plan = {}
    for kind in (Kind.MATRIX, Kind.ACTORS):
        pages = matrix_pages(kind, _spoken(comparison, kind, issues), documents)
        plan.update((page.subject, partial(matrix_of, page, of=len(pages))) for page in pages)
    for issue in issues:
        plan[on_issue(issue)] = partial(issue_map_of, issue)
    for conflict in conflicts:
        if is_worth_drawing(conflict, comparison):
            plan[side_by_side_subject(conflict)] = partial(side_by_side_of, conflict)
    for page in crux_pages(conflicts, comparison, whole=len(conflicts) < MOST_CONFLICTS):
        plan[page.subject] = partial(crux_map_of, page)
    for timeline in author_timelines(comparison):
        plan[timeline.subject] = partial(timeline_of, timeline)
    if len(authors) > 1:
        plan[Subject(Kind.NETWORK)] = partial(network_of, authors)
    return plan


def _spoken(comparison: Comparison, kind: Kind, issues: tuple[IssueId, ...]) -> tuple[IssueId, ...]:
    """The issues on which the holders of a table speak: first those on which most pairs conflict, then most speak."""
    weights: dict[IssueId, tuple[int, int]] = {}
    for issue in issues:
        speaking = [one for one in comparison.stances.by_issue[issue] if one.is_author is (kind is Kind.MATRIX)]
        # Actors of different texts stand in one column, and are not set against each other there.
        pairs = tally(comparison, issue, speaking).pairs() if kind is Kind.MATRIX else {}
        conflicts = sum(count for verdict, count in pairs.items() if verdict.is_cannot)
        if speaking:
            weights[issue] = (-conflicts, -len(speaking))
    return tuple(sorted(weights, key=weights.__getitem__))
