import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from town import Town

from argmap.api.comparing import Form, Length, Question
from argmap.report.page import Heading, Item, Paragraph, Picture, Table
from argmap.report.terminal import terminal
from argmap.report.terminal_text import cells
from argmap.wording.spans import code, words


def test_two_documents_beside_each_other(town: Town, file_regression: FileRegressionFixture) -> None:
    file_regression.check(town.told(Form.TEXT, Question(one="one", other="two"), width=90), encoding="utf-8")


def test_two_documents_in_full(town: Town, file_regression: FileRegressionFixture) -> None:
    shown = town.told(Form.TEXT, Question(one="one", other="two"), length=Length.FULL, width=90)
    file_regression.check(shown, encoding="utf-8")


def test_everybody_in_brief(town: Town, file_regression: FileRegressionFixture) -> None:
    file_regression.check(town.told(Form.TEXT, length=Length.BRIEF, width=90), encoding="utf-8")


def test_everybody(town: Town, file_regression: FileRegressionFixture) -> None:
    file_regression.check(town.told(Form.TEXT, width=90), encoding="utf-8")


@pytest.mark.parametrize("width", [0, 40, 57, 100, 300])
def test_no_line_is_wider_than_it_may_be(town: Town, width: int) -> None:
    question = Question(one="one", other="two")
    lines = "".join(town.told(Form.TEXT, question, length=length, width=width) for length in Length).splitlines()
    assert max(map(cells, lines)) <= max(width, 40)


def test_nothing_drives_the_terminal() -> None:
    evil = words("a \x1b[31m\u202e b", code("\x07"))
    page = (Heading(1, evil), Paragraph(evil), Item(evil, 0, evil), Table(("\x1b", "b"), (("a", "\x9b"),)))

    shown = terminal(page)
    assert not set(shown) & set("\x1b\x07\x9b\u202e")
    assert shown.count("<U+001B>") == 5


def test_a_table_that_is_too_wide_is_told_row_by_row() -> None:
    table = Table(("issue", "first", "second"), (("lead", "x" * 30, ""), ("pace", "one", "two")))
    assert terminal((table,), 40) == f"- lead: first:\n  {'x' * 30}\n- pace: first: one; second: two\n"


def test_pictures_leave_no_gap() -> None:
    page = (Paragraph(words("One.")), Picture("a.svg", "A picture"), Paragraph(words("Two.")))
    assert terminal(page) == "One.\n\nTwo.\n"


def test_deep_items_keep_half_the_width() -> None:
    lines = terminal((Item(words("word " * 40), 500),), 60).splitlines()
    assert all(len(line) - len(line.lstrip()) <= 34 for line in lines)
