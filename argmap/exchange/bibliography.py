"""Documents as entries of a bibliography, and entries as documents without claims: what CSL-JSON and BibTeX share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from argmap.exchange.draft import Draft, DraftDocument
from argmap.exchange.formats import Exporting, NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.judge.holder import name_of
from argmap.resolve.values import is_date
from argmap.source.loosened import plain

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
_NAMED_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@attrs.define(kw_only=True)
class Entry:
    """One document, as a bibliography tells it.

    Attributes:
        key: By what the entry is called.
        authors: Their names, whole.
        date: An ISO 8601 year, month or day; empty where unknown.
        publisher: Where it appeared.
        source: A URL, or the name of a file.
    """

    key: str
    title: str = ""
    authors: list[str] = attrs.field(factory=list)
    date: str = ""
    publisher: str = ""
    source: str = ""
    language: str = ""
    short: str = ""
    notes: list[str] = attrs.field(factory=list)
    place: ForeignPlace | None = None

    @property
    def has_url(self) -> bool:
        """Whether its source is a URL, and not the name of a file."""
        return _NAMED_URL.match(self.source) is not None


def entries_of(exporting: Exporting) -> Iterator[Entry]:
    """One entry a document, in the order of the files; what no bibliography holds is counted."""
    corpus, loss = exporting.corpus, exporting.loss
    for document in corpus.documents.values():
        loss.kept("document")
        yield Entry(
            key=document.id,
            title=plain(document.title),
            authors=[plain(name_of(author, document.id, corpus)) for author in document.authors],
            date=document.date,
            publisher=plain(document.publisher),
            source=plain(document.source),
            language=plain(document.language),
            short=plain(document.short),
            notes=[note for note in map(plain, document.notes) if note],
        )
    documents, claims = corpus.documents.values(), corpus.claims.values()
    counts = {
        "claim": len(corpus.claims),
        "issue": len(corpus.issues),
        "link": len(corpus.links),
        "term": len(corpus.terms),
        "citation of a claim": sum(len(claim.cites) for claim in claims),
        "section": sum(len(document.sections) for document in documents),
        "silence": sum(len(document.silent) for document in documents),
        "coder": sum(bool(document.by) for document in documents),
        "degree of sureness": sum(document.sure is not None for document in documents),
        "old id": sum(len(document.was) for document in documents),
    }
    for what, count in counts.items():
        loss.dropped(what, "a bibliography tells documents alone", count=count)


def read_each(
    files: Mapping[str, bytes], loss: LossReport, of_file: Callable[[bytes, str, LossReport], Iterable[Entry]]
) -> list[Entry]:
    """The entries of all files; one that is not in the format is left out and counted where another one is.

    Raises:
        NotThisFormatError: No file is in the format.
    """
    found: list[Entry] = []
    refused: list[NotThisFormatError] = []
    for name, data in files.items():
        try:
            found += of_file(data, name, loss)
        except NotThisFormatError as error:
            refused.append(error)
    if not found:
        raise refused[0]
    for one in refused:
        loss.dropped("file", one.message, ForeignPlace(one.file, one.where))
    return found


def draft_of(entries: Iterable[Entry], loss: LossReport) -> Draft:
    """A document without claims for each entry, by its authors."""
    draft = Draft()
    for number, entry in enumerate(entries, 1):
        title = plain(entry.title)
        if not title:
            loss.changed("reference", "called by its key, since there is no title", entry.place)
        if entry.date and not is_date(entry.date):
            loss.dropped("date", "no year, month or day of the calendar", entry.place)
            entry.date = ""
        names = [name for name in map(plain, entry.authors) if name]
        draft.documents.append(
            DraftDocument(
                key=f"entry {number}",
                name=plain(entry.key),
                title=title or plain(entry.key) or f"Entry {number}",
                authors=[draft.actor(name, origin=entry.place) for name in dict.fromkeys(names)],
                date=entry.date,
                publisher=entry.publisher,
                source=entry.source,
                language=entry.language,
                notes=entry.notes,
                origin=entry.place,
            )
        )
        loss.dropped("short title", "a document that is imported has none", entry.place, bool(plain(entry.short)))
        loss.kept("reference", entry.place)
    return draft


def doi_url(text: str) -> str:
    """A digital object identifier as a URL; empty where it is none."""
    match = _DOI.fullmatch(text.strip())
    return f"https://doi.org/{match[1]}" if match else ""


def iso_date(year: str, month: str = "", day: str = "") -> str:
    """Numbers as an ISO 8601 date; what is no number is left in, so that it is found to be no date."""
    parts = [year.strip().zfill(4), *(part.strip().zfill(2) for part in (month, day if month else "") if part.strip())]
    return "-".join(parts) if year.strip() else ""
