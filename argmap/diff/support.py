"""What came, went, turned or was grouped anew among the steps of a conclusion, and what lost all its support."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from operator import attrgetter
from typing import Generic, TypeVar

import attrs

from argmap.diff import kinds
from argmap.diff.change import Changed, ClaimChange, Reason, SupportChange
from argmap.diff.claims import claim_change
from argmap.diff.sides import Origins, Sides, roots, supporting
from argmap.diff.text_similarity import normalised
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import Step, StepRole

Thing = TypeVar("Thing", bound=Hashable)


class Joined(Generic[Thing]):
    """Disjoint sets (union-find, with paths halved)."""

    def __init__(self) -> None:
        self._over: dict[Thing, Thing] = {}

    def join(self, things: Iterable[Thing]) -> None:
        """Put things, and all that is together with one of them, together."""
        one: Thing | None = None
        for thing in things:
            other = self.of(thing)
            if one is not None and other != one:
                self._over[other] = one
            else:
                one = other

    def of(self, thing: Thing) -> Thing:
        """One of all that are together with a thing, the same for all of them."""
        while thing in self._over:
            over = self._over[thing]
            self._over[thing] = thing = self._over.get(over, over)
        return thing


Mark = tuple[StepRole, ClaimId, ClaimId]
"""A broad role, the premise that has it and, where that is a doubt, which step is doubted: any one of its premises."""


@attrs.frozen
class Given:
    """A reason as one side gives it.

    Attributes:
        speaks: 1 for the conclusion, -1 against it, 0 neither; to doubt what speaks against it speaks for it.
        marks: What makes two reasons the same: a doubt is the same as long as its step keeps a premise.
    """

    reason: Reason
    speaks: int
    marks: frozenset[Mark]


@attrs.frozen
class GivenFor:
    """The reasons of one claim on both sides, but for those that are the same.

    Attributes:
        doubtable: Of every step of which a premise stands in one on the other side, too, what doubts about it are
            marked by.
    """

    old: tuple[Given, ...]
    new: tuple[Given, ...]
    doubtable: frozenset[ClaimId]

    @classmethod
    def of(cls, old: Claim, new: Claim) -> GivenFor:
        """Those of a claim that is on both sides."""
        places = Joined[ClaimId]()
        for claim in (old, new):
            for step in claim.steps:
                places.join(step.premises)
        before = {given.marks: given for given in _given(old, places)}
        after = {given.marks: given for given in _given(new, places)}
        stood, stand = ({places.of(step.premises[0]) for step in claim.steps} for claim in (old, new))
        return cls(
            tuple(given for marks, given in before.items() if marks not in after),
            tuple(given for marks, given in after.items() if marks not in before),
            frozenset(stood & stand),
        )

    def but_for(self, premises: set[ClaimId]) -> GivenFor:
        """The same, of the other premises; a doubt about a step that came or went, came or went with it."""
        old, new = (
            tuple(attrs.evolve(given, marks=frozenset(self._left(given.marks, premises))) for given in side)
            for side in (self.old, self.new)
        )
        return attrs.evolve(self, old=old, new=new)

    def _left(self, marks: frozenset[Mark], premises: set[ClaimId]) -> Iterator[Mark]:
        for mark in marks:
            role, premise, place = mark
            if premise not in premises and (role is not StepRole.UNDERCUT or place in self.doubtable):
                yield mark


def _given(claim: Claim, places: Joined[ClaimId]) -> Iterator[Given]:
    for step in claim.steps:
        role = step.role.broad
        reason = _reason(step)
        yield Given(reason, _speaks(role), frozenset((role, premise, premise) for premise in reason.premises))
        place = places.of(step.premises[0])
        for undercut in step.undercuts:
            doubt = Reason(
                role=StepRole.UNDERCUT,
                premises=_sorted(undercut.premises),
                against=reason.premises,
                origin=undercut.origin,
            )
            yield Given(
                doubt, -_speaks(role), frozenset((StepRole.UNDERCUT, premise, place) for premise in doubt.premises)
            )


def _sorted(premises: tuple[ClaimId, ...]) -> tuple[ClaimId, ...]:
    return tuple(sorted(set(premises)))


def _speaks(role: StepRole) -> int:
    return 1 if role is StepRole.BECAUSE else -1 if role in (StepRole.DESPITE, StepRole.OBJECTION) else 0


_OBJECTION = (kinds.ObjectionAdded, kinds.ObjectionRemoved)
_CONDITION = (kinds.ConditionAdded, kinds.ConditionRemoved)
_SUPPORT = (kinds.SupportAdded, kinds.SupportRemoved)
_KINDS: dict[StepRole, tuple[type[SupportChange], type[SupportChange]]] = {
    StepRole.BECAUSE: _SUPPORT,
    StepRole.EXPLANATION: _SUPPORT,
    StepRole.DESPITE: _OBJECTION,
    StepRole.OBJECTION: _OBJECTION,
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
    yield from _said_otherwise(old, new)
    given = GivenFor.of(old, new)
    turned = _turned(given)
    yield from _flips(turned, given, new.id)
    for before, after in _together(given.but_for(turned)):
        yield from _within(before, after, new.id)


def _said_otherwise(old: Claim, new: Claim) -> Iterator[SupportChange]:
    """The steps of which something else is said: of those by the same premises, and of those that became others."""
    before, after = _by_premises(old), _by_premises(new)
    stayed = [(reasons, after[same]) for same, reasons in before.items() if same in after]
    gone, come = (
        [reason for same, reasons in side.items() if same not in other for reason in reasons]
        for side, other in ((before, after), (after, before))
    )
    for reasons, others in (*stayed, *_became(gone, come)):
        for kind in kinds.STEP_ASPECTS.values():
            # A step that does something else now is told as that, and so is whether it argues.
            is_told = kind is kinds.SchemeChanged and reasons[0].role.broad is not others[0].role.broad
            if not is_told and _said(kind, reasons) != _said(kind, others):
                premises = tuple(sorted({*reasons[0].premises}.intersection(others[0].premises)))
                yield kind(conclusion=new.id, old=tuple(reasons), new=tuple(others), premises=premises)


def _became(gone: list[Reason], come: list[Reason]) -> Iterator[tuple[list[Reason], list[Reason]]]:
    """Steps with those of the other side that share a premise with them, first of all in the same role; each once."""
    paired: set[int] = set()
    for by_role in (True, False):
        before, after = _by_premise(gone, by_role=by_role), _by_premise(come, by_role=by_role)
        for shared in sorted(before.keys() & after.keys()):
            free = ([reason for reason in side[shared] if id(reason) not in paired] for side in (before, after))
            for one, other in zip(*free, strict=False):
                paired |= {id(one), id(other)}
                yield [one], [other]


def _by_premise(reasons: Iterable[Reason], *, by_role: bool) -> dict[tuple[str, ClaimId], list[Reason]]:
    found: dict[tuple[str, ClaimId], list[Reason]] = {}
    for reason in sorted(reasons, key=attrgetter("premises")):
        for premise in reason.premises:
            found.setdefault((reason.role.broad.value if by_role else "", premise), []).append(reason)
    return found


def _said(kind: type[SupportChange], reasons: Iterable[Reason]) -> list[list[str]]:
    return sorted(sorted(map(normalised, kind.aspect(reason))) for reason in reasons)


def _by_premises(claim: Claim) -> dict[tuple[StepRole, tuple[ClaimId, ...]], list[Reason]]:
    found: dict[tuple[StepRole, tuple[ClaimId, ...]], list[Reason]] = {}
    for reason in map(_reason, claim.steps):
        found.setdefault((reason.role.broad, reason.premises), []).append(reason)
    return found


def _reason(step: Step) -> Reason:
    return Reason(
        role=step.role,
        premises=_sorted(step.premises),
        schemes=step.schemes,
        cues=tuple(map(str, step.cues)),
        notes=step.notes,
        origin=step.origin,
    )


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
        yield kinds.InferenceRegrouped(
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
        yield kinds.SupportFlipped(
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


def ground_changes(sides: Sides, supports: Iterable[SupportChange]) -> Iterator[ClaimChange]:
    """The claims of both sides that had a reason and have none, or the other way round, with what took or gave it.

    Args:
        sides: Both corpora.
        supports: All changes of support.
    """
    by_conclusion: dict[str, list[SupportChange]] = {}
    for change in supports:
        by_conclusion.setdefault(change.conclusion, []).append(change)
    for old, new in sides.differing:
        had, has = any(supporting(old)), any(supporting(new))
        if had is not has:
            kind = kinds.ConclusionGrounded if has else kinds.ConclusionUngrounded
            causes = roots(change for change in by_conclusion.get(new.id, ()) if _is_of_reasons(change))
            yield claim_change(kind, sides, Changed(old, new), causes=causes)


def _is_of_reasons(change: SupportChange) -> bool:
    """Whether reasons came, went or turned, and not what only explains, is conceded or is a condition."""
    reasons = any(reason.role is StepRole.BECAUSE for reason in (*change.old, *change.new))
    return reasons and isinstance(change, kinds.SupportAdded | kinds.SupportRemoved | kinds.SupportFlipped)
