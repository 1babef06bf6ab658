"""Ids: what stands between records instead of objects, and the only place that puts two names together or parts them.

An id in two parts is a string all the same, so that it sorts, prints and is looked up as one.
"""

from __future__ import annotations

from typing import NewType

ActorId = NewType("ActorId", str)
DocumentId = NewType("DocumentId", str)
IssueId = NewType("IssueId", str)
PositionId = NewType("PositionId", str)
"""The position's own name; with its issue, a `PositionRef`."""


class ClaimId(str):
    """``document.claim``; a premise without a name has ``document.claim~N``, which no name can be."""

    __slots__ = ()

    @classmethod
    def of(cls, document: str, name: str) -> ClaimId:
        """The id of a claim that has a name in a document."""
        return cls(f"{document}.{name}")

    @property
    def document(self) -> DocumentId:
        """The first part."""
        return DocumentId(self.partition(".")[0])

    @property
    def name(self) -> str:
        """The second part."""
        return self.partition(".")[2]


class PositionRef(str):
    """``issue.position``."""

    __slots__ = ()

    @classmethod
    def of(cls, issue: str, position: str) -> PositionRef:
        """A position of an issue."""
        return cls(f"{issue}.{position}")

    @property
    def issue(self) -> IssueId:
        """The first part."""
        return IssueId(self.partition(".")[0])

    @property
    def position(self) -> PositionId:
        """The second part."""
        return PositionId(self.partition(".")[2])


def owned(owner: str | None, name: str) -> str:
    """The key of what belongs to one document, ``document.name``; just the name of what all share."""
    return f"{owner}.{name}" if owner else name
