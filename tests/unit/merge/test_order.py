"""Where lines stand after a merge."""

import pytest

from argmap.merge.keys import Key, woven


def keys(letters: str) -> list[Key]:
    """A key a letter; those in capitals are sections."""
    return [Key("section" if letter.isupper() else "claim", letter, 0) for letter in letters]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result"),
    [
        ("", "ab", "ab", "ab"),
        ("abc", "abc", "abc", "abc"),
        ("abc", "acb", "abc", "acb"),
        ("abc", "abc", "cab", "cab"),
        ("abc", "xabc", "abcy", "xabcy"),
        ("abc", "abxc", "abyc", "abxyc"),
        ("abcde", "bcdea", "eabcd", "ebcda"),
        ("abc", "bca", "cab", "cba"),
        ("ab", "axyb", "axzyb", "axzyb"),
        ("ab", "axyb", "ayxb", "axyb"),
        ("abcd", "acd", "abxcd", "abxcd"),
        ("abcd", "bcda", "axbcd", "xbcda"),
        ("ab", "aXyb", "azb", "azXyb"),
        ("ab", "azb", "aXyb", "azXyb"),
        ("ab", "auXyb", "avZwb", "auvXyZwb"),
    ],
    ids=lambda letters: letters or "nothing",
)
def test_each_stands_where_the_side_put_it_that_moved_or_added_it(
    base: str, ours: str, theirs: str, result: str
) -> None:
    assert "".join(str(key.label) for key in woven(keys(base), keys(ours), keys(theirs))) == result


def test_a_section_in_others_comes_before_one_that_is_not_in_them() -> None:
    levels = {Key("section", letter, 0): level for letter, level in {"X": 1, "Y": 2, "Z": 2, "W": 3}.items()}
    for ours, theirs, result in (
        ("aXub", "aYvb", "aYvXub"),
        ("aYub", "aXvb", "aYuXvb"),
        ("aYub", "aZvb", "aYuZvb"),
        ("aYuXwb", "aWsZvb", "aWsYuZvXwb"),
    ):
        found = woven(keys("ab"), keys(ours), keys(theirs), levels)
        assert "".join(str(key.label) for key in found) == result


def test_long_files_take_no_time_that_grows_with_their_square() -> None:
    many = [Key("claim", number, 0) for number in range(20_000)]
    turned = many[10_000:] + many[:10_000]
    assert woven(many, turned, many) == turned
    assert woven(many, many, turned) == turned
