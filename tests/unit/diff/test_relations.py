"""Which conflicts, agreements and cruxes came and went, and from what that follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.change import Change

Differing = Callable[..., object]
YES, NO = "claims it: T.\n  answers go: yes\n", "claims it: T.\n  answers go: no\n"
OPEN, SILENT = "claims it: T.\n  answers go: open\n", "claims it: T.\n"
UNSURE = "claims it (possible): T.\n  answers go: yes\n"
RULES = ("conflict-", "agreement-", "verdict-", "crux-")


def relations(story: object) -> list[str]:
    return [line for line in story.lines if line.startswith(RULES)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (SILENT, YES, ["conflict-opened nothing -> go a/b contradiction <= stance-adopted"]),
        (NO, YES, ["conflict-opened go a/b agreement -> go a/b contradiction <= stance-reversed"]),
        (YES, NO, ["conflict-closed go a/b contradiction -> go a/b agreement <= stance-reversed"]),
        (YES, OPEN, ["conflict-closed go a/b contradiction -> go a/b undecided <= stance-suspended"]),
        (YES, "", ["conflict-closed go a/b contradiction -> nothing <= claim-removed"]),
        (YES, UNSURE, ["verdict-changed go a/b contradiction -> go a/b opposed <= stance-qualified"]),
        (SILENT, NO, ["agreement-gained nothing -> go a/b agreement <= stance-adopted"]),
        (OPEN, NO, ["agreement-gained go a/b undecided -> go a/b agreement <= stance-settled"]),
        (NO, SILENT, ["agreement-lost go a/b agreement -> nothing <= stance-retracted"]),
        (SILENT, OPEN, []),
    ],
)
def test_beside_somebody_who_says_no(differing: Differing, old: str, new: str, told: list[str]) -> None:
    assert relations(differing((old, NO), (new, NO))) == told


def test_actors_count_where_their_stances_changed(differing: Differing) -> None:
    other = "reports theirs from envoy: T2.\n  answers go: yes\n" + NO
    old, new = (f"reports ours from {who}: T3.\n  answers go: no\n" for who in ("ministry", "ministry, envoy"))
    assert relations(differing((old, other), (new, other))) == [
        "agreement-gained nothing -> go a/envoy/b agreement <= attribution-changed"
    ]


def test_whoever_is_not_concerned_is_left_out(differing: Differing) -> None:
    assert relations(differing((SILENT, NO, YES), (SILENT + "claims more: M.\n  answers pay: city\n", NO, YES))) == []


def test_an_issue_that_is_asked_otherwise(differing: Differing) -> None:
    old = ("claims it: T.\n  answers pay: city\n", "claims it: T.\n  answers pay: users\n")
    story = differing(old, old, replaced=("compatible: city, state", "compatible: city, users"))
    assert story.lines == [
        "issue-rescaled pay",
        "conflict-closed pay a/b contrariety -> pay a/b compatible <= issue-rescaled",
    ]


def test_facts_of_other_times(differing: Differing) -> None:
    dated = "  kind: fact\n  as-of: {}\n"
    one, other, later = YES + dated.format(2019), NO + dated.format(2019), NO + dated.format(2021)
    assert differing((one, other), (one, later)).lines == [
        "claim-redated b.it",
        "conflict-closed go a/b contradiction -> go a/b superseded <= claim-redated",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "contradicts", ["conflict-opened nothing -> a.it~b.it a/b contradiction <= link-added"]),
        (
            "same-as",
            "contradicts",
            ["conflict-opened a.it~b.it a/b agreement -> a.it~b.it a/b contradiction <= link-retyped"],
        ),
        ("contrary-to", "unrelated-to", ["conflict-closed a.it~b.it a/b contrariety -> nothing <= link-retyped"]),
        ("same-as", "entails", []),
        ("same-as", "", ["agreement-lost a.it~b.it a/b agreement -> nothing <= link-removed"]),
    ],
)
def test_links(differing: Differing, old: str, new: str, told: list[str]) -> None:
    def link(relation: str) -> str:
        return (f"link a.it {relation} b.it\n" if relation else "") + "term t: T.\n"

    story = differing((SILENT, SILENT), (SILENT, SILENT), shared=link(old), replaced=(link(old), link(new)))
    assert relations(story) == told


def test_a_claim_at_the_end_of_a_link(differing: Differing) -> None:
    story = differing((SILENT, SILENT), ("denies it: T.\n", SILENT), shared="link a.it same-as b.it\n")
    assert story.lines == [
        "stance-reversed a a.it accepted -> rejected",
        "conflict-opened a.it~b.it a/b agreement -> a.it~b.it a/b contradiction <= stance-reversed",
    ]


def test_what_a_link_implies(differing: Differing) -> None:
    bodies = ("claims it: T.\n  answers pay: users\n", NO)
    shared = "link pay.users unrelated-to go.yes\n"
    story = differing(bodies, bodies, shared=shared, replaced=("unrelated-to", "entails"))
    assert story.lines == [
        "link-retyped pay.users unrelated-to go.yes -> pay.users entails go.yes",
        "conflict-opened nothing -> go a/b contradiction <= link-retyped",
        "conflict-opened nothing -> pay a/b contradiction <= link-retyped",
    ]


def test_what_a_claim_implies_by_a_link(differing: Differing) -> None:
    shared = "link a.far same-as b.yes\n"
    other = "claims yes: Y.\n  answers go: yes\n"
    third = NO
    story = differing(("", other, third), ("claims far: F.\n", other, third), shared=shared)
    assert relations(story)[0] == "conflict-opened nothing -> go a/c contradiction <= claim-added"


CRUX = "claims it: T.\n  answers go: yes\n  because city: C.\n    answers pay: city\n"
DEEP = CRUX.replace("because", "because middle: M.\n    because").replace("    answers", "      answers")
AGAINST = NO + "claims users: U.\n  answers pay: users\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (CRUX, CRUX + "  because other: O.\n", ["crux-shifted on pay <= support-added"]),
        (CRUX, CRUX + "  and other: O.\n", []),
        (
            CRUX,
            CRUX.replace("because", "despite"),
            [
                "verdict-changed pay a/b contrariety -> pay a/b opposed <= support-flipped",
                "crux-lost on pay -> nothing <= support-flipped",
            ],
        ),
        (
            CRUX,
            CRUX.replace("city: C", "(explanation) city: C"),
            ["crux-lost on pay -> nothing <= support-removed, support-added"],
        ),
        (
            CRUX,
            CRUX.replace("pay: city", "pay: users"),
            [
                "conflict-closed pay a/b contrariety -> pay a/b agreement <= stance-reversed",
                "crux-lost on pay -> nothing <= stance-reversed",
            ],
        ),
        (
            DEEP,
            DEEP.replace("because city", "because: O.\n    because city"),
            ["crux-shifted on pay <= support-added"],
        ),
    ],
)
def test_cruxes(differing: Differing, old: str, new: str, told: list[str]) -> None:
    assert relations(differing((old, AGAINST), (new, AGAINST))) == told


def test_a_crux_by_what_the_other_says(differing: Differing) -> None:
    assert relations(differing((CRUX, NO), (CRUX, AGAINST))) == [
        "conflict-opened nothing -> pay a/b contrariety <= claim-added",
        "crux-gained nothing -> on pay <= claim-added",
    ]


def test_no_crux_of_a_conflict_that_is_new_itself(differing: Differing) -> None:
    story = differing((CRUX, ""), (CRUX, AGAINST))
    assert [rule for rule in story.rules if rule.startswith("crux")] == []


def test_causes_are_the_changes_themselves(differing: Differing) -> None:
    changes: tuple[Change, ...] = differing((CRUX, NO), (CRUX, AGAINST)).changes
    for change in changes:
        assert all(any(cause is other for other in changes) for cause in change.causes)
