"""A corpus in the hands of whoever loaded it."""

import json
from pathlib import Path

import pytest
import tram_town

import argmap
from argmap import LoadedCorpus, UnknownNameError
from argmap.records.corpus_json import corpus_json


@pytest.fixture
def corpus(tmp_path: Path) -> LoadedCorpus:
    for name, text in tram_town.FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return argmap.load(tmp_path / "arguments")


def test_it_says_how_much_it_holds(corpus: LoadedCorpus) -> None:
    assert repr(corpus) == "3 documents, 10 claims, 3 issues"
    assert not corpus.errors_in(corpus.texts)


def test_records_are_found_by_plain_ids(corpus: LoadedCorpus) -> None:
    assert corpus.claims["first.quiet"].text == "Trams are quiet."
    assert corpus.documents["first"].title == "Trams now"
    assert corpus.issues["noise"].question == "Are trams quiet?"
    assert corpus.actors["council"].name == "The town council"
    assert (len(corpus.terms), len(corpus.links)) == (0, 1)
    assert [repr(records) for records in (corpus.claims, corpus.documents)] == ["10 claims", "3 documents"]
    assert "first.quiet" in corpus.claims and "first.quit" not in corpus.claims
    assert corpus.documents._ipython_key_completions_() == ["first", "second", "third"]


def test_whoever_mistypes_a_name_is_told_the_nearest(corpus: LoadedCorpus) -> None:
    asked = {
        "no claim is called `first.quit`; did you mean `first.quiet`?": lambda: corpus.claims["first.quit"],
        "no claim is called `?`": lambda: corpus.claims["?"],
        "no document is called `frist`; did you mean `first`?": lambda: corpus.map("frist"),
        "no document is called `secnd`; did you mean `second`?": lambda: corpus.maps("secnd"),
        "no claim is called `first.biuld`; did you mean `first.build`?": lambda: corpus.map(
            "first", focus="first.biuld"
        ),
        "no list of records is called `stance`; did you mean `stances`?": lambda: corpus.to_records("stance"),
        "no author, document or actor is called `author-d`; did you mean `author-a`?": lambda: corpus.compare(
            "first", "author-d"
        ),
        "no issue is called `tram`; did you mean `trams`?": lambda: corpus.compare("first", "second", issue="tram"),
    }
    for message, ask in asked.items():
        with pytest.raises(UnknownNameError) as caught:
            ask()
        assert str(caught.value) == message
        assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize("name", ["documents", "claims", "issues", "actors", "terms", "links"])
def test_a_list_of_records_is_that_of_the_exported_json(name: str, corpus: LoadedCorpus) -> None:
    assert corpus.to_records(name) == json.loads(corpus_json(corpus.corpus))[name]


def test_stances_are_a_row_each(corpus: LoadedCorpus) -> None:
    (row,) = [row for row in corpus.to_records("stances") if row["holder"] == "first" and row["issue"] == "noise"][:1]

    assert row == {
        "holder": "first",
        "issue": "noise",
        "standing": "settled",
        "position": "yes",
        "does": "accepted",
        "claims": ["first.quiet"],
        "rests": ["first.build"],
        "carries-thesis": True,
    }
    assert {record["id"] for record in corpus.to_records("holders")} == {"first", "first/council", "second", "third"}


def test_conflicts_are_told_in_full_and_stand_among_the_alignments(corpus: LoadedCorpus) -> None:
    alignments, conflicts = corpus.to_records("alignments"), corpus.to_records("conflicts")

    verdicts = {record.get("issue", "the link"): record["verdict"] for record in alignments}
    assert verdicts == {
        "air": "agreement",
        "noise": "contradiction",
        "the link": "contradiction",
        "trams": "contradiction",
    }
    assert [record["verdict"] for record in conflicts] == ["contradiction"] * 3
    (trams,) = [record for record in conflicts if record.get("issue") == "trams"]
    assert [crux["issue"] for crux in trams["cruxes"]] == ["noise"]
    disputes = corpus.disputes()
    assert disputes == corpus.to_records("disputes")
    told = {(record.get("issue"), tuple(record["holders"])) for record in conflicts}
    questions = {(each.get("issue"), tuple(one["holders"])) for one in disputes for each in one["questions"]}
    assert questions == told
    for record in (*alignments, *conflicts, *disputes):
        assert json.loads(json.dumps(record)) == record


def test_forecasts_are_told_by_holder(tmp_path: Path) -> None:
    said = "document one: One\n  date: 2019\nclaims a: A.\n  answers q: yes\n  kind: prediction\n  until: 2020\n"
    seen = "document two: Two\n  date: 2021\nclaims b: B.\n  answers q: no\n  kind: fact\n  as-of: 2021\n"
    for name, text in {"q": "issue q: Q?\n  position yes: Y\n  position no: N\n", "one": said, "two": seen}.items():
        (tmp_path / f"{name}.argmap").write_text(text, encoding="utf-8")
    corpus = argmap.load(tmp_path)

    (told,) = corpus.forecasts()
    assert (told["holder"], told["counts"]) == ("one", {"failed": 1})
    assert told["forecasts"][0]["tests"][0]["fact"]["claim"] == "two.b"


def test_findings_are_records_too(tmp_path: Path) -> None:
    file = tmp_path / "one.argmap"
    file.write_text("document one: One\nclaims a: A.\n  becuase: B.\n", encoding="utf-8")
    corpus = argmap.load(file)

    assert corpus.findings
    assert [record["code"] for record in corpus.to_records("findings")] == [found.code for found in corpus.findings]


def test_a_map_is_a_picture_for_a_notebook_or_a_file(corpus: LoadedCorpus, tmp_path: Path) -> None:
    picture = corpus.map("first")

    assert repr(picture) == "picture first.svg"
    assert picture._repr_svg_().startswith("<?xml") and "Trams are quiet." in picture.svg
    assert picture.save(tmp_path / "first.svg").read_text(encoding="utf-8") == picture.svg
    assert [each.name for each in corpus.maps("first")] == ["first"]
    assert "Trams are quiet." not in corpus.map("first", depth=0).svg
    assert "The air is bad." not in corpus.map("first", focus="first.build").svg
