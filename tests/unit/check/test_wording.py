from collections.abc import Callable

import pytest

from argmap.check.wording import LONGEST
from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\n"


def codes(understand: Understand, *texts: str) -> list[str]:
    return [finding.code for finding in understand(*texts)[1]]


def test_a_long_text_is_noted_from_281_characters_on(understand: Understand) -> None:
    assert codes(understand, HEAD + f"claims x: {'a' * LONGEST}\n") == []
    assert codes(understand, HEAD + f"claims x: {'a' * (LONGEST + 1)}\n") == ["A401"]


def test_the_same_words_are_noted_within_one_document(understand: Understand) -> None:
    twice = "claims x: X\n  because y: Same.\n  because z: Same.\n"
    assert codes(understand, HEAD + twice) == ["A403"]
    other = "document e: E\n  author b: B\nclaims x: X\n  because y: Same.\n"
    assert codes(understand, HEAD + "claims x: X\n  because y: Same.\n", other) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("tr\u0430de", ["A402"]),
        ("\u0430-a", []),
        ("глубина", []),
        ("x\u4e2d", []),
        ("\u03b1-2", []),
        ("\u03b1a", ["A402"]),
    ],
)
def test_a_word_of_an_id_is_in_one_script(understand: Understand, name: str, found: list[str]) -> None:
    assert codes(understand, HEAD + f"claims {name}: X\n") == found
