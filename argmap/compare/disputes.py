"""Disputes: the disagreements of two holders that rest on the same claims, told as one with its questions.

A dispute belongs to two holders.  One sentence that answers four issues makes one dispute with four questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import Crux
from argmap.compare.turns import WHOLE
from argmap.compare.weight import Weights
from argmap.judge.holder import Holder, identities, ordered
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId


@attrs.frozen(kw_only=True)
class Dispute:
    """One dispute of two holders.

    Attributes:
        holders: Both, sorted.
        questions: Their disagreements on issues and over links, the weightiest first; the first side of each is always
            the first holder's.
        weight: How much it weighs among the disputes of a corpus: it sorts, and is never told.
        turns_on: The deeper disagreements of the same two, outside it, on which any of its questions turns; each under
            the question that turns on it most, that on which most turns first.
        left_out: How many further ones, higher up than these, were not weighed.
    """

    holders: tuple[Holder, Holder]
    questions: tuple[Alignment, ...]
    weight: float = 0.0
    turns_on: tuple[Crux, ...] = ()
    left_out: int = 0

    @property
    def first(self) -> Alignment:
        """Its weightiest question."""
        return self.questions[0]


def disputes(disagreements: Iterable[Alignment], comparison: Comparison) -> tuple[Dispute, ...]:
    """The disputes that some disagreements make, the weightiest first.

    Args:
        disagreements: Alignments of a comparison; those that are no disagreement, or of one actor with itself, are
            passed by.
        comparison: What knows on what they turn.
    """
    by_pair = _by_pair(disagreements, comparison.corpus)
    weights = Weights(comparison.corpus)
    found = [dispute for pair, those in by_pair.items() for dispute in _of_pair(pair, those, weights, comparison)]
    return tuple(sorted(found, key=lambda dispute: (-dispute.weight, _order(dispute))))


def disputed(disagreements: Iterable[Alignment], corpus: Corpus) -> Iterator[tuple[Alignment, ...]]:
    """The questions of the same disputes and nothing else of them: which there are, unweighed and in no order."""
    for those in _by_pair(disagreements, corpus).values():
        yield from map(tuple, _grouped(those))


def _by_pair(disagreements: Iterable[Alignment], corpus: Corpus) -> dict[tuple[Holder, Holder], list[Alignment]]:
    found: dict[tuple[Holder, Holder], list[Alignment]] = {}
    for alignment in disagreements:
        if alignment.verdict.is_disagreement and not _are_one_actor(*alignment.holders, corpus):
            pair = ordered(*alignment.holders)
            found.setdefault(pair, []).append(alignment if alignment.holders == pair else alignment.mirrored())
    return found


def _are_one_actor(one: Holder, other: Holder, corpus: Corpus) -> bool:
    """Whether two are one actor in two documents, as author or as shown there: nobody is in dispute with itself.

    Reports of one actor differ, a report is fair or not, and an author drifts: all that is told of the actor.
    """
    return one == other or not set(identities(one, corpus)).isdisjoint(identities(other, corpus))


def _order(dispute: Dispute) -> tuple[object, ...]:
    return (dispute.holders[0].order, dispute.holders[1].order, dispute.first.order)


def _of_pair(
    pair: tuple[Holder, Holder], disagreements: Sequence[Alignment], weights: Weights, comparison: Comparison
) -> Iterator[Dispute]:
    own = {id(alignment): weights.of(alignment) for alignment in disagreements}
    groups = [
        sorted(group, key=lambda alignment: (-own[id(alignment)], alignment.order)) for group in _grouped(disagreements)
    ]
    number = {alignment.subject: place for place, group in enumerate(groups) for alignment in group}
    turning = [_turns_on(group, comparison) for group in groups]
    further = [0.0] * len(groups)
    for group, cruxes in zip(groups, turning, strict=True):
        most: dict[int, float] = {}
        for crux in cruxes:
            below = number.get(crux.conflict.subject)
            if below is not None:
                most[below] = max(most.get(below, 0.0), crux.size / WHOLE)
        for below, share in most.items():
            # What turns on a dispute adds to its weight.
            further[below] += own[id(group[0])] * share
    for group, cruxes, more in zip(groups, turning, further, strict=True):
        weight = round(own[id(group[0])] + more, 9)
        left_out = sum(comparison.beneath(alignment).left_out for alignment in group)
        yield Dispute(holders=pair, questions=tuple(group), weight=weight, turns_on=cruxes, left_out=left_out)


def _turns_on(group: Sequence[Alignment], comparison: Comparison) -> tuple[Crux, ...]:
    mine = {alignment.subject for alignment in group}
    found: dict[object, Crux] = {}
    for upper in group:
        for crux in comparison.cruxes(upper):
            before = found.get(crux.conflict.subject)
            if crux.conflict.subject not in mine and (before is None or crux.size > before.size):
                found[crux.conflict.subject] = crux
    return tuple(sorted(found.values(), key=lambda crux: (-crux.size, crux.conflict.order)))


def _grouped(disagreements: Sequence[Alignment]) -> list[list[Alignment]]:
    """Those that rest, on one side or the other, on the same claims; in the order in which each group is first met."""
    parents = list(range(len(disagreements)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    first: dict[tuple[int, tuple[ClaimId, ...]], int] = {}
    for place, alignment in enumerate(disagreements):
        for side, claims in enumerate((alignment.one.claims, alignment.other.claims)):
            before = first.setdefault((side, claims), place)
            one, other = sorted((root(before), root(place)))
            parents[other] = one
    groups: dict[int, list[Alignment]] = {}
    for place, alignment in enumerate(disagreements):
        groups.setdefault(root(place), []).append(alignment)
    return list(groups.values())
