"""Steps that changed, as they are drawn: with what came, what went, and what stands beside it still."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.diff.change import Reason, SupportChange
from argmap.diff.kinds import STEP_ASPECTS
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.view.changes.claim_changes import badge_of, worded_badge
from argmap.view.outline import Badge, Fate

_StepKey = tuple[ClaimId, frozenset[ClaimId], StepRole | None]
_WAS = {
    StepRole.BECAUSE: "was for",
    StepRole.DESPITE: "was against",
    StepRole.OBJECTION: "was against",
    StepRole.UNDERCUT: "was a doubt",
}
_CAME = (Rule.SUPPORT_ADDED, Rule.OBJECTION_ADDED, Rule.CONDITION_ADDED)
_WENT = (Rule.SUPPORT_REMOVED, Rule.OBJECTION_REMOVED, Rule.CONDITION_REMOVED)


@attrs.frozen
class ChangedPremise:
    """One premise of a step.

    Attributes:
        tag: What became of it in a word or two; None where it merely stands there still.
        changes: Which changes say so; likewise none.
    """

    claim: ClaimId
    role: StepRole
    tag: Badge | None = None
    changes: tuple[SupportChange, ...] = ()

    @property
    def has_gone(self) -> bool:
        """Whether the premise is not in the step any longer."""
        return self.tag is not None and self.tag.fate is Fate.GONE


@attrs.frozen
class ChangedStep:
    """A step to a conclusion: its premises, and doubts about it.

    Attributes:
        linked: Whether its premises meet in a dot.
    """

    conclusion: ClaimId
    premises: tuple[ChangedPremise, ...]
    linked: bool


def changed_steps(changes: Iterable[Judged]) -> tuple[ChangedStep, ...]:
    """Every step that the changes of support among some concern, once, in their order.

    Where premises left a step and came back in another role, there is one of what went and one of what came.
    """
    found: dict[_StepKey, dict[tuple[ClaimId, bool], ChangedPremise]] = {}
    doubted: set[_StepKey] = set()
    for judged in changes:
        if not isinstance(judged.change, SupportChange):
            continue
        for base, premises in _premises(judged, judged.change):
            key = (judged.change.conclusion, base, None)
            together = found.setdefault(key, {})
            for premise in premises:
                doubt = premise.role is StepRole.UNDERCUT
                doubted.update([key] if doubt else ())
                place = (premise.claim, doubt)
                taken = together.get(place)
                if taken is None or taken.tag is None:
                    together[place] = premise
                elif premise.tag is not None and premise.role is not taken.role:
                    found.setdefault((*key[:2], premise.role), {})[place] = premise
                elif premise.tag is not None:
                    together[place] = attrs.evolve(taken, changes=(*taken.changes, *premise.changes))
    return tuple(
        ChangedStep(key[0], tuple(premises.values()), len(premises) > 1 or key in doubted)
        for key, premises in found.items()
    )


def _premises(judged: Judged, change: SupportChange) -> Iterator[tuple[frozenset[ClaimId], list[ChangedPremise]]]:
    """The premises of a change, each with the premises that tell its step from others."""
    changed = frozenset(change.premises)
    if change.rule in _WENT:
        for reason in change.old:
            step = _successor(reason, change.new) or reason
            gone = _marked(reason, change, worded_badge("gone", judged, Fate.GONE))
            yield _step(step), [*_still(step, changed), *gone]
        return
    for reason in change.new:
        if change.rule in _CAME:
            tag = worded_badge("new", judged, Fate.NEW)
        elif change.rule is Rule.INFERENCE_REGROUPED:
            tag = worded_badge("linked" if len(reason.premises) > 1 else "unlinked", judged)
        elif change.rule in STEP_ASPECTS:
            tag = badge_of(judged)
        else:
            tag = worded_badge(_turned(change), judged)
        yield _step(reason), [*_still(reason, changed), *_marked(reason, change, tag)]


def _step(reason: Reason) -> frozenset[ClaimId]:
    """The premises of the step that a reason is, or doubts."""
    return frozenset(reason.against or reason.premises)


def _successor(reason: Reason, reasons: Iterable[Reason]) -> Reason | None:
    """The step that is left of one which lost a premise: that which has most of its premises."""
    shared = {one: set(one.premises).intersection(reason.premises) for one in reasons}
    alike = [one for one in shared if one.role.broad is reason.role.broad and shared[one]]
    return max(alike, key=lambda one: len(shared[one]), default=None)


def _marked(reason: Reason, change: SupportChange, tag: Badge) -> Iterator[ChangedPremise]:
    marked = (premise for premise in reason.premises if premise in change.premises)
    return (ChangedPremise(premise, reason.role, tag, (change,)) for premise in marked)


def _still(reason: Reason, changed: frozenset[ClaimId]) -> Iterator[ChangedPremise]:
    """What stands in a step beside what changed; the step itself, where a doubt about it changed."""
    # What the doubted step does for its conclusion is known to whoever draws it.
    yield from (ChangedPremise(premise, StepRole.BECAUSE) for premise in reason.against)
    yield from (ChangedPremise(premise, reason.role) for premise in reason.premises if premise not in changed)


def _turned(change: SupportChange) -> str:
    """What a premise did that now does the opposite."""
    was = (one.role for one in change.old if not set(one.premises).isdisjoint(change.premises))
    return next((_WAS.get(role, "turned") for role in was), "turned")
