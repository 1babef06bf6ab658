import pytest

from argmap.report.terminal_text import cells, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("中国", 4), ("e\u0301", 1), ("\uff21", 2), ("ｱ", 1), ("\u1112\u1161\u11ab", 2)],
)
def test_width(text: str, width: int) -> None:
    assert cells(text) == width


def test_wrapping_at_spaces() -> None:
    assert wrap("one two  three", 7) == ["one two", "three"]


def test_wrapping_beside_wide_characters() -> None:
    assert wrap("中国人民 ab", 6) == ["中国人", "民 ab"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert wrap("a bcdefghij", 4) == ["a", "bcde", "fghi", "j"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert wrap("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]


def test_line_ends_stay_and_nothing_is_one_line() -> None:
    assert wrap("a\nb", 9) == ["a", "b"]
    assert wrap("", 9) == [""]


def test_a_width_of_nothing_still_ends() -> None:
    assert wrap("ab 中", 0) == ["a", "b", "中"]
