"""The disputes in which disagreements open or close, and whether they open or close with them.

Only the disputes of two who disagree on something anew, or no longer, are looked at, and none is weighed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.disputes import disputed
from argmap.diff.alignments import Pair, Realigned, pair_of
from argmap.diff.change import AlignmentChange, Change, ChangedDispute
from argmap.diff.rule import Rule
from argmap.model.ids import IssueId
from argmap.model.link import Link, LinkEnd


class DisputeCount(NamedTuple):
    """With how many disagreements that open or close how many disputes of two holders do."""

    disagreements: int
    disputes: int


def count_disputes(changes: Iterable[Change]) -> dict[Rule, DisputeCount]:
    """The disputes that open or close with some changes, by the rule of these."""
    found: dict[Rule, list[ChangedDispute]] = {}
    for change in changes:
        dispute = change.dispute if isinstance(change, AlignmentChange) else None
        if dispute is not None and not dispute.goes_on:
            found.setdefault(change.rule, []).append(dispute)
    # The changes of one dispute share its questions; to compare these would cost their square.
    return {rule: DisputeCount(len(those), len({id(one.questions) for one in those})) for rule, those in found.items()}


_Question = tuple[Pair, IssueId | frozenset[LinkEnd]]
"""Two holders with an issue, or with both ends of a link."""
_Questions = Mapping[_Question, tuple[Alignment, ...]]
"""By each question of a dispute, all of them."""


@attrs.frozen(eq=False, repr=False)
class ChangedDisputes:
    """The disputes, before and after, of all who disagree on something on which they did not, or no longer do."""

    _before: _Questions
    _after: _Questions
    _made: dict[int, ChangedDispute] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, before: Comparison, after: Comparison, changed: Iterable[Realigned]) -> ChangedDisputes:
        """Those of two comparisons.

        Args:
            before: The old side.
            after: The new side.
            changed: The disagreements that open or close.
        """
        pairs = dict.fromkeys(
            pair_of(alignment) for found in changed for alignment in (found.old, found.new) if alignment is not None
        )
        return cls(_questions(before, pairs), _questions(after, pairs))

    def around(self, found: Realigned) -> ChangedDispute | None:
        """The dispute of a disagreement that is on one side only; None where no dispute of the two has it."""
        alignment = found.new or found.old
        question = None if alignment is None else _question(alignment)
        there, elsewhere = (self._before, self._after) if question in self._before else (self._after, self._before)
        if question is None or question not in there:
            return None
        questions = there[question]
        if id(questions) not in self._made:
            lasting = tuple(each for each in questions if _question(each) in elsewhere)
            self._made[id(questions)] = ChangedDispute(questions=questions, lasting=lasting)
        return self._made[id(questions)]


def _questions(side: Comparison, pairs: Iterable[Pair]) -> _Questions:
    found: dict[_Question, tuple[Alignment, ...]] = {}
    alignments = (alignment for one, other in pairs for alignment in side.between(one, other))
    for questions in disputed(alignments, side.corpus):
        for question in questions:
            found.setdefault(_question(question), questions)
    return found


def _question(alignment: Alignment) -> _Question:
    subject = alignment.subject
    return (pair_of(alignment), subject.ends if isinstance(subject, Link) else subject)
