from collections.abc import Callable

import pytest

from argmap.language.tree import ClaimLine, Reference, Statement, SyntaxFile
from argmap.source.finding import Outcome

Parse = Callable[[str], Outcome[SyntaxFile]]


def outline(statement: Statement) -> list[str]:
    """Each line as its first word and id, what it stands under, and what it joins."""
    found = []
    for line in statement.lines:
        content = line.content
        step = content.step.text if isinstance(content, ClaimLine | Reference) and content.step else "-"
        name = content.id.text if isinstance(content, ClaimLine | Reference) and content.id else "-"
        found.append(f"{step} {name} under {line.parent} joins {line.joins}{' lacks' if line.lacks else ''}")
    return found


def codes(outcome: Outcome[SyntaxFile]) -> list[str]:
    return [finding.code for finding in outcome.findings]


def test_lines_know_what_they_stand_under_and_what_they_join(parse: Parse) -> None:
    outcome = parse(
        "claims a: A\n  because b: B\n    because c: C\n    and d: D\n  and e: E\n"
        "  undercut f: F\n  and g: G\n  undercut h: H\n  despite i: I\n"
    )
    assert codes(outcome) == []
    assert outline(outcome.value.statements[0]) == [
        "- a under -1 joins -1",
        "because b under 0 joins -1",
        "because c under 1 joins -1",
        "and d under 1 joins 2",
        "and e under 0 joins 1",
        "undercut f under 0 joins 1",
        "and g under 0 joins 5",
        "undercut h under 0 joins 1",
        "despite i under 0 joins -1",
    ]


def test_what_goes_with_a_refused_step_joins_no_other(parse: Parse) -> None:
    outcome = parse(
        "claims a: A\n  because b: B\n  becuase c: C\n  and d: D\n    because e: E\n\n  # so\n  undercut f: F\n"
        "  because g: G\n  and h: H\n"
    )
    assert codes(outcome) == ["A010"]
    assert outline(outcome.value.statements[0]) == [
        "- a under -1 joins -1",
        "because b under 0 joins -1",
        "because g under 0 joins -1",
        "and h under 0 joins 2",
    ]


@pytest.mark.parametrize("lost", ["and c C", "and c: ", "adn c: C", "and (a (b)) c: C", "???\n  and c: C"])
def test_a_step_that_lost_a_premise_is_marked(parse: Parse, lost: str) -> None:
    outcome = parse(f"claims a: A\n  because b: B\n  {lost}\n  because d: D\n")
    assert len(outcome.findings) == 1
    assert outline(outcome.value.statements[0])[1:] == [
        "because b under 0 joins -1 lacks",
        "because d under 0 joins -1",
    ]


@pytest.mark.parametrize("lost", ["becuase c: C", "becuase c: C\n  and d: D", "note", "at: x", "undercut c C", "???"])
def test_a_step_that_lost_none_is_not(parse: Parse, lost: str) -> None:
    outcome = parse(f"claims a: A\n  because b: B\n  {lost}\n")
    assert len(outcome.findings) == 1
    assert outline(outcome.value.statements[0])[1:] == ["because b under 0 joins -1"]


def test_an_undercut_that_lost_a_premise_is_marked_and_its_step_is_not(parse: Parse) -> None:
    outcome = parse("claims a: A\n  because b: B\n  undercut c: C\n  and d D\n")
    assert outline(outcome.value.statements[0])[1:] == [
        "because b under 0 joins -1",
        "undercut c under 0 joins 1 lacks",
    ]


def test_the_rest_of_a_statement_stands(parse: Parse) -> None:
    text = "claims a: A\n  becuase b: B\n      nonsense\n    because c: C\n  because d: D\n"
    outcome = parse(text)
    (statement,) = outcome.value.statements
    assert codes(outcome) == ["A010"]
    assert outline(statement)[1:] == ["because d under 0 joins -1"]
    assert [text[gap.start : gap.end].split() for gap in statement.gaps] == [
        "becuase b: B nonsense because c: C".split()
    ]


def test_without_its_first_line_a_statement_is_one_gap(parse: Parse) -> None:
    outcome = parse("# kept\nclams a: A\n  becuase b: B\n  and\nclaims d: D\n")
    lost, kept = outcome.value.statements
    assert codes(outcome) == ["A010", "A010", "A201"]
    assert (lost.lines, lost.comments) == ((), ("# kept",))
    assert outline(kept) == ["- d under -1 joins -1"]


def test_a_line_that_cannot_stand_here_takes_with_it_what_joins_it(parse: Parse) -> None:
    outcome = parse("section: S\n  because a: A\n    because b: B\n  and c: C\n  undercut d: D\n  note: kept\n")
    assert codes(outcome) == ["A011"]
    assert len(outcome.value.statements[0].lines) == 2


def test_text_before_the_first_statement_is_one_finding(parse: Parse) -> None:
    outcome = parse("# fine\n  stray: one\n    two\n\nclaims a: A\n")
    assert codes(outcome) == ["A008"]
    assert len(outcome.value.statements) == 2


def test_comments_belong_to_what_follows(parse: Parse) -> None:
    first, second = parse(
        "# 1\nclaims a: A\n  # 2\n  note: n\n    # 3\n    | m\n  # 4\n# 5\nclaims b: B\n"
    ).value.statements
    assert [line.comments for line in first.lines] == [("# 1",), ("# 2", "# 3")]
    assert second.lines[0].comments == ("# 4", "# 5")
    assert parse("claims a: A\n# last\n").value.ending == ("# last",)


def test_many_alike_are_few_findings(parse: Parse) -> None:
    outcome = parse("claims a: A\n" + "  nonsense\n" * 500)
    assert codes(outcome) == ["A010"] * 19 + ["A020"]
    assert outcome.findings[-1].message.startswith("481 more")


def test_a_file_indented_alike_is_one_finding(parse: Parse) -> None:
    outcome = parse("".join(f"claims c{number}: C\n    because: D\n" for number in range(50)))
    assert codes(outcome) == ["A007"]
    assert "49 more statements" in outcome.findings[0].message


def test_a_few_indented_wrongly_are_told_one_by_one(parse: Parse) -> None:
    outcome = parse("claims a: A\n   because: D\nclaims b: B\n   because: E\n")
    assert codes(outcome) == ["A007", "A007"]


def test_carets_stand_under_what_is_meant(parse: Parse) -> None:
    for text, meant in (
        ("claims a: A\n  becuase b: B\n", "becuase"),
        ("claims a: A\n  because x_y: B\n", "x_y"),
        ("claims a: A\n  because (a b: B\n", "(a b"),
        ("claims a: A\n   because b: B\n", "   "),
        ("claims a: A\n  answers i: a b\n", "a b"),
        ("claims a:A\n", ":"),
        ("link a.b c.d\n", "a.b c.d"),
        ("reports a from x not: A\n", "not"),
    ):
        (finding,) = parse(text).findings
        assert text[finding.place.span.start : finding.place.span.end] == meant
