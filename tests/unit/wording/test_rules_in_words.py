import pytest

from argmap.diff.dispute_changes import DisputeCount
from argmap.diff.rule import Rule
from argmap.wording.rules import RULES, outcome, tally


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ([], "No stance changed, and nothing else that anybody says did."),
        ([Rule.STANCE_REVERSED], "1 stance reversed."),
        ([Rule.STANCE_ADOPTED, Rule.STANCE_ADOPTED], "2 stances adopted."),
        (
            [Rule.CONFLICT_OPENED, Rule.STANCE_ADOPTED, Rule.STANCE_REVERSED, Rule.CONCLUSION_UNGROUNDED],
            "2 stances changed (1 reversed, 1 adopted), 1 disagreement opened and 1 conclusion lost its grounds.",
        ),
        ([Rule.CLAIM_REWORDED] * 3, "No stance changed: 3 claims reworded."),
        ([Rule.STANCE_QUALIFIED], "No stance changed sides: 1 stance qualified."),
    ],
)
def test_verdict(rules: list[Rule], said: str) -> None:
    assert outcome(rules) == said


@pytest.mark.parametrize(
    ("rules", "left_out", "said"),
    [
        ([], [Rule.STANCE_REVERSED], "Nothing is left to report: 1 change is accepted or left out."),
        ([], [Rule.CLAIM_ADDED] * 2, "Nothing is left to report: 2 changes are accepted or left out."),
        ([Rule.CLAIM_ADDED], [Rule.STANCE_REVERSED], "1 claim added."),
        ([Rule.CLAIM_ADDED], [Rule.STANCE_QUALIFIED], "No stance changed sides: 1 claim added."),
        ([Rule.CLAIM_ADDED], [Rule.CLAIM_ADDED], "No stance changed: 1 claim added."),
    ],
)
def test_what_is_left_out_is_not_said_to_have_stayed(rules: list[Rule], left_out: list[Rule], said: str) -> None:
    assert outcome(rules, left_out) == said


def test_what_could_not_be_read_may_have_changed() -> None:
    assert (
        outcome([], partial=True)
        == "No stance changed, and nothing else that anybody says did, as far as it could be read."
    )


def test_every_kind_is_counted() -> None:
    assert set(RULES) == set(Rule)


def test_what_nobody_reads_on_is_only_counted() -> None:
    assert tally(Rule).endswith(f" and {len(Rule) - 8} other changes")
    assert tally(Rule).count(",") >= 6


def test_where_a_dispute_closes_it_is_counted_and_not_each_of_its_questions() -> None:
    closed = [Rule.CONFLICT_CLOSED] * 4
    assert (
        outcome(closed, disputes={Rule.CONFLICT_CLOSED: DisputeCount(4, 1)}) == "No stance changed: 1 dispute closed."
    )
    said = "No stance changed: 2 disputes closed and 1 disagreement closed."
    assert outcome(closed, disputes={Rule.CONFLICT_CLOSED: DisputeCount(3, 2)}) == said


def test_every_change_is_counted_once() -> None:
    numbers = [int(word) for word in tally(Rule).replace("(", " ").split() if word.isdigit()]
    inside = 6
    assert sum(numbers) - inside == len(Rule)
