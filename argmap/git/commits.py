"""The argument files of a project as they stand in a commit or a tree, read as those on the disk are."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple
from unicodedata import normalize

import attrs

from argmap.git.repository import Object, Objects, is_lacking, lacking, left_out
from argmap.workspace.reader import FOLDER, SUFFIX, Reading, decode, in_order, reason, unread

_FOLDER, _LINK, _SUBMODULE = 0o040000, 0o120000, 0o160000
UNMERGED = 0
"""Instead of a mode: a file of which the index has no version that is to be committed."""
_MOST_READ = 2000
"""Files that are kept as they were read, for the next commit that has them too."""
_MOST_LINKS = 40
"""As many as Linux follows for one path."""

Parts = tuple[bytes, ...]


class Entry(NamedTuple):
    """One name in a tree."""

    mode: int
    id: str

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of this very repository."""
        return self.mode == _FOLDER


class _NoWayError(Exception):
    """A symbolic link leads nowhere; the message says why, in words for people."""


@attrs.frozen
class Commit:
    """One commit and its files; or a tree, which is in no history, or the index (see `argmap.git.index`).

    Attributes:
        id: Its full id, or that of the tree.
        tree: The id of its top folder.
    """

    id: str
    tree: str
    _objects: Objects = attrs.field(repr=False, eq=False)
    _folders: dict[str, dict[bytes, Entry]] = attrs.field(factory=dict, repr=False, eq=False)
    _read_before: dict[tuple[str, str], Reading] = attrs.field(factory=dict, repr=False, eq=False)

    @property
    def in_history(self) -> bool:
        """Whether it is a commit."""
        return self.id != self.tree

    def other(self, word: str) -> Commit | None:
        """Another commit, for which nothing is read again that was read for this one; None where git knows none."""
        found = find_commit(self._objects, word)
        if found is None:
            return None
        return attrs.evolve(found, folders=self._folders, read_before=self._read_before)

    def entry(self, path: Parts) -> Entry | None:
        """What stands at a path from the top of the repository; None where nothing does.  No link is followed."""
        found = Entry(_FOLDER, self.tree)
        for name in path:
            if not found.is_folder or name not in (inside := self.folder(found)):
                return None
            found = inside[name]
        return found

    def folder(self, entry: Entry) -> dict[bytes, Entry]:
        """The names in a folder."""
        if entry.id not in self._folders:
            self._folders[entry.id] = dict(_entries(self._objects.get(entry.id)))
        return self._folders[entry.id]

    def data(self, entry: Entry) -> bytes:
        """What a file holds, or where a link leads."""
        return self._objects.get(entry.id).data

    def holds_project(self, folder: PurePosixPath) -> bool:
        """Whether a folder holds one of the name that argument files are kept in."""
        try:
            return self._followed((*parts(folder), FOLDER.encode()), parts(folder))[0].is_folder
        except _NoWayError:
            return False

    def readings(self, folder: PurePosixPath) -> tuple[Reading, ...]:
        """All argument files of the project in a folder, under the names that they have on the disk, and in that order.

        None where there is no project.  What could be meant as an argument file and is none has its finding.
        """
        if not self.holds_project(folder):
            return ()
        root = parts(folder)
        top = self._followed((*root, FOLDER.encode()), root)[0]
        found = self._files(top, (FOLDER.encode(),), root)
        return in_order((_shown(path), b"/".join(path), partial(self._read, path, root)) for path in found)

    def in_its_place(self, folder: PurePosixPath) -> tuple[Reading, ...]:
        """What stands where the argument files of a project should, and is no folder of this repository."""
        top = self.entry((*parts(folder), FOLDER.encode()))
        if top is None or top.is_folder or top.mode == _SUBMODULE or self.holds_project(folder):
            return ()
        return (unread(FOLDER, reason(errno.ENOTDIR)),)

    def files_at(self, path: PurePosixPath) -> tuple[Reading, ...]:
        """A file, or the argument files of a folder, that belong to no project, under their paths in the repository."""
        own = parts(path)
        there = self.entry(own)
        if there is None:
            return ()
        found = self._files(there, own, ()) if there.is_folder else [own]
        return in_order((_shown(file), b"/".join(file), partial(self._read, file, ())) for file in found)

    def at(self, path: PurePosixPath) -> Entry | None:
        """What stands at a path; None where nothing does."""
        return self.entry(parts(path))

    def file(self, name: str, folder: PurePosixPath) -> Reading | None:
        """A file of a project, by its name; None where it is not there.

        Raises:
            GitError: This clone lacks what it holds.
        """
        path = parts(PurePosixPath(name))
        reading = self._read(path, parts(folder)) if self.entry((*parts(folder), *path)) else None
        if reading is not None and is_lacking(reading):
            raise left_out()
        return reading

    def submodules(self, folder: PurePosixPath) -> tuple[str, ...]:
        """The names of the submodules among the argument files of a project; their files are not in this repository."""
        top = self.entry((*parts(folder), FOLDER.encode()))
        if top is not None and top.mode == _SUBMODULE:
            return (FOLDER,)
        waiting: list[tuple[Parts, Entry]] = [((FOLDER.encode(),), top)] if top is not None and top.is_folder else []
        found = []
        while waiting:
            path, entry = waiting.pop()
            for name, below in self.folder(entry).items():
                if below.is_folder and not name.startswith(b"."):
                    waiting.append(((*path, name), below))
                elif below.mode == _SUBMODULE:
                    found.append(_shown((*path, name)))
        return tuple(sorted(found))

    def _files(self, top: Entry, where: Parts, root: Parts) -> Iterator[Parts]:
        """The paths, from the project on, of all that is called like an argument file, and of links to folders."""
        waiting = [(where, top)]
        while waiting:
            path, folder = waiting.pop()
            for name, entry in self.folder(folder).items():
                own = (*path, name)
                if name.startswith(b".") or entry.mode == _SUBMODULE:
                    continue
                if name.endswith(SUFFIX.encode()) or (entry.mode == _LINK and self._leads_to_folder(own, root)):
                    yield own
                elif entry.is_folder:
                    waiting.append((own, entry))

    def _leads_to_folder(self, path: Parts, root: Parts) -> bool:
        try:
            return self._followed((*root, *path), root)[0].is_folder
        except _NoWayError:
            return False

    def _read(self, path: Parts, root: Parts) -> Reading:
        name = _shown(path)
        try:
            entry, _ = self._followed((*root, *path), root)
        except _NoWayError as error:
            return unread(name, str(error))
        if entry.is_folder:
            return unread(name, reason(errno.EISDIR))
        if entry.mode == UNMERGED:
            return unread(name, "it is not merged yet, so no version of it is staged")
        if (name, entry.id) not in self._read_before:
            if len(self._read_before) == _MOST_READ:
                self._read_before.clear()
            data = self._objects.data(entry.id)
            self._read_before[name, entry.id] = lacking(name, entry.id) if data is None else decode(name, data)
        return self._read_before[name, entry.id]

    def _followed(self, path: Parts, root: Parts) -> tuple[Entry, Parts]:
        """What a path leads to inside a folder, and its own path.

        Raises:
            _NoWayError: It leads out of that folder, in a circle, or to nothing.
        """
        waiting = list(reversed(path))
        done: Parts = ()
        links = 0
        while waiting:
            name = waiting.pop()
            if name in (b"", b"."):
                continue
            if name == b"..":
                if not done:
                    raise _NoWayError(_OUT)
                done = done[:-1]
                continue
            found = self.entry((*done, name))
            if found is None:
                raise _NoWayError(reason(errno.ENOENT) if done[: len(root)] == root else _OUT)
            if found.mode == _LINK:
                links += 1
                target = self.data(found)
                if links > _MOST_LINKS:
                    raise _NoWayError(reason(errno.ELOOP))
                if target.startswith(b"/"):
                    raise _NoWayError(_OUT)
                waiting += reversed(target.split(b"/"))
            else:
                done = (*done, name)
        end = self.entry(done)
        if end is None or done[: len(root)] != root:
            raise _NoWayError(_OUT)
        return end, done


