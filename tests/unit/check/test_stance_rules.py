from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\n"
ISSUE = "issue i: I?\n  position p: P\n  position q: Q\n  position r: R\n  compatible: p, q\n"


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("answers", "at_odds"),
    [
        (("p", "q"), False),
        (("p", "r"), True),
        (("p", "open"), True),
        (("p", "p"), True),
        (("p", "not p"), True),
        (("p", "not r"), False),
        (("not p", "not r"), False),
        (("p", "r from b"), False),
        (("p from b", "r from b"), True),
    ],
)
def test_answers_of_one_claim(understand: Understand, answers: tuple[str, str], at_odds: bool) -> None:
    lines = "".join(f"  answers i: {answer}\n" for answer in answers)
    other = "claims y: Y\n  because reports z from b: Z\n"
    _, findings = understand(HEAD + ISSUE + "actor b: B\nclaims x: X\n" + lines + other)
    assert codes(findings) == (["A304"] if at_odds else [])


def test_actors_are_used_by_those_who_speak_for_them(understand: Understand) -> None:
    actors = "actor b: B\nactor c: C\n  speaks-for: b\n"
    assert codes(understand(HEAD + actors + "claims x: X\n  because reports y from c: Y\n")[1]) == []
    assert codes(understand(HEAD + actors + "claims x: X\n  because reports y from b: Y\n")[1]) == ["A303"]
    assert codes(understand(HEAD + actors + "claims x: X\n  becuase reports y from c: Y\n")[1]) == ["A010"]


def test_silence_is_told_only_where_nothing_is_unread(understand: Understand) -> None:
    assert codes(understand(HEAD + ISSUE + "claims x: X\n")[1]) == ["A301"]
    for line in ("  answers i p\n", "  answers ii: p\n", "  answers i: pp\n", "  answers i: p from nobody\n"):
        assert len(understand(HEAD + ISSUE + "claims x: X\n" + line)[1]) == 1


def test_an_answer_by_a_concession_alone_is_told_only_where_no_other_is_unread(understand: Understand) -> None:
    conceded = "claims x: X\n  despite y: Y\n    answers i: p\n"
    for line, told in (
        ("  because own: Own\n    answers i: r\n", []),
        ("  because own: Own\n", ["A705"]),
        ("  becuase own: Own\n    answers i: r\n", ["A010"]),
        ("claims other: Other\n  becuase own: Own\n", ["A010", "A705"]),
        ("claims other: Other\n  because y\n  and ???\n", ["A015"]),
    ):
        assert sorted(codes(understand(HEAD + ISSUE + conceded + line)[1])) == told


def test_an_issue_of_one_document_is_told_among_several(understand: Understand) -> None:
    one = HEAD + "claims x: X\n  answers i: p\n"
    other = "document e: E\n  author b: B\nclaims y: Y\n  because: Z\n"
    assert codes(understand(one, ISSUE)[1]) == []
    assert codes(understand(one, ISSUE, other)[1]) == ["A302"]
    assert codes(understand(one, ISSUE, other + "  answers i: r\n")[1]) == []


@pytest.mark.parametrize(
    ("verb", "answer", "told"),
    [("claims", "r", True), ("claims", "p", False), ("denies", "p", False), ("denies", "r", False)],
)
def test_the_same_text_that_one_claims_and_another_denies_is_answered_both_ways(
    understand: Understand, verb: str, answer: str, told: bool
) -> None:
    one = HEAD + "claims x: X\n  answers i: p\n"
    other = f"document e: E\n  author b: B\n{verb} y: X\n  answers i: {answer}\n"
    _, findings = understand(one, other, ISSUE, "link d.x same-as e.y\n")
    assert ("A711" in codes(findings)) == told
