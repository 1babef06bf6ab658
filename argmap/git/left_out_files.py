"""Argument files that are merely not on the disk: what a checkout leaves out is read as git's index has it.

git itself counts such files as unchanged: those that a sparse checkout leaves out, and those of which somebody told git
to skip the work tree, or to assume that they are unchanged.  Where there can be none, git is not asked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

import attrs

from argmap.workspace.errors import NoProjectError, RefusedError
from argmap.workspace.project_files import Input, Project, find_project, project_at, read_input, streams_in_project
from argmap.workspace.reader import FOLDER, SUFFIX, Reading, as_text, decode, is_stream, read_arguments, unread
from argmap.workspace.settings import OWN_FILE, SHARED_FILE, read_setting_file, settings_in

if TYPE_CHECKING:
    from argmap.git.repository import Repository

_HEADER = 12
_EXTENDED = 3
"""From this version of the index on, an entry can say that the work tree is skipped."""
_ASSUMED_UNCHANGED = 0x80
_SUBMODULE, _PLAIN = "160000", "100"
_MOST_NAMED = 5
_MOST_FAILED = 20
"""Texts that this clone lacks after which no more are asked for: each ends a process of git."""


class _Entry(NamedTuple):
    """What the index holds under a path from the top of the project, as it is spelt there."""

    path: str
    mode: str
    id: str

    @property
    def name(self) -> str:
        return normalize("NFC", as_text(self.path))


def read_whole_input(paths: Sequence[Path] = ()) -> Input:
    """As `read_input`, with what the checkout leaves out of the project.

    Raises:
        NoProjectError: No path was given, and there is no project here.
        FileNotFoundError: A path leads to nothing.
        RefusedError: A path leads to what the checkout leaves out.
    """
    start = paths[0] if paths else Path.cwd()
    try:
        given = read_input(paths)
    except NoProjectError:
        root = _root_left_out(start.resolve())
        if root is None:
            raise
        given = Input(project=project_at(root), readings=())
    except FileNotFoundError as error:
        _explain(error)
        raise
    if given.project is None and paths and all(map(is_stream, paths)):
        return _with_project(given)
    if given.project is None and start.is_dir():
        root = _root_left_out(start.resolve())
        given = given if root is None else Input(project=project_at(root), readings=())
    if paths and given.chosen is None and given.project is not None and not any(path.is_dir() for path in paths):
        given = attrs.evolve(given, chosen=frozenset(reading.source.name for reading in given.readings))
    return with_left_out(given, submodules=True)


def _with_project(given: Input) -> Input:
    """What came through pipes, in the midst of the project around the working folder, if there is one."""
    try:
        around = read_project(find_project(Path.cwd()))
    except NoProjectError:
        return given
    assert around.project is not None
    placed = streams_in_project(given.readings, around.project, around.readings)
    return attrs.evolve(placed, notices=around.notices)


def read_project(project: Project) -> Input:
    """All argument files of a project, with those that the checkout leaves out."""
    # A file, or a link to nothing, that stands in the place of the folder is a finding; where nothing is, nothing is.
    there = os.path.lexists(project.root / FOLDER)
    return with_left_out(Input(project=project, readings=read_arguments(project.root) if there else ()))


def with_left_out(given: Input, *, submodules: bool = False) -> Input:
    """The same with the argument files that the checkout leaves out, and what is to be said of them.

    Args:
        given: What is on the disk.
        submodules: Whether a submodule that is not checked out is a file that cannot be read.
    """
    project = given.project
    if project is None:
        return given
    modules = submodules and _may_have_submodules(project.root)
    if not modules and not _may_leave_out(project.root):
        return given
    try:
        found, missing = _left_out(project.root, FOLDER, OWN_FILE, SHARED_FILE)
        here = {reading.source.name for reading in given.readings}
        added = _read(project.root, [one for one in found if _is_argument_file(one.name) and one.name not in here])
        given = attrs.evolve(given, project=_with_settings(project, found))
    except RefusedError as error:
        # There may be no git, or none that reads this repository; then nothing can be told of what it leaves out.
        notice = f"git cannot say what this checkout leaves out of `{FOLDER}`: {error}"
        return attrs.evolve(given, notices=(*given.notices, notice))
    notices = (_notice([reading.source.name for reading in added]),) if added else ()
    if modules:
        added += [unread(one.name, NOT_CHECKED_OUT) for one in missing]
    if not added:
        return given
    # The readings are sorted, and sorting keeps the order of what is equal.
    readings = sorted((*given.readings, *added), key=lambda reading: reading.source.name.split("/"))
    return attrs.evolve(given, readings=tuple(readings), notices=(*given.notices, *notices))


NOT_CHECKED_OUT = "it is a submodule that is not checked out here: `git submodule update --init` does that"


def names_left_out(root: Path, folder: str) -> frozenset[str]:
    """The files of a folder of a project that the checkout leaves out, by their names in that folder."""
    if not _may_leave_out(root, folder):
        return frozenset()
    try:
        return frozenset(one.name.removeprefix(f"{folder}/") for one in _left_out(root, folder)[0])
    except RefusedError:
        return frozenset()


def texts_left_out(root: Path, folder: str) -> tuple[Reading, ...]:
    """The texts of the files right in a folder of a project that the checkout leaves out, as git's index has them."""
    if not _may_leave_out(root, folder):
        return ()
    from argmap.workspace.cache import user_cache
    from argmap.workspace.source_files import source_of

    try:
        found = [one for one in _left_out(root, folder)[0] if one.path.rpartition("/")[0] == folder]
        named = [one._replace(path=one.path.removeprefix(f"{folder}/")) for one in found]
        cache = user_cache(root)
        return tuple(_read(root, named, lambda name, data: source_of(name, data, cache)))
    except RefusedError:
        return ()


