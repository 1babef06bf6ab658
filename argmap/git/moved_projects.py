"""Where a project was before its folder moved within the repository, or is now.

git keeps no moves, so this is a guess from what the two states hold: whoever makes use of it says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import PurePosixPath

from argmap.git.commits import Commit
from argmap.git.index import files_in
from argmap.git.repository import Repository
from argmap.workspace.reader import FOLDER, SUFFIX

_LEAST = 0.5
"""The share of the smaller project's files that both have, by name or by text, from which on they may be one."""

_Files = dict[str, str]
"""The argument files of a project: their paths in it, and what git knows their texts by, if it does."""


def moved_from(
    repository: Repository, place: PurePosixPath, there: Commit | None, other: Commit | None
) -> PurePosixPath | None:
    """The folder in which another state has the project that one state has in a folder.

    It is one that only the other state has, and the likeliest; None where none is likely.

    Args:
        repository: Where.
        place: The folder of the project, from the top.
        there: The state that has it there; None for the working tree.
        other: The state that has none there; None for the working tree.

    Raises:
        GitError: git failed.
    """
    own, others = _projects(repository, there), _projects(repository, other)
    mine = own.get(place, {})
    found = [
        (share, folder) for folder, files in others.items() if folder not in own and (share := _shared(mine, files))
    ]
    best = sorted(found, key=lambda each: (-each[0], each[1]))[:2]
    if not best or best[0][0] < _LEAST or (len(best) == 2 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _shared(one: _Files, other: _Files) -> float:
    texts = {identifier for identifier in one.values() if identifier}
    same = sum(name in one or identifier in texts for name, identifier in other.items())
    return same / max(1, min(len(one), len(other)))


def _projects(repository: Repository, commit: Commit | None) -> dict[PurePosixPath, _Files]:
    """All projects of a state, by their folders."""
    found: dict[PurePosixPath, _Files] = {}
    for path, identifier in _files(repository, commit):
        parts = PurePosixPath(path).parts
        if path.endswith(SUFFIX) and FOLDER in parts[:-1]:
            at = parts.index(FOLDER)
            found.setdefault(PurePosixPath(*parts[:at]), {})["/".join(parts[at:])] = identifier
    return found


def _files(repository: Repository, commit: Commit | None) -> Iterable[tuple[str, str]]:
    if commit is None:
        return _in_tree(repository)
    return _in_commit(repository, commit) if commit.in_history else _in_index(commit)


def _in_commit(repository: Repository, commit: Commit) -> Iterable[tuple[str, str]]:
    listed = repository.ask("ls-tree", "-r", "-z", "--full-tree", commit.tree)
    for line in listed.split(b"\0")[:-1]:
        words, _, path = line.partition(b"\t")
        yield os.fsdecode(path), words.split()[2].decode()


def _in_index(index: Commit) -> Iterable[tuple[str, str]]:
    """The files of the index, or of a tree that is in no history."""
    for path in files_in(index, PurePosixPath()):
        entry = index.at(path)
        yield path.as_posix(), entry.id if entry is not None else ""


def _in_tree(repository: Repository) -> Iterable[tuple[str, str]]:
    """The files of the work tree that git knows or could; what is in them it is not asked."""
    pattern = f":(top,glob)**/{FOLDER}/**"
    options = ("-z", "--full-name", "--cached", "--others", "--exclude-standard", "--deduplicate")
    listed = repository.ask("ls-files", *options, "--", pattern)
    top = repository.top or repository.folder
    names = map(os.fsdecode, listed.split(b"\0")[:-1])
    return ((name, "") for name in names if os.path.lexists(top / name))
