"""Rationale: what becomes of each construct of a map; nothing of its script is run."""

from collections.abc import Callable

import pytest
from foreign_graphs import RATIONALE

from argmap.exchange.formats import NotThisFormatError, guessed

Imports = Callable[..., "Made"]  # noqa: F821 - see conftest

DOCUMENT = """document Trams: Trams
  thesis: trams-should-built
  note: Ask Ann.

claims trams-should-built: Trams should be "built".
  because trams-quiet: Trams are quiet.
  and quiet-good: Quiet is good.
  undercut supposes quiet-dangerous: Quiet is dangerous.
  objection cost-lot: They cost a lot.
    objection roads-too: Roads do, too.
"""
EARLY = """#Rationale Version 1.09
node0 = app.Create("Claim")
app.SetText(node0, "I should go.")
app.CreateChild(node0, "Reason")
app.CreateChild(node0, "Objection")
app.SetText(node0[0], "It is warm.")
app.CreateChild(node0[0], "Objection")
app.SetText(node0[0][0], "It is\\ncold.")
app.SetText(node0[1], "It is far.")
view0 = app.Gui.CreateView("FernView")
if view0 != None:
\tview0.SetLocation(node0, -111, -29)
"""


def test_compounds_are_linked_and_inferences_doubted(imported: Imports) -> None:
    files = {"m.rtnl": RATIONALE.encode()}
    assert guessed(files) == "rationale"
    made = imported("rationale", files, "Trams")
    assert made.file("Trams") == DOCUMENT
    assert made.kept == {"claim": 6, "note": 1, "reason": 1, "objection": 2, "undercut": 1}
    assert made.told == ["dropped: 1 call `GetFernViews`: it is about how the map looks (m.rtnl, line 21)"]


def test_early_versions_name_boxes_by_their_places(imported: Imports) -> None:
    made = imported("rationale", {"go.rtnl": EARLY.encode()})
    assert made.file("go") == (
        "document go: go\n  thesis: i-should-go\n\nclaims i-should-go: I should go.\n  because warm: It is warm.\n"
        "    objection cold: It is cold.\n  objection far: It is far.\n"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('map9_1 = CreateChild(map9_0, "Reason")', "1 box `Reason`: the box above it is not there"),
        ('SetText(map9_0, "So.")', "1 text: the box that it is for is not there"),
        ("SetText(1 + 1)", "1 call `SetText`: its arguments cannot be read"),
        ('SetText("Again.")', "1 text: its box has one already"),
        ("import os; os.remove('a')", "1 line: it is no call that builds a map"),
        ('map3_0 = Create("Picture")', "1 box `Picture`: it is no claim, reason or objection"),
    ],
)
def test_lines_that_build_nothing_are_counted(imported: Imports, line: str, told: str) -> None:
    text = RATIONALE.replace("GetFernViews()\n", f"{line}\n")
    assert imported("rationale", {"m.rtnl": text.encode()}).told == [f"dropped: {told} (m.rtnl, line 21)"]


@pytest.mark.parametrize("data", [b"", b"print('so')\n", b"#Rationale Version 1.09\n"])
def test_other_files_are_told_from_maps(imported: Imports, data: bytes) -> None:
    with pytest.raises(NotThisFormatError, match="no line of it creates a claim"):
        imported("rationale", {"m.rtnl": data})
