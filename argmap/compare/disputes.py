"""Disputes: the disagreements of two holders that rest on the same claims, told as one with its questions.

A dispute belongs to two holders.  One sentence that answers four issues makes one dispute with four questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.support import Support, gives_only_the_report, support_of
from argmap.compare.turns import Turn, turn_of
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
        turns_on: The other disputes of the same two beneath it, that on which most turns first.
    """

    holders: tuple[Holder, Holder]
    questions: tuple[Alignment, ...]
    weight: float = 0.0
    turns_on: tuple[TurnsOn, ...] = ()

    @property
    def first(self) -> Alignment:
        """Its weightiest question."""
        return self.questions[0]


@attrs.frozen(kw_only=True)
class TurnsOn:
    """A deeper disagreement on which something of a dispute turns.

    Attributes:
        upper: The question of the dispute that rests on it.
        deeper: The disagreement beneath, its sides in the same order.
        one: How the conclusion of the first side turns on it.
        other: How that of the second does.
    """

    upper: Alignment
    deeper: Alignment
    one: Turn
    other: Turn

    @property
    def size(self) -> int:
        """The greater of both turns."""
        return max(self.one.size, self.other.size)


def disputes(disagreements: Iterable[Alignment], corpus: Corpus) -> tuple[Dispute, ...]:
    """The disputes that some disagreements make, the weightiest first.

    Args:
        disagreements: Alignments; those that are no disagreement, or of one actor with itself, are passed by.
        corpus: Where the claims are.
    """
    by_pair: dict[tuple[Holder, Holder], list[Alignment]] = {}
    for alignment in disagreements:
        if alignment.verdict.is_disagreement and not _are_one_actor(*alignment.holders, corpus):
            pair = ordered(*alignment.holders)
            turned = alignment if alignment.holders == pair else alignment.mirrored()
            by_pair.setdefault(pair, []).append(turned)
    weights = Weights(corpus)
    found = [dispute for pair, those in by_pair.items() for dispute in _of_pair(pair, those, weights, corpus)]
    return tuple(sorted(found, key=lambda dispute: (-dispute.weight, _order(dispute))))


def _are_one_actor(one: Holder, other: Holder, corpus: Corpus) -> bool:
    """Whether two are one actor in two documents, as author or as shown there: nobody is in dispute with itself.

    Reports of one actor differ, a report is fair or not, and an author drifts: all that is told of the actor.
    """
    return one == other or not set(identities(one, corpus)).isdisjoint(identities(other, corpus))


def _order(dispute: Dispute) -> tuple[object, ...]:
    return (dispute.holders[0].order, dispute.holders[1].order, dispute.first.order)


def _of_pair(
    pair: tuple[Holder, Holder], disagreements: Sequence[Alignment], weights: Weights, corpus: Corpus
) -> Iterator[Dispute]:
    own = {id(alignment): weights.of(alignment) for alignment in disagreements}
    groups = [
        sorted(group, key=lambda alignment: (-own[id(alignment)], alignment.order)) for group in _grouped(disagreements)
    ]
    beneath = _Beneath(corpus)
    turning = [tuple(beneath.turns(group, disagreements)) for group in groups]
    for group, turns in zip(groups, turning, strict=True):
        weight = own[id(group[0])]
        for others, those in zip(groups, turning, strict=True):
            # What turns on this one adds to its weight.
            if others is not group:
                mine = {alignment.subject for alignment in group}
                share = max((found.size for found in those if found.deeper.subject in mine), default=0)
                weight += own[id(others[0])] * Turn(share).share
        yield Dispute(holders=pair, questions=tuple(group), weight=round(weight, 9), turns_on=turns)


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


@attrs.frozen(eq=False)
class _Beneath:
    """The disagreements beneath others, with the support of each side worked out once."""

    corpus: Corpus
    _supports: dict[tuple[Holder, tuple[ClaimId, ...]], Support] = attrs.field(factory=dict, init=False)

    def turns(self, group: Sequence[Alignment], others: Sequence[Alignment]) -> Iterator[TurnsOn]:
        found: list[TurnsOn] = []
        subjects = {alignment.subject for alignment in group}
        by_claim = _by_claim(others)
        for upper in group:
            supports = tuple(self._support(side.holder, side.claims) for side in (upper.one, upper.other))
            reached = {place for support in supports for claim in support.depth for place in by_claim.get(claim, ())}
            for place in sorted(reached):
                deeper = others[place]
                if deeper.subject in subjects:
                    continue
                one, other = (
                    self._turn(support, side.holder, side.claims)
                    for support, side in zip(supports, (deeper.one, deeper.other), strict=True)
                )
                if one.size or other.size:
                    found.append(TurnsOn(upper=upper, deeper=deeper, one=one, other=other))
        best: dict[object, TurnsOn] = {}
        for turn in found:
            if turn.deeper.subject not in best or turn.size > best[turn.deeper.subject].size:
                best[turn.deeper.subject] = turn
        yield from sorted(best.values(), key=lambda turn: (-turn.size, turn.deeper.order))

    def _support(self, holder: Holder, claims: tuple[ClaimId, ...]) -> Support:
        if (holder, claims) not in self._supports:
            self._supports[holder, claims] = support_of(claims, holder, self.corpus)
        return self._supports[holder, claims]

    def _turn(self, support: Support, holder: Holder, claims: Iterable[ClaimId]) -> Turn:
        given = frozenset(
            claim
            for claim in claims
            if claim in support.depth and not (holder.is_author and gives_only_the_report(self.corpus.claims[claim]))
        )
        if not given:
            return Turn()
        return max((turn_of(claim, support, given) for claim in support.conclusions), key=lambda turn: turn.size)


def _by_claim(alignments: Sequence[Alignment]) -> Mapping[ClaimId, list[int]]:
    found: dict[ClaimId, list[int]] = {}
    for place, alignment in enumerate(alignments):
        for claim in {*alignment.one.claims, *alignment.other.claims}:
            found.setdefault(claim, []).append(place)
    return found
