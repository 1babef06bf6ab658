"""What the fields that came with the second version of the language cannot mean is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\n"
ISSUE = "issue go: Go?\n  position yes: Y\n  position no: N\nactor b: B\n"


def found(understand: Understand, *texts: str) -> list[str]:
    return [finding.code for finding in understand(*texts)[1]]


@pytest.mark.parametrize(
    ("answer", "negated", "strength", "holder"),
    [
        ("yes (likely)", False, "likely", None),
        ("not yes (likely)", True, "likely", None),
        ("yes (likely) from b", False, "likely", "b"),
        ("yes from b (likely)", False, "likely", "b"),
        ("not yes (likely..certain) from b", True, "likely..certain", "b"),
        ("yes (unlikely..likely)", False, "unlikely..likely", None),
        ("yes (even-chance)", False, "even-chance", None),
    ],
)
def test_a_strength_stands_behind_the_position(
    understand: Understand, answer: str, negated: bool, strength: str, holder: str | None
) -> None:
    corpus, findings = understand(ISSUE, f"{HEAD}claims x: X\n  answers go: {answer}\n")
    assert "A714" not in [finding.code for finding in findings] and "A215" not in [each.code for each in findings]
    (claim,) = corpus.claims.values()
    assert isinstance(claim, Claim)
    (said,) = claim.answers
    assert isinstance(said, Answer)
    assert (said.negated, str(said.strength), said.holder) == (negated, strength, holder)


@pytest.mark.parametrize("strength", ["unlikely", "very-unlikely..unlikely", "no-chance", "should-not", "must-not"])
def test_a_strength_below_even_would_turn_an_answer_round(understand: Understand, strength: str) -> None:
    _, findings = understand(ISSUE, f"{HEAD}claims x: X\n  answers go: yes ({strength})\n")
    (below,) = [finding for finding in findings if finding.code == "A714"]
    assert "`answers go: not yes (" in below.help


@pytest.mark.parametrize(("kind", "told"), [("", True), ("fact", True), ("value", True), ("prediction", False)])
def test_only_a_prediction_has_a_horizon(understand: Understand, kind: str, told: bool) -> None:
    line = f"  kind: {kind}\n" if kind else ""
    codes = found(understand, f"{HEAD}claims x: X\n{line}  until: 2030\n  because: Y\n")
    assert ("A715" in codes) == told


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("claims x: X\n  answers go: yes\n", True),
        ("denies x: X\n  answers go: yes\n", True),
        ("claims x: X\n  answers go: not yes\n", True),
        ("reports x from b: X\n  answers go: yes\n", False),
        ("claims x: X\n  answers go: yes from b\n", False),
        ("supposes x: X\n  answers go: yes\n", False),
    ],
)
def test_who_answers_is_not_silent(understand: Understand, claim: str, told: bool) -> None:
    assert ("A716" in found(understand, ISSUE, f"{HEAD}  silent: go\n{claim}")) == told


def test_a_silence_is_on_an_issue_and_listed_once(understand: Understand) -> None:
    codes = found(understand, ISSUE, f"{HEAD}  silent: go, goo\n  silent: go\nclaims x: X\n  because: Y\n")
    assert "A101" in codes and "A212" in codes


def test_a_short_name_is_of_one_thing_among_its_sort(understand: Understand) -> None:
    two = "actor b: B\n  short: {}\nactor c: {}\n"
    used = f"{HEAD}  short: D\nreports x from b, c: X\n"
    assert "A717" not in found(understand, two.format("One", "Two"), used)
    assert "A717" in found(understand, two.format("One", "one"), used)
    # A document and an actor are not of one sort.
    assert "A717" not in found(understand, two.format("D", "Two"), used)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("said: yesterday", "A213"),
        ("said: 2020-01-01T25:00", "A213"),
        ("until: 2020..2021", "A213"),
        ("sure: 1.5", "A605"),
        ("sure: likely", "A605"),
        ("by: x\n  by: y", "A212"),
        ("until: 2020\n  until: 2021", "A212"),
    ],
)
def test_a_field_has_one_value_of_its_sort(understand: Understand, field: str, code: str) -> None:
    assert code in found(understand, f"{HEAD}claims x: X\n  {field}\n  because: Y\n")


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("exhaustive: yes", "A218"),
        ("exhaustive: yes, open", "A218"),
        ("exhaustive: yes, maybe", "A102"),
        ("changes: seldom", "A108"),
        ("kind: question", "A108"),
        ("topic: x\n  topic: y", "A212"),
        ("short: x\n  short: y", "A212"),
    ],
)
def test_a_field_of_an_issue_has_one_value_of_its_sort(understand: Understand, field: str, code: str) -> None:
    assert code in found(understand, f"issue go: Go?\n  position yes: Y\n  position no: N\n  {field}\n", HEAD)


def test_the_confidence_of_a_link_is_given_once(understand: Understand) -> None:
    texts = f"{HEAD}claims x: X\nclaims y: Y\nlink x in-tension-with y{{}}\n  sure: 0.5\n"
    corpus, findings = understand(texts.format(""))
    assert [link.confidence for link in corpus.links] == [0.5]
    assert "A212" not in [finding.code for finding in findings]
    corpus, findings = understand(texts.format(" (0.9)"))
    assert [link.confidence for link in corpus.links] == [0.9]
    assert "A212" in [finding.code for finding in findings]
