"""Rationale, in: the script of calls that builds a map, as ``.rtnl`` holds it.  It is read line by line, and never run.

A map has claims over reasons and objections.  A compound joins claims that work together, and what stands under its
inference is about that.  Nobody is told to say any of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import attrs

from argmap.exchange.draft import Draft, DraftClaim, DraftDocument
from argmap.exchange.foreign_text import text_of
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.graph_draft import ArgumentGraph, read_graphs
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.model.inference import StepRole
from argmap.source.loosened import plain

_HEAD = re.compile(r"#[ \t]*Rationale[ \t]+Version", re.IGNORECASE)
_PRELUDE = re.compile(r"^#-- End of Prelude --[ \t]*$", re.MULTILINE)
_CALL = re.compile(
    r"(?:(?P<name>\w{1,60})[ \t]*=[ \t]*)?(?:\w{1,60}\.){0,3}"
    r"(?P<call>Create|CreateChild|SetText)[ \t]*\((?P<arguments>.*)\)[ \t]*"
)
_ANY_CALL = re.compile(r"(?:\w{1,60}[ \t]*=[ \t]*)?(?:\w{1,60}\.){0,3}(\w{1,60})[ \t]*\(")
_REFERENCE = re.compile(r"[ \t]*(?P<name>\w{1,60})(?P<path>(?:\[[0-9]{1,6}\]){0,400})[ \t]*,?")
_STRING = re.compile(r'[ \t]*u?"(?P<text>(?:[^"\\]|\\.)*+)"[ \t]*|[ \t]*u?\'(?P<single>(?:[^\'\\]|\\.)*+)\'[ \t]*')
_ESCAPED = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "r": " ", "t": "\t"}
_ROLES = {
    "Reason": StepRole.BECAUSE,
    "CompoundReason": StepRole.BECAUSE,
    "Objection": StepRole.OBJECTION,
    "CompoundObjection": StepRole.OBJECTION,
    "Rebuttal": StepRole.OBJECTION,
}
_COMPOUND = ("CompoundReason", "CompoundObjection")
_KINDS = frozenset((*_ROLES, "Claim", "Inference", "Note"))
_ABOUT_LOOKS = re.compile(r"GetFernViews|view[0-9]+\b|if view|#|\s*$")


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether one of the files begins as those of Rationale do, or builds a map as they do."""
    return any(
        _HEAD.match(data[:200].decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")) is not None
        or (b'Create("Claim")' in data and b"SetText(" in data)
        for data in files.values()
    )


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that maps hold, one document each; a folder may hold other files beside them.

    Raises:
        NotThisFormatError: None of the files is a map of Rationale.
    """
    return read_graphs(files, importing, "a map of Rationale", _graphs)


def _graphs(data: bytes, file: str, title: str, importing: Importing) -> Iterator[ArgumentGraph]:
    text = text_of(data, file, importing.loss)
    boxes = _Boxes(file, importing.loss)
    prelude = _PRELUDE.search(text)
    first = text.count("\n", 0, prelude.end()) + 1 if prelude else 1
    for number, line in enumerate(text[prelude.end() if prelude else 0 :].split("\n"), first):
        boxes.take(number, line)
    if not boxes.all:
        message = "this is no map of Rationale: no line of it creates a claim"
        raise NotThisFormatError(message, file, help="save the map from Rationale as .rtnl")
    yield _Reader(boxes, file, title, importing.loss).graph()


@attrs.define(eq=False)
class _Box:
    """A box of a map.

    Attributes:
        number: Which it is, from 0.
        line: That which creates it.
        first: The first claim below it.
    """

    number: int
    kind: str
    line: int
    above: _Box | None
    text: str = ""
    below: list[_Box] = attrs.field(factory=list)
    first: _Box | None = None


class _Call(NamedTuple):
    """The arguments of a call: a reference, where it has one, and a text."""

    name: str
    path: tuple[int, ...]
    text: str


class _Boxes:
    """The boxes that a script creates.

    Attributes:
        all: In the order of the script.
    """

    def __init__(self, file: str, loss: LossReport) -> None:
        self._file = file
        self._loss = loss
        self._named: dict[str, _Box] = {}
        self._last: _Box | None = None
        self.all: list[_Box] = []

    def take(self, number: int, line: str) -> None:
        """Take a line, counted from 1."""
        line = line.strip()
        where = ForeignPlace(self._file, f"line {number}")
        match = _CALL.fullmatch(line)
        if match is None:
            other = _ANY_CALL.match(line)
            if _ABOUT_LOOKS.match(line) or other is not None:
                noun = f"call `{other[1]}`" if other is not None else ""
                self._loss.dropped(noun, "it is about how the map looks", where, 1 if noun else 0)
            else:
                self._loss.dropped("line", "it is no call that builds a map", where)
            return
        call = _arguments(match["arguments"])
        if call is None:
            self._loss.dropped(f"call `{match['call']}`", "its arguments cannot be read", where)
        elif match["call"] == "SetText":
            self._set_text(call, where)
        else:
            self._create(match["name"] or "", match["call"] == "CreateChild", call, number, where)

    def _set_text(self, call: _Call, where: ForeignPlace) -> None:
        box = self._box(call) if call.name else self._last
        if box is None:
            self._loss.dropped("text", "the box that it is for is not there", where)
        elif box.text:
            self._loss.dropped("text", "its box has one already", where)
        else:
            box.text = call.text

    def _create(self, name: str, is_child: bool, call: _Call, line: int, where: ForeignPlace) -> None:
        above = self._box(call) if is_child else None
        if is_child and above is None:
            self._loss.dropped(f"box `{plain(call.text)[:40]}`", "the box above it is not there", where)
            self._last = None
            if name:
                self._named.pop(name, None)
            return
        box = _Box(len(self.all), call.text, line, above)
        self.all.append(box)
        self._last = box
        if above is not None:
            above.below.append(box)
            if box.kind == "Claim" and above.first is None:
                above.first = box
        if name:
            self._named[name] = box

    def _box(self, call: _Call) -> _Box | None:
        box = self._named.get(call.name)
        for index in call.path:
            if box is None or index >= len(box.below):
                return None
            box = box.below[index]
        return box


def _arguments(text: str) -> _Call | None:
    """A reference and a text, or a text alone; None where it is neither."""
    name, at = "", 0
    path: tuple[int, ...] = ()
    reference = _REFERENCE.match(text)
    if reference is not None and reference[0].rstrip().endswith(","):
        name, at = reference["name"], reference.end()
        path = tuple(int(index) for index in re.findall(r"[0-9]+", reference["path"]))
    string = _STRING.fullmatch(text, at)
    if string is None:
        return None
    found = string["text"] if string["text"] is not None else string["single"]
    return _Call(name, path, _ESCAPED.sub(_escape, found))


def _escape(match: re.Match[str]) -> str:
    sign = match[1]
    return chr(int(sign[1:], 16)) if len(sign) > 1 else _ESCAPES.get(sign, sign)


class _Reader:
    """One map."""

    def __init__(self, boxes: _Boxes, file: str, title: str, loss: LossReport) -> None:
        self._boxes = boxes
        self._file = file
        self._loss = loss
        self._graph = ArgumentGraph(file, DraftDocument(key=file, title=title, origin=ForeignPlace(file)), loss)

    def graph(self) -> ArgumentGraph:
        """What it says."""
        for box in self._boxes.all:
            where = ForeignPlace(self._file, f"line {box.line}")
            if box.kind == "Note":
                self._note(box, where)
            elif box.kind not in _KINDS:
                self._loss.dropped(f"box `{plain(box.kind)[:40]}`", "it is no claim, reason or objection", where)
            elif box.kind not in (*_COMPOUND, "Inference"):
                self._graph.add(DraftClaim(key=str(box.number), text=box.text, origin=where))
            elif box.kind == "Inference" and plain(box.text).casefold() not in ("", "supports", "opposes"):
                self._loss.dropped("inference text", "argmap has none for a step", where)
        for box in self._boxes.all:
            if box.kind in _ROLES:
                self._argue(box, ForeignPlace(self._file, f"line {box.line}"))
        return self._graph

    def _note(self, box: _Box, where: ForeignPlace) -> None:
        if plain(box.text):
            self._graph.head.notes.append(plain(box.text))
            self._loss.kept("note", where)

    def _argue(self, box: _Box, where: ForeignPlace) -> None:
        premises = [str(box.number)]
        if box.kind in _COMPOUND:
            premises = [str(one.number) for one in box.below if one.kind == "Claim" and plain(one.text)]
            empty = sum(one.kind == "Claim" for one in box.below) - len(premises)
            self._loss.dropped("compound claim", "it has no text", where, empty)
            if plain(box.text):
                self._loss.dropped("compound text", "its claims say it", where)
        self._graph.join(f"step {box.number}", _ROLES[box.kind], premises, self._target(box, where), origin=where)

    def _target(self, box: _Box, where: ForeignPlace) -> str:
        """What a box bears on: the claim over it, or the step whose inference is over it."""
        above = box.above
        if above is None:
            return ""
        if above.kind == "Inference":
            return f"step {above.above.number}" if above.above is not None else ""
        if above.kind in _COMPOUND:
            self._loss.changed("step", "it stands under a compound: it bears on the first claim of that", where)
            return str(above.first.number) if above.first is not None else ""
        return str(above.number)
