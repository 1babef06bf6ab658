"""Inconsistency: a document that takes two sides, or rests a conclusion on what it elsewhere rejects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice

import attrs

from argmap.compare.alignment import OnSubject
from argmap.compare.comparison import Comparison
from argmap.compare.stance import Implication, IssueStatus, Profile, Stance
from argmap.compare.stances import clashing
from argmap.judge.holder import Holder
from argmap.judge.questions import Question
from argmap.model.ids import ClaimId
from argmap.model.link import Link

MOST = 50
"""Pairs of answers of one holder on one issue that are told; the others are counted."""
_MOST_COUNTED = 10_000


class InconsistencyKind(StrEnum):
    """Where two sides meet."""

    TWO_ANSWERS = "two-answers"
    """Two stances on one issue that nobody can hold together."""
    AGAINST_CONSEQUENCE = "against-consequence"
    """What is stated cannot stand beside what follows, by links, from something else that is stated."""
    TWO_CONSEQUENCES = "two-consequences"
    """What follows, by links, from one thing that is stated cannot stand beside what follows from another."""
    LINKED_CLAIMS = "linked-claims"
    """Two claims that a link says cannot be held together as they are held."""


@attrs.frozen(kw_only=True)
class Inconsistency(OnSubject):
    """One holder against itself.

    Attributes:
        stances: The two stances; empty where a link joins claims.
        chain: From what the second stance follows; empty where both are stated.
        one: The claims of the first side, sorted.
        other: The claims of the second.
        rests: Conclusions of the holder for which some step uses a claim of either side as a premise, sorted: what
            rests on ground that the holder itself disputes.
    """

    kind: InconsistencyKind
    holder: Holder
    stances: tuple[Stance, ...] = ()
    chain: Sequence[Implication] = ()
    one: tuple[ClaimId, ...]
    other: tuple[ClaimId, ...]
    rests: tuple[ClaimId, ...] = ()


def inconsistencies(comparison: Comparison) -> Iterator[Inconsistency]:
    """Every inconsistency of every holder: those on issues, then those against consequences, then those of links."""
    for profiles in comparison.stances.by_issue.values():
        for profile in profiles.values():
            if profile.standing is IssueStatus.MIXED:
                yield from _two_answers(comparison, profile)
    seen: set[tuple[Holder, frozenset[Link]]] = set()
    for clash in comparison.stances.clashes:
        # What clashes on one issue clashes on the other end of the link too: it is told once.
        links = (step.link for stance in (clash.held, clash.implied) for step in stance.chain)
        key = (clash.held.holder, frozenset(link for link in links if link is not None))
        if key not in seen:
            seen.add(key)
            kind = InconsistencyKind.TWO_CONSEQUENCES if clash.leaves_neither else InconsistencyKind.AGAINST_CONSEQUENCE
            yield _inconsistency(comparison, kind, clash.held, clash.implied)
    for (one, other), alignments in comparison.linked.items():
        for alignment in alignments if one == other else ():
            if alignment.verdict.is_cannot:
                sides = (alignment.one.claims, alignment.other.claims)
                yield Inconsistency(
                    kind=InconsistencyKind.LINKED_CLAIMS,
                    holder=one,
                    subject=alignment.subject,
                    one=sides[0],
                    other=sides[1],
                    rests=_users(comparison, one, {*sides[0], *sides[1]}),
                )


def _two_answers(comparison: Comparison, profile: Profile) -> Iterator[Inconsistency]:
    question = comparison.stances.questions[profile.issue]
    for one, other in islice(clashing(profile.stances, question), MOST):
        yield _inconsistency(comparison, InconsistencyKind.TWO_ANSWERS, one, other)


def two_answers_left_out(profile: Profile, question: Question) -> int:
    """How many pairs of stances on one issue are at odds beyond those that `inconsistencies` gives; 10,000 at most."""
    if profile.standing is not IssueStatus.MIXED:
        return 0
    return sum(1 for _ in islice(clashing(profile.stances, question), MOST, _MOST_COUNTED))


def _inconsistency(comparison: Comparison, kind: InconsistencyKind, one: Stance, other: Stance) -> Inconsistency:
    return Inconsistency(
        kind=kind,
        holder=one.holder,
        subject=one.issue,
        stances=(one, other),
        chain=other.chain or one.chain,
        one=one.claims,
        other=other.claims,
        rests=_users(comparison, one.holder, {*one.claims, *other.claims}),
    )


def _users(comparison: Comparison, holder: Holder, claims: set[ClaimId]) -> tuple[ClaimId, ...]:
    return tuple(sorted({user for claim in claims for user in comparison.uses.of(claim, holder)}))
