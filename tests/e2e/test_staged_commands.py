"""`argmap check --staged` and `argmap build --staged`: what will be committed, and nothing else."""

import sys
from pathlib import Path
from shutil import rmtree
from subprocess import run

import pytest
from conftest import FILES
from program import Program
from repository import Git, surround, surroundings

SECOND, ISSUES = "arguments/second.argmap", "arguments/shared/issues.argmap"
BROKEN = "document broken: Broken\n  nowhere: x\n"
CHECK, BUILD = ("check", "--staged"), ("build", "--staged")


@pytest.fixture(autouse=True)
def own_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    surround(monkeypatch)


@pytest.fixture
def git(project: Path) -> Git:
    """The project without renders, in one commit."""
    rmtree(project / "renders", ignore_errors=True)
    made = Git.new(project)
    made.commit()
    return made


@pytest.fixture
def built(git: Git, argmap: Program) -> Git:
    assert argmap("build").code == 0
    git.commit()
    return git


def staged(git: Git, files: dict[str, str | bytes | None]) -> None:
    git.write(files)
    git("add", "--all", "--", *files)


def test_only_what_is_staged_is_checked(git: Git, argmap: Program) -> None:
    git.write({"arguments/broken.argmap": BROKEN, "argmap.toml": '[levels]\nA401 = "nope"\n'})
    assert argmap("check").code == 1
    assert argmap(*CHECK).code == 0
    git("add", "argmap.toml")
    ran = argmap(*CHECK, "--format", "concise")
    assert (ran.code, "argmap.toml" in ran.out, "broken" in ran.out) == (1, True, False)
    git("rm", "-q", "-f", "argmap.toml")
    git("add", ".")
    git.write({"arguments/broken.argmap": None})
    assert argmap("check").code == 0
    assert "arguments/broken.argmap:2" in argmap(*CHECK, "--format", "concise").out


def test_what_is_staged_to_be_deleted_is_missed_by_what_uses_it(git: Git, argmap: Program) -> None:
    git("rm", "-q", "--cached", ISSUES)
    assert argmap("check").code == 0
    ran = argmap(*CHECK, "--format", "concise")
    assert (ran.code, "A101" in ran.out) == (1, True)
    assert argmap("check", "--cached", "--format", "concise").out == ran.out
    assert argmap(*BUILD).code == 1


def test_only_files_that_were_asked_for_are_told(git: Git, argmap: Program) -> None:
    staged(git, {SECOND: FILES[SECOND] + "  nowhere: x\n"})
    assert argmap(*CHECK, "arguments/first.argmap").code == 0
    assert argmap(*CHECK, SECOND).code == 1
    assert argmap(*CHECK, "second.argmap", within="arguments").code == 1
    assert argmap(*CHECK, ".").code == 1
    ran = argmap(*CHECK, "arguments/third.argmap")
    assert (ran.code, "no argument file that is staged is called `arguments/third.argmap`" in ran.err) == (2, True)


def test_without_a_project_there_is_nothing_to_do(tmp_path: Path) -> None:
    git = Git.new(tmp_path / "town")
    git.write({"README.md": "Read me.\n", "arguments/a.argmap": BROKEN})
    git("add", "README.md")
    argmap = Program(git.folder, tmp_path / "cache")
    assert (argmap(*CHECK).code, argmap(*BUILD).code) == (0, 0)
    ran = argmap(*CHECK, GIT_CEILING_DIRECTORIES=str(tmp_path), within="..")
    assert (ran.code, "there is no git repository here" in ran.err) == (2, True)


def test_a_project_that_is_elsewhere_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    git = Git.new(tmp_path / "town")
    argmap = Program(git.folder, tmp_path / "cache")
    git.commit({f"below/{name}": text for name, text in FILES.items()})
    for words in (CHECK, BUILD):
        ran = argmap(*words)
        assert (ran.code, "but there is one in `below`" in ran.err) == (2, True)
    assert argmap(*CHECK, "below").code == 0
    assert argmap(*CHECK, within="below/arguments").code == 0
    ran = argmap(*BUILD, "below")
    assert (ran.code, "renders/first.svg is not staged" in ran.err) == (1, True)
    assert (git.folder / "below" / "renders" / "first.svg").exists()


