"""Unanswered arguments: an attack on a position that somebody holds, which nothing of the holder's meets."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.dates import precedes
from argmap.compare.holder import Holder, identities
from argmap.compare.implication import Literal
from argmap.compare.meaning import meanings
from argmap.compare.support import support_of
from argmap.compare.verdict import Verdict
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole


@attrs.frozen(kw_only=True)
class Unanswered:
    """One argument of an attacker that the attacked does not meet.

    Attributes:
        conflict: The conflict; the attacker is its first side, the attacked its second.
        conclusion: The attacker's claim against the position that the other holds.
        premises: Those of one step for it, in the author's order.
        granted: The claims of the argument, however far down, that the attacked holds too, as its own claims that a
            link makes the same, without weighing them against its own position; sorted.
        shared: The answers to other issues that claims of the argument give and the attacked gives too; sorted.  They
            are not the whole of these claims.
        written_later: Whether the attacker's document is later than the other's, as far as dates tell: then no answer
            could be expected.
    """

    conflict: Alignment
    conclusion: ClaimId
    premises: tuple[ClaimId, ...]
    granted: tuple[ClaimId, ...] = ()
    shared: tuple[Literal, ...] = ()
    written_later: bool = False

    @property
    def attacker(self) -> Holder:
        """Whose argument it is."""
        return self.conflict.one.holder

    @property
    def attacked(self) -> Holder:
        """Who holds the position that it speaks against."""
        return self.conflict.other.holder


def unanswered(comparison: Comparison, conflict: Alignment) -> Iterator[Unanswered]:
    """The arguments of the first side that the second does not meet; mirror the conflict for those of the second.

    Each step by which the attacker supports a claim on which the conflict rests is an argument.  It is met where the
    attacked, anywhere in its document, conflicts with a claim of the argument, however far down, on an issue or over a
    link; or concedes, excepts or undercuts by a claim that says the same (see `argmap.compare.meaning`).  Only the
    author of a document can be expected to meet an argument, and not one of the same author's.
    """
    attacker, attacked, corpus = conflict.one, conflict.other, comparison.corpus
    if not conflict.verdict.is_conflict or not attacked.holder.is_author:
        return
    if set(identities(attacker.holder, corpus)) & set(identities(attacked.holder, corpus)):
        return
    disputed = _disputed(comparison, conflict)
    weighed = _weighed(comparison, attacked.holder)
    answers = comparison.said_by(attacked.holder)
    support = support_of(attacker.claims, attacker.holder, corpus)
    for conclusion in support.conclusions:
        for premises in support.steps[conclusion]:
            below = frozenset(support_of(premises, attacker.holder, corpus).depth)
            said = meanings(below, attacker.holder, corpus, apart_from=conflict.issue)
            common = {literal: claims for literal, claims in said.items() if literal in answers}
            met = any(not weighed.isdisjoint(answers[literal]) for literal in common)
            if met or not below.isdisjoint(disputed):
                continue
            yield Unanswered(
                conflict=conflict,
                conclusion=conclusion,
                premises=premises,
                granted=tuple(
                    sorted({claim for literal in common if literal.name in corpus.claims for claim in common[literal]})
                ),
                shared=tuple(sorted(literal for literal in common if literal.name not in corpus.claims)),
                written_later=_is_later(comparison, attacker.holder, attacked.holder),
            )


def _disputed(comparison: Comparison, conflict: Alignment) -> frozenset[ClaimId]:
    """The attacker's claims with which the attacked conflicts, or declares a tension, elsewhere than here."""
    found: set[ClaimId] = set()
    for alignment in comparison.between(*conflict.holders):
        if alignment.subject == conflict.subject:
            continue
        if alignment.verdict.is_conflict or (alignment.link is not None and alignment.verdict is Verdict.TENSION):
            found.update(alignment.one.claims)
    return frozenset(found)


def _weighed(comparison: Comparison, holder: Holder) -> frozenset[ClaimId]:
    """What a document concedes, excepts, or holds against a step."""
    found: set[ClaimId] = set()
    for claim in comparison.corpus.claims_of(holder.document):
        for step in claim.steps:
            if step.role in (StepRole.DESPITE, StepRole.UNLESS):
                found.update(step.premises)
            found.update(premise for undercut in step.undercuts for premise in undercut.premises)
    return frozenset(found)


def _is_later(comparison: Comparison, one: Holder, other: Holder) -> bool:
    documents = comparison.corpus.documents
    return precedes(documents[other.document].date, documents[one.document].date)
