"""The pictures that a page can show, by the names under which `argmap.view.comparison` keeps them.

The names are made here again, since a page for a terminal should not wait for all that draws.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

import attrs

from argmap.compare.alignment import Alignment
from argmap.model.ids import IssueId


class Sheet(StrEnum):
    """Pictures of everybody."""

    MATRIX = "matrix"
    ACTORS = "actors"
    CRUXES = "cruxes"
    AGREEMENT = "agreement"
    TIMELINE = "timeline"


@attrs.frozen
class Pictures:
    """The picture files that there are, relative to the page; asked for any other, it gives none."""

    files: Collection[str] = ()

    def sheet(self, sheet: Sheet) -> str:
        """A picture of everybody."""
        return self._file(sheet)

    def butterfly(self, alignment: Alignment) -> str:
        """Two authors beside each other on an issue, or over a link."""
        link = alignment.link
        on = alignment.issue or (f"{link.source}--{link.target}" if link is not None else "")
        one, other = alignment.holders
        if not (one.is_author and other.is_author):
            return ""
        return self._file(f"{one.document}--{other.document}.{on}") or self._file(
            f"{other.document}--{one.document}.{on}"
        )

    def issue(self, issue: IssueId) -> str:
        """All holders on one issue."""
        return self._file(f"issue.{issue}")

    def _file(self, stem: str) -> str:
        name = f"compare/{stem}.svg"
        return name if name in self.files else ""


NO_PICTURES = Pictures()
