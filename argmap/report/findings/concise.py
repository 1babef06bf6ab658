"""One line a finding, in the form that editors and compilers share."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.report.findings.spot import Texts, spot
from argmap.report.visible import visible
from argmap.source.finding import Finding


def concise(findings: Sequence[Finding], texts: Texts) -> str:
    """``file:line:column: severity[code] message`` for each finding."""
    return "".join(_line(finding, texts) for finding in findings)


def _line(finding: Finding, texts: Texts) -> str:
    at = spot(finding.place, texts)
    where = f"{visible(at.file)}:{at.start.line}:{at.start.column}"
    return f"{where}: {finding.severity.value}[{finding.code}] {visible(finding.message)}\n"
