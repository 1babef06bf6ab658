"""Changes of reasons, objections and conditions in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.diff.change import Reason, SupportChange
from argmap.diff.rule import Rule
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.wording.claim_sentences import as_premise, attitude_of
from argmap.wording.english import listed
from argmap.wording.names import DifferenceNames
from argmap.wording.roles import words_of_role


def support_changed(change: SupportChange, names: DifferenceNames) -> str:
    """What speaks for or against a conclusion now, or does no longer."""
    record = names.claim(change.conclusion)
    whose = "" if record is None or record.document == names.home else f"for {names.author(record.document)}, "
    return f"{whose}{_said(change, names)}"


def _said(change: SupportChange, names: DifferenceNames) -> str:
    match change.rule:
        case Rule.SUPPORT_FLIPPED:
            return _flipped(change, names.earlier())
        case Rule.INFERENCE_REGROUPED:
            return _regrouped(change, _conclusion(change.conclusion, names), names)
        case Rule.SUPPORT_ADDED | Rule.OBJECTION_ADDED | Rule.CONDITION_ADDED:
            adverb, reasons = "now", change.new
        case _:
            adverb, reasons, names = "no longer", change.old, names.earlier()
    conclusion = _conclusion(change.conclusion, names)
    changed = set(change.premises)
    said = [_sentence(reason, changed, adverb, conclusion, names) for reason in reasons]
    return "; ".join(dict.fromkeys(filter(None, said))) or f"other reasons bear on {conclusion}"


def reasons_in_words(reasons: Iterable[Reason], names: DifferenceNames) -> str:
    """Steps as a list: the premises of each, linked by `and`."""
    return "; ".join(_premises(reason.premises, names, reason.role) for reason in reasons)


def _sentence(reason: Reason, changed: set[ClaimId], adverb: str, conclusion: str, names: DifferenceNames) -> str:
    """What one step does, or that premises joined or left it; empty where it has none of those that changed."""
    these = [premise for premise in reason.premises if premise in changed]
    others = [premise for premise in reason.premises if premise not in changed]
    target = _target(reason, conclusion, names)
    if not these:
        return ""
    said = _premises(these, names, reason.role)
    if not others:
        return f"{said} {_does(reason, adverb, several=len(reason.premises) > 1)} {target}"
    taken = f"{'is' if len(these) == 1 else 'are'} {adverb} taken together with"
    return f"{said} {taken} {_premises(others, names, reason.role)} {words_of_role(reason.role).part} {target}"


def _does(reason: Reason, adverb: str, *, several: bool) -> str:
    words = words_of_role(reason.role)
    return (words.several_changing if several else words.changing).format(adverb)


def _target(reason: Reason, conclusion: str, names: DifferenceNames) -> str:
    if reason.role is not StepRole.UNDERCUT:
        return conclusion
    if not reason.against:
        return f"a step to {conclusion}"
    return f"the step from {_premises(reason.against, names)} to {conclusion}"


def _flipped(change: SupportChange, names: DifferenceNames) -> str:
    conclusion = _conclusion(change.conclusion, names)
    premises = _premises(change.premises, names)
    roles = [
        next((reason for reason in reasons if not set(change.premises).isdisjoint(reason.premises)), None)
        for reasons in (change.old, change.new)
    ]
    before, after = roles
    if before is None or after is None:
        return f"{premises} changed sides on {conclusion}"
    many = len(change.premises) > 1
    said = f"{_does(before, 'no longer', several=many)} {_target(before, conclusion, names)}"
    against = "a step to it" if after.role is StepRole.UNDERCUT else "it"
    return f"{premises} {said} but {_does(after, 'now', several=many)} {against}"


def _regrouped(change: SupportChange, conclusion: str, names: DifferenceNames) -> str:
    premises = _premises(change.premises, names)
    groups = [
        {frozenset(change.premises).intersection(reason.premises) for reason in reasons} - {frozenset()}
        for reasons in (change.old, change.new)
    ]
    before, after = (max(map(len, found), default=0) for found in groups)
    if before == 1 and len(groups[1]) == 1:
        return f"{premises} now count only together for {conclusion}, no longer each on its own"
    if after == 1 and len(groups[0]) == 1:
        return f"{premises} now count each on its own for {conclusion}, no longer only together"
    return f"{premises} are linked in other groups for {conclusion}"


def _premises(premises: Iterable[ClaimId], names: DifferenceNames, role: StepRole = StepRole.BECAUSE) -> str:
    return listed([_premise(premise, names, role) for premise in premises])


def _premise(claim: ClaimId, names: DifferenceNames, role: StepRole) -> str:
    record = names.claim(claim)
    if record is None:
        return names.text(claim)
    holders = listed([names.actor(holder, record.document) for holder in record.holders])
    return as_premise(record, role, names.text(claim), holders)


def _conclusion(claim: ClaimId, names: DifferenceNames) -> str:
    record = names.claim(claim)
    return names.text(claim) if record is None else attitude_of(record, names.text(claim))
