"""What an Argdown file means: statements and arguments by title, the relations between them, and its sections.

A statement is all that has one title (an equivalence class): its definitions and references are its members.  As in
Argdown, a relation of an argument that has a premise-conclusion structure is one of its conclusion, and what undercuts
such an argument undercuts its last inference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

import attrs

from argmap.exchange.argdown.elements import (
    Element,
    Heading,
    Inference,
    Listed,
    Numbered,
    RawData,
    Relation,
    Structure,
    Symbol,
)
from argmap.exchange.argdown.inline import Wording
from argmap.exchange.argdown.parser import Tell, parsed
from argmap.exchange.plain_yaml import Data, NotReadError, yaml_of

_BLOCK_STYLE = re.compile(r"\{([ \t]*\n.*)\}", re.DOTALL)
"""Data whose first line holds the brace alone; with no brace around it, it is YAML in block style."""


class RelationKind(StrEnum):
    """What one end of a relation does to the other, in the words of Argdown."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTORY = "contradictory"
    ENTAILS = "entails"
    CONTRARY = "contrary"


@attrs.define(eq=False)
class Member:
    """A place where a statement or an argument is defined or referred to."""

    wording: Wording
    line: int
    is_reference: bool
    data: dict[str, Data]
    section: int | None


@attrs.define(eq=False)
class Entry:
    """A statement or an argument.

    Attributes:
        key: ``[title]`` of a statement, ``<title>`` of an argument; of what has no title, its number among these.
        steps: Of an argument, the inferences of its premise-conclusion structure.
        premises: The keys of the statements of that which are no conclusions.
        section: The number of its section; None before the first.
    """

    key: str
    title: str
    is_argument: bool
    members: list[Member] = attrs.field(factory=list)
    tags: dict[str, None] = attrs.field(factory=dict)
    data: dict[str, Data] = attrs.field(factory=dict)
    steps: list[Inferred] = attrs.field(factory=list)
    premises: list[str] = attrs.field(factory=list)

    @property
    def line(self) -> int:
        """Where it stands first."""
        return self.members[0].line if self.members else self.steps[0].line

    @property
    def defined(self) -> Member | None:
        """The member whose text counts: the last definition, or the last that says that it is canonical."""
        texts = [member for member in self.members if member.wording.text]
        chosen = [member for member in texts if member.data.get("isCanonical") == "true"]
        return (chosen or texts)[-1] if texts else None

    @property
    def section(self) -> int | None:
        """The section of its first definition, or of the last that claims it by ``isInGroup``."""
        grouped = [member for member in self.members if member.data.get("isInGroup") == "true"]
        free = [one for one in self.members if not one.is_reference and "isInGroup" not in one.data]
        chosen = grouped[-1:] or free[:1] or self.members[:1]
        return chosen[0].section if chosen else None


@attrs.define(eq=False)
class Inferred:
    """An inference of a premise-conclusion structure.

    Attributes:
        argument: The key of the argument.
        premises: The keys of statements, those from which it says that it goes, else what stands above it up to the
            inference before, with the conclusion of that.
    """

    argument: str
    premises: list[str]
    conclusion: str
    rules: list[str]
    line: int
    is_last: bool = False


@attrs.define(eq=False)
class Related:
    """A relation.

    Attributes:
        target: The key of a statement or an argument, or an inference that is undercut.
    """

    kind: RelationKind
    source: str
    target: str | Inferred
    line: int


@attrs.define(eq=False)
class Section:
    """A heading."""

    title: str
    level: int
    line: int
    tags: tuple[str, ...]
    data: dict[str, Data]


@attrs.define(eq=False)
class Model:
    """An Argdown file.

    Attributes:
        entries: By key, in the order in which they stand first.
        comments: The lines on which comments begin.
    """

    entries: dict[str, Entry] = attrs.field(factory=dict)
    relations: list[Related] = attrs.field(factory=list)
    sections: list[Section] = attrs.field(factory=list)
    front_matter: dict[str, Data] = attrs.field(factory=dict)
    comments: list[int] = attrs.field(factory=list)

    @property
    def removes_tags(self) -> bool:
        """Whether tags are no part of the texts in which they stand."""
        settings = self.front_matter.get("model")
        return isinstance(settings, dict) and settings.get("removeTagsFromText") == "true"

    @property
    def is_strict(self) -> bool:
        """Whether relations between statements are logical ones."""
        settings = self.front_matter.get("model")
        return isinstance(settings, dict) and settings.get("mode") == "strict"


