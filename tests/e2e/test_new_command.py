"""`argmap new` as a process."""

import re
import sys
from pathlib import Path

import pytest
from program import Program

WHOLE = ["new", "third", "--title", "Trams:  why not?", "--author", "Author A; Author Bé", "--date", "2021-07"]


def test_what_it_writes_has_nothing_wrong_but_no_claims(argmap: Program, project: Path) -> None:
    ran = argmap(*WHOLE, "--publisher", "The Press", "--source", "https://example.org/x", "--language", "fr")
    assert (ran.code, ran.out) == (0, "arguments/third.argmap\n")
    text = (project / "arguments" / "third.argmap").read_text(encoding="utf-8")
    assert text.startswith(
        "document third: Trams: why not?\n"
        "  author a: Author A\n"
        "  author bé: Author Bé\n"
        "  date: 2021-07\n"
        "  publisher: The Press\n"
        "  source: https://example.org/x\n"
        "  language: fr\n"
    )
    assert argmap("fmt", "--check").code == 0
    # The name has an id in the first document already, which is for the analyst to mend.
    found = argmap("check", "--format", "concise").out.splitlines()
    assert [line.split("[")[1][:4] for line in found] == ["A208", "A111"]


def test_its_guide_is_an_argument(argmap: Program, project: Path) -> None:
    argmap("new", "third", "--title", "T", "--author", "Author Z")
    path = project / "arguments" / "third.argmap"
    lines = path.read_text(encoding="utf-8").splitlines()
    guide = [
        line.removeprefix("# ")
        for line in lines
        if line.startswith(("# claims", "# reports", "# actor", "# issue", "#   "))
    ]
    path.write_text("\n".join([*lines[:2], "", *guide, ""]), encoding="utf-8")
    assert argmap("check", "arguments/third.argmap", "--format", "concise").out.count("error") == 0


