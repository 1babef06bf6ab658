from pathlib import Path, PurePosixPath

import pytest
from repository import Git

from argmap.git.project_history import Logged, commits
from argmap.git.repository import find_repository

FOLDER = PurePosixPath("sub/arguments")


@pytest.fixture
def git(tmp_path: Path) -> Git:
    return Git.new(tmp_path / "town")


def titles(git: Git, **more: str) -> list[str]:
    found = commits(find_repository(git.folder), git("rev-parse", "HEAD"), FOLDER, **more)
    return [logged.subject for logged in found]


def test_what_a_commit_says_of_itself(git: Git) -> None:
    git.write({"sub/arguments/a.argmap": "one\n"})
    git("add", "--all")
    git(
        "commit",
        "-q",
        "-m",
        "Größe: 中国\nof a town\n\nMore.",
        GIT_AUTHOR_NAME="Autorin Ä",
        GIT_AUTHOR_DATE="2023-02-01T12:00Z",
    )
    (found,) = commits(find_repository(git.folder), "HEAD", FOLDER)
    assert found == Logged(
        id=git("rev-parse", "HEAD"), date="2023-02-01", author="Autorin Ä", subject="Größe: 中国 of a town"
    )


def test_only_those_that_touched_the_folder_newest_first(git: Git) -> None:
    git.commit({"sub/arguments/a.argmap": "one\n"}, "one")
    git.commit({"sub/notes": "one\n", "arguments/a.argmap": "x"}, "elsewhere")
    git.commit({"sub/arguments/b/c.argmap": "two\n"}, "two")
    git.commit(message="empty")
    assert titles(git) == ["two", "one"]
    assert titles(git, until=git("rev-parse", "HEAD~3")) == ["two"]


def test_a_merge_counts_by_what_it_brought(git: Git) -> None:
    git.commit({"sub/arguments/a.argmap": "one\n"}, "one")
    git("switch", "-q", "-c", "branch")
    git.commit({"sub/arguments/b.argmap": "two\n"}, "on the branch")
    git("switch", "-q", "main")
    git.commit({"sub/arguments/c.argmap": "three\n"}, "on main")
    git("merge", "-q", "--no-ff", "-m", "merge", "branch")
    side = git("commit-tree", "-m", "on another branch", "-p", "HEAD~1", "HEAD~1^{tree}")
    git("merge", "-q", "--no-ff", "-s", "ours", "-m", "brings nothing", side)
    assert titles(git) == ["merge", "on main", "one"]


def test_the_configuration_of_the_repository_changes_nothing(git: Git) -> None:
    git.commit({"sub/arguments/a.argmap": "one\n"}, "one")
    for name, value in (
        ("log.showSignature", "true"),
        ("log.showRoot", "false"),
        ("format.pretty", "oneline"),
        ("log.date", "relative"),
        ("i18n.logOutputEncoding", "latin-1"),
    ):
        git("config", name, value)
    assert titles(git) == ["one"]


def test_where_nothing_is_there_is_nothing(git: Git) -> None:
    git.commit({"notes": "one\n"})
    assert titles(git) == []
