"""BibTeX and BibLaTeX: entries -> documents without claims, and documents -> entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.exchange.bibliography import Entry, doi_url, draft_of, entries_of, iso_date, read_each
from argmap.exchange.bibtex_parser import BibtexEntry, entries, escaped_text, plain_text
from argmap.exchange.draft import Draft
from argmap.exchange.foreign_text import text_of
from argmap.exchange.formats import Exporting, Importing, NotThisFormatError
from argmap.exchange.loss import LossReport

_ENTRY = re.compile(rb"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[({][^,{}()\n]*,", re.MULTILINE)
_LOOKED_AT = 65_536
_PUBLISHERS = tuple(
    "journaltitle journal booktitle maintitle publisher howpublished institution school organization".split()
)
"""Where it appeared: the first that is there."""
_SOURCES = ("file", "url", "doi")
_NOTES = ("note", "annotation", "annote")
_KNOWN = frozenset(
    ("title", "subtitle", "author", "date", "year", "month", "day", "langid", "language", "shorttitle")
) | frozenset((*_PUBLISHERS, *_SOURCES, *_NOTES))
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_AND = re.compile(r"(?<!\s)\s++and\s++|[{}]|\\.", re.IGNORECASE | re.DOTALL)
_COMMA = re.compile(r",|[{}]|\\.", re.DOTALL)
_UNSAFE = re.compile(r"[\\{}\s%]")


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether the first file begins with entries."""
    return _ENTRY.search(next(iter(files.values()), b"")[:_LOOKED_AT]) is not None


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """A document for each entry.

    Raises:
        NotThisFormatError: No file holds an entry.
    """
    return draft_of(read_each(files, importing.loss, _entries), importing.loss)


def _entries(data: bytes, name: str, loss: LossReport) -> Iterator[Entry]:
    found = False
    for one in entries(text_of(data, name, loss), name, loss):
        found = True
        yield _Fields(one, loss).entry()
    if not found:
        why = "there is no entry such as `@misc{key, ...}` in it that can be read"
        raise NotThisFormatError(why, name, help="export it as BibTeX")


class _Fields:
    """The fields of an entry, as they are taken."""

    def __init__(self, entry: BibtexEntry, loss: LossReport) -> None:
        self._entry, self._loss, self._place = entry, loss, entry.place

    def entry(self) -> Entry:
        """The entry of a bibliography."""
        title, subtitle = self._text("title"), self._text("subtitle")
        if subtitle:
            self._loss.changed("subtitle", "written behind the title", self._place)
        if self._entry.kind not in ("misc", "online"):
            self._loss.dropped("type", "a document is of no type", self._place)
        left = [name for name in self._entry.fields if name not in _KNOWN]
        self._loss.dropped("field", "nothing in the language answers to it", self._place, len(left))
        notes = [line for field in _NOTES for line in self._text(field).split("\n") if line.strip()]
        return Entry(
            key=self._entry.key,
            title=": ".join(filter(None, (title, subtitle))),
            authors=list(self._authors()),
            date=self._date(),
            publisher=self._first("publisher", _PUBLISHERS),
            source=self._source(),
            language=self._text("langid") or self._text("language"),
            short=self._text("shorttitle"),
            notes=notes,
            place=self._place,
        )

    def _text(self, field: str) -> str:
        return plain_text(self._entry.fields.get(field, ""), self._place, self._loss).strip(" ")

    def _first(self, what: str, fields: tuple[str, ...]) -> str:
        told = [text for text in map(self._text, fields) if text]
        self._loss.dropped(what, "another is told instead", self._place, len(told[1:]))
        return told[0] if told else ""

    def _source(self) -> str:
        """A file, a URL or an identifier, as they stand: there is no LaTeX in them."""
        raw = {field: self._entry.fields.get(field, "").strip() for field in _SOURCES}
        doi = doi_url(raw["doi"].replace("\\_", "_"))
        if raw["doi"] and not doi:
            self._loss.dropped("DOI", "no digital object identifier", self._place)
        url = raw["url"].replace("\\_", "_").replace("\\%", "%").replace("\\&", "&").replace("\\#", "#")
        told = [one for one in (raw["file"], url, doi) if one]
        self._loss.dropped("source", "another is told instead", self._place, len(told[1:]))
        if told and told[0] == doi:
            self._loss.changed("DOI", "written as a URL", self._place)
        return told[0] if told else ""

    def _date(self) -> str:
        date = self._text("date")
        if date:
            if "/" in date:
                self._loss.changed("date", "of a range the beginning is taken", self._place)
            return date.partition("/")[0].strip("~?% ")
        month = self._text("month").casefold()
        named = next((str(number) for number, name in enumerate(_MONTHS, 1) if month.startswith(name)), month)
        return iso_date(self._text("year"), named, self._text("day"))

    def _authors(self) -> Iterator[str]:
        for name in _parted(self._entry.fields.get("author", ""), _AND):
            if name.strip().casefold() == "others":
                self._loss.dropped("author", "others are not named", self._place)
                continue
            whole = name
            parts = [part.strip() for part in _parted(name, _COMMA) if part.strip()]
            if len(parts) > 1:
                self._loss.changed("author", "the parts of a name are written as one", self._place)
                last, *between, first = parts
                whole = ", ".join((f"{first} {last}", *between))
            shown = plain_text(whole, self._place, self._loss).strip()
            if shown:
                yield shown


def _parted(text: str, between: re.Pattern[str]) -> Iterator[str]:
    """The parts of a text between separators that stand in no braces."""
    depth = start = 0
    for match in between.finditer(text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        elif depth <= 0 and not match[0].startswith("\\"):
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """An entry for each document."""
    told = [_written(entry, exporting.loss) for entry in entries_of(exporting)]
    return {"": "\n".join(told).encode("utf-8", "replace")}


def _written(entry: Entry, loss: LossReport) -> str:
    year, month, _ = (*entry.date.split("-"), "", "")[:3]
    fields = {
        # Braces keep the case of a title, and a name whole: whether it is that of a person is not known.
        "title": f"{{{escaped_text(entry.title)}}}",
        "shorttitle": escaped_text(entry.short),
        "author": " and ".join(f"{{{escaped_text(name)}}}" for name in entry.authors),
        "date": entry.date,
        "year": year,
        "month": str(int(month)) if month else "",
        "publisher": escaped_text(entry.publisher),
        "url" if entry.has_url else "file": _as_it_stands(entry, loss),
        "langid": escaped_text(entry.language),
        "note": r" \par ".join(map(escaped_text, entry.notes)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value and value != "{}")
    return f"@misc{{{entry.key},\n{lines}}}\n"


def _as_it_stands(entry: Entry, loss: LossReport) -> str:
    """The source, in which LaTeX reads no commands; signs that would end it are written as a URL writes them."""
    if not entry.source or not _UNSAFE.search(entry.source.replace("%", "")):
        return entry.source
    loss.changed("source", "signs that BibTeX cannot hold are written in percent")
    return _UNSAFE.sub(lambda match: match[0] if match[0] == "%" else f"%{ord(match[0]):02X}", entry.source)
