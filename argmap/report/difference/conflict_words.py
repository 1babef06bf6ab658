"""Changes of conflicts, agreements and what they turn on, in sentences."""

from __future__ import annotations

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Acceptance, Stance
from argmap.compare.verdict import Verdict
from argmap.diff.change import AlignmentChange, CruxChange
from argmap.diff.rule import Rule
from argmap.language.words import OPEN
from argmap.report.comparison.page import listed
from argmap.report.difference.names import Names

_INSTEAD = {
    Verdict.SUPERSEDED: "they state facts of different times",
    Verdict.CONTRADICTION: "they contradict each other",
    Verdict.CONTRARIETY: "their answers exclude each other",
    Verdict.TENSION: "their answers differ, and neither excludes the other",
    Verdict.AGREEMENT: "they agree",
    Verdict.QUALIFIED_AGREEMENT: "they agree with a reserve",
    Verdict.UNDECIDED: "one of them leaves it open",
    Verdict.COMPATIBLE: "they say different things that can stand together",
}


def alignment_changed(change: AlignmentChange, names: Names) -> str:
    """How two holders stand to each other now, and why."""
    alignment = change.new or change.old
    if alignment is None:
        return "two holders stand differently to each other"
    both = listed([names.holder(holder) for holder in alignment.holders])
    subject = names.subject(alignment)
    on = f"on {subject}" if alignment.issue is not None else f"over {subject}"
    match change.rule:
        case Rule.CONFLICT_OPENED:
            before = change.old is not None and change.old.verdict.is_agreement
            where = f"{on}, where they agreed" if before else on
            return f"{both} now conflict {where}{_against(alignment, names)}"
        case Rule.CONFLICT_CLOSED:
            return f"{both} no longer conflict {on}{_now(change, names)}"
        case Rule.AGREEMENT_GAINED:
            return f"{both} now agree {on}{_shared(alignment, names)}"
        case _:
            return f"{both} no longer agree {on}{_now(change, names)}"


def crux_changed(change: CruxChange, names: Names) -> str:
    """What a conflict turns on now, or no longer."""
    both = listed([names.holder(holder) for holder in change.conflict.holders])
    crux = change.new or change.old
    deeper = names.subject(crux.conflict) if crux is not None else "something deeper"
    adverb = "now" if change.new is not None else "no longer"
    return f"the conflict of {both} on {names.subject(change.conflict)} {adverb} turns on {deeper}"


def alignment_in_words(alignment: Alignment | None, names: Names) -> str:
    """What each of two holders does, and what that makes them; empty where there is nothing."""
    if alignment is None:
        return ""
    verdict = alignment.verdict.value.replace("-", " ")
    sides = [(side, _side(side, names)) for side in (alignment.one, alignment.other)]
    said = "; ".join(f"{names.holder(side.holder)}: {words}" for side, words in sides if words)
    return f"{verdict} ({said})" if said else verdict


def crux_in_words(crux: Crux | None, names: Names) -> str:
    """The deeper conflict; empty where there is none."""
    if crux is None:
        return ""
    return f"{names.subject(crux.conflict)}: {alignment_in_words(crux.conflict, names)}"


def _against(alignment: Alignment, names: Names) -> str:
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


def _shared(alignment: Alignment, names: Names) -> str:
    stance = _first(alignment.one)
    reserve = ", with a reserve" if alignment.verdict is Verdict.QUALIFIED_AGREEMENT else ""
    if stance is None:
        return reserve
    return f"{reserve}: both {'leave it open' if stance.position == OPEN else f'say {_answer(stance, names)}'}"


def _now(change: AlignmentChange, names: Names) -> str:
    """How they stand instead."""
    if change.new is None or change.new.verdict is Verdict.ONE_SIDED:
        sides = (change.new.one, change.new.other) if change.new is not None else ()
        silent = [names.holder(side.holder) for side in sides if not side.stances and side.accepts is None]
        return f": {listed(silent)} no longer speak{'s' if len(silent) == 1 else ''} on it" if silent else ""
    return f": {_INSTEAD[change.new.verdict]}"


def _side(side: Side, names: Names) -> str:
    stance = _first(side)
    if stance is not None:
        return _answer(stance, names)
    if side.accepts is None or not side.claims:
        return ""
    return f"{'for' if side.accepts else 'against'} {names.text(side.claims[0])}"


def _answer(stance: Stance, names: Names) -> str:
    corpus = names.new if stance.issue in names.new.issues else names.old
    position = names.position(stance.issue, stance.position, corpus)
    return f"not {position}" if stance.acceptance is Acceptance.REJECTED else position


def _first(side: Side) -> Stance | None:
    """The stance that counts, one that is stated if there is one."""
    return next((stance for stance in side.stances if not stance.implied), side.stances[0] if side.stances else None)
