"""The reasons behind two answers: one conclusion for different reasons, and one premise for different conclusions."""

from __future__ import annotations

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.meaning import meanings
from argmap.compare.support import Support, support_of
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.link import LinkEnd


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
        return self.alignment.verdict.is_conflict and bool(self.shared)


def reasons_of(alignment: Alignment, corpus: Corpus) -> Reasons:
    """The reasons of both sides, and the premises that they share (see `argmap.compare.meaning` for when).

    What is said on the issue of the alignment itself is no reason for it, and what one premise of a side says is found
    in one premise of the other: the first that says it.
    """
    one, other = (support_of(side.claims, side.holder, corpus) for side in (alignment.one, alignment.other))
    mine, yours = (
        meanings(support.beneath - set(support.conclusions), side.holder, corpus, apart_from=alignment.issue)
        for support, side in ((one, alignment.one), (other, alignment.other))
    )
    shared: dict[tuple[ClaimId, ClaimId], SharedPremise] = {}
    for literal in sorted(mine.keys() & yours.keys()):
        pair = (mine[literal][0], yours[literal][0])
        shared.setdefault(pair, SharedPremise(one=pair[0], other=pair[1], name=literal.name, holds=literal.holds))
    return Reasons(alignment=alignment, one=_steps(one), other=_steps(other), shared=tuple(shared.values()))


def _steps(support: Support) -> tuple[tuple[ClaimId, ...], ...]:
    return tuple(sorted({premises for claim in support.conclusions for premises in support.steps[claim]}))
