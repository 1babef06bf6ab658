from collections.abc import Callable

import pytest

from argmap.language.tree import SyntaxFile
from argmap.source.finding import Outcome

Parse = Callable[[str], Outcome[SyntaxFile]]
CONFLICT = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> b\n"


def names(outcome: Outcome[SyntaxFile]) -> list[str]:
    return [line.content.id.text for s in outcome.value.statements for line in s.lines if hasattr(line.content, "id")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_nothing_in_a_conflict_is_read(parse: Parse, end: str) -> None:
    text = "claims a: A\n" + CONFLICT.format("claims b: B\nclams\n", "claims b: C\n") + "claims d: D\n"
    outcome = parse(text.replace("\n", end))
    assert [finding.code for finding in outcome.findings] == ["A003"]
    assert len(outcome.findings[0].related) == 2
    assert names(outcome) == ["a", "d"]


def test_a_statement_with_a_conflict_in_it_is_cut_short(parse: Parse) -> None:
    outcome = parse("claims a: A\n" + CONFLICT.format("  because b: B\n", "  because c: C\n") + "  because d: D\n")
    assert names(outcome) == ["a"]
    first = outcome.value.statements[0]
    assert first.gaps == ((first.span.end, first.span.end),)


def test_two_conflicts_are_two_findings(parse: Parse) -> None:
    outcome = parse(CONFLICT.format("", "") + "claims a: A\n" + CONFLICT.format("", ""))
    assert [finding.code for finding in outcome.findings] == ["A003", "A003"]
    assert names(outcome) == ["a"]


def test_longer_marks_open_a_conflict_that_only_marks_as_long_end(parse: Parse) -> None:
    inner = CONFLICT.format("claims b: B\n", "claims b: C\n")
    outer = f"{'<' * 9} ours\nclaims a: A\n{'|' * 9} base\n{inner}{'=' * 9}\nclaims a: B\n{'>' * 9} theirs\n"
    outcome = parse(f"{outer}claims d: D\n")
    assert [finding.code for finding in outcome.findings] == ["A003"]
    assert len(outcome.findings[0].related) == 3
    assert names(outcome) == ["d"]


def test_without_an_end_all_is_lost(parse: Parse) -> None:
    assert names(parse("claims a: A\n<<<<<<< HEAD\nclaims b: B\n")) == ["a"]


@pytest.mark.parametrize("text", ["======== \n", "<<<<<< a\n", ">>>>>>>b\n"])
def test_what_only_looks_like_a_mark(parse: Parse, text: str) -> None:
    assert [finding.code for finding in parse(text).findings] == ["A010"]
