"""How many findings there are, in words."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.source.finding import Finding, Severity


def summary_line(findings: Sequence[Finding]) -> str:
    """Such as ``2 errors, 1 warning``, the gravest first; ``no findings`` where there are none."""
    counts = ((severity, sum(finding.severity is severity for finding in findings)) for severity in Severity)
    parts = [f"{count} {severity.value}{'' if count == 1 else 's'}" for severity, count in counts if count]
    return ", ".join(parts) or "no findings"
