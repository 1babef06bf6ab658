"""The folder of renders: what in it is missing, stale or left over, and putting that right.

Files of other people may stand in it.  Only a file that argmap wrote and nobody touched since is ever removed, and
only one that argmap made is ever replaced (see `integrity_footer`).  What git left in conflict is what it was on either
side: where argmap made both, it is made anew, and where one is somebody's own, it stays.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from enum import Enum
from functools import partial
from pathlib import Path
from unicodedata import category, is_normalized, normalize

import attrs

from argmap.merge.conflict_sides import conflict_sides
from argmap.workspace.errors import ChangedError, OutsideError, UnsafeNameError
from argmap.workspace.integrity_footer import FOOTED, HEADED, begins_mark, footer_fits, has_footer, plain, with_footer
from argmap.workspace.reader import read_bytes, reason_of
from argmap.workspace.writing import inside, write_atomically

FOLDER = "renders"

_STAMP = re.compile(rb"""<svg\b[^>]*\sdata-argmap-dot="([^"]*)\"""")
_BEGINNING = b'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="'
_HEAD = 4096
_LARGEST = 16_000_000
"""Bytes of a file of another kind up to which conflict marks are looked for in it."""
_NOTHING = b"\0 \t\n"
"""What a crash may leave in a file of which nothing was written."""
# Windows has these as devices in every folder, whatever the ending.
_DEVICES = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|\Z)")
_NAME_BYTES = 255


class Keep(Enum):
    """Stands for the content of a render that need not be drawn again."""

    UNCHANGED = "unchanged"


Wanted = Mapping[str, bytes | Keep]
"""Content by name relative to the folder, with forward slashes."""

Versions = Callable[[str], Sequence[bytes]]
"""By the name of a render, what git has of it on the sides of a merge; nothing where that is not known."""


class State(Enum):
    """In what way a render is not as it should be; of a foreign file, or a conflict, argmap keeps its hands off."""

    MISSING = "missing"
    STALE = "stale"
    LEFT_OVER = "left over"
    FOREIGN = "not made by argmap"
    CONFLICT = "left in conflict by git"

    @property
    def stays(self) -> bool:
        """Whether somebody else has to put it right."""
        return self in (State.FOREIGN, State.CONFLICT)


@attrs.frozen
class Change:
    """One file that is not as it should be, and the bytes that it should have, with their footer.

    Attributes:
        in_conflict: Whether git left marks in it.
    """

    name: str
    state: State
    data: bytes = attrs.field(default=b"", repr=False)
    in_conflict: bool = False


@attrs.frozen
class Renders:
    """A folder of renders that must stay inside another, usually the project.

    Attributes:
        folder: Made when first needed.
        root: What no name and no symbolic link may lead out of.
        unmerged: What to ask for the sides of a file in conflict.
    """

    folder: Path
    root: Path
    unmerged: Versions = lambda name: ()  # noqa: ARG005

    def intact(self, name: str) -> bytes:
        """A render as argmap wrote it; empty where it is missing, or somebody changed it since."""
        try:
            content = read_bytes(self._path(name), self.root)
        except OSError:
            return b""
        return content if footer_fits(name, content) else b""

    def changed(self, wanted: Wanted) -> tuple[Change, ...]:
        """What of the wanted files is missing, stale or foreign, by name.

        Raises:
            UnsafeNameError: A name is not safe everywhere, or two differ in case only.
        """
        _check_together(wanted)
        states = ((name, self._state(name, content)) for name, content in sorted(wanted.items()))
        return tuple(
            Change(name, state, _bytes(name, wanted[name]), self._is_in_conflict(name, state))
            for name, state in states
            if state is not None
        )

    def left_over(self, names: Collection[str]) -> tuple[Change, ...]:
        """The files that are not among these names and that argmap wrote, or git left in conflict, by name."""
        states = ((name, self._state_beside(name)) for name in sorted(self._files()) if name not in names)
        return tuple(Change(name, state) for name, state in states if state is not None)

    def apply(self, changes: Iterable[Change]) -> dict[str, str]:
        """Remove what is left over, then write what is missing or stale, each file at once or not at all.

        Each is looked at again right before: what somebody put in its place meanwhile stays.

        Returns:
            Why a file was not written, by name; such a file is as it was.

        Raises:
            OutsideError: The folder, or a link in it, leads out of the root.
            FileNotFoundError: A file that was to stay unchanged is missing.
            OSError: A folder cannot be made.
        """
        changes = tuple(changes)
        # Where case is not told apart, a file left over may be the one that is to be written: so removal comes first.
        for change in changes:
            if change.state is State.LEFT_OVER:
                self._remove(change.name)
        new = [change for change in changes if change.state in (State.MISSING, State.STALE)]
        for parent in sorted({inside(self._path(change.name).parent, self.root) for change in new}):
            parent.mkdir(parents=True, exist_ok=True)
        failures = {}
        for change in new:
            if not change.data:
                raise FileNotFoundError(f"{change.name} was to stay unchanged and is missing")
            try:
                write_atomically(self._path(change.name), change.data, self.root, still=partial(_is_ours, change.name))
            except OutsideError:
                raise
            except ChangedError:
                failures[change.name] = "somebody else wrote it meanwhile, and it stays as it is"
            except OSError as error:
                failures[change.name] = reason_of(error)
        return failures

    def _path(self, name: str) -> Path:
        return self.folder / checked_name(name)

    def _state(self, name: str, content: bytes | Keep) -> State | None:
        try:
            there = read_bytes(self._path(name), self.root)
        except FileNotFoundError:
            return State.MISSING
        except OSError:
            return State.FOREIGN
        # Where it is only looked at, what would have to be drawn is empty: nothing there is as it should be.
        if content is Keep.UNCHANGED or (content and plain(there) == _bytes(name, content)):
            return None
        return State.STALE if was_ours(name, there) else State.FOREIGN

    def _is_in_conflict(self, name: str, state: State) -> bool:
        if state is State.MISSING:
            return False
        with suppress(OSError):
            return conflict_sides(plain(read_bytes(self._path(name), self.root))) is not None
        return False

    def _state_beside(self, name: str) -> State | None:
        """How it is with a file that is not wanted."""
        path = self.folder / name
        try:
            if not name.endswith((*FOOTED, *HEADED)) and path.stat().st_size > _LARGEST:
                return None
            there = read_bytes(path, self.root)
        except OSError:
            return None
        sides = conflict_sides(plain(there))
        if sides is None:
            return State.LEFT_OVER if _is_safe_and_fits(name, there) else None
        # What git merged is on neither side as it was there, so no footer fits that: git is asked.
        versions = self.unmerged(name)
        ours = bool(versions) and all(_is_safe_and_fits(name, version) for version in versions)
        return State.LEFT_OVER if ours and was_ours(name, there) else State.CONFLICT

    def _files(self) -> Iterator[str]:
        """Every file below the folder by its name, links and what is hidden left out."""
        waiting = [self.folder]
        while waiting:
            folder = waiting.pop()
            with suppress(OSError), os.scandir(inside(folder, self.root)) as entries:
                for entry in entries:
                    path = folder / entry.name
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        yield normalize("NFC", path.relative_to(self.folder).as_posix())

    def _remove(self, name: str) -> None:
        path = self.folder / name
        # It is looked at again, since it may have been edited since the change was found.
        if self._state_beside(name) is not State.LEFT_OVER:
            return
        path.unlink()
        with suppress(OSError):
            if path.parent != self.folder:
                path.parent.rmdir()


def _is_ours(name: str, path: Path) -> bool:
    """Whether nothing is there, or something that argmap made once."""
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return was_ours(name, there)


def was_ours(name: str, content: bytes) -> bool:
    """Whether argmap made it, whatever happened to it since; of a file in conflict, both of its sides."""
    content = plain(content)
    return all(_has_mark(name, side) for side in conflict_sides(content) or (content,))


def _has_mark(name: str, content: bytes) -> bool:
    if not content.strip(_NOTHING) or has_footer(content) or begins_mark(name, content):
        return True
    # A picture of ours may stand in somebody's own page or drawing, but not at its beginning; what was cut off in its
    # first line has no stamp yet.
    begun = _BEGINNING.startswith(content) or (content.startswith(_BEGINNING) and content.count(b">") == 1)
    return name.endswith(FOOTED) and (begun or _STAMP.search(content, 0, _HEAD) is not None)


def _is_safe_and_fits(name: str, content: bytes) -> bool:
    with suppress(UnsafeNameError):
        return footer_fits(checked_name(name), content)
    return False


def checked_name(name: str) -> str:
    """The name, if it stays in its folder and a file can have it on Linux, macOS and Windows alike.

    Raises:
        UnsafeNameError: It cannot.
    """
    if not name.endswith((*FOOTED, *HEADED)):
        raise UnsafeNameError(f"`{name}` is not a kind of render: {', '.join((*FOOTED, *HEADED))}")
    if not is_normalized("NFC", name) or not all(map(_is_safe, name.split("/"))):
        raise UnsafeNameError(f"`{name}` is not a name that a file can have everywhere")
    return name


def _is_safe(part: str) -> bool:
    return (
        bool(part)
        and not part.startswith(".")
        and not part.endswith((".", " "))
        and not set(part) & set('\\:*?"<>|')
        and not any(category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in part)
        and not _DEVICES.match(part.casefold())
        and len(part.encode(errors="replace")) <= _NAME_BYTES
    )


def _check_together(names: Iterable[str]) -> None:
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(name.casefold(), checked_name(name))
        if other != name:
            raise UnsafeNameError(f"`{other}` and `{name}` are one file where case is not told apart")


def _bytes(name: str, content: bytes | Keep) -> bytes:
    return b"" if isinstance(content, Keep) else with_footer(name, content)
