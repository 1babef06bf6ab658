"""The tables of the export to Parquet, and the queries of its page as DuckDB answers them."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from argmap.compare.comparison import compare
from argmap.exchange.formats import Exporting, MissingExtraError, page
from argmap.exchange.loss import LossReport
from argmap.project.corpus_loader import load_checked
from argmap.workspace.project_files import Input
from argmap.workspace.reader import decode

FILES = {
    "issues": """\
issue speed: How fast may trams go?
  topic: Traffic
  position fast: Fast
  position slow: Slowly
  position stop: Not at all
  exhaustive: fast, slow, stop
issue colour: Which colour should they be?
  kind: policy
  position red: Red
  position blue: Blue
term tram: A vehicle on rails
""",
    "able-2001": """\
document able-2001: On trams
  author able: Ada Able
  date: 2001-05
section: Speed
claims fast (likely): Trams go fast.
  answers speed: fast
  at: 12 "go fast"
  note: She says it twice.
  because (sign) wheels: Their wheels turn.
  and rails: Their rails shine.
  undercut worn: Worn rails shine too.
claims red: Trams ought to be red.
  answers colour: red
""",
    "able-2010": """\
document able-2010: Once more on trams
  author able: Ada Able
  date: 2010
claims slow: Trams go slowly.
  answers speed: slow
claims red: Trams ought to be red.
  answers colour: red
reports blue from crowd: Trams ought to be blue.
  answers colour: blue
actor crowd: The crowd
""",
    "baker-2005": """\
document baker-2005: Against trams
  author baker: Bo Baker
  date: 2005
claims slow: Trams go slowly.
  answers speed: slow
claims red: Red is their colour.
  answers colour: red
