"""What supports what for one holder, what rests on it, and what falls when premises are taken away."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import attrs

from argmap.judge.holder import Holder
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, ClaimId, DocumentId
from argmap.model.inference import Step

_SIDED = (Attitude.REPORTS, Attitude.DENIES, Attitude.DOUBTS)


def reasons(claim: Claim, holder: Holder, corpus: Corpus) -> tuple[Step, ...]:
    """The steps by which a holder supports what it does with a claim, in the author's order.

    Steps that tell why, spell out or set the scene support nothing.  An actor's own are those whose premises all come
    from that actor.  All others are the author's: for the attitude, or under ``reports`` for ascribing the claim; and
    an actor's own are the author's too where the author accepts the claim and every premise.
    """
    return tuple(step for step in claim.steps if step.supports and _is_given(step, claim, holder, corpus))


def _is_given(step: Step, claim: Claim, holder: Holder, corpus: Corpus) -> bool:
    if not claim.holders:
        return holder.is_author
    if holder.actor is not None:
        return _is_own(step, (holder.actor,), corpus)
    return not _is_own(step, claim.holders, corpus) or (claim.attitude.accepts and _is_accepted(step, corpus))


def gives_only_the_report(claim: Claim) -> bool:
    """Whether, as a premise, a claim gives no more than that its holder holds it."""
    return bool(claim.holders) and claim.attitude in _SIDED


class _Joints(NamedTuple):
    """A support from the leaves upwards, its steps numbered.

    Attributes:
        leaves: The claims to which no step leads.
        conclusions: That of each step.
        missing: How many different premises each step has.
        waiting: By premise, the steps that need it.
    """

    leaves: list[ClaimId]
    conclusions: list[ClaimId]
    missing: list[int]
    waiting: dict[ClaimId, list[int]]


@attrs.frozen
class Support:
    """All that supports some conclusions of one holder, however far down.

    Attributes:
        conclusions: Where it starts, sorted.
        steps: For each claim that is reached, the premises of each step for it; none for a leaf.
        depth: For each claim that is reached, the fewest steps from a conclusion to it; 0 for a conclusion.
    """

    conclusions: tuple[ClaimId, ...]
    steps: Mapping[ClaimId, tuple[tuple[ClaimId, ...], ...]]
    depth: Mapping[ClaimId, int]
    _joints: _Joints = attrs.field(init=False, eq=False, repr=False)
    beneath: frozenset[ClaimId] = attrs.field(init=False, eq=False, repr=False)
    """Every claim that is a premise somewhere in it."""

    @_joints.default
    def _joined(self) -> _Joints:
        # Many conflicts ask what is left of the same support without one claim or another.
        conclusions = [claim for claim, steps in self.steps.items() for _ in steps]
        linked = [set(premises) for steps in self.steps.values() for premises in steps]
        waiting: dict[ClaimId, list[int]] = {}
        for step, premises in enumerate(linked):
            for premise in premises:
                waiting.setdefault(premise, []).append(step)
        leaves = [claim for claim, steps in self.steps.items() if not steps]
        return _Joints(leaves, conclusions, [len(premises) for premises in linked], waiting)

    @beneath.default
    def _premises(self) -> frozenset[ClaimId]:
        return frozenset(premise for steps in self.steps.values() for premises in steps for premise in premises)

    @cached_property
    def whole(self) -> frozenset[ClaimId]:
        """What is supported where nothing is removed."""
        return self.supported()

    @cached_property
    def has_circle(self) -> bool:
        """Whether some claim rests on itself."""
        waits = {claim: sum(map(len, map(set, steps))) for claim, steps in self.steps.items()}
        pending = [claim for claim, count in waits.items() if not count]
        for claim in pending:
            for step in self._joints.waiting.get(claim, ()):
                conclusion = self._joints.conclusions[step]
                waits[conclusion] -= 1
                if not waits[conclusion]:
                    pending.append(conclusion)
        return len(pending) < len(self.steps)

    def resting_on(self, claims: Iterable[ClaimId]) -> set[ClaimId]:
        """Some claims, and all that some step leads to from them, however far up; work is linear in what is found."""
        found = {claim for claim in claims if claim in self.steps}
        pending = list(found)
        while pending:
            for step in self._joints.waiting.get(pending.pop(), ()):
                conclusion = self._joints.conclusions[step]
                if conclusion not in found:
                    found.add(conclusion)
                    pending.append(conclusion)
        return found

    def supported(self, removed: Collection[ClaimId] = frozenset()) -> frozenset[ClaimId]:
        """The claims for which one step has all its premises standing.

        A claim to which no step leads stands by itself; any other stands where all premises of one step for it stand;
        what is removed does not.  Claims that support each other in a circle, and have no other support, do not stand.
        Work is linear in the number of premises.
        """
        missing = list(self._joints.missing)
        stands = {leaf for leaf in self._joints.leaves if leaf not in removed}
        supported: set[ClaimId] = set()
        pending = list(stands)
        while pending:
            for step in self._joints.waiting.get(pending.pop(), ()):
                missing[step] -= 1
                if not missing[step]:
                    conclusion = self._joints.conclusions[step]
                    supported.add(conclusion)
                    if conclusion not in stands and conclusion not in removed:
                        stands.add(conclusion)
                        pending.append(conclusion)
        return frozenset(supported)


class Supports:
    """The supports of a corpus, each found once: many conflicts rest on the same claims."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._found: dict[tuple[tuple[ClaimId, ...], Holder], Support] = {}

    def of(self, claims: tuple[ClaimId, ...], holder: Holder) -> Support:
        """What supports some claims for a holder (see `support_of`)."""
        key = (claims, holder)
        if key not in self._found:
            self._found[key] = support_of(claims, holder, self.corpus)
        return self._found[key]


