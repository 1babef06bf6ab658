import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from town import LINKS, ONE, SHARED, TWO, Town, read

from argmap.api.comparing import Form, Question
from argmap.records.comparison_json import COMPARISON
from argmap.records.schema import schema as made

QUESTIONS = [
    None,
    Question(one="one", other="two"),
    Question(issue="ban"),
    Question(one="author-a"),
    Question(one="shops", other="two"),
    Question(since="2021"),
]


@pytest.fixture
def schema() -> Any:
    return made(COMPARISON)


def told(town: Town, question: Question | None) -> Any:
    return json.loads(town.told(Form.JSON, question))


def mentioned(value: Any, key: str = "") -> set[str]:
    """Every claim that is named in a record, wherever in it."""
    if isinstance(value, dict):
        return set().union(*(mentioned(inner, name) for name, inner in value.items()))
    if isinstance(value, list):
        return set().union(*(mentioned(inner, key) for inner in value))
    keys = {"claims", "claim", "premises", "falls", "rests", "conditions", "conclusion", "one-uses", "other-uses"}
    return {value} if isinstance(value, str) and key in keys else set()


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_schema_describes_it(town: Town, schema: Any, question: Question | None) -> None:
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(told(town, question))


def test_the_schema_describes_nothing_too(schema: Any) -> None:
    corpus, texts = read(shared=SHARED)
    assert told(Town(corpus, texts), None)["documents"] == []
    Draft202012Validator(schema).validate(told(Town(corpus, texts), None))


@pytest.mark.parametrize("part", ["conflicts", "profiles", "claims"])
def test_the_schema_refuses_what_is_not_as_it_says(town: Town, schema: Any, part: str) -> None:
    value = told(town, None)
    value[part][0]["issue" if part == "conflicts" else "document" if part == "claims" else "holder"] = 7
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate(value)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_claim_that_is_named_is_told(town: Town, question: Question | None) -> None:
    value = told(town, question)
    claims = {claim["id"] for claim in value["claims"]}
    assert mentioned({key: part for key, part in value.items() if key != "claims"}) <= claims


def test_a_conflict_is_whole(town: Town) -> None:
    (ban,) = (
        conflict
        for conflict in told(town, Question(one="one", other="two"))["conflicts"]
        if conflict.get("issue") == "ban"
    )
    assert (ban["verdict"], ban["distance"], ban["scale"]) == ("contrariety", 2, 2)
    assert [crux.get("issue") or crux["link"]["source"] for crux in ban["cruxes"]] == ["one.station", "trade"]
    assert [branch["claim"] for branch in ban["trees"]["other"]] == ["two.leave", "two.losing"]
    assert [term["term"] for term in ban["talking-past"]] == ["car"]


def test_what_only_follows_is_marked_with_its_chain() -> None:
    texts = {
        "shared": SHARED,
        "one": ONE,
        "two": TWO.replace("  if any-cost: It costs anything.\n", ""),
        "links": LINKS,
    }
    (strain,) = told(Town(*read(**texts)), None)["strains"]
    assert strain["stances"][1]["position"] == "drivers"
    assert strain["stances"][1]["implied-by"][-1]["link"]["relation"] == "entails"
    assert "implied-by" not in strain["stances"][0]


def test_the_lines_are_those_of_the_files(town: Town) -> None:
    for claim in told(town, None)["claims"]:
        line = town.texts[claim["file"]].line(claim["line"])
        assert claim["id"].partition(".")[2] in line
