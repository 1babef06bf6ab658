"""Of which dispute a disagreement that opens or closes is a question, and whether the dispute does so too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.change import AlignmentChange, ChangedDispute

Differing = Callable[..., object]
HEAD = "claims it: T.\n"
GO, PAY = ("  answers go: {}\n", "  answers pay: {}\n")
BOTH = HEAD + GO.format("yes") + PAY.format("city")
AGAINST = HEAD + GO.format("no") + PAY.format("users")


def disputes(story: object) -> list[tuple[str, str | None, ChangedDispute | None]]:
    changes = [change for change in story.changes if isinstance(change, AlignmentChange)]  # type: ignore[attr-defined]
    return [(change.rule.value, change.record.issue, change.dispute) for change in changes]


def said(story: object) -> list[tuple[str, list[str], list[str]]]:
    """Of each disagreement the questions of its dispute, and those that are there on both sides."""
    return [
        (f"{rule} {issue}", *([str(each.issue) for each in some] for some in (dispute.questions, dispute.lasting)))
        for rule, issue, dispute in disputes(story)
        if dispute is not None
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (HEAD, HEAD + GO.format("yes"), [("conflict-opened go", ["go"], [])]),
        (HEAD + GO.format("yes"), HEAD, [("conflict-closed go", ["go"], [])]),
        (BOTH, HEAD + GO.format("yes"), [("conflict-closed pay", ["go", "pay"], ["go"])]),
        (HEAD + GO.format("yes"), BOTH, [("conflict-opened pay", ["go", "pay"], ["go"])]),
        (BOTH, HEAD, [("conflict-closed go", ["go", "pay"], []), ("conflict-closed pay", ["go", "pay"], [])]),
        # From one question to another: the one dispute is gone, and the other is new.
        (
            HEAD + GO.format("yes"),
            HEAD + PAY.format("city"),
            [("conflict-closed go", ["go"], []), ("conflict-opened pay", ["pay"], [])],
        ),
    ],
)
def test_beside_somebody_who_says_otherwise_in_one_breath(
    differing: Differing, old: str, new: str, told: list[tuple[str, list[str], list[str]]]
) -> None:
    assert said(differing((old, AGAINST), (new, AGAINST))) == told


def test_what_rests_on_other_claims_is_another_dispute(differing: Differing) -> None:
    apart = "claims it: T.\n  answers go: no\nclaims that: U.\n  answers pay: users\n"
    mine = "claims it: T.\n  answers go: yes\nclaims that: U.\n"
    assert said(differing((mine, apart), (mine + PAY.format("city"), apart))) == [("conflict-opened pay", ["pay"], [])]


def test_over_a_link(differing: Differing) -> None:
    link = "link a.it contradicts b.it\n"
    story = differing((HEAD, HEAD), (HEAD, HEAD), shared="# here\n", replaced=("# here\n", link))
    ((rule, issue, dispute),) = disputes(story)
    assert (rule, issue) == ("conflict-opened", None)
    assert dispute is not None and len(dispute.questions) == 1 and not dispute.goes_on


def test_nobody_is_in_dispute_with_itself(differing: Differing) -> None:
    shows = "reports theirs from ministry: T2.\n  answers go: {}\n"
    story = differing((HEAD, HEAD), (HEAD + shows.format("yes"), HEAD + shows.format("no")))
    assert ("conflict-opened", "go", None) in disputes(story)


def test_agreements_have_none(differing: Differing) -> None:
    story = differing((HEAD, AGAINST), (HEAD + GO.format("no"), AGAINST))
    assert disputes(story) == [("agreement-gained", "go", None)]
