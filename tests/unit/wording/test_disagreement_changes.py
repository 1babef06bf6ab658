"""How it is said that holders disagree, agree or turn on something anew, of one holder and of several."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from argmap.diff.differ import diff
from argmap.diff.significance import judge
from argmap.model.corpus import Corpus
from argmap.report.difference.difference_page import terminal_page
from argmap.report.difference.difference_report import DiffReport
from argmap.report.terminal import terminal

Understand = Callable[..., tuple[Corpus, object]]
ISSUES = """issue go: Should it be done?
  position yes: It should
  position no: It should not
issue pay: Who should pay?
  position city: The city
  position users: The users
"""
HEAD = "document {0}: View {0}\n  author {0}-one: {0} One\nclaims main: The main thing of {0}.\nclaims it: T.\n"
YES, NO, CITY, USERS = (f"  answers {answer}\n" for answer in ("go: yes", "go: no", "pay: city", "pay: users"))


@pytest.fixture
def told(understand: Understand) -> Callable[..., list[str]]:
    """A function of what documents said and say in one claim: the sentences of what follows, without their codes.

    The first document alone changes, or goes; with it a link may come.
    """

    def function(
        old: str,
        new: str | None,
        *others: str,
        shared: str = ISSUES,
        linked: str = "",
        several: bool = False,
        full: bool = False,
    ) -> list[str]:
        head = HEAD.replace("\nclaims main", "\n  author {0}-two: {0} Two\nclaims main") if several else HEAD
        files = (
            [head.format(name) + said for name, said in zip("ABCD", (one, *others), strict=False) if said is not None]
            for one in (old, new)
        )
        before, after = (understand(shared + link, *side)[0] for link, side in zip(("", linked), files, strict=True))
        difference = diff(before, after)
        report = DiffReport(difference=difference, judged=tuple(judge(difference.changes)))
        lines = terminal(terminal_page(report, full=full), 1000).splitlines()
        return [line.strip().partition(" [")[0][2:] for line in lines if re.match(r" +[◆◇·] ", line)]

    return function


def test_a_dispute_closes_with_each_of_several(told: Callable[..., list[str]]) -> None:
    assert told(YES, "", NO) == ["The dispute with B One (B) closes"]
    assert told(YES, "", NO, NO) == ["2 disputes close: with B One (B) and C One (C)"]
    assert told(YES, "", NO, NO, full=True) == [
        "The dispute with B One (B) closes",
        "The dispute with C One (C) closes",
    ]


def test_a_dispute_opens_with_the_answers_that_clash(told: Callable[..., list[str]]) -> None:
    assert told("", YES, NO, NO) == [
        "2 disputes open: with B One (B) and C One (C): “It should” against “It should not”"
    ]


def test_one_question_of_a_dispute(told: Callable[..., list[str]]) -> None:
    assert told(YES + CITY, YES, NO + USERS) == [
        "no longer disagrees with B One (B); their dispute on “Should it be done?” goes on"
    ]
    assert told(YES, YES + CITY, NO + USERS) == [
        "now disagrees with B One (B): “The city” against “The users”; "
        "their dispute on “Should it be done?” was there before"
    ]


def test_all_questions_of_a_dispute_under_two_stances(told: Callable[..., list[str]]) -> None:
    assert told(YES + CITY, "", NO + USERS) == [
        "no longer disagrees with B One (B); their dispute closes, with 1 more question",
        "no longer disagrees with B One (B); their dispute closes, with 1 more question",
    ]


def test_all_questions_of_a_dispute_at_once(told: Callable[..., list[str]]) -> None:
    assert told(YES + CITY, None, NO + USERS)[2:] == ["The dispute with B One (B) on go and pay closes"]


def test_verbs_agree_with_the_authors_of_a_document(told: Callable[..., list[str]]) -> None:
    assert told(YES + CITY, YES, NO + USERS, several=True) == [
        "no longer disagree with B One and B Two (B); their dispute on “Should it be done?” goes on"
    ]
    assert told(YES, "", YES, YES, several=True) == ["no longer agree with B One and B Two (B) and C One and C Two (C)"]
    assert told("", NO, NO, several=True) == ["now agree with B One and B Two (B): they answer “It should not”"]


def test_what_is_too_much_of_a_kind_is_only_counted(told: Callable[..., list[str]]) -> None:
    questions = [f"q{number}" for number in range(7)]
    shared = "".join(f"issue {name}: Is {name}?\n  position yes: Yes\n  position no: No\n" for name in questions)
    one, other = (
        "".join(f"claims c-{name}: C {name}.\n  answers {name}: {answer}\n" for name in questions)
        for answer in ("yes", "no")
    )
    gone = f"issue more: More?\n  position yes: Yes\n  position no: No\n{shared}"
    assert told(one, None, other, shared=gone) == [
        "7 stances retracted: of the author",
        "7 disputes closed: with B One (B)",
    ]
    assert len(told(one, None, other, shared=gone, full=True)) == 14


def test_what_a_link_joins_is_named_once(told: Callable[..., list[str]]) -> None:
    link = "link A.it contradicts B.it\n"
    assert told("", "", "", shared=ISSUES, linked=link) == ["A dispute with B One (B) opens"]
