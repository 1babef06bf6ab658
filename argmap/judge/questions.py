"""Issues with all that the analyst declares about their answers, made ready for judging.

Which of many positions of one issue exclude each other is known without looking at every pair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import attrs

from argmap.judge.assertion import Assertion
from argmap.judge.conditions import UNCONDITIONAL, Dependence
from argmap.judge.pairs import Between, Judgement, judge
from argmap.judge.pairs import Relation as Declared
from argmap.judge.verdict import Verdict
from argmap.language.words import OPEN, Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId, PositionId, PositionRef
from argmap.model.issue import Issue

_Groups = frozenset[int]
Pairs = Mapping[PositionId, frozenset[PositionId]]
"""Positions by position."""


class Exclusion:
    """Some positions of an issue, to be asked which of them another one excludes.

    Positions that stand in the same groups of `Issue.compatible` can stand with the same others: they are asked about
    together.
    """

    def __init__(self, issue: Issue, positions: Iterable[PositionId], further: Pairs) -> None:
        """Take the positions.

        Args:
            issue: The issue.
            positions: Some of its positions.
            further: What each position excludes although the issue itself lets the two stand together.
        """
        self._issue = issue
        self._further = further
        self._positions = tuple(dict.fromkeys(positions))
        self._alike: dict[_Groups, int] = {}
        for position in self._positions:
            groups = issue.groups(position)
            self._alike[groups] = self._alike.get(groups, 0) + 1
        self._of_group: dict[int, list[_Groups]] = {}
        for groups in self._alike:
            for group in groups:
                self._of_group.setdefault(group, []).append(groups)
        self._left: dict[_Groups, int] = {}
        self._known = frozenset(self._positions)

    def count(self, position: PositionId) -> int:
        """How many of them a position excludes."""
        groups = self._issue.groups(position)
        if groups not in self._left:
            beside = {others for group in groups for others in self._of_group.get(group, ())}
            self._left[groups] = len(self._positions) - sum(self._alike[others] for others in beside)
        # What stands in no group excludes all, and nothing excludes itself.
        count = self._left[groups] - (not groups and position in self._known)
        further = self._further.get(position)
        if further:
            count += sum(not self._issue.excludes(position, other) for other in further & self._known)
        return count

    def excluded(self, position: PositionId) -> Iterator[PositionId]:
        """Those that a position excludes, in their order."""
        if self.count(position):
            further = self._further.get(position, frozenset())
            yield from (other for other in self._positions if self._issue.excludes(position, other) or other in further)


class Answer(NamedTuple):
    """An assertion as an answer to an issue."""

    position: PositionId
    assertion: Assertion


@attrs.frozen(eq=False)
class Question:
    """An issue with what is declared about its answers, made ready for judging many pairs.

    Attributes:
        further: What each position excludes although the issue itself lets the two stand together.
        opposites: By position, those of which just one of the two is right.
        tensions: Pairs of positions that the analyst marks as pulling apart.
        supersedes: Pairs of claims of which one takes the place of the other.
    """

    issue: Issue
    further: Pairs
    opposites: Pairs
    tensions: frozenset[frozenset[str]] = frozenset()
    supersedes: frozenset[frozenset[ClaimId]] = frozenset()

    @classmethod
    def of(
        cls,
        issue: Issue,
        *,
        tensions: frozenset[frozenset[str]] = frozenset(),
        exclusive: Iterable[frozenset[PositionId]] = (),
        exhaustive: Iterable[frozenset[PositionId]] = (),
        supersedes: frozenset[frozenset[ClaimId]] = frozenset(),
    ) -> Question:
        """An issue made ready, in time linear in what is declared.

        Args:
            issue: The issue.
            tensions: See the class.
            exclusive: Pairs of positions that exclude each other although the issue itself lets them stand together.
            exhaustive: Pairs of which just one is right, beside those that the issue itself names.
            supersedes: See the class.
        """
        pairs = (*(pair for pair in issue.exhaustive if len(pair) == 2), *exhaustive)
        return cls(issue, by_position(exclusive), by_position(pairs), tensions, supersedes)

    @property
    def looked_at(self) -> tuple[object, ...]:
        """All that a verdict can depend on, wherever it stands in the files: equal where every verdict is the same."""
        return (self.issue, self.issue.is_exhaustive_by_name, *attrs.astuple(self, recurse=False)[1:])

    @property
    def superseding(self) -> frozenset[ClaimId]:
        """The claims that stand in a pair of which one takes the place of the other."""
        return _in_pairs(self.supersedes)

    def excludes(self, one: PositionId, other: PositionId) -> bool:
        """Whether nobody can hold both."""
        return self.issue.excludes(one, other) or other in self.further.get(one, ())

    def exclusion(self, positions: Iterable[PositionId]) -> Exclusion:
        """Some of the positions, to be asked which of them another one excludes."""
        return Exclusion(self.issue, positions, self.further)

    def opposite(self, position: PositionId) -> PositionId | None:
        """The other of two positions of which just one is right; None where it is in no such pair, or in several."""
        excluded = (other for other in self.opposites.get(position, ()) if self.excludes(position, other))
        found = list(islice(excluded, 2))
        return found[0] if len(found) == 1 else None

    def between(self, one: PositionId, other: PositionId) -> Between:
        """How two positions are related."""
        if one == other:
            return Between.SAME
        if not self.excludes(one, other):
            return Between.COMPATIBLE
        return Between.EXHAUSTIVE if other in self.opposites.get(one, ()) else Between.EXCLUSIVE


def by_position(pairs: Iterable[frozenset[PositionId]]) -> Pairs:
    """For each position in some pairs, those with which it stands in one."""
    found: dict[PositionId, set[PositionId]] = {}
    for pair in pairs:
        for position in pair:
            found.setdefault(position, set()).update(pair - {position})
    return {position: frozenset(others) for position, others in found.items()}


@lru_cache(maxsize=4)
def _in_pairs(pairs: frozenset[frozenset[ClaimId]]) -> frozenset[ClaimId]:
    """All issues of a corpus share one set of pairs."""
    return frozenset(claim for pair in pairs for claim in pair)


def questions_of(corpus: Corpus) -> Mapping[IssueId, Question]:
    """Every issue with the links that bear on it.

    A link that says of two positions of one issue that they exclude each other, or that just one of them is right, says
    it of the issue.
    """
    tensions: dict[IssueId, set[frozenset[str]]] = {}
    exclusive: dict[IssueId, set[frozenset[PositionId]]] = {}
    exhaustive: dict[IssueId, set[frozenset[PositionId]]] = {}
    supersedes: set[frozenset[ClaimId]] = set()
    for link in corpus.links:
        source, target = link.source, link.target
        if isinstance(source, ClaimId) and isinstance(target, ClaimId):
            if link.relation is Relation.SUPERSEDES:
                supersedes.add(frozenset((source, target)))
            continue
        if not (isinstance(source, PositionRef) and isinstance(target, PositionRef)) or source.issue != target.issue:
            continue
        pair = frozenset((source.position, target.position))
        if link.relation is Relation.IN_TENSION_WITH:
            tensions.setdefault(source.issue, set()).add(frozenset(pair))
        elif link.relation in (Relation.CONTRARY_TO, Relation.CONTRADICTS) and len(pair) == 2:
            exclusive.setdefault(source.issue, set()).add(pair)
            if link.relation is Relation.CONTRADICTS:
                exhaustive.setdefault(source.issue, set()).add(pair)
    superseding = frozenset(supersedes)
    return {
        name: Question.of(
            issue,
            tensions=frozenset(tensions.get(name, ())),
            exclusive=frozenset(exclusive.get(name, ())),
            exhaustive=frozenset(exhaustive.get(name, ())),
            supersedes=superseding,
        )
        for name, issue in corpus.issues.items()
    }


Dependences = Callable[[Assertion, Assertion], Dependence]


def judge_answers(one: Answer, other: Answer, question: Question, dependences: Dependences | None = None) -> Judgement:
    """The verdict on two answers to one issue."""
    if OPEN in (one.position, other.position):
        # Whoever leaves the question open says nothing of one position against another.
        both = one.assertion.force.direction is other.assertion.force.direction
        return Judgement(Verdict.AGREEMENT if both else Verdict.UNDECIDED)
    relation = Declared(
        question.between(one.position, other.position),
        in_tension=bool(question.tensions) and frozenset((one.position, other.position)) in question.tensions,
        supersedes=bool(question.supersedes)
        and frozenset((one.assertion.claim, other.assertion.claim)) in question.supersedes,
        changes=question.issue.changes,
    )
    depends = one.assertion.conditions or other.assertion.conditions
    left = dependences(one.assertion, other.assertion) if dependences is not None and depends else UNCONDITIONAL
    return judge(one.assertion, other.assertion, relation, left)
