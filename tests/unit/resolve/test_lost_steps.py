"""Linked premises are one reason: where one of them cannot be read, none of the reason is left."""

from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\nclaims x: X\n"


def reasons(understand: Understand, body: str) -> tuple[list[tuple[str, ...]], set[str]]:
    """The premises of each step for x, and the codes of what was found."""
    corpus, findings = understand(HEAD + body)
    steps = corpus.claims[ClaimId("d.x")].steps
    return [step.premises for step in steps], {finding.code for finding in findings}


@pytest.mark.parametrize(
    "field", ["", "    note: n\n", "    note: n\n    tags: t\n", "    because c: C\n      note: n\n"]
)
def test_a_mistyped_and_takes_the_reason_with_it(understand: Understand, field: str) -> None:
    both = f"  because a: A\n{field}  and b: B\n"
    assert reasons(understand, both)[0] == [("d.a", "d.b")]
    assert reasons(understand, both.replace("and", "adn")) == ([], {"A010"})


@pytest.mark.parametrize("field", ["  note: n\n", "    note: n\n  note: n\n", "  tags: t\n  note: n\n"])
def test_a_field_between_leaves_no_lone_reason_either(understand: Understand, field: str) -> None:
    """Whether the further premise is misplaced, mistyped or both: nobody wrote that the first one is enough."""
    apart = f"  because a: A\n{field}  and b: B\n"
    assert reasons(understand, apart) == ([], {"A202"})
    assert reasons(understand, apart.replace("and", "adn")) == ([], {"A010"})


def test_only_the_reason_that_it_stands_below_is_lost(understand: Understand) -> None:
    assert reasons(understand, "  because a: A\n    because c: C\n    adn d: D\n")[0] == [("d.a",)]
    assert reasons(understand, "  because a: A\n    because c: C\n  adn d: D\n")[0] == []
    assert reasons(understand, "  because a: A\n  because b: B\n  adn c: C\n")[0] == [("d.a",)]
    assert reasons(understand, "  adn c: C\n  because a: A\n")[0] == [("d.a",)]


def test_what_is_said_of_a_step_that_is_lost_is_said_of_no_other(understand: Understand) -> None:
    lost = "  because a: A\n  becuase b: B\n  step-note: of b\n  because c: C\n"
    corpus, findings = understand(HEAD + lost)
    assert {finding.code for finding in findings} == {"A010"}
    assert all(step.notes == () for step in corpus.claims[ClaimId("d.x")].steps)


@pytest.mark.parametrize("line", ["step-note: n", "step-at: 7"])
def test_nothing_is_linked_below_what_is_said_of_a_step(understand: Understand, line: str) -> None:
    assert reasons(understand, f"  because a: A\n  {line}\n  and b: B\n") == ([], {"A202"})
    assert reasons(understand, f"  {line}\n  because a: A\n") == ([("d.a",)], {"A203"})
    assert reasons(understand, f"  because a: A\n    {line}\n") == ([("d.a",)], {"A203"})
    assert reasons(understand, f"  because a: A\n  note: n\n  {line}\n") == ([("d.a",)], {"A203"})


def test_a_doubt_that_is_misplaced_takes_nothing_with_it(understand: Understand) -> None:
    assert reasons(understand, "  because a: A\n  note: n\n  undercut u: U\n") == ([("d.a",)], {"A203"})
