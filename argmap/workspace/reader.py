"""The argument files of a project, found and read once each, and the texts that they quote."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from unicodedata import normalize

import attrs

from argmap.source.finding import Finding
from argmap.source.text import Place, SourceText, Span
from argmap.workspace.errors import OutsideError
from argmap.workspace.writing import inside

FOLDER = "arguments"
SUFFIX = ".argmap"

NOTHING_CAME = "nothing came through it"
_NOT_READ = "A001"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_ENCODINGS = (
    ("UTF-32", (b"\xff\xfe\0\0", b"\0\0\xfe\xff")),
    ("UTF-16", (b"\xff\xfe", b"\xfe\xff")),
)
"""Other encodings, by the marks with which a text in them begins."""
_STAND_INS = (
    (
        re.compile(rb"version https://(?:git-lfs|hawser)\.github\.com/spec/"),
        "its text is kept by Git LFS, and only a pointer to it is here: `git lfs pull` fetches it",
    ),
    (
        re.compile(rb"/annex/objects/|\.\.?/[^\n]*\.git/annex/objects/"),
        "its text is kept by git-annex, and only a pointer to it is here",
    ),
    (re.compile(rb"\0GITCRYPT\0"), "it is encrypted by git-crypt, and the repository is locked"),
    (
        re.compile(rb"[^\s:]{1,4096}\.argmap\Z"),
        "it holds a path and no text, as a symbolic link does where git may not make one",
    ),
    (re.compile(rb"\0+\Z"), "it holds nothing but NUL, as a file does after a crash"),
)
"""What stands in a file whose text is elsewhere, or lost; none of it is an argument."""
_MOST_STREAMED = 100_000_000
_PIECE = 65536
_SECONDS_TO_BEGIN = 1
_BEGIN = 256
"""Bytes from which an encoding can be told."""
# Without O_NONBLOCK, opening a pipe waits for somebody to write into it.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
# In our own words, since those of a system differ from machine to machine.
_REASONS: Mapping[int | None, str] = {
    errno.ENOENT: "it leads to a file that does not exist",
    errno.ELOOP: "its symbolic links form a circle",
    errno.EACCES: "reading it is not permitted",
    errno.EPERM: "reading it is not permitted",
    errno.EISDIR: "it is not a regular file",
    errno.ENOTDIR: "it is not a folder",
    errno.ENAMETOOLONG: "its path is too long",
}


@attrs.frozen(kw_only=True)
class Reading:
    """What reading one file gave; there is always a text, if only an empty one.

    Attributes:
        source: The text, without a byte order mark; what could not be decoded is U+FFFD.
        findings: Why it is not intact.
        digest: BLAKE2b of the bytes as they are in the file, in hexadecimal; empty where it could not be read.
        path: Where it was read, which may be spelt in another Unicode form than the name; None for text from nowhere.
        intact: True where the text says all that the file does, so that the file may be written again from it.
    """

    source: SourceText
    findings: tuple[Finding, ...] = ()
    digest: str = ""
    intact: bool = True
    path: Path | None = attrs.field(default=None, eq=False, repr=False)


def read_arguments(root: Path) -> tuple[Reading, ...]:
    """All argument files of the project, sorted by name in the same order on every machine.

    Hidden files and folders are left alone.  What could be meant as an argument file and is none is in the result too,
    with a finding and an empty text: a link out of the project or to a folder, a folder or a pipe called ``*.argmap``,
    a file or folder that may not be read.
    """
    if (root / FOLDER).is_file():
        return (unread(FOLDER, reason(errno.ENOTDIR)),)
    return in_order((name, os.fsencode(path), partial(read_file, path, name, root)) for name, path in _files(root))


def in_order(found: Iterable[tuple[str, bytes, Callable[[], Reading]]]) -> tuple[Reading, ...]:
    """Files that were found, read in the order of all argument files.

    Args:
        found: The name of each, its path as it is spelt where it was found, and how to read it.
    """
    readings: list[Reading] = []
    for name, _, read in sorted(found, key=lambda item: (item[0].split("/"), item[1])):
        if readings and readings[-1].source.name == name:
            readings.append(unread(name, "another file has the same name in another Unicode form"))
        else:
            readings.append(read())
    return tuple(readings)


def read_file(path: Path, name: str, root: Path) -> Reading:
    """One file under the name that people know it by; whatever goes wrong is a finding at its first character."""
    try:
        return attrs.evolve(decode(name, read_bytes(path, root)), path=path)
    except OutsideError:
        return unread(name, "it leads out of the project")
    except OSError as error:
        return unread(name, reason(error.errno))


def is_stream(path: Path) -> bool:
    """Whether a path is a pipe, as a shell makes of ``<(...)``, or a device, such as a terminal."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or (stat.S_ISCHR(mode) and str(path) != os.devnull)


def read_stream(path: Path, name: str) -> Reading:
    """What comes through a pipe or a device that somebody named, to its end; it can be read once.

    It waits for whoever writes into it, but not long for somebody to begin.
    """
    try:
        data = _streamed(path)
    except OSError as error:
        return unread(name, reason(error.errno))
    if data is None:
        return unread(name, f"more than {_MOST_STREAMED:,} bytes came through it")
    return decode(name, data) if data else unread(name, NOTHING_CAME)


