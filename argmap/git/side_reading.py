"""What a side of a diff means -> the files of that side, with those of the other side in view."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from os import devnull
from pathlib import Path, PurePosixPath
from unicodedata import normalize

import attrs

from argmap.git.commits import Commit
from argmap.git.left_out_files import read_project, with_left_out
from argmap.git.repository import is_lacking, left_out
from argmap.git.revision_spec import STANDARD_INPUT, Blob, Files, Meaning, Revised, RevisionSpecs, StandardInput
from argmap.workspace.errors import NoProjectError, RefusedError
from argmap.workspace.project_files import Input, Project, find_project, project_at, read_input, read_outside
from argmap.workspace.reader import (
    FOLDER,
    NOTHING_CAME,
    SUFFIX,
    Reading,
    as_text,
    decode,
    is_stream,
    read_file,
    shown_name,
    unread,
)
from argmap.workspace.settings import OWN_FILE, SHARED_FILE, settings_in

STDIN_NAME = "standard input"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Side:
    """One side of a diff.

    Attributes:
        name: How it is called.
        given: What was read.
        wanted: The file or folder of its project that was asked for; empty for all.
        single: Whether one file was asked for, there or not.
        streamed: Whether that came through a pipe, and so from nowhere.
        state: What git knows that by which it was read from: the id of a commit or a tree, or the index; empty for what
            is on the disk.
        commit: The full id of the commit that it was read from; empty for all else.
        folder: The way from the top of the repository to the project, as it is spelt there; empty where they are one,
            or it is not known.
        moved: Whether that is another way than on the other side, as far as that can be guessed.
    """

    name: str
    given: Input
    wanted: str = ""
    single: bool = False
    streamed: bool = False
    state: str = ""
    commit: str = ""
    folder: str = ""
    moved: bool = False

    @property
    def in_project(self) -> bool:
        """Whether it was read with all the rest of its project."""
        return self.given.project is not None

    def without(self, *names: str) -> Side:
        """The same without the files of these names, and those in folders of these names."""
        folders = tuple(f"{name}/" for name in names)
        readings = tuple(
            reading
            for reading in self.given.readings
            if reading.source.name not in names and not reading.source.name.startswith(folders)
        )
        return attrs.evolve(self, given=attrs.evolve(self.given, readings=readings))


def input_at(commit: Commit, folder: PurePosixPath, root: Path) -> Input:
    """A project as it stands in a commit.

    Args:
        commit: The commit.
        folder: From the top of the repository to the project.
        root: Where the project is on the disk, or would be.
    """
    settings, files = settings_in(commit.file(OWN_FILE, folder), commit.file(SHARED_FILE, folder), root)
    project = Project(root=root, settings=settings, settings_files=files)
    return Input(project=project, readings=commit.readings(folder) or commit.in_its_place(folder))


def refuse_lacking(old: Input, new: Input) -> None:
    """Refuse to compare a text that this clone lacks with another; what both lack alike is the same.

    Raises:
        GitError: There is one; with how to fetch it.
    """
    one, other = (
        {(reading.source.name, reading.digest) for reading in given.readings if is_lacking(reading)}
        for given in (old, new)
    )
    if one != other:
        raise left_out()


class SideReader:
    """Reads two sides, each with the other in view: a revision is one of the project that stands beside it.

    Attributes:
        passed_over: The submodules among the argument files, whose own files are in other repositories.
    """

    def __init__(self, specs: RevisionSpecs, standard_input: Callable[[], bytes]) -> None:
        self._specs = specs
        self._standard_input = standard_input
        self._commits: tuple[Commit, ...] = ()
        self.passed_over: tuple[str, ...] = ()

    def read(self, earlier: Meaning, later: Meaning | None) -> tuple[Side, Side]:
        """Both sides; without a later one, that is the working tree.

        Raises:
            RefusedError: There is no such file on any side, or no working tree.
            NoProjectError: There is no project.
        """
        self._commits = tuple(meaning.commit for meaning in (earlier, later) if isinstance(meaning, Revised))
        old = None if isinstance(earlier, Revised) else self._unversioned(earlier)
        new = None if later is None or isinstance(later, Revised) else self._unversioned(later)
        if isinstance(earlier, Revised):
            old = self._revised(earlier, later, new)
        if isinstance(later, Revised):
            new = self._revised(later, earlier, old)
        assert old is not None
        if new is None:
            new = self._working_tree(earlier, old)
        old, new = self._where_it_moved(earlier, old, new), self._where_it_moved(later, new, old)
        for meaning, side, other in ((earlier, old, new), (later, new, old)):
            if isinstance(meaning, Revised) and meaning.path and not side.given.readings:
                # A file may be new, and so may a folder of drafts; but beside a whole project, a folder is misspelt.
                is_misspelt = other.in_project and not (side.in_project or side.single)
                if is_misspelt or not other.given.readings:
                    raise self._no_file(meaning, meaning.path)
        refuse_lacking(old.given, new.given)
        return self._without_submodules(old, new) if self._commits else (old, new)

    def _unversioned(self, meaning: Files | StandardInput | Blob) -> Side:
        if isinstance(meaning, Blob):
            given = Input(project=None, readings=(decode(meaning.word, meaning.data),))
            return Side(name=as_text(meaning.word), given=given, single=True)
        if isinstance(meaning, StandardInput):
            data = self._standard_input()
            reading = decode(STANDARD_INPUT, data) if data else unread(STANDARD_INPUT, NOTHING_CAME)
            return Side(name=STDIN_NAME, given=Input(project=None, readings=(reading,)), single=True, streamed=True)
        if meaning.word == devnull:
            # What git puts in the place of a file that is not there.
            return Side(name=meaning.word, given=Input(project=None, readings=(decode(devnull, b""),)), single=True)
        given = read_input([meaning.path])
        if given.project is not None and given.chosen is not None and not given.chosen:
            # A folder of a project that is none of its argument files, such as one of drafts.
            given = read_outside([meaning.path])
        single = not meaning.path.is_dir()
        wanted = ""
        if given.project is not None and single:
            # Where a project has no other file, that one is all of it.
            wanted = min(given.chosen or (reading.source.name for reading in given.readings))
        elif given.project is not None and given.chosen is not None:
            wanted = shown_name(meaning.path.resolve(), given.project.root)
        streamed = given.project is None and is_stream(meaning.path)
        given = with_left_out(given)
        return Side(name=as_text(meaning.word), given=given, wanted=wanted, single=single, streamed=streamed)

    def _revised(self, meaning: Revised, beside: Meaning | None, other: Side | None) -> Side:
        commit, path = meaning.commit, meaning.path
        folder = self._folder(self._start(meaning, beside, other))
        if path is not None and folder is not None and _first(path, folder) not in ("", FOLDER):
            folder = None
        single = path is not None and _is_file(commit, path)
        side = Side(name=as_text(meaning.word), given=Input(project=None, readings=()), single=single, state=commit.id)
        side = attrs.evolve(side, commit=commit.id if commit.in_history else "")
        if path is None and folder is not None and _is_without_project(commit, folder):
            raise RefusedError(
                f"`{meaning.word}` is a folder without a commit, and none of `{_shown(folder / FOLDER)}` is in it",
                f"name the folder by a commit that has it, as in `HEAD:{_shown(folder / FOLDER)}`",
            )
        if folder is None:
            if path is None:
                raise NoProjectError(f"no `{FOLDER}` folder in `{meaning.word}`, here or in a folder above")
            return attrs.evolve(side, given=Input(project=None, readings=commit.files_at(path)))
        return attrs.evolve(
            side,
            given=input_at(commit, folder, self._root(folder)),
            wanted="" if path is None else _shown(path.relative_to(folder)),
            folder="" if folder == PurePosixPath() else folder.as_posix(),
        )

    def _start(self, meaning: Revised, beside: Meaning | None, other: Side | None) -> PurePosixPath:
        """From where to look upwards for the project that a revision is one of."""
        if meaning.path is not None:
            return meaning.path
        if isinstance(beside, Revised) and beside.path is not None:
            return beside.path
        top = self._specs.repository.top
        if other is not None and other.given.project is not None and top is not None:
            home = other.given.project.root
            if home.is_relative_to(top):
                return PurePosixPath(home.relative_to(top).as_posix())
        return self._specs.prefix

    def _folder(self, start: PurePosixPath) -> PurePosixPath | None:
        """The nearest folder upwards that holds a project on any side; where its arguments were deleted, too."""
        top = self._specs.repository.top
        for folder in (start, *start.parents):
            if any(commit.holds_project(folder) for commit in self._commits):
                return folder
            if top is not None and (top / folder / FOLDER).is_dir():
                return folder
        return None

    def _root(self, folder: PurePosixPath) -> Path:
        repository = self._specs.repository
        return (repository.top or repository.folder.resolve()) / folder

    def _working_tree(self, earlier: Meaning, old: Side) -> Side:
        name = "the working tree"
        if not isinstance(earlier, Revised):
            project = find_project(self._specs.folder)
            if old.given.project is not None and old.given.project.root == project.root:
                raise RefusedError(
                    f"`{old.name}` is in the working tree, which is what it would be compared with",
                    "for what changed since the last commit, write:",
                    f"  argmap diff HEAD -- {old.name}",
                )
            return Side(name=name, given=read_project(project))
        top = self._specs.repository.top
        if top is None:
            raise RefusedError(
                "there is no working tree here"
                + (", since this repository is bare" if self._specs.repository.bare else ""),
                "name two revisions",
            )
        if old.given.project is None:
            assert earlier.path is not None
            path = top / earlier.path
            return Side(name=name, given=Input(project=None, readings=_at(path, top)), single=old.single)
        given = read_project(project_at(old.given.project.root))
        return Side(name=name, given=given, wanted=old.wanted, single=old.single, folder=old.folder)

    def _where_it_moved(self, meaning: Meaning | None, side: Side, other: Side) -> Side:
        """A side; where it has no project in the folder in which the other has one, that which moved there or away."""
        is_whole = meaning is None or (isinstance(meaning, Revised) and meaning.path is None)
        if not is_whole or side.given.readings or not (side.in_project and other.in_project and other.given.readings):
            return side
        if not (side.state or other.state):
            return side
        from argmap.git.moved_projects import moved_from

        states = {commit.id: commit for commit in self._commits}
        place = PurePosixPath(other.folder or side.folder)
        there, elsewhere = (states.get(each.state) for each in (other, side))
        found = moved_from(self._specs.repository, place, there, elsewhere)
        if found is None:
            return side
        root = self._root(found)
        given = read_project(project_at(root)) if elsewhere is None else input_at(elsewhere, found, root)
        here, away = (f"`{_shown(path) or '.'}`" for path in (place, found))
        notice = (
            f"{side.name} has no project in {here}; that in {away}, which is on this side alone, is taken for it, "
            "since most of their files have the same name or text"
        )
        given = attrs.evolve(given, notices=(*given.notices, notice))
        return attrs.evolve(side, given=given, folder="" if found == PurePosixPath() else found.as_posix(), moved=True)

    def _no_file(self, meaning: Revised, path: PurePosixPath) -> RefusedError:
        if meaning.commit.at(path) is not None:
            return RefusedError(f"there is no argument file in `{meaning.word}`")
        own = self._specs.prefix / path
        if meaning.commit.at(own) is None:
            return RefusedError(f"there is no `{path}` in {meaning.where}, and none beside it")
        return RefusedError(
            f"there is no `{path}` at the top of {meaning.where}, where git looks for it",
            f"write `{meaning.revision}:./{path}` for the one in this folder",
        )

    def _without_submodules(self, old: Side, new: Side) -> tuple[Side, Side]:
        """Both sides without what is in other repositories: git keeps no files of theirs in a commit.

        Files of this repository are compared, also where a submodule stands in their place on the other side.
        """
        folders = {PurePosixPath(side.folder) for side in (old, new) if side.state and side.in_project}
        found = {name for commit in self._commits for folder in folders for name in commit.submodules(folder)}
        sides = []
        for side in (old, new):
            own = set()
            if side.given.project is not None and not side.state:
                root = side.given.project.root
                own = {folder for folder in found if (root / folder / ".git").exists()}
                own |= set(_repositories(root, side.given.readings))
            sides.append(side.without(*own) if own else side)
            found |= own
        self.passed_over = tuple(sorted(found))
        return sides[0], sides[1]


def _at(path: Path, top: Path) -> tuple[Reading, ...]:
    """A file, or the argument files of a folder, that belong to no project, under their paths from the top."""
    files = sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() and not path.is_symlink() else [path]
    return tuple(read_file(file, shown_name(file, top), top) for file in files if os.path.lexists(file))


def _repositories(root: Path, readings: tuple[Reading, ...]) -> Iterator[str]:
    """The folders among argument files that are repositories of their own."""
    folders = {folder for reading in readings for folder in PurePosixPath(reading.source.name).parents[:-1]}
    for folder in folders:
        if len(folder.parts) > 1 and (root / folder / ".git").exists():
            yield folder.as_posix()


def _is_file(commit: Commit, path: PurePosixPath) -> bool:
    entry = commit.at(path)
    return path.suffix == SUFFIX if entry is None else not entry.is_folder


def _is_without_project(commit: Commit, folder: PurePosixPath) -> bool:
    """Whether a tree that is named by itself is a folder of argument files, and not one in which a project stands."""
    if commit.id != commit.tree or commit.holds_project(folder):
        return False
    return any("/" not in reading.source.name for reading in commit.files_at(PurePosixPath()))


def _first(path: PurePosixPath, folder: PurePosixPath) -> str:
    return next(iter(path.relative_to(folder).parts), "")


def _shown(path: PurePosixPath) -> str:
    return "" if path == PurePosixPath() else normalize("NFC", as_text(path.as_posix()))
