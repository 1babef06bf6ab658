"""Findings as JSON, for programs; `findings.schema.json` beside the report room says what each key holds."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.report.findings.spot import Texts, spot
from argmap.report.json_text import json_text
from argmap.source.finding import Edit, Finding
from argmap.source.text import Place, Position


def records(findings: Sequence[Finding], texts: Texts) -> str:
    """A JSON array with one object a finding, and always all keys; lines and columns count from 1.

    A column counts code points, and an end is behind the last character.
    """
    return json_text([_record(finding, texts) for finding in findings]) + "\n"


def _record(finding: Finding, texts: Texts) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        **_where(finding.place, texts),
        "label": finding.label,
        "related": [{**_where(related.place, texts), "label": related.label} for related in finding.related],
        "help": finding.help,
        "fix": _fix(finding.fix, texts),
    }


def _fix(fix: Edit | None, texts: Texts) -> dict[str, object] | None:
    return None if fix is None else {**_where(fix.place, texts), "replacement": fix.replacement}


def _where(place: Place, texts: Texts) -> dict[str, object]:
    at = spot(place, texts)
    return {"file": at.file, "start": _position(at.start), "end": _position(at.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
