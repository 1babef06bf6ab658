"""Writing files so that a crash, a full disk or a second process leaves the old bytes or the new ones."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from argmap.workspace.errors import ChangedError, OutsideError, UnwritableError

Data = bytes | Callable[[], Iterable[bytes]]
"""What a file shall hold: all of it, or what makes its pieces, the same ones whenever it is asked."""

_TEMPORARY = re.compile(r"\.argmap-writing-[0-9a-f]{16}\.tmp")
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_ATTEMPTS = 3

_FEW = 100
"""Entries of a folder that can be looked through at every write."""
_writes_until_swept: dict[Path, int] = {}
"""By folder, how many more writes it can go without."""

written: list[Path] = []
"""The files of people that this process replaced, in that order; what it keeps for itself is not among them."""


def inside(path: Path, folder: Path) -> Path:
    """The path with every symbolic link followed, which is in the folder or the folder itself.

    Raises:
        OutsideError: It leads elsewhere, or in a circle.
    """
    try:
        real = path.resolve()
        contained = real.is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError) as error:
        raise OutsideError(f"{path} leads nowhere") from error
    if not contained:
        raise OutsideError(f"{path} leads out of {folder}")
    return real


def linked_out(path: Path, folder: Path) -> bool:
    """Whether a path goes through a symbolic link in a folder that leads out of it.

    A path may well leave the folder by its own words; what stands in the folder, and may have come with it, must not
    lead it anywhere else.
    """
    try:
        folder = folder.resolve()
        absolute = Path.cwd() / path
        here = Path(absolute.anchor)
        for part in absolute.parts[1:]:
            following = (here / part).resolve()
            if part != ".." and here.is_relative_to(folder) and not following.is_relative_to(folder):
                return True
            here = following
    except (OSError, RuntimeError, ValueError):
        return True
    return False


def write_atomically(
    path: Path,
    data: Data,
    folder: Path,
    *,
    still: Callable[[Path], bool] = lambda path: True,  # noqa: ARG005
) -> bool:
    """Make the file hold these bytes and nothing else; True where it did not hold them before.

    The bytes are written to a new file beside it, forced to the disk, and moved into its place.  An existing file
    keeps its mode, and a symbolic link stays one: what it leads to is replaced.  What a killed process left
    half-written in that folder is swept away first, since most often this is that very write, begun again.

    Args:
        path: The file.
        data: What it shall hold.
        folder: What the path must not lead out of.
        still: Asked at the last moment, with the path that will be replaced: whether what stands there, or that
            nothing does, is still what the caller knows of.

    Raises:
        OutsideError: The path leads out of `folder`.
        UnwritableError: It is a directory or a device, or a file that may not be written.
        ChangedError: `still` said no; then the file is as it was.
        OSError: The disk said no; then the file is as it was.
    """
    target = inside(path, folder)
    mode = _mode_of(target)
    if mode is not None and _holds(target, data):
        return False
    if mode is not None and not os.access(target, os.W_OK):
        raise UnwritableError(f"{path} may not be written")
    _sweep_now_and_then(target.parent)
    replace(target, data, mode=mode, durable=True, still=still)
    written.append(path)
    return True


def replace(
    target: Path,
    data: Data,
    *,
    mode: int | None = None,
    durable: bool = False,
    still: Callable[[Path], bool] = lambda path: True,  # noqa: ARG005
) -> None:
    """Move new bytes into the place of a file, all at once; `durable` also waits until the disk has them.

    Raises:
        ChangedError: `still`, asked right before, said no; then the file is as it was.
        OSError: The disk said no; likewise.
    """
    for attempt in range(_ATTEMPTS):
        temporary = target.parent / f".argmap-writing-{os.urandom(8).hex()}.tmp"
        try:
            _write_new(temporary, data, mode, durable)
            if not still(target):
                raise ChangedError(f"{target} was changed meanwhile")
            os.replace(temporary, target)  # noqa: PTH105 - so that a test can make this very step fail
            break
        except FileNotFoundError:
            # Another process may have swept the file in the moment before it was locked.
            if attempt + 1 == _ATTEMPTS or not target.parent.is_dir():
                raise
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
    if durable:
        _sync_folder(target.parent)


def _sweep_now_and_then(folder: Path) -> None:
    """Sweep a folder before the first write, and then after as many as it has entries: else each costs as many."""
    left = _writes_until_swept.get(folder, 0)
    if left > 0:
        _writes_until_swept[folder] = left - 1
        return
    sweep(folder)
    with suppress(OSError), os.scandir(folder) as entries:
        count = sum(1 for _ in entries)
        _writes_until_swept[folder] = count if count > _FEW else 0


def sweep(folder: Path) -> int:
    """Remove what killed processes left half-written in a folder; how many files that were.

    Only files with the name of our own temporaries go, and none that a living process is still writing.
    """
    swept = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    swept += _remove_if_abandoned(entry.path)
    return swept


def _write_new(path: Path, data: Data, mode: int | None, durable: bool) -> None:
    descriptor = os.open(path, _NEW_FILE, 0o666)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a path has no descriptor
        _lock(descriptor)
        file.writelines(_pieces(data))
        file.flush()
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        if durable:
            os.fsync(descriptor)


def _mode_of(path: Path) -> int | None:
    """The permissions of the file that will be replaced; None where there is none yet."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise UnwritableError(f"{path} is not a file")
    return stat.S_IMODE(found.st_mode)


def _holds(path: Path, data: Data) -> bool:
    try:
        if isinstance(data, bytes) and path.stat().st_size != len(data):
            return False
        with path.open("rb") as file:
            return all(file.read(len(piece)) == piece for piece in _pieces(data)) and not file.read(1)
    except OSError:
        return False


def _pieces(data: Data) -> Iterable[bytes]:
    return (data,) if isinstance(data, bytes) else data()


def _lock(descriptor: int) -> bool:
    """Mark an open file as one that a living process writes; the lock goes with the process, however it ends."""
    try:
        import fcntl
    except ImportError:
        # Windows lets nobody remove a file that is open, which is all that the lock is for.
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _remove_if_abandoned(path: str) -> bool:
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        abandoned = _lock(descriptor)
        if abandoned and os.name == "posix":
            os.unlink(path)  # noqa: PTH108 - the lock is on this very name
    finally:
        os.close(descriptor)
    if abandoned and os.name != "posix":
        os.unlink(path)  # noqa: PTH108
    return abandoned


def _sync_folder(folder: Path) -> None:
    """The move itself is on the disk only when the folder is; not every system can say that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