_OUT = "it leads out of the project"


def find_commit(objects: Objects, word: str) -> Commit | None:
    """The commit that git knows by a word; None where it knows none."""
    # What follows `:/` is a pattern for messages to its end, and always finds a commit.
    found = objects.find(word if word.startswith(":/") else f"{word}^{{commit}}")
    if found is None or found.kind != "commit":
        return None
    return Commit(found.id, found.data.split(b"\n", 1)[0].removeprefix(b"tree ").decode(), objects)


def find_tree(objects: Objects, word: str) -> Commit | None:
    """The tree that git knows by a word, such as that of a tag; None where it knows none."""
    found = objects.find(f"{word}^{{tree}}")
    return None if found is None else Commit(found.id, found.id, objects)


def parts(path: PurePosixPath) -> Parts:
    """A path from the top of a repository as git keeps it."""
    from os import fsencode

    return tuple(fsencode(part) for part in path.parts)


def _shown(path: Parts) -> str:
    return normalize("NFC", b"/".join(path).decode(errors="replace"))


def _entries(tree: Object) -> Iterator[tuple[bytes, Entry]]:
    """What a tree holds: for each name its mode in octal, a space, the name, NUL, and the bytes of an id."""
    size, at = len(tree.id) // 2, 0
    while at < len(tree.data):
        space = tree.data.index(b" ", at)
        end = tree.data.index(b"\0", space)
        yield tree.data[space + 1 : end], Entry(int(tree.data[at:space], 8), tree.data[end + 1 : end + 1 + size].hex())
        at = end + 1 + size
