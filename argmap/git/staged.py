"""The project as it will be committed: read from the index, and those of its renders that are not in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from unicodedata import normalize

import attrs

from argmap.git.commits import UNMERGED, Commit, Entry, find_commit
from argmap.git.index import files_in, projects_in
from argmap.git.left_out_files import NOT_CHECKED_OUT
from argmap.git.repository import GitError
from argmap.git.revision_spec import RevisionSpecs
from argmap.git.side_reading import input_at
from argmap.workspace.errors import NoProjectError, RefusedError
from argmap.workspace.integrity_footer import footer_fits, plain
from argmap.workspace.project_files import Input, place_of_path
from argmap.workspace.reader import FOLDER, Reading, in_order, read_arguments, read_bytes, shown_name, unread
from argmap.workspace.renders import FOLDER as RENDERS


def staged_input(paths: Sequence[Path] = (), folder: Path = Path()) -> Input:
    """The argument files and the settings as they are in the index.

    What the index has no text of is read on the disk: files that are not merged yet, those that Git LFS keeps, and
    those in submodules.  Where nothing is staged that belongs to any project, there is nothing in it.

    Args:
        paths: Files and folders to report on; none for all.
        folder: Where they were typed.

    Raises:
        GitError: There is no git, no repository, no work tree, or no reading the index.
        NoProjectError: There is a project in the index, but not here.
        RefusedError: No argument file that is staged is called like a path.
    """
    with RevisionSpecs(folder) as specs:
        top = specs.repository.top
        if top is None:
            raise GitError("there is no working tree here, so nothing is staged")
        index = specs.index().commit
        start = _from_the_top(folder / paths[0], top) if paths else specs.prefix
        home = _home(start, index, find_commit(specs.objects, "HEAD"))
        if home is None:
            elsewhere = min(projects_in(index), default=None)
            if elsewhere is not None:
                raise NoProjectError(f"no `{FOLDER}` folder is staged here or above, but there is one in `{elsewhere}`")
            return Input(project=None, readings=())
        root = top / home
        given = input_at(index, home, root)
        given = attrs.evolve(given, readings=_with_the_disk(given.readings, index.submodules(home), root))
    names = [reading.source.name for reading in given.readings]
    chosen = {name for path in paths for name in _chosen(folder / path, root, names)}
    return attrs.evolve(given, chosen=frozenset(chosen) if paths and len(chosen) < len(names) else None)


def _from_the_top(path: Path, top: Path) -> PurePosixPath:
    place = place_of_path(path)
    if not place.is_relative_to(top):
        raise RefusedError(f"{path} is not in this repository, so it is not staged")
    return PurePosixPath(place.relative_to(top).as_posix())


def _home(start: PurePosixPath, index: Commit, head: Commit | None) -> PurePosixPath | None:
    """The nearest folder upwards that holds a project in the index, or else one that is to be deleted."""
    for commit in (index, head) if head is not None else (index,):
        for folder in (start, *start.parents):
            if commit.holds_project(folder) or FOLDER in commit.submodules(folder):
                return folder
    return None


def _with_the_disk(staged: Sequence[Reading], submodules: Collection[str], root: Path) -> tuple[Reading, ...]:
    """What is staged, with what is on the disk in the place of what has no text in the index.

    A submodule that is not checked out is a file that cannot be read, as it is beside what is on the disk.
    """
    missing = {reading.source.name for reading in staged if not reading.digest}
    if not missing and not submodules:
        return tuple(staged)
    inside = tuple(f"{name}/" for name in submodules)
    there = read_arguments(root) if (root / FOLDER).is_dir() else ()
    found = {reading.source.name: reading for reading in staged}
    for reading in there:
        name = reading.source.name
        if name.startswith(inside) or (name in missing and reading.digest):
            found[name] = reading
    found |= {name: unread(name, NOT_CHECKED_OUT) for name in submodules if not os.path.lexists(root / name / ".git")}
    return in_order((name, name.encode(), lambda reading=reading: reading) for name, reading in found.items())  # type: ignore[misc]


def _chosen(path: Path, root: Path, names: Collection[str]) -> set[str]:
    place = place_of_path(path)
    name = shown_name(place, root) if place.is_relative_to(root) else ""
    found = {one for one in names if name in (".", one) or one.startswith(f"{name}/")}
    if not found and not path.is_dir():
        raise RefusedError(f"no argument file that is staged is called `{path}`")
    return found


def staged_renders(root: Path, folder: Path) -> frozenset[str]:
    """The names of all files in the folder of renders that will be committed, or that git left in conflict.

    Args:
        root: The folder of the project.
        folder: From where git is asked.

    Raises:
        GitError: git cannot say.
    """
    with RevisionSpecs(folder) as specs:
        return frozenset(name for name, _ in _renders(specs, root))


def unstaged_renders(root: Path, wanted: Collection[str], folder: Path) -> Mapping[str, str]:
    """Which renders will not be committed as they are on the disk, by name, and why.

    Files that git was told to ignore are meant to be in no commit.

    Args:
        root: The folder of the project.
        wanted: The names of all renders that it should have.
        folder: From where git is asked.

    Raises:
        GitError: git cannot say.
    """
    with RevisionSpecs(folder) as specs:
        found = {}
        staged = dict(_renders(specs, root))
        untracked = _untracked(specs, root)
        for name in sorted(wanted):
            if name in staged:
                if staged[name].mode == UNMERGED:
                    found[name] = "is in conflict to git until it is staged"
                elif not _is_staged(specs, staged[name], root / RENDERS / name, root):
                    found[name] = "is staged as it was before"
            elif name in untracked:
                found[name] = "is not staged"
        for name in sorted(staged.keys() - set(wanted)):
            data = None if staged[name].mode == UNMERGED else specs.objects.data(staged[name].id)
            if data is not None and footer_fits(name, data):
                found[name] = "is left over, and still staged"
        return found


def _home_of_renders(specs: RevisionSpecs, root: Path) -> PurePosixPath:
    top = specs.repository.top
    assert top is not None
    return PurePosixPath(root.relative_to(top).as_posix()) / RENDERS


def _renders(specs: RevisionSpecs, root: Path) -> Iterator[tuple[str, Entry]]:
    index, folder = specs.index().commit, _home_of_renders(specs, root)
    for path in files_in(index, folder):
        entry = index.at(folder / path)
        if entry is not None and (entry.mode == UNMERGED or stat.S_ISREG(entry.mode)):
            yield normalize("NFC", path.as_posix()), entry


def _untracked(specs: RevisionSpecs, root: Path) -> Collection[str]:
    folder = _home_of_renders(specs, root)
    words = ("ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", f":(top,literal){folder}")
    listed = specs.repository.ask(*words).split(b"\0")
    paths = [PurePosixPath(os.fsdecode(path)) for path in listed if path]
    return {normalize("NFC", path.relative_to(folder).as_posix()) for path in paths}


def _is_staged(specs: RevisionSpecs, entry: Entry, path: Path, root: Path) -> bool:
    """Whether a file is in the index as it is on the disk, whatever its line ends."""
    from hashlib import new, sha256

    try:
        there = read_bytes(path, root)
    except OSError:
        return False
    kind = "sha1" if len(entry.id) == 40 else "sha256"
    if new(kind, b"blob %d\0" % len(there) + there, usedforsecurity=False).hexdigest() == entry.id:
        return True
    staged = specs.objects.data(entry.id)
    if staged is None:
        return False
    # Of a file that Git LFS keeps, the index has what it is known by.
    return plain(staged) == plain(there) or f"\noid sha256:{sha256(there).hexdigest()}\n".encode() in staged[:300]
