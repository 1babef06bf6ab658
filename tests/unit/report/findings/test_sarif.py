import json
from collections.abc import Mapping, Sequence
from typing import Any

from argmap.report.findings.finding_annotations import Rule, sarif
from argmap.source.finding import Finding
from argmap.source.text import SourceText

RULES = {"A110": Rule("hidden characters", "Remove them."), "A103": Rule("unknown id", "Name a claim that is stated.")}


def run(findings: Sequence[Finding], texts: Mapping[str, SourceText]) -> Any:
    return json.loads(sarif(findings, texts, RULES))["runs"][0]


def test_rules_are_sorted_and_results_point_at_them(
    findings: Sequence[Finding], texts: Mapping[str, SourceText]
) -> None:
    got = run(findings, texts)
    assert [rule["id"] for rule in got["tool"]["driver"]["rules"]] == ["A103", "A110"]
    assert [result.get("ruleIndex") for result in got["results"]] == [0, 1, None, None, None, None, None]
    assert [result["level"] for result in got["results"]][:3] == ["error", "warning", "note"]


def test_columns_count_code_points_and_names_are_references(
    findings: Sequence[Finding], texts: Mapping[str, SourceText]
) -> None:
    got = run(findings, texts)
    assert got["columnKind"] == "unicodeCodePoints"
    assert got["results"][1]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "arguments/a%20b.argmap"},
                "region": {"startLine": 4, "startColumn": 22, "endLine": 4, "endColumn": 27},
            }
        }
    ]
    assert got["results"][6]["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "arguments/gone%2C%3A.argmap"}}}
    ]


def test_a_fix_is_a_replacement(findings: Sequence[Finding], texts: Mapping[str, SourceText]) -> None:
    results = run(findings, texts)["results"]
    assert results[0]["fixes"] == [
        {
            "description": {"text": "write `because opening`"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "arguments/a%20b.argmap"},
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 17},
                            "insertedContent": {"text": "opening"},
                        }
                    ],
                }
            ],
        }
    ]
    assert [place["message"]["text"] for place in results[0]["relatedLocations"]] == [
        "did you mean this one?",
        "or this one",
    ]
    assert "fixes" not in results[1]
