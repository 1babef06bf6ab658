"""Merging branches that were both built, in real repositories: whatever git makes of `renders/`, a build mends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from three_sides import Town

ISSUES = """\
issue trams: Should the town build trams?
  position yes: It should
  position no: It should not
issue buses: Should the town run buses?
  position yes: It should
  position no: It should not
"""
FIRST = """\
document first: Trams now
  author author-a: Author A

claims build (should): The town should build trams.
  answers trams: yes
  because quiet: Trams are quiet.
    because rails: They run on rails.
  because clean: Trams are clean.

claims bus: The town should run buses.
  answers buses: yes
  because cheap: Buses are cheap.
"""
SECOND = """\
document second: No trams
  author author-b: Author B

claims leave: The town should leave its streets as they are.
  answers trams: no
  because narrow: The streets are narrow.
    because old: The town is old.

claims nobus: The town should not run buses.
  answers buses: no
  because noise: Buses are loud.
"""
FILES = {"arguments/issues.argmap": ISSUES, "arguments/first.argmap": FIRST, "arguments/second.argmap": SECOND}
MARKS = re.compile(rb"^(<+ .*|=+|>+ .*)\r?$", re.MULTILINE)
Edit = tuple[str, str, str]
REWORDED: tuple[Edit, Edit] = (
    ("first", "Trams are quiet", "Trams are silent"),
    ("second", "are narrow", "are too narrow"),
)
TOLD = (
    ("first", "The town should build trams.", "The town should build a tram."),
    ("second", "leave its streets as they are", "leave its streets alone"),
)
"""Claims that the report tells."""
ADDED: tuple[Edit, Edit] = (
    ("first", "  because clean", "  because fast: Trams are fast.\n  because clean"),
    ("second", "  because narrow", "  because slow: Trams are slow.\n  because narrow"),
)
STANCES: tuple[Edit, Edit] = (("first", "build (should)", "build (must)"), ("second", "claims nobus", "denies nobus"))
NEIGHBOURS: tuple[Edit, Edit] = (
    ("first", "build (should)", "build (must)"),
    ("first", "claims bus:", "claims bus (likely):"),
)
NEW_AND_CHANGED: tuple[Edit, Edit] = (
    ("first", "  answers trams: yes\n", "  answers trams: yes\n  answers bikes: yes\n"),
    ("first", "claims bus:", "claims bus (likely):"),
)
GONE_AND_CHANGED: tuple[Edit, Edit] = (
    ("first", "  answers buses: yes\n", ""),
    ("first", "build (should)", "build (must)"),
)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """A project that was built and committed."""
    town = Town.new(tmp_path)
    bikes = "issue bikes: Should the town have bikes?\n  position yes: It should\n  position no: It should not\n"
    town.git.commit(FILES | {"arguments/issues.argmap": ISSUES + bikes})
    built(town)
    return town


def built(town: Town) -> None:
    assert town.argmap("build").code == 0
    town.git.commit()


def merged(town: Town, edits: tuple[Edit, Edit], *options: str) -> int:
    """Two edits on two branches that are both built, merged into main; git's exit code."""
    ours, theirs = edits
    for branch, (name, old, new) in (("topic", theirs), ("main", ours)):
        town.git("checkout", "-q", *(["-b"] if branch == "topic" else []), branch)
        town.edit(old, new, f"arguments/{name}.argmap")
        built(town)
    return town.run(*options, "merge", "-q", "--no-edit", "topic").returncode


def renders(town: Town) -> dict[str, bytes]:
    folder = town.git.folder / "renders"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_mended(town: Town) -> None:
    """A build makes of a merge what a first build would, and then `--check` is content."""
    assert town.git("diff", "--name-only", "--diff-filter=U", "--", "arguments") == ""
    before = town.argmap("build", "--check", "--no-cache")
    assert before.code == 1
    marked = sum(MARKS.search(data) is not None for data in renders(town).values())
    ran = town.argmap("build")
    assert ran.code == 0
    assert (f"{marked} of them git had left in conflict; `git add`" in ran.err) is (marked > 0)
    mended = renders(town)
    assert not any(MARKS.search(data) for data in mended.values())
    assert town.argmap("build", "--check").code == 0
    (town.git.folder / "renders").rename(town.user / "renders")
    assert town.argmap("build", "--no-cache").code == 0
    assert renders(town) == mended


@pytest.mark.parametrize(
    ("edits", "style"),
    [(REWORDED, "merge"), (ADDED, "diff3"), (STANCES, "zdiff3")],
    ids=["reworded", "added, diff3", "stances, zdiff3"],
)
def test_what_git_leaves_in_conflict_is_made_anew(town: Town, edits: tuple[Edit, Edit], style: str) -> None:
    assert merged(town, edits, "-c", f"merge.conflictStyle={style}") == 1
    assert any(MARKS.search(data) for data in renders(town).values())
    assert_mended(town)