def modelled(text: str, tell: Tell) -> Model:
    """What a text in Argdown means.

    Args:
        text: Its line ends are LF.
        tell: Told of what is not in the result as it was.
    """
    source = parsed(text, tell)
    builder = _Builder(tell)
    builder.model.comments = source.comments
    if source.front_matter is not None:
        try:
            found = yaml_of(source.front_matter.text)
            if isinstance(found, dict):
                builder.model.front_matter = found
            elif found is not None:
                tell("dropped", "front matter", "it is no mapping", source.front_matter.line)
        except NotReadError as error:
            line = source.front_matter.line + error.line - 1
            tell("dropped", "front matter", f"it is no YAML that is read: {error}", line)
    previous: Entry | None = None
    for block in source.blocks:
        entry = None
        if isinstance(block, Heading):
            builder.heading(block)
        elif isinstance(block, Element):
            entry = builder.tree(block)
        elif isinstance(block, Structure):
            builder.structure(block, previous if previous is not None and previous.is_argument else None)
        elif isinstance(block, Listed):
            for element in block.elements:
                builder.tree(element)
        previous = entry
    builder.settle()
    return builder.model


class _Builder:
    def __init__(self, tell: Tell) -> None:
        self.model = Model()
        self._tell = tell
        self._untitled = 0
        self._premises: dict[str, frozenset[str]] = {}

    def _data(self, raw: RawData | None) -> dict[str, Data]:
        if raw is None:
            return {}
        block = _BLOCK_STYLE.fullmatch(raw.text)
        try:
            found = yaml_of(raw.text if block is None else block[1])
        except NotReadError as error:
            line = raw.line + error.line - 1
            self._tell("dropped", "data block", f"it is no YAML that is read: {error}", line)
            return {}
        return found if isinstance(found, dict) else {}

    def heading(self, block: Heading) -> None:
        self.model.sections.append(
            Section(block.wording.text, block.level, block.line, block.wording.tags, self._data(block.data))
        )

    def _entry(self, title: str, is_argument: bool) -> Entry:
        if title:
            key = f"<{title}>" if is_argument else f"[{title}]"
        else:
            self._untitled += 1
            key = f"<>{self._untitled}" if is_argument else f"[]{self._untitled}"
        if key not in self.model.entries:
            self.model.entries[key] = Entry(key, title, is_argument)
        return self.model.entries[key]

    def _member(self, element: Element) -> Entry:
        entry = self._entry(element.title, element.is_argument)
        data = self._data(element.data)
        section = len(self.model.sections) - 1 if self.model.sections else None
        said = element.wording
        if self.model.removes_tags:
            said = said._replace(text=said.untagged)
        entry.members.append(Member(said, element.line, element.is_reference, data, section))
        entry.tags.update(dict.fromkeys(element.wording.tags))
        _merge(entry.data, data)
        return entry

    def tree(self, root: Element, conclusion_of: Inferred | None = None) -> Entry:
        """An element with all relations below it, in the order of the text."""
        first = self._member(root)
        waiting: list[tuple[Iterator[Relation], Entry, Inferred | None]] = [
            (iter(root.relations), first, conclusion_of)
        ]
        while waiting:
            relations, parent, inference = waiting[-1]
            relation = next(relations, None)
            if relation is None:
                waiting.pop()
                continue
            child = self._member(relation.element)
            self._relate(relation, parent, child, inference)
            waiting.append((iter(relation.element.relations), child, None))
        return first

    def _relate(self, relation: Relation, parent: Entry, child: Entry, inference: Inferred | None) -> None:
        symbol, line = relation.symbol, relation.line
        kind = _KINDS[symbol]
        if symbol is Symbol.UNDERCUT_BY and inference is not None:
            # Below a conclusion, what undercuts it undercuts the inference to it.
            self.model.relations.append(Related(kind, child.key, inference, line))
        elif symbol in _UPWARDS:
            self.model.relations.append(Related(kind, child.key, parent.key, line))
        else:
            self.model.relations.append(Related(kind, parent.key, child.key, line))

    def structure(self, block: Structure, argument: Entry | None) -> None:
        """A premise-conclusion structure: the one of the argument that stands right above it."""
        if argument is not None and argument.steps:
            self._tell("changed", "argument", "it has a second premise-conclusion structure", block.line)
            argument = None
        if argument is None:
            argument = self._entry("", is_argument=True)
        parts = block.parts
        whole = (
            isinstance(parts[0], Numbered)
            and isinstance(parts[-1], Numbered)
            and len(parts) > 2
            and isinstance(parts[-2], Inference)
            and not any(isinstance(one, Inference) and isinstance(other, Inference) for one, other in pairwise(parts))
        )
        if not whole:
            self._tell("dropped", "premise-conclusion structure", "it has no inference to a conclusion", block.line)
        statements: list[str] = []
        since = 0
        waiting: Inference | None = None
        for part in parts:
            if isinstance(part, Inference):
                waiting = part
                continue
            step = None
            if waiting is not None and whole:
                data = self._data(waiting.data)
                step = Inferred(argument.key, [], "", waiting.rules, waiting.line)
                step.premises = self._used(data, statements) or statements[since:]
                for relation in waiting.relations:
                    self._below_inference(relation, step)
                argument.steps.append(step)
                since = len(statements)
            entry = self.tree(part.statement, step)
            if step is not None:
                uses = self._used(entry.members[-1].data, statements)
                step.premises = uses or step.premises
                step.conclusion = entry.key
            elif whole and entry.key not in argument.premises:
                argument.premises.append(entry.key)
            waiting = None
            statements.append(entry.key)
        if argument.steps:
            argument.steps[-1].is_last = True
        elif not argument.members:
            del self.model.entries[argument.key]

    def _below_inference(self, relation: Relation, step: Inferred) -> None:
        child = self.tree(relation.element)
        if relation.symbol is Symbol.UNDERCUT_BY:
            self.model.relations.append(Related(RelationKind.UNDERCUT, child.key, step, relation.line))
        else:
            self._tell("dropped", "relation", "an inference can only be undercut", relation.line)

    def _used(self, data: dict[str, Data], statements: list[str]) -> list[str]:
        """The statements that an inference says it goes from, by their places."""
        named = data.get("uses", data.get("from"))
        places = [one for one in named if isinstance(one, str)] if isinstance(named, list) else []
        numbers = [int(one) for one in places if one.isdecimal() and len(one) < 9]
        if any(not 1 <= number <= len(statements) for number in numbers):
            return []
        return [statements[number - 1] for number in numbers]

    def settle(self) -> None:
        """Give the relations of arguments to what they are about, and leave out what is said twice."""
        entries = self.model.entries
        seen: set[tuple[str, str | int, str | int]] = set()
        against: dict[str, set[str]] = {}
        standing: list[Related] = []
        for relation in self.model.relations:
            source = entries[relation.source]
            if source.steps:
                relation.source = source.steps[-1].conclusion
            if isinstance(relation.target, str) and relation.kind is RelationKind.UNDERCUT:
                target = entries[relation.target]
                relation.target = target.steps[-1] if target.steps else relation.target
            is_between_statements = not source.is_argument and isinstance(relation.target, str)
            if self.model.is_strict and is_between_statements and not entries[str(relation.target)].is_argument:
                relation.kind = _STRICT.get(relation.kind, relation.kind)
            if relation.source == relation.target:
                continue
            target_name = relation.target if isinstance(relation.target, str) else id(relation.target)
            said = (relation.kind.value, relation.source, target_name)
            turned = (relation.kind.value, target_name, relation.source)
            if said in seen or (relation.kind is RelationKind.CONTRADICTORY and turned in seen):
                continue
            seen.add(said)
            standing.append(relation)
            if relation.kind in _AGAINST and isinstance(relation.target, str):
                against.setdefault(relation.source, set()).add(relation.target)
                if relation.kind is RelationKind.CONTRADICTORY:
                    against.setdefault(relation.target, set()).add(relation.source)
        self.model.relations = [one for one in standing if not self._is_of_a_premise(one, against)]

    def _is_of_a_premise(self, relation: Related, against: dict[str, set[str]]) -> bool:
        """Whether an attack on an argument is also said to be one on a premise of it."""
        if relation.kind is not RelationKind.ATTACK or not isinstance(relation.target, str):
            return False
        if relation.target not in self._premises:
            self._premises[relation.target] = frozenset(self.model.entries[relation.target].premises)
        return not self._premises[relation.target].isdisjoint(against.get(relation.source, ()))


def _merge(known: dict[str, Data], new: dict[str, Data]) -> None:
    """Add data to data; of two mappings both count, else the new."""
    for key, value in new.items():
        old = known.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            known[key] = merged = dict(old)
            _merge(merged, value)
        else:
            known[key] = value


_KINDS = {
    Symbol.SUPPORTED_BY: RelationKind.SUPPORT,
    Symbol.SUPPORTS: RelationKind.SUPPORT,
    Symbol.ATTACKED_BY: RelationKind.ATTACK,
    Symbol.ATTACKS: RelationKind.ATTACK,
    Symbol.UNDERCUT_BY: RelationKind.UNDERCUT,
    Symbol.UNDERCUTS: RelationKind.UNDERCUT,
    Symbol.CONTRADICTS: RelationKind.CONTRADICTORY,
}
_UPWARDS = (Symbol.SUPPORTED_BY, Symbol.ATTACKED_BY, Symbol.UNDERCUT_BY)
_AGAINST = (RelationKind.ATTACK, RelationKind.CONTRARY, RelationKind.CONTRADICTORY)
_STRICT = {RelationKind.SUPPORT: RelationKind.ENTAILS, RelationKind.ATTACK: RelationKind.CONTRARY}