def test_it_overwrites_nothing(argmap: Program, project: Path) -> None:
    before = (project / "arguments" / "first.argmap").read_bytes()
    ran = argmap("new", "first", "--title", "T", "--author", "A")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "argmap: arguments/first.argmap is there already, and stays as it is\n"
    assert (project / "arguments" / "first.argmap").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new"], "still missing: ID, --title, --author"),
        (["new", "third", "--title", "T"], "still missing: --author"),
        (["new", "third", "--title", "T", "--author", " ; "], "still missing: --author"),
        (["new", "third", "--title", "  ", "--author", "A"], "still missing: --title"),
        ([*WHOLE[:-1], "2021-13"], "`2021-13` is no date; write a year, a month or a day"),
        (["new", "a.b", "--title", "T", "--author", "A"], "`a.b` is no id"),
        (["new", "../x", "--title", "T", "--author", "A"], "`../x` is no id"),
        (["new", "from", "--title", "T", "--author", "A"], "`from` is a word of the language and cannot be an id"),
        (["new", "third", "--title", "T", "--author", "***"], "no id can be made of the name `***`"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_it_says_what_it_needs_and_leaves_nothing(argmap: Program, words: list[str], said: str) -> None:
    before = sorted(argmap.folder.rglob("*"))
    ran = argmap(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("argmap: ")
    assert said in ran.err
    assert sorted(argmap.folder.rglob("*")) == before


def test_what_is_no_text_leaves_no_file(argmap: Program) -> None:
    ran = argmap.shell("argmap new third --title $'\\xff' --author A")
    assert (ran.code, ran.err) == (2, "argmap: not all of this is UTF-8 text\n")
    assert not (argmap.folder / "arguments" / "third.argmap").exists()


def test_it_finds_the_project_from_below_and_begins_one_elsewhere(argmap: Program, tmp_path: Path) -> None:
    below = argmap(*WHOLE, within="arguments/shared")
    assert below.out == f"{argmap.folder.resolve() / 'arguments' / 'third.argmap'}\n"
    (tmp_path / "fresh").mkdir()
    assert argmap(*WHOLE, within="../fresh").out == "arguments/third.argmap\n"
    assert argmap("check", within="../fresh").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own needs a POSIX system")
def test_on_a_terminal_it_asks_again_for_what_will_not_do(argmap: Program) -> None:
    answers = ["Bad Id", "first", "third", "", "Trams", " ; ", "Author Z", "2021-13", "2021-07", "", "third.txt"]
    ran = argmap.on_a_terminal("new", answers=answers)
    assert ran.code == 0
    text = (argmap.folder / "arguments" / "third.argmap").read_text(encoding="utf-8")
    assert text.startswith("document third: Trams\n  author z: Author Z\n  date: 2021-07\n  source: third.txt\n")
    for said in (
        "`Bad Id` is no id: letters, digits and single hyphens inside\n",
        "arguments/first.argmap is there already, and stays as it is; choose another id\n",
        "`2021-13` is no date; write a year, a month or a day: 2021, 2021-07 or 2021-07-09\n",
    ):
        assert said in ran.err
    assert ran.err.count("this cannot be left out\n") == 2
    # What an option says is refused before anything is asked.
    assert argmap.on_a_terminal("new", "a.b", answers=[]).err.startswith("argmap: `a.b` is no id")


def test_an_example_can_be_checked_built_and_compared_where_it_was_written(argmap: Program, tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    ran = argmap("new", "--example", "federalist", within="../away")
    assert (ran.code, ran.out) == (0, "federalist\n")
    assert "`argmap build`" in ran.err
    for words in (["check"], ["check", "--sources", "texts"]):
        checked = argmap(*words, within="../away/federalist")
        assert (checked.code, checked.out) == (0, "")
        assert re.search(r"3 documents, \d+ claims, \d+ cues looked up: no findings\n", checked.err)
    assert argmap("fmt", "--check", within="../away/federalist").code == 0
    built = argmap("build", within="../away/federalist")
    assert built.code == 0
    assert (tmp_path / "away" / "federalist" / built.err.rsplit("; open ", 1)[1].strip()).is_file()
    assert argmap("build", "--check", within="../away/federalist").code == 0
    compared = argmap("compare", "brutus-1", "federalist-10", "--full", within="../away/federalist")
    assert compared.code == 0
    # What readers of the two essays have always said of them.
    for said in (
        "Can a free republic last in a country as large as the United States? (`large-republic`)",
        "Is oppression more to be feared in a large republic or in a small one? (`oppression-by-size`)",
        "Can those who have power be relied on to restrain themselves? (",
        "Same premise, other conclusion: both argue from `brutus-1.no-concert`",
        "One word, two meanings: `oppression`",
    ):
        assert said in " ".join(compared.out.split())


def test_a_changed_text_of_the_example_no_longer_proves_its_cues(argmap: Program, tmp_path: Path) -> None:
    assert argmap("new", "here", "--example", "federalist", within="..").out == "here\n"
    text = tmp_path / "here" / "texts" / "federalist-10.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("opprobrium", "reproach"), "utf-8")
    checked = argmap("check", "--format", "concise", within="../here")
    assert checked.code == 1
    assert [re.split(r"[\[\]]", line)[1] for line in checked.out.splitlines()] == ["A501"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--example", "federalist", "arguments"], "arguments is there already, and stays as it is"),
        (["--example", "federalist", "arguments/first.argmap"], "arguments/first.argmap is there already"),
        (["--example", "federalist", ".git"], "`.git` is called like a file of git's own"),
        (["--example", "hamilton"], "there is no example `hamilton`; there is `bike-lanes`, `federalist`"),
        (["--example", ""], "there is no example ``; there is `bike-lanes`, `federalist`"),
        (["--example", "federalist", "new", "--title", "T"], "--title is of a document of your own"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_example_that_cannot_be_written_leaves_nothing(argmap: Program, words: list[str], said: str) -> None:
    before = {path: path.is_file() and path.read_bytes() for path in argmap.folder.rglob("*")}
    ran = argmap("new", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert {path: path.is_file() and path.read_bytes() for path in argmap.folder.rglob("*")} == before
