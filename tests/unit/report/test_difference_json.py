import json
from functools import cache
from typing import Any

import pytest
from harbour import EDITS, GUESS, REVIEW, Edit, everything, told
from jsonschema import Draft202012Validator, ValidationError

from argmap.compare.stance import Acceptance
from argmap.diff.fingerprint import PUBLISHED_ROLES, fingerprint
from argmap.diff.kinds import KINDS
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.judge.verdict import Verdict
from argmap.language.words import Relation
from argmap.records.difference_json import DIFFERENCE, difference_json
from argmap.records.schema import schema as made
from argmap.report.difference.difference_report import DiffReport
from argmap.wording.changes import headline
from argmap.wording.names import DifferenceNames


@cache
def schema() -> Any:
    return made(DIFFERENCE)


def read(story: DiffReport) -> Any:
    found = json.loads(difference_json(story))
    Draft202012Validator(schema()).validate(found)
    return found


def change(story: DiffReport, rule: str) -> Any:
    return next(found for found in read(story)["changes"] if found["rule"] == rule)


def test_the_schema_describes_every_kind_of_change() -> None:
    Draft202012Validator.check_schema(schema())
    seen = {found["rule"] for _, _, story in everything() for found in read(story)["changes"]}
    # A crux needs a conflict beneath a conflict, which no single edit to these texts makes or takes away.
    assert {kind.rule.value for kind in KINDS} - seen <= {"crux-gained", "crux-lost", "crux-shifted"}


def test_the_schema_lets_nothing_else_through() -> None:
    found = read(told(*REVIEW))
    for spoilt in (
        found | {"more": 1},
        found | {"changes": [found["changes"][0] | {"more": 1}]},
        found | {"changes": [found["changes"][0] | {"rule": "stance-changed"}]},
        found | {"changes": [found["changes"][0] | {"subject": {"kind": "issue", "id": "x"}}]},
    ):
        with pytest.raises(ValidationError):
            Draft202012Validator(schema()).validate(spoilt)


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("$defs/rule/enum", Rule),
        ("$defs/severity/enum", Significance),
        ("$defs/step/properties/role/enum", dict.fromkeys(PUBLISHED_ROLES.values())),
        ("$defs/stand/oneOf/1/properties/does/enum", Acceptance),
        ("$defs/link/oneOf/1/properties/relation/enum", Relation),
        ("$defs/verdict/enum", [None, *Verdict]),
    ],
)
def test_the_schema_lists_what_there_is(where: str, what: Any) -> None:
    found: Any = schema()
    for key in where.split("/"):
        found = found[int(key)] if isinstance(found, list) else found[key]
    assert found == [getattr(each, "value", each) for each in what]


def test_a_change_with_all_that_it_has() -> None:
    story = told(*EDITS["the opposite answer"])
    reworded = next(judged.change for judged in story.judged if judged.change.rule is Rule.CLAIM_NEGATED)
    assert change(story, "claim-negated") == {
        "rule": "claim-negated",
        "severity": "high",
        "direct": True,
        "causes": [],
        "subject": {
            "kind": "claim",
            "id": "office.deepen",
            "document": "office",
            "others": [],
            "used": True,
            "former": None,
        },
        "message": headline(reworded, story.difference, DifferenceNames.of(story.difference)),
        "old": {
            "text": "The harbour can be deepened without harm to anybody.",
            "place": {"file": "arguments/office.argmap", "line": 6, "column": 16},
        },
        "new": {
            "text": "The harbour cannot be deepened without harm to anybody.",
            "place": {"file": "arguments/office.argmap", "line": 6, "column": 16},
        },
        "reaches": [],
        "reaches_more": False,
        "fingerprint": fingerprint(reworded, story.difference),
    }


def test_what_follows_names_its_causes() -> None:
    found = read(told(*EDITS["the opposite answer"]))["changes"]
    prints = {one["fingerprint"] for one in found}
    follows = [one for one in found if not one["direct"]]
    assert follows
    assert all(one["causes"] and prints.issuperset(one["causes"]) for one in follows)
    assert all(not one["causes"] for one in found if one["direct"])


def test_one_side_is_null_where_there_is_nothing() -> None:
    gone = change(told(*EDITS["a claim gone"]), "claim-removed")
    assert (gone["old"]["text"], gone["new"]) == ("The town should pay.", None)
    retracted = change(told(*EDITS["a claim gone"]), "stance-retracted")
    assert retracted["subject"]["is"] is None
    assert retracted["subject"]["was"]["does"] == "accepted"
    assert retracted["subject"]["was"]["claims"] == ["office.town-pays"]


def test_a_former_name() -> None:
    assert change(told(*EDITS["another id"]), "claim-renamed")["subject"]["former"] == "office.price"


def test_what_a_change_reaches() -> None:
    reworded = Edit("union", "The herring would suffer.", "The herring would suffer badly.")
    assert change(told(reworded), "claim-reworded")["reaches"] == ["union.leave"]


def test_counts_partial_files_and_names() -> None:
    found = read(told(*REVIEW, partial=("arguments/office.argmap",), old_name="HEAD~1", new_name="working tree"))
    assert found["counts"] == {
        level: sum(one["severity"] == level for one in found["changes"]) for level in ("high", "medium", "low")
    }
    assert found["partial"] == ["arguments/office.argmap"]
    assert (found["version"], found["old"], found["new"]) == (2, {"name": "HEAD~1"}, {"name": "working tree"})


def test_a_guess_has_the_line_that_declares_it() -> None:
    guess = read(told(GUESS))["guesses"][0]
    assert 0.6 <= guess.pop("overlap") <= 1
    assert guess == {
        "kind": "claim",
        "old": "club.wait",
        "new": "club.fairway",
        "line": "was: wait",
        "place": {"file": "arguments/club.argmap", "line": 4, "column": 8},
    }


def test_what_is_accepted_stands_apart_with_its_reason() -> None:
    story = told(*REVIEW)
    first = story.judged[0]
    mark = fingerprint(first.change, story.difference)
    found = read(told(*REVIEW, judged=story.judged[1:], accepted=(first,), reasons={mark: "Meant (author-a)"}))
    assert [(one["fingerprint"], one["reason"]) for one in found["accepted"]] == [(mark, "Meant (author-a)")]
    assert len(found["changes"]) == len(story.judged) - 1


def test_a_changed_stance_stands_in_both_full_profiles() -> None:
    found = read(told(*EDITS["a claim gone"]))
    retracted = next(one["subject"] for one in found["changes"] if one["rule"] == "stance-retracted")
    (profile,) = [one for one in found["profiles"] if one["issue"] == retracted["issue"]]
    assert (profile["holder"], profile["is"]) == (retracted["holder"], [])
    assert profile["was"] == [retracted["was"]]


def test_every_claim_that_is_named_is_told_as_it_was_and_as_it_is() -> None:
    found = read(told(*EDITS["the opposite answer"]))
    claims = {claim["id"]: (claim["old"], claim["new"]) for claim in found["claims"]}
    assert claims["office.deepen"] == (
        "The harbour can be deepened without harm to anybody.",
        "The harbour cannot be deepened without harm to anybody.",
    )
    assert {name for one in found["changes"] for name in one["reaches"]} <= claims.keys()
    gone = {claim["id"]: claim["new"] for claim in read(told(*EDITS["a claim gone"]))["claims"]}
    assert gone["office.town-pays"] is None


def test_nothing_changed() -> None:
    found = read(told())
    assert not any(found[key] for key in ("changes", "guesses", "accepted", "profiles", "claims"))
