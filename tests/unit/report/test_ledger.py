from itertools import pairwise

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from town import read

from argmap.compare.stances import gather
from argmap.report.ledger import ledger

ISSUES = """\
issue ban: Should the old town be closed to cars?
  position yes: Yes, all of it
  position partly: Some streets
  position no: No
  order: yes > partly > no
issue who: Who should pay?
  position town: The town
  position state: The state
  compatible: town, state
issue trade: Would the shops lose by it?
  position yes: They would
  position no: They would not
actor shops: The shopkeepers
actor ministry: The Ministry of Transport
"""
ONE = """\
document one: Close it
  author author-a: Author A

claims close (must): The old town must be closed to every car.
  answers ban: yes
  because no-loss: The shops will not lose.
    answers trade: no
  because air: The air is bad.
  and: Cars are what makes
    | the air of the old town so bad in summer.
  despite reports fear from shops (likely): The shops will lose customers.
    answers trade: yes

claims pays (likely): The town should pay.
  answers who: town
  if: It costs anything.

claims eager (likely): The ministry seems ready to pay.
  answers who: state from ministry (possible)
"""
TWO = """\
document two: Leave it
  author author-b: Author B

denies close: The old town should be closed.
  answers ban: yes
  because implies losing (unlikely..even-chance): The shops are unlikely to gain.
    answers trade: yes

doubts partly: Closing some streets would help.
  answers ban: partly

claims undecided: Nobody knows who should pay.
  answers who: open

claims hardly (even-chance): The town may pay or not.
  answers who: town
"""
LATER = """\
document later: Close some of it, or all
  author author-a

claims some: Some streets should be closed.
  answers ban: partly

claims all: All streets should be closed.
  answers ban: yes

claims mine: The shops have nothing to fear.
"""
LINKS = "link later.mine same-as one.no-loss: Both speak of the same shops.\n"
TEXTS = {"issues": ISSUES, "one": ONE, "two": TWO, "later": LATER, "links": LINKS}


def whole(**changes: str) -> list[str]:
    """The ledger of these texts, some of them replaced."""
    corpus, _ = read(**{**TEXTS, **changes})
    return ledger(gather(corpus)).splitlines()


def lines(**changes: str) -> list[str]:
    """The stances in that ledger."""
    return [line for line in whole(**changes) if line and not line.startswith("#")]


def difference(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_everything_that_a_line_can_say(file_regression: FileRegressionFixture) -> None:
    file_regression.check("\n".join(whole()) + "\n", encoding="utf-8")


def test_where_nobody_takes_a_stance_there_is_nothing() -> None:
    corpus, _ = read(one="document one: One\n  author author-a: Author A\n\nclaims it: It is so.\n")
    assert ledger(gather(corpus)) == ""


def test_what_follows_is_said_below_what_the_columns_are_and_sorted() -> None:
    found = whole()
    head = found[: found.index("")]
    assert head
    assert all(line.startswith("# ") for line in head)
    assert lines() == sorted(set(lines()))


def test_between_what_different_answers_change_a_line_stays() -> None:
    """git takes two changes for one where no line stands between them: also where one adds or removes a line."""
    found = whole()
    for first, second in pairwise(number for number, line in enumerate(found) if line in lines()):
        if found[first].split(" | ")[:2] != found[second].split(" | ")[:2]:
            holder, issue, *_ = found[second].split(" | ")
            assert found[second - 2 : second] == ["", f"# {holder} | {issue}"]


@pytest.mark.parametrize(
    ("old", "new", "went", "came"),
    [
        ("close (must)", "close (should)", 1, 1),
        ("  answers ban: yes\n  because no-loss", "  answers ban: no\n  because no-loss", 1, 1),
        ("  answers who: town\n", "", 1, 0),
        ("because air: The air is bad.\n  and:", "because air: The air is bad.\n  because:", 1, 1),
        ("from ministry (possible)", "from ministry (certain)", 1, 1),
        ("eager (likely)", "eager", 1, 1),
        ("claims pays (likely)", "implies pays (likely)", 1, 1),
    ],
)
def test_a_changed_stance_changes_its_own_line(old: str, new: str, went: int, came: int) -> None:
    assert old in ONE
    gone, new_lines = difference(lines(), lines(one=ONE.replace(old, new)))
    assert (len(gone), len(new_lines)) == (went, came)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Cars are what makes\n    | the air", "Cars are what makes the\n    | air"),
        ("The town should pay.", "It is for the town to pay."),
        ("  despite reports", "  despite: A premise without a name, before all others.\n  despite reports"),
        ("  because no-loss", "  because (example) no-loss"),
        ("claims pays", "claims near (certain): The shops are near.\n  because: So it is.\n\nclaims pays"),
        ("  because air", "  note: A remark.\n  because air"),
    ],
)
def test_what_is_no_stance_changes_no_line(old: str, new: str) -> None:
    assert old in ONE
    assert lines(one=ONE.replace(old, new)) == lines()


def test_reasons_count_although_it_is_said_again_more_firmly_without_them() -> None:
    again = ONE + "\nclaims again: It is clear that it must be closed.\n  answers ban: yes\n"
    went, came = difference(lines(), lines(one=again))
    assert [line.replace("| must |", "| plain |") for line in went] == came


def test_a_second_answer_leaves_the_line_of_the_first_as_it_was() -> None:
    only = LATER.replace("  answers ban: partly\n", "")
    went, came = difference(lines(later=only), lines())
    assert went == []
    assert came == [
        "later | ban | accepts partly | plain | said in later.some",
        "later | ban | mixed",
    ]


def test_no_text_breaks_a_line_or_hides_in_it() -> None:
    corpus, _ = read(**{**TEXTS, "one": ONE.replace("Cars are what", "One\u2028\u202etwo |")})
    shown = ledger(gather(corpus))
    assert not set(shown) & set("\u2028\u202e\r\t")
    assert "“One <U+202E>two | makes" in shown


def test_no_word_of_duty_stands_beside_an_answer_to_a_question_of_fact() -> None:
    said = "document one: D\n  author x: X\nclaims c (should): T.\n  answers trade: yes\n"
    shared = ISSUES.replace("issue trade: Would the shops lose by it?\n", "issue trade: Do they lose?\n  kind: fact\n")
    told = ledger(gather(read(shared=shared, one=said)[0]))
    assert "accepts yes | as what ought to be | " in told and "should" not in told.partition("one | trade")[2]
