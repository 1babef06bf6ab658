"""`argmap build` as a process."""

import os
import re
import shutil
from pathlib import Path

import pytest
from program import Program

BUTTERFLY = "compare/first--second.trams.svg"
COMPARED = ["compare/agreement.svg", BUTTERFLY, "compare/issue.trams.svg", "compare/matrix.svg"]
REPORT = "report.md"
LEDGER = "stances.txt"
OPEN = f"renders/{REPORT}"


def told(names: list[str], what: str = "") -> str:
    return "".join(f"renders/{name} {what or ('drawn' if name.endswith('.svg') else 'written')}\n" for name in names)


DRAWN = told([*COMPARED, "first.svg", REPORT, "second.svg", LEDGER])


def drawings(project: Path) -> dict[str, tuple[int, bytes]]:
    """When each file in ``renders/`` was written, and its bytes."""
    folder = project / "renders"
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@pytest.fixture
def built(project: Path, argmap: Program) -> dict[str, tuple[int, bytes]]:
    assert argmap("build").code == 0
    return drawings(project)


def replace(project: Path, name: str, old: str, new: str) -> None:
    path = project / "arguments" / f"{name}.argmap"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def reword(project: Path) -> None:
    replace(project, "first", "are quiet", "are silent")


def test_the_first_draws_everything_and_the_next_nothing(argmap: Program, project: Path) -> None:
    first = argmap("build", "--verbose")
    assert (first.code, first.out) == (0, DRAWN)
    assert first.err == f"2 documents, 9 claims, 6 pictures: 6 drawn, 2 written; open {OPEN}\n"
    before = drawings(project)
    for words in (["build"], ["build", "--no-cache"], ["build", "--check"], ["build", "--check", "--no-cache"]):
        again = argmap(*words)
        assert (again.code, again.out) == (0, "")
        done = "all fresh" if "--check" in words else "nothing to do"
        assert again.err.endswith(f": {done}; open {OPEN}\n")
    assert drawings(project) == before


def test_unasked_a_build_says_in_one_line_what_it_did(argmap: Program, project: Path) -> None:
    first = argmap("build")
    assert (first.out, len(first.err.splitlines())) == ("", 1)
    reword(project)
    (project / "renders" / "mine.svg").write_text("<svg/>", encoding="utf-8")
    assert argmap("build").err == f"2 documents, 9 claims, 6 pictures: 2 drawn; open {OPEN}\n"
    (project / "arguments" / "second.argmap").unlink()
    ran = argmap("build")
    assert (ran.out, ran.err.split(": ")[1]) == (
        "",
        "1 drawn, 6 removed, 1 written; open renders/first.svg\n",
    )


def test_what_is_opened_first_is_there(argmap: Program, project: Path) -> None:
    (project / "renders").mkdir()
    (project / "renders" / REPORT).write_text("Mine.\n", encoding="utf-8")
    for words in (["build"], ["build"], ["build", "--check"]):
        ran = argmap(*words)
        assert ran.code == 1
        assert f"open {OPEN}" not in ran.err
    assert argmap("build").err.endswith("nothing to do; open renders/first.svg\n")


def test_check_names_the_first_stale_files_and_all_where_it_is_asked(argmap: Program, project: Path) -> None:
    for number in range(12):
        text = f"document d{number}: D\n  author author-a: Author A\n\nclaims it: It is so.\n  because: So it is.\n"
        (project / "arguments" / f"d{number}.argmap").write_text(
            text.replace(": Author A", "") if number else text, encoding="utf-8"
        )
    short, long = argmap("build", "--check"), argmap("build", "--check", "--verbose")
    assert (short.code, long.code) == (1, 1)
    listed = long.out.splitlines()
    assert len(listed) > 12
    assert short.out.splitlines() == [*listed[:10], f"... and {len(listed) - 10} more, which --verbose names"]
    assert short.err == long.err
    assert short.err.endswith(f": {len(listed)} not fresh; run `argmap build`\n")


