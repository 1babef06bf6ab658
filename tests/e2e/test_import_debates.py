"""Debates of other tools, from their files to a comparison, as processes: AIF and back, and Kialo."""

import json
from pathlib import Path

from nodesets import aif, wrapped
from program import Program

EVENING = aif("""
    1 I: The town should build trams.
    2 L: Ann Able : Build trams!
    3 YA: Asserting
    4 I: Trams are quiet.
    5 L: Ann Able : They are quiet
    6 YA: Asserting
    7 RA: Default Inference
    8 YA: Arguing
    9 L: Bob : And what do they cost?
    10 YA: Pure Questioning
    11 I: Trams cost xxx.
    12 TA: Default Transition
    2 > 3 > 1
    5 > 6 > 4
    4 > 7 > 1
    2 > 8 > 7
    9 > 10 > 11
    2 > 12 > 9
    2 by 409 at 2020-05-28 20:00:00
    5 by 409 at 2020-05-28 20:00:09
""")
MORNING = aif("""
    1 I: The town should build trams.
    2 L: Cid : I agree
    3 YA: Agreeing
    20 I: They squeak.
    2 > 3 > 1
""")


def test_a_corpus_of_nodesets_is_imported_checked_compared_and_exported(argmap: Program, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "evening.json").write_bytes(EVENING)
    (corpus / "morning.json").write_bytes(wrapped(MORNING))
    (corpus / "README.txt").write_text("Two nodesets.\n")
    ran = argmap("import", str(corpus), "-o", str(tmp_path / "made"))
    assert ran.code == 0
    assert ran.out.startswith(f"5 files written into {tmp_path / 'made'}, read as aif\n")
    assert "  1 file: it holds no nodeset (README.txt, line 1, column 1)\n" in ran.out
    assert "  A211: document without an author: 1\n" in ran.out
    assert argmap("check", str(tmp_path / "made")).code == 1

    again = argmap(
        "import", str(corpus), "-o", str(tmp_path / "named"), "--set", "author=Town Hall", "--format", "json"
    )
    told = json.loads(again.out)
    assert told["format"] == "aif"
    assert [part["count"] for part in told["parts"] if part["what"] == "shared node"] == [1]
    project = tmp_path / "named"
    assert argmap("check", str(project)).code == 0
    assert argmap("fmt", "--check", str(project)).code == 0
    assert "Ann Able" in argmap("show", "evening-ann-able", within=str(project)).out

    argmap("export", "aif", str(project), "-o", str(tmp_path / "all.json"), "--set", "xaif=yes")
    back = argmap("import", str(tmp_path / "all.json"), "-o", str(tmp_path / "back"))
    assert back.code == 0
    assert "A211" not in back.out
    shared = "arguments/shared/links.argmap"
    assert "same-as" in (tmp_path / "back" / shared).read_text()
    ann = (tmp_path / "back" / "arguments" / "all-ann-able.argmap").read_text()
    assert (
        ann.partition("\n\n")[2] == (project / "arguments" / "evening-ann-able.argmap").read_text().partition("\n\n")[2]
    )


def test_what_is_no_nodeset_is_said_with_its_place(argmap: Program, tmp_path: Path) -> None:
    (tmp_path / "n.json").write_bytes(EVENING[:-20])
    ran = argmap("import", "aif", str(tmp_path / "n.json"), "-o", str(tmp_path / "made"))
    assert ran.code == 1
    assert ran.err.startswith("argmap: n.json, line 1, column ")
    assert not (tmp_path / "made").exists()


def test_a_debate_of_kialo_is_imported_by_its_look(argmap: Program, tmp_path: Path) -> None:
    text = (
        "Discussion Title: Trams?\n\n1. The town should build trams.\n1.1. Pro: They are quiet.\n1.2. Con: They cost.\n"
    )
    (tmp_path / "trams-1.txt").write_text(text)
    ran = argmap("import", str(tmp_path / "trams-1.txt"), "-o", str(tmp_path / "made"), "--set", "author=The users")
    assert (ran.code, ran.out) == (
        0,
        f"1 file written into {tmp_path / 'made'}, read as kialo\n"
        "kept:\n  1 main claim\n  2 claims\n  1 pro\n  1 con\n",
    )
    assert argmap("check", str(tmp_path / "made")).code == 0
    listed = argmap("export", "kialo", str(tmp_path / "made"))
    assert "`kialo` is no format that is exported" in listed.err
