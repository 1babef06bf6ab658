"""Results kept between runs, in a folder of the user's own that may be deleted at any time.

An entry is found by a key made of everything that it was computed from, so an entry is right or it is not found.  A
damaged entry, a full disk, a missing folder: all of these are a miss, never an error.

Entries are data and never run.  But whoever can write one decides what argmap reports, so a folder counts only where it
is the user's own: no folder of somebody else, none that others may write to, none behind a symbolic link, and none that
comes with the project.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from operator import attrgetter
from pathlib import Path

import attrs

from argmap import __version__
from argmap.workspace.writing import replace, sweep

FORMAT = 1
"""Counts up whenever the same key would mean other bytes."""

_KEY = re.compile(r"[0-9a-f]{64}")
_HEADER = b"argmap-cache %s\n"
_DIGEST_SIZE = 32
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def key_of(parts: Iterable[bytes]) -> str:
    """A key for everything that a result depends on: BLAKE2b over the parts, their lengths, and argmap itself."""
    from hashlib import blake2b

    digest = blake2b(f"{__version__} {FORMAT}\n".encode(), digest_size=_DIGEST_SIZE)
    for part in (*_program(), *parts):
        # With its length before each part, no two lists of parts run together to the same bytes.
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def content_of(value: object) -> bytes:
    """A record with all that it holds, places included, as bytes for a key: two records have the same ones if and
    only if they are of one class and hold the same.
    """
    import json

    return json.dumps(value, default=_fields, separators=(",", ":")).encode()


def _fields(value: frozenset[str] | attrs.AttrsInstance) -> object:
    """What JSON has no word for, as its class and what is in it."""
    if isinstance(value, frozenset):
        return "frozenset", sorted(value)
    kind = type(value)
    if kind not in _READERS:
        _READERS[kind] = attrgetter(*(field.name for field in attrs.fields(kind)))
    return kind.__module__, kind.__qualname__, _READERS[kind](value)


_READERS: dict[type, Callable[[object], object]] = {}
"""For each class of records, what takes all fields of one; finding them anew for each would take ten times as long."""


@cache
def _program() -> tuple[bytes, ...]:
    """What tells one state of argmap's own files from another, since a version is worked on before it is released."""
    package = Path(__file__).parents[1]
    if not package.is_dir():
        # Then argmap is in a zip file, and that is what tells.
        return tuple(_state(archive.name, archive.stat()) for archive in package.parents if archive.is_file())
    waiting = [package]
    found = []
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        waiting.append(Path(entry.path))
                else:
                    found.append(_state(entry.name, entry.stat()))
    return tuple(sorted(found))


def _state(name: str, status: os.stat_result) -> bytes:
    return f"{name} {status.st_size} {status.st_mtime_ns}".encode()


def cache_folder(environment: Mapping[str, str], home: Path, platform: str = sys.platform) -> Path | None:
    """Where this system keeps such files, or where ``ARGMAP_CACHE`` says; None where that is empty: no cache."""
    if "ARGMAP_CACHE" in environment:
        named = environment["ARGMAP_CACHE"]
        return Path(named).absolute() if named else None
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return Path(local) / "argmap" / "cache" if local else None
    if platform == "darwin":
        return home / "Library" / "Caches" / "argmap"
    named = environment.get("XDG_CACHE_HOME", "")
    # The XDG base directory specification says that a relative path is to be ignored.
    return (Path(named) if named.startswith("/") else home / ".cache") / "argmap"


def distrusted(folder: Path, root: Path | None, home: Path) -> str:
    """Why results must not be kept in a folder; empty where they may.

    Args:
        folder: Of the cache, there or not.
        root: The project that is read, if any: what lies in it came with it, be it from a pull request.
        home: Of the user; a project around it does not make its cache foreign.
    """
    if root is not None and folder.is_relative_to(root) and not home.is_relative_to(root):
        return "it lies in the project"
    return _foreign(folder)


