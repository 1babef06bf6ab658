"""arguebuf: what becomes of each construct, in and out."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from foreign_graphs import ARGUEBUF

from argmap.api.exporting import export_files
from argmap.exchange.formats import NotThisFormatError, guessed

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest

ANN = """document trams-ann: Trams: Ann
  author Ann: Ann
  source: Minutes
  thesis: trams-should-built

claims trams-should-built: Trams should be built.
  at: 2 "Trams should be built."
  because (authority) quiet: They are quiet.
  undercut trams-bob.nobody-counted
  objection trams-bob.cost-lot
"""
BOB = """document trams-bob: Trams: Bob
  author Bob: Bob
  source: Minutes

claims cost-lot: They cost a lot.

claims nobody-counted: Nobody counted.

supposes trams-should-built: Trams should be built.
  because quiet-towns-thrive: Quiet towns thrive.
"""


def graph(nodes: dict[str, Any], edges: list[tuple[str, str]] = (), **others: Any) -> bytes:  # type: ignore[assignment]
    """A graph of atoms, which are texts, and of schemes."""
    whole = {key: {"atom": {"text": one}} if isinstance(one, str) else {"scheme": one} for key, one in nodes.items()}
    ends = {f"e{number}": {"source": one, "target": other} for number, (one, other) in enumerate(edges)}
    return json.dumps({"nodes": whole, "edges": ends, **others}).encode()


def snake(value: Any) -> Any:
    """The same in the spelling of the fields."""
    if not isinstance(value, dict):
        return value
    return {re.sub("([A-Z])", lambda match: f"_{match[1].lower()}", key): snake(one) for key, one in value.items()}


@pytest.mark.parametrize("whole", [ARGUEBUF, snake(ARGUEBUF)])
def test_each_participant_is_a_document_and_argues_in_it(imported: Imports, whole: Any) -> None:
    files = {"g.json": json.dumps(whole).encode()}
    assert guessed(files) == "arguebuf"
    made = imported("arguebuf", files, "Trams")
    assert (made.file("trams-ann"), made.file("trams-bob")) == (ANN, BOB)
    assert made.file("shared/links") == "link trams-bob.trams-should-built same-as trams-ann.trams-should-built\n"
    assert not made.loaded.errors
    assert made.kept == {
        "participant": 2,
        "source": 1,
        "reference": 1,
        "claim": 5,
        "reason": 2,
        "objection": 1,
        "undercut": 1,
    }
    assert made.told == [
        "changed: 1 scheme: it is a case of `authority` (g.json, node s1: EXPERT_OPINION)",
        "changed: 1 claim: who gives a reason for it does not make it, and is taken to suppose it (g.json, node a1)",
        "dropped: 1 source text: argument files name their source and do not hold it (g.json, resource r)",
    ]


def test_an_export_comes_back_the_same(imported: Imports) -> None:
    first = imported("arguebuf", {"g.json": json.dumps(ARGUEBUF).encode()}, "Trams")
    written = export_files(first.loaded, "arguebuf")
    second = imported("arguebuf", {"g.json": written.files[""]}, "Trams")
    assert {name: text.replace("2 ", "") for name, text in first.files.items()} == dict(second.files)


def test_an_offset_counts_code_points_and_is_believed_where_the_words_are_there(imported: Imports) -> None:
    wrong = json.loads(json.dumps(ARGUEBUF))
    wrong["nodes"]["a1"]["atom"]["reference"]["offset"] = 3
    made = imported("arguebuf", {"g.json": json.dumps(wrong).encode()}, "Trams")
    assert '  at: "Trams should be built."\n' in made.file("trams-ann")
    assert "changed: 1 reference: its words do not stand at its offset: it has no line (g.json, node a1)" in made.told


def test_what_no_participant_says_has_no_author(imported: Imports) -> None:
    data = graph({"a": "One.", "b": "Two.", "s": {"support": "SUPPORT_DEFAULT"}}, [("b", "s"), ("s", "a")])
    made = imported("arguebuf", {"g.json": data})
    assert made.file("g") == "document g: g\n  thesis: one\n\nclaims one: One.\n  because two: Two.\n"
    assert [finding.code for finding in made.loaded.errors] == ["A211"]
    assert "author" in imported("arguebuf", {"g.json": data}, author="Ann").file("g")


def test_without_a_main_claim_nobody_is_said_to_make_any(imported: Imports) -> None:
    made = imported("arguebuf", {"g.json": graph({"a": "One.", "b": "Two."})})
    assert made.file("g") == "document g: g\n\nsupposes one: One.\n\nsupposes two: Two.\n"
    why = "there is no one main claim, so that nobody is told to make it: it is supposed"
    assert made.told == [f"changed: 2 claims: {why} (g.json, node a; g.json, node b)"]


def test_no_polarity_is_guessed(imported: Imports) -> None:
    edges = [("b", "s"), ("s", "a"), ("b", "p"), ("p", "a"), ("b", "a")]
    made = imported("arguebuf", {"g.json": graph({"a": "One.", "b": "Two.", "s": {}, "p": {"preference": 0}}, edges)})
    assert "because" not in made.file("g")
    assert [line for line in made.told if line.startswith("dropped")] == [
        "dropped: 1 scheme: nothing says whether it supports or attacks (g.json, node s)",
        "dropped: 1 preference: argmap has none (g.json, node p)",
        "dropped: 4 edges: one of its ends is not there"
        " (g.json, edge e0; g.json, edge e1; g.json, edge e2, and 1 more)",
        "dropped: 1 edge: it leads from claim to claim, and nothing says whether it supports or attacks"
        " (g.json, edge e4)",
    ]


def test_a_rephrase_is_a_link(imported: Imports) -> None:
    data = graph({"a": "One.", "b": "Two.", "s": {"rephrase": "REPHRASE_DEFAULT"}}, [("b", "s"), ("s", "a")])
    assert imported("arguebuf", {"g.json": data}).file("shared/links") == "link g.two same-as g.one\n"


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"nodes": []}', b"{", b'{"nodes": null}'])
def test_other_files_are_told_from_graphs(imported: Imports, data: bytes) -> None:
    with pytest.raises(NotThisFormatError):
        imported("arguebuf", {"g.json": data})
