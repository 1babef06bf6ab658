"""What came, went, turned or was grouped anew among the steps of a conclusion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.diff.change import Reason, SupportChange
from argmap.diff.joined import Joined
from argmap.diff.kinds import (
    ConditionAdded,
    ConditionRemoved,
    InferenceRegrouped,
    ObjectionAdded,
    ObjectionRemoved,
    SupportAdded,
    SupportFlipped,
    SupportRemoved,
)
from argmap.diff.origins import Origins, roots
from argmap.diff.reasons import Given, GivenFor, Mark
from argmap.diff.sides import Sides
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole

_OBJECTION = (ObjectionAdded, ObjectionRemoved)
_CONDITION = (ConditionAdded, ConditionRemoved)
_SUPPORT = (SupportAdded, SupportRemoved)
_KINDS: dict[StepRole, tuple[type[SupportChange], type[SupportChange]]] = {
    StepRole.BECAUSE: _SUPPORT,
    StepRole.EXPLANATION: _SUPPORT,
    StepRole.DESPITE: _OBJECTION,
    StepRole.UNDERCUT: _OBJECTION,
    StepRole.UNLESS: _CONDITION,
    StepRole.IF: _CONDITION,
    StepRole.ONLY_IF: _CONDITION,
}


def support_changes(sides: Sides, origins: Origins) -> Iterator[SupportChange]:
    """What differs between the steps of the claims of both sides; a step goes with a statement that is its premise.

    Whatever else came or went in those steps did so by these changes.
    """
    told: dict[ClaimId, list[SupportChange]] = {}
    for old, new in sides.differing:
        for change in steps_changed(old, new) if old.steps != new.steps else ():
            causes = roots(cause for premise in change.premises for cause in origins.one_sided(premise))
            known = attrs.evolve(change, causes=causes, reaches=sides.new_reach.conclusions(new.id))
            for premise in (*change.premises, *_doubts_with(change, old), *_doubts_with(change, new)):
                told.setdefault(premise, []).append(known)
            yield known
    arrived = [premise for premise in told if premise in origins.elsewhere]
    for premise in arrived:
        origins.note((premise,), *told[premise])
    origins.spread(arrived)


def _doubts_with(change: SupportChange, claim: Claim) -> Iterator[ClaimId]:
    """The doubts about the steps that a change is about: they come and go with them."""
    for step in claim.steps:
        if not set(step.premises).isdisjoint(change.premises):
            for undercut in step.undercuts:
                yield from undercut.premises


def steps_changed(old: Claim, new: Claim) -> Iterator[SupportChange]:
    """What differs between the steps of one claim on two sides.

    Steps are the same where they do the same by the same premises, in whatever order.  Of steps that share a premise
    one became the other: only the premises that came or went are changes, and that the rest is grouped otherwise.
    """
    given = GivenFor.of(old, new)
    turned = _turned(given)
    yield from _flips(turned, given, new.id)
    for before, after in _together(given.but_for(turned)):
        yield from _within(before, after, new.id)


def _together(given: GivenFor) -> Iterable[tuple[list[Given], list[Given]]]:
    """The reasons of both sides that share premises in one role, directly or through others."""
    joined = Joined[Mark]()
    for reason in (*given.old, *given.new):
        joined.join(sorted(reason.marks))
    found: dict[Mark, tuple[list[Given], list[Given]]] = {}
    for side, reasons in enumerate((given.old, given.new)):
        for reason in reasons:
            if reason.marks:
                found.setdefault(joined.of(min(reason.marks)), ([], []))[side].append(reason)
    return found.values()


def _within(before: list[Given], after: list[Given], conclusion: ClaimId) -> Iterator[SupportChange]:
    had = frozenset(mark for reason in before for mark in reason.marks)
    has = frozenset(mark for reason in after for mark in reason.marks)
    came, went = has - had, had - has
    added, removed = _KINDS[(before or after)[0].reason.role.broad]
    if went:
        yield removed(
            conclusion=conclusion,
            old=_reasons(reason for reason in before if reason.marks & went),
            new=_reasons(after),
            premises=_premises(went),
        )
    if came:
        yield added(
            conclusion=conclusion,
            old=_reasons(before),
            new=_reasons(reason for reason in after if reason.marks & came),
            premises=_premises(came),
        )
    if _grouping(before, had & has) != _grouping(after, had & has):
        yield InferenceRegrouped(
            conclusion=conclusion, old=_reasons(before), new=_reasons(after), premises=_premises(had & has)
        )


def _grouping(given: list[Given], marks: frozenset[Mark]) -> set[frozenset[Mark]]:
    return {reason.marks & marks for reason in given if reason.marks & marks}


def _turned(given: GivenFor) -> set[ClaimId]:
    """The premises that spoke for the conclusion and now speak against it, or the other way round."""
    old_for, old_against = _speaking(given.old, 1), _speaking(given.old, -1)
    new_for, new_against = _speaking(given.new, 1), _speaking(given.new, -1)
    down = (old_for - new_for) & (new_against - old_against)
    return down | ((old_against - new_against) & (new_for - old_for))


def _speaking(given: Iterable[Given], speaks: int) -> set[ClaimId]:
    return {premise for each in given if each.speaks == speaks for premise in each.reason.premises}


def _flips(turned: set[ClaimId], given: GivenFor, conclusion: ClaimId) -> Iterator[SupportChange]:
    """One change for all premises that were together and are together again."""
    together: dict[tuple[tuple[int, ...], tuple[int, ...]], list[ClaimId]] = {}
    for premise in sorted(turned):
        key = _places(premise, given.old), _places(premise, given.new)
        together.setdefault(key, []).append(premise)
    for (old, new), premises in together.items():
        yield SupportFlipped(
            conclusion=conclusion,
            old=_reasons(given.old[place] for place in old),
            new=_reasons(given.new[place] for place in new),
            premises=tuple(premises),
        )


def _places(premise: ClaimId, given: tuple[Given, ...]) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(given) if each.speaks and premise in each.reason.premises)


def _reasons(given: Iterable[Given]) -> tuple[Reason, ...]:
    return tuple(each.reason for each in given)


def _premises(marks: Iterable[Mark]) -> tuple[ClaimId, ...]:
    return tuple(sorted({premise for _, premise, _ in marks}))
