"""Which ids may be of one thing."""

from collections.abc import Mapping

import pytest
from small_debate import project

from argmap.model.ids import DocumentId
from argmap.suggest.alike_names import names
from argmap.suggest.suggestion import NameSuggestion

DOCUMENTS = "document {0}: {0}\n  author {0}-author: Somebody {0}\nclaims x{0}: It is so.\n"


def found(shared: str, first: str = "", second: str = "", *documents: str) -> dict[tuple[str, str], str]:
    files = {
        "arguments/shared.argmap": shared,
        "arguments/first.argmap": DOCUMENTS.format("first") + first,
        "arguments/second.argmap": DOCUMENTS.format("second") + second,
    }
    return {(one.first, one.second): one.why for one in all_of(files, *documents)}


def all_of(files: Mapping[str, str], *documents: str) -> list[NameSuggestion]:
    corpus = project(files).corpus
    return list(names(corpus, [DocumentId(one) for one in documents] or corpus.documents))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("The European Union", "EU", "“EU” may stand for “The European Union”"),
        ("U.S.A.", "United States of America", "“U.S.A.” may stand for “United States of America”"),
        ("Putin", "Vladimir Putin", "“Putin” may be short for “Vladimir Putin”"),
        ("عباس", "محمود عباس", "“عباس” may be short for “محمود عباس”"),
        ("Xi Jinping", "President Xi Jinping", "“Xi Jinping” may be short for “President Xi Jinping”"),
        ("Friedman", "Freidman", "“Friedman” and “Freidman” differ in one letter"),
        ("Observers", "Observer", "“Observers” and “Observer” differ in one letter"),
        (
            "The Elders' Council",
            "Council of Elders",
            "“The Elders' Council” and “Council of Elders” have the same telling words",
        ),
    ],
)
def test_actors(one: str, other: str, why: str) -> None:
    pairs = found(f"actor a: {one}\nactor b: {other}\n")
    assert pairs == {("a", "b"): why}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran", "Iraq"),
        ("The Council", "The speaker of the Council"),
        ("Army 1 of the north", "Army 2 of the north"),
        ("Eastern Union", "European Union"),
        ("Presidents", "The people"),
    ],
)
def test_actors_that_are_two(one: str, other: str) -> None:
    assert not found(f"actor a: {one}\nactor b: {other}\n")


def test_who_speaks_for_another_is_not_that_other() -> None:
    assert not found("actor a: Ministry\nactor b: The Ministry\n  also: The Foreign Ministry\n  speaks-for: a\n")


def test_one_name_in_two_documents_is_one_thing_under_two_records() -> None:
    pairs = found("", "actor council: The council\n", "actor town-council: The Council\n")
    assert pairs == {("first.council", "second.town-council"): "both are called “The council”"}
    # What one file declares twice, the check finds; a term of one id is what each document means by it.
    assert not found("", "actor council: The council\nactor town: The Council\n")
    terms = [
        f"term terrorist: {meaning}\n  also: {also}\n" for meaning, also in (("One", "terrorism"), ("Two", "terror"))
    ]
    assert not found("", *terms)


@pytest.mark.parametrize(
    "shared",
    [
        "actor a: European Union\nactor b: EU\n",
        "term a: One\n  also: new tram\nterm b: Other\n  also: new trams\n",
        "issue a: Should the town build trams?\nissue b: Should trams be what the town must build?\n",
    ],
)
def test_a_link_that_keeps_two_apart_hides_them(shared: str) -> None:
    files = {"arguments/shared.argmap": shared, "arguments/first.argmap": DOCUMENTS.format("first")}
    (one,) = all_of(files)
    assert one.rejection.lines == ("link a unrelated-to b",)
    assert not all_of({**files, "arguments/links.argmap": "link a unrelated-to b\n"})


@pytest.mark.parametrize(("one", "other"), [("J. Smithson", "K. Smithson"), ("Witness A", "Witness B")])
def test_an_initial_tells_two_apart(one: str, other: str) -> None:
    assert not found(f"actor a: {one}\nactor b: {other}\n")


def test_issues() -> None:
    shared = """\
issue one: Should the town build trams?
issue two: Should trams be built by a town?
issue three: Should the town build new trams?
issue four: Should the town not build trams?
issue five: Is the town rich?
"""
    assert set(found(shared)) == {("one", "three"), ("four", "one")}
    assert "one more" in found(shared)["one", "three"]


def test_only_those_of_a_document_or_of_all() -> None:
    own = "actor eu: EU\nactor union: European Union\n"
    assert found("", own, "", "first") and not found("", own, "", "second")
    assert found(own, "", "", "second")


def test_links_go_where_most_of_their_sort_are_else_where_all_sorts_are() -> None:
    shared = "".join(f"actor a{number}: Number {number}\n" for number in range(4))
    documents = {f"arguments/{one}.argmap": DOCUMENTS.format(one) for one in ("first", "second", "third")}
    links = {
        "arguments/pair.argmap": "link first.xfirst unrelated-to second.xsecond\n",
        "arguments/all.argmap": "link first.xfirst same-as third.xthird\nlink a0 unrelated-to a1\n",
    }
    corpus = project({"arguments/shared.argmap": shared, **documents, **links}).corpus
    assert corpus.file_of_links(("first", "second")) == "arguments/pair.argmap"
    assert corpus.file_of_links(("first", "third")) == "arguments/all.argmap"
    assert corpus.file_of_links(("second", "third")) == "arguments/all.argmap"
    del links["arguments/all.argmap"]
    corpus = project({"arguments/shared.argmap": shared, **documents, **links}).corpus
    assert corpus.file_of_links(("second", "third")) is None
