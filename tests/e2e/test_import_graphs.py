"""Argument graphs of other tools, from their files to a checked project and back, as processes."""

import json
from pathlib import Path

import pytest
from foreign_graphs import ARGUEBUF, FILES
from program import Program


@pytest.mark.parametrize("form", FILES)
def test_a_file_of_each_format_is_known_by_its_content_and_passes_the_check(
    argmap: Program, tmp_path: Path, form: str
) -> None:
    path = tmp_path / "graph"
    path.write_bytes(FILES[form][0])
    project = tmp_path / "made"
    ran = argmap("import", str(path), "-o", str(project), "--set", "author=The Author")
    assert ran.code == 0
    assert f"read as {form}\n" in ran.out
    assert argmap("check", str(project)).code == 0


def test_what_arguebuf_takes_out_it_takes_in(argmap: Program, tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text(json.dumps(ARGUEBUF))
    first, second = tmp_path / "first", tmp_path / "second"
    assert argmap("import", "arguebuf", str(path), "-o", str(first)).code == 0
    assert argmap("export", "arguebuf", str(first), "-o", str(path)).code == 0
    assert argmap("import", "arguebuf", str(path), "-o", str(second)).code == 0
    for name in ("graph-ann", "graph-bob"):
        texts = [(project / f"arguments/{name}.argmap").read_text() for project in (first, second)]
        # A graph of arguebuf names the words of a place, and an offset only into a text that it holds.
        assert texts[0].replace('at: 2 "', 'at: "') == texts[1]


def test_a_file_of_another_sort_is_refused(argmap: Program, tmp_path: Path) -> None:
    path = tmp_path / "graph.xml"
    path.write_text('<!DOCTYPE a [<!ENTITY b "c">]>\n<arggraph>&b;</arggraph>\n')
    ran = argmap("import", "arggraph", str(path), "-o", str(tmp_path / "made"))
    assert ran.code == 1
    assert "it has a DTD, which is not read" in ran.out + ran.err
    assert not (tmp_path / "made").exists()
