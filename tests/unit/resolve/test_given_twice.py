"""Of two with one name the first stands; the second is told."""

import re
from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\nclaims x: X\n  because reports said from who: S\n"


def test_of_two_orders_the_second_is_told(understand: Understand) -> None:
    issue = "issue pace: P?\n  position fast: F\n  position slow: S\n  order: fast > slow\n"
    used = "document d: D\n  author a: A\n"
    used += "claims x (possible): X\n  answers pace: fast\nclaims y (possible): Y\n  answers pace: slow\n"
    assert understand(issue, used)[1] == []
    _, findings = understand(issue + "  order: slow > fast\n", used)
    assert "`order` is given twice" in [finding.message for finding in findings]


@pytest.mark.parametrize("word", ["actor", "term"])
def test_of_two_in_a_document_the_first_stands(understand: Understand, word: str) -> None:
    corpus, findings = understand(f"{HEAD}actor other: O\n{word} who: First\n{word} who: Second\n")
    found = corpus.actors["d.who"].name if word == "actor" else corpus.terms["d.who"].meaning
    assert found == "First"
    assert "A110" in [finding.code for finding in findings]


@pytest.mark.parametrize("word", ["actor", "term"])
def test_of_two_for_all_documents_the_first_stands(understand: Understand, word: str) -> None:
    corpus, findings = understand(f"{word} who: First\n{word} who: Second\n", HEAD)
    found = corpus.actors["who"].name if word == "actor" else corpus.terms["who"].meaning
    assert found == "First"
    assert "A110" in [finding.code for finding in findings]


def test_what_is_no_scheme_is_told_beside_those_that_are(understand: Understand) -> None:
    _, findings = understand("document d: D\n  author a: A\nclaims x: X\n  because (zzzzzzzz) y: Y\n")
    (finding,) = findings
    assert finding.code == "A106"
    listed = re.findall("`([a-z-]+)`", finding.help)
    assert len(listed) > 5
    assert listed == sorted(listed)


def test_an_author_may_be_declared_once_as_an_actor(understand: Understand) -> None:
    author, actor = "document d: D\n  author a: A\nclaims x: X\n  because: Y\n", "actor a: A\n"
    assert understand(author, actor)[1] == []
    assert [finding.code for finding in understand(author, actor, actor)[1]] == ["A110"]
    assert [finding.code for finding in understand(author, actor + actor)[1]] == ["A110"]


def test_a_claim_that_supports_itself_is_told_once_wherever_it_is_used(understand: Understand) -> None:
    head = "document d: D\n  author a: A\nclaims x: X\n  because own\n"
    _, findings = understand(head + "claims own: O\n  because own\nclaims y: Y\n  because own\n")
    assert [finding.message for finding in findings] == ["`own` supports itself"]


def test_so_many_names_are_looked_for_and_no_more(understand: Understand) -> None:
    """In a project full of unknown names, to look for each would take minutes."""
    head = "document d: D\n  author a: A\nclaims x: X\n  because reason: R\n"
    _, findings = understand(head + "".join(f"claims x{number}: X\n  because reasom\n" for number in range(600)))
    told = ["did you mean `reason`?" in finding.message for finding in findings if finding.code == "A103"]
    assert len(told) == 600
    assert told == sorted(told, reverse=True)
    assert told[0] and not told[-1]
