"""Changes of stances, and of the conflicts and agreements among them, in sentences."""

from __future__ import annotations

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Acceptance, IssueStatus, Stance
from argmap.diff.change import AlignmentChange, CruxChange, StanceChange, StanceSnapshot
from argmap.diff.rule import Rule
from argmap.judge.verdict import Verdict
from argmap.language.words import OPEN, Attitude
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId
from argmap.wording.english import counted, listed, verb
from argmap.wording.names import DifferenceNames
from argmap.wording.speakers import Speaker, answering, claiming, instead, notes, otherwise, taking
from argmap.wording.verdicts import VERDICTS, phrase


def stance_changed(change: StanceChange, names: DifferenceNames) -> str:
    """What a holder does now that it did not do, or does no longer."""
    if change.issue is not None:
        return _on_issue(change, change.issue, names)
    assert change.claim is not None
    return _on_claim(change, change.claim, names)


def stand_in_words(stand: StanceSnapshot, issue: IssueId | None, names: DifferenceNames, corpus: Corpus) -> str:
    """What was or is done with an issue or a claim, for a table: ``It can (likely)``."""
    if issue is None or stand.position is None:
        return f"{stand.acceptance.value}{notes(stand)}"
    position = names.position(issue, stand.position, corpus)
    match stand.acceptance:
        case Acceptance.ACCEPTED:
            return f"{position}{notes(stand)}"
        case Acceptance.REJECTED:
            return f"{'doubt of' if stand.doubted else 'not'} {position}{notes(stand)}"
        case Acceptance.OPEN:
            return position if stand.position == OPEN else f"{position}: an even chance"


def _on_issue(change: StanceChange, issue: IssueId, names: DifferenceNames) -> str:
    speaker = Speaker.of(change.holder, names)
    question, form = names.question(issue), speaker.form
    old, new = change.old, change.new
    if old is None or new is None:
        adverb, corpus = ("no longer", names.old) if new is None else ("now", names.new)
        answer = f"{_answered(change.record, issue, names, corpus)}{notes(change.record)}"
        return speaker.does(adverb, answering(change.record, answer, question, form))
    before, after = _answered(old, issue, names, names.old), _answered(new, issue, names, names.new)
    if change.rule is Rule.STANCE_QUALIFIED:
        return f"{speaker.does('still', answering(_plain(new), after, question, form))}, {otherwise(old, new)}"
    if notes(old) != notes(new):
        # A reserve that stays is no news.
        before, after = f"{before}{notes(old)}", f"{after}{notes(new)}"
    if before == after and old.position != new.position:
        before, after = f"{before} (`{old.position}`)", f"{after} (`{new.position}`)"
    if old.acceptance is new.acceptance is Acceptance.ACCEPTED:
        said = speaker.does("no longer", f"{verb('answer', form)} {before} but {after} to {question}")
    else:
        same = old.position == new.position
        now = instead(new, f"it{notes(new)}" if same else after, form, same=same)
        said = speaker.does("no longer", answering(old, before, question, form), now)
    return f"{said}{_steps(change, issue, names)}"


def _answered(stand: StanceSnapshot, issue: IssueId, names: DifferenceNames, corpus: Corpus) -> str:
    return "" if stand.position is None else names.position(issue, stand.position, corpus)


def _on_claim(change: StanceChange, claim: ClaimId, names: DifferenceNames) -> str:
    speaker = Speaker.of(change.holder, names)
    text = names.text(claim)
    was, now = names.old.claims.get(claim), names.new.claims.get(claim)
    old, new = change.old, change.new
    if change.holder.is_author and was is not None and now is not None and was.attitude is not now.attitude:
        before, after = (claiming(one, what, speaker.form, names) for one, what in ((was, text), (now, "it")))
        only = "only " if now.attitude is Attitude.SUPPOSES else ""
        reserve = notes(attrs.evolve(new, unsaid=False)) if new is not None else ""
        return speaker.does("no longer", before, f"{only}{after}{reserve}")
    if change.rule is Rule.STANCE_QUALIFIED and old is not None and new is not None:
        does = taking(_plain(new), text, speaker.form)
        if change.holder.is_author and now is not None:
            does = claiming(now, text, speaker.form, names)
        return f"{speaker.does('still', does)}, {otherwise(old, new)}"
    if old is None or new is None:
        adverb = "no longer" if new is None else "now"
        return speaker.does(adverb, f"{taking(change.record, text, speaker.form)}{notes(change.record)}")
    return speaker.does("no longer", taking(old, text, speaker.form), f"{taking(new, 'it', speaker.form)}{notes(new)}")


