"""Argunet, in: debates as GraphML, with Argunet's own data in that of the nodes and edges.

A map sketches arguments or reconstructs them.  A sketch is one claim; of a reconstruction each proposition is one, and
what has one id is one proposition, wherever it stands.  Nobody is told to hold any of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import attrs

from argmap.exchange.draft import Draft, DraftClaim, DraftDocument
from argmap.exchange.foreign_xml import XmlReader, read_xml
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.graph_draft import ArgumentGraph, place, read_graphs
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.model.inference import StepRole
from argmap.source.loosened import plain

_NAMESPACE = b"argunet.org/xml/argml"
_FROM = re.compile(r"[0-9]{1,4}(?:[ ]?[-\u2013][ ]?[0-9]{1,4})?")
_MOST_PREMISES = 100
"""Numbers in a pattern that are looked up."""
_NODES = ("thesis", "argument", "group")
_TEXTS = frozenset(("title", "description", "content", "mapTitle", "mapDescription", "subtitle", "language"))
_ATTACKS = ("attack", "sketchedAttack")
_EDGES = ("support", "sketchedSupport", *_ATTACKS)


class _Proposition(NamedTuple):
    """A proposition in a node, with its number in the argument and, of a conclusion, from which numbers it follows."""

    key: str
    number: str
    kind: str
    pattern: str


@attrs.define
class _Node:
    """A thesis, an argument or a group.

    Attributes:
        groups: The titles of the groups in which it stands, the outermost first.
    """

    kind: str
    key: str
    groups: tuple[str, ...]
    title: str = ""
    description: str = ""
    content: str = ""
    propositions: list[_Proposition] = attrs.field(factory=list)


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files names the namespace of Argunet."""
    return any(_NAMESPACE in data[:4_000] for data in files.values())


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that debates hold, one document each; a folder may hold other files beside them.

    Raises:
        NotThisFormatError: None of the files is a debate of Argunet.
    """
    return read_graphs(files, importing, "a debate of Argunet", _graphs)


def _graphs(data: bytes, file: str, title: str, importing: Importing) -> Iterator[ArgumentGraph]:
    elements = _Elements(file, importing.loss)
    read_xml(data, file, elements)
    if not elements.is_debate:
        message = "this is no debate of Argunet: it is GraphML without Argunet's data" if elements.is_graph else ""
        message = message or "this is no debate of Argunet: its root is not `graphml`"
        raise NotThisFormatError(message, file, help="export it from Argunet as GraphML")
    yield _Reader(elements, file, title, importing.loss).graph()


class _Elements(XmlReader):
    """What Argunet says in a file.

    Attributes:
        about: Texts about the whole, by the name of the element.
        texts: By the id of a proposition, its words.
    """

    def __init__(self, file: str, loss: LossReport) -> None:
        self._file = file
        self._loss = loss
        self._groups: list[str] = []
        self._opened: list[bool] = []
        """By each graph in another, whether it is that of a group."""
        self._last_group = ""
        self._node: _Node | None = None
        self._proposition: _Proposition | None = None
        self._text: list[str] | None = None
        self.is_graph = False
        self.is_debate = False
        self.about: dict[str, str] = {}
        self.nodes: list[_Node] = []
        self.texts: dict[str, str] = {}
        self.edges: list[Mapping[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "graphml":
            self.is_graph = True
        elif name == "graph":
            self._opened.append(bool(self._last_group))
            self._groups += [self._last_group] if self._last_group else []
            self._last_group = ""
        elif name == "map":
            self.is_debate = True
        elif name in _NODES:
            self.is_debate = True
            self._node = _Node(name, attributes.get("id", ""), tuple(self._groups))
        elif name == "proposition" and self._node is not None:
            key = attributes.get("id", "")
            self._proposition = _Proposition(
                key, attributes.get("index", ""), attributes.get("type", ""), attributes.get("pattern", "")
            )
            self._node.propositions.append(self._proposition)
        elif name == "edge" and "type" in attributes:
            self.edges.append(attributes)
        elif name in _TEXTS:
            self._text = []

    def end(self, name: str) -> None:
        if name == "graph" and self._opened and self._opened.pop():
            self._groups.pop()
        elif name in _NODES and self._node is not None:
            if name == "group":
                self._last_group = plain(self._node.title) or "Group"
            else:
                self.nodes.append(self._node)
            self._node = None
        elif name == "proposition":
            self._proposition = None
        elif name in _TEXTS and self._text is not None:
            self._take(name, plain("".join(self._text)))
            self._text = None

    def text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _take(self, name: str, text: str) -> None:
        if self._proposition is not None and name == "content":
            known = self.texts.setdefault(self._proposition.key, text)
            if known != text:
                why = "another of the same id has other words, which are kept"
                self._loss.dropped("proposition", why, place(self._file, "proposition", self._proposition.key))
        elif self._node is None:
            self.about.setdefault(name, text)
        elif name in ("title", "description", "content"):
            setattr(self._node, name, getattr(self._node, name) or text)


class _Reader:
    """One debate."""

    def __init__(self, elements: _Elements, file: str, title: str, loss: LossReport) -> None:
        self._elements = elements
        self._file = file
        self._loss = loss
        about = elements.about
        head = DraftDocument(key=file, title=about.get("title") or about.get("mapTitle") or title)
        head.origin = ForeignPlace(file)
        for name in ("subtitle", "description", "mapTitle", "mapDescription"):
            if about.get(name) and about[name] != head.title:
                head.notes.append(about[name])
                self._loss.changed(f"element `{name}`", "it stands in a note", ForeignPlace(file))
        if about.get("language"):
            self._loss.dropped("element `language`", "whose claims these are is not told", ForeignPlace(file))
        self._graph = ArgumentGraph(file, head, loss)
        self._sections: dict[tuple[str, ...], int] = {}
        self._claims: dict[str, str] = {}
        """By the id of a thesis or an argument, the claim that it is, or that it argues for."""
        self._steps: dict[str, str] = {}
        """By the id of an argument, the step to its conclusion."""

    def graph(self) -> ArgumentGraph:
        """What it says."""
        for node in self._elements.nodes:
            where = place(self._file, node.kind, node.key)
            if node.key in self._claims:
                self._loss.dropped(node.kind, "another has the same id", where)
            elif node.kind == "argument" and node.propositions:
                self._reconstruct(node, where)
            else:
                self._sketch(node, where)
        for number, edge in enumerate(self._elements.edges):
            self._edge(number, edge)
        return self._graph

    def _section(self, node: _Node) -> int | None:
        if not node.groups:
            return None
        if node.groups not in self._sections:
            self._sections[node.groups] = len(self._sections)
            self._graph.head.sections.append(" > ".join(node.groups))
            self._loss.kept("group", ForeignPlace(self._file))
        return self._sections[node.groups]

    def _claim(self, key: str, text: str, name: str, node: _Node, where: ForeignPlace) -> None:
        self._graph.add(DraftClaim(key=key, text=text, name=name, section=self._section(node), origin=where))

    def _sketch(self, node: _Node, where: ForeignPlace) -> None:
        """Take a thesis, or what an argument is said to say, for one claim."""
        own = [one for one in node.propositions if self._elements.texts.get(one.key)]
        text = self._elements.texts[own[0].key] if own else node.content or node.description or node.title
        self._loss.dropped("proposition", "a thesis has one", where, len(own) - 1)
        if text and text == node.title and node.kind == "argument":
            self._loss.changed("argument", "nothing is told of it but its title, which is its claim", where)
        key = own[0].key if own else node.key
        self._claims[node.key] = key
        if key in self._graph.claims:
            self._loss.kept("mention", where)
            return
        name = "" if node.title.startswith("Untitled") else node.title
        self._claim(key, text, name, node, where)
        if node.description and node.description != text and key in self._graph.claims:
            self._graph.claims[key].notes.append(node.description)
            self._loss.changed("description", "it stands in a note", where)

    def _reconstruct(self, node: _Node, where: ForeignPlace) -> None:
        """Take the propositions of an argument for claims, and its inferences for steps."""
        numbers: dict[str, str] = {}
        for one in node.propositions:
            numbers.setdefault(one.number, one.key)
            if one.key not in self._graph.claims:
                self._claim(one.key, self._elements.texts.get(one.key, ""), "", node, where)
            else:
                self._loss.kept("mention", where)
        if node.description:
            self._loss.dropped("description", "the propositions of the argument say it", where)
        conclusions = [one for one in node.propositions if one.kind != "premise"]
        premises = [one.key for one in node.propositions if one.kind == "premise"]
        if not conclusions or not premises:
            self._loss.dropped("argument", "it has no premise or no conclusion", where)
            return
        self._claims[node.key] = conclusions[-1].key
        for number, one in enumerate(conclusions):
            from_ = self._from(one, numbers)
            if not from_ and number < len(conclusions) - 1:
                why = "from which premises it follows is not told: it stands by itself"
                self._loss.changed("preliminary conclusion", why, where)
                continue
            key = f"{node.key}/{number}"
            self._graph.join(key, StepRole.BECAUSE, from_ or premises, one.key, origin=where)
            self._steps[node.key] = key

    def _from(self, one: _Proposition, numbers: Mapping[str, str]) -> list[str]:
        """The propositions from which a conclusion follows, as ``From 1-4 and 6`` says; none where it does not."""
        told: list[int] = []
        for match in _FROM.finditer(one.pattern):
            first, _, last = match[0].replace("\u2013", "-").partition("-")
            told += range(int(first), int(last or first) + 1)[: _MOST_PREMISES - len(told)]
            if len(told) >= _MOST_PREMISES:
                break
        keys = (numbers.get(str(number), one.key) for number in told)
        return list(dict.fromkeys(key for key in keys if key != one.key))

    def _edge(self, number: int, edge: Mapping[str, str]) -> None:
        kind, source, target = edge["type"], edge.get("sourceNodeId", ""), edge.get("targetNodeId", "")
        where = ForeignPlace(self._file, f"edge from {plain(source)[:40]} to {plain(target)[:40]}")
        if kind not in _EDGES:
            self._loss.dropped("edge", f"Argunet has no type `{plain(kind)[:40]}`", where)
            return
        premise = edge.get("sourcePropositionId") or self._claims.get(source, "")
        concluded = edge.get("targetPropositionId") or self._claims.get(target, "")
        if kind in _ATTACKS:
            role = StepRole.OBJECTION
            if not edge.get("targetPropositionId") and target in self._steps:
                concluded = self._steps[target]
                self._loss.changed(
                    "attack", "which part of the argument it is on is not told: it doubts the step", where
                )
        else:
            role = StepRole.BECAUSE
            if premise == concluded and premise in self._graph.claims:
                # The conclusion of an argument that is a premise of the next is one claim: nothing more is said.
                self._loss.kept("repeated support", where)
                return
            if not edge.get("targetPropositionId") and target in self._steps:
                self._loss.dropped("support", "which part of the argument it is for is not told", where)
                return
        self._graph.join(f"edge {number}", role, [premise], concluded, origin=where)
