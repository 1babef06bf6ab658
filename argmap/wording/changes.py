"""A change in one sentence, and what was and is."""

from __future__ import annotations

from typing import NamedTuple

from argmap.compare.holder import Holder
from argmap.diff.change import (
    AlignmentChange,
    Change,
    ClaimChange,
    CruxChange,
    DocumentChange,
    IssueChange,
    LinkChange,
    PositionChange,
    StanceChange,
    SupportChange,
    TermChange,
)
from argmap.diff.change_subject import documents_of
from argmap.diff.difference import Difference
from argmap.model.ids import DocumentId
from argmap.wording.claim_changes import claim_changed, claim_in_words
from argmap.wording.declaration_changes import (
    document_changed,
    document_in_words,
    issue_changed,
    issue_in_words,
    link_changed,
    position_changed,
    term_changed,
)
from argmap.wording.english import first_upper
from argmap.wording.names import DifferenceNames
from argmap.wording.reason_changes import reasons_in_words, support_changed
from argmap.wording.relations import link_as_written
from argmap.wording.stance_changes import stance_changed, stand_in_words
from argmap.wording.text_changes import Run, runs
from argmap.wording.verdict_changes import alignment_changed, alignment_in_words, crux_changed, crux_in_words


def headline(change: Change, difference: Difference, names: DifferenceNames) -> str:
    """One sentence without a full stop that says what changed, complete without its context.

    Words from documents are in it as they stand, on one line: whoever shows it escapes it.
    """
    return first_upper(_sentence(change, difference, names))


def before_after(change: Change, difference: Difference, names: DifferenceNames) -> tuple[str, str]:
    """What was and what is, each as much as it takes to see the change; empty where there was, or is, nothing."""
    match change:
        case StanceChange():
            old = stand_in_words(change.old, change.issue, names, names.old)
            return old, stand_in_words(change.new, change.issue, names, names.new)
        case ClaimChange():
            former = difference.former.get(change.old.id, change.old.id) if change.old is not None else ""
            before = claim_in_words(change.old, change.rule, names.old, former)
            return before, claim_in_words(change.new, change.rule, names.new, change.new.id if change.new else "")
        case SupportChange():
            return reasons_in_words(change.old, names.earlier()), reasons_in_words(change.new, names)
        case AlignmentChange():
            return alignment_in_words(change.old, names), alignment_in_words(change.new, names)
        case CruxChange():
            return crux_in_words(change.old, names), crux_in_words(change.new, names)
        case LinkChange():
            return link_as_written(change.old), link_as_written(change.new)
        case IssueChange():
            return issue_in_words(change.old, change.rule), issue_in_words(change.new, change.rule)
        case PositionChange():
            return change.old.text if change.old else "", change.new.text if change.new else ""
        case TermChange():
            return change.old.meaning if change.old else "", change.new.meaning if change.new else ""
        case DocumentChange():
            old = document_in_words(change.old, change.rule, names.old)
            return old, document_in_words(change.new, change.rule, names.new)
        case _:
            return "", ""


def _sentence(change: Change, difference: Difference, names: DifferenceNames) -> str:
    match change:
        case StanceChange():
            return stance_changed(change, names)
        case ClaimChange():
            return claim_changed(change, difference.former, names)
        case SupportChange():
            return support_changed(change, names)
        case AlignmentChange():
            return alignment_changed(change, names)
        case CruxChange():
            return crux_changed(change, names)
        case LinkChange():
            return link_changed(change, names)
        case IssueChange():
            return issue_changed(change, names)
        case PositionChange():
            return position_changed(change, names)
        case TermChange():
            return term_changed(change, names)
        case DocumentChange():
            return document_changed(change, names)
        case _:
            return change.rule.value.replace("-", " ")


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

    def wording(self, old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """Two texts in parts: words that only one of them has, and what they share."""
        return runs(old, new)

    def holder(self, holder: Holder) -> str:
        """What a holder is called."""
        return self.names.holder(holder)

    def documents(self, change: Change) -> tuple[DocumentId, ...]:
        """The documents that a change concerns, the one to show it under first; none for what is shared."""
        return documents_of(change, self.difference)
