import pytest

from argmap.judge.strength import (
    PLAIN,
    PLAIN_BELIEF,
    PLAIN_DUTY,
    Nearness,
    Scale,
    StrengthRange,
    firmness,
    opposite_firmness,
)
from argmap.language.words import Degree
from argmap.model.claim import Strength


def strength(low: str, high: str = "") -> Strength:
    return Strength(Degree(low), Degree(high or low))


def firm(low: str, high: str = "", scale: Scale = Scale.BELIEF) -> StrengthRange:
    return firmness(strength(low, high), scale)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("likely", "unlikely"),
        ("very-likely", "very-unlikely"),
        ("certain", "no-chance"),
        ("must", "must-not"),
        ("should", "should-not"),
    ],
)
def test_as_firm_in_either_direction(one: str, other: str) -> None:
    assert firm(one) == firm(other)


def test_weaker_step_by_step() -> None:
    belief = [firm(word).high for word in ("even-chance", "possible", "likely", "very-likely", "certain")]
    duty = [firm(word).high for word in ("could", "should", "must")]
    assert belief == [0, 1, 2, 3, 4]
    assert duty == [1, 2, 3]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (firm("likely"), firm("possible"), Nearness.NEAR),
        (firm("very-likely"), firm("possible"), Nearness.APART),
        (PLAIN_BELIEF, firm("likely"), Nearness.NEAR),
        (PLAIN_BELIEF, firm("possible"), Nearness.APART),
        (PLAIN_BELIEF, firm("certain"), Nearness.NEAR),
        (PLAIN_DUTY, firm("could"), Nearness.NEAR),
        (firm("must"), firm("could"), Nearness.APART),
        (firm("must"), firm("certain"), Nearness.INCOMPARABLE),
        (PLAIN_BELIEF, PLAIN_DUTY, Nearness.INCOMPARABLE),
        (PLAIN, firm("should"), Nearness.NEAR),
        (PLAIN, firm("possible"), Nearness.APART),
        (PLAIN, PLAIN, Nearness.NEAR),
        (firm("unlikely", "even-chance"), firm("possible"), Nearness.NEAR),
        (firm("no-chance", "very-unlikely"), firm("likely"), Nearness.NEAR),
    ],
)
def test_within_a_step(one: StrengthRange, other: StrengthRange, expected: Nearness) -> None:
    assert one.nearness(other) is expected
    assert other.nearness(one) is expected


def test_left_out() -> None:
    assert firmness(None, Scale.EITHER) == PLAIN
    assert firmness(None, Scale.DUTY) == PLAIN_DUTY
    assert firmness(None, Scale.BELIEF) == PLAIN_BELIEF


def test_a_word_of_belief_hedges_an_ought() -> None:
    words = ("certain", "very-likely", "likely", "possible")
    assert [firm(word, scale=Scale.DUTY).high for word in words] == [3, 2, 2, 1]


@pytest.mark.parametrize(
    ("word", "denied", "doubted"),
    [("certain", 1, 1), ("very-likely", 1, 1), ("likely", 2, 2), ("possible", 4, 2)],
)
def test_what_is_left_of_a_belief(word: str, denied: int, doubted: int) -> None:
    left = [opposite_firmness(strength(word), Scale.BELIEF, doubted=doubt).high for doubt in (False, True)]
    assert left == [denied, doubted]


def test_what_is_left_of_what_is_plain() -> None:
    assert opposite_firmness(None, Scale.BELIEF, doubted=False) == PLAIN_BELIEF
    assert opposite_firmness(None, Scale.BELIEF, doubted=True).high == 2
    assert opposite_firmness(None, Scale.DUTY, doubted=False) == PLAIN_DUTY


def test_ranges() -> None:
    assert firm("unlikely", "even-chance") == StrengthRange(0, 2)
    assert firm("possible", "very-likely") == StrengthRange(1, 3)
    assert firm("unlikely", "likely") == StrengthRange(0, 2), "a range across the middle reaches down to it"
    assert firm("should-not", "must") == StrengthRange(1, 3, Scale.DUTY)


def test_only_an_even_chance_is_open() -> None:
    assert firm("even-chance").high == 0
    assert firm("unlikely", "even-chance").high != 0
    assert firm("could").high != 0
