import pytest

from argmap.view.picture import address, slug, stems


@pytest.mark.parametrize(
    "title,expected",
    [
        ("Security: standing by Tajikistan", "security-standing-by-tajikistan"),
        ("  ../../etc/passwd  ", "etc-passwd"),
        ("안보 협력", "안보-협력"),
        ("!!!", ""),
        ("\uff21\uff22", "ab"),
    ],
)
def test_a_slug_keeps_letters_and_digits(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_stems_differ_even_where_case_is_not_told_apart() -> None:
    assert stems(["One", "one", "one-2", "ONE"]) == ("One", "one-2", "one-2-2", "ONE-3")


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "lpt9", "aux.part"])
def test_names_that_windows_keeps_are_avoided(name: str) -> None:
    assert stems([name]) == (f"_{name}",)


def test_long_names_are_cut_but_stay_apart() -> None:
    first, second = stems(["한" * 200, "한" * 200])
    assert first != second
    assert max(len(first.encode()), len(second.encode())) <= 105


def test_an_address_is_a_link_that_is_safe_in_markup() -> None:
    assert address("한국") == "%ED%95%9C%EA%B5%AD.svg"
    assert address("doc.part", "claim~1") == "doc.part.svg#claim~1"
