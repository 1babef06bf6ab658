"""Formatting as an editor asks for it, and what Enter does."""

import pytest

pytest.importorskip("lsprotocol", reason="comes with the extra `lsp`")
from lsprotocol import types

from argmap.lsp.edits import after_enter, formatting
from argmap.lsp.positions import Positions
from argmap.source.text import SourceText, Span

POSITIONS = Positions()
HEAD = "document d: D\n  author a: A\n\n"


def applied(source: SourceText, edits: list[types.TextEdit]) -> str:
    text = source.text
    for edit in reversed(edits):
        span = POSITIONS.span(source, edit.range)
        text = text[: span.start] + edit.new_text + text[span.end :]
    return text


def entered(before: str, after: str = "") -> str:
    """What stands in the new line after Enter between two texts, on which nothing is indented yet."""
    source = SourceText("d", f"{before}\n{after}")
    line = before.count("\n") + 2
    text = applied(source, after_enter(source, POSITIONS, line))
    return text.split("\n")[line - 1]


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("document d: D", "  "),
        ("issue i: I?\n  position yes: Yes", "  "),
        ("claims one: One.", "  "),
        ("claims one: One.\n  because two: Two.", "  "),
        ("claims one: One.\n  because two: Two.\n    note: So", "    "),
        ("claims one: One,\n  | and more.", "  "),
        ("claims one: One.\n  because two: Two,\n    | and more.", "  "),
        ("section: Why", ""),
        ("claims one: One.\n", ""),
        ("# a comment", ""),
        ("claims one: One.\n  # a comment", "  "),
        ("nothing of the language", ""),
        ("", ""),
    ],
)
def test_a_new_line_stands_where_most_go_on(before: str, wanted: str) -> None:
    assert entered(before) == wanted


def test_the_end_of_a_text_that_is_split_off_goes_on_behind_a_bar() -> None:
    assert entered("claims one: The town", "should build trams.") == "  | should build trams."
    assert entered("claims one: One.\n  because two: The town", "is rich.") == "    | is rich."
    assert entered("claims one: One,\n  | and", "more.") == "  | more."
    assert entered("claims one: One.", "because two: Two.") == "  because two: Two."


def test_what_stands_right_is_left_alone() -> None:
    source = SourceText("d", "claims one: One.\n  ")
    assert after_enter(source, POSITIONS, 2) == []
    assert after_enter(source, POSITIONS, 1) == after_enter(source, POSITIONS, 9) == []


def test_a_text_is_formatted_by_few_lines_and_ends_as_fmt_ends_it() -> None:
    source = SourceText("d", f"{HEAD}claims  one:  One.\n  answers i:  yes\n\n\nclaims two: Two.")
    edits = formatting(source, POSITIONS)
    assert applied(source, edits) == f"{HEAD}claims one: One.\n  answers i: yes\n\nclaims two: Two.\n"
    assert len(edits) == 4
    assert formatting(SourceText("d", f"{HEAD}claims one: One.\n"), POSITIONS) == []


def test_some_lines_alone_are_formatted_and_a_gap_stays() -> None:
    source = SourceText("d", f"{HEAD}claims  one:  One.\n  becuase  x: X.\n\nclaims  two:  Two.\nclaims  three:  3.\n")
    wanted = source.text.replace("claims  two:  Two.", "claims two: Two.")
    assert applied(source, formatting(source, POSITIONS, (7, 7))) == wanted
    assert formatting(source, POSITIONS, (4, 5)) == []


def test_letters_outside_the_basic_plane_do_not_move_what_is_changed() -> None:
    source = SourceText("d", f"{HEAD}claims  𝔸:  🚋🚋.\r\n".replace("\n", "\r\n").replace("\r\r", "\r"))
    assert applied(source, formatting(source, POSITIONS)) == f"{HEAD}claims 𝔸: 🚋🚋.\n".replace("\n", "\r\n")
    assert POSITIONS.range(source, Span(0, 1)).end == types.Position(0, 1)
