"""Two authors beside each other."""

import json
from pathlib import Path

import pytest
import tram_town

import argmap
from argmap import Pair, UnknownNameError
from argmap.records.comparison_json import comparison_json


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    for name, text in tram_town.FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return argmap.load(tmp_path / "arguments").compare("first", "author-b")


def test_it_says_who_is_beside_whom(pair: Pair) -> None:
    assert repr(pair) == "Author A (2020) beside Author B (2021): 3 disagreements, 1 agreement"
    assert [holder.document for holder in pair.holders] == ["first", "second"]


def test_each_alignment_has_a_verdict_and_a_reason(pair: Pair) -> None:
    (agreement,) = pair.agreements
    trams = next(found for found in pair.conflicts if found.issue == "trams")

    assert (agreement.verdict, agreement.subject, agreement.cruxes) == ("agreement", "air", ())
    assert agreement.why == "Author A (2020) and Author B (2021) both answer “It is not”."
    assert repr(trams) == "contradiction on trams: Author A (2020) and Author B (2021)"
    assert trams.why.endswith("nobody can do both.")
    assert [found.subject for found in pair.alignments] == ["air", "noise", "trams", LINK]


LINK = "first.debt contradicts second.rich"


def test_each_side_has_a_name_an_answer_and_claims(pair: Pair) -> None:
    trams = next(found for found in pair.conflicts if found.issue == "trams")
    linked = next(found for found in pair.conflicts if found.link is not None)
    one, other = trams.sides

    assert (one.name, other.name) == ("Author A (2020)", "Author B (2021)")
    assert tuple(side.holder for side in trams.sides) == trams.holders
    assert repr(one) == one.answer == "Author A (2020) answers “It should” (should)"
    assert ([claim.name for claim in one.claims], one.stances[0].position) == (["build"], "yes")
    assert (linked.sides[1].answer, linked.sides[1].stances) == ("Author B (2021) holds “The town is rich”", ())


def test_a_conflict_turns_on_its_cruxes(pair: Pair) -> None:
    trams = next(found for found in pair.conflicts if found.issue == "trams")
    (crux,) = trams.cruxes

    assert (crux.conflict.subject, crux.weight) == ("noise", 2)
    assert crux.turns == "its only reason"
    assert [claim.name for claim in crux.premises] == ["quiet", "loud"]
    assert [claim.name for claim in crux.lost_support] == ["build", "leave"]
    assert repr(crux) == "crux noise, its only reason"


def test_its_records_are_those_of_the_published_json(pair: Pair) -> None:
    published = json.loads(comparison_json(pair.report, pair._told.names))
    conflicts = [record for record in published["pairs"] if record["verdict"] == "contradiction"]
    agreements = [record for record in published["pairs"] if record["verdict"] == "agreement"]

    assert pair.to_records("pairs") == published["pairs"]
    assert len(conflicts) == 3 and len(conflicts) + len(agreements) == len(published["pairs"])
    assert sorted(pair.to_records("conflicts"), key=str) == sorted(conflicts, key=str)
    assert [record for found in pair.conflicts for record in found.to_records()] == pair.to_records("conflicts")
    assert pair.to_records("holders") == published["holders"]
    assert [record for record in pair.to_records() if record["verdict"] == "agreement"] == agreements
    assert pair.agreements[0].to_records() == agreements
    assert pair.disputes() == pair.to_records("disputes") == published["disputes"]
    assert (pair.forecasts(), pair.to_records("one-sided")) == ([], [])
    assert [row["position"] for row in pair.to_records("stances") if row["issue"] == "air"] == ["yes", "no"] * 2
    assert pair.to_records("silences") == []
    with pytest.raises(UnknownNameError, match="no list of records is called `agreement`; did you mean `alignments`"):
        pair.to_records("agreement")


def test_it_has_the_pictures_of_its_conflicts(pair: Pair) -> None:
    picture = pair.picture()

    assert picture is pair.pictures[0]
    assert picture.name.startswith("compare/first--second.")
    assert picture._repr_svg_().startswith("<?xml")


def test_two_who_have_nothing_in_common_have_no_picture(tmp_path: Path) -> None:
    file = tmp_path / "arguments" / "all.argmap"
    file.parent.mkdir()
    file.write_text("document one: One\nclaims a: A.\n", encoding="utf-8")
    (file.parent / "two.argmap").write_text("document two: Two\nclaims b: B.\n", encoding="utf-8")
    pair = argmap.load(tmp_path).compare("one", "two")

    assert (pair.alignments, pair.pictures, pair.picture()) == ((), (), None)
