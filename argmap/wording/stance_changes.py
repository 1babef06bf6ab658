"""Changes of stances in sentences."""

from __future__ import annotations

import attrs

from argmap.compare.stance import Acceptance
from argmap.diff.change import StanceChange, StanceSnapshot
from argmap.diff.rule import Rule
from argmap.language.words import OPEN, Attitude
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId
from argmap.wording.english import counted, verb
from argmap.wording.names import DifferenceNames
from argmap.wording.speakers import Speaker, answering, claiming, instead, notes, otherwise, taking


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