def _foreign(folder: Path) -> str:
    """Why a folder is not the user's own; empty where it is, or there is none."""
    try:
        status = folder.lstat()
    except FileNotFoundError:
        return ""
    except OSError:
        return "it cannot be looked at"
    if stat.S_ISLNK(status.st_mode):
        return "it is a symbolic link"
    if not stat.S_ISDIR(status.st_mode):
        return "it is not a folder"
    if hasattr(os, "geteuid"):
        if status.st_uid != os.geteuid():
            return "it belongs to somebody else"
        if status.st_mode & _WRITABLE_BY_OTHERS:
            return "others may write to it"
    return ""


@attrs.frozen(eq=False, repr=False)
class Cache:
    """Bytes by key, shared by any number of processes; without a folder it holds nothing.

    Entries stand in sixteen shelves by the first digit of their key.  What is put onto a shelf pushes its least
    recently used entries off it, so the whole is never more than 16 times a shelf.

    Attributes:
        folder: Made when first needed.
        shelf_entries: How many entries a shelf may hold.
        shelf_bytes: How many bytes they may take together; a larger result is not kept at all.
        refusal: Why there is no folder, where one was asked for; a sentence for people, without a full stop.
    """

    folder: Path | None
    shelf_entries: int = 64
    shelf_bytes: int = 16 * 1024 * 1024
    refusal: str = ""

    def get(self, key: str) -> bytes | None:
        """What was put under a key, if it is still there and whole."""
        path = self._path(key)
        if path is None:
            return None
        try:
            header, _, data = _read(path).partition(b"\n")
            if header + b"\n" != _header(data):
                return None
            os.utime(path)
        except OSError:
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key, if that is possible."""
        path = self._path(key)
        if path is None or self.folder is None or len(data) > self.shelf_bytes:
            return
        with suppress(OSError):
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            for folder in (self.folder, path.parent):
                folder.mkdir(mode=0o700, exist_ok=True)
                if _foreign(folder):
                    return
            replace(path, _header(data) + data)
            self._tidy(path)

    def _path(self, key: str) -> Path | None:
        return self.folder / key[0] / key if self.folder is not None and _KEY.fullmatch(key) else None

    def _tidy(self, newest: Path) -> None:
        sweep(newest.parent)
        kept, size = 1, newest.stat().st_size
        for _, other, path in sorted(_entries(newest), reverse=True):
            kept, size = kept + 1, size + other
            if kept > self.shelf_entries or size > self.shelf_bytes:
                with suppress(OSError):
                    path.unlink()


def user_cache(root: Path | None) -> Cache:
    """The cache of whoever runs argmap; none where its folder is not the user's own.

    Args:
        root: The project that is read, if any.
    """
    try:
        home = Path.home()
    except RuntimeError:
        return Cache(None)
    folder = cache_folder(os.environ, home)
    if folder is None:
        return Cache(None)
    why = distrusted(folder, root, home)
    if why:
        return Cache(None, refusal=f"the cache folder {folder} is not used, since {why}")
    return Cache(folder)


def _read(path: Path) -> bytes:
    """The bytes of an entry.

    Raises:
        OSError: It is not there, is no regular file of the user's, or stands on a shelf that is not.
    """
    if _foreign(path.parent):
        raise OSError
    descriptor = os.open(path, _READ)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a path has no descriptor
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or (hasattr(os, "geteuid") and status.st_uid != os.geteuid()):
            raise OSError
        return file.read()


def _header(data: bytes) -> bytes:
    from hashlib import blake2b

    return _HEADER % blake2b(data, digest_size=_DIGEST_SIZE).hexdigest().encode()


def _entries(newest: Path) -> list[tuple[int, int, Path]]:
    """When used, how large, and where: every other entry on the shelf; only files that are named as entries are."""
    found = []
    with os.scandir(newest.parent) as listing:
        for entry in listing:
            if _KEY.fullmatch(entry.name) and entry.name != newest.name and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    found.append((status.st_mtime_ns, status.st_size, newest.parent / entry.name))
    return found
