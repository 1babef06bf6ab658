"""Texts as lines and back."""

import pytest

from argmap.merge.lines import Version, joined


@pytest.mark.parametrize(
    "text", ["", "a", "a\n", "a\r\nb\r\n", "a\r\nb\n", "a\r\nb", "\n", "a\n\n", "\r\n", "a\u2028b\n"]
)
def test_a_text_is_its_lines(text: str) -> None:
    version = Version.of(text)
    for versions in ((version, version, version), (Version.of("x\n"), version, Version.of("x\n"))):
        if text or versions[1] is versions[2]:
            assert joined(version.lines, *versions) == text


def test_line_ends_are_ours_unless_only_they_changed_them() -> None:
    lf, crlf, none = Version.of("a\n"), Version.of("a\r\n"), Version(())
    assert joined(("b",), lf, crlf, lf) == "b\r\n"
    assert joined(("b",), crlf, lf, crlf) == "b\n"
    assert joined(("b",), lf, lf, crlf) == "b\r\n"
    mixed = Version.of("a\r\nb\n")
    assert joined(("b\r",), crlf, crlf, mixed) == joined(("b",), crlf, mixed, crlf) == "b\r\n"
    assert joined(("b\r",), lf, lf, mixed) == "b\r\n"
    assert joined(("b",), none, crlf, lf) == "b\r\n"
    assert joined(("b",), none, none, crlf) == "b\r\n"
    assert joined(("b",), crlf, crlf, none) == "b\r\n"
