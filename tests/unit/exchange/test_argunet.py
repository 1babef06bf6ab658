"""Argunet: what becomes of each construct of a debate."""

from collections.abc import Callable

import pytest
from foreign_graphs import ARGUNET

from argmap.exchange.formats import NotThisFormatError, guessed

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest

DOCUMENT = """document Trams: Trams
  thesis: trams-should-built
  note: All of it

section: Noise

claims trams-should-built: Trams should be built.
  because trams-good: Trams are good.
    because trams-quiet: Trams are quiet.
      objection Squeak: They squeak in bends.
    and quiet-good: Quiet is good.
"""


def test_propositions_are_claims_and_inferences_steps(imported: Imports) -> None:
    files = {"d.graphml": ARGUNET.encode()}
    assert guessed(files) == "argunet"
    made = imported("argunet", files)
    assert made.file("Trams") == DOCUMENT
    assert made.kept == {
        "group": 1,
        "claim": 5,
        "mention": 1,
        "repeated support": 1,
        "reason": 2,
        "objection": 1,
    }
    assert made.told == [
        "changed: 1 element `mapTitle`: it stands in a note (d.graphml)",
        "dropped: 1 description: the propositions of the argument say it (d.graphml, argument 2)",
    ]


def test_a_preliminary_conclusion_without_a_pattern_gets_no_premises(imported: Imports) -> None:
    text = ARGUNET.replace('pattern="From 1-2" ', "").replace('pattern="From 3" ', "")
    made = imported("argunet", {"d.graphml": text.encode()})
    assert "\nsupposes trams-good: Trams are good.\n" in made.file("Trams")
    why = "from which premises it follows is not told: it stands by itself"
    assert f"changed: 1 preliminary conclusion: {why} (d.graphml, argument 2)" in made.told


def test_an_attack_on_an_argument_as_a_whole_doubts_its_step(imported: Imports) -> None:
    text = ARGUNET.replace('targetPropositionId="21" type="sketchedAttack"', 'type="sketchedAttack"')
    made = imported("argunet", {"d.graphml": text.encode()})
    assert "  undercut supposes Squeak: They squeak in bends.\n" in made.file("Trams")
    why = "which part of the argument it is on is not told: it doubts the step"
    assert f"changed: 1 attack: {why} (d.graphml, edge from 3 to 2)" in made.told


def test_support_of_an_argument_as_a_whole_is_left_out(imported: Imports) -> None:
    text = ARGUNET.replace('targetPropositionId="21" type="sketchedAttack"', 'type="sketchedSupport"')
    made = imported("argunet", {"d.graphml": text.encode()})
    why = "which part of the argument it is for is not told"
    assert f"dropped: 1 support: {why} (d.graphml, edge from 3 to 2)" in made.told


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<graphml><graph/></graphml>", "it is GraphML without Argunet's data"),
        (b"<a/>", "its root is not `graphml`"),
        (b"<!DOCTYPE a><graphml/>", "it has a DTD"),
    ],
)
def test_other_files_are_refused(imported: Imports, data: bytes, message: str) -> None:
    with pytest.raises(NotThisFormatError, match=message):
        imported("argunet", {"d.graphml": data})