def test_only_what_changed_is_drawn(argmap: Program, project: Path, built: dict[str, tuple[int, bytes]]) -> None:
    reword(project)
    ran = argmap("build", "-v")
    assert (ran.code, ran.out) == (0, told([BUTTERFLY, "first.svg"]))
    after = drawings(project)
    assert all(after[name] == built[name] for name in built if name not in (BUTTERFLY, "first.svg"))
    assert after["first.svg"][1] != built["first.svg"][1]
    assert b"silent" in after["first.svg"][1]


@pytest.fixture
def elsewhere(project: Path) -> Path:
    """The issue that two documents answer, and a link between their claims, in the file of a third document."""
    shared = project / "arguments" / "shared" / "issues.argmap"
    issue, _, actor = shared.read_text(encoding="utf-8").partition("\n\n")
    shared.write_text(actor, encoding="utf-8")
    third = "document third: Third\n  author author-c: Author C\n\nclaims other: Another.\n  because: So.\n"
    link = "link first.dear in-tension-with second.narrow (0.5): Both cost money.\n"
    (project / "arguments" / "third.argmap").write_text(f"{third}\n{issue}\n\n{link}", encoding="utf-8")
    return project


@pytest.mark.parametrize(
    ("name", "old", "new", "stale"),
    [
        ("third", "It should not", "It should never", "compare/issue.trams.svg"),
        ("third", "Should the town", "Must the town", "compare/issue.trams.svg"),
        ("third", "in-tension-with", "contradicts", "first.svg"),
        ("third", "document third: Third", "document third: The third", "compare/matrix.svg"),
        ("shared/issues", "The town council", "The council", "first.svg"),
    ],
    ids=["position", "issue", "link", "title", "actor"],
)
def test_what_another_file_declares_makes_a_picture_stale(
    argmap: Program, elsewhere: Path, name: str, old: str, new: str, stale: str
) -> None:
    assert argmap("build").code == 0
    replace(elsewhere, name, old, new)
    looks = [argmap("build", "--check"), argmap("build", "--check", "--no-cache")]
    assert looks[0] == looks[1]
    assert looks[0].code == 1
    assert f"renders/{stale} stale\n" in looks[0].out
    assert argmap("build").code == 0
    cached = drawings(elsewhere)
    shutil.rmtree(elsewhere / "renders")
    assert argmap("build", "--no-cache").code == 0
    assert {each: data for each, (_, data) in drawings(elsewhere).items()} == {
        each: data for each, (_, data) in cached.items()
    }


def test_check_tells_and_writes_nothing(argmap: Program, project: Path, built: dict[str, tuple[int, bytes]]) -> None:
    reword(project)
    (project / "renders" / "second.svg").unlink()
    ran = argmap("build", "--check")
    assert ran.code == 1
    stale = [BUTTERFLY, "first.svg", "second.svg"]
    assert [line.split(" ")[0] for line in ran.out.splitlines()] == [f"renders/{name}" for name in stale]
    assert ran.err.endswith(": 3 not fresh; run `argmap build`\n")
    assert drawings(project) == {name: built[name] for name in built if name != "second.svg"}


def test_check_of_a_fresh_clone_draws_nothing_either(argmap: Program, project: Path) -> None:
    assert argmap("build", "--check").code == 1
    assert not (project / "renders").exists()


def test_a_removed_document_takes_its_pictures_and_what_others_said_of_it(
    argmap: Program, project: Path, built: dict[str, tuple[int, bytes]]
) -> None:
    mine = project / "renders" / "mine.svg"
    mine.write_text("<svg/>", encoding="utf-8")
    (project / "renders" / "notes.txt").write_text("Mine.", encoding="utf-8")
    (project / "arguments" / "second.argmap").unlink()
    ran = argmap("build", "-v")
    # The map that is left no longer says with whom its claims are at odds.
    assert (ran.code, ran.out) == (0, told(["first.svg", LEDGER]) + told([*COMPARED, REPORT, "second.svg"], "removed"))
    assert sorted(drawings(project)) == ["first.svg", "mine.svg", "notes.txt", LEDGER]
    assert mine.read_text(encoding="utf-8") == "<svg/>"
    assert argmap("build").err.startswith("1 document, 7 claims, 1 picture: nothing to do")


