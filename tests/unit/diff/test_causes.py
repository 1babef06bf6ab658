"""What a change of relations is put down to, where links, strengths and other stances change at once."""

from collections.abc import Callable

import pytest

from argmap.diff.change_subject import Kind, Subject, concerning

Differing = Callable[..., object]
CITY, STATE = "claims it: T.\n  answers pay: city\n", "claims it: T.\n  answers pay: state\n"


def lines(differing: Differing, old: tuple[str, ...], new: tuple[str, ...], **more: object) -> list[str]:
    """What is told of relations."""
    told = differing(old, new, **more).lines  # type: ignore[attr-defined]
    return [line for line in told if line.startswith(("conflict-", "agreement-", "crux-"))]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("in-tension-with", "contradicts", "conflict-opened pay a/b tension -> pay a/b contradiction <= link-retyped"),
        ("contradicts", "in-tension-with", "conflict-closed pay a/b contradiction -> pay a/b tension <= link-retyped"),
        ("contradicts", "", "conflict-closed pay a/b contradiction -> pay a/b tension <= link-removed"),
        ("", "contradicts", "conflict-opened pay a/b tension -> pay a/b contradiction <= link-added"),
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
    assert lines(differing, (CITY, STATE), (CITY, STATE), shared=shared, replaced=replaced) == []


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
    for other in (yes, no):
        old, new = yes.format("certain"), yes.format("possible")
        assert lines(differing, (old, other.format("certain")), (new, other.format("certain"))) == []


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
