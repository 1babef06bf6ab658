"""Who disagrees on which question, and how much that weighs: counted once for all pictures of a comparison.

A disagreement is of two authors on one question, or over one link; nobody who wrote both texts is in disagreement with
itself.  Of very many texts those that answer most questions are shown, so that no work grows with all pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import attrs

from argmap.compare.agreement import Tally, tally
from argmap.compare.alignment import Alignment
from argmap.compare.coalition import coalition_order
from argmap.compare.comparison import Comparison
from argmap.compare.disputes import Dispute, disputes
from argmap.compare.weight import Weights
from argmap.judge.holder import Holder, identities, ordered
from argmap.judge.verdict import Verdict
from argmap.model.corpus import Corpus
from argmap.model.ids import IssueId
from argmap.model.link import Link
from argmap.view.tables import Parting

MOST_AUTHORS = 40
"""Texts that stand beside each other in one picture."""
_MOST = 100
"""Disagreements that are followed down to what they turn on; of more, the weightiest of each two groups."""


class Pair(NamedTuple):
    """Two authors who speak on one question, the verdict on them, and whether it merely tests a forecast so far."""

    one: Holder
    other: Holder
    verdict: Verdict
    is_test: bool

    @property
    def is_disagreement(self) -> bool:
        """Whether the two disagree (see `argmap.compare.alignment.Alignment`)."""
        return self.verdict.is_disagreement and not self.is_test


def parting(pair: Pair | Alignment) -> Parting:
    """How far two are apart."""
    if pair.verdict.is_cannot:
        return Parting.CANNOT
    return Parting.DISAGREES if pair.is_disagreement else Parting.NONE


@attrs.frozen(eq=False)
class DisputedQuestions:
    """The authors whom pictures show, and their disagreements.

    Attributes:
        authors: In an order in which neighbours agree.
        tallies: By issue, who answers alike.
        pairs: By issue, every two of them who speak on it, and did not write both texts.
        over_links: The disagreements over links.
        disputes: What all disagreements make, the weightiest first.
        weights: By issue or link in dispute, the weight of its weightiest dispute.
        followed: How many disagreements were followed down to what they turn on.
    """

    authors: tuple[Holder, ...]
    tallies: Mapping[IssueId, Tally]
    pairs: Mapping[IssueId, tuple[Pair, ...]]
    over_links: tuple[Alignment, ...]
    disputes: tuple[Dispute, ...]
    weights: Mapping[IssueId | Link, float]
    followed: int

    @classmethod
    def of(cls, comparison: Comparison) -> DisputedQuestions:
        """Those of the authors of a comparison."""
        answers = {author: len(comparison.stances.by_holder.get(author, {})) for author in comparison.authors}
        most = sorted(answers, key=lambda author: (-answers[author], author.order))[:MOST_AUTHORS]
        authors = coalition_order(comparison, most)
        apart = frozenset(_apart(authors, comparison.corpus))
        tallies = {issue: tally(comparison, issue, authors) for issue in comparison.stances.by_issue}
        pairs = {issue: tuple(_pairs(found, apart)) for issue, found in tallies.items()}
        linked = tuple(
            alignment
            for holders, found in comparison.linked.items()
            if holders in apart
            for alignment in found
            if alignment.is_disagreement
        )
        disagreeing = [(issue, pair) for issue, those in pairs.items() for pair in those if pair.is_disagreement]
        if len(disagreeing) + len(linked) > _MOST:
            disagreeing = [*_first_of_groups(tallies, apart)]
        aligned = (comparison.align(pair.one, pair.other, issue) for issue, pair in disagreeing)
        weights = Weights(comparison.corpus)
        followed = sorted(
            (each for each in (*aligned, *linked) if each is not None), key=lambda each: (-weights.of(each), each.order)
        )
        told = disputes(followed[:_MOST], comparison)
        weighed: dict[IssueId | Link, float] = {}
        for dispute in told:
            for question in dispute.questions:
                weighed.setdefault(question.subject, dispute.weight)
        return cls(authors, tallies, pairs, linked, told, weighed, len(followed[:_MOST]))

    def on(self, issue: IssueId) -> tuple[Pair, ...]:
        """Those who disagree on an issue."""
        return tuple(pair for pair in self.pairs.get(issue, ()) if pair.is_disagreement)

    @property
    def issues(self) -> tuple[IssueId, ...]:
        """The issues in dispute, the weightiest first."""
        found = [issue for issue in self.pairs if self.on(issue)]
        return tuple(sorted(found, key=lambda issue: (-self.weights.get(issue, 0.0), -len(self.on(issue)))))

    @property
    def on_questions(self) -> int:
        """How many disagreements there are on questions."""
        return sum(len(self.on(issue)) for issue in self.pairs)

    @property
    def count(self) -> int:
        """How many there are in all."""
        return self.on_questions + len(self.over_links)


def _apart(authors: Iterable[Holder], corpus: Corpus) -> Iterator[tuple[Holder, Holder]]:
    """Every two, sorted, of whom nobody wrote both texts."""
    names = {author: frozenset(identities(author, corpus)) for author in authors}
    for one, other in combinations(names, 2):
        if names[one].isdisjoint(names[other]):
            yield ordered(one, other)


def _pairs(found: Tally, apart: frozenset[tuple[Holder, Holder]]) -> Iterator[Pair]:
    for place, one, below, other in _placed(found):
        if (one, other) in apart:
            yield _pair(found, place, one, below, other)


def _pair(found: Tally, place: int, one: Holder, below: int, other: Holder) -> Pair:
    groups = (min(place, below), max(place, below))
    return Pair(one, other, found.verdicts[place][below], groups in found.tests)


def _placed(found: Tally) -> Iterator[tuple[int, Holder, int, Holder]]:
    """Every two holders of an issue, sorted, each with the place of its group."""
    holders = [(holder, place) for place, group in enumerate(found.groups) for holder in group.holders]
    holders.sort(key=lambda placed: placed[0].order)
    for (one, place), (other, below) in combinations(holders, 2):
        yield place, one, below, other


def _first_of_groups(
    tallies: Mapping[IssueId, Tally], apart: frozenset[tuple[Holder, Holder]]
) -> Iterator[tuple[IssueId, Pair]]:
    """Of every two groups that disagree on an issue, the first two of them."""
    for issue, found in tallies.items():
        seen: set[tuple[int, int]] = set()
        for place, one, below, other in _placed(found):
            pair, groups = _pair(found, place, one, below, other), (min(place, below), max(place, below))
            if pair.is_disagreement and groups not in seen and (one, other) in apart:
                seen.add(groups)
                yield issue, pair
