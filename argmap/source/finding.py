"""What argmap tells people about their files: findings are values that travel beside a result."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

import attrs

from argmap.source.text import Place


class Severity(StrEnum):
    """How much it matters: an error loses meaning, a warning doubts it, a note is a matter of style."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen
class Related:
    """A second place that explains the first."""

    place: Place
    label: str


@attrs.frozen
class Edit:
    """Replacing a place by a text: one concrete mend, which an editor can apply."""

    place: Place
    replacement: str


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that is wrong, doubtful or untidy, at one place.

    Attributes:
        code: Its stable code, such as ``A103``; `argmap.source.codes` says what each means.
        message: One sentence without a full stop at the end.
        place: Where.
        label: What stands there, a few words for the line below the carets; may be empty.
        related: Other places that say why.
        help: One concrete thing to do; may be empty.
        fix: The same as an edit, where it can be said as one.
        severity: Set from the catalogue, or from the settings of a project.
    """

    code: str
    message: str
    place: Place
    label: str = ""
    related: tuple[Related, ...] = ()
    help: str = ""
    fix: Edit | None = None
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts findings as a reader meets them: by file, then place, then code."""
        return (self.place.file, self.place.span.start, self.place.span.end, self.code, self.message)


T = TypeVar("T")


@attrs.frozen
class Outcome(Generic[T]):
    """A result that is always there, and what was found on the way to it."""

    value: T
    findings: tuple[Finding, ...] = ()