def test_a_file_that_is_not_merged_yet_is_looked_at_as_it_is(git: Git, argmap: Program) -> None:
    git("checkout", "-q", "-b", "other")
    git.commit({SECOND: FILES[SECOND].replace("streets are", "roads are")})
    git("checkout", "-q", "main")
    git.commit({SECOND: FILES[SECOND].replace("streets are", "lanes are")})
    with pytest.raises(AssertionError):
        git("merge", "-q", "other")
    assert "A003" in argmap(*CHECK, "--format", "concise").out


def test_what_a_file_said_that_is_not_merged_yet_is_not_told_as_retracted(git: Git, argmap: Program) -> None:
    git("checkout", "-q", "-b", "other")
    git.commit({SECOND: FILES[SECOND].replace("streets are", "roads are")})
    git("checkout", "-q", "main")
    git.commit({SECOND: FILES[SECOND].replace("streets are", "lanes are")})
    with pytest.raises(AssertionError):
        git("merge", "-q", "other")
    staged(git, {"arguments/first.argmap": FILES["arguments/first.argmap"].replace("trams: yes", "trams: no")})
    for sides in (["--staged"], ["HEAD", ":"], ["HEAD", ":0:"], [":", "HEAD"]):
        ran = argmap("diff", "--format", "oneline", *sides)
        rules = [line.split()[1] for line in ran.out.splitlines()]
        assert (ran.code, rules[:1]) == (3, ["stance-reversed"])
        assert not [rule for rule in rules if rule.endswith(("-added", "-removed", "-retracted", "-taken"))]
        assert "error[A001]" in ran.err and "it is not merged yet" in ran.err


def test_no_render_is_left_over_while_a_staged_file_is_empty(built: Git, argmap: Program) -> None:
    staged(built, {SECOND: ""})
    for words in (BUILD, (*BUILD, "--check")):
        ran = argmap(*words)
        assert "there is no text in arguments/second.argmap, so no render is removed" in ran.err
        assert "left over" not in ran.out + ran.err
    assert (built.folder / "renders" / "second.svg").exists()


def test_a_submodule_that_is_not_checked_out_is_not_passed_over(git: Git, argmap: Program, tmp_path: Path) -> None:
    other = Git.new(tmp_path / "other")
    other.commit({"third.argmap": FILES[SECOND].replace("second", "third")})
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "arguments/more")
    assert argmap(*CHECK).code == 0
    git("submodule", "--quiet", "deinit", "-f", "--all")
    for words in (("check",), CHECK):
        ran = argmap(*words)
        assert (ran.code, "it is a submodule that is not checked out here" in ran.out) == (1, True)


def test_what_is_drawn_and_not_staged_fails(git: Git, argmap: Program) -> None:
    ran = argmap(*BUILD)
    assert (ran.code, "renders/first.svg is not staged" in ran.err) == (1, True)
    assert "stage them with `git add`, and commit again" in ran.err
    assert argmap(*BUILD).code == 1
    git("add", "renders/first.svg")
    ran = argmap(*BUILD)
    assert (ran.code, "renders/first.svg" in ran.err, "renders/second.svg" in ran.err) == (1, False, True)
    git("add", ".")
    assert (argmap(*BUILD).code, argmap(*BUILD, "--check").code) == (0, 0)


def test_verbose_names_all_that_is_not_staged(git: Git, argmap: Program) -> None:
    git.write(
        {f"arguments/copy-{number}.argmap": FILES[SECOND].replace("second", f"copy-{number}") for number in "abc"}
    )
    git("add", "arguments")
    (said,) = [line for line in argmap(*BUILD).err.splitlines() if line.startswith("... and ")]
    lines = argmap(*BUILD, "--verbose").err.splitlines()
    assert said == f"... and {sum(line.endswith(' is not staged') for line in lines) - 10} more, which --verbose names"


def test_what_is_staged_as_it_was_before_fails(built: Git, argmap: Program) -> None:
    assert argmap(*BUILD).code == 0
    staged(built, {SECOND: FILES[SECOND].replace("The streets are narrow", "The streets are very narrow")})
    assert argmap(*BUILD, "--check").code == 1
    for _ in range(2):
        ran = argmap(*BUILD)
        assert (ran.code, "renders/second.svg is staged as it was before" in ran.err) == (1, True)
    built("add", "renders")
    assert argmap(*BUILD).code == 0
    built.write({"renders/second.svg": None})
    assert argmap(*BUILD).code == 0, "drawn anew, and staged so already"


