"""What may be one claim, and how much is compared to find that out."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from argmap.diff.guesses import guesses
from argmap.diff.pairing import pair
from argmap.diff.text_similarity import LIKE, MOST, alike, candidates, jaccard, matched
from argmap.model.corpus import Corpus

HEAD = "document town: Trams\n  author author-a: Author A\n"
Guessed = Callable[[str, str], list[tuple[str, str, float]]]


@pytest.fixture
def guessed(understand: Callable[..., tuple[Corpus, object]]) -> Guessed:
    """A function of two texts, each the files of a project with a line of dashes between them."""

    def between(one: Corpus, other: Corpus) -> list[tuple[str, str, float]]:
        found = guesses(one, other, pair(one, other))
        return [(guess.old.id, guess.new.id, round(guess.overlap, 2)) for guess in found]

    def function(old: str, new: str) -> list[tuple[str, str, float]]:
        one, other = (understand(*text.split("---\n"))[0] for text in (old, new))
        found = between(one, other)
        assert len(between(other, one)) == len(found)
        return found

    return function


def test_words_that_are_mostly_the_same(guessed: Guessed) -> None:
    old = HEAD + "claims a: One two three four five.\nclaims b: Something else.\n"
    assert guessed(old, HEAD + "claims c: One two three.\n") == [("town.a", "town.c", 0.6)]
    assert guessed(old, HEAD + "claims c: One two three six.\n") == []


def test_the_likeliest_first_and_each_claim_once(guessed: Guessed) -> None:
    found = guessed(
        HEAD + "claims a: One two three four five.\nclaims b: One two three four five six.\n",
        HEAD + "claims c: One two three four five six seven.\nclaims d: One two three four five nine.\n",
    )
    assert found == [("town.b", "town.c", 0.86), ("town.a", "town.d", 0.83)]


def test_what_has_a_counterpart_or_none_to_name_is_not_guessed(guessed: Guessed) -> None:
    words = "One two three four five"
    assert guessed(HEAD + f"claims a: {words}.\n", HEAD + f"claims a: Six.\nclaims b: {words} six.\n") == []
    assert guessed(HEAD + f"claims a: {words}.\n", HEAD + f"claims b: {words}.\n") == []
    unnamed = HEAD + f"claims a: A.\n  because: {words}.\n"
    assert guessed(unnamed, HEAD + f"claims a: A.\nclaims b: {words} six.\n") == []
    parts = f"claims b: {words} six.\n  was: a\nclaims c: {words} seven.\n  was: a\n"
    assert guessed(HEAD + f"claims a: {words}.\nclaims z: {words} eight.\n", HEAD + parts) == []


def test_words_that_stand_twice_are_a_guess_and_no_match(guessed: Guessed) -> None:
    found = guessed(HEAD + "claims a: One.\nclaims b: One.\n", HEAD + "claims c: One.\nclaims d: One.\n")
    assert found == [("town.a", "town.c", 1.0), ("town.b", "town.d", 1.0)]


def test_only_where_was_could_be_written(guessed: Guessed) -> None:
    second = "---\ndocument city: Buses\n  author author-a\n"
    assert (
        guessed(HEAD + "claims a: One two three.\n" + second, HEAD + second + "claims b: One two three four.\n") == []
    )


def test_the_old_claim_bears_the_names_of_the_new_side(guessed: Guessed) -> None:
    new = "document village: Trams\n  was: town\n  author author-a: Author A\nclaims b: One two three four.\n"
    assert guessed(HEAD + "claims a: One two three.\n", new) == [("village.a", "village.b", 0.75)]


ISSUE = "issue trams: Should the town build trams?\n  position yes: It should\n  position no: It should not\n"
AUTHOR = "  author author-a: Author A\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (ISSUE, ISSUE.replace("yes:", "build:"), [("trams.yes", "trams.build", 1.0)]),
        (ISSUE, ISSUE.replace("trams:", "rails:"), [("trams", "rails", 1.0)]),
        (
            ISSUE,
            ISSUE.replace("trams:", "rails:").replace("build trams", "build new trams"),
            [("trams", "rails", 0.83)],
        ),
        (
            ISSUE,
            ISSUE.replace("trams:", "rails:").replace("yes:", "build:"),
            [("trams", "rails", 1.0), ("trams.yes", "rails.build", 1.0)],
        ),
        ("actor crowd: The crowd\n", "actor many: The crowd\n", [("crowd", "many", 1.0)]),
        (HEAD + "actor crowd: The crowd\n", HEAD + "actor many: The crowd\n", [("town.crowd", "town.many", 1.0)]),
        (HEAD, HEAD.replace("author-a", "author-b"), [("author-a", "author-b", 1.0)]),
        ("term tram: On rails\n", "term trams: On rails\n", [("tram", "trams", 1.0)]),
        (HEAD + "claims a: One.\n", HEAD.replace("town", "city") + "claims a: One.\n", [("town", "city", 1.0)]),
    ],
)
def test_everything_that_has_an_id_may_have_another(
    guessed: Guessed, old: str, new: str, expected: list[tuple[str, str, float]]
) -> None:
    assert guessed(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # What turns the sense makes another answer of it.
        (ISSUE.replace("  position yes: It should\n", ""), ISSUE.replace("  position no: It should not\n", "")),
        (ISSUE, "issue no-trams: Should the town build no trams?\n"),
        ("actor roads: The Ministry of Roads\n", "actor rails: The Ministry of Rails\n"),
        ("actor crowd: The crowd\n", HEAD + "actor crowd-b: The crowd\n"),
        (ISSUE, ISSUE.replace("trams:", "rails:").replace("?", "?\n  was: trams", 1)),
        (HEAD + "claims a: One two.\n", HEAD.replace("town", "city") + "claims b: Three four five six.\n"),
    ],
)
def test_what_is_no_guess(guessed: Guessed, old: str, new: str) -> None:
    assert guessed(old, new) == []


def test_what_came_from_another_by_declaration_is_no_guess(guessed: Guessed) -> None:
    parts = "issue one: Should the town build trams?\n  was: trams\nissue two: Should the town build trams, too?\n"
    old = ISSUE + "issue more: Should the town build trams, too?\n"
    assert guessed(old, parts + "  was: trams\n") == []
    assert guessed(old, parts) == [("more", "two", 1.0)]


WORDS = tuple(f"word-{number}" for number in range(2000))


def texts(count: int, chance: random.Random, known: int = len(WORDS)) -> list[frozenset[str]]:
    """Sets of 6 to 20 words, of which some are used far more often than others."""
    return [
        frozenset(WORDS[int(known * chance.random() ** 3)] for _ in range(chance.randint(6, 20))) for _ in range(count)
    ]


def changed(words: frozenset[str], chance: random.Random, known: int = len(WORDS)) -> frozenset[str]:
    kept = sorted(words)
    chance.shuffle(kept)
    return frozenset(kept[1:]) | {WORDS[chance.randrange(known)]}


@pytest.mark.parametrize("known", [8, 30, 300, 2000])
def test_nothing_alike_is_missed(known: int) -> None:
    chance = random.Random(known)
    old = texts(120, chance, known)
    new = [changed(words, chance, known) for words in old] + texts(60, chance, known)
    every = [
        (jaccard(one, other), place, end)
        for place, one in enumerate(old)
        for end, other in enumerate(new)
        if jaccard(one, other) >= LIKE
    ]
    assert len(every) > 100
    assert alike(old, new) == every


def test_few_are_compared_where_words_differ() -> None:
    chance = random.Random(1)
    old = texts(300, chance)
    new = [changed(words, chance) for words in old]
    assert len(candidates(old, new)) < 300 * 300 / 10
    assert {(one, other) for _, one, other in matched(alike(old, new))} == {(number, number) for number in range(300)}


def test_never_more_are_compared_than_may_be() -> None:
    same = [frozenset({"the", "same", f"word-{number}"}) for number in range(300)]
    assert len(candidates(same, same)) == 300 * 300 <= MOST
    many = [frozenset({"the", "same", "words", f"word-{number // 3}"}) for number in range(3000)]
    assert len(many) ** 2 > MOST
    assert len(candidates(many, many)) == 9000
    chance = random.Random(2)
    assert len(candidates(texts(3000, chance, 100), texts(3000, chance, 100))) <= MOST


def test_which_side_is_the_old_one_makes_no_difference() -> None:
    chance = random.Random(3)
    for _ in range(50):
        old, new = texts(12, chance, 9), texts(12, chance, 9)
        there = {(one, other) for _, one, other in matched(alike(old, new))}
        assert {(other, one) for one, other in there} == {(one, other) for _, one, other in matched(alike(new, old))}
