"""SADFace: what becomes of each construct."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from foreign_graphs import SADFACE

from argmap.exchange.formats import NotThisFormatError, guessed

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest

DOCUMENT = """document Trams: Trams
  thesis: trams-should-built
  by: Eve
  note: A sketch.

claims trams-should-built: Trams should be built.
  at: 2 "Trams should be built."
  because quiet: They are quiet.
    objection squeak: They squeak.
  and quiet-good: Quiet is good.
"""


def with_scheme(**node: Any) -> bytes:
    """The document with another first scheme."""
    whole = json.loads(json.dumps(SADFACE))
    whole["nodes"] = [{"id": "s1", **node} if one["id"] == "s1" else one for one in whole["nodes"]]
    return json.dumps(whole).encode()


def test_schemes_say_what_stands_for_what(imported: Imports) -> None:
    files = {"s.json": json.dumps(SADFACE).encode()}
    assert guessed(files) == "sadface"
    made = imported("sadface", files)
    assert made.file("Trams") == DOCUMENT
    assert made.kept == {"analyst": 1, "reference": 1, "claim": 4, "reason": 1, "objection": 1}
    assert made.told == [
        "changed: 1 field `notes`: it stands in a note (s.json)",
        "dropped: 1 field `version`: it tells of the record, not of the argument (s.json)",
        "dropped: 1 source text: argument files name their source and do not hold it (s.json, resource r)",
    ]


@pytest.mark.parametrize(
    ("node", "line"),
    [
        ({"type": "inference", "name": "default inference"}, "  because quiet: They are quiet."),
        ({"type": "inference", "name": "Expert Opinion"}, "  because (authority) quiet: They are quiet."),
        ({"type": "inference", "name": "Practical Wisdom"}, "  because quiet: They are quiet."),
        ({"type": "scheme", "name": "Expert Opinion"}, "  because (authority) quiet: They are quiet."),
        ({"type": "scheme", "name": "Conflict"}, "  objection quiet: They are quiet."),
        ({"type": "conflict", "name": "of some sort"}, "  objection quiet: They are quiet."),
    ],
)
def test_the_type_or_the_name_says_the_polarity(imported: Imports, node: dict[str, str], line: str) -> None:
    assert line in imported("sadface", {"s.json": with_scheme(**node)}).file("Trams").splitlines()


def test_a_name_that_says_no_polarity_is_left_out(imported: Imports) -> None:
    made = imported("sadface", {"s.json": with_scheme(type="scheme", name="Practical Wisdom")})
    assert "  because" not in made.file("Trams")
    why = "its name does not say whether it supports or attacks"
    assert f"dropped: 1 scheme: {why} (s.json, node s1: practical wisdom)" in made.told


@pytest.mark.parametrize("data", [b"[]", b'{"nodes": {}}', b"{"])
def test_other_files_are_told_from_documents(imported: Imports, data: bytes) -> None:
    with pytest.raises(NotThisFormatError):
        imported("sadface", {"s.json": data})
