"""Cruxes: the disagreements beneath a disagreement, on which it turns, wholly or in part.

Definition.  Two holders disagree, on an issue or over a link; the claims on which each side rests are its conclusions.
The support of a side is all that its own steps lead down to (see `argmap.compare.support`): the premises of a step are
linked, so the step is lost with any one of them; several steps are convergent; explanation, parts, concessions,
conditions and doubts carry no support.  Of what a premise only reports, the step takes no more than that the actor
holds it: no disagreement over its content takes that away.

A crux is another disagreement of the same two holders that at least one side carries on a claim in the support of its
conclusions, so that something of these turns on it (see `argmap.compare.turns`).  They turn on it wholly where all of
them that had any support lose it when every claim on which that side carries the deeper disagreement is taken away.  A
conclusion that was never argued for has no support to lose, and no crux.

Rank.  That on which most turns comes first.  Of those on which as much does, the deepest: of two, one beneath the
other, the upper falls with the deeper, and all that hangs on the upper.  Among equally deep ones that with which most
claims lose their support, the conclusions among them; then the order of subjects decides.

Beside cruxes there is what the two say of different times: a conclusion may rest on what a later fact replaced.  And
where one side speaks only of a case that the other rejects, all turns on that condition.

Work is linear in the support of both sides for each disagreement that is weighed; circles of steps or of links end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.support import Support, Supports, gives_only_the_report
from argmap.compare.turns import Turn, turn_of_side
from argmap.judge.conditions import Regard
from argmap.judge.verdict import Reason, Verdict
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole

MOST = 12
"""Disagreements beneath one disagreement that are weighed."""
_FEWEST = 3
_WORK = 1_500
"""Claims that are followed to weigh what is beneath one disagreement: where more stand there, fewer are weighed."""

_OF_TWO_TIMES = (Verdict.SUPERSEDED, Verdict.OVERTAKEN, Verdict.OTHER_TIMES)


@attrs.frozen(kw_only=True)
class CruxEffect:
    """What one side stakes on a deeper disagreement.

    Attributes:
        premises: Its claims beneath the conclusions that carry the deeper disagreement, sorted.
        turn: How much of its conclusions turns on them.
        lost_support: Its claims that lose all their support with them, sorted; the conclusions are among them where
            these turn on them wholly.
        depth: Steps from a conclusion down to the nearest of the premises; 0 where there are none.
    """

    premises: tuple[ClaimId, ...] = ()
    turn: Turn = attrs.field(factory=Turn)
    lost_support: tuple[ClaimId, ...] = ()
    depth: int = 0


@attrs.frozen(kw_only=True)
class Crux:
    """A disagreement beneath another, on which the other turns.

    Attributes:
        upper: The disagreement that turns on it.
        conflict: The deeper one, its sides in the order of the upper one's.
        one: What turns on it for the first side.
        other: What turns on it for the second.
    """

    upper: Alignment
    conflict: Alignment
    one: CruxEffect
    other: CruxEffect

    @property
    def staked(self) -> tuple[tuple[Side, CruxEffect], ...]:
        """What turns on it, by side; a side of which nothing does is left out."""
        both = ((self.conflict.one, self.one), (self.conflict.other, self.other))
        return tuple((side, effect) for side, effect in both if effect.turn.size)

    @property
    def size(self) -> int:
        """The greater of both turns."""
        return max(self.one.turn.size, self.other.turn.size)

    @property
    def weight(self) -> int:
        """How many claims lose their support with it, of both sides together."""
        return len(self.one.lost_support) + len(self.other.lost_support)

    @property
    def depth(self) -> int:
        """Steps from a conclusion down to it, on the side where that is more; of sides that turn most on it."""
        return max(effect.depth for effect in (self.one, self.other) if effect.turn.size == self.size)

    @property
    def is_whole(self) -> bool:
        """Whether the conclusions of a side lose all their support with it."""
        return self.one.turn.is_whole or self.other.turn.is_whole

    @property
    def outdated(self) -> tuple[bool, bool]:
        """Whether something of each side rests on what a later fact replaced, or on what is of another time."""
        deeper = self.conflict
        if deeper.verdict not in _OF_TWO_TIMES:
            return (False, False)
        one, other = deeper.holders
        return (
            bool(self.one.turn.size) and deeper.newer != one,
            bool(self.other.turn.size) and deeper.newer != other,
        )

    def mirrored(self) -> Crux:
        """The same, seen from the other holder."""
        return Crux(upper=self.upper.mirrored(), conflict=self.conflict.mirrored(), one=self.other, other=self.one)


@attrs.frozen(kw_only=True)
class Beneath:
    """What is beneath a disagreement.

    Attributes:
        rejected: The claims on which one side makes its answer depend and that the other rejects, where that decides:
            then all turns on them.
        cruxes: The deeper disagreements on which it turns, that on which most turns first.
        of_other_times: On what it turns although there the two speak of different times, in the same order; not that
            on which only whoever states the newer fact rests something.
        left_out: How many further ones, higher up than these, were not weighed.
    """

    rejected: tuple[ClaimId, ...] = ()
    cruxes: tuple[Crux, ...] = ()
    of_other_times: tuple[Crux, ...] = ()
    left_out: int = 0

    def __bool__(self) -> bool:
        """Whether anything is."""
        return bool(self.rejected or self.cruxes or self.of_other_times)


def bears(alignment: Alignment) -> bool:
    """Whether another disagreement of the same two may turn on an alignment."""
    return alignment.is_disagreement or alignment.verdict in _OF_TWO_TIMES


def beneath(conflict: Alignment, others: Iterable[Alignment], supports: Supports) -> Beneath:
    """What is beneath a disagreement; nothing where the verdict is none.

    To weigh one is to follow all that falls with it, and nobody reads more than some: of more than `MOST`, the deepest
    are weighed, on which the others hang; of fewer, where hundreds of claims stand beneath it.

    Args:
        conflict: The upper disagreement.
        others: Alignments of the same two holders; those on which nothing can turn, and the upper one, are passed by.
        supports: Where the claims are, and what supports them.
    """
    if not conflict.is_disagreement:
        return Beneath()
    mine, yours = (supports.of(side.claims, side.holder) for side in (conflict.one, conflict.other))
    found = list(_meeting(conflict, others, (mine, yours), supports.corpus))
    most = max(_FEWEST, min(MOST, _WORK // max(len(mine.steps) + len(yours.steps), 1)))
    left_out = len(found) - most
    if left_out > 0:
        found.sort(key=lambda item: (-item[0], item[1].order))
        del found[most:]
    weighed = [
        Crux(
            upper=conflict,
            conflict=deeper,
            one=_effect(deeper.one, mine, supports.corpus),
            other=_effect(deeper.other, yours, supports.corpus),
        )
        for _, deeper in found
    ]
    turning = sorted((crux for crux in weighed if crux.size), key=_rank)
    return Beneath(
        rejected=rejected_conditions(conflict),
        cruxes=tuple(crux for crux in turning if crux.conflict.is_disagreement),
        of_other_times=tuple(crux for crux in turning if any(crux.outdated)),
        left_out=max(left_out, 0),
    )


def rejected_conditions(conflict: Alignment) -> tuple[ClaimId, ...]:
    """The claims on which a side makes its answer depend and that the other rejects, where that decides; sorted."""
    if conflict.reason is not Reason.REJECTED:
        return ()
    asked = (asked for side in (conflict.one, conflict.other) for asked in side.asks)
    rejected = (one for one in asked if one.does is Regard.REJECTS and one.role is not StepRole.UNLESS)
    return tuple(sorted({one.claim for one in rejected}))


def _rank(crux: Crux) -> tuple[object, ...]:
    return (-crux.size, -crux.depth, -crux.weight, crux.conflict.order)


def _meeting(
    conflict: Alignment, others: Iterable[Alignment], supports: tuple[Support, Support], corpus: Corpus
) -> Iterator[tuple[int, Alignment]]:
    """What a side carries beneath its conclusions and bears on them, each with how deep it is at most."""
    for deeper in _grouped(conflict, others) if any(support.beneath for support in supports) else ():
        depths = [
            min(support.depth[premise] for premise in premises)
            for side, support in zip((deeper.one, deeper.other), supports, strict=True)
            if not support.beneath.isdisjoint(side.claims) and (premises := _given(side, corpus) & support.beneath)
        ]
        if depths:
            yield max(depths), deeper


def _grouped(conflict: Alignment, others: Iterable[Alignment]) -> Iterator[Alignment]:
    """The others of the same two that can bear on it, with the sides in the same order."""
    for other in others:
        if not bears(other) or other.subject == conflict.subject:
            continue
        if other.holders == conflict.holders:
            yield other
        elif other.holders == conflict.holders[::-1]:
            yield other.mirrored()


def _given(side: Side, corpus: Corpus) -> frozenset[ClaimId]:
    return frozenset(claim for claim in side.claims if _gives_its_content(claim, side, corpus))


def _effect(side: Side, support: Support, corpus: Corpus) -> CruxEffect:
    given = _given(side, corpus)
    premises = support.beneath & given
    if not premises:
        return CruxEffect()
    return CruxEffect(
        premises=tuple(sorted(premises)),
        turn=turn_of_side(support, given),
        lost_support=tuple(sorted(support.whole - support.supported(given))),
        depth=min(support.depth[premise] for premise in premises),
    )


def _gives_its_content(claim: ClaimId, side: Side, corpus: Corpus) -> bool:
    """Whether a step that names the claim takes its content from it, and not only that somebody else holds it."""
    return not side.holder.is_author or not gives_only_the_report(corpus.claims[claim])
