"""The source texts that documents quote: files in one folder, each a text, with a text in it, or said to have none.

What a file is, its bytes tell; the ending of its name only tells a page of HTML that begins with words from plain text.
What is taken out of a file is kept, so that the same bytes are gone through once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import attrs

from argmap.language.ids import normal
from argmap.source.finding import Finding
from argmap.source.text import Extraction, Place, SourceText, Span
from argmap.workspace.cache import Cache, key_of, user_cache
from argmap.workspace.errors import NoProjectError, OutsideError
from argmap.workspace.project_files import find_root
from argmap.workspace.reader import Reading, decode, digest_of_bytes, read_bytes, reason

if TYPE_CHECKING:
    from argmap.workspace.extraction.lines import Extracted

_KINDS = (
    (b"%!PS", "is a PostScript file, and no plain text"),
    (b"{\\rtf", "is an RTF file, and no plain text"),
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
_PDF, _PDF_WITHIN = b"%PDF-", 1024
"""How a PDF begins, and within how many bytes what is called one does."""
_ZIP = b"PK\x03\x04"
_IN_ZIP = (
    (b"xl/workbook", "is a workbook, and no text"),
    (b"ppt/", "is a file of slides, and no plain text"),
    (b"application/vnd.oasis", "is an ODT file, and no plain text"),
)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 4096
"""Bytes in which a file shows what it is."""
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_MOST_BYTES = 200_000_000
_MOST_HTML = 50_000_000


class _Extractor(NamedTuple):
    """What takes the text out of files of one form.

    Attributes:
        reader: What it reads them with, with its version; it may change what the text is.
    """

    form: str
    reader: str
    extract: Callable[[bytes], Extracted]


def read_sources(folder: Path, names: Iterable[str], cache: Cache | None = None) -> tuple[Reading, ...]:
    """The source texts that are there, files in one folder, by name in NFC, each read as far as it goes.

    One that is no text, or cannot be read, has an empty text and a finding whose label says what it is.  A name with a
    path in it is passed over: a document can name a file in the folder of sources and no other.

    Args:
        folder: The folder of sources.
        names: The files in it that are wanted.
        cache: Where texts are kept that were taken out of files of other forms; by default that of the user.
    """
    cache = user_cache(_project_around(folder)) if cache is None else cache
    readings = []
    for name in sorted(set(names)):
        if name != PurePosixPath(name).name or "\\" in name or ":" in name or name in ("", ".", ".."):
            continue
        reading = read_source(folder / name, normal(name), folder, cache)
        if reading is not None:
            readings.append(reading)
    return tuple(readings)


def _project_around(folder: Path) -> Path:
    """The project to which a folder of sources belongs, or just that folder."""
    try:
        return find_root(folder)
    except NoProjectError:
        return folder


def read_source(path: Path, name: str, folder: Path, cache: Cache) -> Reading | None:
    """One source under the name that people know it by; None where its path leads to nothing in the folder."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return _no_text(name, f"has more than {_MOST_BYTES // 1_000_000} MB")
        data = read_bytes(path, folder)
    except (OutsideError, FileNotFoundError):
        return None
    except OSError as error:
        return _no_text(name, f"cannot be read: {reason(error.errno)}")
    return source_of(name, data, cache)


def source_of(name: str, data: bytes, cache: Cache) -> Reading:
    """The text of a source with these bytes."""
    extractor = _extractor(name, data)
    if extractor is not None:
        return _extracted(name, data, extractor, cache)
    why = no_text(data)
    if why:
        return attrs.evolve(_no_text(name, why), digest=digest_of_bytes(data))
    reading = decode(name, data)
    if reading.intact:
        return reading
    line = reading.source.position(reading.findings[0].place.span.start).line
    why = f"is UTF-8 in part only, and not on line {line}"
    return attrs.evolve(reading, findings=(attrs.evolve(reading.findings[0], label=why),))


def _extractor(name: str, data: bytes) -> _Extractor | None:
    """What takes the text out of a file; None where it is its own text, or has none that anything here takes out."""
    if data[:_HEAD].lstrip().startswith(_PDF) or (name.lower().endswith(".pdf") and _PDF in data[:_PDF_WITHIN]):
        from argmap.workspace.extraction import pdf_text

        return _Extractor("pdf", pdf_text.reader(), pdf_text.pdf_text)
    if data.startswith(_ZIP):
        if b"word/" in data:
            from argmap.workspace.extraction import docx_text

            return _Extractor("docx", docx_text.READER, docx_text.docx_text)
        if b"application/epub+zip" in data[:_HEAD] or b"META-INF/container.xml" in data:
            from argmap.workspace.extraction import epub_text

            return _Extractor("epub", epub_text.READER, epub_text.epub_text)
        return None
    is_called_so = name.lower().endswith(_HTML_ENDINGS)
    if not is_called_so and b"<" not in data[:_HEAD]:
        return None
    from argmap.workspace.extraction import html_text

    if html_text.is_html(data) or (is_called_so and not no_text(data)):
        return _Extractor("html", html_text.READER, html_text.html_text)
    return None


def _extracted(name: str, data: bytes, extractor: _Extractor, cache: Cache) -> Reading:
    """The text that is taken out of a file, or was once."""
    from argmap.workspace.extraction.lines import Unreadable

    digest = digest_of_bytes(data)
    key = key_of((b"source", extractor.form.encode(), extractor.reader.encode(), digest.encode()))
    kept = _kept(cache.get(key))
    if isinstance(kept, str):
        return attrs.evolve(_no_text(name, kept), digest=digest)
    if kept is None:
        try:
            if extractor.form == "html" and len(data) > _MOST_HTML:
                raise Unreadable(f"is an HTML page of more than {_MOST_HTML // 1_000_000} MB")
            text, how = extractor.extract(data)
            if not text:
                raise Unreadable(f"is {how.form} without text")
        except Unreadable as error:
            if error.lasts:
                cache.put(key, json.dumps(error.why).encode())
            return attrs.evolve(_no_text(name, error.why), digest=digest)
        cache.put(key, json.dumps((text, how)).encode())
    else:
        text, how = kept
    return Reading(source=SourceText(name, text, how), digest=digest)


def _kept(data: bytes | None) -> tuple[str, Extraction] | str | None:
    """What was taken out of a file, or why nothing could be; None where that is not known."""
    if data is None:
        return None
    try:
        told = json.loads(data)
        if isinstance(told, str):
            return told
        text, (form, reader, pages, lost, gap) = told
        return str(text), Extraction(str(form), str(reader), tuple(map(int, pages)), tuple(map(str, lost)), str(gap))
    except (ValueError, TypeError):
        return None


def no_text(data: bytes) -> str:
    """What a file is that is no plain text, as the end of a sentence; empty for a text in any encoding but UTF-16."""
    start = data[:_HEAD].lstrip()
    for mark, why in _KINDS:
        if data.startswith(mark) or (len(mark) > 3 and start.startswith(mark)):
            return why
    if data.startswith(_OLD_WORD):
        if _ENCRYPTED in data:
            return "is a file that is locked by a password"
        return "is a file of an old word processor, and no plain text"
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
