"""Exports for graph tools and solvers, and a bibliography that begins a project, as processes."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from program import Program
from small_debate import FILES, SHARED

BIBLIOGRAPHY = """@article{able2024,
  title = {Trams now}, author = {Able, Ada}, journal = {The Herald}, year = 2024, month = mar, pages = {1--2}
}
"""


@pytest.fixture
def debate(tmp_path: Path) -> str:
    for name, text in {**FILES, "arguments/shared/actors.argmap": SHARED}.items():
        path = tmp_path / "debate" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "debate" / "argmap.toml").write_text("language = 2\n")
    return str(tmp_path / "debate")


def test_a_debate_is_exported_for_every_tool(argmap: Program, debate: str, tmp_path: Path) -> None:
    listed = argmap("export", "--list").out
    for form in ("graphml", "gexf", "node-link", "dot", "iccma23", "apx", "tgf", "sssom", "csl-json", "bibtex"):
        assert f"\n{form} " in listed
        ran = argmap("export", form, debate, "-o", str(tmp_path / form))
        assert ran.code == 0, ran.err
        assert (tmp_path / form).read_bytes()
    assert ElementTree.parse(tmp_path / "graphml").getroot().tag.endswith("}graphml")
    assert len(json.loads((tmp_path / "node-link").read_text(encoding="utf-8"))["nodes"]) == 19


def test_the_reduction_is_chosen_and_what_it_leaves_out_is_told(argmap: Program, debate: str) -> None:
    ran = argmap("export", "iccma23", debate, "--set", "support=evidential")
    assert "# support=evidential: evidential support" in ran.out
    assert "argmap: dropped: 1 step: conceded, and found outweighed by the author\n" in ran.err


def test_a_bibliography_begins_a_project_and_comes_out_again(argmap: Program, tmp_path: Path) -> None:
    (tmp_path / "sources.bib").write_text(BIBLIOGRAPHY)
    ran = argmap("import", str(tmp_path / "sources.bib"), "-o", str(tmp_path / "made"))
    assert ran.code == 0
    assert "read as bibtex\n" in ran.out
    assert "  1 field: nothing in the language answers to it (sources.bib, line 1)\n" in ran.out
    assert "A208" in argmap("check", str(tmp_path / "made")).out
    ran = argmap("export", "csl-json", str(tmp_path / "made"))
    assert json.loads(ran.out) == [
        {
            "id": "able2024",
            "type": "document",
            "title": "Trams now",
            "author": [{"literal": "Ada Able"}],
            "issued": {"date-parts": [[2024, 3]]},
            "publisher": "The Herald",
        }
    ]
