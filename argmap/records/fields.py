"""What a published JSON is made of: records, their fields, and what a field can hold.

A record is a table of fields.  From one table a value is written (`Record.write`), its JSON Schema is made
(`argmap.records.schema`), and so is its page of the reference (`argmap.records.json_reference`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

Written = dict[str, object]
"""A record as JSON has it."""
Source = TypeVar("Source")
"""What a record is written from."""
Context = TypeVar("Context")
"""What it takes besides: the corpus, names, texts."""

Getter = str | Callable[[Source, Context], object]
"""The name of an attribute, perhaps with dots, or a function of the source and the context."""
Writer = Callable[[Any, Any], object]


class Kind:
    """What a field can hold.

    Attributes:
        name: Under which a schema defines it once; empty where it is spelled out wherever it is used.
        words: What it means wherever it is used.
        writer: Turns a value, in its context, into JSON; None where it is JSON already.
    """

    writer: Writer | None = None

    def __init__(self, *, name: str = "", words: str = "") -> None:
        self.name = name
        self.words = words


class Scalar(Kind):
    """A value without parts, as a JSON Schema describes it."""

    def __init__(
        self,
        schema: Mapping[str, object],
        *,
        write: Callable[[Any], object] | None = None,
        name: str = "",
        words: str = "",
    ) -> None:
        super().__init__(name=name, words=words)
        self.schema = schema
        if write is not None:
            self.writer = lambda value, _: write(value)


class Choice(Kind):
    """One of the values of an enumeration."""

    def __init__(self, values: Iterable[Enum], *, name: str = "", words: str = "") -> None:
        super().__init__(name=name, words=words)
        self.values = values
        self.writer = lambda value, _: value.value


class OrNull(Kind):
    """A kind, or null where there is nothing."""

    def __init__(self, kind: Kind, *, name: str = "", words: str = "") -> None:
        super().__init__(name=name, words=words)
        self.kind = kind
        write = kind.writer
        if write is not None:
            self.writer = lambda value, context: None if value is None else write(value, context)


class Many(Kind):
    """A list, of `least` items or more, and `most` at most."""

    def __init__(self, item: Kind, *, least: int = 0, most: int | None = None, name: str = "", words: str = "") -> None:
        super().__init__(name=name, words=words)
        self.item = item
        self.least = least
        self.most = most
        write = item.writer
        if write is not None:
            self.writer = lambda values, context: [write(value, context) for value in values]


class OneOf(Kind):
    """One of several records, chosen by the class of what is written."""

    def __init__(self, records: Mapping[type, Record[Any, Any]]) -> None:
        super().__init__()
        self.records = records
        self.writer = self._write

    def _write(self, value: object, context: object) -> Written:
        nearest = next(each for each in type(value).__mro__ if each in self.records)
        return self.records[nearest].write(value, context)


class Field(Generic[Source, Context]):
    """A key that a record always has.

    Attributes:
        name: The key.
        kind: What it holds.
        words: What that means.
        get: Where it comes from; by default the attribute with the name of the key.
    """

    optional = False

    def __init__(self, name: str, kind: Kind, words: str = "", get: Getter[Source, Context] = "") -> None:
        self.name = name
        self.kind = kind
        self.words = words or kind.words
        self.get: Getter[Source, Context] = get or name.replace("-", "_")

    def items(self, value: Source, context: Context) -> Iterator[object]:
        """Each item of a list, written when it is asked for."""
        found: Any = attrgetter(self.get)(value) if isinstance(self.get, str) else self.get(value, context)
        write = self.kind.item.writer if isinstance(self.kind, Many) else None
        return (item if write is None else write(item, context) for item in found)


class OptionalField(Field[Source, Context]):
    """A key that is left out where it would hold nothing: null, an empty text, an empty list."""

    optional = True


class Part(Generic[Source, Context]):
    """The fields of another record among those of this one.

    Attributes:
        record: The other record.
        get: What it is written from.
        context: What makes its context from that; None where the context stays the same.
    """

    def __init__(
        self, record: Record[Any, Any], get: Getter[Source, Context], *, context: Callable[[Any], object] | None = None
    ) -> None:
        self.record = record
        self.get = get
        self.context = context


class Record(Kind, Generic[Source, Context]):
    """A table of fields, and so an object of JSON.  Its keys stand in the order of the fields.

    Attributes:
        fields: All of them, those of its parts among them.
    """

    def __init__(self, name: str, words: str, *parts: Field[Source, Context] | Part[Source, Context]) -> None:
        super().__init__(name=name, words=words)
        self.fields: tuple[Field[Any, Any], ...] = tuple(
            field for part in parts for field in ((part,) if isinstance(part, Field) else part.record.fields)
        )
        self._steps = [_Step.of(part) for part in parts]
        self.writer = self.write

    def write(self, value: Source, context: Context) -> Written:
        """A value as this record."""
        written: Written = {}
        self.fill(written, value, context)
        return written

    def fill(self, written: Written, value: Source, context: Context) -> None:
        """Write the fields into a record that has, or will have, others too."""
        for name, attribute, get, convert, leave_out, part in self._steps:
            found = attribute(value) if attribute is not None else get(value, context)
            if part is not None:
                part.record.fill(written, found, context if part.context is None else part.context(found))
            elif found or not leave_out or (found is not None and leave_out is _NULL):
                written[name] = found if convert is None else convert(found, context)


class Inline(Record[Source, Context]):
    """A record that is spelled out where it is used, and told by the field that holds it."""

    def __init__(self, *parts: Field[Source, Context] | Part[Source, Context]) -> None:
        super().__init__("", "", *parts)


_NULL, _NOTHING = "null", "nothing"


class _Step(NamedTuple):
    """A field or a part, taken apart for speed: many thousands of records are written with it.

    Attributes:
        leave_out: Empty where the key is always there; else what leaves it out: null alone, or all that is nothing.
    """

    name: str
    attribute: Callable[[Any], Any] | None
    get: Writer
    convert: Writer | None
    leave_out: str
    part: Part[Any, Any] | None

    @classmethod
    def of(cls, part: Field[Any, Any] | Part[Any, Any]) -> _Step:
        attribute, get = (attrgetter(part.get), _nothing) if isinstance(part.get, str) else (None, part.get)
        if isinstance(part, Part):
            return cls("", attribute, get, None, "", part)
        # Zero and false say something, where the kind has them.
        kind = part.kind.schema.get("type") if isinstance(part.kind, Scalar) else ""
        leave_out = _NULL if kind in ("integer", "number", "boolean") else _NOTHING
        return cls(part.name, attribute, get, part.kind.writer, leave_out if part.optional else "", None)


def _nothing(value: object, context: object) -> None:
    """Stands where an attribute is read."""


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
