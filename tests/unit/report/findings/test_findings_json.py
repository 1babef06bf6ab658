import json
from collections.abc import Mapping, Sequence

from jsonschema import Draft202012Validator

from argmap.records.findings_json import FINDINGS, findings_json
from argmap.records.schema import schema
from argmap.source.finding import Finding
from argmap.source.text import SourceText

Texts = Mapping[str, SourceText]


def test_the_schema_describes_them(findings: Sequence[Finding], texts: Texts) -> None:
    made = schema(FINDINGS)
    Draft202012Validator.check_schema(made)
    Draft202012Validator(made).validate(json.loads(findings_json(findings, texts)))


def test_a_finding_with_all_it_can_have(findings: Sequence[Finding], texts: Texts) -> None:
    assert json.loads(findings_json(findings, texts))[0] == {
        "code": "A103",
        "severity": "error",
        "message": "no claim has the id `opning`",
        "file": "arguments/a b.argmap",
        "start": {"line": 3, "column": 11},
        "end": {"line": 3, "column": 17},
        "label": "not stated in this project",
        "related": [
            {
                "file": "arguments/a b.argmap",
                "start": {"line": 2, "column": 8},
                "end": {"line": 2, "column": 15},
                "label": "did you mean this one?",
            },
            {
                "file": "arguments/other.argmap",
                "start": {"line": 1, "column": 8},
                "end": {"line": 1, "column": 9},
                "label": "or this one",
            },
        ],
        "help": "write `because opening`",
        "fix": {
            "file": "arguments/a b.argmap",
            "start": {"line": 3, "column": 11},
            "end": {"line": 3, "column": 17},
            "replacement": "opening",
        },
    }


def test_no_findings_are_an_empty_list(texts: Texts) -> None:
    assert findings_json([], texts) == "[]\n"
