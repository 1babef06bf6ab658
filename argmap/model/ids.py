"""Ids: what stands between records instead of objects."""

from __future__ import annotations

from typing import NewType

ActorId = NewType("ActorId", str)
ClaimId = NewType("ClaimId", str)
"""``document.claim``; a premise without a name has ``document.claim~N``, which no name can be."""
DocumentId = NewType("DocumentId", str)
IssueId = NewType("IssueId", str)
PositionId = NewType("PositionId", str)
"""The position's own name; with its issue, ``issue.position``."""
