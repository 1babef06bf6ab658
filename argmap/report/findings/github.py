"""Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.report.findings.spot import Texts, spot
from argmap.report.visible import visible
from argmap.source.finding import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(findings: Sequence[Finding], texts: Texts) -> str:
    """One command a finding.

    GitHub refuses columns where a place has several lines, so they are given for a single line only.
    """
    return "".join(_command(finding, texts) for finding in findings)


def _command(finding: Finding, texts: Texts) -> str:
    at = spot(finding.place, texts)
    properties = [f"file={_property(at.file)}", f"line={at.start.line}", f"endLine={at.end.line}"]
    if at.start.line == at.end.line:
        properties += [f"col={at.start.column}", f"endColumn={at.end.column}"]
    properties.append(f"title={_property(finding.code)}")
    said = [finding.message, finding.label, *finding.help.split("\n")]
    message = "\n".join(visible(line) for line in said if line)
    return f"::{_COMMANDS[finding.severity]} {','.join(properties)}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