def test_a_file_of_ones_own_in_the_place_of_a_picture_stays(argmap: Program, project: Path) -> None:
    mine = project / "renders" / "second.svg"
    mine.parent.mkdir()
    mine.write_text("<svg/>", encoding="utf-8")
    ran = argmap("build", "-v")
    assert (ran.code, ran.out) == (1, told([*COMPARED, "first.svg", REPORT, LEDGER]))
    assert "renders/second.svg is not made by argmap, and stays as it is" in ran.err
    assert mine.read_text(encoding="utf-8") == "<svg/>"


def test_with_an_error_nothing_is_drawn(argmap: Program, project: Path, bad: Path) -> None:
    ran = argmap("build")
    assert ran.code == 1
    assert "did you mean `because`?" in ran.out
    assert ran.err == "1 error: nothing is drawn\n"
    assert not (project / "renders").exists()


def test_the_same_bytes_anywhere(
    argmap: Program, project: Path, tmp_path: Path, built: dict[str, tuple[int, bytes]]
) -> None:
    elsewhere = tmp_path / "grüße an 世界" / "it's"
    shutil.copytree(project / "arguments", elsewhere / "arguments")
    ran = argmap("build", str(elsewhere / "arguments" / "shared"), "--no-cache", "-v", ARGMAP_DOT="/no/dot")
    assert (ran.code, ran.out) == (0, DRAWN)
    there = {name: data for name, (_, data) in drawings(elsewhere).items()}
    assert there == {name: data for name, (_, data) in built.items()}


def test_from_a_folder_below(argmap: Program, project: Path) -> None:
    ran = argmap("build", "-v", within="arguments/shared")
    assert (ran.code, ran.out) == (0, DRAWN)
    assert ran.err.endswith(f"open ../../{OPEN}\n")
    assert sorted(drawings(project)) == [*COMPARED, "first.svg", REPORT, "second.svg", LEDGER]


