"""All pictures of a comparison: the tables first, then those of single disputes and questions, by weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.naming import lack
from argmap.judge.holder import ordered
from argmap.view.comparison.agreement_grid import agreement_of
from argmap.view.comparison.comparison_context import ComparisonContext, Kind, Subject, on_issue
from argmap.view.comparison.crux_map import crux_map_of, turning_questions
from argmap.view.comparison.disputed_questions import DisputedQuestions
from argmap.view.comparison.issue_map import issue_map_of
from argmap.view.comparison.side_by_side import is_worth_drawing, side_by_side_of, side_by_side_subject
from argmap.view.comparison.stance_matrix import matrix_of, voices_of
from argmap.view.comparison.timeline import timeline_content, timeline_of
from argmap.view.drawings import Drawing, NamedDrawing

MOST = 45
"""Pictures of a comparison that are drawn unasked."""
_MOST_BUTTERFLIES = 20
_Plan = dict[Subject, Callable[[ComparisonContext], Drawing]]
"""By subject, how a picture is made."""


@attrs.frozen
class PicturePlan:
    """The pictures that a comparison has; each is made when it is asked for.

    Attributes:
        drawn: Those that are worth drawing unasked, the matrix first.
        left_out: All others, of questions and disputes that weigh less.
        unseen: How many disagreements weigh so little beside others that nobody looked for a picture of them.
    """

    drawn: tuple[NamedDrawing, ...] = ()
    left_out: tuple[NamedDrawing, ...] = ()
    unseen: int = 0


def picture_plan(comparison: Comparison, wanted: Iterable[Alignment] = ()) -> PicturePlan:
    """Which pictures there are; none where there is nothing to compare.

    Args:
        comparison: The comparison.
        wanted: Disagreements of which a picture is asked for, however little they weigh.
    """
    if lack(comparison) is not None:
        return PicturePlan()
    disputed = DisputedQuestions.of(comparison)
    plan = _tables(comparison, disputed) | dict(_of_single_ones(comparison, disputed))
    for subject, make in _worth_drawing(wanted, comparison):
        plan.setdefault(subject, make)
    subjects = tuple(plan)
    drawn = ComparisonContext.of(comparison, subjects[:MOST])
    whole = drawn if len(subjects) <= MOST else ComparisonContext.of(comparison, subjects)
    named = [NamedDrawing(whole.file(subject), partial(make, whole)) for subject, make in plan.items()]
    shown = (NamedDrawing(drawn.file(subject), partial(plan[subject], drawn)) for subject in subjects[:MOST])
    return PicturePlan(tuple(shown), tuple(named[MOST:]), disputed.count - disputed.followed)


def _tables(comparison: Comparison, disputed: DisputedQuestions) -> _Plan:
    plan: _Plan = {}
    speaking = {holder.is_author for those in comparison.stances.by_issue.values() for holder in those}
    if True in speaking:
        plan[Subject(Kind.MATRIX)] = partial(matrix_of, disputed)
    if False in speaking:
        plan[Subject(Kind.ACTORS)] = partial(voices_of, disputed=disputed)
    if any(disputed.pairs.values()):
        plan[Subject(Kind.AGREEMENT)] = partial(agreement_of, disputed)
    if turning := turning_questions(disputed, comparison):
        plan[Subject(Kind.CRUXES)] = partial(crux_map_of, turning, disputed)
    if content := timeline_content(comparison):
        plan[Subject(Kind.TIMELINE)] = partial(timeline_of, content)
    return plan


def _of_single_ones(
    comparison: Comparison, disputed: DisputedQuestions
) -> Iterator[tuple[Subject, Callable[[ComparisonContext], Drawing]]]:
    """The weightiest disputes, the questions on which several speak, and the other disputes."""
    disputes = [
        found for dispute in disputed.disputes for found in islice(_worth_drawing(dispute.questions, comparison), 1)
    ]
    spoken = {issue: len(those) for issue, those in comparison.stances.by_issue.items() if len(those) > 1}
    ranked = {issue: place for place, issue in enumerate(disputed.issues)}
    issues = sorted(spoken, key=lambda issue: (ranked.get(issue, len(ranked)), -spoken[issue]))
    yield from disputes[:_MOST_BUTTERFLIES]
    yield from ((on_issue(issue), partial(issue_map_of, issue)) for issue in issues)
    yield from disputes[_MOST_BUTTERFLIES:]


def _worth_drawing(
    disagreements: Iterable[Alignment], comparison: Comparison
) -> Iterator[tuple[Subject, Callable[[ComparisonContext], Drawing]]]:
    """The disagreements of two authors for which both give reasons that can be shown."""
    for found in disagreements:
        # Whoever asks about two in either order asks for one picture.
        each = found if found.holders == ordered(*found.holders) else found.mirrored()
        if all(holder.is_author for holder in each.holders) and is_worth_drawing(each, comparison):
            yield side_by_side_subject(each), partial(side_by_side_of, each)
