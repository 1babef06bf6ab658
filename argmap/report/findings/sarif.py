"""Findings as SARIF 2.1.0 (OASIS Standard, 2020), which code scanning services read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.report.findings.spot import Spot, Texts, spot
from argmap.report.sarif_log import Rule, location, region, sarif_log, uri
from argmap.source.finding import Finding


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