def _streamed(path: Path) -> bytes | None:
    """All bytes that come; None where there are too many."""
    from select import select
    from time import monotonic, sleep

    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    found: list[bytes] = []
    size, begun = 0, monotonic()
    try:
        while size <= _MOST_STREAMED:
            try:
                piece = os.read(descriptor, _PIECE)
            except BlockingIOError:
                select([descriptor], [], [])
                continue
            if piece:
                found.append(piece)
                size += len(piece)
            elif found or monotonic() - begun > _SECONDS_TO_BEGIN:
                return b"".join(found)
            else:
                # Either nobody has opened it yet, or all who had are gone, and nothing tells which.
                sleep(_SECONDS_TO_BEGIN / 100)
        return None
    finally:
        os.close(descriptor)


def read_bytes(path: Path, root: Path) -> bytes:
    """The bytes of a regular file; never waits for a pipe or a device.

    Raises:
        OutsideError: The path leads out of `root`.
        OSError: There is no such file, it is not a regular one, or it may not be read.
    """
    path.stat()
    descriptor = os.open(inside(path, root), _READ)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise IsADirectoryError(errno.EISDIR, "not a regular file")
        with open(descriptor, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(descriptor)


def decode(name: str, data: bytes) -> Reading:
    """The text of a file's bytes, which should be UTF-8; the first byte that is not gets the finding.

    Of a file that stands for a text which is elsewhere there is none.
    """
    for stand_in, why in _STAND_INS:
        if stand_in.match(data):
            return unread(name, why)
    digest = digest_of_bytes(data)
    content = data.removeprefix(BYTE_ORDER_MARK)
    encoding = _other_encoding(data)
    try:
        text, bad = content.decode(), 0
        if not encoding:
            return Reading(source=SourceText(name, text), digest=digest)
    except UnicodeDecodeError as error:
        text, bad = content.decode(errors="replace"), error.start
    # What is plainly another encoding is nothing to read on in: each of its characters would be a finding.
    start = 0 if encoding else len(content[:bad].decode())
    text = "" if encoding else text
    finding = Finding(
        code=_NOT_READ,
        message=f"this is {encoding}, and not UTF-8"
        if not bad and encoding
        else f"byte 0x{content[bad]:02X} is not UTF-8",
        place=Place(name, Span(start, min(start + 1, len(text)))),
        label="from here on the file may be in another encoding",
        help=f"save the file as UTF-8{f'; it looks like {encoding}' if encoding else ''}",
    )
    return Reading(source=SourceText(name, text), findings=(finding,), digest=digest, intact=False)


def _other_encoding(data: bytes) -> str:
    """The encoding of which a text plainly is, be it by its mark or since every other byte is NUL; empty for none."""
    marked = next((encoding for encoding, marks in _ENCODINGS if data.startswith(marks)), "")
    begin = data[:_BEGIN]
    halves = [set(begin[start::2]) == {0} for start in (0, 1)]
    return marked or ("UTF-16" if len(begin) > 3 and any(halves) else "")


def digest_of(path: Path) -> str:
    """The digest of what a file holds now, as `Reading` has it; empty where it cannot be read."""
    try:
        return digest_of_bytes(path.read_bytes())
    except OSError:
        return ""


def digest_of_bytes(data: bytes) -> str:
    """The digest of some bytes, as `Reading` has it."""
    from hashlib import blake2b

    return blake2b(data, digest_size=32).hexdigest()


def shown_name(path: Path, root: Path) -> str:
    """The path by which people know a file: relative to the project, forward slashes, NFC."""
    relative = path.relative_to(root).as_posix()
    return normalize("NFC", as_text(relative))


def as_text(name: str) -> str:
    """A name or a word as the UTF-8 text that it is, whatever the locale takes it for.

    What is not UTF-8 has surrogates in a name, which no output could take.
    """
    return os.fsencode(name).decode(errors="replace")


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Everything that is called like an argument file, and every folder that cannot be looked into."""
    waiting = [root / FOLDER]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(inside(folder, root)) as listing:
                entries = [
                    (entry.name, entry.is_dir(follow_symlinks=False), _is_link_to_folder(entry)) for entry in listing
                ]
        except OSError:
            yield shown_name(folder, root), folder
            continue
        for name, is_folder, is_link in entries:
            if name.startswith("."):
                continue
            if name.endswith(SUFFIX) or is_link:
                yield shown_name(folder / name, root), folder / name
            elif is_folder:
                waiting.append(folder / name)


def _is_link_to_folder(entry: os.DirEntry[str]) -> bool:
    """Such a link is never followed, since it may lead round in a circle."""
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:
        return False


def reason(number: int | None) -> str:
    """Why a file cannot be read, by the number of the system's error."""
    return _REASONS.get(number, "the system refuses to read it")


def reason_of(error: OSError) -> str:
    """Why the system did not do something, in few words."""
    return error.strerror[:1].lower() + error.strerror[1:] if error.strerror else str(error)


def unread(name: str, why: str) -> Reading:
    """A file without a text, and why; for people who look at its name."""
    place = Place(name, Span(0, 0))
    finding = Finding(code=_NOT_READ, message="this file cannot be read", place=place, label=why)
    return Reading(source=SourceText(name, ""), findings=(finding,), intact=False)
