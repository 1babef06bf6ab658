import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from town import LINKS, ONE, SHARED, TWO, Town, read

from argmap.api.comparing import Form, Question, compare, report
from argmap.check.links_left_out import links_left_out
from argmap.compare import agreement
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


@pytest.mark.parametrize("part", ["pairs", "profiles", "claims"])
def test_the_schema_refuses_what_is_not_as_it_says(town: Town, schema: Any, part: str) -> None:
    value = told(town, None)
    value[part][0]["issue" if part == "pairs" else "document" if part == "claims" else "holder"] = 7
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate(value)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_claim_that_is_named_is_told(town: Town, question: Question | None) -> None:
    value = told(town, question)
    claims = {claim["id"] for claim in value["claims"]}
    assert mentioned({key: part for key, part in value.items() if key != "claims"}) <= claims


def test_a_conflict_is_whole(town: Town) -> None:
    (ban,) = (
        conflict for conflict in told(town, Question(one="one", other="two"))["pairs"] if conflict.get("issue") == "ban"
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


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a record."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


@pytest.mark.parametrize("question", QUESTIONS)
def test_whatever_has_a_verdict_tells_on_what_and_of_whom(town: Town, question: Question | None) -> None:
    found = [each for each in objects(told(town, question)) if "verdict" in each]
    assert found
    for each in found:
        assert ("issue" in each) is not ("link" in each)
        assert each["holders"] == [each["one"]["holder"], each["other"]["holder"]]
        assert each["feasible"] or each["verdict"] not in {"agreement", "compatible", "emphasis"}


def test_each_side_has_what_was_judged(town: Town) -> None:
    trade = next(each for each in told(town, None)["pairs"] if each.get("issue") == "trade")
    (shown,) = trade["other"]["evidence"]
    assert (shown["claim"], shown["position"], shown["direction"]) == ("two.losing", "yes", "for")
    assert (shown["scale"], shown["credence"], shown["strength"]) == ("belief", {"least": 0.55, "most": 1.0}, "likely")
    assert (shown["file"], town.texts[shown["file"]].line(shown["line"]).strip()[:8]) == (
        "arguments/two.argmap",
        "because ",
    )
    must = next(each for each in told(town, None)["pairs"] if each.get("issue") == "ban")["one"]["evidence"][0]
    assert (must["duties"], must["conditions"][0]["role"]) == (["required"], "unless")


def test_a_dispute_tells_its_questions_and_counts_reasons(town: Town) -> None:
    value = told(town, None)
    pairs = {(each.get("issue"), str(each.get("link")), *sorted(each["holders"])) for each in value["pairs"]}
    turning = [turn for dispute in value["disputes"] for turn in dispute.get("turns-on", [])]
    for dispute in value["disputes"]:
        for question in dispute["questions"]:
            assert (question.get("issue"), str(question.get("link")), *sorted(dispute["holders"])) in pairs
    assert turning and all(
        {"reasons", "words"} <= set(turn[side]) <= {"reasons", "conclusions", "words"}
        for turn in turning
        for side in ("one", "other")
        if side in turn
    )
    for each in objects(value["disputes"]):
        assert not {"weight", "turn", "size", "share"} & each.keys()
        assert not any(isinstance(inner, float) for key, inner in each.items() if key != "confidence")


def test_links_that_do_not_count_are_told_in_every_form() -> None:
    links = "link one.close same-as two.leave\nlink one.close contradicts two.leave\n"
    corpus, texts = read(shared=SHARED, one=ONE, two=TWO, links=links)
    account = compare(corpus, None, links_left_out(corpus))
    left_out = json.loads(report(account, Form.JSON, texts=texts))["links-left-out"]
    assert [(each["why"], each["link"]["relation"]) for each in left_out] == [
        ("at-odds", "same-as"),
        ("at-odds", "contradicts"),
    ]
    for form in (Form.TEXT, Form.MARKDOWN):
        page = " ".join(report(account, form, texts=texts).split())
        assert "2 links cannot all hold" in page and "one.close contradicts two.leave" in page
    assert all("link" not in each for each in json.loads(report(account, Form.JSON, texts=texts))["pairs"])


def test_what_was_judged_is_shown_by_the_position_that_was_said() -> None:
    """That a yes rules out the no is nothing that anybody said of the no."""
    shared = "issue rain: Will it rain?\n  position yes: It will\n  position no: It will not\n  exhaustive: yes, no\n"
    head = "document {0}: D\n  author author-{0}: Author {0}\n\n"
    one = head.format("one") + "claims x (possible): It may rain.\n  answers rain: yes\n"
    two = head.format("two") + "denies y (certain): It will rain.\n  answers rain: yes\n"
    corpus, texts = read(shared=shared, one=one, two=two)
    (pair,) = json.loads(report(compare(corpus, None), Form.JSON, texts=texts))["pairs"]
    shown = [[(item["position"], item["direction"]) for item in pair[side]["evidence"]] for side in ("one", "other")]
    assert (pair["verdict"], shown) == ("compatible", [[("yes", "for")], [("yes", "against")]])


def test_every_voice_has_its_profile_though_it_meets_nobody(town: Town) -> None:
    value = told(town, None)
    known = {voice["id"]: voice for voice in value["voices"]}
    found = {(profile["holder"], profile["issue"]): profile for profile in value["voice-profiles"]}
    shops = found["one/shops", "trade"]
    assert known["one/shops"]["document"] == "one"
    assert [(stance["position"], stance["claims"]) for stance in shops["stances"]] == [
        ("yes", ["one.fear"]),
        ("no", ["one.fear"]),
    ]
    assert {holder for holder, _ in found} == known.keys()
    assert not known.keys() & {holder["id"] for holder in value["holders"]}


def test_holders_and_voices_have_names_of_their_own(town: Town) -> None:
    value = told(town, None)
    for key in ("called", "short"):
        names = [each[key] for each in (*value["holders"], *value["voices"])]
        assert len(set(names)) == len(names)


def test_what_rests_on_an_answer_is_told_up_to_the_thesis() -> None:
    texts = {
        "shared": "issue rain: Will it rain?\n  position yes: Y\n  position no: N\n"
        "issue wet: Is it wet?\n  position yes: Y\n  position no: N\n",
        "one": "document one: One\n  author author-a: A\n  thesis: stay\n"
        "claims stay: We stay.\n  because mud: It is mud.\n"
        "    because rain: It rains.\n      answers rain: yes\n  despite wet: It is wet.\n    answers wet: yes\n",
    }
    corpus, files = read(**texts)
    (rain, wet) = json.loads(report(compare(corpus, None), Form.JSON, texts=files))["profiles"]
    assert (rain["rests"], rain["carries-thesis"]) == (["one.mud", "one.stay"], True)
    assert "rests" not in wet and "carries-thesis" not in wet


def test_a_tension_is_told_once_with_each_dispute_that_it_touches() -> None:
    texts = {
        "shared": SHARED,
        "one": ONE,
        "two": TWO,
        "links": LINKS + "link one.close in-tension-with two.losing: Both at once is hard.\n",
    }
    value = told(Town(*read(**texts)), None)
    found = [(dispute["questions"][0].get("issue"), dispute.get("tensions", ())) for dispute in value["disputes"]]
    assert [(issue, [link["why"] for link in links]) for issue, links in found if links] == [
        ("trade", ["Both at once is hard."]),
        ("ban", ["Both at once is hard."]),
    ]


def test_a_question_in_dispute_counts_its_verdicts(town: Town) -> None:
    value = told(town, None)
    for question in value["disputed-questions"]:
        assert sum(question["verdicts"].values()) == len(question["disputes"])


def test_of_too_much_the_most_divisive_is_told(town: Town, schema: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = told(town, None)
    monkeypatch.setattr(agreement, "MOST_CONFLICTS", 1)
    value = told(town, None)
    Draft202012Validator(schema).validate(value)
    assert value["only-counts"] and "one-sided" not in value
    subjects = [question.get("issue") for question in value["disputed-questions"]]
    assert subjects and set(subjects) < {question.get("issue") for question in whole["disputed-questions"]} | {None}
    assert {pair["issue"] for pair in value["pairs"]} <= set(subjects)
    assert all(pair["verdict"] not in ("agreement", "compatible") for pair in value["pairs"])


def test_silence_is_told_where_an_answer_was_looked_for(schema: Any) -> None:
    texts = {"shared": SHARED, "one": ONE, "two": TWO}
    texts["three"] = "document three: T\n  author c: C\n  silent: who, ban\nclaims x: X.\n  answers ban: yes\n"
    town = Town(*read(**texts))
    value = told(town, None)
    Draft202012Validator(schema).validate(value)
    assert value["looked-for"] == [{"holder": "three", "issues": ["who"]}]
    silent = {(one["holder"], one["issue"]): one.get("looked-for") for one in value["silences"]}
    assert silent["three", "who"] is True and silent["three", "trade"] is None
    assert told(town, Question(issue="who"))["looked-for"] == value["looked-for"]
    assert "looked-for" not in told(town, Question(issue="ban"))
    assert "looked-for" not in told(town, Question(one="one", other="two"))
