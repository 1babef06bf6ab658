"""What a published JSON is made of: records, their fields, and what a field can hold.

A record is a table of fields.  From one table a value is written (`Record.write`), its JSON Schema is made
(`argmap.records.schema`), and so is its page of the reference (`argmap.records.json_reference`).
The kinds of values that several records share stand last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from argmap.model.claim import Cue

Written = dict[str, object]
"""A record as JSON has it."""
Source = TypeVar("Source")
"""What a record is written from."""
Context = TypeVar("Context")
"""What it takes besides: the corpus, names, texts."""
Getter = str | Callable[[Source, Context], object]
"""The name of an attribute, perhaps with dots, or a function of the source and the context."""
Writer = Callable[[Any, Any], object]
"""Turns a value, in its context, into JSON."""


class Kind:
    """What a field can hold.

    Attributes:
        name: Under which a schema defines it once; empty where it is spelled out wherever it is used.
        words: What it means wherever it is used.
        writer: What writes it; None where the value is JSON already.
    """

    def __init__(self, writer: Writer | None = None, *, name: str = "", words: str = "") -> None:
        self.writer = writer
        self.name = name
        self.words = words


class Scalar(Kind):
    """A value without parts that mean anything alone, as a JSON Schema describes it."""

    def __init__(self, schema: Mapping[str, object], writer: Writer | None = None, **said: str) -> None:
        super().__init__(writer, **said)
        self.schema = schema


class Choice(Kind):
    """One of the values of an enumeration."""

    def __init__(self, values: Iterable[Enum], **said: str) -> None:
        super().__init__(lambda value, _: value.value, **said)
        self.values = values


class OrNull(Kind):
    """A kind, or null where there is nothing."""

    def __init__(self, kind: Kind, **said: str) -> None:
        write = kind.writer or _as_it_is
        super().__init__(lambda value, context: None if value in (None, "") else write(value, context), **said)
        self.kind = kind


class Many(Kind):
    """A list, of `least` items or more, and `most` at most."""

    def __init__(self, item: Kind, *, least: int = 0, most: int | None = None, **said: str) -> None:
        write = item.writer
        super().__init__(
            None if write is None else lambda values, context: [write(value, context) for value in values], **said
        )
        self.item = item
        self.least = least
        self.most = most


class OneOf(Kind):
    """One of several records, chosen by the class of what is written, or the nearest above it."""

    def __init__(self, records: Mapping[type, Record[Any, Any]]) -> None:
        super().__init__(
            lambda value, context: next(
                records[each].write(value, context) for each in type(value).__mro__ if each in records
            )
        )
        self.records = records


class Field(Generic[Source, Context]):
    """A key that a record always has.

    Attributes:
        name: The key.
        kind: What it holds.
        words: What that means; by default what its kind means everywhere.
        get: Where it comes from; by default the attribute with the name of the key.
    """

    optional = False

    def __init__(self, name: str, kind: Kind, words: str = "", get: Getter[Source, Context] = "") -> None:
        self.name = name
        self.kind = kind
        self.words = words or kind.words
        self.read, self.get = _ways(get or name.replace("-", "_"))

    def items(self, value: Source, context: Context) -> Iterator[object]:
        """Each item of a list, written when it is asked for."""
        found: Any = self.get(value, context)
        write = (self.kind.item.writer if isinstance(self.kind, Many) else None) or _as_it_is
        return (write(item, context) for item in found)


class Optional(Field[Source, Context]):
    """A key that is left out where it would hold nothing: null, an empty text, an empty list, a mark not made."""

    optional = True


class Part(Generic[Source, Context]):
    """The fields of another record among those of this one.

    Attributes:
        record: The other record.
        get: What it is written from; all of its keys are left out where that is None.
        context: What makes its context from that; None where the context stays the same.
    """

    def __init__(
        self, record: Record[Any, Any], get: Getter[Source, Context], context: Callable[[Any], object] | None = None
    ) -> None:
        self.record = record
        self.read, self.get = _ways(get)
        self.context = context


class Record(Kind, Generic[Source, Context]):
    """A table of fields, and so an object of JSON.  Its keys stand in the order of the fields.

    Attributes:
        fields: All of them, those of its parts among them.
    """

    def __init__(self, name: str, words: str, *parts: Field[Source, Context] | Part[Source, Context]) -> None:
        super().__init__(self.write, name=name, words=words)
        self.fields: tuple[Field[Any, Any], ...] = tuple(
            field for part in parts for field in ((part,) if isinstance(part, Field) else part.record.fields)
        )
        self._steps = [
            (part.name, part.read, part.get, part.kind.writer, part.optional, None)
            if isinstance(part, Field)
            else ("", part.read, part.get, None, False, part)
            for part in parts
        ]

    def write(self, value: Source, context: Context) -> Written:
        """A value as this record."""
        written: Written = {}
        self.fill(written, value, context)
        return written

    def fill(self, written: Written, value: Source, context: Context) -> None:
        """Write the fields into a record that has, or will have, others too."""
        # Many thousands of records are written here: nothing is looked up that could be known before.
        for name, read, get, write, optional, part in self._steps:
            found = get(value, context) if read is None else read(value)
            if part is not None:
                if found is None:
                    continue
                part.record.fill(written, found, context if part.context is None else part.context(found))
                continue
            if found is not None or not optional:
                if write is not None:
                    found = write(found, context)
                # Zero and false say something; a mark that is not made is null.
                if found or not optional or found == 0:
                    written[name] = found


class Inline(Record[Source, Context]):
    """A record that is spelled out where it is used, and told by the field that holds it."""

    def __init__(self, *parts: Field[Source, Context] | Part[Source, Context]) -> None:
        super().__init__("", "", *parts)


class Published(NamedTuple):
    """One of the JSON documents that argmap writes.

    Attributes:
        command: What prints it.
        title: Of its schema.
        kind: What it holds, with words that tell of the whole.
    """

    command: str
    title: str
    kind: Kind


def texts_in(written: Written) -> Iterator[str]:
    """Every text in a record, wherever in it."""
    waiting: list[object] = [written]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here
        elif isinstance(here, dict):
            waiting.extend(here.values())
        elif isinstance(here, list | tuple):
            waiting.extend(here)


def _ways(get: str | Callable[[Any, Any], object]) -> tuple[Callable[[Any], Any] | None, Callable[[Any, Any], Any]]:
    """How to get at a value: from the source alone, which is faster, or else with its context."""
    if not isinstance(get, str):
        return None, get
    read = attrgetter(get)
    return read, lambda value, _: read(value)


def _as_it_is(value: object, _: object) -> object:
    return value


TEXT = Scalar({"type": "string"})
TEXTS = Many(TEXT)
AS_TEXT = Scalar({"type": "string"}, lambda value, _: str(value))
"""What has its own way to be written as text."""
COUNT = Scalar({"type": "integer", "minimum": 0})
ORDINAL = Scalar({"type": "integer", "minimum": 1}, lambda value, _: value or None)
NUMBER = Scalar({"type": "number"})
SHARE_OF_ONE = Scalar({"type": "number", "minimum": 0, "maximum": 1})
FLAG = Scalar({"type": "boolean"})
MARK = Scalar({"const": True}, lambda value, _: bool(value) or None)
"""True, or left out."""
FILE = Scalar({"type": "string"}, name="file", words="Path relative to the project, with forward slashes.")


def version(name: str, number: int) -> Field[Any, Any]:
    """Which form of a document this is."""
    words = "Counts up whenever a reader of the old form would misread the new one."
    return Field(name, Scalar({"const": number}), words, lambda _, __: number)


CUE: Record[Cue, object] = Record(
    "",
    "Where it stands in the source.",
    Optional("line", ORDINAL, "The line of the source, from 1."),
    Optional("page", ORDINAL, "The page of the source, from 1, in the place of a line."),
    Optional("cue", Scalar({"type": "string", "minLength": 1}), "A few words of the source.", "words"),
)
