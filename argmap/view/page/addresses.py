"""The fragments under which things stand on a page; they never change their meaning."""

from __future__ import annotations

from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.model.link import Link


def of_subject(subject: IssueId | Link) -> str:
    """A question, or two linked statements."""
    return f"l/{subject.source}+{subject.target}" if isinstance(subject, Link) else f"i/{subject}"


def of_document(document: DocumentId) -> str:
    """A text."""
    return f"d/{document}"


def of_claim(claim: ClaimId) -> str:
    """A claim, where its text has it."""
    return f"c/{claim}"


def of_cue(claim: ClaimId) -> str:
    """The first cue of a claim, in the source."""
    return f"s/{claim}"
