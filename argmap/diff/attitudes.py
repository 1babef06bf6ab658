"""How the stances of holders on claims changed: what they do with a claim that shows no changed stance on an issue."""

from __future__ import annotations

from collections.abc import Container, Iterator

import attrs

from argmap.compare.commitment import commitments
from argmap.compare.holder import Holder
from argmap.compare.stance import Acceptance
from argmap.diff.change import StanceChange, Stand, edit
from argmap.diff.kinds import (
    StanceAdopted,
    StanceQualified,
    StanceRetracted,
    StanceReversed,
    StanceSettled,
    StanceSuspended,
)
from argmap.diff.sides import Sides
from argmap.diff.stands import distance, on_other_terms, stand_on_claim
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId


def attitude_changes(sides: Sides, told: Container[tuple[Holder, ClaimId]]) -> Iterator[StanceChange]:
    """What holders do with claims of both sides, where nothing on an issue tells it.

    Args:
        sides: Both corpora.
        told: The holders and claims of the stances on issues that changed.
    """
    for old, new in sides.differing:
        if old.document == new.document and _may_differ(old, new):
            yield from (change for change in _changes(old, new) if (change.holder, new.id) not in told)


def _may_differ(old: Claim, new: Claim) -> bool:
    return (old.attitude, old.strength, old.voices) != (new.attitude, new.strength, new.voices)


def _changes(old: Claim, new: Claim) -> Iterator[StanceChange]:
    before, after = _stands(old), _stands(new)
    for holder in (*after, *(holder for holder in before if holder not in after)):
        was, now = before.get(holder), after.get(holder)
        if was is not None and now is not None:
            kind = _turn(was, now)
            far = distance(was, now) if kind is StanceQualified else 0
        else:
            kind = StanceRetracted if now is None else StanceAdopted
            kind, far = (None, 0) if _is_attribution(holder, was, now, old, new) else (kind, 0)
        if kind is not None:
            yield kind(holder=holder, subject=new.id, edit=edit(was, now), distance=far)


def _stands(claim: Claim) -> dict[Holder, Stand]:
    return {commitment.holder: stand_on_claim(commitment) for commitment in commitments(claim)}


def _turn(was: Stand, now: Stand) -> type[StanceChange] | None:
    if was.acceptance is now.acceptance:
        # A condition that came or went is told as such.
        same = attrs.evolve(was, conditional=now.conditional)
        return StanceQualified if on_other_terms(same, now) else None
    if now.acceptance is Acceptance.OPEN:
        return StanceSuspended
    return StanceSettled if was.acceptance is Acceptance.OPEN else StanceReversed


def _is_attribution(holder: Holder, was: Stand | None, now: Stand | None, old: Claim, new: Claim) -> bool:
    """Whether a claim went from the author to others or back, or from one to another: that is no stance of its own.

    What the author does with the claim of somebody else is one.
    """
    if old.voices == new.voices:
        return False
    if not holder.is_author:
        return True
    stand = was or now
    accepts = stand is not None and stand.acceptance is Acceptance.ACCEPTED
    return accepts and not (old.voices and new.voices)
