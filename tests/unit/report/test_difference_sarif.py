import json
from typing import Any

from harbour import EDITS, REVIEW, everything, told

from argmap.diff.fingerprint import fingerprint
from argmap.diff.pages import page_of
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.report.difference.change_annotations import sarif
from argmap.report.difference.difference_report import DiffReport

LEVELS = {Significance.HIGH: "error", Significance.MEDIUM: "warning", Significance.LOW: "note"}


def run(story: DiffReport) -> Any:
    log = json.loads(sarif(story))
    assert log["version"] == "2.1.0"
    return log["runs"][0]


def test_every_rule_is_there_with_its_page() -> None:
    rules = run(told())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.value for rule in Rule]
    assert {rule["help"]["text"] for rule in rules} == {page_of(rule).text for rule in Rule}


def test_a_result_for_each_change() -> None:
    for name, back, story in everything():
        got = run(story)
        rules = got["tool"]["driver"]["rules"]
        assert len(got["results"]) == len(story.judged), (name, back)
        for result, judged in zip(got["results"], story.judged, strict=True):
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == judged.change.rule.value
            assert result["level"] == LEVELS[judged.significance]
            mark = fingerprint(judged.change, story.difference)
            assert result["partialFingerprints"] == {"argmap/v1": mark}
            assert result["locations"]
            assert "suppressions" not in result


def test_a_result_says_what_was_and_stands_in_the_new_texts() -> None:
    result = run(told(*EDITS["other words"]))["results"][0]
    assert result["message"]["text"].splitlines()[1:] == [
        "Before: The work costs forty million.",
        "Now: The dredging costs forty million.",
    ]
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "arguments/office.argmap"},
                "region": {"startLine": 20, "startColumn": 15, "endLine": 20, "endColumn": 48},
            }
        }
    ]


def test_a_file_that_is_gone_has_no_region() -> None:
    result = next(one for one in run(told(*EDITS["no document"]))["results"] if one["ruleId"] == "document-removed")
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "arguments/club.argmap"}}}]


def test_what_is_accepted_is_suppressed_with_its_reason() -> None:
    story = told(*REVIEW)
    first = story.judged[0]
    mark = fingerprint(first.change, story.difference)
    results = run(told(*REVIEW, judged=story.judged[1:], accepted=(first,), reasons={mark: "Meant"}))["results"]
    suppressed = [one for one in results if "suppressions" in one]
    assert [one["partialFingerprints"]["argmap/v1"] for one in suppressed] == [mark]
    assert suppressed[0]["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "Meant"}]
