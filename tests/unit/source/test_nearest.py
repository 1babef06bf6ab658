import pytest

from argmap.source.nearest import nearest, suggestion


@pytest.mark.parametrize(
    ("word", "meant"),
    [("becuase", "because"), ("adn", "and"), ("undercutt", "undercut"), ("onlyif", "only-if"), ("xyzzy", None)],
)
def test_the_nearest_word(word: str, meant: str | None) -> None:
    assert nearest(word, ["because", "and", "undercut", "only-if", "despite"]) == meant


def test_ties_go_to_the_first_in_alphabetical_order() -> None:
    assert nearest("aba", ["abc", "abb"]) == nearest("aba", ["abb", "abc"]) == "abb"


def test_the_order_of_the_known_words_does_not_matter() -> None:
    known = ["lead", "leader", "lean", "load"]
    assert nearest("laed", known) == nearest("laed", reversed(known))


def test_among_very_many_words_only_likely_ones_are_compared() -> None:
    known = [f"word-{number}" for number in range(50_000)] + ["opening"]
    assert nearest("opning", known) == "opening"


def test_a_suggestion_is_part_of_a_sentence() -> None:
    assert suggestion("becuase", ["because"]) == "; did you mean `because`?"
    assert suggestion("xyzzy", ["because"]) == ""
