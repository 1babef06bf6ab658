from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding
from argmap.source.loosened import loosened

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\n  source: s.txt\n"
SOURCE = (
    "It\u2019s a well\u2013known  \u201cFact\u201d, that\nthe harbour is shallow. The\n"
    "harbour is old; the Harbour\u00a0is deep.\n\nAb ab ab.\n"
)


def found(understand: Understand, at: str, source: str = SOURCE) -> list[str]:
    _, findings = understand(HEAD + f"claims x: X\n  at: {at}\n", sources={"s.txt": source})
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    "at",
    [
        '"it\'s a WELL-KNOWN"',
        '"known “fact”, that the"',
        '"harbour is deep"',
        '2 "harbour is shallow"',
        '2 "the harbour is old"',
        "5",
        '"that the harbour"',
        '"Ab ab ab"',
    ],
)
def test_case_quotes_dashes_and_line_ends_do_not_matter(understand: Understand, at: str) -> None:
    assert found(understand, at) == []


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ('"harbour was deep"', "A501"),
        ('"arbour is deep"', "A501"),
        ('"harbour is dee"', "A501"),
        ('"the harbour is"', "A502"),
        ('3 "harbour is"', "A502"),
        ('"ab ab"', "A502"),
        ('1 "harbour is deep"', "A505"),
        ("0", "A505"),
        ("6", "A505"),
    ],
)
def test_all_else_does(understand: Understand, at: str, code: str) -> None:
    assert found(understand, at) == [code]


def test_the_part_that_is_there_is_named(understand: Understand) -> None:
    _, (finding,) = understand(HEAD + 'claims x: X\n  at: "harbour is quite deep"\n', sources={"s.txt": SOURCE})
    assert finding.help.startswith("`harbour is` is there")


def test_addresses_are_not_fetched(understand: Understand) -> None:
    text = HEAD.replace("s.txt", "https://harbour.example/s.txt") + 'claims x: X\n  at: "not there"\n'
    assert understand(text, sources={})[1] == []


def test_without_sources_nothing_is_proved(understand: Understand) -> None:
    assert understand(HEAD + 'claims x: X\n  at: "not there"\n')[1] == []


def test_what_is_left_unsaid_needs_no_place(understand: Understand) -> None:
    text = HEAD + "implies x: X\n  because: Y\n"
    findings = understand(text, sources={"s.txt": SOURCE})[1]
    assert [(finding.code, finding.message) for finding in findings] == [
        ("A506", "this premise has no place in its source")
    ]


def test_eight_words_in_a_row_are_a_copy(understand: Understand) -> None:
    source = {"s.txt": "One two three four five six seven eight nine."}
    eight = "claims x: Say “two three, four FIVE six seven eight nine” again.\n  at: 1\n"
    seven = "claims x: Say two three four five six seven eight again.\n  at: 1\n"
    assert [finding.code for finding in understand(HEAD + eight, sources=source)[1]] == ["A507"]
    assert understand(HEAD + seven, sources=source)[1] == []


def test_loosening_twice_is_loosening_once() -> None:
    assert loosened(loosened(SOURCE)) == loosened(SOURCE)
