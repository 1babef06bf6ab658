import re

import pytest
from harbour import EDITS, GUESS, REVIEW, text, told
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.report.terminal_text import COLOURED, cells

PAINT = re.compile("\x1b\\[[0-9;]*m")


def test_a_review(file_regression: FileRegressionFixture) -> None:
    story = told(*REVIEW, old_name="main", new_name="the working tree")
    file_regression.check(text(story, width=100), encoding="utf-8")


def test_guesses_and_what_was_accepted(file_regression: FileRegressionFixture) -> None:
    story = told(GUESS, *EDITS["another year"], partial=("arguments/union.argmap",))
    story = told(
        GUESS,
        *EDITS["another year"],
        partial=story.partial,
        judged=story.judged[1:],
        accepted=story.judged[:1],
        reasons=dict.fromkeys(reasons(story), "agreed in March (author-a)"),
    )
    file_regression.check(text(story, width=80), encoding="utf-8")


def reasons(story: object) -> list[str]:
    from argmap.diff.fingerprint import fingerprint
    from argmap.report.difference.difference_report import DiffReport

    assert isinstance(story, DiffReport)
    return [fingerprint(judged.change, story.difference) for judged in story.judged]


def test_nothing_changed() -> None:
    assert text(told()) == "No stance changed, and nothing else that anybody says did.\nold -> new\n"


@pytest.mark.parametrize("width", [0, 40, 61, 100, 300])
def test_no_line_is_wider_than_it_may_be(width: int) -> None:
    lines = text(told(*REVIEW, GUESS), width=width).splitlines()
    assert max(map(cells, lines)) <= max(width, 40)


def test_colours_change_no_letter() -> None:
    story = told(*REVIEW, GUESS)
    painted = text(story, COLOURED, 70)
    assert PAINT.sub("", painted) == text(story, width=70)
    assert painted != text(story, width=70)


def test_in_full_each_change_is_on_its_own() -> None:
    story = told(*REVIEW, *EDITS["a reason that explains"][1:])
    short, full = (text(story, full=full, width=300) for full in (False, True))
    assert "[conclusion-ungrounded, support-removed, support-added]" in short
    assert "[conclusion-ungrounded]" in full and "[support-removed]" in full and "[support-added]" in full
    assert len(re.findall(r"^ *[◆◇·] ", full, re.MULTILINE)) == len(story.judged)


def test_the_words_that_changed_are_painted() -> None:
    shown = text(told(*EDITS["other words"]), COLOURED)
    assert "\x1b[31mThe \x1b[0m\x1b[1;4;31mwork \x1b[0m\x1b[31mcosts forty million.\x1b[0m" in shown
    assert "\x1b[1;4;32mdredging \x1b[0m" in shown


def test_how_much_it_matters_is_said_without_colours() -> None:
    shown = text(told(*REVIEW)).splitlines()
    assert shown[2] == "old -> new: 7 ◆ high, 7 ◇ medium and 1 · low; `argmap diff --full` tells each change"
    assert {line[0] for line in shown if line[:1] in "◆◇·" and line} == {"◆", "◇", "·"}


def test_what_matters_most_comes_first() -> None:
    for group in text(told(*REVIEW)).split("\n\n")[1:]:
        entries = re.split(r"\n(?=[◆◇·])", group.partition("\n")[2])
        gravest = [min(re.findall(r"^ *([◆◇·]) ", entry, re.MULTILINE), key="◆◇·".index) for entry in entries]
        assert gravest == sorted(gravest, key="◆◇·".index)
