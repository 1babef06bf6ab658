"""What was and what is, row by row: stances, conflicts, and what documents share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.alignment import Alignment, Side
from argmap.compare.stance import Acceptance
from argmap.diff.change import (
    ActorChange,
    AlignmentChange,
    Change,
    CruxChange,
    DocumentChange,
    FieldChange,
    IssueChange,
    LinkChange,
    PositionChange,
    StanceChange,
    TermChange,
)
from argmap.diff.difference import Difference
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, IssueId
from argmap.model.issue import Issue
from argmap.view.changes.claim_changes import badge_of
from argmap.view.outline import plain
from argmap.view.picture import clean
from argmap.view.tables_and_trees import ChangeRow, ChangeTable
from argmap.wording.changes import ChangeSentences
from argmap.wording.names import position_text
from argmap.wording.text_changes import runs
from argmap.wording.verdicts import verdict

_MOST = 12
"""Rows of one table."""
_TITLES: tuple[tuple[str, tuple[type[Change], ...]], ...] = (
    ("Stances", (StanceChange,)),
    ("Conflicts, agreements and what they turn on", (AlignmentChange, CruxChange)),
    ("Documents, questions, links and terms", (DocumentChange, IssueChange, PositionChange, LinkChange, TermChange)),
    ("Actors, and single fields of statements", (ActorChange, FieldChange)),
)

_REWORDED = (Rule.ISSUE_REWORDED, Rule.POSITION_REWORDED, Rule.TERM_REDEFINED)


def tables_of(changes: Iterable[Judged], difference: Difference, saying: ChangeSentences) -> Iterator[ChangeTable]:
    """The tables that have rows, what matters most at the top of each."""
    ranked = sorted(filter(_has_row, changes), key=lambda judged: judged.significance.rank)
    for title, kinds in _TITLES:
        rows = [judged for judged in ranked if isinstance(judged.change, kinds)]
        if rows:
            shown = enumerate(rows[:_MOST], start=1)
            yield ChangeTable(
                title=title,
                rows=tuple(_row(f"{title.partition(',')[0].lower()}/{n}", one, difference, saying) for n, one in shown),
                more=max(len(rows) - _MOST, 0),
            )


def _has_row(judged: Judged) -> bool:
    """Whether a table tells a change; a field of a claim, and what hardly matters of one, is told by its card alone."""
    change = judged.change
    if isinstance(change, FieldChange) and isinstance(change.record, Claim):
        return False
    return not (isinstance(change, StanceChange) and change.issue is None and judged.significance is Significance.LOW)


def _row(id: str, judged: Judged, difference: Difference, saying: ChangeSentences) -> ChangeRow:  # noqa: A002
    change = judged.change
    who, asked = _subject(change, difference, saying)
    before, now = map(clean, _sides(change, difference, saying))
    was, is_now = runs(before, now) if change.rule in _REWORDED else (plain(before), plain(now))
    badge, sentence = badge_of(judged), saying.sentence(change)
    return ChangeRow(id=id, badge=badge, who=who, asked=asked, before=was, now=is_now, sentence=sentence)


def _subject(change: Change, difference: Difference, saying: ChangeSentences) -> tuple[str, str]:
    """Whose or what it is, and on what."""
    match change:
        case StanceChange():
            return saying.holder(change.holder), _about(change.issue, change.claim or "", difference)
        case AlignmentChange():
            return _both(change.record, saying), _on(change.record, difference)
        case CruxChange():
            return _both(change.conflict, saying), _on(change.conflict, difference)
        case IssueChange(record=issue):
            # A question that is new, gone or reworded is what the row tells.
            return issue.id, issue.question if change.rule is Rule.ISSUE_RESCALED else ""
        case PositionChange():
            return change.issue, _about(change.issue, "", difference)
        case LinkChange(record=link):
            return f"{link.source} and {link.target}", ""
        case TermChange(record=term):
            return term.id, term.document or ""
        case DocumentChange(record=document) | FieldChange(record=Document() as document):
            return document.title or document.id, ""
        case ActorChange(record=actor):
            return actor.id, actor.document or ""
        case FieldChange():
            return change.subject.replace(" ", " and "), ""
        case _:
            return change.rule.value, ""


def _sides(change: Change, difference: Difference, saying: ChangeSentences) -> tuple[str, str]:
    """What was and what is; how two holders stand to each other without their names, which are told already."""
    match change:
        case AlignmentChange(old=old, new=new):
            return _standing(old, difference.old), _standing(new, difference.new)
        case CruxChange(record=crux):
            about = _on(crux.conflict, difference)
            return ("", about) if change.old is None else (about, "")
        case _:
            return saying.sides(change)


def _standing(alignment: Alignment | None, corpus: Corpus) -> str:
    if alignment is None:
        return ""
    said = verdict(alignment)
    issue = corpus.issues.get(alignment.issue) if alignment.issue is not None else None
    if issue is None or not (alignment.verdict.is_disagreement or alignment.verdict.is_agreement):
        return said
    answers = dict.fromkeys(_answer(side, issue) for side in (alignment.one, alignment.other))
    return f"{said}: {' against '.join(answers) if alignment.verdict.is_disagreement else next(iter(answers))}"


def _answer(side: Side, issue: Issue) -> str:
    """The answer of one side that counts."""
    stance = side.stances[0]
    text = f"“{position_text(stance.position, issue)}”"
    return f"not {text}" if stance.acceptance is Acceptance.REJECTED else text


def _both(alignment: Alignment, saying: ChangeSentences) -> str:
    return " and ".join(saying.holder(holder) for holder in alignment.holders)


def _on(alignment: Alignment, difference: Difference) -> str:
    link = alignment.link
    return _about(alignment.issue, f"{link.source} and {link.target}" if link is not None else "", difference)


def _about(issue: IssueId | None, claim: str, difference: Difference) -> str:
    """A question, or what a claim says."""
    for corpus in (difference.new, difference.old):
        if issue is not None and issue in corpus.issues:
            return corpus.issues[issue].question or issue
        if ClaimId(claim) in corpus.claims:
            return f"“{corpus.claims[ClaimId(claim)].text}”"
    return issue or claim
