"""Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.report.annotation import Level, annotation
from argmap.report.findings.spot import Texts, spot
from argmap.source.finding import Finding, Severity

_LEVELS = {Severity.ERROR: Level.ERROR, Severity.WARNING: Level.WARNING, Severity.NOTE: Level.NOTICE}


def github(findings: Sequence[Finding], texts: Texts) -> str:
    """One command a finding."""
    return "".join(_command(finding, texts) for finding in findings)


def _command(finding: Finding, texts: Texts) -> str:
    said = [finding.message, finding.label, *finding.help.split("\n")]
    return annotation(_LEVELS[finding.severity], finding.code, said, spot(finding.place, texts))
