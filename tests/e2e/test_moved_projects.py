"""A project that moved to another folder of the repository is the same one, and it is said that this is a guess."""

import shutil
from pathlib import Path

import attrs
import pytest
from program import Program
from repository import Git

PLACES = [(".", "docs"), ("docs", "."), ("docs", "more/deep"), ("größe", "b c")]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    return Git.new(tmp_path / "outer")


def put(argmap: Program, git: Git, place: str) -> Program:
    shutil.copytree(argmap.folder / "arguments", git.folder / place / "arguments")
    return attrs.evolve(argmap, folder=git.folder / place)


def move(git: Git, old: str, new: str) -> None:
    (git.folder / new).mkdir(parents=True, exist_ok=True)
    (git.folder / old / "arguments").rename(git.folder / new / "arguments")


def reverse(git: Git, place: str) -> None:
    path = git.folder / place / "arguments" / "first.argmap"
    path.write_text(path.read_text("utf-8").replace("trams: yes", "trams: no"), encoding="utf-8")


@pytest.mark.parametrize(("old", "new"), PLACES)
def test_only_what_changed_is_told(argmap: Program, git: Git, old: str, new: str) -> None:
    put(argmap, git, old)
    git.commit()
    move(git, old, new)
    there = attrs.evolve(argmap, folder=git.folder / new)
    for sides in ([], ["HEAD"]):
        ran = there("diff", *sides)
        assert ran.code == 0
        assert "No stance changed, and nothing else that anybody says did.\n" in ran.out
        assert "most of their files have the same name or text" in " ".join(ran.out.split())
    reverse(git, new)
    git.commit()
    for within in (new, old):
        for sides in (["HEAD~1", "HEAD"], ["HEAD", "HEAD~1"], ["HEAD~1"]):
            ran = attrs.evolve(argmap, folder=git.folder / within)("diff", "--format", "oneline", *sides)
            rules = [line.split()[1] for line in ran.out.splitlines()]
            assert rules in (["stance-reversed", "conflict-closed"], ["stance-reversed", "conflict-opened"])


@pytest.mark.parametrize(("old", "new"), PLACES)
def test_a_move_that_is_staged_is_one_too(argmap: Program, git: Git, old: str, new: str) -> None:
    put(argmap, git, old)
    git.commit()
    move(git, old, new)
    reverse(git, new)
    git("add", "--all")
    there = attrs.evolve(argmap, folder=git.folder / new)
    for sides in (["--staged"], ["HEAD", ":"], [":", "HEAD"], ["HEAD^{tree}", ":"]):
        ran = there("diff", "--format", "oneline", *sides)
        assert "most of their files have the same name or text" in ran.err
        rules = [line.split()[1] for line in ran.out.splitlines()]
        assert rules in (["stance-reversed", "conflict-closed"], ["stance-reversed", "conflict-opened"])


def test_lines_are_linked_where_they_stood(argmap: Program, git: Git) -> None:
    put(argmap, git, "docs")
    one = git.commit()
    move(git, "docs", "text")
    path = git.folder / "text" / "arguments" / "first.argmap"
    text = path.read_text("utf-8").partition("reports debt")[0]
    path.write_text(text.replace("trams: yes", "trams: no"), encoding="utf-8")
    two = git.commit()
    host = {"GITHUB_SERVER_URL": "https://host", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": two}
    there = attrs.evolve(argmap, folder=git.folder / "text")
    said = there("diff", "HEAD~1", "HEAD", "--format", "markdown", **host).out
    assert f"https://host/o/r/blob/{one}/docs/arguments/first.argmap#L" in said
    assert f"https://host/o/r/blob/{two}/text/arguments/first.argmap#L" in said


def test_a_history_goes_on_where_the_project_was(argmap: Program, git: Git) -> None:
    put(argmap, git, ".")
    git.commit(message="Begin")
    reverse(git, ".")
    git.commit(message="Reverse")
    move(git, ".", "docs")
    git.commit(message="Move")
    move(git, "docs", "text")
    git.commit(message="Move again")
    said = attrs.evolve(argmap, folder=git.folder / "text")("log", "first").out
    assert [line.rpartition(": ")[2] for line in said.splitlines() if line[:1].isalnum()] == ["Reverse", "Begin"]


def test_a_copy_and_another_project_are_new(argmap: Program, git: Git) -> None:
    put(argmap, git, "one")
    git.commit()
    two = put(argmap, git, "two")
    git.commit()
    assert two("diff", "HEAD~1", "HEAD", "--format", "oneline").out.count("document-added") == 2
    shutil.rmtree(git.folder / "one")
    three = git.folder / "three" / "arguments"
    three.mkdir(parents=True)
    (three / "a.argmap").write_text("document a: A\n  author a: A\n\nclaims x: X.\n  because: Y.\n", encoding="utf-8")
    git.commit()
    there = attrs.evolve(argmap, folder=three.parent)
    assert there("diff", "HEAD~1", "HEAD", "--format", "oneline").out.count("document-added") == 1


def test_of_two_that_may_have_moved_none_is_taken(argmap: Program, git: Git) -> None:
    put(argmap, git, "one")
    put(argmap, git, "two")
    git.commit()
    shutil.rmtree(git.folder / "one")
    move(git, "two", "three")
    git.commit()
    there = attrs.evolve(argmap, folder=git.folder / "three")
    ran = there("diff", "HEAD~1", "HEAD", "--format", "oneline")
    assert ran.out.count("document-added") == 2
    assert ran.err == ""
