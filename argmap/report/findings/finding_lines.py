"""Where findings are, for every format alike; and one line a finding, in the form that editors and compilers share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.report.visible import visible
from argmap.source.finding import Finding, Severity
from argmap.source.text import Place, Position, SourceText

Texts = Mapping[str, SourceText]


class Spot(NamedTuple):
    """A place by lines and columns from 1; the end is behind the last character."""

    file: str
    start: Position
    end: Position


def spot(place: Place, texts: Texts) -> Spot:
    """The place in its text; the beginning of the file where there is no such text."""
    source = texts.get(place.file)
    if source is None:
        return Spot(place.file, Position(1, 1), Position(1, 1))
    end = len(source.text)
    start = min(place.span.start, end)
    return Spot(place.file, source.position(start), source.position(min(max(place.span.end, start), end)))


def concise(findings: Sequence[Finding], texts: Texts) -> str:
    """``file:line:column: severity[code] message`` for each finding."""
    return "".join(_line(finding, texts) for finding in findings)


def _line(finding: Finding, texts: Texts) -> str:
    at = spot(finding.place, texts)
    where = f"{visible(at.file)}:{at.start.line}:{at.start.column}"
    return f"{where}: {finding.severity.value}[{finding.code}] {visible(finding.message)}\n"


def summary_line(findings: Sequence[Finding]) -> str:
    """Such as ``2 errors, 1 warning``, the gravest first; ``no findings`` where there are none."""
    counts = ((severity, sum(finding.severity is severity for finding in findings)) for severity in Severity)
    parts = [f"{count} {severity.value}{'' if count == 1 else 's'}" for severity, count in counts if count]
    return ", ".join(parts) or "no findings"
