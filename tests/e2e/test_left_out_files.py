"""What a checkout leaves out is not removed: it is read as git's index has it, and people are told."""

from pathlib import Path

import attrs
import pytest
from program import Program
from repository import Git

SECOND = "arguments/second.argmap"
ISSUES = "arguments/shared/issues.argmap"
WAYS = ["sparse", "skip-worktree", "assume-unchanged"]
COMMANDS = ["check", "compare", "build --check", "export json", "show second", "render second", "log second", "diff"]


@pytest.fixture
def git(argmap: Program) -> Git:
    assert argmap("build").code == 0
    git = Git.new(argmap.folder)
    git.commit()
    return git


def leave_out(git: Git, way: str, *names: str) -> None:
    if way == "sparse":
        git("sparse-checkout", "set", "--no-cone", "/*", *(f"!/{name}" for name in names))
        return
    files = git("ls-files", "--", *names).split("\n")
    git("update-index", f"--{way}", "--", *files)
    for name in files:
        (git.folder / name).unlink(missing_ok=True)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("names", [(SECOND,), (ISSUES,), ("arguments/",)], ids=["document", "issues", "all"])
def test_every_command_says_the_same_and_what_is_left_out(
    argmap: Program, git: Git, way: str, names: tuple[str, ...]
) -> None:
    whole = [argmap(*words.split()) for words in COMMANDS]
    leave_out(git, way, *names)
    assert git("status", "--short") == ""
    for words, before in zip(COMMANDS, whole, strict=True):
        ran = argmap(*words.split())
        assert (ran.code, words) == (before.code, words)
        said = ran.out + ran.err
        assert "sparse" in said
        assert "what git's index has of" in " ".join(said.split())
        if words == "diff":
            assert "No stance changed, and nothing else that anybody says did.\n" in ran.out
        else:
            assert ran.out == before.out


@pytest.mark.parametrize("way", WAYS)
def test_there_is_nothing_to_format_where_all_is_left_out(argmap: Program, git: Git, way: str) -> None:
    leave_out(git, way, "arguments/")
    for words in (["fmt"], ["fmt", "--check"], ["fmt", "--diff"]):
        ran = argmap(*words)
        assert ran.code == 0
        assert "no argument file is on the disk here; what a checkout leaves out stays as it is" in ran.err
    assert git("status", "--short") == ""


@pytest.mark.parametrize("way", WAYS)
def test_a_build_neither_removes_nor_draws_the_renders_of_what_is_left_out(argmap: Program, git: Git, way: str) -> None:
    leave_out(git, way, SECOND)
    assert argmap("build").err.endswith("nothing to do; open renders/report.md\n")
    leave_out(git, way, SECOND, "renders/second.svg")
    ran = argmap("build", "--no-cache")
    assert ran.err.endswith("nothing to do; open renders/report.md\n")
    assert not (git.folder / "renders" / "second.svg").exists()
    for options in (["--check"], ["--staged"], ["--staged", "--check"]):
        assert argmap("build", *options).code == 0
    assert git("status", "--short") == ""


def test_what_changed_in_the_rest_is_told_beside_what_is_left_out(argmap: Program, git: Git) -> None:
    leave_out(git, "sparse", SECOND)
    first = git.folder / "arguments" / "first.argmap"
    first.write_text(first.read_text("utf-8").replace("answers trams: yes", "answers trams: no"), encoding="utf-8")
    out = argmap("diff", "--format", "oneline").out
    assert "stance-reversed" in out and "conflict-closed" in out
    assert "removed" not in out and "retracted" not in out


def test_a_file_that_is_gone_is_removed(argmap: Program, git: Git) -> None:
    git.write({SECOND: None})
    assert "document-removed" in argmap("diff", "--format", "oneline").out


def test_a_file_that_is_left_out_is_named_where_it_is_asked_for(argmap: Program, git: Git) -> None:
    leave_out(git, "sparse", SECOND)
    for words in ("check", "show", "fmt"):
        ran = argmap(words, SECOND)
        assert ran.code == 2
        assert "sparse" in ran.err or words == "fmt"
    assert argmap("check", "arguments/first.argmap").code == 0
    assert argmap("fmt").code == 0
    assert not (git.folder / SECOND).exists()


