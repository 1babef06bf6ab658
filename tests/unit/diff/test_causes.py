"""What a change of relations is put down to, where links, strengths and other stances change at once."""

from collections.abc import Callable

import pytest

from argmap.diff.change_subject import Kind, Subject, concerning

Differing = Callable[..., object]
CITY, STATE = "claims it: T.\n  answers pay: city\n", "claims it: T.\n  answers pay: state\n"
USERS = "claims it: T.\n  answers pay: users\n"


def lines(differing: Differing, old: tuple[str, ...], new: tuple[str, ...], **more: object) -> list[str]:
    """What is told of relations."""
    told = differing(old, new, **more).lines  # type: ignore[attr-defined]
    return [line for line in told if line.startswith(("conflict-", "agreement-", "verdict-", "crux-"))]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("in-tension-with", "contradicts", "conflict-opened pay a/b tension -> pay a/b contradiction <= link-retyped"),
        ("contradicts", "in-tension-with", "conflict-closed pay a/b contradiction -> pay a/b tension <= link-retyped"),
        ("contradicts", "", "conflict-closed pay a/b contradiction -> pay a/b compatible <= link-removed"),
        ("", "contradicts", "conflict-opened pay a/b compatible -> pay a/b contradiction <= link-added"),
    ],
)
def test_a_link_between_two_answers_is_the_cause(differing: Differing, old: str, new: str, told: str) -> None:
    def link(relation: str) -> str:
        return (f"link pay.city {relation} pay.state\n" if relation else "") + "term t: T.\n"

    both = (CITY, STATE)
    assert lines(differing, both, both, shared=link(old), replaced=(link(old), link(new))) == [told]


def test_a_declared_tension_alone_is_no_conflict(differing: Differing) -> None:
    shared = "term t: T.\n"
    replaced = (shared, shared + "link pay.city in-tension-with pay.state\n")
    assert lines(differing, (CITY, STATE), (CITY, STATE), shared=shared, replaced=replaced) == [
        "verdict-changed pay a/b compatible -> pay a/b tension <= link-added"
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(
            (CITY, USERS),
            (CITY + "  if poor: P.\n", USERS),
            "verdict-changed pay a/b contrariety -> pay a/b conditional <= condition-added",
            id="a condition that came",
        ),
        pytest.param(
            (CITY + "  if poor: P.\n    answers go: yes\n", USERS),
            (CITY + "  if poor: P.\n    answers go: yes\n", USERS + "\nclaims more: M.\n  answers go: yes\n"),
            "verdict-changed pay a/b conditional -> pay a/b contrariety <= claim-added",
            id="a condition that the other grants now",
        ),
        pytest.param(
            ("claims it: T.\n  because it-is: C.\n    answers pay: city\n", CITY),
            ("claims it: T.\n  despite it-is: C.\n    answers pay: city\n", CITY),
            "verdict-changed pay a/b agreement -> pay a/b qualified <= support-flipped",
            id="a concession",
        ),
        pytest.param(
            ("claims it (possible): T.\n  answers pay: city\n", USERS),
            (CITY, USERS),
            "verdict-changed pay a/b opposed -> pay a/b contrariety <= stance-qualified",
            id="a strength",
        ),
        pytest.param(
            (CITY + "  kind: fact\n  as-of: 2020\n", USERS + "  kind: fact\n  as-of: 2020\n"),
            (CITY + "  kind: fact\n  as-of: 2020\n", USERS + "  kind: fact\n  as-of: 2022\n"),
            "conflict-closed pay a/b contrariety -> pay a/b superseded <= claim-redated",
            id="a date",
        ),
        pytest.param(
            (CITY + "  kind: fact\n  as-of: 2022\n", USERS + "  kind: prediction\n  said: 2020\n  until: 2023\n"),
            (CITY + "  kind: fact\n  as-of: 2022\n", USERS + "  kind: prediction\n  said: 2020\n  until: 2021\n"),
            "verdict-changed pay a/b opposed -> pay a/b overtaken <= horizon-changed",
            id="the date of a forecast",
        ),
    ],
)
def test_each_thing_that_decides_a_verdict_is_its_cause(
    differing: Differing, old: tuple[str, ...], new: tuple[str, ...], told: str
) -> None:
    assert [line for line in lines(differing, old, new) if "pay a/b" in line] == [told]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        (
            "  exhaustive: city, users\n",
            "verdict-changed pay a/b contrariety -> pay a/b contradiction <= exhaustive-changed",
        ),
        ("  changes: yes\n", "conflict-closed pay a/b contrariety -> pay a/b other-times <= changes-changed"),
    ],
)
def test_what_an_issue_declares_is_the_cause(differing: Differing, field: str, told: str) -> None:
    old, new = "  compatible: city, state\n", f"  compatible: city, state\n{field}"
    one, other = (claim.replace(": T.", f": T.\n  said: {year}") for claim, year in ((CITY, 2010), (USERS, 2020)))
    assert lines(differing, (one, other), (one, other), replaced=(old, new)) == [told]


def test_another_strength_is_no_cause_beside_a_link(differing: Differing) -> None:
    firmer = CITY.replace("it:", "it (must):")
    story = differing(
        (CITY, STATE),
        (firmer, STATE),
        shared="link pay.city contradicts pay.state\n",
        replaced=("contradicts", "in-tension-with"),
    )
    assert "stance-qualified a pay accepted city -> accepted city must" in story.lines  # type: ignore[attr-defined]
    assert "conflict-closed pay a/b contradiction -> pay a/b tension <= link-retyped" in story.lines  # type: ignore[attr-defined]


def test_another_strength_is_no_cause_beside_another_answer(differing: Differing) -> None:
    yes, no = "claims it ({}): T.\n  answers go: yes\n", "claims it ({}): T.\n  answers go: no\n"
    old = (yes.format("certain"), yes.format("certain"))
    assert lines(differing, old, (yes.format("possible"), no.format("certain"))) == [
        "conflict-opened go a/b agreement -> go a/b contradiction <= stance-reversed"
    ]


def test_a_weaker_answer_still_agrees_and_still_conflicts(differing: Differing) -> None:
    yes, no = "claims it ({}): T.\n  answers go: yes\n", "claims it ({}): T.\n  answers go: no\n"
    qualified = "verdict-changed go a/b agreement -> go a/b qualified <= stance-qualified"
    for other, told in ((yes, [qualified]), (no, [])):
        old, new = yes.format("certain"), yes.format("possible")
        assert lines(differing, (old, other.format("certain")), (new, other.format("certain"))) == told


def test_of_several_holders_each_is_told_of_its_own_relations_only(differing: Differing) -> None:
    shown = "reports one from ministry: T1.\n  answers go: {0}\nreports two from envoy: T2.\n  answers go: {0}\n"
    no = "claims it: T.\n  answers go: no\n"
    difference = differing((shown.format("yes"), no), (shown.format("no"), no)).difference  # type: ignore[attr-defined]

    def about(actor: str) -> list[tuple[str, set[str]]]:
        found = []
        for change in concerning(Subject(Kind.HOLDER, f"a/{actor}"), difference):
            if change.rule.value.startswith(("conflict", "agreement")):
                alignment = change.old or change.new
                found.append((change.rule.value, {str(each.actor) for each in alignment.holders}))
        return found

    for actor in ("ministry", "envoy"):
        told = about(actor)
        assert told
        assert all(actor in actors for _, actors in told)