def _plain(stand: StanceSnapshot) -> StanceSnapshot:
    """The same without reserves, which the sentence tells as what changed."""
    return attrs.evolve(stand, strength=None, conditional=False, unsaid=False, doubted=False)


def _steps(change: StanceChange, issue: IssueId, names: DifferenceNames) -> str:
    record = names.new.issues.get(issue)
    if not change.distance or record is None or not record.order:
        return ""
    return f", {change.distance} of {counted(len(record.order) - 1, 'step')} along the scale"


def alignment_changed(change: AlignmentChange, names: DifferenceNames) -> str:
    """How two holders stand to each other now, and why."""
    old, new = (None if one is None else _turned(one, names) for one in (change.old, change.new))
    alignment = _turned(change.record, names)
    subject = names.subject(alignment)
    on = f"on {subject}" if alignment.issue is not None else f"over {subject}"
    match change.rule:
        case Rule.CONFLICT_OPENED:
            where = f"{on}, where they agreed" if old is not None and old.verdict.is_agreement else on
            how = "" if alignment.verdict.is_cannot else f" ({phrase(alignment.verdict)})"
            return f"{_with('now', _clash(alignment), alignment, names)} {where}{_against(alignment, names)}{how}"
        case Rule.CONFLICT_CLOSED if old is not None:
            return f"{_with('no longer', _clash(old), alignment, names)} {on}{_now(new, names)}"
        case Rule.VERDICT_CHANGED if old is not None and new is not None:
            return _otherwise(old, new, on, names)
        case Rule.AGREEMENT_GAINED:
            return f"{_with('now', 'agree', alignment, names)} {on}{_shared(alignment, names)}"
    return f"{_with('no longer', 'agree', alignment, names)} {on}{_now(new, names)}"


def _otherwise(old: Alignment, new: Alignment, on: str, names: DifferenceNames) -> str:
    """What two holders are to each other now that they were not."""
    both = listed([names.holder(holder) for holder in new.holders])
    return f"{both} stand otherwise {on}: {VERDICTS[new.verdict].instead} (before: {phrase(old.verdict)})"


def _clash(alignment: Alignment) -> str:
    """What two do who part; that they conflict is said only where nothing fits both."""
    return "conflict" if alignment.verdict.is_cannot else "disagree"


def crux_changed(change: CruxChange, names: DifferenceNames) -> str:
    """What a conflict turns on now, or no longer."""
    one, other = (names.holder(holder) for holder in _turned(change.conflict, names).holders)
    on, deeper = names.subject(change.conflict), names.subject(change.record.conflict)
    match (change.old, change.new):
        case (Crux(), Crux() as crux):
            turns = "now turns wholly" if crux.is_whole else "no longer turns wholly, but in part,"
        case (_, Crux() as crux):
            turns = "now turns" if crux.is_whole else "now turns in part"
        case _:
            turns = "no longer turns" if change.record.is_whole else "no longer turns even in part"
    what = "conflict" if change.conflict.verdict.is_cannot else "disagreement"
    return f"the {what} of {one} with {other} on {on} {turns} on {deeper}"


def alignment_in_words(alignment: Alignment, names: DifferenceNames) -> str:
    """What each of two holders does, and what that makes them."""
    verdict = phrase(alignment.verdict)
    sides = [(side, _side(side, names)) for side in (alignment.one, alignment.other)]
    said = "; ".join(f"{names.holder(side.holder)}: {words}" for side, words in sides if words)
    return f"{verdict} ({said})" if said else verdict


def crux_in_words(crux: Crux, names: DifferenceNames) -> str:
    """The deeper conflict."""
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
    known = side.accepts is not None and side.claims
    return f"{'for' if side.accepts else 'against'} {names.text(side.claims[0])}" if known else ""


def _answer(stance: Stance, names: DifferenceNames) -> str:
    corpus = names.new if stance.issue in names.new.issues else names.old
    position = names.position(stance.issue, stance.position, corpus)
    return f"not {position}" if stance.acceptance is Acceptance.REJECTED else position


def _first(side: Side) -> Stance | None:
    """The stance that counts, one that is stated if there is one."""
    return next((stance for stance in side.stances if not stance.implied), side.stances[0] if side.stances else None)
