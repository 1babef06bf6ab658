"""Who and when: what matters of single fields, and whom a diff names by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.change_subject import Kind, Subject, concerning, place_of
from argmap.diff.significance import Significance, judge

Differing = Callable[..., object]
ZONES = """document y: First zones
  author author-z: Author Z
  date: 2020
claims zone: There are zones.
document z: Zones again
  author author-z
  date: 2022
claims zones: There are none.
document x: Zones of others
  author author-x: Author X
  date: 2021
claims others: Others have zones.
"""


@pytest.mark.parametrize(
    ("replaced", "significance"),
    [
        (("date: 2022", "date: 2021"), "medium"),
        (("date: 2022", "date: 2020"), "medium"),
        (("date: 2022", "date: 2019-05"), "high"),
        (("date: 2020", "date: 2023"), "high"),
        (("  date: 2022\n", ""), "medium"),
        (("date: 2021", "date: 2024"), "medium"),
        (("Author Z", "Somebody else"), "high"),
        (("The envoy\n", "The envoy\n  speaks-for: ministry\n"), "high"),
        (("The envoy\n", "The envoy\n  also: Her excellency\n"), "medium"),
        (("First zones", "Zones at first"), "low"),
    ],
)
def test_who_says_it_and_what_turns_time_round_matter_most(
    differing: Differing, replaced: tuple[str, str], significance: str
) -> None:
    (judged,) = judge(differing("", "", shared=ZONES, replaced=replaced).changes)
    assert judged.significance is Significance(significance)


def test_a_document_that_changed_places_names_one_of_the_same_author(differing: Differing) -> None:
    (change,) = differing("", "", shared=ZONES, replaced=("date: 2022", "date: 2019")).changes
    assert change.passed == "y"


def test_dates_of_many_documents_are_put_in_order_once(understand: Callable[..., object]) -> None:
    """Every document of one author changes places with one other: none is compared with all."""
    from argmap.diff.differ import diff

    def read(turned: int) -> object:
        heads = "document d{0}: D {0}\n  author author-d{1}\n  date: {2}\nclaims it: It.\n"
        dates = [1000 + number for number in range(400)]
        if turned:
            dates[::2], dates[1::2] = dates[1::2], dates[::2]
        texts = (heads.format(n, "" if n else ": Author D", date) for n, date in enumerate(dates))
        return understand(*texts)[0]

    changes = diff(read(0), read(1)).changes
    assert len(changes) == 400
    assert {judged.significance for judged in judge(changes)} == {Significance.HIGH}
    assert all(abs(int(change.subject[1:]) - int(change.passed[1:])) == 1 for change in changes)


def test_what_became_of_a_holder_tells_its_name(differing: Differing) -> None:
    said = "reports it from envoy: It is so.\n"
    story = differing(said, said, replaced=("The envoy", "The enemy"))
    about = concerning(Subject(Kind.HOLDER, "a/envoy"), story.difference)
    assert [change.rule for change in about] == ["actor-name-changed"]
    assert concerning(Subject(Kind.HOLDER, "a/ministry"), story.difference) == ()


def test_what_became_of_a_document_tells_the_name_of_its_author(differing: Differing) -> None:
    story = differing("", "", shared=ZONES, replaced=("Author Z", "Author W"))
    told = {name: len(concerning(Subject(Kind.DOCUMENT, name), story.difference)) for name in "xyz"}
    assert told == {"x": 0, "y": 1, "z": 1}


def test_what_became_of_a_question_tells_notes_on_its_answers(differing: Differing) -> None:
    story = differing("", "", replaced=("position fast: At once\n", "position fast: At once\n    note: Now.\n"))
    assert [change.rule for change in concerning(Subject(Kind.ISSUE, "pace"), story.difference)] == ["notes-changed"]
    assert concerning(Subject(Kind.ISSUE, "go"), story.difference) == ()


def test_a_field_has_its_place_in_both_texts(differing: Differing) -> None:
    (change,) = differing("", "", replaced=("The envoy", "The enemy")).changes
    old, new = place_of(change, differing("", "", replaced=("The envoy", "The enemy")).difference)
    assert old is not None
    assert new is not None


def test_what_became_of_a_claim_tells_the_names_of_those_who_say_it(differing: Differing) -> None:
    said = "reports it from envoy: It is so.\nclaims own: It is not.\n"
    story = differing(said, said, replaced=("The envoy", "The enemy"))
    told = {claim for claim in ("a.it", "a.own") if concerning(Subject(Kind.CLAIM, claim), story.difference)}
    assert told == {"a.it"}


def test_an_actor_whom_a_document_no_longer_declares_may_be_another(understand: Callable[..., object]) -> None:
    """By the same id the document now means the one whom all share."""
    from argmap.diff.differ import diff

    shared = "actor min: The opposition\n"
    text = "document a: A\n  author author-a: Author A\n{}reports it from min: It is so.\n"
    old, new = (understand(shared, text.format(own))[0] for own in ("actor min: The ministry\n", ""))
    rules = [sorted(change.rule for change in diff(*sides).changes) for sides in ((old, new), (new, old))]
    assert rules == [["actor-name-changed", "actor-removed"], ["actor-added", "actor-name-changed"]]
