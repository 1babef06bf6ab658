"""Disputes: the disagreements of two holders that rest on the same claims, told as one with its questions.

A dispute belongs to two holders.  One sentence that answers four issues makes one dispute with four questions.
Disputes that are about one question first of all are told together, as that question with its sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.comparison import Comparison
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.compare.stance import Acceptance, Stance
from argmap.compare.turns import WHOLE
from argmap.compare.weight import Weights
from argmap.judge.holder import Holder, identities, ordered
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId
from argmap.model.link import Link


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


@attrs.frozen(kw_only=True)
class DisputedQuestion:
    """A question, or two linked statements, with all disputes that are about it first of all.

    Attributes:
        subject: The issue, or the link.
        disputes: The weightiest first.
        sides: Who gives which answer in them, or takes which end of the link: those who give the same stand together,
            each once.  In the order of the answers; over a link, in that of the disputes.
        beside: On what else these disputes are, and no dispute first of all, the weightiest first.
    """

    subject: IssueId | Link
    disputes: tuple[Dispute, ...]
    sides: tuple[tuple[Side, ...], ...]
    beside: tuple[IssueId | Link, ...] = ()

    @property
    def subjects(self) -> tuple[IssueId | Link, ...]:
        """Everything that its disputes are on, itself first."""
        return (self.subject, *self.beside)

    @property
    def disagreements(self) -> tuple[Alignment, ...]:
        """Those of its disputes on the question itself."""
        found = (one for dispute in self.disputes for one in dispute.questions)
        return tuple(one for one in found if one.subject == self.subject)


def disputed_questions(found: Sequence[Dispute], corpus: Corpus) -> tuple[DisputedQuestion, ...]:
    """The questions that disputes are about, that of the weightiest dispute first.

    Args:
        found: The disputes, the weightiest first.
        corpus: Where the answers of an issue have their order.
    """
    by_subject: dict[IssueId | Link, list[Dispute]] = {}
    for dispute in found:
        by_subject.setdefault(dispute.first.subject, []).append(dispute)
    beside: dict[IssueId | Link, IssueId | Link] = {}
    for subject, those in by_subject.items():
        for question in (question for dispute in those for question in dispute.questions):
            if question.subject not in by_subject:
                beside.setdefault(question.subject, subject)
    return tuple(
        DisputedQuestion(
            subject=subject,
            disputes=tuple(those),
            sides=sides_on(subject, those, corpus),
            beside=tuple(other for other, first in beside.items() if first == subject),
        )
        for subject, those in by_subject.items()
    )


def sides_on(subject: IssueId | Link, found: Iterable[Dispute], corpus: Corpus) -> tuple[tuple[Side, ...], ...]:
    """Who gives which answer to a question in some disputes (see `DisputedQuestion.sides`)."""
    sides: dict[object, dict[Holder, Side]] = {}
    for dispute in found:
        for question in dispute.questions:
            for side in (question.one, question.other) if question.subject == subject else ():
                sides.setdefault(_answers(side), {}).setdefault(side.holder, side)
    groups = [tuple(those.values()) for those in sides.values()]
    if not isinstance(subject, Link):
        place = {position.id: number for number, position in enumerate(corpus.issues[subject].positions)}

        def rank(group: tuple[Side, ...]) -> tuple[int, bool]:
            stance = group[0].stances[0]
            return place.get(stance.position, len(place)), stance.acceptance is not Acceptance.ACCEPTED

        groups.sort(key=rank)
    return tuple(groups)


def answers_of(side: Side) -> tuple[Stance, ...]:
    """The answers that a side gives: those that it states, and of these the ones that it accepts, if there are any."""
    stated = tuple(stance for stance in side.stances if not stance.implied) or side.stances[:1]
    return tuple(stance for stance in stated if stance.acceptance is Acceptance.ACCEPTED) or stated


def _answers(side: Side) -> object:
    """What whoever stands on one side has in common."""
    if not side.stances:
        return side.claims, side.accepts
    return tuple(sorted({(stance.position, stance.acceptance.value) for stance in answers_of(side)}))


def most_contested(found: Iterable[Dispute]) -> tuple[Holder, ...]:
    """Everybody in some disputes: whoever is so with most others on most questions first."""
    counts: dict[Holder, int] = {}
    for dispute in found:
        for holder in dispute.holders:
            counts[holder] = counts.get(holder, 0) + len(dispute.questions)
    return tuple(sorted(counts, key=lambda holder: (-counts[holder], holder.order)))


@attrs.frozen(kw_only=True)
class Turning:
    """A deeper question on which some question in dispute turns.

    Attributes:
        subject: The deeper question, or the link.
        staked: What each side stakes on it, each holder once for the same stake, in the order of the disagreements.
    """

    subject: IssueId | Link
    staked: tuple[tuple[Side, CruxEffect], ...]


def turnings(disagreements: Iterable[Alignment], comparison: Comparison) -> tuple[Turning, ...]:
    """On what some disagreements turn beside each other, that on which one turns most first; each subject once."""
    those = tuple(disagreements)
    mine = {one.subject for one in those}
    found: dict[IssueId | Link, dict[tuple[Holder, CruxEffect], Side]] = {}
    most: dict[IssueId | Link, int] = {}
    for crux in (crux for one in those for crux in comparison.cruxes(one)):
        subject = crux.conflict.subject
        if subject in mine:
            continue
        most[subject] = max(most.get(subject, 0), crux.size)
        for side, effect in crux.staked:
            found.setdefault(subject, {}).setdefault((side.holder, effect), side)
    order = sorted(found, key=lambda subject: -most[subject])
    return tuple(
        Turning(subject=subject, staked=tuple((side, effect) for (_, effect), side in found[subject].items()))
        for subject in order
    )


def deeper_questions(found: Iterable[Dispute]) -> dict[IssueId | Link, tuple[Crux, ...]]:
    """Each deeper question once, that on which most disputes turn wholly first, with what turns on it."""
    cruxes: dict[IssueId | Link, list[Crux]] = {}
    for crux in (crux for dispute in found for crux in dispute.turns_on):
        cruxes.setdefault(crux.conflict.subject, []).append(crux)
    whole = {subject: sum(one.is_whole for one in those) for subject, those in cruxes.items()}
    order = sorted(cruxes, key=lambda subject: (-whole[subject], -len(cruxes[subject]), str(subject)))
    return {subject: tuple(cruxes[subject]) for subject in order}


def without_reasons(disagreements: Iterable[Alignment], comparison: Comparison) -> tuple[Holder, ...]:
    """Who gives no reason in some disagreements, each once."""
    found: dict[Holder, None] = {}
    for one in disagreements:
        given = comparison.reasons(one)
        found |= {side.holder: None for side, steps in ((one.one, given.one), (one.other, given.other)) if not steps}
    return tuple(found)


def tensions(disagreement: Alignment, comparison: Comparison) -> Iterator[Alignment]:
    """The tensions that links declare between the same two and one of the claims on which they disagree."""
    by_claim = comparison.tensions_between(*disagreement.holders)
    claims = (*disagreement.one.claims, *disagreement.other.claims)
    yield from {found.link: found for claim in claims for found in by_claim.get(claim, ())}.values()


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
        if alignment.is_disagreement and not _are_one_actor(*alignment.holders, corpus):
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
