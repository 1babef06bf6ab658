"""An Argdown file comes in, is checked and drawn, and goes out again, as processes."""

import json
from pathlib import Path

from program import Program

DEBATE = """===
title: Trams in the old town
author: Ada Able
date: 2024-03
===

# What speaks for them

[Trams]: The old town should get trams. #rails
  + <Quiet>: Trams are quiet.
    - [Bells]: They ring bells at night.
  - [Dear]: They cost too much.

<Climate>: From smoke to rails.

(1) [Smoke]: Buses smoke.
(2) Trams do not.
-- Consequence --
(3) [Trams]
"""


def test_a_debate_comes_in_and_goes_out(argmap: Program, tmp_path: Path) -> None:
    source, project = tmp_path / "debate.argdown", tmp_path / "town"
    source.write_text(DEBATE, encoding="utf-8")
    ran = argmap("import", str(source), "-o", str(project))
    assert ran.code == 0
    assert "read as argdown" in ran.out
    assert "1 argument: its title and description are a note on its conclusion" in ran.out
    text = (project / "arguments" / "trams-old-town.argmap").read_text(encoding="utf-8")
    assert text == (
        "document trams-old-town: Trams in the old town\n"
        "  author ada-able: Ada Able\n"
        "  date: 2024-03\n"
        "\n"
        "section: What speaks for them\n"
        "\n"
        "claims Trams: The old town should get trams.\n"
        "  tags: rails\n"
        "  note: Argument: Climate: From smoke to rails.\n"
        "  because Quiet: Trams are quiet.\n"
        "    objection Bells: They ring bells at night.\n"
        "  objection Dear: They cost too much.\n"
        "  because (consequence) Smoke: Buses smoke.\n"
        "  and trams: Trams do not.\n"
    )
    assert argmap("check", str(project)).code == 0
    ran = argmap("export", "argdown", str(project), "-o", str(tmp_path / "out.argdown"))
    assert ran.code == 0
    again = argmap("import", str(tmp_path / "out.argdown"), "-o", str(tmp_path / "again"), "--format", "json")
    assert {part["fate"] for part in json.loads(again.out)["parts"]} == {"kept"}
    assert (tmp_path / "again" / "arguments" / "trams-old-town.argmap").read_text(encoding="utf-8") == text


def test_what_is_no_argdown_is_refused_with_its_place(argmap: Program, tmp_path: Path) -> None:
    (tmp_path / "bad.argdown").write_bytes(b"[A]: One.\n\xff\n")
    ran = argmap("import", str(tmp_path / "bad.argdown"), "-o", str(tmp_path / "town"))
    assert (ran.code, ran.out) == (1, "")
    assert "bad.argdown, line 2: byte 0xFF is not UTF-8; save the file as UTF-8" in ran.err
    assert not (tmp_path / "town").exists()


def test_it_explains_itself(argmap: Program) -> None:
    assert argmap("explain", "argdown").out.startswith("# Argdown, in and out\n")
