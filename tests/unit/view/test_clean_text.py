import pytest

from argmap.view.picture import clean


@pytest.mark.parametrize(
    "text,shown",
    [
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("one\n\ttwo\u2028three", "one two three"),
        ("abc\u202edef\u202c", "abcdef"),
        ("e\u0301", "\u00e9"),
        ("a\ufffeb\ud800c", "abc"),
        ("👩\u200d👧 \u200fعربي", "👩\u200d👧 \u200fعربي"),
    ],
)
def test_only_what_shows_stays(text: str, shown: str) -> None:
    assert clean(text) == shown
