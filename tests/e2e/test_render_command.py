"""`argmap render` as a process."""

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from program import Program

SVG = "{http://www.w3.org/2000/svg}"


def test_svg_is_the_default_and_goes_to_standard_output(argmap: Program) -> None:
    ran = argmap("render", "first")
    assert (ran.code, ran.err) == (0, "")
    root = fromstring(ran.out)
    assert root.tag == f"{SVG}svg"
    ids = {element.get("id") for element in root.iter()}
    assert {"build", "quiet", "dear", "price", "debt"} <= ids
    assert argmap("render", "arguments/first.argmap").out == ran.out


def test_it_is_what_build_draws(argmap: Program) -> None:
    assert argmap("build").code == 0
    drawn = (argmap.folder / "renders" / "first.svg").read_text(encoding="utf-8")
    assert fromstring(drawn).get("data-argmap-dot") == fromstring(argmap("render", "first").out).get("data-argmap-dot")


def test_the_ending_of_a_file_says_its_format(argmap: Program) -> None:
    assert argmap("render", "first", "-o", "map.dot").out == ""
    text = (argmap.folder / "map.dot").read_text(encoding="utf-8")
    assert text.startswith("digraph ")
    assert argmap("render", "first", "--format", "dot").out == text
    argmap("render", "first", "-o", "map.svg")
    assert (argmap.folder / "map.svg").read_text(encoding="utf-8") == argmap("render", "first").out


def test_a_map_is_an_outline_or_a_graph(argmap: Program) -> None:
    outline = argmap("render", "first").out
    assert argmap("render", "first", "--layout", "outline").out == outline
    graph = argmap("render", "first", "--layout", "graph")
    assert (graph.code, graph.err) == (0, "")
    assert graph.out != outline
    names = ({element.get("id") for element in fromstring(each).iter()} for each in (outline, graph.out))
    assert next(names) == next(names)
    assert argmap("render", "first", "--layout", "list").code == 2


def test_an_ending_that_is_no_picture_is_refused(argmap: Program) -> None:
    for name in ("map.jpg", "map.tif"):
        ran = argmap("render", "first", "-o", name)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(
            f"argmap: `{name}` ends in {name[3:]}, and what can be drawn is .svg, .png, .pdf, .dot, .gv\n"
        )
        assert not (argmap.folder / name).exists()
    assert argmap("render", "first", "-o", "map.jpg", "--format", "svg").code == 0
    for name in ("map", "MAP.SVG", "map.gv"):
        assert argmap("render", "first", "-o", name).code == 0


@pytest.mark.parametrize(
    ("words", "there", "gone"),
    [
        (["--focus", "price", "--radius", "1"], {"price", "dear"}, {"build", "quiet"}),
        (["--focus", "first.quiet", "--radius", "0"], {"quiet"}, {"build", "dear"}),
        (["--focus", "First.QUIET", "--radius", "0"], {"quiet"}, {"build", "dear"}),
        (["--depth", "1"], {"build", "quiet", "dear"}, {"price"}),
        (["--depth", "0"], {"build"}, {"quiet", "price"}),
    ],
    ids=lambda value: " ".join(sorted(value) if isinstance(value, set) else value),
)
def test_a_part(argmap: Program, words: list[str], there: set[str], gone: set[str]) -> None:
    ran = argmap("render", "first", *words)
    assert ran.code == 0
    ids = {element.get("id") for element in fromstring(ran.out).iter()}
    assert there <= ids
    assert not gone & ids


def test_a_folder_gets_all_pictures(argmap: Program) -> None:
    ran = argmap("render", "first", "-o", "maps/")
    assert (ran.code, ran.out) == (0, "maps/first.svg\n")
    assert argmap("render", "first", "-o", "maps", "--format", "dot").out == "maps/first.dot\n"
    assert sorted(path.name for path in (argmap.folder / "maps").iterdir()) == ["first.dot", "first.svg"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["third"], "argmap: no document has the id `third`"),
        (["first", "--focus", "quite"], "argmap: no claim in `first` has the id `quite`; did you mean `quiet`?\n"),
        (["first", "--focus", "quiet", "--depth", "1"], "argmap: `--depth` counts steps from the main claims, and"),
        (["first", "--radius", "1"], "argmap: `--radius` says how near to the focus, and there is no `--focus`"),
        (["first", "--depth", "-1"], "`-1` is no number from 0 to 1000"),
        (["first", "--radius", "many"], "`many` is no number from 0 to 1000"),
        (["first", "-o", "no/map.svg"], "argmap: no/map.svg: no such file or directory\n"),
        (["first", "--engine", "/no/dot"], "argmap: There is no layout engine at /no/dot.\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_drawn_is_said(argmap: Program, words: list[str], said: str) -> None:
    ran = argmap("render", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "drawn by" not in ran.err


def test_the_engine_is_the_one_that_was_asked_for(argmap: Program, project: Path) -> None:
    none = argmap("render", "first", "-o", "map.svg", ARGMAP_DOT="/no/dot")
    assert (none.code, none.err) == (2, "argmap: There is no layout engine at /no/dot.\n")
    assert not (project / "map.svg").exists()
    assert argmap("render", "first", "--engine", "embedded", ARGMAP_DOT="/no/dot").code == 0
    assert argmap("render", "first", "--format", "dot", ARGMAP_DOT="/no/dot").code == 0


def test_the_engine_may_stand_in_the_settings(argmap: Program, project: Path) -> None:
    (project / "argmap.toml").write_text('engine = "system"\n', encoding="utf-8")
    ran = argmap("render", "first", PATH="")
    assert (ran.code, ran.out) == (2, "")
    assert "No `dot` is on the PATH" in ran.err
    assert argmap("render", "first", "--engine", "embedded", PATH="").code == 0


def test_errors_keep_it_from_drawing_what_they_are_in(argmap: Program, bad: Path) -> None:
    ran = argmap("render", "bad", "-o", "map.svg")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("1 error: nothing is drawn\n")
    assert not (argmap.folder / "map.svg").exists()
    assert argmap("render", "first").code == 0
