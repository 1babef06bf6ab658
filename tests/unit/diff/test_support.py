"""What came, went, turned or was grouped anew among the steps of a claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.change import SupportChange

Differing = Callable[..., object]
FREE = "claims x: X.\n\nclaims y: Y.\n\nclaims z: Z.\n\nclaims w: W.\n\n"


def steps(*lines: str) -> str:
    return FREE + "claims it: T.\n" + "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((), (), []),
        (("because x", "because y"), ("because y", "because x"), []),
        (("because x", "and y"), ("because y", "and x"), []),
        (("because (sign) x",), ("because (example) x",), ["scheme-changed a.it because a.x"]),
        (
            ("because y",),
            ("because y", "because x"),
            ["support-added a.it nothing -> because a.x"],
        ),
        (
            ("because y",),
            ("because y", "because x", "and z", "because w"),
            ["support-added a.it nothing -> because a.x+a.z", "support-added a.it nothing -> because a.w"],
        ),
        (("because y",), ("because y", "and x"), ["support-added a.it because a.y -> because a.x+a.y"]),
        (
            ("because y", "and z"),
            ("because y", "and x"),
            [
                "support-added a.it because a.y+a.z -> because a.x+a.y",
                "support-removed a.it because a.y+a.z -> because a.x+a.y",
            ],
        ),
        (
            ("because y",),
            ("because x",),
            ["support-added a.it nothing -> because a.x", "support-removed a.it because a.y -> nothing"],
        ),
        (
            ("because x", "and y"),
            ("because x", "because y"),
            ["inference-regrouped a.it because a.x+a.y -> because a.x & because a.y"],
        ),
        (
            ("because x", "because y"),
            ("because x", "and y", "and z"),
            [
                "support-added a.it because a.x & because a.y -> because a.x+a.y+a.z",
                "inference-regrouped a.it because a.x & because a.y -> because a.x+a.y+a.z",
            ],
        ),
        (
            ("because x", "and y", "because z", "and w"),
            ("because x", "and z", "because y", "and w"),
            ["inference-regrouped a.it because a.x+a.y & because a.w+a.z -> because a.x+a.z & because a.w+a.y"],
        ),
        (
            ("because x", "because y"),
            ("despite x", "because y"),
            ["support-flipped a.it because a.x -> despite a.x"],
        ),
        (
            ("because x", "and y"),
            ("because x", "despite y"),
            ["support-flipped a.it because a.x+a.y -> despite a.y"],
        ),
        (
            ("because x", "and y", "because z"),
            ("despite x", "and y", "because z"),
            ["support-flipped a.it because a.x+a.y -> despite a.x+a.y"],
        ),
        (
            ("because x", "because y"),
            ("because y", "undercut x"),
            ["support-flipped a.it because a.x -> undercut a.x of a.y"],
        ),
        (
            ("because z", "because x"),
            ("because z", "because y", "undercut x"),
            [
                "support-flipped a.it because a.x -> undercut a.x of a.y",
                "support-added a.it nothing -> because a.y",
            ],
        ),
        (
            ("despite x", "despite y"),
            ("despite x", "undercut y"),
            ["support-flipped a.it despite a.y -> undercut a.y of a.x"],
        ),
        (
            ("because x", "because y", "despite z"),
            ("because x", "despite z", "undercut y"),
            [
                "support-removed a.it because a.y -> nothing",
                "objection-added a.it nothing -> undercut a.y of a.z",
            ],
        ),
        (("because x", "undercut y"), ("because x",), ["objection-removed a.it undercut a.y of a.x -> nothing"]),
        (
            ("because x", "undercut y"),
            ("because x", "and z", "undercut y"),
            ["support-added a.it because a.x -> because a.x+a.z"],
        ),
        (
            ("because x", "undercut y", "because z"),
            ("because x", "because z", "undercut y"),
            [
                "objection-added a.it nothing -> undercut a.y of a.z",
                "objection-removed a.it undercut a.y of a.x -> nothing",
            ],
        ),
        (
            ("because x", "because z", "undercut y"),
            ("because x",),
            ["support-removed a.it because a.z -> nothing"],
        ),
        (("despite x",), (), ["objection-removed a.it despite a.x -> nothing"]),
        (
            ("unless x",),
            ("if x",),
            [
                "condition-added a.it nothing -> if a.x",
                "condition-removed a.it unless a.x -> nothing",
            ],
        ),
        ((), ("only-if x", "and y"), ["condition-added a.it nothing -> only-if a.x+a.y"]),
        (
            ("because x", "because (explanation) y"),
            ("because x", "because y"),
            [
                "support-added a.it nothing -> because a.y",
                "support-removed a.it explanation a.y -> nothing",
            ],
        ),
        (("because (sign, cause) x",), ("because (cause,sign) x",), []),
        (("because (sign) x",), ("because (cause, sign) x",), ["scheme-changed a.it because a.x"]),
        (
            ("because x", "and y", "step-note: N"),
            ("because y", "and x", "step-note: n", "step-at: 7"),
            ["step-cues-changed a.it because a.x+a.y"],
        ),
        (
            ("because (sign) x", "step-note: N"),
            ("because (cause) x", "and y", "step-note: M"),
            [
                "scheme-changed a.it because a.x -> because a.x+a.y",
                "step-notes-changed a.it because a.x -> because a.x+a.y",
                "support-added a.it because a.x -> because a.x+a.y",
            ],
        ),
        (
            ("because x", "step-at: 7"),
            ("despite x", "step-at: 8"),
            [
                "conclusion-ungrounded a.it <= support-flipped",
                "step-cues-changed a.it because a.x -> despite a.x",
                "support-flipped a.it because a.x -> despite a.x",
            ],
        ),
        (
            ("unless x", "step-note: N", "step-note: M"),
            ("unless x", "step-note: O", "step-note: M"),
            ["step-notes-changed a.it unless a.x"],
        ),
        (
            ("because (parts) x", "and y"),
            ("because (explanation) x", "and y"),
            ["scheme-changed a.it parts a.x+a.y -> explanation a.x+a.y"],
        ),
    ],
)
def test_steps(differing: Differing, old: tuple[str, ...], new: tuple[str, ...], told: list[str]) -> None:
    assert sorted(differing(steps(*old), steps(*new)).lines) == sorted(told)


def test_what_rests_on_the_conclusion_is_told_beside_it(differing: Differing) -> None:
    above = "claims top: T.\n  because middle\nclaims middle: T.\n  because (explanation) other\n  because it\n"
    (change,) = differing(above + steps("because x", "because y"), above + steps("because x")).changes
    assert isinstance(change, SupportChange)
    assert (change.premises, change.reaches.conclusions) == (("a.y",), ("a.middle", "a.top"))


def test_a_claim_in_a_circle_does_not_rest_on_itself(differing: Differing) -> None:
    circle = "claims one: T.\n  because two\nclaims two: T.\n  because one\n"
    (change,) = differing(circle, circle.replace("because one\n", "because one\n  because (sign): New.\n")).changes
    assert isinstance(change, SupportChange)
    assert change.reaches.conclusions == ("a.one",)


def test_a_new_reason_is_one_change_with_all_that_stands_under_it(differing: Differing) -> None:
    deep = "  because why: W.\n    because deeper: D.\n    and: Unnamed.\n    undercut doubt: U.\n  undercut last: L.\n"
    story = differing("claims it: T.\n  because x: X.\n", "claims it: T.\n  because x: X.\n" + deep)
    assert story.lines == ["support-added a.it nothing -> because a.why"]


def test_a_step_goes_with_a_statement_that_is_its_premise(differing: Differing) -> None:
    old = "claims it: T.\n  because x\n  because y: Y.\n\nclaims x: X.\n"
    assert differing(old, "claims it: T.\n  because y: Y.\n").lines == [
        "claim-removed a.x -> nothing",
        "support-removed a.it because a.x -> nothing <= claim-removed",
    ]


def test_a_premise_that_is_moved_to_another_claim(differing: Differing) -> None:
    one, other = "claims one: One.\n", "claims two: Two.\n"
    premise = "  because why: W.\n"
    assert differing(one + premise + other, one + other + premise).lines == [
        "support-removed a.one because a.why -> nothing",
        "conclusion-ungrounded a.one <= support-removed",
        "support-added a.two nothing -> because a.why",
        "conclusion-grounded a.two <= support-added",
    ]


def test_the_order_of_steps_of_one_claim_is_nothing_however_deep(differing: Differing) -> None:
    one, two = "  because a1: A.\n    because: U.\n    because: V.\n", "  because b1: B.\n"
    assert differing(f"claims it: T.\n{one}{two}", f"claims it: T.\n{two}{one}").lines == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (("because x",), (), "conclusion-ungrounded a.it <= support-removed"),
        (("because x",), ("despite x",), "conclusion-ungrounded a.it <= support-flipped"),
        (("because x",), ("because (explanation) x",), "conclusion-ungrounded a.it <= support-removed"),
        (("because x", "because y"), (), "conclusion-ungrounded a.it <= support-removed, support-removed"),
        ((), ("because x",), "conclusion-grounded a.it <= support-added"),
    ],
)
def test_a_claim_that_lost_or_got_its_support(
    differing: Differing, old: tuple[str, ...], new: tuple[str, ...], told: str
) -> None:
    lines = differing(steps(*old), steps(*new)).lines
    assert [line for line in lines if line.startswith("conclusion")] == [told]
