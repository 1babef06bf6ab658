"""Findings as plain JSON values and back, to be kept in the cache between runs."""

from __future__ import annotations

from typing import Any

from argmap.source.finding import Edit, Finding, Related, Severity
from argmap.source.text import Place, Span


def packed(finding: Finding) -> list[Any]:
    """A finding as lists, strings and numbers."""
    fix = finding.fix
    return [
        finding.code,
        finding.message,
        _place(finding.place),
        finding.label,
        [[_place(related.place), related.label] for related in finding.related],
        finding.help,
        [_place(fix.place), fix.replacement] if fix else None,
        finding.severity.value,
    ]


def unpacked(values: list[Any]) -> Finding:
    """The finding again.

    Raises:
        ValueError, TypeError, KeyError, IndexError: It was not packed by this argmap.
    """
    code, message, place, label, related, hint, fix, severity = values
    return Finding(
        code=code,
        message=message,
        place=_unplace(place),
        label=label,
        related=tuple(Related(_unplace(at), said) for at, said in related),
        help=hint,
        fix=Edit(_unplace(fix[0]), fix[1]) if fix else None,
        severity=Severity(severity),
    )


def _place(place: Place) -> list[Any]:
    return [place.file, place.span.start, place.span.end]


def _unplace(values: list[Any]) -> Place:
    file, start, end = values
    return Place(file, Span(start, end))