def _notice(names: Sequence[str]) -> str:
    """That files are not on the disk, and what counts."""
    from argmap.wording.english import counted, listed

    more = len(names) - _MOST_NAMED
    named = listed([*names[:_MOST_NAMED], *([f"{more} more"] if more > 0 else [])])
    them = "it" if len(names) == 1 else "them"
    return (
        f"this checkout leaves out {counted(len(names), 'argument file')}, since it is sparse or git was told to skip "
        f"{them}: {named}; what git's index has of {them} counts"
    )


def _is_argument_file(name: str) -> bool:
    return name.endswith(SUFFIX) and not any(part.startswith(".") for part in name.split("/"))


def _with_settings(project: Project, left_out: Collection[_Entry]) -> Project:
    """A project with the settings that the checkout leaves out, if it does.

    Raises:
        RefusedError: git cannot say.
    """
    files = [one for one in left_out if one.name in (OWN_FILE, SHARED_FILE)]
    if not files:
        return project
    kept = {reading.source.name: reading for reading in _read(project.root, files)}
    there = {name: read_setting_file(project.root, name) for name in (OWN_FILE, SHARED_FILE)}
    own, shared = (there[name] or kept.get(name) for name in (OWN_FILE, SHARED_FILE))
    settings, read = settings_in(own, shared, project.root)
    return attrs.evolve(project, settings=settings, settings_files=read)


def _left_out(root: Path, *names: str) -> tuple[list[_Entry], list[_Entry]]:
    """The files of a project that are left out, and the submodules that are not checked out.

    Args:
        root: The folder of the project.
        names: The files and folders in it that matter.

    Raises:
        RefusedError: git cannot say.
    """
    from argmap.git.repository import find_repository

    repository = find_repository(_nearest(root))
    place = _place(repository, root)
    if place is None:
        return [], []
    left_out, modules = [], []
    for tag, entry in _entries(repository, [f":(top,literal){place}{name}" for name in names], place):
        path = root / entry.path
        if entry.mode == _SUBMODULE:
            if not os.path.lexists(path / ".git"):
                modules.append(entry)
        elif (tag in "Ss" or tag.islower()) and not os.path.lexists(path):
            left_out.append(entry)
    return left_out, modules


def _nearest(root: Path) -> Path:
    """The folder itself, or the nearest upwards that is there: the whole project may be left out."""
    return next(folder for folder in (root, *root.parents) if folder.is_dir())


def _place(repository: Repository, root: Path) -> str | None:
    """The way from the top of the work tree to a project, with a slash at its end if there is one."""
    top = repository.top
    if top is None or not root.is_relative_to(top):
        return None
    place = root.relative_to(top).as_posix()
    return "" if place == "." else f"{place}/"


def _entries(repository: Repository, patterns: Sequence[str], place: str) -> Iterator[tuple[str, _Entry]]:
    """The merged entries of the index that match a pattern, each with the letter that git has for its state."""
    listed = repository.ask("ls-files", "-z", "-v", "--stage", "--full-name", "--", *patterns)
    for line in listed.split(b"\0")[:-1]:
        words, _, path = line.partition(b"\t")
        tag, mode, identifier, stage = words.decode().split(" ")
        name = os.fsdecode(path)
        if stage == "0" and name.startswith(place):
            yield tag, _Entry(name.removeprefix(place), mode, identifier)