def test_a_project_without_documents(argmap: Program, tmp_path: Path) -> None:
    (tmp_path / "empty" / "arguments").mkdir(parents=True)
    ran = argmap("build", within="../empty")
    assert (ran.code, ran.out, ran.err) == (0, "", "0 documents, 0 claims, 0 pictures: nothing to do\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(argmap: Program, project: Path) -> None:
    project.chmod(0o555)
    try:
        ran = argmap("build")
    finally:
        project.chmod(0o755)
    assert ran.code == 2
    assert ran.err.startswith("argmap: ")
    assert "permission denied" in ran.err
    assert not (project / "renders").exists()


def test_the_report_shows_every_picture_of_the_comparison(project: Path, built: dict[str, tuple[int, bytes]]) -> None:
    page = built[REPORT][1].decode()
    assert {target for target in re.findall(r"\]\(<([^>]*)>\)", page) if not target.startswith("../")} == set(COMPARED)
    for target in re.findall(r"\]\(<\.\./([^#>]*)#L\d+>\)", page):
        assert (project / target).is_file()


def test_an_edited_report_is_told_and_stays(
    argmap: Program, project: Path, built: dict[str, tuple[int, bytes]]
) -> None:
    path = project / "renders" / REPORT
    edited = built[REPORT][1] + b"And this is mine.\n"
    path.write_bytes(edited)
    for words in (["build"], ["build", "--check"], ["build", "--no-cache"]):
        ran = argmap(*words)
        assert ran.code == 1
        assert "renders/report.md is not made by argmap, and stays as it is" in ran.err
    assert path.read_bytes() == edited


def test_a_stale_report_is_told_and_written_again(
    argmap: Program, project: Path, built: dict[str, tuple[int, bytes]]
) -> None:
    path = project / "renders" / REPORT
    path.write_bytes(built[REPORT][1].replace(b"\n# ", b"\n# Not ").replace(b"conflict", b"quarrel"))
    assert argmap("build", "--check").out == "renders/report.md stale\n"
    assert argmap("build", "-v").out == "renders/report.md written\n"
    assert path.read_bytes() == built[REPORT][1]


def stances(project: Path) -> list[str]:
    lines = (project / "renders" / LEDGER).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_the_ledger_has_a_line_a_stance(project: Path, built: dict[str, tuple[int, bytes]]) -> None:
    assert stances(project) == [
        "first | trams | accepts yes | should | because first.quiet + “Quiet towns are good towns.”",
        "second | trams | accepts no | plain | because second.narrow",
    ]
    assert built[LEDGER][1].startswith(b"# stances.txt: written by `argmap build` from arguments/;")


def test_a_changed_stance_makes_the_ledger_stale_and_changes_one_line(
    argmap: Program, project: Path, built: dict[str, tuple[int, bytes]]
) -> None:
    before = stances(project)
    path = project / "arguments" / "first.argmap"
    path.write_text(path.read_text(encoding="utf-8").replace("(should)", "(must)"), encoding="utf-8")
    ran = argmap("build", "--check")
    assert ran.code == 1
    assert "renders/stances.txt stale\n" in ran.out
    assert ran.err.endswith("run `argmap build`\n")
    assert "renders/stances.txt written\n" in argmap("build", "--verbose").out
    assert stances(project) == [before[0].replace("| should |", "| must |"), before[1]]


def test_a_removed_stance_removes_its_line_and_the_last_one_the_ledger(
    argmap: Program, project: Path, built: dict[str, tuple[int, bytes]]
) -> None:
    before = stances(project)
    for name, left in (("second", before[:1]), ("first", [])):
        path = project / "arguments" / f"{name}.argmap"
        kept = [line for line in path.read_text(encoding="utf-8").splitlines() if "answers" not in line]
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")
        assert argmap("build").code == 0
        assert (stances(project) if left else (project / "renders" / LEDGER).exists()) == (left or False)


@pytest.mark.parametrize("edit", ["<<<<<<< ours\nfirst | trams | accepts no\n", ""], ids=["a conflict", "cut off"])
def test_an_edited_ledger_is_told_and_written_again(
    argmap: Program, project: Path, built: dict[str, tuple[int, bytes]], edit: str
) -> None:
    path = project / "renders" / LEDGER
    mark = built[LEDGER][1].decode().splitlines(keepends=True)[0]
    path.write_text(mark + edit, encoding="utf-8")
    for words in (["build", "--check"], ["build", "--check", "--no-cache"]):
        ran = argmap(*words)
        assert (ran.code, ran.out) == (1, "renders/stances.txt stale\n")
    assert argmap("build", "-v").out == "renders/stances.txt written\n"
    assert path.read_bytes() == built[LEDGER][1]


def test_a_file_of_ones_own_in_the_place_of_the_ledger_stays(
    argmap: Program, project: Path, built: dict[str, tuple[int, bytes]]
) -> None:
    path = project / "renders" / LEDGER
    path.write_text("My notes.\n", encoding="utf-8")
    for words in (["build"], ["build", "--check"]):
        ran = argmap(*words)
        assert ran.code == 1
        assert "renders/stances.txt is not made by argmap, and stays as it is" in ran.err
    assert path.read_text(encoding="utf-8") == "My notes.\n"


def test_of_very_many_questions_it_says_how_many_are_not_drawn_and_each_can_be_asked_for(
    argmap: Program, project: Path
) -> None:
    issues = "".join(f"issue more{n}: More {n}?\n  position yes: Yes\n  position no: No\n\n" for n in range(50))
    (project / "arguments" / "more.argmap").write_text(issues, encoding="utf-8")
    for name in ("first", "second"):
        path = project / "arguments" / f"{name}.argmap"
        more = "".join(f"\nclaims more{n}: More.\n  answers more{n}: yes\n" for n in range(50))
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    ran = argmap("build", "--no-cache")
    assert ran.code == 0
    drawn = {path.name for path in (project / "renders" / "compare").glob("*.svg")}
    assert len(drawn) == 45
    # The question in dispute weighs most.
    assert "issue.trams.svg" in drawn
    assert (
        "not drawn, since others weigh more: 9 pictures of questions and disputes; `argmap compare --issue ID"
        in ran.err
    )
    (missing, *_) = [f"more{n}" for n in range(50) if f"issue.more{n}.svg" not in drawn]
    asked = argmap("compare", "--issue", missing, "--format", "svg")
    assert asked.code == 0
    assert f"More {missing.removeprefix('more')}?" in asked.out
