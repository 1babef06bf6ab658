"""Work grows with the size of the input, whatever there is much of: counted in calls, not in seconds."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from counting import calls
from paged import html_of
from parsing import parser
from shapes import SHAPES, Texts

from argmap.api.comparing import Form, Length, compare, report
from argmap.check.check import check
from argmap.diff.differ import diff
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.finding import Finding
from argmap.source.text import SourceText

SMALL, LARGE = 60, 240
MOST = 1.3
"""The exponent."""
SEARCHED = ("unknown reasons", "unknown positions", "unknown actors")
"""For each unknown name the nearest known one is looked for, up to a number that is larger than these shapes."""
COMPARED = (
    "chain of entails",
    "chain of same-as",
    "chain of contradicts",
    "star of entails",
    "star of same-as",
    "compatible",
    "answers of one claim",
    "claims in a chain of same-as",
    "claims in a chain of contradicts",
    "one answer of many claims",
)
DIFFERING = ("circle", "chain of entails", "clique", "linked premises", "reasons", "unless", "statements")


def read(texts: Texts) -> tuple[Corpus, list[Finding], list[SourceText]]:
    files = [SourceText(f"{name}.argmap", text) for name, text in texts.items()]
    parsed = [parser().parse(file) for file in files]
    resolved = resolve([outcome.value for outcome in parsed])
    findings = [*(finding for outcome in parsed for finding in outcome.findings), *resolved.findings]
    return resolved.value, findings, files


def checked(texts: Texts) -> list[Finding]:
    corpus, findings, files = read(texts)
    return [*findings, *check(corpus, files)]


def compared(texts: Texts) -> Any:
    return json.loads(report(compare(read(texts)[0]), Form.JSON))


def paged(texts: Texts) -> str:
    return html_of(read(texts)[0])


def differing(texts: Texts) -> object:
    last = max(texts)
    return diff(read(texts)[0], read({**texts, last: texts[last].replace(": T", ": Otherwise", 1)})[0])


def assert_linear(does: Callable[[Texts], object], shape: str) -> None:
    inputs = [SHAPES[shape](size) for size in (SMALL, LARGE)]
    given, more = (sum(map(len, texts.values())) for texts in inputs)
    small, large = (calls(does, texts) for texts in inputs)
    assert large / small <= 1.1 * (more / given) ** MOST


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape not in SEARCHED])
def test_a_check_is_linear(shape: str) -> None:
    assert_linear(checked, shape)


@pytest.mark.parametrize("shape", COMPARED)
def test_a_comparison_is_linear(shape: str) -> None:
    assert_linear(compared, shape)


@pytest.mark.parametrize("shape", DIFFERING)
def test_a_difference_is_linear(shape: str) -> None:
    assert_linear(differing, shape)


def test_of_claims_that_all_support_each_other_some_circles_are_told_and_the_others_counted() -> None:
    circles = [finding for finding in checked(SHAPES["clique"](900)) if finding.code == "A204"]
    assert len(circles) == 101
    assert circles[-1].message.startswith("335 more circles of support")
    assert all(len(finding.related) <= 40 for finding in circles)


def test_of_very_many_marks_some_are_told_and_the_others_counted() -> None:
    (conflict,) = [finding for finding in checked(SHAPES["marks"](1000)) if finding.code == "A003"]
    assert len(conflict.related) == 20
    assert conflict.related[-1].label == "... and 979 more marks below"


def test_of_a_long_chain_both_ends_are_told_and_the_steps_between_counted() -> None:
    told = compared(SHAPES["chain of entails"](30))
    last = next(each for each in told["profiles"] if (each["holder"], each["issue"]) == ("d1", "q28"))
    stance = last["stances"][0]
    assert [step["target"] for step in stance["implied-by"]][:2] == ["q1.yes", "q2.yes"]
    assert stance["implied-by"][-1]["target"] == "q28.yes"
    assert len(stance["implied-by"]) + stance["implied-by-left-out"] == 28
    corpus = read(SHAPES["chain of entails"](30))[0]
    for form in (Form.TEXT, Form.MARKDOWN):
        assert " more steps" in report(compare(corpus), form, length=Length.FULL, width=10_000)


def test_of_very_many_conflicts_beneath_one_the_deepest_are_weighed_and_the_others_counted() -> None:
    texts = SHAPES["opposed chains"](60)
    first = next(each for each in compared(texts)["pairs"] if each["issue"] == "q0")
    assert len(first["cruxes"]) == 12
    assert first["cruxes"][0]["issue"] == "q59"
    assert first["beneath-left-out"] == 59 - 12
    hold = first["cruxes"][0]["one"]
    assert len(hold["falls"]) + hold["falls-left-out"] == 59
    assert len(first["trees"]["one"]) + first["trees"]["one-left-out"] == 60
    page = report(compare(read(texts)[0]), Form.MARKDOWN, length=Length.FULL)
    assert "... and 47 more disagreements beneath it" in page


def test_of_very_many_answers_at_odds_some_are_told_and_the_others_counted() -> None:
    texts = {**SHAPES["two answers"](40), "b": SHAPES["own answers"](2)["d1"].replace("d1", "other")}
    told = compared(texts)
    assert len(told["strains"]) == 50
    assert told["strains-left-out"] == 40 * 39 // 2 - 50
    assert "... and 730 more." in report(compare(read(texts)[0]), Form.TEXT, length=Length.FULL)


@pytest.mark.parametrize("shape", [*COMPARED, *DIFFERING])
def test_a_page_is_linear(shape: str) -> None:
    assert_linear(paged, shape)
