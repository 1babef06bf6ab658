import pytest

from argmap.report.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Größe 中国 שלום", "Größe 中国 שלום"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\x9b31mb", "a<U+009B>31mb"),
        ("a\rb\nc\td", "a<U+000D>b<U+000A>c<U+0009>d"),
        ("a\u202eb\u2066c", "a<U+202E>b<U+2066>c"),
        ("a\u200bb\ufeffc\u2028d", "a<U+200B>b<U+FEFF>c<U+2028>d"),
        ("a\u3164b", "a<U+3164>b"),
        ("a\ud800b", "a<U+D800>b"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_what_hides_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian spells with a non-joiner
        "क्\u200dष",  # Devanagari: a joiner after a virama
        "\U0001f469\u200d\U0001f467",  # two emoji joined
        "\u2764\ufe0f",  # a heart as an emoji
    ],
)
def test_joiners_that_are_spelling_stay(text: str) -> None:
    assert visible(text) == text


def test_joiners_and_selectors_in_a_latin_word_do_not_hide() -> None:
    assert visible("op\u200dening") == "op<U+200D>ening"
    assert visible("op\ufe0fening") == "op<U+FE0F>ening"
