"""Changes of how holders stand to each other, and of what their disagreements turn on, in sentences.

A sentence tells several such changes where they have the same `sort`: then it names the others, or the questions, that
are different in them.  A disagreement is of two holders on one question; a dispute is of two holders, and holds all
their disagreements that rest on the same claims.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Acceptance, IssueStatus, Stance
from argmap.diff.change import AlignmentChange, ChangedDispute, CruxChange
from argmap.diff.rule import Rule
from argmap.judge.holder import Holder
from argmap.judge.verdict import Verdict
from argmap.language.words import OPEN
from argmap.wording.english import Form, beginning_of, counted, form_of, listed, verb
from argmap.wording.names import DifferenceNames
from argmap.wording.verdicts import VERDICTS, phrase

_MOST = 8
"""Holders, or questions, that one sentence names."""


def alignment_sort(change: AlignmentChange, names: DifferenceNames) -> Hashable:
    """The same for changes that one sentence tells: of one kind and one holder, on one question or in one dispute."""
    found, dispute = _turned(change.record, names), change.dispute
    one, other = found.holders
    if not one.is_author or (dispute is not None and dispute.goes_on):
        return (change.rule, one, other, found.subject)
    if dispute is not None and len(dispute.questions) > 1:
        return (change.rule, one, other, dispute.questions[0].subject, _tail(change, names))
    return (change.rule, one, found.subject, dispute is None, _tail(change, names))


def alignments_changed(changes: Sequence[AlignmentChange], names: DifferenceNames) -> str:
    """How holders stand to each other now, and why; of several changes, those of one sort."""
    first = changes[0]
    found = [_turned(change.record, names) for change in changes]
    one = found[0].one.holder
    others = _some(list(dict.fromkeys(names.holder(each.other.holder) for each in found)))
    on, tail = _on(found, names), _tail(first, names)
    adverb = "now" if first.rule in (Rule.CONFLICT_OPENED, Rule.AGREEMENT_GAINED) else "no longer"
    match first.rule:
        case Rule.VERDICT_CHANGED if not (first.record.is_disagreement or first.record.verdict.is_agreement):
            return f"{_does(one, others, 'stand otherwise to', names)}{on}{tail}"
        case Rule.VERDICT_CHANGED:
            does = "agree with" if first.record.verdict.is_agreement else "disagree with"
            return f"{_does(one, others, does, names, 'still')}{on}{tail}"
        case Rule.AGREEMENT_GAINED | Rule.AGREEMENT_LOST:
            return f"{_does(one, others, 'agree with', names, adverb)}{on}{tail}"
    opens = first.rule is Rule.CONFLICT_OPENED
    becomes = "open" if opens else "close"
    if _are_disputes(changes):
        number = len(changes) if len({change.record.subject for change in changes}) == 1 else 1
        whose, becomes = names.whose(one), verb(becomes, form_of(number))
        if number > 1:
            return f"{counted(number, 'dispute')}{whose}{on} {becomes}: with {others}{tail}"
        return f"{'a' if opens else 'the'} dispute{whose} with {others}{on} {becomes}{tail}"
    said = f"{_does(one, others, 'disagree with', names, adverb)}{on}{tail}"
    if first.dispute is None:
        return said
    more = len(first.dispute.questions) - len(changes)
    return f"{said}; {_remaining(first.dispute, more, becomes, names)}"


def _are_disputes(changes: Sequence[AlignmentChange]) -> bool:
    """Whether what opens or closes are whole disputes: one each, or one of which these are all questions."""
    found = [change.dispute for change in changes if change.dispute is not None and not change.dispute.goes_on]
    if len(found) < len(changes):
        return False
    return all(len(dispute.questions) == 1 for dispute in found) or len(found[0].questions) == len(changes)


def _remaining(dispute: ChangedDispute, more: int, becomes: str, names: DifferenceNames) -> str:
    """What becomes of the dispute in which disagreements open or close, and so many more with them."""
    if not dispute.goes_on:
        return f"their dispute {becomes}s, with {counted(more, 'more question')}"
    on = _on(dispute.lasting, names)
    return f"their dispute{on} goes on" if becomes == "close" else f"their dispute{on} was there before"


def _on(alignments: Sequence[Alignment], names: DifferenceNames) -> str:
    """On which question or over which link, of several questions their ids; empty for what the sentence above names."""
    issues = list(dict.fromkeys(each.issue for each in alignments if each.issue is not None))
    linked = list(dict.fromkeys(names.subject(each) for each in alignments if each.issue is None))
    if len(issues) == 1:
        asked = [] if issues[0] == names.asked else [f"on {names.question(issues[0])}"]
    else:
        asked = [f"on {_some(issues)}"] if issues else []
    said = listed([*asked, *(f"over {ends}" for ends in linked if ends != "it")])
    return f" {said}" if said else ""


def _some(things: Sequence[str]) -> str:
    return listed(things) if len(things) <= _MOST else beginning_of(things, _MOST)


def _tail(change: AlignmentChange, names: DifferenceNames) -> str:
    """What goes behind a sentence: the answers that clash, what they share, or how they stand instead."""
    old, new = (None if one is None else _turned(one, names) for one in (change.old, change.new))
    match change.rule:
        case Rule.CONFLICT_OPENED if new is not None:
            where = ", where they agreed" if old is not None and old.verdict.is_agreement else ""
            how = "" if new.verdict.is_cannot else f" ({phrase(new.verdict)})"
            return f"{where}{_against(new, names)}{how}"
        case Rule.AGREEMENT_GAINED if new is not None:
            return _shared(new, names)
        case Rule.VERDICT_CHANGED if new is not None and new.verdict.is_agreement:
            return f", now {'with' if new.verdict is Verdict.QUALIFIED else 'without'} a difference"
        case Rule.VERDICT_CHANGED if old is not None and new is not None:
            return f": {VERDICTS[new.verdict].instead} (before: {phrase(old.verdict)})"
    return _now(new, names)


def _does(one: Holder, others: str, does: str, names: DifferenceNames, adverb: str = "") -> str:
    """What a holder does with others; of an actor what both do, since nobody knows whether its name is one or several.

    ``A no longer agrees with B``, ``the mayor [shown by A] and B no longer agree``.
    """
    adverb = f"{adverb} " if adverb else ""
    if not one.is_author:
        return f"{names.holder(one)} and {others} {adverb}{verb(does.rpartition(' ')[0], Form.SEVERAL)}"
    return f"{names.holder(one)} {adverb}{verb(does, names.form(one.document))} {others}"


def crux_sort(change: CruxChange, names: DifferenceNames) -> Hashable:
    """The same for changes that one sentence tells: the same two no longer turn on the same, say, in other matters."""
    deeper, whole = change.record.conflict.subject, tuple(crux.is_whole for crux in change.records)
    return (change.rule, *_turned(change.conflict, names).holders, deeper, whole)


def cruxes_changed(changes: Sequence[CruxChange], names: DifferenceNames) -> str:
    """What disagreements turn on now, or no longer; of several changes, those of one sort."""
    first = changes[0]
    one, other = _turned(first.conflict, names).holders
    on, deeper = _on([change.conflict for change in changes], names), names.subject(first.record.conflict)
    turns = verb("turn", form_of(len(changes)))
    match (first.old, first.new):
        case (Crux(), Crux() as crux):
            turns = f"now {turns} wholly" if crux.is_whole else f"no longer {turns} wholly, but in part,"
        case (_, Crux() as crux):
            turns = f"now {turns}" if crux.is_whole else f"now {turns} in part"
        case _:
            turns = f"no longer {turns}" if first.record.is_whole else f"no longer {turns} even in part"
    whose = f"{names.whose(one)} with {names.holder(other)}"
    if len(changes) == 1:
        return f"the disagreement{whose}{on} {turns} on {deeper}"
    return f"{counted(len(changes), 'disagreement')}{whose} {turns} on {deeper}:{on}"


def other_of(change: AlignmentChange | CruxChange, names: DifferenceNames) -> str:
    """Who stands otherwise to whomever the sentence above, or the heading, is about."""
    found = change.conflict if isinstance(change, CruxChange) else change.record
    return names.holder(_turned(found, names).other.holder)


def alignment_in_words(alignment: Alignment, names: DifferenceNames) -> str:
    """What each of two holders does, and what that makes them."""
    verdict = phrase(alignment.verdict)
    sides = [(side, _side(side, names)) for side in (alignment.one, alignment.other)]
    said = "; ".join(f"{names.holder(side.holder)}: {words}" for side, words in sides if words)
    return f"{verdict} ({said})" if said else verdict


def crux_in_words(crux: Crux, names: DifferenceNames) -> str:
    """The deeper disagreement."""
    return f"{names.subject(crux.conflict)}: {alignment_in_words(crux.conflict, names)}"


def _against(alignment: Alignment, names: DifferenceNames) -> str:
    one, other = _first(alignment.one), _first(alignment.other)
    if one is None or other is None:
        return ""
    if one.position != other.position:
        return f": {_answer(one, names)} against {_answer(other, names)}"
    accepts, rejects = (alignment.one, alignment.other)
    if one.acceptance is Acceptance.REJECTED:
        accepts, rejects = rejects, accepts
    answer = names.position(one.issue, one.position, names.new)
    return f": {names.holder(accepts.holder)} for {answer}, {names.holder(rejects.holder)} against it"


def _shared(alignment: Alignment, names: DifferenceNames) -> str:
    stance = _first(alignment.one)
    reserve = ", with a reserve" if alignment.verdict is Verdict.QUALIFIED else ""
    if stance is None:
        return reserve
    if stance.position == OPEN:
        return f"{reserve}: they leave it open"
    answer = names.position(stance.issue, stance.position, names.new)
    does = {Acceptance.ACCEPTED: "answer", Acceptance.REJECTED: "reject", Acceptance.OPEN: "leave open"}
    return f"{reserve}: they {does[stance.acceptance]} {answer}"


def _turned(alignment: Alignment, names: DifferenceNames) -> Alignment:
    """With whomever the sentence above is about first, else whoever is at home, else an author before an actor."""
    one, other = alignment.holders
    order = [(holder != names.speaking, holder.document != names.home, not holder.is_author) for holder in (one, other)]
    return alignment.mirrored() if order[1] < order[0] else alignment


def _now(alignment: Alignment | None, names: DifferenceNames) -> str:
    """How they stand instead."""
    if alignment is None:
        return ""
    sides = (alignment.one, alignment.other)
    if alignment.verdict is Verdict.ONE_SIDED:
        silent = [names.holder(side.holder) for side in sides if side.standing is IssueStatus.SILENT]
        return f": it is no longer answered by {listed(silent)}" if silent else ""
    if alignment.verdict is Verdict.UNDECIDED:
        undecided = [names.holder(side.holder) for side in sides if side.standing is IssueStatus.OPEN]
        return f": it is left open by {listed(undecided)}"
    return f": {VERDICTS[alignment.verdict].instead}"


def _side(side: Side, names: DifferenceNames) -> str:
    stance = _first(side)
    if stance is not None:
        return _answer(stance, names)
    known = side.accepts is not None and side.claims
    return f"{'for' if side.accepts else 'against'} {names.text(side.claims[0])}" if known else ""


def _answer(stance: Stance, names: DifferenceNames) -> str:
    corpus = names.new if stance.issue in names.new.issues else names.old
    position = names.position(stance.issue, stance.position, corpus)
    return f"not {position}" if stance.acceptance is Acceptance.REJECTED else position


def _first(side: Side) -> Stance | None:
    """The stance that counts, one that is stated if there is one."""
    return next((stance for stance in side.stances if not stance.implied), side.stances[0] if side.stances else None)
