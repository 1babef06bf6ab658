"""How stances on issues changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.change import StanceChange

Differing = Callable[..., object]


def claim(*answers: str, head: str = "claims it", under: str = "") -> str:
    return f"{head}: T.\n" + "".join(f"  answers {answer}\n" for answer in answers) + under


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (("go: yes",), ("go: no",), ["stance-reversed a go accepted yes -> accepted no"]),
        (("go: yes",), ("go: not yes",), ["stance-reversed a go accepted yes -> rejected yes"]),
        (("go: yes",), ("go: not no",), ["answers-changed a.it"]),
        (("go: yes", "go: not no"), ("go: yes",), ["answers-changed a.it"]),
        (("pay: city",), ("pay: not city",), ["stance-reversed a pay accepted city -> rejected city"]),
        (("pay: city",), ("pay: users",), ["stance-reversed a pay accepted city -> accepted users"]),
        (
            ("pay: city",),
            ("pay: state",),
            ["stance-retracted a pay accepted city -> nothing", "stance-adopted a pay nothing -> accepted state"],
        ),
        (("pay: city",), ("pay: city", "pay: state"), ["stance-adopted a pay nothing -> accepted state"]),
        (
            ("pay: city", "pay: state"),
            ("pay: users",),
            [
                "stance-reversed a pay accepted city -> accepted users",
                "stance-retracted a pay accepted state -> nothing",
            ],
        ),
        (("pace: fast",), ("pace: steady",), ["stance-shifted a pace accepted fast -> accepted steady"]),
        (("pace: fast",), ("pace: slow",), ["stance-reversed a pace accepted fast -> accepted slow"]),
        (("pace: fast",), ("pace: open",), ["stance-suspended a pace accepted fast -> open open"]),
        (("pace: open",), ("pace: fast",), ["stance-settled a pace open open -> accepted fast"]),
        (("pace: open",), (), ["stance-retracted a pace open open -> nothing"]),
        ((), ("pace: slow",), ["stance-adopted a pace nothing -> accepted slow"]),
        ((), ("pace: not slow",), ["stance-adopted a pace nothing -> rejected slow"]),
        (("pay: not users",), ("pay: city",), ["stance-adopted a pay nothing -> accepted city"]),
        (("pay: users",), ("pay: not city",), ["stance-retracted a pay accepted users -> nothing"]),
        (
            ("pay: city from ministry",),
            ("pay: users from ministry",),
            ["stance-reversed a/ministry pay accepted city -> accepted users"],
        ),
        (
            ("pay: city",),
            ("pay: city from ministry",),
            [
                "stance-retracted a pay accepted city -> nothing",
                "stance-adopted a/ministry pay nothing -> accepted city",
            ],
        ),
    ],
)
def test_other_answers(differing: Differing, old: tuple[str, ...], new: tuple[str, ...], told: list[str]) -> None:
    assert differing(claim(*old), claim(*new)).lines == told


@pytest.mark.parametrize(
    ("old", "new", "distance"),
    [
        ("claims it (likely)", "claims it (very-likely)", 1),
        ("claims it (possible)", "claims it (certain)", 3),
        ("claims it (likely)", "claims it", 2),
        ("claims it (likely)", "claims it (unlikely)", 4),
        ("claims it (should)", "claims it (should-not)", 4),
        ("claims it (should)", "claims it (must)", 1),
        ("claims it", "claims it (should)", 1),
        ("claims it (likely..certain)", "claims it (very-likely..certain)", 1),
        ("claims it", "implies it", 1),
        ("denies it", "doubts it", 2),
    ],
)
def test_the_same_answer_on_other_terms(differing: Differing, old: str, new: str, distance: int) -> None:
    for one, other in ((old, new), (new, old)):
        (change,) = differing(claim("pay: city", head=one), claim("pay: city", head=other)).changes
        assert isinstance(change, StanceChange)
        assert (change.rule, change.distance) == ("stance-qualified", distance)


def test_a_kind_alone_changes_no_stance(differing: Differing) -> None:
    assert differing(claim("go: yes"), claim("go: yes", under="  kind: policy\n")).lines == ["claim-kind-changed a.it"]


def test_the_firmest_claim_counts(differing: Differing) -> None:
    weak, firm = claim("go: yes", head="claims weak (possible)"), claim("go: yes", head="claims firm (certain)")
    assert differing(weak + firm, firm).lines == ["claim-removed a.weak -> nothing"]
    assert differing(weak + firm, weak).lines == [
        "claim-removed a.firm -> nothing",
        "stance-qualified a go accepted yes certain -> accepted yes possible <= claim-removed",
    ]


def test_an_even_chance_leaves_it_open(differing: Differing) -> None:
    story = differing(claim("go: yes", head="claims it (likely)"), claim("go: yes", head="claims it (even-chance)"))
    assert story.lines == ["stance-suspended a go accepted yes likely -> open yes even-chance"]


def test_a_condition_is_the_cause_of_a_conditional_stance(differing: Differing) -> None:
    story = differing(claim("go: yes"), claim("go: yes", under="  if rain: It rains.\n"))
    assert story.lines == [
        "condition-added a.it nothing -> if a.rain",
        "stance-qualified a go accepted yes -> accepted yes if <= condition-added",
    ]


def test_who_holds_the_claim_is_the_cause(differing: Differing) -> None:
    story = differing(claim("go: yes"), claim("go: yes", head="reports it from ministry"))
    assert story.lines == [
        "attribution-changed a.it",
        "stance-retracted a go accepted yes -> nothing <= attribution-changed",
        "stance-adopted a/ministry go nothing -> accepted yes <= attribution-changed",
    ]


def test_a_step_is_the_cause_where_its_premise_went_with_it(differing: Differing) -> None:
    deep = "  because why: T.\n    because deep: T2.\n      answers pay: city\n"
    assert differing(claim(under=deep), claim()).lines[:3] == [
        "support-removed a.it because a.why -> nothing",
        "stance-retracted a pay accepted city -> nothing <= support-removed",
        "conclusion-ungrounded a.it <= support-removed",
    ]


def test_a_position_that_went_takes_its_stances(differing: Differing) -> None:
    rest = claim("pay: users")
    story = differing(rest, rest, replaced=("  position users: The users\n", ""))
    assert story.lines == [
        "position-removed pay users -> nothing",
        "stance-retracted a pay accepted users -> nothing <= position-removed",
    ]


def test_a_stance_on_an_issue_that_is_asked_otherwise(differing: Differing) -> None:
    """Just yes or no on one side only: what is rejected there is not compared as if it were accepted."""
    story = differing(
        claim("go: not no"), claim("go: yes"), replaced=("  position no", "  position some: A\n  position no")
    )
    assert story.lines == [
        "exhaustive-changed go",
        "position-added go nothing -> some",
        "stance-adopted a go nothing -> accepted yes",
    ]


def test_scales_that_differ(differing: Differing) -> None:
    story = differing(
        claim("pace: fast"), claim("pace: slow"), replaced=("fast > steady > slow", "fast > slow > steady")
    )
    assert story.lines == ["issue-rescaled pace", "stance-reversed a pace accepted fast -> accepted slow"]
    (change,) = (change for change in story.changes if isinstance(change, StanceChange))
    assert change.distance == 2