def _read(root: Path, entries: Collection[_Entry], made: Callable[[str, bytes], Reading] = decode) -> list[Reading]:
    """What the index has of some files.

    Args:
        root: The folder of the project.
        entries: The files.
        made: What makes a reading of the name of one and its bytes.

    Raises:
        RefusedError: git cannot say.
    """
    from argmap.git.repository import Objects, find_repository, lacking

    if not entries:
        return []
    objects = Objects(find_repository(_nearest(root)))
    readings: list[Reading] = []
    failed = 0
    try:
        for entry in entries:
            if not entry.mode.startswith(_PLAIN):
                readings.append(unread(entry.name, "it is a symbolic link that this checkout leaves out"))
                continue
            data = objects.data(entry.id) if failed < _MOST_FAILED else None
            failed += data is None
            readings.append(lacking(entry.name, entry.id) if data is None else made(entry.name, data))
    finally:
        objects.close()
    return readings


def _root_left_out(start: Path) -> Path | None:
    """The nearest folder upwards of which the index has argument files, where the checkout leaves all of them out."""
    from argmap.git.repository import find_repository

    if not _may_leave_out(start):
        return None
    try:
        repository = find_repository(start)
        place = _place(repository, start)
        if place is None or repository.top is None:
            return None
        found = {entry.path for _, entry in _entries(repository, [f":(top,glob)**/{FOLDER}/**/*{SUFFIX}"], "")}
    except RefusedError:
        return None
    folders = {path.split(f"{FOLDER}/", 1)[0] for path in found if f"/{path}".count(f"/{FOLDER}/") == 1}
    for folder in (start, *start.parents):
        way = _place(repository, folder)
        if way is None:
            return None
        if way in folders:
            return folder
    return None


def _explain(error: FileNotFoundError) -> None:
    """Say of a path that leads to nothing that it is left out, if it is.

    Raises:
        RefusedError: It is.
    """
    path = Path(str(error)).absolute()
    folder = next(parent for parent in path.parents if parent.is_dir())
    name = path.relative_to(folder).as_posix()
    folder = folder.resolve()
    if error.strerror or not _may_leave_out(folder):
        return
    try:
        found, _ = _left_out(folder, name)
    except RefusedError:
        return
    if found:
        raise RefusedError(
            f"`{error}` is not on the disk: this checkout leaves it out (it is sparse, or git was told to skip it)",
            "have it checked out, as with `git sparse-checkout add`, and ask again",
        )


def _may_have_submodules(root: Path) -> bool:
    return any(os.path.lexists(folder / ".gitmodules") for folder in (root, *root.parents))


def _may_leave_out(root: Path, folder: str = FOLDER) -> bool:
    """Whether it is worth asking git what a checkout leaves out: its index is of a kind that can say so."""
    for top in (root, *root.parents):
        own = own_folder(top / ".git")
        if own is not None:
            break
    else:
        return False
    index = top / os.environ["GIT_INDEX_FILE"] if os.environ.get("GIT_INDEX_FILE") else own / "index"
    try:
        with index.open("rb") as file:
            header = file.read(_HEADER)
            if header[:4] != b"DIRC":
                return False
            if int.from_bytes(header[4:8], "big") >= _EXTENDED or _is_split(own):
                return True
            return _has_assumed(file.read(), os.fsencode(f"{root.relative_to(top).as_posix()}/{folder}/"))
    except OSError:
        return False


def _is_split(own: Path) -> bool:
    return any(name.startswith("sharedindex.") for name in os.listdir(own))  # noqa: PTH208 - a name is all that is asked for


def _has_assumed(entries: bytes, folder: bytes) -> bool:
    """Whether an entry below a folder is assumed to be unchanged: its path stands behind its flags."""
    folder = folder.removeprefix(b"./")
    at = entries.find(folder)
    while at != -1:
        if at >= 2 and entries[at - 2] & _ASSUMED_UNCHANGED:
            return True
        at = entries.find(folder, at + 1)
    return False


def own_folder(path: Path) -> Path | None:
    """The folder to which a ``.git`` leads, be it one or a file that names one; None where it does not."""
    try:
        if path.is_dir():
            return path.resolve()
        words = path.read_bytes() if path.is_file() else b""
        leads = words.startswith(b"gitdir: ")
        return (path.parent / os.fsdecode(words[8:].rstrip(b"\r\n"))).resolve() if leads else None
    except (OSError, RuntimeError, ValueError):
        return None
