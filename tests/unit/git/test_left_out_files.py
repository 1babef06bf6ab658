"""git is asked what a checkout leaves out only where there can be something."""

from pathlib import Path

import pytest
from repository import Git

from argmap.git import left_out_files, repository
from argmap.git.left_out_files import names_left_out, read_project, read_whole_input
from argmap.workspace.project_files import project_at


@pytest.fixture
def git(tmp_path: Path) -> Git:
    made = Git.new(tmp_path / "town")
    made.commit({f"town/arguments/{name}.argmap": f"term {name}: {name}\n" for name in ("a", "b/c", "ö")})
    return made


def names(git: Git) -> list[str]:
    given = read_project(project_at(git.folder.resolve() / "town"))
    return [reading.source.name for reading in given.readings]


def test_an_ordinary_checkout_asks_nothing(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repository, "started", None)
    git.write({"town/arguments/a.argmap": None})
    assert names(git) == ["arguments/b/c.argmap", "arguments/ö.argmap"]
    assert names_left_out(git.folder / "town", "renders") == frozenset()


@pytest.mark.parametrize("version", ["2", "3", "4"])
@pytest.mark.parametrize("way", ["skip-worktree", "assume-unchanged"])
@pytest.mark.parametrize("split", [False, True])
def test_what_is_left_out_is_found_in_every_kind_of_index(git: Git, version: str, way: str, split: bool) -> None:
    git("update-index", f"--index-version={version}")
    if split:
        git("update-index", "--split-index")
    before = names(git)
    for name in ("a", "ö"):
        git("update-index", f"--{way}", f"town/arguments/{name}.argmap")
        git.write({f"town/arguments/{name}.argmap": None})
    assert names(git) == before == ["arguments/a.argmap", "arguments/b/c.argmap", "arguments/ö.argmap"]
    given = read_project(project_at(git.folder.resolve() / "town"))
    assert [reading.source.text for reading in given.readings] == ["term a: a\n", "term b/c: b/c\n", "term ö: ö\n"]
    assert len(given.notices) == 1


def test_a_sparse_index(git: Git) -> None:
    before = names(git)
    git("sparse-checkout", "set", "--cone", "--sparse-index", "nothing")
    assert not (git.folder / "town").exists()
    assert names(git) == before


def test_what_is_there_counts_although_git_skips_it(git: Git) -> None:
    git("update-index", "--skip-worktree", "town/arguments/a.argmap")
    git.write({"town/arguments/a.argmap": "term z: Z\n"})
    given = read_project(project_at(git.folder.resolve() / "town"))
    assert given.readings[0].source.text == "term z: Z\n"
    assert given.notices == ()


def test_a_file_that_is_asked_for_alone_stays_so(git: Git) -> None:
    git("sparse-checkout", "set", "--no-cone", "/*", "!/town/arguments/b", "!/town/arguments/ö.argmap")
    given = read_whole_input([git.folder / "town" / "arguments" / "a.argmap"])
    assert given.chosen == {"arguments/a.argmap"}
    assert len(given.readings) == 3


def test_where_git_cannot_say_it_is_told(git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    git("sparse-checkout", "set", "--no-cone", "/*", "!/town/arguments/a.argmap")
    monkeypatch.setenv("PATH", str(tmp_path))
    given = read_project(project_at(git.folder.resolve() / "town"))
    (notice,) = given.notices
    assert "git cannot say what this checkout leaves out" in notice


@pytest.mark.parametrize("data", [b"", b"DIRC", b"DIRC\0\0\0\3", b"\0" * 40, b"DIRC\0\0\0\2" + b"\xff" * 90])
def test_an_index_that_is_none_is_no_fault(git: Git, data: bytes) -> None:
    (git.folder / ".git" / "index").write_bytes(data)
    assert len(names(git)) == 3
    assert left_out_files.own_folder(git.folder / ".git" / "index") is None
