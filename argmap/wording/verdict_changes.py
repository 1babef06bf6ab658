"""Changes of conflicts, agreements and what they turn on, in sentences."""

from __future__ import annotations

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Acceptance, IssueStatus, Stance
from argmap.compare.verdict import Verdict
from argmap.diff.change import AlignmentChange, CruxChange
from argmap.diff.rule import Rule
from argmap.language.words import OPEN
from argmap.wording.english import listed, verb
from argmap.wording.names import DifferenceNames
from argmap.wording.verdicts import VERDICTS


def alignment_changed(change: AlignmentChange, names: DifferenceNames) -> str:
    """How two holders stand to each other now, and why."""
    old, new = (None if one is None else _turned(one, names) for one in (change.old, change.new))
    alignment = new or old
    if alignment is None:
        return "two holders stand differently to each other"
    subject = names.subject(alignment)
    on = f"on {subject}" if alignment.issue is not None else f"over {subject}"
    match change.rule:
        case Rule.CONFLICT_OPENED:
            where = f"{on}, where they agreed" if old is not None and old.verdict.is_agreement else on
            return f"{_with('now', 'conflict', alignment, names)} {where}{_against(alignment, names)}"
        case Rule.CONFLICT_CLOSED:
            return f"{_with('no longer', 'conflict', alignment, names)} {on}{_now(new, names)}"
        case Rule.AGREEMENT_GAINED:
            return f"{_with('now', 'agree', alignment, names)} {on}{_shared(alignment, names)}"
        case _:
            return f"{_with('no longer', 'agree', alignment, names)} {on}{_now(new, names)}"


def crux_changed(change: CruxChange, names: DifferenceNames) -> str:
    """What a conflict turns on now, or no longer."""
    one, other = (names.holder(holder) for holder in _turned(change.conflict, names).holders)
    crux = change.new or change.old
    deeper = names.subject(crux.conflict) if crux is not None else "something deeper"
    adverb = "now turns" if change.new is not None else "no longer turns"
    return f"the conflict of {one} with {other} on {names.subject(change.conflict)} {adverb} on {deeper}"


def alignment_in_words(alignment: Alignment | None, names: DifferenceNames) -> str:
    """What each of two holders does, and what that makes them; empty where there is nothing."""
    if alignment is None:
        return ""
    verdict = alignment.verdict.value.replace("-", " ")
    sides = [(side, _side(side, names)) for side in (alignment.one, alignment.other)]
    said = "; ".join(f"{names.holder(side.holder)}: {words}" for side, words in sides if words)
    return f"{verdict} ({said})" if said else verdict


def crux_in_words(crux: Crux | None, names: DifferenceNames) -> str:
    """The deeper conflict; empty where there is none."""
    if crux is None:
        return ""
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
    reserve = ", with a reserve" if alignment.verdict is Verdict.QUALIFIED_AGREEMENT else ""
    if stance is None:
        return reserve
    if stance.position == OPEN:
        return f"{reserve}: both leave it open"
    answer = names.position(stance.issue, stance.position, names.new)
    does = {Acceptance.ACCEPTED: "answer", Acceptance.REJECTED: "reject", Acceptance.OPEN: "leave open"}
    return f"{reserve}: both {does[stance.acceptance]} {answer}"


def _turned(alignment: Alignment, names: DifferenceNames) -> Alignment:
    """With whoever is at home first, else an author before an actor."""
    one, other = alignment.holders
    order = [(holder.document != names.home, not holder.is_author) for holder in (one, other)]
    return alignment.mirrored() if order[1] < order[0] else alignment


def _with(adverb: str, word: str, alignment: Alignment, names: DifferenceNames) -> str:
    one, other = alignment.holders
    if not one.is_author:
        # Whether the name of an actor is one or several nobody knows.
        return f"{names.holder(one)} and {names.holder(other)} {adverb} {word}"
    form = names.form(one.document)
    return f"{names.holder(one)} {adverb} {verb(word, form)} with {names.holder(other)}"


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
    if side.accepts is None or not side.claims:
        return ""
    return f"{'for' if side.accepts else 'against'} {names.text(side.claims[0])}"


def _answer(stance: Stance, names: DifferenceNames) -> str:
    corpus = names.new if stance.issue in names.new.issues else names.old
    position = names.position(stance.issue, stance.position, corpus)
    return f"not {position}" if stance.acceptance is Acceptance.REJECTED else position


def _first(side: Side) -> Stance | None:
    """The stance that counts, one that is stated if there is one."""
    return next((stance for stance in side.stances if not stance.implied), side.stances[0] if side.stances else None)