@pytest.mark.parametrize("size", [1, 11])
def test_however_long_its_marks_are(town: Town, size: int) -> None:
    town.git.commit({".gitattributes": f"renders/** conflict-marker-size={size}\n"})
    assert merged(town, REWORDED) == 1
    assert b"\n" + b"<" * size + b" HEAD\n" in renders(town)["compare/first--second.trams.svg"]
    assert_mended(town)


def test_although_the_marks_were_committed(town: Town) -> None:
    assert merged(town, REWORDED) == 1
    town.git.commit()
    assert_mended(town)


def test_although_line_ends_are_those_of_windows(town: Town) -> None:
    assert merged(town, ADDED) == 1
    for path in (town.git.folder / "renders").rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert town.argmap("build", "--check").code == 1
    assert town.argmap("build").code == 0
    assert not any(MARKS.search(data) for data in renders(town).values())


def test_with_the_driver_git_leaves_no_conflict(town: Town) -> None:
    assert town("install", "--merge").code == 0
    town.git.commit()
    assert merged(town, ADDED) == 0
    assert town.git("status", "--porcelain") == ""
    assert not any(MARKS.search(data) for data in renders(town).values())
    assert_mended(town)


def test_the_driver_says_what_is_to_be_done(town: Town) -> None:
    town("install", "--merge")
    town.git.commit()
    merged(town, REWORDED)
    town.git("reset", "-q", "--hard", "HEAD~1")
    said = town.run("merge", "--no-edit", "topic").stderr.decode().splitlines()
    name = "renders/compare/first--second.trams.svg"
    assert f"argmap: {name} is that of one side until `argmap build` makes it anew" in said


@pytest.mark.parametrize("driver", [False, True], ids=["without driver", "with driver"])
def test_two_branches_may_each_be_the_first_that_was_built(town: Town, driver: bool) -> None:
    if driver:
        town("install", "--merge")
    town.git("rm", "-q", "-r", "renders")
    town.git.commit()
    assert merged(town, ADDED) == (0 if driver else 1)
    assert_mended(town)


@pytest.mark.parametrize(
    "words", [("rebase", "-q", "main", "topic"), ("cherry-pick", "topic")], ids=lambda words: words[0]
)
def test_picking_and_rebasing_leave_no_conflict_with_the_driver(town: Town, words: tuple[str, ...]) -> None:
    town("install", "--merge")
    town.git.commit()
    merged(town, REWORDED)
    town.git("reset", "-q", "--hard", "HEAD~1")
    assert town.run(*words).returncode == 0
    assert_mended(town)


def test_where_argmap_is_gone_git_merges_renders_by_itself(town: Town) -> None:
    town("install", "--merge")
    value = town.git("config", "merge.argmap-renders.driver")
    town.git("config", "merge.argmap-renders.driver", value.replace(value.split(" git ")[0], "f() { false"))
    town.git.commit({"renders/photo.png": b"\0base"})
    town.git("checkout", "-q", "-b", "other")
    town.git.commit({"renders/photo.png": b"\0theirs"})
    town.git("checkout", "-q", "main")
    town.git.commit({"renders/photo.png": b"\0ours"})
    assert town.run("merge", "-q", "other").returncode == 1
    assert renders(town)["photo.png"] == b"\0ours"
    town.git.commit()
    assert merged(town, REWORDED) == 1
    assert town.argmap("build").code == 0
    assert not any(MARKS.search(data) for data in renders(town).values())


@pytest.mark.parametrize("driver", [False, True], ids=["without driver", "with driver"])
def test_a_file_of_ones_own_beside_the_renders_is_merged_as_git_does(town: Town, driver: bool) -> None:
    if driver:
        town("install", "--merge")
    town.git.commit({"renders/notes.md": "One.\n\nTwo.\n\nThree.\n", "renders/photo.png": b"\0base"})
    town.git("checkout", "-q", "-b", "topic")
    town.git.commit({"renders/notes.md": "One.\n\nTwo.\n\n3.\n", "renders/photo.png": b"\0theirs"})
    town.git("checkout", "-q", "main")
    town.git.commit({"renders/notes.md": "1.\n\nTwo.\n\nThree.\n", "renders/photo.png": b"\0ours"})
    assert town.run("merge", "-q", "topic").returncode == 1
    assert renders(town)["notes.md"] == b"1.\n\nTwo.\n\n3.\n"
    assert renders(town)["photo.png"] == b"\0ours"
    assert town.git("diff", "--name-only", "--diff-filter=U") == "renders/photo.png"


def test_the_driver_marks_conflicts_of_such_a_file_as_git_was_told(town: Town) -> None:
    town("install", "--merge")
    town.git("config", "merge.conflictStyle", "diff3")
    town.git.commit({"renders/notes.md": "One.\n"})
    town.git("checkout", "-q", "-b", "topic")
    town.git.commit({"renders/notes.md": "1.\n"})
    town.git("checkout", "-q", "main")
    town.git.commit({"renders/notes.md": "I.\n"})
    assert town.run("merge", "-q", "topic").returncode == 1
    lines = renders(town)["notes.md"].decode().splitlines()
    assert [line.split()[0] for line in lines] == ["<<<<<<<", "I.", "|||||||", "One.", "=======", "1.", ">>>>>>>"]


