"""What is told in one sentence: what it is, where it stands, the words that changed, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.diff.change import (
    ActorChange,
    AlignmentChange,
    Change,
    ClaimChange,
    CruxChange,
    DocumentChange,
    FieldChange,
    IssueChange,
    LinkChange,
    PositionChange,
    StanceChange,
    SupportChange,
    TermChange,
)
from argmap.diff.change_subject import place_of
from argmap.diff.difference import Difference
from argmap.diff.kinds import ASPECTS, STEP_ASPECTS
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.model.claim import Claim
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.link import AnyLink
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.telling import Told, telling
from argmap.report.page import Entry, Where
from argmap.source.text import Place, SourceText, Span
from argmap.wording.changes import before_after, counted_changes, sentence_of
from argmap.wording.english import counted, first_upper, form_of, quoted, shortened, verb
from argmap.wording.field_changes import field_values, values_without
from argmap.wording.names import DifferenceNames, line_of

_MOST_NAMED = 6
_SAID_IN_THE_SENTENCE = (Rule.SUPPORT_FLIPPED, Rule.INFERENCE_REGROUPED, *STEP_ASPECTS)


def entry_of(told: Told, report: DiffReport, *, full: bool) -> Entry:
    """Changes as they are told, and what follows from them.

    Args:
        told: The changes.
        report: Of which difference.
        full: Whether the words below a sentence are wanted that say little more than it does.
    """
    first, difference, names = told.changes[0].change, report.difference, told.names
    changes = [judged.change for judged in told.changes]
    sentence = (counted_changes if told.counted else sentence_of)(changes, difference, names)
    before, after = _wording(first, report, names) if len(changes) == 1 else ((), ())
    significance = min((judged.significance for judged in told.changes), key=lambda level: level.rank)
    is_said = all(quoted(text).strip("“”") in sentence for text in (*before, *after))
    # Of what matters least, words that stay are not worth a line.
    if is_said or (not full and _is_told(first)) or (before == after and significance is Significance.LOW):
        before, after = (), ()
    at = None if told.counted else where(first, report)
    # The number of a premise without a name is another one in every text: it is known by the claim above it.
    named = {name_of(change).partition("~")[0] for change in changes}
    follows = (entry_of(each, report, full=full) for each in told.follows)
    return Entry(
        rules=tuple(change.rule for change in changes),
        significance=significance,
        sentence=_under_heading(sentence, names),
        name=_at_home(named.pop(), names) if len(named) == 1 and not told.counted else "",
        at=at,
        before=before,
        after=after,
        rests=_resting(first, names),
        is_stance=isinstance(first, StanceChange),
        # What stands where its cause stands has no place of its own.
        follows=tuple(entry._replace(at=None, name="") if entry.at == at else entry for entry in follows),
    )


def _is_told(change: Change) -> bool:
    """Whether the sentence tells enough: of what is gone, and of a link that only has another relation."""
    match change:
        case StanceChange(new=None) | LinkChange(new=None):
            return True
        case LinkChange(old=AnyLink(why=before), new=AnyLink(why=now)):
            return before == now
    return False


def _under_heading(sentence: str, names: DifferenceNames) -> str:
    """A sentence without the author who does what it says, where the heading names that author."""
    if names.home is None:
        return sentence
    author = first_upper(names.author(names.home))
    rest = sentence.removeprefix(f"{author} ")
    return sentence if rest.startswith("and ") else rest


def entries_of(
    report: DiffReport, *, full: bool, under_headings: bool = False
) -> Iterator[tuple[DocumentId | None, Entry]]:
    """What is told under nothing else, with all that follows from it, and the document to tell it under.

    Args:
        report: What is told.
        full: Whether each change has a sentence of its own.
        under_headings: Whether names are those that stand under a heading of the document.
    """
    for told in telling(report.judged, report.difference, full=full, under_headings=under_headings):
        yield told.home, entry_of(told, report, full=full)


def name_of(change: Change) -> str:
    """The id of what changed: of a stance, that of the claim which shows it; a link has none."""
    match change:
        case StanceChange():
            claims = next((stand.claims for stand in reversed(change.records) if stand.claims), ())
            return claims[0] if claims else change.subject
        case ClaimChange() | IssueChange() | TermChange() | DocumentChange():
            return change.record.id
        case SupportChange():
            return change.conclusion
        case AlignmentChange():
            return change.record.issue or ""
        case CruxChange():
            return change.conflict.issue or ""
        case ActorChange():
            return change.record.key
        case FieldChange():
            return "" if isinstance(change.record, AnyLink) else change.subject
        case PositionChange():
            return f"{change.issue}.{change.record.id}"
    return ""


Both = tuple[tuple[str, ...], tuple[str, ...]]
"""Texts as they were, and as they are."""


def _wording(change: Change, report: DiffReport, names: DifferenceNames) -> Both:
    """The words to be shown below the sentence."""
    match change:
        case StanceChange():
            return _evidence(change, report, names)
        case AlignmentChange() | CruxChange():
            return (), ()
        case SupportChange() if change.rule in _SAID_IN_THE_SENTENCE:
            return (), ()
        case ClaimChange() if change.rule in (Rule.CLAIM_RENAMED, Rule.CLAIM_MOVED, *ASPECTS):
            return (change.record.text,), (change.record.text,)
        case ClaimChange(rule=Rule.CLAIM_SPLIT | Rule.CLAIM_MERGED):
            others = tuple(claim.text for claim in change.others)
            old, new = (() if claim is None else (claim.text,) for claim in (change.old, change.new))
            return (old, (*new, *others)) if change.rule is Rule.CLAIM_SPLIT else ((*old, *others), new)
        case FieldChange():
            was, now = (field_values(change, record, names) for record in (change.edit.old, change.edit.new) if record)
            return values_without(was, now), values_without(now, was)
    before, after = before_after(change, report.difference, names)
    return (before,) if before else (), (after,) if after else ()


def _evidence(change: StanceChange, report: DiffReport, names: DifferenceNames) -> Both:
    """The claim that shows a stance first, on each side that has it, unless something is told of that claim itself."""
    old, new = (stand.claims[0] if stand is not None and stand.claims else None for stand in (change.old, change.new))
    if {old, new} & report.claims:
        return (), ()
    before, after = names.old.claims.get(old or new or ClaimId("")), names.new.claims.get(new or old or ClaimId(""))
    return (before.text,) if before else (), (after.text,) if after else ()


def where(change: Change, report: DiffReport) -> Where | None:
    """The line at which a change stands on the new side or, where it stands only there, on the old one."""
    old, new = place_of(change, report.difference)
    return _where(new, report.new_texts, is_new=True) or _where(old, report.old_texts, is_new=False)


def _where(place: Place | None, texts: Mapping[str, SourceText], *, is_new: bool) -> Where | None:
    if place is None:
        return None
    return Where(place.file, line_of(place, texts), is_new)


def _resting(change: Change, names: DifferenceNames) -> str:
    """Which conclusions rest on what changed, named as far as anybody reads on."""
    if not isinstance(change, ClaimChange | SupportChange) or not change.reaches.conclusions:
        return ""
    reached, uncounted = change.reaches
    named = ", ".join(_conclusion(claim, names) for claim in reached[:_MOST_NAMED])
    more = len(reached) - _MOST_NAMED
    number = f"{'more than ' if uncounted else ''}{counted(len(reached), 'conclusion')}"
    others = f" and {'others' if uncounted else f'{more} more'}" if more > 0 else ""
    return f"{number} {verb('rest', form_of(len(reached)))} on it: {named}{others}"


def _conclusion(claim: ClaimId, names: DifferenceNames) -> str:
    record = names.claim(claim)
    return _at_home(claim, names) if record is None or record.named else quoted(shortened(record.text, 60))


def _at_home(name: str, names: DifferenceNames) -> str:
    return name.removeprefix(f"{names.home}.") if names.home is not None else name


def shown_at(change: Change, difference: Difference) -> Place | None:
    """The place of a change in the new texts; None where it has none anywhere.

    What stands in the old texts only is shown at the statement that it belonged to; where that is gone too, at the
    document; and where the document is gone, at the beginning of the file that it had.
    """
    old, new = place_of(change, difference)
    if new is not None or old is None:
        return new
    document = next((record for record in difference.old.documents.values() if record.file == old.file), None)
    if document is None:
        return Place(old.file, Span(0, 0))
    statement = _statement(document, old, difference)
    if statement is not None and statement.id in difference.new.claims:
        return difference.new.claims[statement.id].origin
    now = difference.new.documents.get(document.id)
    return Place(old.file, Span(0, 0)) if now is None else now.origin


def _statement(document: Document, place: Place, difference: Difference) -> Claim | None:
    """The last statement that begins before a place in the old text, or right there."""
    statements = (claim for claim in difference.old.claims_of(document.id) if claim.statement)
    before = [claim for claim in statements if claim.origin.span.start <= place.span.start]
    return max(before, key=lambda claim: claim.origin.span.start, default=None)
