"""The source texts that documents quote: files in one folder, which are plain text or said to be none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import attrs

from argmap.language.ids import normal
from argmap.source.finding import Finding
from argmap.source.text import Place, SourceText, Span
from argmap.workspace.errors import OutsideError
from argmap.workspace.reader import Reading, decode, read_bytes, reason

_KINDS = (
    (b"%PDF-", "is a PDF, and no plain text"),
    (b"%!PS", "is a PostScript file, and no plain text"),
    (b"{\\rtf", "is an RTF file, and no plain text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a file of an old word processor, and no plain text"),
    (b"\x1f\x8b", "is a compressed file, and no plain text"),
    (b"BZh", "is a compressed file, and no plain text"),
    (b"\xfd7zXZ\x00", "is a compressed file, and no plain text"),
    (b"7z\xbc\xaf\x27\x1c", "is an archive, and no plain text"),
    (b"AT&TFORM", "is a DjVu file, and no plain text"),
    (b"\x89PNG", "is a picture, and no text"),
    (b"\xff\xd8\xff", "is a picture, and no text"),
    (b"GIF8", "is a picture, and no text"),
    (b"II*\x00", "is a picture, and no text"),
    (b"MM\x00*", "is a picture, and no text"),
    (b"version https://git-lfs.github.com/spec/", "is a pointer of Git LFS, and its text is not here"),
)
"""How files begin that are no text, and what is said of them."""
_ZIP = b"PK\x03\x04"
_IN_ZIP = (
    (b"word/", "is a DOCX file, and no plain text"),
    (b"application/epub+zip", "is an EPUB, and no plain text"),
    (b"application/vnd.oasis", "is an ODT file, and no plain text"),
)
_HEAD = 4096
"""Bytes in which a file shows what it is."""
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def read_sources(folder: Path, names: Iterable[str]) -> tuple[Reading, ...]:
    """The source texts that are there, plain files in one folder, by name in NFC, each decoded as far as it goes.

    One that is no text, or cannot be read, has an empty text and a finding whose label says what it is.  A name with a
    path in it is passed over: a document can name a file in the folder of sources and no other.
    """
    readings = []
    for name in sorted(set(names)):
        if name != PurePosixPath(name).name or "\\" in name or ":" in name or name in ("", ".", ".."):
            continue
        reading = _read(folder / name, normal(name), folder)
        if reading is not None:
            readings.append(reading)
    return tuple(readings)


def _read(path: Path, name: str, folder: Path) -> Reading | None:
    """None where the name leads to nothing in the folder."""
    try:
        data = read_bytes(path, folder)
    except (OutsideError, FileNotFoundError):
        return None
    except OSError as error:
        return _no_text(name, f"cannot be read: {reason(error.errno)}")
    reading = decode(name, data)
    why = no_text(data)
    if why:
        return attrs.evolve(_no_text(name, why), digest=reading.digest)
    if reading.intact:
        return reading
    line = reading.source.position(reading.findings[0].place.span.start).line
    why = f"is UTF-8 in part only, and not on line {line}"
    return attrs.evolve(reading, findings=(attrs.evolve(reading.findings[0], label=why),))


def no_text(data: bytes) -> str:
    """What a file is that is no plain text, as the end of a sentence; empty for a text in any encoding but UTF-16."""
    start = data[:_HEAD].lstrip()
    for mark, why in _KINDS:
        if data.startswith(mark) or (len(mark) > 3 and start.startswith(mark)):
            return why
    if data.startswith(_ZIP):
        found = (why for mark, why in _IN_ZIP if mark in data)
        return next(found, "is an archive, and no plain text")
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return f"is in {encoding}, and a source is in UTF-8"
    zeros = data[: 2 * _HEAD].count(0)
    if zeros:
        is_wide = zeros * 3 > len(data[: 2 * _HEAD])
        return "looks like UTF-16, and a source is in UTF-8" if is_wide else "is a binary file, and no text"
    return ""


def _no_text(name: str, why: str) -> Reading:
    finding = Finding(code="A001", message="this file is no text", place=Place(name, Span(0, 0)), label=why)
    return Reading(source=SourceText(name, ""), findings=(finding,), intact=False)
