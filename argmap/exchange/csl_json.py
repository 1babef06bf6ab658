"""CSL-JSON, as of Zotero, Pandoc and citeproc: items -> documents without claims, and documents -> items."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.exchange.bibliography import Entry, doi_url, draft_of, entries_of, iso_date, read_each
from argmap.exchange.draft import Draft
from argmap.exchange.foreign_text import json_of
from argmap.exchange.formats import Exporting, Importing, NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport

_TELLING = (b'"date-parts"', b'"container-title"', b'"citation-key"', b'"issued"')
_LOOKED_AT = 65_536
_SOURCE = "argmap-source"
"""Under ``custom``, the name of a file that holds the text."""
_PUBLISHERS = ("container-title", "publisher")
"""Where it appeared: the first that is there."""
_KNOWN = frozenset(
    ("id", "type", "title", "title-short", "shortTitle", "author", "issued", "URL", "DOI", "language", "note", "custom")
) | frozenset(_PUBLISHERS)


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether the first file is JSON with words of CSL."""
    data = next(iter(files.values()), b"")[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    return data[:1] in (b"[", b"{") and any(word in data for word in _TELLING)


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """A document for each item.

    Raises:
        NotThisFormatError: No file is JSON that holds items.
    """
    return draft_of(read_each(files, importing.loss, _entries), importing.loss)


def _entries(data: bytes, name: str, loss: LossReport) -> Iterator[Entry]:
    whole = json_of(data, name, loss)
    if isinstance(whole, dict):
        whole = whole["items"] if isinstance(whole.get("items"), list) else [whole]
    if not isinstance(whole, list) or not any(isinstance(item, dict) and _KNOWN & item.keys() for item in whole):
        raise NotThisFormatError(
            "there is no item of CSL-JSON in it", name, help="export it as CSL JSON, a list of items"
        )
    for number, item in enumerate(whole, 1):
        place = ForeignPlace(name, f"item {number}")
        if isinstance(item, dict) and _KNOWN & item.keys():
            yield _Item(item, place, loss).entry(number)
        else:
            loss.dropped("item", "no object with fields of CSL", place)


class _Item:
    """One item; of a value of another type than the format wants nothing is taken, and it is counted."""

    def __init__(self, item: Mapping[str, Any], place: ForeignPlace, loss: LossReport) -> None:
        self._item, self._place, self._loss = item, place, loss

    def entry(self, number: int) -> Entry:
        """The entry."""
        custom = self._item.get("custom")
        file = custom.get(_SOURCE) if isinstance(custom, dict) else None
        entry = Entry(
            key=self._text("id") or f"entry-{number}",
            title=self._text("title"),
            authors=list(self._names()),
            date=self._date(),
            publisher=self._first(_PUBLISHERS),
            source=self._source(file if isinstance(file, str) else ""),
            language=self._text("language"),
            short=self._text("title-short") or self._text("shortTitle"),
            notes=[line for line in self._text("note").split("\n") if line.strip()],
            place=self._place,
        )
        if self._text("type") not in ("", "document"):
            self._loss.dropped("type", "a document is of no type", self._place)
        if isinstance(custom, dict):
            self._loss.dropped(
                "field", "nothing in the language answers to it", self._place, len(custom.keys() - {_SOURCE})
            )
        left = [name for name in self._item if name not in _KNOWN]
        self._loss.dropped("field", "nothing in the language answers to it", self._place, len(left))
        return entry

    def _text(self, field: str) -> str:
        value = self._item.get(field)
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
            return str(value)
        if value is not None:
            self._loss.dropped("field", "no text stands in it", self._place)
        return ""

    def _first(self, fields: tuple[str, ...]) -> str:
        told = [text for text in map(self._text, fields) if text]
        self._loss.dropped("publisher", "where the text appeared is told instead", self._place, len(told[1:]))
        return told[0] if told else ""

    def _source(self, file: str) -> str:
        given = self._text("DOI")
        url, doi = self._text("URL"), doi_url(given)
        if doi and not file and not url:
            self._loss.changed("DOI", "written as a URL", self._place)
        elif doi and doi != url:
            self._loss.dropped("DOI", "another source is given", self._place)
        elif given and not doi:
            self._loss.dropped("DOI", "no digital object identifier", self._place)
        self._loss.dropped("URL", "another source is given", self._place, bool(url and file))
        return file or url or doi

    def _names(self) -> Iterator[str]:
        authors = self._item.get("author")
        for author in authors if isinstance(authors, list) else [] if authors is None else [None]:
            told = author if isinstance(author, dict) else {}
            parts = {name: text for name, text in told.items() if isinstance(text, str) and text.strip()}
            if "literal" in parts:
                yield parts["literal"]
                continue
            order = ("given", "dropping-particle", "non-dropping-particle", "family")
            name = " ".join(parts[part].strip() for part in order if part in parts)
            if not name:
                self._loss.dropped("author", "no name is given", self._place)
                continue
            if len(parts) > 1:
                self._loss.changed("author", "the parts of a name are written as one", self._place)
            yield f"{name}, {parts['suffix'].strip()}" if "suffix" in parts else name

    def _date(self) -> str:
        issued = self._item.get("issued")
        if issued is None:
            return ""
        told = issued if isinstance(issued, dict) else {}
        dates = told.get("date-parts")
        if isinstance(dates, list) and dates and isinstance(dates[0], list) and 1 <= len(dates[0]) <= 3:
            if len(dates) > 1:
                self._loss.changed("date", "of a range the beginning is taken", self._place)
            if told.get("circa") or told.get("season"):
                self._loss.changed("date", "circa and season are left out", self._place)
            parts = [str(part) if _is_number(part) else "?" for part in dates[0]]
            return iso_date(*parts)
        raw = next((told[name] for name in ("raw", "literal") if isinstance(told.get(name), str)), "")
        return raw.strip() or "?"


def _is_number(part: object) -> bool:
    if isinstance(part, bool) or not isinstance(part, str | int):
        return False
    return 0 <= part < 10_000 if isinstance(part, int) else len(part) < 5 and part.isascii() and part.isdecimal()


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """An item for each document."""
    items = [_item(entry) for entry in entries_of(exporting)]
    return {"": (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")}


def _item(entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": entry.key,
        "type": "document",
        "title": entry.title,
        "title-short": entry.short,
        # Whether it is a person or an organisation is not known, so no name is parted.
        "author": [{"literal": name} for name in entry.authors],
        "issued": {"date-parts": [[int(part) for part in entry.date.split("-")]]} if entry.date else None,
        "publisher": entry.publisher,
        "URL": entry.source if entry.has_url else "",
        "language": entry.language,
        "note": "\n".join(entry.notes),
        "custom": {_SOURCE: entry.source} if entry.source and not entry.has_url else None,
    }
    return {name: value for name, value in told.items() if value}
