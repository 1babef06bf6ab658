"""What stands in files of Carneades, YAML and CAF alike: statements, arguments and issues, as far as they are whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import attrs

from argmap.exchange.foreign_xml import XmlReader, read_xml
from argmap.exchange.formats import NotThisFormatError
from argmap.exchange.graph_draft import place
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.exchange.plain_yaml import Data, NotReadError, yaml_of
from argmap.source.loosened import plain

_PARTS = frozenset("meta statements arguments issues assumptions".split())
_NOT_KEPT = {
    "argument_schemes": "argument scheme",
    "issue_schemes": "issue scheme",
    "language": "text template",
    "tests": "test",
    "labels": "label",
    "weighing_functions": "weighing function",
}
_OF_ARGUMENTS = frozenset("id conclusion premises undercutter scheme meta metadata weight parameters strict".split())
_OF_STATEMENTS = frozenset("id text assumed meta metadata label atom".split())
_YES = ("true", "yes", "on")


class Premise(NamedTuple):
    """A statement as an argument uses it."""

    statement: str
    positive: bool = True
    implicit: bool = False


@attrs.define
class Statement:
    """A statement.

    Attributes:
        assumed: Whether it is assumed to be true.
        main: Whether it is a main issue.
    """

    text: str = ""
    assumed: bool = False
    main: bool = False
    notes: list[str] = attrs.field(factory=list)


@attrs.define(kw_only=True)
class Argument:
    """An argument.

    Attributes:
        undercutter: The statement that it does not apply.
    """

    key: str
    conclusion: str = ""
    premises: list[Premise] = attrs.field(factory=list)
    pro: bool = True
    scheme: str = ""
    undercutter: str = ""


@attrs.define
class Graph:
    """An argument graph.

    Attributes:
        issues: By id, the statements that are its positions.
    """

    title: str = ""
    by: str = ""
    notes: list[str] = attrs.field(factory=list)
    statements: dict[str, Statement] = attrs.field(factory=dict)
    arguments: dict[str, Argument] = attrs.field(factory=dict)
    issues: dict[str, list[str]] = attrs.field(factory=dict)


# --- YAML


def graph_of_yaml(text: str, file: str, loss: LossReport) -> Graph | None:
    """The argument graph that a YAML file holds; None where it holds none.

    Raises:
        NotThisFormatError: It is no YAML that is read; with the line.
    """
    try:
        whole = yaml_of(text)
    except NotReadError as error:
        raise NotThisFormatError(str(error), file, f"line {error.line}") from None
    if not isinstance(whole, dict) or not (_PARTS | _NOT_KEPT.keys()) & whole.keys():
        return None
    return _Yaml(whole, file, loss).graph()


def _items(data: Data | None) -> Iterator[tuple[str, Data]]:
    """Things by id, be they a mapping or a list of mappings with ids."""
    if isinstance(data, dict):
        yield from data.items()
    for number, one in enumerate(data if isinstance(data, list) else (), 1):
        key = one.get("id") if isinstance(one, dict) else one
        yield (key if isinstance(key, str) and key else str(number)), one


def _text(data: Data | None) -> str:
    return data if isinstance(data, str) else ""


class _Yaml:
    def __init__(self, whole: Mapping[str, Data], file: str, loss: LossReport) -> None:
        self._whole = whole
        self._file = file
        self._loss = loss
        self._graph = Graph()

    def graph(self) -> Graph:
        for part, data in self._whole.items():
            if part in _NOT_KEPT:
                number = max(1, sum(1 for _ in _items(data)))
                self._loss.dropped(
                    _NOT_KEPT[part],
                    "argmap does not compute acceptability from it",
                    ForeignPlace(self._file, part),
                    number,
                )
            elif part not in _PARTS:
                self._loss.dropped(
                    "part", "Carneades has none of this name", ForeignPlace(self._file, plain(part)[:40])
                )
        self._tell_about(self._whole.get("meta"))
        for key, data in _items(self._whole.get("statements")):
            self._statement(key, data)
        for key, data in _items(self._whole.get("arguments")):
            self._argument(key, data)
        for key, data in _items(self._whole.get("issues")):
            positions = data.get("positions") if isinstance(data, dict) else data
            self._graph.issues[key] = list(self._ids(positions))
            if isinstance(data, dict) and data.get("standard"):
                self._loss.dropped("proof standard", "it is for computing", place(self._file, "issue", key))
        for key in self._ids(self._whole.get("assumptions")):
            self._graph.statements.setdefault(key, Statement()).assumed = True
        return self._graph

    def _tell_about(self, meta: Data | None) -> None:
        for name, data in meta.items() if isinstance(meta, dict) else ():
            text = plain(_text(data))
            if name == "title":
                self._graph.title = text
            elif text:
                self._graph.notes.append(text if name in ("note", "notes") else f"{plain(name)}: {text}")
                self._loss.changed(f"field `{plain(name)[:40]}`", "it stands in a note", ForeignPlace(self._file))

    def _ids(self, data: Data | None) -> Iterator[str]:
        """The ids in a list, or in a mapping whose keys say which part they play."""
        values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else (data or "",)
        for value in values:
            if isinstance(value, str):
                yield from (value,) if value else ()
            elif isinstance(value, list):
                yield from (one for one in value if isinstance(one, str) and one)

    def _statement(self, key: str, data: Data) -> None:
        where = place(self._file, "statement", key)
        statement = self._graph.statements.setdefault(key, Statement())
        if not isinstance(data, dict):
            statement.text = _text(data) if isinstance(self._whole["statements"], dict) else ""
            return
        statement.text = _text(data.get("text"))
        statement.assumed = _text(data.get("assumed")).lower() in _YES
        for name in data:
            if name not in _OF_STATEMENTS:
                self._loss.dropped(
                    "field",
                    "statements have none of this name",
                    ForeignPlace(self._file, f"{where.where}: {plain(name)[:40]}"),
                )
        if data.get("label"):
            self._loss.dropped("label", "it is for computing", where)

    def _argument(self, key: str, data: Data) -> None:
        where = place(self._file, "argument", key)
        if not isinstance(data, dict):
            self._loss.dropped("argument", "it is no mapping", where)
            return
        premises = data.get("premises")
        if isinstance(premises, dict):
            self._loss.dropped("premise role", "argmap has none", where, len(premises))
        for name in data:
            if name not in _OF_ARGUMENTS:
                self._loss.dropped(
                    "field",
                    "arguments have none of this name",
                    ForeignPlace(self._file, f"{where.where}: {plain(name)[:40]}"),
                )
        for name, noun in (("weight", "weight"), ("parameters", "scheme parameter"), ("meta", "argument note")):
            if data.get(name):
                self._loss.dropped(noun, "argmap has none for a step", where)
        if key in self._graph.arguments:
            self._loss.dropped("argument", "another has the same id", where)
            return
        self._graph.arguments[key] = Argument(
            key=key,
            conclusion=_text(data.get("conclusion")),
            premises=[Premise(one) for one in self._ids(premises)],
            scheme=_text(data.get("scheme")),
            undercutter=_text(data.get("undercutter")),
        )


# --- CAF


def graph_of_caf(data: bytes, file: str, loss: LossReport) -> Graph | None:
    """The argument graph that a CAF file holds; None where it holds none.

    Raises:
        NotThisFormatError: It is no XML that is read; with the place.
    """
    elements = _Caf(file, loss)
    read_xml(data, file, elements)
    return elements.graph if elements.is_caf else None


class _Caf(XmlReader):
    """The elements of a CAF file.

    Attributes:
        graph: What it says.
        is_caf: Whether its root is that of CAF.
    """

    def __init__(self, file: str, loss: LossReport) -> None:
        self._file = file
        self._loss = loss
        self._path: list[str] = []
        self._statement: Statement | None = None
        self._argument: Argument | None = None
        self._undercuts: dict[str, str] = {}
        self._where = ForeignPlace(file)
        self._text: list[str] | None = None
        self.graph = Graph()
        self.is_caf = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._path.append(name)
        key = attributes.get("id", "")
        if len(self._path) == 1:
            self.is_caf = name == "caf"
        elif name == "statement" and "premises" not in self._path:
            self._begin_statement(key, attributes)
        elif name == "argument":
            self._begin_argument(key, attributes)
        elif name == "conclusion" and self._argument is not None:
            self._argument.conclusion = attributes.get("statement", "")
        elif name == "premise" and self._argument is not None:
            self._argument.premises.append(
                Premise(
                    attributes.get("statement", ""),
                    attributes.get("positive", "true") != "false",
                    attributes.get("implicit", "false") == "true",
                )
            )
            self._loss.dropped("premise role", "argmap has none", self._where, 1 if attributes.get("role") else 0)
        elif name == "metadata":
            self._tell_about(attributes)
        elif name == "description":
            self._text = []

    def _begin_statement(self, key: str, attributes: Mapping[str, str]) -> None:
        self._where = place(self._file, "statement", key)
        self._statement = Statement(main=attributes.get("main") == "true")
        if not key or key in self.graph.statements:
            self._loss.dropped("statement", "it has no id, or that of another", self._where)
            return
        self.graph.statements[key] = self._statement
        atom = attributes.get("atom", "").split()
        if len(atom) == 2 and atom[0] == "(undercut":
            self._undercuts[atom[1].rstrip(")")] = key
        if attributes.get("value"):
            self._loss.dropped("value", "it is computed", self._where)

    def _begin_argument(self, key: str, attributes: Mapping[str, str]) -> None:
        self._where = place(self._file, "argument", key)
        self._argument = Argument(
            key=key, pro=attributes.get("pro", "true") != "false", scheme=attributes.get("scheme", "")
        )
        if not key or key in self.graph.arguments:
            self._loss.dropped("argument", "it has no id, or that of another", self._where)
            return
        self.graph.arguments[key] = self._argument
        for name in ("weight", "value"):
            if attributes.get(name):
                self._loss.dropped(name, "it is for computing", self._where)

    def _tell_about(self, attributes: Mapping[str, str]) -> None:
        told = {name: plain(value) for name, value in attributes.items() if plain(value)}
        if self._path[1:-1] == ["references"]:
            self.graph.notes.append(f"reference: {', '.join(told.values())}")
            self._loss.changed("reference", "it stands in a note", ForeignPlace(self._file))
        elif len(self._path) > 2:
            self._loss.dropped("record field", "argument files have no place for it", self._where, len(told))
        else:
            self.graph.title = told.pop("title", "")
            self.graph.by = told.pop("creator", "")
            self.graph.notes += [f"{name}: {value}" for name, value in told.items()]
            self._loss.changed("graph field", "it stands in a note", ForeignPlace(self._file), len(told))

    def end(self, name: str) -> None:
        if name == "description" and self._text is not None:
            self._take("".join(self._text).strip())
            self._text = None
        self._path.pop()
        if name == "statement":
            self._statement = None
        elif name == "argument":
            self._argument = None
        elif name == "caf":
            for argument, statement in self._undercuts.items():
                if argument in self.graph.arguments:
                    self.graph.arguments[argument].undercutter = statement

    def _take(self, text: str) -> None:
        """Take a description, by what it is of."""
        if not text:
            return
        about = "metadata" in self._path
        if self._argument is not None:
            self._loss.dropped("argument description", "argmap has none for a step", self._where)
        elif self._statement is not None and about:
            self._statement.notes.append(text)
            self._loss.changed("record description", "it stands in a note", self._where)
        elif self._statement is None:
            self.graph.notes.append(text)
            self._loss.changed("description", "it stands in a note", ForeignPlace(self._file))
        elif self._statement.text:
            self._loss.dropped("text", "it is in another language than the first", self._where)
        else:
            self._statement.text = text

    def text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
