"""The stances on one issue rest on whatever bears on it, and on nothing else."""

from collections.abc import Callable

import pytest
from counting import calls

from argmap.compare.stances import gather
from argmap.compare.stances_on_issue import StancesByIssue
from argmap.model.corpus import Corpus
from argmap.model.ids import IssueId

Understand = Callable[..., tuple[Corpus, object]]
ISSUES = "issue build: Build?\n  position yes: Y\n  position no: N\n\nissue cheap: Cheap?\n  position yes: Y\n\n"
OTHERS = "".join(f"issue o{n}: O{n}?\n  position yes: Y\n\n" for n in range(30))
TEXT = """document one: T
  author a: A

claims x: Build it.
  answers build: yes
  if y: It is cheap.
    answers cheap: yes

claims z: It costs little.
  answers cheap: yes

claims w: Leave it.
  because v: V.
    answers build: no
"""


def corpus_of(understand: Understand, *texts: str) -> Corpus:
    return understand(ISSUES + OTHERS, TEXT, *texts)[0]


def test_a_condition_that_the_author_grants_elsewhere_is_none(understand: Understand) -> None:
    corpus = corpus_of(understand)
    build = IssueId("build")
    alone, whole = StancesByIssue(corpus).on(build), gather(corpus)
    assert alone.by_issue[build] == whole.by_issue[build]
    (profile,) = alone.by_issue[build].values()
    assert not any(stance.conditions for stance in profile.stances)


def test_what_is_granted_is_seen_from_the_whole_document(understand: Understand) -> None:
    granting = TEXT.replace("  because v: V.", "  despite v: V.")
    corpus = understand(ISSUES, granting)[0]
    build = IssueId("build")
    (profile,) = StancesByIssue(corpus).on(build).by_issue[build].values()
    assert [stance.conceded for stance in profile.stances if stance.position == "no"] == [True]


def test_an_issue_that_nobody_answers_has_no_stances(understand: Understand) -> None:
    assert IssueId("o3") not in StancesByIssue(corpus_of(understand)).on(IssueId("o3")).by_issue
    with pytest.raises(KeyError):
        StancesByIssue(corpus_of(understand)).on(IssueId("none"))


def test_other_issues_cost_nothing(understand: Understand) -> None:
    def document(name: str, issues: str) -> str:
        claims = (f"claims c{n}: C{n}.\n  answers {issues.format(n)}: yes\n\n" for n in range(30))
        return f"document {name}: T\n  author {name}-a: A{name}\n\n{''.join(claims)}"

    few = StancesByIssue(corpus_of(understand), lambda document, corpus: frozenset())
    more = corpus_of(understand, *(document(f"d{n}", "o{}") for n in range(10)))
    many = StancesByIssue(more, lambda document, corpus: frozenset())
    assert few.answering
    assert many.answering
    assert calls(many.on, IssueId("build")) == calls(few.on, IssueId("build"))


def test_issues_that_bear_on_each_other_are_gathered_once(understand: Understand) -> None:
    alone = StancesByIssue(corpus_of(understand))
    # An answer to the one is made on a condition that the other decides.
    assert alone.on(IssueId("build")) is alone.on(IssueId("cheap"))
    assert alone.on(IssueId("o1")) is not alone.on(IssueId("o2"))
