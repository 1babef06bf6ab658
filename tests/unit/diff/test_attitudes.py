"""How stances on claims changed that answer no issue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.change import StanceChange

Differing = Callable[..., object]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("claims it", "denies it", ["stance-reversed a a.it accepted -> rejected"]),
        ("claims it", "doubts it", ["stance-reversed a a.it accepted -> rejected doubted"]),
        ("claims it", "supposes it", ["stance-retracted a a.it accepted -> nothing"]),
        ("supposes it", "denies it", ["stance-adopted a a.it nothing -> rejected"]),
        ("claims it", "implies it", ["stance-qualified a a.it accepted -> accepted unsaid"]),
        ("claims it (likely)", "claims it (certain)", ["stance-qualified a a.it accepted likely -> accepted certain"]),
        (
            "claims it (likely)",
            "claims it (even-chance)",
            ["stance-suspended a a.it accepted likely -> open even-chance"],
        ),
        ("reports it from envoy", "endorses it from envoy", ["stance-adopted a a.it nothing -> accepted"]),
        (
            "reports it from envoy (likely)",
            "reports it from envoy (certain)",
            ["stance-qualified a/envoy a.it accepted likely -> accepted certain"],
        ),
        ("claims it", "reports it from envoy", ["attribution-changed a.it"]),
        ("claims it", "endorses it from envoy", ["attribution-changed a.it"]),
        ("denies it", "denies it from envoy", ["attribution-changed a.it"]),
        ("reports it from envoy", "reports it from ministry", ["attribution-changed a.it"]),
        ("reports it from envoy", "reports it from envoy, ministry", ["attribution-changed a.it"]),
        ("reports it from envoy", "reports it from ministry quoting envoy", ["attribution-changed a.it"]),
        ("reports it from envoy, ministry", "reports it from ministry, envoy", []),
        (
            "denies it",
            "reports it from envoy",
            ["stance-retracted a a.it rejected -> nothing", "attribution-changed a.it"],
        ),
        (
            "reports it from envoy",
            "endorses it from ministry",
            ["stance-adopted a a.it nothing -> accepted", "attribution-changed a.it"],
        ),
    ],
)
def test_another_verb_strength_or_holder(differing: Differing, old: str, new: str, told: list[str]) -> None:
    assert differing(f"{old}: T.\n", f"{new}: T.\n").lines == told


def test_the_claim_is_not_told_where_an_issue_tells_it(differing: Differing) -> None:
    old = "claims it: T.\n  answers go: yes\n"
    assert differing(old, old.replace("claims", "denies")).lines == [
        "stance-reversed a go accepted yes -> rejected yes"
    ]


def test_the_claim_is_told_where_the_issue_shows_nothing(differing: Differing) -> None:
    """Another claim gives the same answer as firmly."""
    other = "claims other (certain): T2.\n  answers go: yes\n"
    old = "claims it (likely): T.\n  answers go: yes\n" + other
    story = differing(old, old.replace("it (likely)", "it (very-likely)"))
    assert story.lines == ["stance-qualified a a.it accepted likely -> accepted very-likely"]


def test_a_condition_is_told_as_such_and_not_as_a_stance(differing: Differing) -> None:
    assert differing("claims it: T.\n", "claims it: T.\n  unless rain: It rains.\n").lines == [
        "condition-added a.it nothing -> unless a.rain"
    ]


def test_what_becomes_a_condition_is_no_longer_claimed(differing: Differing) -> None:
    old = "claims it: T.\n  because rain: It rains.\n"
    story = differing(old, old.replace("because", "if"))
    assert story.lines == [
        "support-removed a.it because a.rain -> nothing",
        "conclusion-ungrounded a.it <= support-removed",
        "condition-added a.it nothing -> if a.rain",
        "stance-retracted a a.rain accepted -> nothing <= condition-added",
    ]
    assert all(isinstance(change, StanceChange) is change.rule.startswith("stance") for change in story.changes)
