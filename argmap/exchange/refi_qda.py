"""REFI-QDA, in: the codes and coded quotes of a project of qualitative analysis, as ``.qdpx`` or as the XML in it.

Each text is a document, and each coded selection of it a claim with the codes as tags.  Its words are the text's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from argmap.exchange.draft import Draft, DraftClaim, DraftDocument
from argmap.exchange.foreign_text import text_of
from argmap.exchange.foreign_xml import XmlReader, read_xml, unzipped
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.graph_draft import ArgumentGraph, place, read_graphs
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.exchange.source_places import Resources
from argmap.source.loosened import plain

_ZIP = b"PK\x03\x04"
_NAMESPACE = b"urn:QDA-XML:project"
_OTHER_SOURCES = ("PDFSource", "PictureSource", "AudioSource", "VideoSource")
_OTHER_SELECTIONS = ("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection", "TranscriptSelection")
_OTHER_PARTS = {
    "Note": "note of the project",
    "Case": "case",
    "Variable": "variable",
    "Set": "set",
    "Graph": "graph",
    "Link": "link",
}
_TEXTS = ("PlainTextContent", "Description")
_POSITION = re.compile(r"[0-9]{1,12}")


@attrs.define
class _Selection:
    """Words of a text that are coded.

    Attributes:
        codes: The ids of the codes.
        users: The ids of those who coded it.
        comment: What is said of it.
    """

    key: str
    name: str
    start: str
    end: str
    codes: list[str] = attrs.field(factory=list)
    users: list[str] = attrs.field(factory=list)
    comment: str = ""


@attrs.define
class _Source:
    """A text of the project.

    Attributes:
        path: Where it stands in the archive; empty where it stands in the XML.
    """

    key: str
    name: str
    path: str
    text: str = ""
    comment: str = ""
    selections: list[_Selection] = attrs.field(factory=list)


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files is the XML of a project, or an archive that holds it."""
    return any((data.startswith(_ZIP) and b".qde" in data) or _NAMESPACE in data[:4_000] for data in files.values())


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that projects hold, one document for each coded text; a folder may hold other files beside them.

    Raises:
        NotThisFormatError: None of the files is a project.
    """
    return read_graphs(files, importing, "a project of REFI-QDA", _graphs)


def _graphs(data: bytes, file: str, _: str, importing: Importing) -> Iterator[ArgumentGraph]:
    members: dict[str, bytes] = {}
    xml = data
    if data.startswith(_ZIP):
        members = unzipped(data, file, lambda name: name.lower().endswith((".qde", ".txt")))
        projects = [name for name in members if name.lower().endswith(".qde")]
        if not projects:
            raise NotThisFormatError("this is no project of REFI-QDA: the archive has no .qde", file)
        xml = members[projects[0]]
        importing.loss.dropped("project", "an archive has one", ForeignPlace(file), len(projects) - 1)
    elements = _Elements(file, importing.loss)
    read_xml(xml, file, elements)
    if not elements.is_project:
        message = "this is no project of REFI-QDA: its root is not `Project`"
        raise NotThisFormatError(message, file, help="export the project as .qdpx")
    texts = {name.replace("\\", "/").rpartition("/")[2].casefold(): text for name, text in members.items()}
    reader = _Reader(elements, texts, file, importing.loss)
    yield from filter(None, map(reader.graph, elements.sources))


class _Elements(XmlReader):
    """The elements of a project.

    Attributes:
        codes: By id, the names of a code and of those above it.
        users: By id, their names.
    """

    def __init__(self, file: str, loss: LossReport) -> None:
        self._file = file
        self._loss = loss
        self._path: list[str] = []
        self._codes: list[str] = []
        self._source: _Source | None = None
        self._selection: _Selection | None = None
        self._text: list[str] | None = None
        self.is_project = False
        self.codes: dict[str, str] = {}
        self.users: dict[str, str] = {}
        self.sources: list[_Source] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._path.append(name)
        key = attributes.get("guid", "")
        where = place(self._file, name, key)
        if len(self._path) == 1:
            self.is_project = name == "Project"
        elif name == "User":
            self.users[key] = plain(attributes.get("name", "") or attributes.get("id", ""))
        elif name == "Code":
            self._codes.append(plain(attributes.get("name", "")))
            self.codes.setdefault(key, " / ".join(filter(None, self._codes)))
        elif name in ("TextSource", "Representation"):
            path = attributes.get("plainTextPath", "")
            self._source = _Source(key, plain(attributes.get("name", "")), path)
            self.sources.append(self._source)
        elif name == "PlainTextSelection" and self._source is not None:
            start, end = attributes.get("startPosition", ""), attributes.get("endPosition", "")
            self._selection = _Selection(key, plain(attributes.get("name", "")), start, end)
            self._source.selections.append(self._selection)
        elif name == "CodeRef" and self._selection is not None:
            self._selection.codes.append(attributes.get("targetGUID", ""))
        elif name == "Coding" and self._selection is not None:
            self._selection.users.append(attributes.get("creatingUser", ""))
        elif name in _OTHER_SOURCES:
            self._loss.dropped("source", "it is no text", where)
        elif name in _OTHER_SELECTIONS:
            self._loss.dropped("selection", "it is not of a text", where)
        elif name in _OTHER_PARTS:
            self._loss.dropped(_OTHER_PARTS[name], "argument files have no place for it", where)
        elif name == "NoteRef":
            self._loss.dropped("note reference", "notes are left out", where)
        if name in _TEXTS:
            self._text = []

    def end(self, name: str) -> None:
        self._path.pop()
        if name == "Code" and self._codes:
            self._codes.pop()
        elif name in ("TextSource", "Representation"):
            self._source = None
        elif name == "PlainTextSelection":
            self._selection = None
        elif name in _TEXTS and self._text is not None:
            self._take(name, "".join(self._text))
            self._text = None

    def text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _take(self, name: str, text: str) -> None:
        if not text.strip():
            return
        above = self._path[-1] if self._path else ""
        if name == "PlainTextContent" and self._source is not None:
            self._source.text = text
        elif self._selection is not None and above == "PlainTextSelection":
            self._selection.comment = text
        elif self._source is not None and self._selection is None:
            self._source.comment = text
        else:
            where = ForeignPlace(self._file, f"{plain(above)[:40]} {self._codes[-1] if self._codes else ''}".strip())
            self._loss.dropped("description", "argument files have no place for it", where)


class _Reader:
    """A project, one text of it after the other."""

    def __init__(self, elements: _Elements, texts: Mapping[str, bytes], file: str, loss: LossReport) -> None:
        self._elements = elements
        self._texts = texts
        self._file = file
        self._loss = loss

    def graph(self, source: _Source) -> ArgumentGraph | None:
        """The document of a text; None where nothing of it is coded."""
        where = place(self._file, "source", source.name or source.key)
        if not source.selections:
            self._loss.dropped("source", "nothing of it is coded", where)
            return None
        text = _text(source, self._texts, self._file, self._loss)
        name = source.name or source.key or "A text"
        document = DraftDocument(key=f"{self._file}/{source.key or name}", title=name, source=name, origin=where)
        if plain(source.comment):
            document.notes.append(plain(source.comment))
            self._loss.changed("description", "it stands in a note", where)
        graph = ArgumentGraph(self._file, document, self._loss)
        resources = Resources({"": text}, self._loss)
        spans: dict[tuple[int, int], list[_Selection]] = {}
        for number, selection in enumerate(source.selections):
            span = _span(selection, text)
            there = place(self._file, "selection", selection.key or str(number + 1))
            if span is None:
                self._loss.dropped("selection", "its positions are not in the text", there)
                continue
            if span in spans:
                self._loss.changed("selection", "another has the same words: they are one claim", there)
            else:
                claim = _claim(selection, text[slice(*span)], f"{span[0]}-{span[1]}", there, self._loss)
                resources.refer(claim, "", text[slice(*span)], span[0], there)
                graph.add(claim, told=True)
            spans.setdefault(span, []).append(selection)
        everybody = self._users(source.selections)
        document.by = everybody[0] if len(everybody) == 1 else ""
        for claim, selections in zip(graph.claims.values(), spans.values(), strict=True):
            claim.tags = self._tags(selections, claim.origin)
            claim.by = "" if document.by else ", ".join(self._users(selections))
        self._loss.dropped("source text", "argument files name their source and do not hold it", where)
        return graph

    def _users(self, selections: list[_Selection]) -> list[str]:
        """Who coded them."""
        names = (self._elements.users.get(user, "") for one in selections for user in one.users)
        return list(dict.fromkeys(filter(None, names)))

    def _tags(self, selections: list[_Selection], where: ForeignPlace | None) -> list[str]:
        """The names of their codes."""
        named = [self._elements.codes.get(code, "").replace(",", ";") for one in selections for code in one.codes]
        tags = list(dict.fromkeys(filter(None, named)))
        self._loss.kept("code", where, len(tags))
        self._loss.dropped("code", "it is not in the code book, or has no name", where, named.count(""))
        return tags


def _text(source: _Source, texts: Mapping[str, bytes], file: str, loss: LossReport) -> str:
    """The words of a source; positions count a line end as one sign, or as two where only then names fit."""
    if not source.path:
        return source.text
    name = source.path.replace("\\", "/").rpartition("/")[2].casefold()
    if name not in texts:
        loss.dropped("source", "its text is not in the archive", place(file, "source", source.name or source.key))
        return ""
    try:
        text = text_of(texts[name], file, loss).removeprefix("\ufeff")
    except NotThisFormatError as error:
        loss.dropped("source", error.message, place(file, "source", source.name or source.key))
        return ""
    if b"\r\n" in texts[name]:
        # What is said of positions leaves open whether a line end of two signs counts as one; a name tells.
        double = text.replace("\n", "\r\n")
        if _fitting(source, double) > _fitting(source, text):
            return double
    return text


def _fitting(source: _Source, text: str) -> int:
    """How many selections are called after the words at their positions."""
    found = 0
    for selection in source.selections:
        span = _span(selection, text)
        found += (
            span is not None
            and bool(selection.name)
            and plain(text[slice(*span)][:200]).startswith(selection.name[:20])
        )
    return found


def _span(selection: _Selection, text: str) -> tuple[int, int] | None:
    if not all(_POSITION.fullmatch(one) for one in (selection.start, selection.end)):
        return None
    start, end = int(selection.start), int(selection.end)
    return (start, end) if 0 <= start < end <= len(text) and text[start:end].strip() else None


def _claim(selection: _Selection, quote: str, key: str, where: ForeignPlace, loss: LossReport) -> DraftClaim:
    if plain(selection.comment):
        loss.changed("selection", "its comment is taken for what the text says there", where)
        return DraftClaim(key=key, text=selection.comment, origin=where)
    why = "its text is a quote, which `check --sources` tells as a copy (A507): say it in your own words"
    loss.changed("selection", why, where)
    return DraftClaim(key=key, text=quote, origin=where)
