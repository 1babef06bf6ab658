"""The canonical form of some lines, and what makes one text of another."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.api.formatting import fmt_lines, fmt_text, line_changes, lines_of

TEXT = "document d: D\n  author  a:  A\n\n\nclaims  one:  One.\n  answers i:  yes\n"


def made(before: str, after: str) -> str:
    lines = lines_of(before)
    for change in reversed(line_changes(before, after)):
        lines[change.start : change.end] = change.lines
    return "".join(lines)


texts = st.lists(st.sampled_from(["a\n", "b\n", "\n", "a\u2028b\n", "c\r\n"]), max_size=8).map("".join)


@given(texts, texts, st.sampled_from(["", "end"]))
def test_the_changes_make_one_text_of_the_other(before: str, after: str, ending: str) -> None:
    assert made(before + ending, after) == after
    assert made(before, after + ending) == after + ending
    assert line_changes(before, before) == []


def test_of_very_long_texts_all_that_differs_is_one_change() -> None:
    before, after = "a\n" * 3000, "b\n" * 3000
    assert len(line_changes(f"x\n{before}y\n", f"x\n{after}y\n")) == 1
    assert made(before, after) == after


def test_some_lines_alone_are_formatted() -> None:
    assert fmt_lines(TEXT, 2, 2).after == TEXT.replace("author  a:  A", "author a: A")
    assert fmt_lines(TEXT, 5, 6).after == TEXT.replace("\n\n\nclaims  one:  ", "\n\n\nclaims one: ").replace(
        ":  yes", ": yes"
    )
    assert fmt_lines(TEXT, 1, 99).after == fmt_text(TEXT).after
    assert not fmt_lines(TEXT, 1, 1).changed
    assert not fmt_lines(fmt_text(TEXT).after, 1, 99).changed
