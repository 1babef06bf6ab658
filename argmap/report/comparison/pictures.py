"""The pictures that a page can show, by the names under which a build draws them."""

from __future__ import annotations

from argmap.compare.alignment import Alignment
from argmap.model.ids import IssueId

MATRIX = "compare/matrix.svg"
CRUXES = "compare/cruxes.svg"
NETWORK = "compare/network.svg"


def butterfly(alignment: Alignment) -> str:
    """Two authors on one issue; empty where there is no such picture."""
    one, other = alignment.holders
    if alignment.issue is None or not (one.is_author and other.is_author):
        return ""
    first, second = sorted((one.document, other.document))
    return f"compare/{first}--{second}.{alignment.issue}.svg"


def issue_map(issue: IssueId) -> str:
    """All holders on one issue."""
    return f"compare/issue.{issue}.svg"


def timeline(author: str) -> str:
    """One author's answers by date."""
    return f"compare/timeline.{author}.svg"
