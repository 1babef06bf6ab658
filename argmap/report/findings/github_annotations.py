"""Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from argmap.report.findings.spot import Spot, Texts, spot
from argmap.report.visible import visible
from argmap.source.finding import Finding, Severity


class Level(StrEnum):
    """How grave GitHub shows an annotation to be; of each it shows no more than ten a step."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


def annotation(level: Level, title: str, said: Iterable[str], at: Spot | None = None) -> str:
    """One command in one line; empty lines of what is said are left out.

    GitHub refuses columns where a place has several lines, so they are given for a single line only.
    """
    properties = []
    if at is not None:
        properties += [f"file={_property(_visible_lines(at.file))}", f"line={at.start.line}", f"endLine={at.end.line}"]
        if at.start.line == at.end.line:
            properties += [f"col={at.start.column}", f"endColumn={at.end.column}"]
    properties.append(f"title={_property(title)}")
    message = "\n".join(visible(line) for line in said if line)
    return f"::{level} {','.join(properties)}::{_escaped(message)}\n"


def _visible_lines(text: str) -> str:
    return "\n".join(map(visible, text.split("\n")))


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


_LEVELS = {Severity.ERROR: Level.ERROR, Severity.WARNING: Level.WARNING, Severity.NOTE: Level.NOTICE}


def github(findings: Sequence[Finding], texts: Texts) -> str:
    """One command a finding."""
    return "".join(_command(finding, texts) for finding in findings)


def _command(finding: Finding, texts: Texts) -> str:
    said = [finding.message, finding.label, *finding.help.split("\n")]
    return annotation(_LEVELS[finding.severity], finding.code, said, spot(finding.place, texts))
