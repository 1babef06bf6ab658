"""Which positions an issue declares to go together."""

from collections.abc import Callable

from argmap.model.corpus import Corpus
from argmap.model.ids import IssueId, PositionId
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
ISSUE = "issue pay: Pay?\n  position city: C\n  position state: S\n  position users: U\n"
USED = "document d: D\n  author a: A\nclaims x (possible): X\n  answers pay: city\n"
USED += "claims y (possible): Y\n  answers pay: state\nclaims z (possible): Z\n  answers pay: users\n"


def groups(understand: Understand, line: str) -> tuple[list[set[str]], list[str]]:
    """The groups that are kept, and the codes of what was found."""
    corpus, findings = understand(ISSUE + line, USED)
    return [set(group) for group in corpus.issues[IssueId("pay")].compatible], [finding.code for finding in findings]


def test_a_position_alone_is_compatible_with_nothing_and_no_group(understand: Understand) -> None:
    assert groups(understand, "  compatible: city, state\n") == ([{"city", "state"}], [])
    assert groups(understand, "  compatible: city\n") == ([], ["A218"])


def test_of_a_group_only_known_positions_are_left_and_one_is_none(understand: Understand) -> None:
    kept, codes = groups(understand, "  compatible: city, nobody\n")
    assert (kept, codes) == ([], ["A102"])
    kept, codes = groups(understand, "  compatible: city, state, nobody\n")
    assert (kept, codes) == ([{"city", "state"}], ["A102"])


def test_several_lines_are_several_groups(understand: Understand) -> None:
    lines = "  compatible: city, state\n  compatible: state, users\n"
    corpus, _ = understand(ISSUE + lines, USED)
    issue = corpus.issues[IssueId("pay")]
    excluded = [
        (one.id, other.id) for one in issue.positions for other in issue.positions if issue.excludes(one.id, other.id)
    ]
    assert excluded == [(PositionId("city"), PositionId("users")), (PositionId("users"), PositionId("city"))]
