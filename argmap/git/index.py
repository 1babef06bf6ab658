"""The index: what will be committed next, read as a commit is, and both sides of a file in conflict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from argmap.git.commits import UNMERGED, Commit, Entry, Parts, parts
from argmap.git.repository import GitError, Objects, Repository, asked
from argmap.workspace.reader import FOLDER, SUFFIX

INDEX = ":"
"""What stands for it where a revision stands for a commit; git itself writes it before a path."""
_FOLDER_MODE = 0o040000


def read_index(repository: Repository, objects: Objects, stage: int = 0) -> Commit:
    """The files of the index.

    Of a file that is not merged yet there is none, which is said where somebody wants to read it, unless one of its
    versions is asked for.

    Args:
        repository: Whose index.
        objects: Those of the repository.
        stage: For files that are not merged yet, which version: 1 what both began with, 2 ours, 3 the other.

    Raises:
        GitError: There is no git, no work tree, or no reading the index.
    """
    listed = repository.ask("ls-files", "--stage", "-z", "--full-name", "--", ":/")
    merged: dict[Parts, Entry] = {}
    for line in listed.split(b"\0")[:-1]:
        begin, _, path = line.partition(b"\t")
        mode, identifier, number = begin.split(b" ")
        own = tuple(path.split(b"/"))
        if int(number) in (0, stage):
            merged[own] = Entry(int(mode, 8), identifier.decode())
        elif not stage:
            merged[own] = Entry(UNMERGED, "")
    return Commit(INDEX, INDEX, objects, _folders(merged))


def _folders(files: dict[Parts, Entry]) -> dict[str, dict[bytes, Entry]]:
    """What is in each folder, under names that no object of git's has."""
    found: dict[str, dict[bytes, Entry]] = {INDEX: {}}
    names: dict[Parts, str] = {(): INDEX}
    for path, entry in files.items():
        for depth in range(1, len(path)):
            above, own = path[: depth - 1], path[:depth]
            if own not in names:
                names[own] = f"{INDEX}{len(names)}"
                found[names[own]] = {}
                found[names[above]][own[-1]] = Entry(_FOLDER_MODE, names[own])
        found[names[path[:-1]]][path[-1]] = entry
    return found


def projects_in(commit: Commit) -> Iterator[PurePosixPath]:
    """The folders that hold a project with an argument file, from the top of the repository."""
    waiting: list[tuple[Parts, bool]] = [((), False)]
    seen = set()
    while waiting:
        path, is_inside = waiting.pop()
        entry = commit.entry(path)
        for name, below in commit.folder(entry).items() if entry is not None else ():
            inner = is_inside or name == FOLDER.encode()
            if below.is_folder:
                waiting.append(((*path, name), inner))
            elif inner and name.endswith(SUFFIX.encode()):
                shown = PurePosixPath(*(part.decode(errors="replace") for part in path))
                root = shown.parents[len(shown.parts) - shown.parts.index(FOLDER) - 1]
                if root not in seen:
                    seen.add(root)
                    yield root


def files_in(commit: Commit, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    """All files below a folder, by their paths in it."""
    top = parts(folder)
    waiting: list[Parts] = [top]
    while waiting:
        path = waiting.pop()
        entry = commit.entry(path)
        for name, below in commit.folder(entry).items() if entry is not None and entry.is_folder else ():
            if below.is_folder:
                waiting.append((*path, name))
            else:
                yield PurePosixPath(*(part.decode(errors="replace") for part in (*path[len(top) :], name)))


_SIDES = (b"2", b"3")
"""The stages at which git's index keeps our side and the other one; at 1 it keeps what both began with."""


def unmerged_versions(folder: Path, name: str) -> tuple[bytes, ...]:
    """The versions of a file on the sides that have it; none where it is in no conflict, or git cannot say.

    Args:
        folder: A folder of the work tree.
        name: The file, relative to the folder.
    """
    try:
        _, listed = asked(folder, "--literal-pathspecs", "ls-files", "--unmerged", "-z", "--", name)
        stages = [entry.partition(b"\t")[0].split() for entry in listed.split(b"\0")[:-1]]
        return tuple(asked(folder, "cat-file", "blob", blob.decode())[1] for _, blob, at in stages if at in _SIDES)
    except GitError:
        return ()