claims slide: Their wheels slide.
link able-2001.wheels contradicts slide (0.5): They cannot do both.
""",
}


@pytest.fixture
def exporting() -> Exporting:
    readings = tuple(decode(f"arguments/{name}.argmap", text.encode()) for name, text in FILES.items())
    loaded = load_checked(Input(project=None, readings=readings))
    assert not loaded.errors, loaded.errors
    return Exporting(
        corpus=loaded.corpus, comparison=compare(loaded.corpus), loss=LossReport(), texts=dict(loaded.texts)
    )


@pytest.fixture
def tables(exporting: Exporting) -> dict[str, list[dict[str, Any]]]:
    return {name.removesuffix(".parquet"): rows(data) for name, data in written(exporting).items()}


def written(exporting: Exporting) -> dict[str, bytes]:
    pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    from argmap.exchange.parquet import write

    return dict(write(exporting))


def rows(data: bytes) -> list[dict[str, Any]]:
    from pyarrow.parquet import read_table

    found: list[dict[str, Any]] = read_table(BytesIO(data)).to_pylist()
    return found


def test_a_claim_is_a_row_with_all_that_is_said_of_it(tables: dict[str, list[dict[str, Any]]]) -> None:
    row = next(row for row in tables["claims"] if row["id"] == "able-2001.fast")
    assert {name: value for name, value in row.items() if value not in (None, [])} == {
        "id": "able-2001.fast",
        "document": "able-2001",
        "authors": ["able"],
        "date": "2001-05",
        "title": "On trams",
        "section": "Speed",
        "is_named": True,
        "is_thesis": True,
        "verb": "claims",
        "strength": "likely",
        "text": "Trams go fast.",
        "answers": ["speed: fast"],
        "cues": ['12 "go fast"'],
        "notes": ["She says it twice."],
        "file": "arguments/able-2001.argmap",
        "line": 5,
    }
    assert len(tables["claims"]) == 11


def test_premises_of_a_step_and_doubts_about_it_are_rows(tables: dict[str, list[dict[str, Any]]]) -> None:
    told = [(row["step"], row["role"], row["undercut"], row["premise"], row["schemes"]) for row in tables["steps"]]
    assert told == [
        (1, "because", None, "able-2001.wheels", ["sign"]),
        (1, "because", None, "able-2001.rails", ["sign"]),
        (1, "undercut", 1, "able-2001.worn", ["sign"]),
    ]
    assert {row["conclusion"] for row in tables["steps"]} == {"able-2001.fast"}


def test_stances_tell_actors_from_authors(tables: dict[str, list[dict[str, Any]]]) -> None:
    told = [(row["holder"], row["issue"], row["position"], row["actor"]) for row in tables["stances"]]
    assert ("able-2001", "speed", "fast", None) in told
    assert ("able-2010/crowd", "colour", "blue", "crowd") in told
    fast = next(row for row in tables["stances"] if row["position"] == "fast")
    assert (fast["strength"], fast["answer"], fast["claims"]) == ("likely", "Fast", ["able-2001.fast"])
    assert (fast["question"], fast["topic"], fast["date"]) == ("How fast may trams go?", "Traffic", "2001-05")


def test_alignments_are_those_of_the_comparison(exporting: Exporting, tables: dict[str, list[dict[str, Any]]]) -> None:
    comparison = exporting.comparison
    expected = Counter(found.verdict.value for found in comparison.alignments(comparison.authors))
    assert Counter(row["verdict"] for row in tables["alignments"]) == expected
    linked = [row for row in tables["alignments"] if row["issue"] is None]
    assert [(row["link_relation"], row["one_claims"]) for row in linked] == [("contradicts", ["able-2001.wheels"])]
    assert [row["confidence"] for row in tables["links"]] == [0.5]


def test_of_very_many_authors_no_alignments_are_written_unasked(
    exporting: Exporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.exchange.parquet._MANY", 1)
    assert rows(written(exporting)["alignments.parquet"]) == []
    assert any(one.what == "pair of authors" and one.fate == "dropped" for one in exporting.loss)
    exporting.options["alignments"] = "authors"  # type: ignore[index]
    assert rows(written(exporting)["alignments.parquet"])


def test_whose_alignments_can_be_asked_for(exporting: Exporting) -> None:
    counts = {}
    for asked in ("authors", "all", "none"):
        exporting.options["alignments"] = asked  # type: ignore[index]
        counts[asked] = len(rows(written(exporting)["alignments.parquet"]))
    assert counts["none"] == 0 < counts["authors"] < counts["all"]
    assert exporting.loss.is_whole is False
    exporting.options["alignments"] = "mine"  # type: ignore[index]
    assert len(rows(written(exporting)["alignments.parquet"])) == counts["authors"]
    assert any("`alignments` is one of" in str(one) for one in exporting.loss)


def test_what_no_table_holds_is_counted(exporting: Exporting) -> None:
    written(exporting)
    told = [str(one) for one in exporting.loss if one.fate.value != "kept"]
    assert told == ["1 actor: only the id is in the tables", "1 term: no table holds it"]
    assert [one.number for one in exporting.loss if one.what == "claim"] == [11]


def test_the_same_records_are_the_same_bytes(exporting: Exporting) -> None:
    assert written(exporting) == written(exporting)


def test_a_table_is_written_group_by_group(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    from pyarrow.parquet import ParquetFile

    from argmap.exchange import parquet

    alive: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(25):
            alive.append(number)
            yield number

    def value(number: int) -> int:
        # Nothing of the next group has been asked for.
        assert len(alive) <= number - number % 10 + 10
        return number

    monkeypatch.setattr(parquet, "_GROUP", 10)
    data, count = parquet.table((parquet.Column("number", parquet.NUMBER, value),), numbers())
    assert count == 25
    assert ParquetFile(BytesIO(data)).num_row_groups == 3
    assert [row["number"] for row in rows(data)] == list(range(25))


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, exporting: Exporting) -> None:
    import sys

    from argmap.exchange.parquet import write

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"argmap\[parquet\]"):
        write(exporting)


def test_the_page_names_every_column(exporting: Exporting) -> None:
    read_schema = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed").read_schema
    text = page("parquet")
    for name, data in written(exporting).items():
        assert f"| {', '.join(read_schema(BytesIO(data)).names)} |" in text, name


def test_the_queries_of_the_page(exporting: Exporting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    for name, data in written(exporting).items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    queries = re.findall(r"^```sql\n(.*?)^```$", page("parquet"), flags=re.MULTILINE | re.DOTALL)
    agreement, flips, divisive = (duckdb.sql(query).fetchall() for query in queries)
    assert agreement == [
        ("able-2001", "baker-2005", 1, 2, 3),
        ("able-2001", "able-2010", 1, 1, 2),
        ("able-2010", "baker-2005", 2, 0, 2),
    ]
    assert flips == [("able", "speed", "able-2001", ["fast"], "able-2010", ["slow"], "contrariety")]
    assert divisive == [
        ("speed", "How fast may trams go?", 2, 3, 0.67),
        ("colour", "Which colour should they be?", 0, 3, 0.0),
    ]
