"""arggraph, in: the XML of the argumentative microtexts (Peldszus and Stede 2013).

Each text argues with an opponent whom its author imagines.  What the opponent says is reported, and never claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from argmap.exchange.draft import Draft, DraftAnswer, DraftClaim, DraftDocument, DraftIssue
from argmap.exchange.foreign_xml import XmlReader, read_xml
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.graph_draft import ArgumentGraph, place, read_graphs
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.language.words import Attitude
from argmap.model.inference import StepRole
from argmap.source.loosened import plain

_OPPONENT = "The imagined opponent"
_ROLES = {
    "sup": (StepRole.BECAUSE, ""),
    "exa": (StepRole.BECAUSE, "example"),
    "reb": (StepRole.OBJECTION, ""),
    "und": (StepRole.OBJECTION, ""),
}
_STANCES = {"pro": "In favour of it", "con": "Against it"}
"""What a text says of its topic, in the words of the definition of the format."""
_ELEMENTS = frozenset(("arggraph", "edu", "joint", "adu", "edge"))


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files has the root element."""
    return any(b"<arggraph" in data[:4_000] for data in files.values())


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that argument graphs hold, one document each; a folder may hold other files beside them.

    Raises:
        NotThisFormatError: None of the files is an argument graph.
    """
    issues: dict[str, DraftIssue] = {}
    opponent = plain(importing.options.get("opponent", "")) or _OPPONENT
    options = {name: value for name, value in importing.options.items() if name != "opponent"}

    def graphs(data: bytes, file: str, title: str, given: Importing) -> Iterator[ArgumentGraph]:
        elements = _Elements(file, given.loss)
        read_xml(data, file, elements)
        if not elements.root:
            message = "this is no argument graph: its root is not `arggraph`"
            raise NotThisFormatError(message, file, help="name the file that holds `<arggraph ...>`")
        yield _Reader(elements, title, opponent, issues).graph()

    draft = read_graphs(files, attrs.evolve(importing, options=options), "an argument graph", graphs)
    if any(claim.voices for document in draft.documents for claim in document.claims):
        draft.actor(opponent)
    draft.issues += issues.values()
    return draft


class _Elements(XmlReader):
    """The elements of a file.

    Attributes:
        root: The attributes of the root; none where it is another.
        texts: By the id of an elementary unit, its words.
        units: By the id of an argumentative unit, its type.
        edges: By id.
    """

    def __init__(self, file: str, loss: LossReport) -> None:
        self.file = file
        self.loss = loss
        self._unit = ""
        self._depth = 0
        self.root: Mapping[str, str] = {}
        self.texts: dict[str, list[str]] = {}
        self.joints: set[str] = set()
        self.units: dict[str, str] = {}
        self.edges: dict[str, Mapping[str, str]] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._depth == 0:
            self.root = {"": "", **attributes} if name == "arggraph" else {}
        self._depth += 1
        key = attributes.get("id", "")
        where = place(self.file, name, key)
        if name not in _ELEMENTS:
            self.loss.dropped(f"element `{plain(name)[:40]}`", "argument graphs have none of this name", where)
        elif name != "arggraph" and (not key or key in self.texts or key in self.units or key in self.edges):
            self.loss.dropped(name, "it has no id, or that of another", where)
        elif name == "edu":
            self.texts[key] = []
            self._unit = key
        elif name == "joint":
            self.joints.add(key)
        elif name == "adu":
            self.units[key] = attributes.get("type", "")
        elif name == "edge":
            self.edges[key] = attributes

    def end(self, name: str) -> None:
        self._depth -= 1
        if name == "edu":
            self._unit = ""

    def text(self, text: str) -> None:
        if self._unit:
            self.texts[self._unit].append(text)
        elif text.strip():
            self.loss.dropped("text", "it stands in no unit", ForeignPlace(self.file))


class _Reader:
    """One argument graph."""

    def __init__(
        self,
        elements: _Elements,
        title: str,
        opponent: str,
        issues: dict[str, DraftIssue],
    ) -> None:
        self._elements = elements
        self._file = file = elements.file
        self._loss = loss = elements.loss
        self._opponent = opponent
        self._issues = issues
        head = DraftDocument(key=file, title=plain(elements.root.get("id", "")) or title, origin=ForeignPlace(file))
        self._graph = ArgumentGraph(file, head, loss)
        self._words: dict[str, list[str]] = {}

    def graph(self) -> ArgumentGraph:
        """What it says."""
        by_type: dict[str, list[tuple[str, Mapping[str, str]]]] = {}
        for key, edge in self._elements.edges.items():
            by_type.setdefault(edge.get("type", ""), []).append((key, edge))
        self._join_units(by_type.pop("seg", []))
        for key, kind in self._elements.units.items():
            self._unit(key, kind)
        added = by_type.pop("add", [])
        more: dict[str, list[str]] = {}
        for key, edge in added:
            source, target = edge.get("src", ""), edge.get("trg", "")
            if source in self._graph.claims and self._elements.edges.get(target, {}).get("type") in _ROLES:
                more.setdefault(target, []).append(source)
                self._loss.kept("further premise", place(self._file, "edge", key))
            else:
                why = "it leads from no unit, or to no step"
                self._loss.dropped("further premise", why, place(self._file, "edge", key))
        for kind, edges in by_type.items():
            for key, edge in edges:
                self._step(key, kind, edge, more.get(key, []))
        self._answer()
        return self._graph

    def _join_units(self, edges: list[tuple[str, Mapping[str, str]]]) -> None:
        """Gather the words of each argumentative unit, in the order in which they stand in the text."""
        order = {key: number for number, key in enumerate(self._elements.texts)}
        joined: dict[str, list[str]] = {}
        for pass_ in (True, False):
            for key, edge in edges:
                source, target = edge.get("src", ""), edge.get("trg", "")
                if (target in self._elements.joints) is not pass_:
                    continue
                units = [source] if source in order else joined.get(source, [])
                if not units or (target not in self._elements.units and not pass_):
                    self._loss.dropped("edge", "one of its ends is not there", place(self._file, "edge", key))
                    continue
                joined.setdefault(target, []).extend(units)
        told: set[str] = set()
        for key in self._elements.units:
            units = sorted(set(joined.get(key, [])), key=order.__getitem__)
            told.update(units)
            self._words[key] = ["".join(self._elements.texts[unit]) for unit in units]
            if len(units) > 1:
                self._loss.changed("unit", "its parts stand in one claim", place(self._file, "adu", key))
        for unit in self._elements.texts:
            if unit not in told:
                self._loss.dropped(
                    "elementary unit", "it belongs to no argumentative unit", place(self._file, "edu", unit)
                )

    def _unit(self, key: str, kind: str) -> None:
        where = place(self._file, "adu", key)
        claim = DraftClaim(key=key, text=" ".join(self._words.get(key, [])), origin=where)
        if kind == "opp":
            claim.attitude = Attitude.REPORTS
            claim.voices = [[self._opponent]]
        elif kind != "pro":
            self._loss.changed("claim", "its type is neither `pro` nor `opp`: it is supposed", where)
            claim.attitude = Attitude.SUPPOSES
        self._graph.add(claim, told=True)

    def _step(self, key: str, kind: str, edge: Mapping[str, str], more: list[str]) -> None:
        where = place(self._file, "edge", key)
        if kind not in _ROLES:
            self._loss.dropped("edge", f"arggraph has no type `{plain(kind)[:40]}`", where)
            return
        role, scheme = _ROLES[kind]
        target = edge.get("trg", "")
        if kind == "und" and target in self._graph.claims:
            self._loss.dropped("undercut", "it leads to a unit, and not to an edge", where)
            return
        self._graph.join(key, role, [edge.get("src", ""), *more], target, scheme=scheme, origin=where)

    def _answer(self) -> None:
        """Let the main claim answer the topic, on which the text is said to take a stance."""
        root = self._elements.root
        topic, stance = plain(root.get("topic_id", "")), root.get("stance", "")
        where = ForeignPlace(self._file)
        used = {premise for step in self._graph.steps.values() for premise in step.premises}
        mains = [key for key in self._graph.claims if key not in used and self._elements.units[key] == "pro"]
        if not topic:
            self._loss.dropped("stance", "no topic is named", where, 1 if stance else 0)
            return
        issue = self._issues.setdefault(
            topic, DraftIssue(key=topic, question=topic, positions=dict(_STANCES), exhaustive=True, origin=where)
        )
        if stance not in issue.positions:
            self._loss.dropped("stance", "it is neither `pro` nor `con`", where, 1 if stance else 0)
        elif len(mains) != 1:
            self._loss.dropped("stance", "there is no one main claim that could take it", where)
        else:
            self._graph.claims[mains[0]].answers.append(DraftAnswer(issue=topic, position=stance))
            self._loss.kept("stance", where)
