"""A change, or several that are told together, in one sentence, and what was and is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

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
    RecordChange,
    StanceChange,
    SupportChange,
    TermChange,
)
from argmap.diff.change_subject import documents_of
from argmap.diff.difference import Difference
from argmap.diff.dispute_changes import count_disputes
from argmap.judge.holder import Holder
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.wording.claim_changes import claim_changed, claim_in_words, grounds_changed, reasons_in_words
from argmap.wording.declaration_changes import (
    document_changed,
    document_in_words,
    issue_changed,
    issue_in_words,
    link_changed,
    position_changed,
    term_changed,
)
from argmap.wording.disagreement_changes import (
    alignment_in_words,
    alignments_changed,
    crux_in_words,
    cruxes_changed,
    other_of,
)
from argmap.wording.english import beginning_of, first_upper
from argmap.wording.field_changes import actor_changed, field_changed, field_values
from argmap.wording.names import DifferenceNames
from argmap.wording.relations import link_as_written
from argmap.wording.rules import tally
from argmap.wording.stance_changes import stance_changed, stand_in_words

_MOST_HOLDERS = 3
"""Holders that are named where changes are only counted."""


def headline(change: Change, difference: Difference, names: DifferenceNames) -> str:
    """One sentence without a full stop that says what changed, complete without its context.

    Words from documents are in it as they stand, on one line: whoever shows it escapes it.
    """
    return sentence_of((change,), difference, names)


def sentence_of(changes: Sequence[Change], difference: Difference, names: DifferenceNames) -> str:
    """The same of several changes that are told together (see `argmap.report.difference.telling`)."""
    return first_upper(_sentence(changes, difference, names))


def counted_changes(changes: Sequence[Change], difference: Difference, names: DifferenceNames) -> str:  # noqa: ARG001
    """The same of changes that are only counted: how many of each kind, and whose or with whom, where that tells."""
    number = tally((change.rule for change in changes), count_disputes(changes))
    holders = [names.holder(change.holder) for change in changes if isinstance(change, StanceChange)]
    others = [other_of(change, names) for change in changes if isinstance(change, AlignmentChange | CruxChange)]
    return f"{number}{f': of {_beginning(holders)}' if holders else f': with {_beginning(others)}' if others else ''}"


def _beginning(holders: Iterable[str]) -> str:
    """Those of whom most is told first."""
    return beginning_of([holder for holder, _ in Counter(holders).most_common()], _MOST_HOLDERS)


def before_after(change: Change, difference: Difference, names: DifferenceNames) -> tuple[str, str]:
    """What was and what is, each as much as it takes to see the change; empty where there was, or is, nothing."""
    match change:
        case SupportChange():
            return reasons_in_words(change.old, names.earlier()), reasons_in_words(change.new, names)
        case RecordChange():
            sides = (_in_words(change, corpus, difference, names) for corpus in (names.old, names.new))
            return next(sides), next(sides)
    return "", ""


def _in_words(change: RecordChange[Any], corpus: Corpus, difference: Difference, names: DifferenceNames) -> str:
    """A record as it is on the side of one corpus."""
    record = change.old if corpus is names.old else change.new
    if record is None:
        return ""
    match change:
        case StanceChange():
            return stand_in_words(record, change.issue, names, corpus)
        case ClaimChange():
            name = difference.former.get(record.id, record.id) if corpus is names.old else record.id
            return claim_in_words(record, change.rule, corpus, name)
        case AlignmentChange():
            return alignment_in_words(record, names)
        case CruxChange():
            return crux_in_words(record, names)
        case LinkChange():
            return link_as_written(record)
        case IssueChange():
            return issue_in_words(record, change.rule)
        case PositionChange():
            return str(record.text)
        case TermChange():
            return str(record.meaning)
        case ActorChange():
            return str(record.name)
        case FieldChange():
            return "; ".join(field_values(change, record, names))
        case DocumentChange():
            return document_in_words(record, change.rule, corpus)
    return ""


def _sentence(changes: Sequence[Change], difference: Difference, names: DifferenceNames) -> str:
    change, *others = changes
    match change:
        case StanceChange():
            return stance_changed(change, names)
        case ClaimChange() if not others:
            return claim_changed(change, difference.former, names)
        case ClaimChange() | SupportChange():
            return grounds_changed(changes, names)
        case AlignmentChange():
            return alignments_changed([each for each in changes if isinstance(each, AlignmentChange)], names)
        case CruxChange():
            return cruxes_changed([each for each in changes if isinstance(each, CruxChange)], names)
        case LinkChange():
            return link_changed(change, names)
        case IssueChange():
            return issue_changed(change, names)
        case PositionChange():
            return position_changed(change, names)
        case TermChange():
            return term_changed(change, names)
        case ActorChange():
            return actor_changed(change, names)
        case FieldChange():
            return field_changed(change, names)
        case DocumentChange():
            return document_changed(change, names)
    raise TypeError(change)


class ChangeSentences(NamedTuple):
    """A difference in words, for a picture.

    Attributes:
        title: From what to what.
        subtitle: Lines under the title: what changed in numbers, and what was not compared.
    """

    difference: Difference
    names: DifferenceNames
    title: str = ""
    subtitle: tuple[str, ...] = ()

    def sentence(self, change: Change) -> str:
        """A change in one sentence without a full stop."""
        return headline(change, self.difference, self.names)

    def sides(self, change: Change) -> tuple[str, str]:
        """What was and what is; empty where there was, or is, nothing."""
        return before_after(change, self.difference, self.names)

    def holder(self, holder: Holder) -> str:
        """What a holder is called."""
        return self.names.holder(holder)

    def documents(self, change: Change) -> tuple[DocumentId, ...]:
        """The documents that a change concerns, the one to show it under first; none for what is shared."""
        return documents_of(change, self.difference)