def test_what_is_mended_in_a_merge_is_told_until_it_is_staged(town: Town) -> None:
    assert merged(town, REWORDED) == 1
    names = town.git("diff", "--name-only", "--diff-filter=U").splitlines()
    for _ in range(2):
        ran = town.argmap("build", "--staged", "--verbose")
        assert ran.code == 1
        assert [line.split()[0] for line in ran.err.splitlines() if "is in conflict to git" in line] == names
    town.git("add", "renders")
    assert town.argmap("build", "--staged").code == 0


@pytest.mark.parametrize("driver", [False, True], ids=["without driver", "with driver"])
def test_a_file_that_one_side_wrote_itself_stays(town: Town, driver: bool) -> None:
    """What stands between the marks may be all that there is of it."""
    if driver:
        town("install", "--merge")
        town.git.commit()
    town.git("rm", "-q", "-r", "renders")
    town.git.commit()
    town.git("checkout", "-q", "-b", "topic")
    town.git.commit(
        {"renders/report.md": "My own report.\n", "renders/first.svg": "<svg>\n<title>Mine</title>\n</svg>\n"}
    )
    town.git("checkout", "-q", "main")
    built(town)
    assert town.run("merge", "-q", "topic").returncode == 1
    before = renders(town)
    assert b"My own report.\n" in before["report.md"]
    for words in (["build"], ["build", "--check"]):
        ran = town.argmap(*words)
        assert ran.code == 1
        assert "renders/report.md is not made by argmap, and stays as it is" in ran.err
        assert "renders/first.svg is not made by argmap, and stays as it is" in ran.err
    assert renders(town) == before


def test_a_file_of_ones_own_with_marks_is_told(town: Town) -> None:
    path = town.git.folder / "renders" / "notes.csv"
    path.write_text("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> topic\n", encoding="utf-8")
    for words in (["build"], ["build", "--check"], ["build", "--check", "--no-cache"]):
        ran = town.argmap(*words)
        assert ran.code == 1
        assert "renders/notes.csv is left in conflict by git, and stays as it is" in ran.err
    path.write_text("Heading\n=======\n\n> quoted\n", encoding="utf-8")
    assert town.argmap("build", "--check").code == 0


def test_a_render_in_conflict_that_no_picture_is_called_like_any_more(town: Town) -> None:
    """Where git still knows both sides, it is removed; where not, somebody has to say."""
    assert merged(town, REWORDED) == 1
    name = "compare/first--second.trams.svg"
    town.edit("  answers trams: no\n", "", "arguments/second.argmap")
    town.git("add", "arguments")
    data = renders(town)[name]
    assert MARKS.search(data)
    assert f"renders/{name} left over\n" in town.argmap("build", "--check").out
    assert town.argmap("build").code == 0
    assert name not in renders(town)
    town.git.commit()
    (town.git.folder / "renders" / name).write_bytes(data)
    for words in (["build"], ["build", "--check"]):
        ran = town.argmap(*words)
        assert ran.code == 1
        assert f"renders/{name} is left in conflict by git, and stays as it is" in ran.err
    assert renders(town)[name] == data


@pytest.mark.parametrize("size", [3, 7])
def test_marks_in_arguments_are_errors(town: Town, size: int) -> None:
    town.git.commit({".gitattributes": f"*.argmap conflict-marker-size={size}\n"})
    assert merged(town, (("first", "are clean", "are neat"), ("first", "are clean", "are tidy"))) == 1
    for words in (["build"], ["build", "--check"], ["build", "--check", "--no-cache"]):
        ran = town.argmap(*words)
        assert (ran.code, "nothing is drawn" in ran.err) == (1, True)


@pytest.mark.parametrize(
    "edits",
    [REWORDED, ADDED, STANCES, NEIGHBOURS, NEW_AND_CHANGED, GONE_AND_CHANGED],
    ids=["reworded", "added", "stances", "neighbours", "new and changed", "gone and changed"],
)
def test_the_ledger_merges_cleanly_by_lines(town: Town, edits: tuple[Edit, Edit]) -> None:
    (town.git.folder / ".gitattributes").write_text("*.svg binary\n*.argmap merge=union\n", encoding="utf-8")
    merged(town, edits)
    assert "renders/stances.txt" not in town.git("diff", "--name-only", "--diff-filter=U").splitlines()
    ledger = renders(town)["stances.txt"]
    assert town.argmap("build").code == 0
    assert renders(town)["stances.txt"] == ledger


@pytest.mark.parametrize("edits", [TOLD, ADDED], ids=["reworded", "added"])
def test_edits_of_different_documents_touch_different_lines_of_the_report(town: Town, edits: tuple[Edit, Edit]) -> None:
    before = renders(town)["report.md"].splitlines()
    touched = []
    for name, old, new in edits:
        town.edit(old, new, f"arguments/{name}.argmap")
        built(town)
        after = set(renders(town)["report.md"].splitlines())
        touched.append({line for line in before if line not in after})
        town.edit(new, old, f"arguments/{name}.argmap")
        built(town)
    assert all(touched)
    assert touched[0].isdisjoint(touched[1])
