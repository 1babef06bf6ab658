import csv
import io

import pytest
from town import SHARED, Town, read

from argmap.api.comparing import Form, Question
from argmap.compare import agreement

ANSWERS = {"ban": "no", "trade": "yes", "who": "town"}


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def split(found: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """The matrix, and the pairs behind the empty line."""
    place = found.index([])
    return found[:place], found[place + 1 :]


def test_a_row_an_issue_and_a_column_a_document(town: Town) -> None:
    matrix, _ = split(rows(town.told(Form.CSV)))
    assert matrix == [
        ["issue", "question", "one", "later", "two"],
        ["ban", "Should the old town be closed to cars?", "yes (must) if + not no (should) *", "partly (likely)", "no"],
        ["trade", "Would the shops lose by it?", "no", "-", "yes (likely)"],
        ["who", "Who should pay?", "town (should)", "-", "town if + state (possible) + drivers *"],
    ]


def test_an_answer_that_was_looked_for_is_no_bare_silence() -> None:
    silent = "document later: L\n  author b: B\n  silent: who, ban\nclaims x: X.\n  answers ban: yes\n"
    asked = "".join(f"claims {name}: C.\n  answers {name}: {answer}\n" for name, answer in ANSWERS.items())
    corpus, texts = read(shared=SHARED, one=f"document one: O\n  author a: A\n{asked}", later=silent)
    matrix, _ = split(rows(Town(corpus, texts).told(Form.CSV)))
    assert {row[0]: row[2:] for row in matrix} == {
        "issue": ["later", "one"],
        "ban": ["yes", "no"],
        "trade": ["-", "yes"],
        "who": ["no answer", "town"],
    }


def test_one_issue_has_every_voice_on_it(town: Town) -> None:
    assert rows(town.told(Form.CSV, Question(issue="trade")))[0][2:] == ["one", "one/shops", "two"]


def test_a_row_a_pair_with_codes(town: Town) -> None:
    _, (head, *pairs) = split(rows(town.told(Form.CSV, Question(one="one", other="two"))))
    assert head == ["issue", "link", "one", "other", "verdict", "reason", "feasible", "qualifications"]
    assert pairs == [
        ["ban", "", "one", "two", "contrariety", "", "no", ""],
        ["trade", "", "one", "two", "contradiction", "", "no", ""],
        ["who", "", "one", "two", "contrariety", "", "no", ""],
        ["", "one.station contradicts two.losing", "one", "two", "contradiction", "", "no", ""],
    ]


def test_of_more_pairs_than_are_told_the_number_is_given(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "MOST_CONFLICTS", 0)
    assert split(rows(town.told(Form.CSV)))[1] == [["pairs of answers left out", "5"]]


def test_nothing_is_run_as_a_formula_or_breaks_a_row() -> None:
    shared = 'issue x: =1+1, "quoted"\n  position yes: Y\n  position no: N\n'
    corpus, texts = read(shared=shared, a="document a: A\n  author z: Z\nclaims c: C.\n  answers x: yes\n")
    told = Town(corpus, texts).told(Form.CSV)

    assert rows(told)[1] == ["x", '\'=1+1, "quoted"', "yes"]
    assert told.endswith("\r\n") and told.count("\r\n") == 2
