"""Findings as annotations beside lines: as workflow commands for GitHub Actions, and as SARIF 2.1.0 (OASIS, 2020)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from argmap import __version__
from argmap.report.findings.finding_lines import Spot, Texts, spot
from argmap.report.visible import json_text, visible
from argmap.source.finding import Finding, Severity
from argmap.source.text import Place


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
        file = "\n".join(map(visible, at.file.split("\n")))
        properties += [f"file={_property(file)}", f"line={at.start.line}", f"endLine={at.end.line}"]
        if at.start.line == at.end.line:
            properties += [f"col={at.start.column}", f"endColumn={at.end.column}"]
    properties.append(f"title={_property(title)}")
    message = "\n".join(visible(line) for line in said if line)
    return f"::{level} {','.join(properties)}::{_escaped(message)}\n"


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


def sarif(findings: Sequence[Finding], texts: Texts, rules: Mapping[str, Rule]) -> str:
    """One run with all rules, sorted by code, and a result for each finding.

    A fix is given where its file's text is known.
    """
    codes = sorted(rules)
    places = {code: index for index, code in enumerate(codes)}
    return sarif_log({code: rules[code] for code in codes}, [_result(finding, texts, places) for finding in findings])


def _result(finding: Finding, texts: Texts, rules: Mapping[str, int]) -> dict[str, object]:
    said = [finding.message, finding.label, finding.help]
    result: dict[str, object] = {"ruleId": finding.code}
    if finding.code in rules:
        result["ruleIndex"] = rules[finding.code]
    result["level"] = finding.severity.value
    result["message"] = {"text": "\n".join(part for part in said if part)}
    result["locations"] = [location(finding.place, texts)]
    if finding.related:
        result["relatedLocations"] = [
            {**location(related.place, texts), "message": {"text": related.label}} for related in finding.related
        ]
    if finding.fix is not None and finding.fix.place.file in texts:
        result["fixes"] = [_fix(finding, spot(finding.fix.place, texts), finding.fix.replacement)]
    return result


def _fix(finding: Finding, at: Spot, text: str) -> dict[str, object]:
    replacement = {"deletedRegion": region(at), "insertedContent": {"text": text}}
    change = {"artifactLocation": {"uri": uri(at.file)}, "replacements": [replacement]}
    return {"description": {"text": finding.help or finding.message}, "artifactChanges": [change]}


_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class Rule(NamedTuple):
    """What a code means, in a few words and at length."""

    title: str
    help: str


def sarif_log(rules: Mapping[str, Rule], results: Sequence[Mapping[str, object]]) -> str:
    """One run with all rules, in their order, and results that point at them."""
    described = [
        {"id": code, "shortDescription": {"text": rule.title}, "help": {"text": rule.help}}
        for code, rule in rules.items()
    ]
    driver = {"name": "argmap", "version": __version__, "rules": described}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def location(place: Place, texts: Texts) -> dict[str, object]:
    """A place; the file as a whole where its text is not at hand."""
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(place.file)}}
    if place.file in texts:
        physical["region"] = region(spot(place, texts))
    return {"physicalLocation": physical}


def region(at: Spot) -> dict[str, int]:
    """A part of a file."""
    start, end = at.start, at.end
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def uri(file: str) -> str:
    """A file name as a reference relative to the project."""
    from urllib.parse import quote

    return quote(file, safe="/")
