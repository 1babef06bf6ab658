"""The pictures that a page can show, by the names under which a build draws them."""

from __future__ import annotations

import re
from collections.abc import Collection

import attrs

from argmap.compare.alignment import Alignment
from argmap.model.ids import IssueId
from argmap.view.comparison.album import FOLDER, Kind, Subject, on_issue
from argmap.view.comparison.butterfly import butterfly_subject


@attrs.frozen
class Pictures:
    """The picture files that there are, relative to the page; asked for any other, it gives none."""

    files: Collection[str] = ()

    def all(self, kind: Kind) -> tuple[str, ...]:
        """The pages of a picture that may need several."""
        pattern = re.compile(rf"{FOLDER}/{kind}(?:\.(\d+))?\.svg")
        found = [match for match in map(pattern.fullmatch, self.files) if match is not None]
        return tuple(match[0] for match in sorted(found, key=lambda match: int(match[1] or 0)))

    def butterfly(self, alignment: Alignment) -> str:
        """Two holders beside each other."""
        if not all(holder.is_author for holder in alignment.holders):
            return ""
        return self._file(butterfly_subject(alignment)) or self._file(butterfly_subject(alignment.mirrored()))

    def issue(self, issue: IssueId) -> str:
        """All holders on one issue."""
        return self._file(on_issue(issue))

    def timeline(self, author: str) -> str:
        """One author's answers by date."""
        return self._file(Subject(Kind.TIMELINE, author))

    def _file(self, subject: Subject) -> str:
        name = f"{FOLDER}/{subject.wish}.svg"
        return name if name in self.files else ""
