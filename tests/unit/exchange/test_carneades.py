"""Carneades: what becomes of each construct of YAML and CAF."""

from collections.abc import Callable

import pytest
from foreign_graphs import CAF, CARNEADES

from argmap.exchange.formats import NotThisFormatError, guessed

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest

FROM_YAML = """document Trams: Trams
  thesis: trams-should-built
  note: source: The minutes of May.

claims trams-should-built: Trams should be built.
  because trams-quiet: Trams are quiet.
    tags: assumed
  and quiet-good: Quiet is good.
    tags: assumed
  undercut supposes squeak: They squeak.
"""
FROM_CAF = """document Trams: Trams
  thesis: trams-should-built
  by: Eve
  note: A sketch.

claims trams-should-built: Trams should be built.
  because denies trams-loud: Trams are loud.
  and implies quiet-good: Quiet is good.
  objection cost-lot: They cost a lot.
"""
ISSUE = """statements:
  go: Let's go.
  ¬go: Let's not go.
  far: It is far.
  ¬far: It is not far.
issues:
  i1:
    positions: [go, ¬go]
arguments:
  a1: {conclusion: ¬go, premises: [far]}
"""


def test_arguments_are_steps_and_undercutters_doubts(imported: Imports) -> None:
    files = {"t.yml": CARNEADES.encode()}
    assert guessed(files) == "carneades"
    made = imported("carneades", files)
    assert made.file("Trams") == FROM_YAML
    assert made.kept == {"claim": 4, "assumption": 2, "reason": 1, "undercut": 1}
    assert made.told == [
        "changed: 1 field `source`: it stands in a note (t.yml)",
        "changed: 1 undercutter: what argues for it doubts the argument (t.yml, statement ¬app(a1))",
        "dropped: 1 test: argmap does not compute acceptability from it (t.yml, tests)",
        "dropped: 1 premise role: argmap has none (t.yml, argument a2)",
        "dropped: 1 scheme: it is one of Carneades, or of the file (t.yml, argument a1: practical)",
    ]


def test_a_negative_premise_is_denied_and_an_implicit_one_implied(imported: Imports) -> None:
    files = {"t.xml": CAF.encode()}
    assert guessed(files) == "carneades"
    made = imported("carneades", files)
    assert made.file("Trams") == FROM_CAF
    assert made.told == [
        "changed: 1 description: it stands in a note (t.xml)",
        "dropped: 1 text: it is in another language than the first (t.xml, statement s1)",
    ]


def test_nothing_that_is_only_supposed_is_denied(imported: Imports) -> None:
    made = imported(
        "carneades",
        {
            "t.xml": CAF.replace(' main="true"', "")
            .replace(
                '<conclusion statement="s1"/><premises>\n      <premise statement="s4"',
                '<conclusion statement="s9"/><premises>\n      <premise statement="s4"',
            )
            .encode()
        },
    )
    assert "denies" not in made.file("Trams")
    why = "nobody is told to make it, and what is supposed is not denied"
    assert f"dropped: 1 negation: {why} (t.xml, statement s2)" in made.told


def test_an_issue_is_a_question_and_a_complement_a_contradiction(imported: Imports) -> None:
    made = imported("carneades", {"trip.yml": ISSUE.encode()}, author="Ann")
    assert made.file("shared/issues") == (
        "issue i1: trip: i1\n  position go: Let's go.\n  position lets-go: Let's not go.\n"
    )
    assert made.file("shared/links") == "link trip.far-2 contradicts trip.far\n"
    assert "supposes lets-go: Let's go.\n  answers i1: go\n" in made.file("trip")
    assert "claims" not in made.file("trip")
    assert not made.loaded.errors


def test_a_statement_without_text_is_called_by_its_id(imported: Imports) -> None:
    made = imported("carneades", {"t.yml": b"arguments:\n  a1: {conclusion: p(x), premises: [q]}\n"})
    assert made.file("t") == "document t: t\n  thesis: p-x\n\nclaims p-x: p(x)\n  because q: q\n"
    assert made.told == [
        "changed: 2 statements: it has no text, and its id stands for it (t.yml, statement p(x); t.yml, statement q)"
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: b", "it has neither statements nor arguments"),
        (b"statements: !!python/object/apply:os.system [ls]", "`!` begins a tag, which is not read"),
        (b"statements: &a [*a, *a]", "`&` begins an anchor, which is not read"),
        (b"statements:\n  a: *b", "`\\*` begins an alias, which is not read"),
        (b"statements:\n  <<: {a: b}", "`<<` merges mappings, which is not read"),
        (b"statements: " + b"[" * 1000, "it is more than 60 deep"),
        (b"statements:\n  a: b\n  a: c", "the key `a` stands there twice"),
        (b"statements: {a: b, a: c}", "the key `a` stands there twice"),
        (b"<caf><!DOCTYPE a></caf>", "this is no XML that can be read"),
    ],
)
def test_other_files_are_refused(imported: Imports, data: bytes, message: str) -> None:
    with pytest.raises(NotThisFormatError, match=message):
        imported("carneades", {"t": data})
