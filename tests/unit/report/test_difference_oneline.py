from harbour import REVIEW, told
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.report.difference.difference_page import oneline


def test_a_review(file_regression: FileRegressionFixture) -> None:
    file_regression.check(oneline(told(*REVIEW)), encoding="utf-8")


def test_columns() -> None:
    story = told(*REVIEW)
    lines = oneline(story).splitlines()
    assert len(lines) == len(story.judged)
    for line, judged in zip(lines, story.judged, strict=True):
        significance, rule, place, sentence = line.split(maxsplit=3)
        assert (significance, rule) == (judged.significance.value, judged.change.rule.value)
        assert place.startswith("arguments/") and place.partition(":")[2].isdigit()
        assert line.index(place) == 29
        assert sentence


def test_nothing_changed() -> None:
    assert oneline(told()) == ""
