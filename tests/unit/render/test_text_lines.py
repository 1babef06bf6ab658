import pytest

from argmap.render.text_lines import width, wrap

LINES = [
    ("one two three", 60, ("one two", "three")),
    ("", 60, ()),
    ("a", 1, ("a",)),
    ("abcdefghijkl", 30, ("abcd", "efgh", "ijkl")),
    ("上海合作组织", 40, ("上海合", "作组织")),
    ("북한은 상하이 협력", 40, ("북한은", "상하이", "협력")),
]


@pytest.mark.parametrize("text,room,lines", LINES)
def test_where_lines_break(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, room, 12) == lines


def test_no_line_is_wider_than_the_room() -> None:
    text = "Some words, aVeryVeryVeryLongWordWithoutASpace, 上海合作组织, 북한은 and 😀😀😀😀 more. " * 5
    for bold in (False, True):
        assert all(width(line, 12, bold=bold) <= 90 for line in wrap(text, 90, 12, bold=bold))


def test_a_text_that_is_cut_ends_in_an_ellipsis() -> None:
    assert wrap("one two three four five six", 60, 12, lines=2) == ("one two", "three…")
    assert wrap("one two", 60, 12, lines=1) == ("one two",)


def test_marks_stay_with_their_letter() -> None:
    family = "👩\u200d👩\u200d👧"
    assert wrap(family * 3, width(family, 12) * 1.5, 12) == (family,) * 3
    assert "".join(wrap("ก็ที่นี่" * 9, 30, 12)) == "ก็ที่นี่" * 9
    assert not any(line.startswith("\u0e47") for line in wrap("ก็ที่นี่" * 9, 30, 12))
