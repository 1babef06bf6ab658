"""Where changes stand, with which document they are told, and in which order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.change_subject import documents_of, place_of
from argmap.source.text import Place

Differing = Callable[..., object]
IT = "claims it: The tram will come.\n  answers go: yes\n  because why: W.\n  and: U.\n"
HEAD = 3
"""The lines above a body."""


@pytest.fixture
def lines(differing: Differing) -> Callable[..., tuple[int | None, int | None]]:
    """A function of the body of a document, an edit of it and a rule: the lines of the body where such a change is."""

    def line(place: Place | None, body: str) -> int | None:
        if place is None:
            return None
        assert place.file == "1.argmap"
        text = "document a: View a\n  author author-a: Author a\nclaims main: The main thing of a.\n" + body
        return text.count("\n", 0, place.span.start) - HEAD + 1

    def function(body: str, old: str, new: str, rule: str) -> tuple[int | None, int | None]:
        edited = body.replace(old, new, 1)
        story = differing(body, edited)
        change = next(change for change in story.changes if change.rule == rule)
        before, after = place_of(change, story.difference)
        assert documents_of(change, story.difference) == ("a",)
        return line(before, body), line(after, edited)

    return function


@pytest.mark.parametrize(
    ("old", "new", "rule", "places"),
    [
        ("go: yes", "go: no", "stance-reversed", (2, 2)),
        ("claims it", "\ndenies it", "stance-reversed", (1, 2)),
        ("  answers go: yes\n", "", "stance-retracted", (2, 1)),
        ("tram", "bus", "claim-reworded", (1, 1)),
        ("U.", "Unlike.", "claim-reworded", (4, 4)),
        ("  and: U.\n", "", "support-removed", (4, 3)),
        ("  and: U.\n", "  and: U.\n  and more: M.\n", "support-added", (3, 5)),
        ("  because why: W.\n  and: U.\n", "", "support-removed", (3, 1)),
        ("  because why: W.\n  and: U.\n", "", "conclusion-ungrounded", (1, 1)),
        ("  and: U.\n", "  because: U.\n", "inference-regrouped", (3, 3)),
        ("  and: U.\n", "  and: U.\n  unless rain: R.\n", "condition-added", (1, 5)),
    ],
)
def test_the_line_that_was_edited(
    lines: Callable[..., object], old: str, new: str, rule: str, places: tuple[int, int]
) -> None:
    assert lines(IT, old, new, rule) == places


def test_a_claim_on_one_side_has_one_place(lines: Callable[..., object]) -> None:
    assert lines("claims x: X.\n" + IT, "claims x: X.\n", "", "claim-removed") == (1, None)
    assert lines(IT, "claims it", "claims x: X.\nclaims it", "claim-added") == (None, 1)


NO = "claims it: T.\n  answers go: no\n"
YES = NO.replace("no", "yes")


def test_a_conflict_stands_where_that_does_from_which_it_follows(differing: Differing) -> None:
    story = differing((NO, NO), (NO, YES))
    assert story.rules == ["stance-reversed", "conflict-opened"]
    stance, conflict = story.changes
    assert place_of(conflict, story.difference) == place_of(stance, story.difference)
    assert documents_of(conflict, story.difference) == ("b", "a")


def test_a_conflict_stands_where_the_claim_is_of_another_kind(differing: Differing) -> None:
    """Only a fact holds for a time."""
    one, other = (text + f"  kind: fact\n  as-of: {year}\n" for text, year in ((YES, 2019), (NO, 2021)))
    story = differing((one, other), (one.replace("  kind: fact\n", ""), other))
    assert story.lines == [
        "claim-kind-changed a.it",
        "conflict-opened go a/b superseded -> go a/b contradiction <= claim-kind-changed",
    ]
    _, conflict = story.changes
    assert place_of(conflict, story.difference) == (
        story.difference.old.claims["a.it"].origin,
        story.difference.new.claims["a.it"].origin,
    )


def test_documents(differing: Differing) -> None:
    link = "link a.main unrelated-to b.main\n"
    story = differing(("", ""), ("", ""), shared="term t: T.\n", replaced=("term t: T.\n", "term t: U.\n" + link))
    found = {change.rule: documents_of(change, story.difference) for change in story.changes}
    assert found == {"term-redefined": (), "link-added": ("a", "b")}


def test_what_is_shared_goes_first_then_documents_and_lines(differing: Differing) -> None:
    old = "claims x: X.\nclaims y: Y.\nclaims z: Z.\n"
    new = "claims x: X1.\nclaims extra: E.\nclaims z: Z1.\n"
    story = differing((old, old), (new, new), replaced=("Should it", "Ought it"))
    assert story.lines == [
        "issue-reworded go",
        *(
            line.format(name)
            for name in ("a", "b")
            for line in (
                "claim-reworded {}.x",
                "claim-removed {}.y -> nothing",
                "claim-added nothing -> {}.extra",
                "claim-reworded {}.z",
            )
        ),
    ]


def test_what_follows_comes_right_after_its_last_cause(differing: Differing) -> None:
    old = "claims it: T.\n  answers go: yes\n  because x: X.\n  because y: Y.\nclaims z: Z.\n"
    new = "claims it: T.\n  answers go: yes\n  if rain: R.\nclaims z: Z1.\n"
    assert differing(old, new).lines == [
        "support-removed a.it because a.x -> nothing",
        "support-removed a.it because a.y -> nothing",
        "conclusion-ungrounded a.it <= support-removed, support-removed",
        "condition-added a.it nothing -> if a.rain",
        "stance-qualified a go accepted yes -> accepted yes if <= condition-added",
        "claim-reworded a.z",
    ]
