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

Work is linear in the support of both sides for each conflict that is weighed; circles of steps or of links end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.support import Support, Supports, gives_only_the_report
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId

MOST = 12
"""Conflicts beneath one conflict that are weighed."""


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


@attrs.frozen(kw_only=True)
class Beneath:
    """What is beneath a conflict.

    Attributes:
        cruxes: On what it turns, the deepest first.
        contested: The conflicts on which it does not turn, since other reasons are left; the nearest first.
        left_out: How many further conflicts, higher up than these, were not weighed.
    """

    cruxes: tuple[Crux, ...] = ()
    contested: tuple[Crux, ...] = ()
    left_out: int = 0


def beneath(conflict: Alignment, others: Iterable[Alignment], supports: Supports) -> Beneath:
    """What is beneath a conflict; nothing where the verdict is no conflict.

    To weigh a conflict is to follow all that falls with it, and nobody reads more than some: of more than `MOST`, the
    deepest are weighed, on which the others hang.

    Args:
        conflict: The upper conflict.
        others: Alignments of the same two holders; those that are no conflict, and the upper one, are passed by.
        supports: Where the claims are, and what supports them.
    """
    if not conflict.verdict.is_disagreement:
        return Beneath()
    mine, yours = (supports.of(side.claims, side.holder) for side in (conflict.one, conflict.other))
    found = list(_meeting(conflict, others, (mine, yours), supports.corpus))
    left_out = len(found) - MOST
    if left_out > 0:
        found.sort(key=lambda item: (-item[0], item[1].order))
        del found[MOST:]
    weighed = [
        Crux(
            conflict=deeper,
            one=_effect(deeper.one, mine, supports.corpus),
            other=_effect(deeper.other, yours, supports.corpus),
        )
        for _, deeper in found
    ]
    cruxes = [crux for crux in weighed if crux.weight]
    contested = [crux for crux in weighed if not crux.weight]
    return Beneath(
        cruxes=tuple(sorted(cruxes, key=lambda crux: (-crux.depth, -crux.weight, crux.conflict.order))),
        contested=tuple(sorted(contested, key=lambda crux: (crux.depth, crux.conflict.order))),
        left_out=max(left_out, 0),
    )


def cruxes(conflict: Alignment, others: Iterable[Alignment], corpus: Corpus) -> tuple[Crux, ...]:
    """The cruxes of a conflict, the deepest first (see `beneath`)."""
    return beneath(conflict, others, Supports(corpus)).cruxes


def contested(conflict: Alignment, others: Iterable[Alignment], corpus: Corpus) -> tuple[Crux, ...]:
    """What is contested beneath a conflict that does not turn on it, the nearest first (see `beneath`)."""
    return beneath(conflict, others, Supports(corpus)).contested


def _meeting(
    conflict: Alignment, others: Iterable[Alignment], supports: tuple[Support, Support], corpus: Corpus
) -> Iterator[tuple[int, Alignment]]:
    """The other conflicts that a side carries beneath its conclusions, each with how deep it is at most."""
    for deeper in _grouped(conflict, others) if any(support.beneath for support in supports) else ():
        depths = [
            min(support.depth[premise] for premise in premises)
            for side, support in zip((deeper.one, deeper.other), supports, strict=True)
            if not support.beneath.isdisjoint(side.claims) and (premises := _given(side, corpus) & support.beneath)
        ]
        if depths:
            yield max(depths), deeper


def _grouped(conflict: Alignment, others: Iterable[Alignment]) -> Iterator[Alignment]:
    """The other conflicts of the same two, with the sides in the same order."""
    for other in others:
        if not other.verdict.is_disagreement or other.subject == conflict.subject:
            continue
        if other.holders == conflict.holders:
            yield other
        elif other.holders == conflict.holders[::-1]:
            yield other.mirrored()


def _given(side: Side, corpus: Corpus) -> frozenset[ClaimId]:
    return frozenset(claim for claim in side.claims if _gives_its_content(claim, side, corpus))


def _effect(side: Side, support: Support, corpus: Corpus) -> CruxEffect:
    given = _given(side, corpus)
    premises, before = support.beneath & given, support.whole
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
