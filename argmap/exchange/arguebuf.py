"""arguebuf, in and out: graphs of atoms and schemes as JSON, in the spelling of protocol buffers or of their fields.

Participants are speakers: each is the author of a document.  What no participant says is in a document of the graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.exchange.aif_nodeset import scheme_of
from argmap.exchange.arguebuf_writing import write
from argmap.exchange.draft import Draft, DraftClaim, DraftDocument
from argmap.exchange.foreign_text import json_of
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.graph_draft import ArgumentGraph, SchemeNode, connect, place, read_graphs
from argmap.exchange.loss import ForeignPlace
from argmap.exchange.source_places import Resources
from argmap.model.inference import StepRole
from argmap.source.loosened import plain

__all__ = ["looks_alike", "read", "write"]

_ATOM = re.compile(rb'"(?:atom|scheme)"\s*+:\s*+\{')
_SNAKE = re.compile(r"_([a-z])")
_ROLES = {"support": StepRole.BECAUSE, "attack": StepRole.OBJECTION}
_NOT_KEPT = {
    "metadata": "it tells when records were made",
    "userdata": "it is the data of a program",
}
_CONTACTS = ("username", "email", "location")
_KNOWN = frozenset(
    "nodes edges resources participants analysts majorClaim schemaVersion libraryVersion metadata userdata".split()
)


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files has nodes as arguebuf writes them."""
    return any(b'"nodes"' in data and _ATOM.search(data) is not None for data in files.values())


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that graphs hold; a folder may hold other files beside them.

    Raises:
        NotThisFormatError: None of the files is a graph.
    """
    return read_graphs(files, importing, "a graph of arguebuf", _graphs)


def _graphs(data: bytes, file: str, title: str, importing: Importing) -> Iterator[ArgumentGraph]:
    whole = _camel(json_of(data, file, importing.loss))
    if not whole or not isinstance(whole.get("nodes"), dict):
        message = "this is no graph of arguebuf: it has no object `nodes`"
        raise NotThisFormatError(message, file, help="export it from arguebuf as JSON")
    yield _Reader(whole, file, title, importing).graph()


def _camel(value: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever JSON can hold
    """An object with its keys in camel case; empty where it is none."""
    if not isinstance(value, dict):
        return {}
    return {_SNAKE.sub(lambda match: match[1].upper(), key): one for key, one in value.items()}


def _text(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return value if isinstance(value, str) else ""


class _Reader:
    """One graph."""

    def __init__(self, whole: Mapping[str, Any], file: str, title: str, importing: Importing) -> None:
        self._whole = whole
        self._file = file
        self._loss = importing.loss
        head = DraftDocument(key=file, title=title, origin=ForeignPlace(file))
        head.thesis = _text(whole.get("majorClaim"))
        self._graph = ArgumentGraph(file, head, importing.loss)
        self._participants = dict(self._objects("participants", "participant"))
        self._resources = dict(self._objects("resources", "resource"))
        texts = {key: _text(one.get("text")) for key, one in self._resources.items()}
        self._texts = Resources(texts, importing.loss)

    def graph(self) -> ArgumentGraph:
        """What it says."""
        self._describe()
        schemes: dict[str, SchemeNode] = {}
        for key, node in self._objects("nodes", "node"):
            where = place(self._file, "node", key)
            if "atom" in node:
                self._atom(key, _camel(node["atom"]), where)
            elif "scheme" in node:
                scheme = self._scheme(_camel(node["scheme"]), where)
                if scheme is not None:
                    schemes[key] = scheme
            else:
                self._loss.dropped("node", "it is neither an atom nor a scheme", where)
        if self._graph.head.thesis and self._graph.head.thesis not in self._graph.claims:
            why = "it is not among the atoms"
            self._loss.dropped("major claim", why, place(self._file, "node", self._graph.head.thesis))
        connect(self._graph, schemes, self._edges())
        return self._graph

    def _objects(self, part: str, noun: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Those of a part of the graph, by id."""
        whole = self._whole.get(part)
        if whole is not None and not isinstance(whole, dict):
            self._loss.dropped(noun, f"`{part}` is no object with ids", ForeignPlace(self._file))
        for key, one in whole.items() if isinstance(whole, dict) else ():
            if isinstance(one, dict):
                found = _camel(one)
                self._count_records(found, noun, key)
                yield key, found
            else:
                self._loss.dropped(noun, "it is no object", place(self._file, noun, key))

    def _count_records(self, one: Mapping[str, Any], noun: str, key: str) -> None:
        for field, why in _NOT_KEPT.items():
            if one.get(field):
                self._loss.dropped(f"field `{field}`", why, place(self._file, noun, key))

    # --- About the whole

    def _describe(self) -> None:
        """Tell what is known of the graph: who analysed it, and of which text."""
        self._count_records(self._whole, "", "")
        for field in self._whole:
            if field not in _KNOWN:
                self._loss.dropped("field", "arguebuf has none of this name", ForeignPlace(self._file, plain(field)))
        analysts = [plain(_text(one.get("name"))) for _, one in self._objects("analysts", "analyst")]
        self._graph.head.by = ", ".join(dict.fromkeys(filter(None, analysts)))
        self._loss.kept("analyst", ForeignPlace(self._file), len(analysts) - analysts.count(""))
        for key, one in self._participants.items():
            where = place(self._file, "participant", key)
            if plain(_text(one.get("name"))):
                self._loss.kept("participant", where)
            for field in _CONTACTS:
                if one.get(field):
                    self._loss.dropped(f"field `{field}`", "argument files hold no data of persons but names", where)
            for field in ("description", "url"):
                if plain(_text(one.get(field))):
                    self._graph.head.notes.append(f"{self._name(key)}: {plain(_text(one[field]))}")
                    self._loss.changed("participant", "what is told of them is in a note of each document", where)
        for key, one in self._resources.items():
            where = place(self._file, "resource", key)
            if _text(one.get("text")):
                self._loss.dropped("source text", "argument files name their source and do not hold it", where)
        self._tell_source()

    def _tell_source(self) -> None:
        named = [
            (key, plain(_text(one.get("source"))) or plain(_text(one.get("title"))))
            for key, one in self._resources.items()
        ]
        named = [(key, name) for key, name in named if name]
        if len(named) == 1:
            self._graph.head.source = named[0][1]
            self._loss.kept("source", place(self._file, "resource", named[0][0]))
        for key, name in named if len(named) > 1 else ():
            self._graph.head.notes.append(f"source: {name}")
            self._loss.changed(
                "source", "a document has one, and this stands in a note", place(self._file, "resource", key)
            )

    def _name(self, participant: str) -> str:
        one = self._participants.get(participant, {})
        return plain(_text(one.get("name"))) or plain(_text(one.get("username"))) or plain(participant)

    # --- Nodes

    def _atom(self, key: str, atom: Mapping[str, Any], where: ForeignPlace) -> None:
        claim = DraftClaim(key=key, text=_text(atom.get("text")), origin=where)
        participant = _text(atom.get("participant"))
        if participant and participant not in self._participants:
            self._loss.changed("participant", "nothing is told of them but an id, which is their name", where)
        reference = _camel(atom.get("reference"))
        if reference:
            resource, offset = _text(reference.get("resource")), reference.get("offset")
            self._texts.refer(claim, resource, _text(reference.get("text")), offset, where)
        self._graph.add(claim, self._name(participant) if participant else "")

    def _scheme(self, scheme: Mapping[str, Any], where: ForeignPlace) -> SchemeNode | None:
        if scheme.get("premiseDescriptors"):
            self._loss.dropped("premise descriptor", "argmap has no roles of premises", where)
        if "rephrase" in scheme:
            return SchemeNode(None, "", where)
        for kind, role in _ROLES.items():
            if kind in scheme:
                return SchemeNode(role, self._named(kind, scheme[kind], where), where)
        kind = "preference" if "preference" in scheme else "scheme"
        why = "argmap has none" if kind == "preference" else "nothing says whether it supports or attacks"
        self._loss.dropped(kind, why, where)
        return None

    def _named(self, kind: str, value: Any, where: ForeignPlace) -> str:  # noqa: ANN401 - whatever JSON can hold
        name = _text(value).removeprefix(f"{kind.upper()}_")
        if name in ("DEFAULT", "UNSPECIFIED", ""):
            return ""
        known = scheme_of(name) if kind == "support" else ""
        where = ForeignPlace(where.file, f"{where.where}: {plain(name)[:60]}")
        if not known:
            self._loss.dropped("scheme", "argmap knows none of this name", where)
        elif known != name.lower():
            self._loss.changed("scheme", f"it is a case of `{known}`", where)
        return known

    def _edges(self) -> Iterable[tuple[str, str, ForeignPlace]]:
        for key, one in self._objects("edges", "edge"):
            yield _text(one.get("source")), _text(one.get("target")), place(self._file, "edge", key)