def test_what_is_left_over_fails_while_it_is_staged(built: Git, argmap: Program) -> None:
    built("rm", "-q", SECOND)
    for _ in range(2):
        ran = argmap(*BUILD)
        assert (ran.code, "renders/second.svg is left over, and still staged" in ran.err) == (1, True)
    assert not (built.folder / "renders" / "second.svg").exists()
    built("add", "--all", "renders")
    assert argmap(*BUILD).code == 0
    built("rm", "-q", "-r", "arguments")
    assert "renders/first.svg is left over, and still staged" in argmap(*BUILD).err
    built("add", "--all", ".")
    assert (argmap(*BUILD).code, argmap(*CHECK).code) == (0, 0)


def test_what_is_not_staged_is_neither_drawn_nor_missed(built: Git, argmap: Program) -> None:
    built.write({"arguments/third.argmap": FILES[SECOND].replace("second", "third"), "renders/notes.txt": "Mine.\n"})
    assert argmap("build").code == 0
    assert argmap(*BUILD).code == 0
    assert (built.folder / "renders" / "third.svg").exists(), "it was drawn for a file that is not staged"
    built.write({SECOND: FILES[SECOND].replace("narrow", "very narrow")})
    assert argmap(*BUILD).code == 0
    assert b"very narrow" not in (built.folder / "renders" / "second.svg").read_bytes()


def test_renders_that_git_ignores_are_meant_to_be_in_no_commit(git: Git, argmap: Program) -> None:
    staged(git, {".gitignore": "/renders/\n"})
    assert argmap(*BUILD).code == 0
    assert (git.folder / "renders" / "first.svg").exists()


def test_line_ends_of_windows_are_no_difference(built: Git, argmap: Program) -> None:
    path = built.folder / "renders" / "stances.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert argmap(*BUILD).code == 0


def test_renders_that_are_kept_elsewhere_are_known_by_their_digest(built: Git, argmap: Program) -> None:
    from hashlib import sha256

    path = built.folder / "renders" / "first.svg"
    data = path.read_bytes()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256(data).hexdigest()}\nsize {len(data)}\n"
    staged(built, {"renders/first.svg": pointer})
    path.write_bytes(data)
    assert argmap(*BUILD).code == 0


def test_an_argument_file_that_git_lfs_keeps_is_read_on_the_disk(git: Git, argmap: Program) -> None:
    staged(git, {SECOND: f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 9\n"})
    git.write({SECOND: FILES[SECOND]})
    assert argmap(*CHECK).code == 0


@pytest.mark.parametrize("commit", [["-a"], ["--", SECOND], []], ids=["all", "one path", "what is staged"])
def test_in_a_hook_it_is_the_very_commit(built: Git, argmap: Program, commit: list[str]) -> None:
    hook = built.folder / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m argmap check --staged\n", encoding="utf-8")
    hook.chmod(0o755)
    built.write({SECOND: FILES[SECOND] + "  nowhere: x\n"})
    if not commit:
        built("add", SECOND)
        built.write({SECOND: FILES[SECOND]})
    ran = run(
        ["git", "commit", "-q", "-m", "x", *commit],
        cwd=built.folder,
        env=argmap.environment(**surroundings()),
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, b"arguments/second.argmap" in ran.stdout + ran.stderr) == (1, True)
    assert built("log", "--format=%s", "-1") == "Change"


def test_files_of_a_submodule_are_read_on_the_disk(git: Git, argmap: Program, tmp_path: Path) -> None:
    other = Git.new(tmp_path / "other")
    other.commit({name.removeprefix("arguments/"): text for name, text in FILES.items()})
    git("rm", "-q", "-r", "arguments")
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder), "arguments")
    ran = argmap(*CHECK)
    assert (ran.code, "2 documents" in ran.err) == (0, True)
    git.write({"arguments/broken.argmap": BROKEN})
    assert argmap(*CHECK).code == 1
