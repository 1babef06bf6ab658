"""A fingerprint stays where a change only moves, and is another for another change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.fingerprint import fingerprint

Differing = Callable[..., object]
OLD = "claims it: The tram will come.\n  answers go: yes\n  because: Why.\n  because other: O.\n"


@pytest.fixture
def prints(differing: Differing) -> Callable[..., dict[str, str]]:
    """A function of two bodies of a document: the fingerprint of each change, by its line."""

    def function(old: str, new: str) -> dict[str, str]:
        story = differing(old, new)
        found = [fingerprint(change, story.difference) for change in story.changes]
        assert len(set(found)) == len(found)
        return dict(zip(story.lines, found, strict=True))

    return function


@pytest.mark.parametrize(
    "edit",
    [("go: yes", "go: no"), ("tram", "bus"), ("because: Why.", "because: How."), ("  because: Why.\n", ""), ("(", "(")],
)
def test_it_is_16_digits_that_do_not_move(prints: Callable[..., dict[str, str]], edit: tuple[str, str]) -> None:
    before = prints(OLD, OLD.replace(*edit))
    moved = "# A comment\n\nclaims first: F.\n  because: Another premise without a name.\n" + OLD
    after = prints(moved, moved.replace(*edit))
    assert before == after
    assert all(len(digits) == 16 and int(digits, 16) >= 0 for digits in before.values())


def test_the_number_of_a_premise_is_not_in_it(prints: Callable[..., dict[str, str]]) -> None:
    more = OLD.replace("  because: Why.", "  because: First.\n  because: Why.")
    (one,) = prints(OLD, OLD.replace("  because: Why.\n", "")).items()
    (other,) = prints(more, more.replace("  because: Why.\n", "")).items()
    assert one[0] != other[0]
    assert one[1] == other[1]


def test_other_words_or_other_sides_make_another(prints: Callable[..., dict[str, str]]) -> None:
    found = [
        prints(OLD, OLD.replace("tram", "bus")),
        prints(OLD, OLD.replace("tram", "train")),
        prints(OLD.replace("tram", "bus"), OLD),
        prints(OLD, OLD.replace("go: yes", "go: no")),
        prints(OLD, OLD.replace("go: yes", "pay: city")),
        prints(OLD, OLD.replace("because other", "despite other")),
        prints(OLD, OLD.replace("because other", "unless other")),
    ]
    digits = [each for story in found for each in story.values()]
    assert len(set(digits)) == len(digits) >= 9


def test_what_is_written_otherwise_is_the_same(prints: Callable[..., dict[str, str]]) -> None:
    one = prints(OLD, OLD.replace("tram", "bus"))
    other = prints(OLD.replace("The tram will come.", "the tram will come"), OLD.replace("tram", "bus"))
    assert one == other


def test_who_moves_claims_and_dates_them_is_told_apart(prints: Callable[..., dict[str, str]]) -> None:
    old = "section: One\nclaims it: T.\n  as-of: 2020\nsection: Two\nclaims x: X.\nsection: Three\nclaims y: Y.\n"
    it = "claims it: T.\n  as-of: 2020\n"
    rest = old.replace(it, "")
    stories = [
        prints(old, old.replace("2020", "2021")),
        prints(old, old.replace("2020", "2022")),
        prints(old, rest.replace("claims x", it + "claims x")),
        prints(old, rest.replace("claims y", it + "claims y")),
        prints(old, old.replace("claims it", "reports it from envoy")),
        prints(old, old.replace("claims it", "reports it from ministry")),
        prints(old, old.replace("claims it: T.", "claims that: T.\n  was: it")),
    ]
    digits = [each for story in stories for each in story.values()]
    assert len(set(digits)) == len(digits) == 7
