"""Cruxes: the conflicts beneath a conflict, on which it turns.

Definition.  Two holders conflict, on an issue or over a link; the claims on which each side rests are its
conclusions.  The support of a side is all that its own steps lead down to (see `argmap.compare.support`): the premises
of a step are linked, so the step is lost with any one of them; several steps are convergent, so a conclusion loses its
support only when every step for it is lost; explanation, parts, concessions, conditions and doubts carry no support.
A step is lost when a premise is taken away, or itself loses all its support.  Of what a premise only reports, the step
takes no more than that the actor holds it: no conflict over its content takes that away.

A crux is another conflict of the same two holders such that at least one side carries it on a claim that stands
beneath its conclusions, and such that this side's conclusions, those that had any support, lose all of it when every
claim on which that side carries the deeper conflict is taken away.  A conclusion that was never argued for has no
support to lose, and no crux.

Rank.  The deepest crux comes first: of two, one beneath the other, the upper falls with the deeper, and all that hangs
on the upper.  Among equally deep ones that on which most hangs comes first, counted in claims that lose their support
with it, the conclusions among them; then the order of subjects decides.

What is contested is weaker: such a conflict beneath, without which the conclusions still have support left.

Work is linear in the support of both sides for each conflict that touches it; circles of steps or of links end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.support import Support, gives_only_the_report, support_of
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId


@attrs.frozen(kw_only=True)
class CruxEffect:
    """What one side stakes on a deeper conflict.

    Attributes:
        premises: Its claims beneath the conclusions that carry the deeper conflict, sorted.
        lost_support: Its claims that lose their support with them, sorted; empty where the conclusions do not.
        depth: Steps from a conclusion down to the nearest of the premises; 0 where there are none.
    """

    premises: tuple[ClaimId, ...] = ()
    lost_support: tuple[ClaimId, ...] = ()
    depth: int = 0


@attrs.frozen(kw_only=True)
class Crux:
    """A conflict beneath another; the other turns on it where something falls with it.

    Attributes:
        conflict: The deeper conflict, its sides in the order of the upper conflict's.
        one: What turns on it for the first side.
        other: What turns on it for the second.
    """

    conflict: Alignment
    one: CruxEffect
    other: CruxEffect

    @property
    def weight(self) -> int:
        """How many claims lose their support with it, of both sides together."""
        return len(self.one.lost_support) + len(self.other.lost_support)

    @property
    def depth(self) -> int:
        """Steps from a conclusion down to it, on the side where that is more; of sides that turn on it, if any do."""
        turning = [hold for hold in (self.one, self.other) if hold.lost_support]
        return max(hold.depth for hold in turning or (self.one, self.other))

    @property
    def turns_both(self) -> bool:
        """Whether the conclusions of both sides turn on it."""
        return bool(self.one.lost_support and self.other.lost_support)


def cruxes(conflict: Alignment, others: Iterable[Alignment], corpus: Corpus) -> tuple[Crux, ...]:
    """The cruxes of a conflict, the deepest first; none where the verdict is no conflict.

    Args:
        conflict: The upper conflict.
        others: Alignments of the same two holders; those that are no conflict, and the upper one, are passed by.
        corpus: Where the claims are.
    """
    found = [crux for crux in _beneath(conflict, others, corpus) if crux.weight]
    return tuple(sorted(found, key=lambda crux: (-crux.depth, -crux.weight, crux.conflict.order)))


def contested(conflict: Alignment, others: Iterable[Alignment], corpus: Corpus) -> tuple[Crux, ...]:
    """The conflicts beneath a conflict on which it does not turn, since other reasons are left; the nearest first.

    The arguments are those of `cruxes`.
    """
    found = [crux for crux in _beneath(conflict, others, corpus) if not crux.weight]
    return tuple(sorted(found, key=lambda crux: (crux.depth, crux.conflict.order)))


def _beneath(conflict: Alignment, others: Iterable[Alignment], corpus: Corpus) -> Iterator[Crux]:
    if not conflict.verdict.is_disagreement:
        return
    supports = tuple(support_of(side.claims, side.holder, corpus) for side in (conflict.one, conflict.other))
    beneath = tuple(support.beneath for support in supports)
    before = tuple(support.supported() for support in supports)
    for deeper in _grouped(conflict, others):
        sides = (deeper.one, deeper.other)
        if not any(below.intersection(side.claims) for side, below in zip(sides, beneath, strict=True)):
            continue
        one, other = (
            _effect(side, support, supported, corpus)
            for side, support, supported in zip(sides, supports, before, strict=True)
        )
        if one.premises or other.premises:
            yield Crux(conflict=deeper, one=one, other=other)


def _grouped(conflict: Alignment, others: Iterable[Alignment]) -> Iterator[Alignment]:
    """The other conflicts of the same two, with the sides in the same order."""
    for other in others:
        if not other.verdict.is_disagreement or other.subject == conflict.subject:
            continue
        if other.holders == conflict.holders:
            yield other
        elif other.holders == conflict.holders[::-1]:
            yield other.mirrored()


def _effect(side: Side, support: Support, before: frozenset[ClaimId], corpus: Corpus) -> CruxEffect:
    given = frozenset(claim for claim in side.claims if _gives_its_content(claim, side, corpus))
    premises = support.beneath & given
    argued = [conclusion for conclusion in support.conclusions if conclusion in before]
    if not premises:
        return CruxEffect()
    after = support.supported(given)
    turns = bool(argued) and not any(conclusion in after for conclusion in argued)
    return CruxEffect(
        premises=tuple(sorted(premises)),
        lost_support=tuple(sorted(before - after)) if turns else (),
        depth=min(support.depth[premise] for premise in premises),
    )


def _gives_its_content(claim: ClaimId, side: Side, corpus: Corpus) -> bool:
    """Whether a step that names the claim takes its content from it, and not only that somebody else holds it."""
    return not side.holder.is_author or not gives_only_the_report(corpus.claims[claim])
