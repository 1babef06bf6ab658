"""SADFace, in: argument documents of atoms, and of nodes between them whose names say what they do.

Nobody is told to say an atom: the analyst who is named encoded it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.exchange.aif_nodeset import scheme_of
from argmap.exchange.draft import Draft, DraftClaim, DraftDocument
from argmap.exchange.foreign_text import json_of
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.graph_draft import ArgumentGraph, SchemeNode, connect, place, read_graphs
from argmap.exchange.loss import ForeignPlace
from argmap.exchange.source_places import Resources
from argmap.model.inference import StepRole
from argmap.source.loosened import plain

_SUPPORTS = ("support", "supports", "default inference", "inference", "default support", "pro")
_ATTACKS = ("conflict", "attack", "attacks", "default conflict", "rebuttal", "undercut", "disagreement", "con")
_TYPES = {"inference": StepRole.BECAUSE, "conflict": StepRole.OBJECTION}
"""Types of nodes that say it whatever their names are; of a `scheme`, only the name does."""
_RECORDS = ("created", "edited", "id", "version", "analyst_email")


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files has the ids of SADFace's edges, or its analyst."""
    return any(
        b'"nodes"' in data and ((b'"source_id"' in data and b'"target_id"' in data) or b'"analyst_name"' in data)
        for data in files.values()
    )


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that documents hold; a folder may hold other files beside them.

    Raises:
        NotThisFormatError: None of the files is a document of SADFace.
    """
    return read_graphs(files, importing, "a document of SADFace", _graphs)


def _graphs(data: bytes, file: str, title: str, importing: Importing) -> Iterator[ArgumentGraph]:
    whole = json_of(data, file, importing.loss)
    if not isinstance(whole, dict) or not isinstance(whole.get("nodes"), list):
        message = "this is no document of SADFace: it has no list `nodes`"
        raise NotThisFormatError(message, file, help="export it from SADFace as JSON")
    yield _Reader(whole, file, title, importing).graph()


def _text(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return value if isinstance(value, str) else ""


def _object(value: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever JSON can hold
    return value if isinstance(value, dict) else {}


class _Reader:
    """One document."""

    def __init__(self, whole: Mapping[str, Any], file: str, title: str, importing: Importing) -> None:
        self._whole = whole
        self._file = file
        self._loss = importing.loss
        core = _object(_object(whole.get("metadata")).get("core"))
        told = plain(_text(core.get("title")))
        head = DraftDocument(key=file, title=told or title, origin=ForeignPlace(file))
        head.by = plain(_text(core.get("analyst_name")))
        self._loss.kept("analyst", ForeignPlace(file), 1 if head.by else 0)
        for field in ("description", "notes"):
            if plain(_text(core.get(field))):
                head.notes.append(plain(_text(core[field])))
                self._loss.changed(f"field `{field}`", "it stands in a note", ForeignPlace(file))
        for field in _RECORDS:
            if core.get(field):
                self._loss.dropped(
                    f"field `{field}`", "it tells of the record, not of the argument", ForeignPlace(file)
                )
        self._graph = ArgumentGraph(file, head, importing.loss)
        texts = {key: _text(one.get("content")) for key, one in self._things("resources", "resource")}
        self._resources = Resources(texts, importing.loss)
        for key, text in texts.items():
            if text:
                why = "argument files name their source and do not hold it"
                self._loss.dropped("source text", why, place(file, "resource", key))

    def _things(self, part: str, noun: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Those of a part of the document, by id."""
        whole = self._whole.get(part)
        if whole is not None and not isinstance(whole, list):
            self._loss.dropped(noun, f"`{part}` is no list", ForeignPlace(self._file))
        for number, one in enumerate(whole if isinstance(whole, list) else (), 1):
            key = _text(_object(one).get("id"))
            if key:
                yield key, one
            else:
                self._loss.dropped(noun, "it has no id", ForeignPlace(self._file, f"{noun} number {number}"))

    def graph(self) -> ArgumentGraph:
        """What it says."""
        schemes: dict[str, SchemeNode] = {}
        for key, node in self._things("nodes", "node"):
            where = place(self._file, "node", key)
            if _object(node.get("metadata")).keys() - {"core"} or _object(_object(node.get("metadata")).get("core")):
                self._loss.dropped("field `metadata`", "it is the data of a program", where)
            if node.get("type") == "atom":
                self._atom(key, node, where)
            elif node.get("type") in ("scheme", *_TYPES):
                scheme = self._scheme(node, where)
                if scheme is not None and key not in schemes:
                    schemes[key] = scheme
            else:
                self._loss.dropped("node", "SADFace has no such type", where)
        connect(self._graph, schemes, self._edges())
        return self._graph

    def _atom(self, key: str, node: Mapping[str, Any], where: ForeignPlace) -> None:
        claim = DraftClaim(key=key, text=_text(node.get("text")), origin=where)
        sources = node.get("sources")
        for source in sources if isinstance(sources, list) else ():
            one = _object(source)
            self._resources.refer(
                claim, _text(one.get("resource_id")), _text(one.get("text")), one.get("offset"), where
            )
        self._graph.add(claim)

    def _scheme(self, node: Mapping[str, Any], where: ForeignPlace) -> SchemeNode | None:
        name = " ".join(_text(node.get("name")).replace("_", " ").casefold().split())
        role = _TYPES.get(_text(node.get("type")))
        if name in _ATTACKS:
            return SchemeNode(StepRole.OBJECTION, "", where)
        if name in _SUPPORTS:
            return SchemeNode(StepRole.BECAUSE, "", where)
        scheme = scheme_of(name)
        if role is StepRole.OBJECTION or (role is None and not scheme):
            if role is None:
                why = "its name does not say whether it supports or attacks"
                self._loss.dropped("scheme", why, ForeignPlace(where.file, f"{where.where}: {plain(name)[:60]}"))
                return None
            return SchemeNode(role, "", where)
        if name and not scheme:
            self._loss.dropped("scheme", "argmap knows none of this name", where)
        elif name != scheme:
            self._loss.changed("scheme", f"it is a case of `{scheme}`", where)
        return SchemeNode(StepRole.BECAUSE, scheme, where)

    def _edges(self) -> Iterator[tuple[str, str, ForeignPlace]]:
        for key, one in self._things("edges", "edge"):
            yield _text(one.get("source_id")), _text(one.get("target_id")), place(self._file, "edge", key)
