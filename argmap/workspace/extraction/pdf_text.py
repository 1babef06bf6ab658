"""The text of a PDF, page by page, by pypdf in a process of its own.

A PDF is a program for drawing pages, and what reads it can be led round in circles, or into more memory than there is.
So it is read by a process that may use so much time and memory, and no more.  That process is this module.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.source.text import Extraction
from argmap.workspace.extraction.lines import Extracted, Unreadable, counted_losses

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

EXTRA = "pdf"
_SECONDS = 120
_MOST_MEMORY = 4_000_000_000
_MOST_PAGES = 20_000
_MOST_CHARACTERS = 50_000_000
_MOST_NAMED = 5
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8df]|(?:/[A-Za-z]{1,6}[0-9]{1,5}(?![0-9])){3,}")
"""Letters of which no font says what they are, as one sign or by their names in it; no pieces of large brackets."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_ACCENTS = {"\xa8": "\u0308", "\xb4": "\u0301", "\u02c6": "\u0302", "\u02dc": "\u0303", "\u02c7": "\u030c"}
_ACCENTS |= {"\u02dd": "\u030b", "\u02d8": "\u0306", "\xb8": "\u0327"}
"""Accents that TeX draws before a letter, with those of which Unicode makes one letter with it."""
_ACCENTED = re.compile(f"([{''.join(_ACCENTS)}])([^\\W\\d_])")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_DAMAGED = "is a PDF from which pypdf can take no text; it may be damaged or cut off"
_END = b"\nstartxref\n0\n%%EOF\n"
_TAIL = 2048
"""Bytes at the end of a PDF in which it says that it ends."""


@cache
def reader() -> str:
    """What reads a PDF here, with its version; empty where nothing does."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"pypdf {version('pypdf')}"
    except PackageNotFoundError:
        return ""


def pdf_text(data: bytes) -> Extracted:
    """The text of a PDF.

    Raises:
        Unreadable: pypdf is not installed, or the file is encrypted, damaged, too large, or has no text.
    """
    if not reader():
        raise Unreadable(
            f"is a PDF, and what takes the text out of it is missing: `pip install 'argmap[{EXTRA}]'`", lasts=False
        )
    command = [sys.executable, "-P", "-m", __spec__.name]
    # The process finds argmap where this one has found it, and nothing in the working folder.
    folders = [str(Path(__file__).parents[3]), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(folders)}
    try:
        done = subprocess.run(  # noqa: S603 - Python itself
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(f"is a PDF that takes more than {_SECONDS} seconds to read", lasts=False) from None
    except OSError:
        raise Unreadable("is a PDF, and the process that reads it could not be started", lasts=False) from None
    try:
        told = json.loads(done.stdout)
    except ValueError:
        raise Unreadable("is a PDF that takes more time or memory to read than it may", lasts=False) from None
    if "why" in told:
        raise Unreadable(told["why"])
    extraction = Extraction("a PDF", reader(), tuple(told["pages"]), tuple(told["lost"]), told["gap"])
    return Extracted(told["text"], extraction)


# --- In the process that reads


def main() -> None:
    """Read a PDF from the standard input, and tell what is in it as JSON."""
    _limit()
    data = sys.stdin.buffer.read()
    try:
        extracted = _Pages(data).extracted()
    except Unreadable as error:
        told: dict[str, Any] = {"why": error.why}
    else:
        how = extracted.extraction
        told = {"text": extracted.text, "pages": how.pages, "lost": how.lost, "gap": how.gap}
    sys.stdout.write(json.dumps(told))


def _limit() -> None:
    """Let this process take so much time and memory, where the system can see to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