def test_settings_that_are_left_out_count(argmap: Program, git: Git) -> None:
    git.commit({"argmap.toml": 'schemes = ["from-habit"]\n'})
    first = git.folder / "arguments" / "first.argmap"
    with_scheme = first.read_text("utf-8").replace("because quiet: ", "because (from-habit) quiet: ")
    git.commit({"arguments/first.argmap": with_scheme})
    whole = argmap("check")
    leave_out(git, "sparse", "argmap.toml")
    ran = argmap("check")
    assert (ran.code, ran.out) == (whole.code, whole.out)


@pytest.mark.parametrize("text", ["We should build the trams.", "<!DOCTYPE html><p>We should <b>build</b> the trams."])
@pytest.mark.parametrize("left_out", ["texts/first.txt", "texts/"])
def test_cues_are_proved_by_sources_that_are_left_out(argmap: Program, git: Git, left_out: str, text: str) -> None:
    git.commit({"argmap.toml": 'sources = "texts"\n', "texts/first.txt": text, "texts/other.txt": "Another."})
    whole = argmap("check")
    assert "cue" in whole.err
    leave_out(git, "sparse", left_out)
    ran = argmap("check")
    assert (ran.code, ran.out) == (whole.code, whole.out)
    assert ran.err.endswith(whole.err)
    assert "this checkout leaves out source texts: first.txt" in ran.err


def test_a_clone_that_lacks_the_text_of_what_is_left_out_is_partial(argmap: Program, git: Git, tmp_path: Path) -> None:
    git("config", "uploadpack.allowFilter", "true")
    clone = Git(tmp_path / "clone")
    git("clone", "-q", "--filter=blob:none", "--no-checkout", git.folder.as_uri(), str(clone.folder))
    leave_out(clone, "sparse", SECOND)
    clone("checkout", "-q", "main")
    there = attrs.evolve(argmap, folder=clone.folder)
    renders = sorted(path.name for path in (clone.folder / "renders").iterdir())
    for words, code in (("check", 1), ("compare", 1), ("build", 1), ("diff", 3)):
        ran = there(*words.split())
        assert (ran.code, words) == (code, words)
        assert f" --> {SECOND}:1:1" in ran.out + ran.err
        assert "git fetch --refetch --no-filter origin" in ran.out + ran.err
        assert "removed" not in ran.out
    assert sorted(path.name for path in (clone.folder / "renders").iterdir()) == renders


@pytest.mark.parametrize("place", ["arguments", "arguments/other"])
def test_a_submodule_that_is_not_checked_out_is_not_empty(argmap: Program, tmp_path: Path, place: str) -> None:
    other = Git.new(tmp_path / "other")
    other.commit({"third.argmap": "document third: Third\n  author c: C\n\nclaims x: X.\n  because: Y.\n"})
    git = Git.new(tmp_path / "outer")
    git.commit({} if place == "arguments" else {"arguments/one.argmap": "term x: One\n"})
    git("-c", "protocol.file.allow=always", "submodule", "add", "-q", other.folder.as_uri(), place)
    there = attrs.evolve(argmap, folder=git.folder)
    assert there("build").code == 0
    git.commit()
    clone = Git(tmp_path / "clone")
    git("clone", "-q", git.folder.as_uri(), str(clone.folder))
    there = attrs.evolve(argmap, folder=clone.folder)
    for words in ("check", "build", "compare"):
        ran = there(words)
        assert ran.code == 1
        assert "it is a submodule that is not checked out here" in ran.out + ran.err
    assert (clone.folder / "renders" / "third.svg").exists()
    assert "is a submodule, and what is in it is not compared" in there("diff").out
    ran = there("log", "third")
    assert ran.code == 2
    assert f"{place} is a submodule, and what is in it is not told" in ran.err
