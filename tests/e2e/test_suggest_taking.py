"""`argmap suggest --accept` and `--reject` as a process, after a listing."""

from pathlib import Path

import pytest
from likeness import MEANS
from program import Program

from argmap.api.loaded_corpus import load
from argmap.api.suggesting import Wanted, suggest
from argmap.api.suggestion_taking import remember

ISSUE = """
issue lines: Who pays what a tram line costs?
  position town: The town pays
  position state: The state pays
"""
PAYS = "\nclaims pays: The town pays what one line costs.\n  answers lines: town\n"


@pytest.fixture(autouse=True)
def shown(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The listing that a person saw, of words that texts share."""
    issues, second = project / "arguments/shared/issues.argmap", project / "arguments/second.argmap"
    issues.write_text(issues.read_text(encoding="utf-8") + ISSUE, encoding="utf-8", newline="\n")
    second.write_text(second.read_text(encoding="utf-8") + PAYS, encoding="utf-8", newline="\n")
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "cache"))
    suggested = suggest(load(project), Wanted(), MEANS)
    assert remember(suggested.suggestions.numbered, suggested.corpus, project.resolve())


def test_a_first_answer_is_accepted_and_a_link_rejected(argmap: Program) -> None:
    ran = argmap("suggest", "--accept", "1=state", "--reject", "2", "--dry-run")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "--- arguments/first.argmap (now)",
        "+++ arguments/first.argmap (taken)",
        "@@ -10,6 +10,7 @@",
        "   and: Quiet towns are good towns.",
        "   despite dear: Trams cost a lot.",
        "     because price: One line costs millions.",
        "+      answers lines: state",
        " ",
        " reports debt from council: The town is in debt.",
        "   because: It says so.",
        "--- arguments/links/first--second.argmap (now)",
        "+++ arguments/links/first--second.argmap (taken)",
        "@@ -1 +1,2 @@",
        "+link first.price unrelated-to second.pays",
        " ",
    ]
    assert ran.err == "2 lines would be written into 2 files\n"
    ran = argmap("suggest", "--accept", "1=state", "--reject", "2")
    assert ran.out == (
        "arguments/first.argmap:13: answers lines: state\n"
        "arguments/links/first--second.argmap:1: link first.price unrelated-to second.pays\n"
    )
    assert ran.err == "2 lines written into 2 files\n"
    assert argmap("check").code == 0
    assert argmap("fmt", "--check").code == 0
    again = argmap("suggest", "--reject", "2")
    assert (
        again.err
        == "it stands there already: link first.price unrelated-to second.pays\n0 lines written into 0 files\n"
    )


def test_what_cannot_be_taken_is_said_and_nothing_is_written(argmap: Program) -> None:
    before = {path: path.read_bytes() for path in argmap.folder.rglob("*.argmap")}
    for words, said in (
        (("--accept", "99"), "there is no suggestion 99"),
        (("--accept", "1", "--reject", "1"), "do not go together"),
        (("--dry-run",), "`--dry-run` goes with `--accept` or `--reject`"),
    ):
        ran = argmap("suggest", *words)
        assert (ran.code, ran.out) == (2 if words == ("--dry-run",) else ran.code, "")
        assert ran.code != 0
        assert said in ran.err
    assert {path: path.read_bytes() for path in argmap.folder.rglob("*.argmap")} == before
    ran = argmap("suggest", "--accept", "1", ARGMAP_CACHE="")
    assert ran.code != 0
    assert "run `argmap suggest` first" in ran.err


def test_what_was_listed_is_taken_by_its_number(argmap: Program) -> None:
    pytest.importorskip("numpy", reason="texts are compared with numpy")
    listed = argmap("suggest", "links", "--top", "all")
    assert listed.code == 0
    shown = listed.out.partition("\n1. ")[2].partition("\n2. ")[0]
    line = next(one.strip() for one in shown.splitlines() if one.strip().startswith("link "))
    taken = argmap("suggest", "--accept", "1")
    assert taken.out == f"arguments/links/first--second.argmap:1: {line}\n"
    assert (argmap.folder / "arguments/links/first--second.argmap").read_text(encoding="utf-8") == f"{line}\n"
    rest = argmap("suggest", "links", "--top", "all")
    assert f"    {line}\n" not in rest.out
    # Number 1 is now another one, or there is none.
    again = argmap("suggest", "--accept", "1", "--dry-run")
    assert line not in [one.removeprefix("+") for one in again.out.splitlines() if one.startswith("+")]


def test_a_claim_or_a_position_that_says_the_opposite_since_is_not_taken(argmap: Program) -> None:
    first, issues = argmap.folder / "arguments/first.argmap", argmap.folder / "arguments/shared/issues.argmap"
    before = issues.read_text(encoding="utf-8")
    issues.write_text(before.replace("state: The state pays", "state: The state does not pay"), encoding="utf-8")
    ran = argmap("suggest", "--accept", "1=state")
    assert ran.code != 0 and "`lines` says something else since suggestion 1 was shown" in ran.err
    issues.write_text(before, encoding="utf-8", newline="\n")
    text = first.read_text(encoding="utf-8")
    first.write_text(text.replace("claims build (should)", "denies build (should)"), encoding="utf-8", newline="\n")
    assert argmap("suggest", "--accept", "1=state", "--dry-run").code == 0
    second = argmap.folder / "arguments/second.argmap"
    text = second.read_text(encoding="utf-8")
    second.write_text(text.replace("claims pays", "denies pays"), encoding="utf-8", newline="\n")
    ran = argmap("suggest", "--reject", "2")
    assert ran.code != 0 and "`second.pays` says something else since suggestion 2 was shown" in ran.err


def test_numbers_that_cannot_be_kept_are_told(argmap: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = argmap("suggest", "names", ARGMAP_CACHE=str(tmp_path / "file"))
    assert ran.code == 0
    assert "`--accept` and `--reject` will not know them" in ran.err
