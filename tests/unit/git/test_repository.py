import os
import subprocess
from pathlib import Path

import pytest
from repository import Git

from argmap.git import repository as module
from argmap.git.repository import GitError, NoGitError, NoRepositoryError, Objects, Repository, find_repository


@pytest.fixture
def git(tmp_path: Path) -> Git:
    made = Git.new(tmp_path / "town")
    made.commit({"a.txt": "one\n", "more/größe.txt": "two\n"})
    return made


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program called git, and no other on the PATH."""
    folder.mkdir()
    path = folder / "git"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_repository_is_found_from_below(git: Git) -> None:
    found = find_repository(git.folder / "more")
    assert found == Repository(folder=git.folder / "more", top=git.folder.resolve())


def test_a_top_whose_name_holds_a_line_end(tmp_path: Path) -> None:
    odd = tmp_path / "two\nlines"
    Git.new(odd)
    assert find_repository(odd).top == odd.resolve()


def test_a_bare_repository_has_no_top(git: Git, tmp_path: Path) -> None:
    git("clone", "-q", "--bare", str(git.folder), str(tmp_path / "bare.git"))
    found = find_repository(tmp_path / "bare.git")
    assert (found.top, found.bare) == (None, True)
    # Neither has the folder in which git keeps its own files.
    found = find_repository(git.folder / ".git")
    assert (found.top, found.bare) == (None, False)


def test_a_shallow_clone(git: Git, tmp_path: Path) -> None:
    git.commit()
    git("clone", "-q", "--depth=1", git.folder.as_uri(), str(tmp_path / "shallow"))
    assert find_repository(tmp_path / "shallow").shallow
    assert not find_repository(git.folder).shallow


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoRepositoryError):
        find_repository(tmp_path)


def test_no_git(git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoGitError, match="not installed"):
        find_repository(git.folder)


def test_a_git_in_the_working_folder_is_not_run(git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path / "bin", "exit 1", monkeypatch)
    monkeypatch.chdir(tmp_path / "bin")
    monkeypatch.setenv("PATH", f".{os.pathsep}")
    with pytest.raises(NoGitError):
        find_repository(git.folder)


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="cannot be started"):
        find_repository(tmp_path / "gone")


def test_the_repository_of_somebody_else(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError, match="dubious ownership") as caught:
        find_repository(git.folder)
    assert caught.value.help == (f"  git config --global --add safe.directory {git.folder}",)


def test_git_is_told_where_it_is_as_in_a_hook(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(git.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(git.folder))
    found = find_repository(git.folder / "more")
    assert found.top == git.folder.resolve()
    assert Objects(find_repository(tmp_path)).find("HEAD") is not None


@pytest.mark.parametrize("within", ["", "more"])
@pytest.mark.parametrize("kind", ["main", "linked", "submodule"])
def test_a_hook_that_knows_the_repository_alone_finds_the_top_of_its_work_tree(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, within: str
) -> None:
    place = Git(git.folder)
    if kind == "linked":
        place = Git(tmp_path / "linked")
        git("worktree", "add", "-q", "--detach", str(place.folder))
    elif kind == "submodule":
        outer = Git.new(tmp_path / "outer")
        outer("-c", "protocol.file.allow=always", "submodule", "add", "-q", git.folder.as_uri(), "inner")
        place = Git(outer.folder / "inner")
    monkeypatch.setenv("GIT_DIR", place("rev-parse", "--absolute-git-dir"))
    found = find_repository(place.folder / within)
    assert found.top == place.folder.resolve()
    assert found.ask("ls-files", "-z", "--full-name", "--", ":(top)more") != b""


def test_a_way_to_the_repository_from_the_top_of_the_work_tree(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.chdir(git.folder / "more")
    assert find_repository(git.folder / "more").top == git.folder.resolve()


def test_another_repository_that_somebody_names_is_the_one_that_is_meant(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Git.new(tmp_path / "other")
    id_of_other = other.commit({"only.txt": "x\n"})
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    found = Objects(find_repository(git.folder)).find("HEAD")
    assert found is not None and found.id == id_of_other


def test_a_git_that_does_not_answer(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.01)
    tail = f"{'/usr' if Path('/usr/bin/tail').exists() else ''}/bin/tail"
    program(tmp_path / "bin", f"exec {tail} -f /dev/null", monkeypatch)
    with pytest.raises(GitError, match=r"longer than 0\.01 seconds"):
        find_repository(git.folder)


def test_a_git_that_talks_of_something_else(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = find_repository(git.folder)
    program(tmp_path / "bin", "read name; echo hello; echo 'fatal: out of cheese' >&2; exit 1", monkeypatch)
    objects = Objects(repository)
    with pytest.raises(GitError, match=r"^git says: out of cheese$"):
        objects.find("HEAD")
    program(tmp_path / "other", "exit 1", monkeypatch)
    with pytest.raises(GitError, match="nothing, but it failed"):
        objects.find("HEAD")


def test_objects_of_every_kind(git: Git) -> None:
    git("tag", "-m", "First", "v1")
    objects = Objects(find_repository(git.folder))
    kinds = {name: found.kind for name in ("HEAD", "HEAD^{tree}", "HEAD:a.txt", "v1") if (found := objects.find(name))}
    assert kinds == {"HEAD": "commit", "HEAD^{tree}": "tree", "HEAD:a.txt": "blob", "v1": "tag"}
    blob = objects.find("HEAD:more/größe.txt")
    assert blob is not None and blob.data == b"two\n"
    objects.close()
    # It begins again where it is asked again.
    assert objects.find("HEAD") is not None
    objects.close()


@pytest.mark.parametrize(
    "name",
    ["nothing", "", "HEAD:b.txt", "HEAD\nHEAD", "a\0b", "--output=x", "-h", "HEAD~7", "a b", "\udcff", "x" * 9999],
)
def test_what_git_does_not_know(git: Git, name: str) -> None:
    objects = Objects(find_repository(git.folder))
    assert objects.find(name) is None
    assert objects.find("HEAD") is not None
    objects.close()
    assert sorted(path.name for path in git.folder.iterdir()) == [".git", "a.txt", "more"]


def test_all_questions_are_put_to_one_process(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = find_repository(git.folder)
    started: list[list[str]] = []
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda words, **how: started.append(words) or popen(words, **how))
    objects = Objects(repository)
    for name in ("HEAD", "HEAD:a.txt", "HEAD:more/größe.txt", "nothing", "HEAD^{tree}"):
        objects.find(name)
    objects.close()
    assert [words[-2:] for words in started] == [["cat-file", "--batch"]]


def test_what_a_damaged_repository_lacks_is_not_taken_for_empty(git: Git) -> None:
    objects = Objects(find_repository(git.folder))
    with pytest.raises(GitError, match="partial clone"):
        objects.get("0" * 40)


def test_no_program_is_run_and_nothing_is_written(git: Git, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path / 'sprung'}\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    git.write({".gitattributes": "* filter=evil diff=evil\n"})
    for name in ("core.fsmonitor", "core.pager", "filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv"):
        git("config", name, str(trap))
    git("config", "alias.cat-file", f"!{trap}")
    git("config", "pager.cat-file", str(trap))
    (git.folder / ".git" / "hooks").mkdir(exist_ok=True)
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        (git.folder / ".git" / "hooks" / hook).symlink_to(trap)
    before = files(git.folder)

    objects = Objects(find_repository(git.folder))
    assert objects.find("HEAD:a.txt") is not None
    assert objects.find(":a.txt") is not None
    objects.close()

    assert not (tmp_path / "sprung").exists()
    assert files(git.folder) == before


def test_a_partial_clone_fetches_nothing_and_names_what_would(git: Git, tmp_path: Path) -> None:
    git("config", "uploadpack.allowFilter", "true")
    clone = Git(tmp_path / "partial")
    git("clone", "-q", "--filter=blob:none", "--no-checkout", git.folder.as_uri(), str(clone.folder))
    objects = Objects(find_repository(clone.folder))
    with pytest.raises(GitError, match="partial clone") as caught:
        objects.find("HEAD:a.txt")
    command = caught.value.help[-1].split()
    assert command[0] == "git"
    clone(*command[1:])
    found = objects.find("HEAD:a.txt")
    assert found is not None and found.data == b"one\n"
    objects.close()
