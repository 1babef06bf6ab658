import pytest

from argmap.language.parser import split


def pieces(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a\n", ["a\n"]),
        ("a\n  b\nc", ["a\n  b\n", "c"]),
        ("# x\na\n# y\nb\n", ["# x\n", "a\n# y\n", "b\n"]),
        ("\n\na", ["\n\n", "a"]),
        ("  a\nb", ["  a\n", "b"]),
        ("a\r\n\r\nb\r\n", ["a\r\n\r\n", "b\r\n"]),
        ("a\u2028b\x0cc", ["a\u2028b\x0cc"]),
        ("\ta\n\tb", ["\ta\n\tb"]),
        ("a\n| b\n)c", ["a\n", "| b\n", ")c"]),
    ],
)
def test_column_0_begins_a_statement_and_nothing_else_does(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected
    assert "".join(pieces(text)) == text
