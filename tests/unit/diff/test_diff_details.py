"""Distances of stances, links that change together, and what is about a document that went."""

from collections.abc import Callable

from argmap.diff.change_subject import Kind, Subject, concerning
from argmap.diff.fingerprint import fingerprint

Differing = Callable[..., object]
PACE = "claims it: T.\n  answers pace: {}\n"
GO = "claims it: T.\n  answers go: {}\n"


def distances(differing: Differing, old: str, new: str) -> list[tuple[str, int]]:
    changes = differing(old, new).changes  # type: ignore[attr-defined]
    return [(change.rule.value, change.distance) for change in changes if change.rule.value.startswith("stance-")]


def test_a_stance_moves_as_far_as_there_are_steps_on_the_scale(differing: Differing) -> None:
    assert distances(differing, PACE.format("fast"), PACE.format("steady")) == [("stance-shifted", 1)]
    assert distances(differing, PACE.format("slow"), PACE.format("fast")) == [("stance-reversed", 2)]


def test_where_there_is_no_scale_nothing_is_far(differing: Differing) -> None:
    silent = "claims it: T.\n"
    assert distances(differing, GO.format("yes"), GO.format("no")) == [("stance-reversed", 0)]
    assert distances(differing, silent, GO.format("no")) == [("stance-adopted", 0)]
    assert distances(differing, GO.format("no"), silent) == [("stance-retracted", 0)]
    assert distances(differing, GO.format("open"), GO.format("no")) == [("stance-settled", 0)]
    assert distances(differing, GO.format("no"), GO.format("open")) == [("stance-suspended", 0)]


def test_all_links_that_changed_are_told(differing: Differing) -> None:
    bodies = ("claims x: X.\nclaims y: Y.\n", "claims z: Z.\n")
    old = "link a.x unrelated-to b.z: T.\nlink a.y unrelated-to b.z: T.\nterm t: T.\n"
    new = "link a.x contrary-to b.z: T.\nlink a.y same-as b.z: T.\nlink a.x unrelated-to a.y: T.\nterm t: T.\n"
    told = [line for line in differing(bodies, bodies, shared=old, replaced=(old, new)).lines if "link-" in line]  # type: ignore[attr-defined]
    assert [line for line in told if line.startswith("link-")] == [
        "link-retyped a.x unrelated-to b.z -> a.x contrary-to b.z",
        "link-retyped a.y unrelated-to b.z -> a.y same-as b.z",
        "link-added nothing -> a.x unrelated-to a.y",
    ]


def test_what_follows_from_a_document_that_went_is_about_it_and_not_about_its_claims(differing: Differing) -> None:
    difference = differing((GO.format("yes"), GO.format("no")), (GO.format("yes"),)).difference  # type: ignore[attr-defined]

    def about(kind: Kind, name: str) -> list[str]:
        return [change.rule.value for change in concerning(Subject(kind, name), difference)]

    assert about(Kind.DOCUMENT, "b") == ["document-removed", "stance-retracted", "conflict-closed"]
    assert "conflict-closed" not in about(Kind.CLAIM, "b.main")


def test_changes_of_issues_have_fingerprints_of_their_own(differing: Differing) -> None:
    def digits(old: str, new: str) -> set[str]:
        story = differing("claims it: T.\n", "claims it: T.\n", replaced=(old, new))
        return {fingerprint(change, story.difference) for change in story.changes}  # type: ignore[attr-defined]

    edits = [("How fast?", "How soon?"), ("How fast?", "How slowly?"), ("Should it be", "Must it be")]
    edits += [("  order: fast > steady > slow\n", ""), ("city, state\n", "city, users\n")]
    found = [digits(*edit) for edit in edits]
    assert all(found)
    assert len(set.union(*found)) == sum(map(len, found))


def prints(differing: Differing, old: str | tuple[str, ...], new: str | tuple[str, ...], rule: str) -> set[str]:
    """The fingerprints of the changes of one kind."""
    story = differing(old, new)
    return {fingerprint(each, story.difference) for each in story.changes if each.rule.value == rule}  # type: ignore[attr-defined]


def test_a_claim_with_an_id_goes_by_it_whatever_its_words_are(differing: Differing) -> None:
    old = "claims it: T.\n  because why: {}.\nclaims why-not: W.\n  because why\n"
    found = [
        prints(differing, old.format(words), old.format(words).replace("  because why:", "  despite why:"), rule)
        for words in ("One thing", "Another matter")
        for rule in ("support-flipped",)
    ]
    assert found[0] == found[1] != set()


def test_how_two_stood_before_and_how_they_stand_now_are_in_the_fingerprint(differing: Differing) -> None:
    silent, other = "claims it: T.\n", GO.format("no")
    opened = [
        prints(differing, (old, other), (GO.format("yes"), other), "conflict-opened")
        for old in (silent, GO.format("no"), GO.format("open"))
    ]
    assert all(opened)
    assert len(set.union(*opened)) == 3


def test_what_a_claim_became_is_in_the_fingerprint(differing: Differing) -> None:
    old = "claims it: The work costs forty million.\n"
    new = (
        "claims {}: The dredging costs thirty million.\n  was: it\nclaims {}: The quays cost ten million.\n  was: it\n"
    )
    pairs = [("one", "two"), ("one", "three")]
    split = [prints(differing, old, new.format(*names), "claim-split") for names in pairs]
    assert all(split)
    assert split[0] != split[1]
