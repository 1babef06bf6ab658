"""What claims say beyond their words, and the reasons behind two answers.

Claims say the answers that they give, and what the claims say that are declared the same.  So one conclusion may have
different reasons on two sides, and one premise different conclusions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.stance import Literal
from argmap.compare.support import Support, Supports, gives_only_the_report
from argmap.judge.assertion import commitments, positions_of
from argmap.judge.holder import Holder
from argmap.language.words import Relation
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId, PositionRef
from argmap.model.link import LinkEnd


def propositions_of(
    claims: Iterable[ClaimId],
    holder: Holder,
    corpus: Corpus,
    *,
    apart_from: IssueId | None = None,
    known: Sayings | None = None,
) -> dict[Literal, tuple[ClaimId, ...]]:
    """What a holder's claims say, and which of them say it, sorted.

    Two claims say the same where they answer an issue alike, or where a chain of ``same-as`` joins them; likeness of
    words counts for nothing.  Of a claim that the author only reports, nothing is said by the author.  A claim of
    another document, used here, is taken as its author states it.

    Args:
        claims: The claims.
        holder: Who says them.
        corpus: Where they are.
        apart_from: An issue whose answers do not count.
        known: What is known of the corpus already, where many such questions are asked.
    """
    known = known or Sayings(corpus)
    found: dict[Literal, list[ClaimId]] = {}
    for name in sorted(set(claims)):
        claim = corpus.claims.get(name)
        if claim is None or (holder.is_author and gives_only_the_report(claim)):
            continue
        for accepts in known.taken(claim, holder):
            for literal in known.of(Literal(name, accepts), apart_from):
                found.setdefault(literal, []).append(name)
    return {literal: tuple(names) for literal, names in found.items()}


class Sayings:
    """What each claim of a corpus says, found once for each."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._same = _sameness(corpus)
        self._taken: dict[tuple[ClaimId, Holder], tuple[bool, ...]] = {}
        self._found: dict[Literal, tuple[set[Literal], frozenset[IssueId]]] = {}

    def taken(self, claim: Claim, holder: Holder) -> tuple[bool, ...]:
        """Whether a holder rejects a claim, accepts it, or both."""
        key = (claim.id, holder)
        if key not in self._taken:
            self._taken[key] = tuple(sorted(_takes(claim, holder)))
        return self._taken[key]

    def of(self, literal: Literal, apart_from: IssueId | None = None) -> set[Literal]:
        """What whoever holds, or rejects, a claim says by that; it itself is among it."""
        if literal not in self._found:
            said = _says(literal, None, self._same, self._corpus)
            issues = frozenset(other.name.issue for other in said if isinstance(other.name, PositionRef))
            self._found[literal] = (said, issues)
        said, issues = self._found[literal]
        return said if apart_from not in issues else _says(literal, apart_from, self._same, self._corpus)


def _takes(claim: Claim, holder: Holder) -> set[bool]:
    if claim.document != holder.document:
        return {claim.attitude.accepts}
    return {
        commitment.accepts
        for commitment in commitments(claim)
        if commitment.holder == holder and not commitment.is_open
    }


def _says(
    literal: Literal, apart_from: IssueId | None, same: Mapping[LinkEnd, tuple[LinkEnd, ...]], corpus: Corpus
) -> set[Literal]:
    found, pending = {literal}, [literal]
    while pending:
        here = pending.pop()
        claim = corpus.claims.get(here.name) if isinstance(here.name, ClaimId) else None
        others = [Literal(name, here.holds) for name in same.get(here.name, ())]
        if claim is not None:
            others += [Literal(name, here.holds is takes) for name, takes in positions_of(claim)]
        for other in others:
            if other not in found and not (isinstance(other.name, PositionRef) and other.name.issue == apart_from):
                found.add(other)
                pending.append(other)
    return found


def _sameness(corpus: Corpus) -> Mapping[LinkEnd, tuple[LinkEnd, ...]]:
    joined: dict[LinkEnd, set[LinkEnd]] = {}
    for link in corpus.links:
        if link.relation is Relation.SAME_AS and link.source != link.target:
            joined.setdefault(link.source, set()).add(link.target)
            joined.setdefault(link.target, set()).add(link.source)
    return {name: tuple(sorted(others)) for name, others in joined.items()}


@attrs.frozen(kw_only=True)
class SharedPremise:
    """A premise that both sides use.

    Attributes:
        one: The first side's claim.
        other: The second side's.
        name: What both say: an ``issue.position`` that both answer alike, or the first in order of the claims that are
            declared the same.
        holds: Whether both accept it, or both reject it.
    """

    one: ClaimId
    other: ClaimId
    name: LinkEnd
    holds: bool


@attrs.frozen(kw_only=True)
class Reasons:
    """What both sides of an alignment give as reasons.

    Attributes:
        one: The first side's steps to its conclusions, each with its premises; sorted.
        other: The second side's.
        shared: Premises that both sides use, however far down, in the order of what they say.
    """

    alignment: Alignment
    one: tuple[tuple[ClaimId, ...], ...]
    other: tuple[tuple[ClaimId, ...], ...]
    shared: tuple[SharedPremise, ...] = ()

    @property
    def same_conclusion_other_reasons(self) -> bool:
        """Whether both argue for what they agree on and share no premise (incompletely theorised; Sunstein 1995)."""
        return self.alignment.verdict.is_agreement and bool(self.one and self.other) and not self.shared

    @property
    def same_premise_other_conclusion(self) -> bool:
        """Whether both argue from a premise that they share to conclusions that conflict."""
        return self.alignment.is_disagreement and bool(self.shared)


def reasons_of(alignment: Alignment, supports: Supports, known: Sayings) -> Reasons:
    """The reasons of both sides, and the premises that they share (see `propositions_of` for when).

    What is said on the issue of the alignment itself is no reason for it, and what one premise of a side says is found
    in one premise of the other: the first that says it.
    """
    corpus = supports.corpus
    one, other = (supports.of(side.claims, side.holder) for side in (alignment.one, alignment.other))
    mine, yours = (
        propositions_of(
            support.beneath - set(support.conclusions),
            side.holder,
            corpus,
            apart_from=alignment.issue,
            known=known,
        )
        for support, side in ((one, alignment.one), (other, alignment.other))
    )
    shared: dict[tuple[ClaimId, ClaimId], SharedPremise] = {}
    for literal in sorted(mine.keys() & yours.keys()):
        pair = (mine[literal][0], yours[literal][0])
        shared.setdefault(pair, SharedPremise(one=pair[0], other=pair[1], name=literal.name, holds=literal.holds))
    return Reasons(alignment=alignment, one=_steps(one), other=_steps(other), shared=tuple(shared.values()))


def _steps(support: Support) -> tuple[tuple[ClaimId, ...], ...]:
    return tuple(sorted({premises for claim in support.conclusions for premises in support.steps[claim]}))