class _Pages:
    """The pages of a PDF while they are read; whatever pypdf raises at one of them keeps no other from being read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._ends = b"%%EOF" in data[-_TAIL:]
        self._losses = Counter[str]()
        self._unread: list[int] = []
        self._unknown: list[int] = []
        self._pictured: list[int] = []

    def extracted(self) -> Extracted:
        lines: list[str] = []
        starts: list[int] = []
        size = 0
        for number, page in enumerate(self._pages(), 1):
            starts.append(len(lines) + 1)
            own = self._lines(number, page)
            size += sum(map(len, own))
            if size > _MOST_CHARACTERS:
                raise Unreadable(f"is a PDF with more than {_MOST_CHARACTERS:,} characters")
            # A page without text has a line all the same, so that every page begins on one of its own.
            lines += own or [""]
        gap = self._gap(len(starts), has_text=any(lines))
        text = "\n".join(lines) + "\n"
        return Extracted(text, Extraction("a PDF", "", tuple(starts), counted_losses(self._losses), gap))

    def _reader(self) -> PdfReader:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError

        try:
            # Where the end is missing, this one has pypdf look for what is there.
            found = PdfReader(BytesIO(self._data if self._ends else self._data + _END))
            if found.is_encrypted and not found.decrypt(""):
                raise Unreadable("is a PDF that is locked by a password")
        except DependencyError:
            raise Unreadable(
                "is a PDF that is encrypted by AES, for which the package `cryptography` is missing"
            ) from None
        except Unreadable:
            raise
        except Exception as error:
            raise Unreadable(_DAMAGED) from error
        return found

    def _pages(self) -> Iterator[PageObject | None]:
        found = self._reader()
        try:
            count = len(found.pages)
        except Exception as error:
            raise Unreadable(_DAMAGED) from error
        if not count:
            raise Unreadable("is a PDF without a page")
        if count > _MOST_PAGES:
            raise Unreadable(f"is a PDF with more than {_MOST_PAGES:,} pages")
        for number in range(count):
            try:
                yield found.pages[number]
            except Exception:
                yield None

    def _lines(self, number: int, page: PageObject | None) -> list[str]:
        """The lines of a page: none is blank at its beginning or end, and no two in a row are."""
        try:
            text = page.extract_text() if page is not None else None
        except Exception:
            text = None
        if page is None or text is None:
            self._unread.append(number)
            return []
        text = _CONTROLS.sub(
            "", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x0b", "\n")
        )
        # What came out of half a pair of surrogates is no character.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        unknown = sum(max(1, found.count("/")) for found in _UNKNOWN.findall(text))
        self._losses["unexplained letter"] += unknown
        if unknown * 10 > len(text.split()):
            self._unknown.append(number)
        text = _ACCENTED.sub(_composed, text)
        lines = [line.strip(" \t") for line in text.split("\n")]
        kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
        self._count(number, page, has_text=any(kept))
        while kept and not kept[-1]:
            kept.pop()
        return kept[1:] if kept and not kept[0] else kept

    def _count(self, number: int, page: PageObject, *, has_text: bool) -> None:
        with suppress(Exception):
            pictures = sum(one.get_object().get("/Subtype") == "/Image" for one in _objects(page))
            self._losses["picture"] += pictures
            if pictures and not has_text:
                self._pictured.append(number)
        with suppress(Exception):
            kinds = [one.get_object().get("/Subtype") for one in page.get("/Annots", ()) or ()]
            self._losses["form field"] += kinds.count("/Widget")
            self._losses["annotation"] += sum(kind not in ("/Widget", "/Link", "/Popup") for kind in kinds)

    def _gap(self, count: int, *, has_text: bool) -> str:
        gaps = []
        if self._unread:
            gaps.append(f"could not be read on {_listed(self._unread)}")
        if self._pictured:
            gaps.append(f"has no text but a picture on {_listed(self._pictured)}")
        if self._unknown:
            gaps.append(f"has letters that no font explains on {_listed(self._unknown)}")
        if not self._ends:
            gaps.append("does not end as a PDF does, and may be cut off")
        if not has_text:
            if len(self._unread) == count:
                raise Unreadable("is a PDF of which no page could be read")
            raise Unreadable("is a PDF without text" + (": its pages are pictures" if self._pictured else ""))
        if len(self._unknown) == count:
            raise Unreadable("is a PDF of whose letters no font says which they are")
        return " and ".join(gaps)


def _composed(match: re.Match[str]) -> str:
    """A letter with the accent that is drawn before it, where there is such a letter."""
    from unicodedata import normalize

    letter = normalize("NFC", match[2].replace("\u0131", "i") + _ACCENTS[match[1]])
    return letter if len(letter) == 1 else match[0]


def _objects(page: PageObject) -> Iterator[Any]:
    resources = page.get("/Resources", {}).get_object()
    return iter(resources.get("/XObject", {}).get_object().values())


def _listed(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:_MOST_NAMED])) + (" and others" if len(pages) > _MOST_NAMED else "")
    return f"page{'' if len(pages) == 1 else 's'} {shown}"


if __name__ == "__main__":
    main()
