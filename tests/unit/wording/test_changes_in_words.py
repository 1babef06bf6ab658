"""What each kind of change is called, to be read from top to bottom."""

from collections.abc import Iterator
from textwrap import indent

from harbour import Edit, everything, told
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.diff.change import Change
from argmap.diff.kinds import KINDS
from argmap.diff.rule import Rule
from argmap.report.difference.difference_report import DiffReport
from argmap.wording.changes import before_after, headline
from argmap.wording.names import DifferenceNames


def examples() -> Iterator[tuple[str, Change, DiffReport]]:
    for name, back, story in everything():
        # In which order they are told is another matter.
        for change in sorted(story.difference.changes, key=lambda change: (change.rule, sentence(change, story))):
            yield f"{name}{', taken back' if back else ''}", change, story


def sentence(change: Change, story: DiffReport) -> str:
    return headline(change, story.difference, DifferenceNames.of(story.difference))


def test_one_sentence_for_each_kind_and_its_mirror(file_regression: FileRegressionFixture) -> None:
    said: dict[Rule, str] = {}
    for _, change, story in examples():
        said.setdefault(change.rule, sentence(change, story))

    assert set(said) == set(Rule) == {kind.rule for kind in KINDS}
    file_regression.check("".join(f"{rule}\n  {said[rule]}\n" for rule in Rule), encoding="utf-8")


def test_every_edit_and_what_it_is_called(file_regression: FileRegressionFixture) -> None:
    lines: dict[str, list[str]] = {}
    for name, change, story in examples():
        lines.setdefault(name, []).append(f"  {change.rule}: {sentence(change, story)}\n")
    file_regression.check("".join(f"{name}\n{''.join(said)}" for name, said in lines.items()), encoding="utf-8")


def test_a_sentence_is_one_line_without_a_full_stop() -> None:
    for _, change, story in examples():
        said = sentence(change, story)
        assert said[0] == said[0].upper()
        assert "\n" not in said
        assert not said.endswith(".")
        assert "None" not in said and "  " not in said


def test_what_was_and_what_is_change_places() -> None:
    for _, change, story in examples():
        before, after = before_after(change, story.difference, DifferenceNames.of(story.difference))
        assert isinstance(before, str) and isinstance(after, str)
        if hasattr(change, "old"):
            assert bool(before) <= bool(change.old) and bool(after) <= bool(change.new)


def test_what_goes_with_a_claim_is_counted() -> None:
    below = (
        "  because quay: The quay is old.\n    because stones: Its stones are.\n  despite crane: One crane is new.\n"
    )
    whole = "claims no-harm: The fish"
    story = told(Edit("office", whole, f"claims harbour: The harbour is old.\n{below}{whole}"), back=True)
    said = [sentence(change, story) for change in story.difference.changes]
    assert said == ["A claim of The planning office (2021-03) is gone, and 3 claims below it: “The harbour is old”"]

    cost = "  despite cost: The work is expensive.\n"
    story = told(
        Edit("office", cost, f"  because harbour: The harbour is old.\n{indent(below, '  ')}{cost}"), back=True
    )
    (said, *_) = (sentence(change, story) for change in story.difference.changes if change.rule is Rule.SUPPORT_REMOVED)
    assert said.endswith("; 3 claims below it went too")