def support_of(conclusions: Iterable[ClaimId], holder: Holder, corpus: Corpus) -> Support:
    """What supports some claims for a holder, down to the leaves; circles end where they began.

    A premise from another document is supported as that document supports it only where the author is the same voice;
    here it is a leaf.
    """
    starts = tuple(sorted(set(conclusions)))
    depth = dict.fromkeys(starts, 0)
    steps: dict[ClaimId, tuple[tuple[ClaimId, ...], ...]] = {}
    pending = deque(starts)
    while pending:
        claim = pending.popleft()
        record = corpus.claims.get(claim)
        own = record is not None and record.document == holder.document
        steps[claim] = tuple(step.premises for step in reasons(record, holder, corpus)) if own and record else ()
        for premises in steps[claim]:
            for premise in premises:
                if premise not in depth:
                    depth[premise] = depth[claim] + 1
                    pending.append(premise)
    return Support(starts, steps, depth)


MOST_RESTING = 12
"""How many conclusions that rest on some claims are named: of a long chain, more would grow with the square."""


class Resting(NamedTuple):
    """What rests on some claims of a holder by reasons, however far up.

    Attributes:
        conclusions: The nearest first, as many as are named.
        more: Whether there are any beyond these.
        carries_thesis: Whether what their document argues for is one of the claims, or rests on one of them.
    """

    conclusions: tuple[ClaimId, ...] = ()
    more: bool = False
    carries_thesis: bool = False


class Uses:
    """For which conclusions the claims of a corpus are reasons."""

    def __init__(self, supports: Supports) -> None:
        self._supports = supports
        self._above: dict[DocumentId, dict[ClaimId, list[tuple[Claim, int]]]] = {}
        self._given: dict[tuple[Holder, ClaimId, int], bool] = {}

    def of(self, claim: ClaimId, holder: Holder) -> Iterator[ClaimId]:
        """The conclusion of each step by which a holder reasons from a claim, in the order of the document."""
        corpus = self._supports.corpus
        if holder.document not in self._above:
            above = self._above.setdefault(holder.document, {})
            for record in corpus.claims_of(holder.document):
                for number, step in enumerate(record.steps):
                    for premise in dict.fromkeys(step.premises if step.supports else ()):
                        above.setdefault(premise, []).append((record, number))
        for conclusion, number in self._above[holder.document].get(claim, ()):
            key = (holder, conclusion.id, number)
            if key not in self._given:
                self._given[key] = _is_given(conclusion.steps[number], conclusion, holder, corpus)
            if self._given[key]:
                yield conclusion.id

    def resting_on(self, claims: Iterable[ClaimId], holder: Holder) -> Resting:
        """What rests on some claims of a holder; never one of the claims themselves."""
        starts = tuple(dict.fromkeys(claims))
        found = dict.fromkeys(starts)
        most = len(starts) + MOST_RESTING
        pending = deque(starts)
        while pending and len(found) <= most:
            for conclusion in self.of(pending.popleft(), holder):
                if conclusion not in found:
                    found[conclusion] = None
                    pending.append(conclusion)
                    if len(found) > most:
                        break
        thesis = self._supports.corpus.documents[holder.document].thesis if holder.is_author else None
        carries = thesis is not None and not self._supports.of((thesis,), holder).steps.keys().isdisjoint(starts)
        return Resting(tuple(found)[len(starts) : most], more=len(found) > most, carries_thesis=carries)


def _is_own(step: Step, holders: tuple[ActorId, ...], corpus: Corpus) -> bool:
    return all(
        premise in corpus.claims and set(holders) <= set(corpus.claims[premise].holders) for premise in step.premises
    )


def _is_accepted(step: Step, corpus: Corpus) -> bool:
    return all(premise in corpus.claims and corpus.claims[premise].attitude.accepts for premise in step.premises)
