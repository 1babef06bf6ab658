"""The JSON Schema of what argmap publishes, made from its tables."""

from __future__ import annotations

from argmap.records.fields import Choice, Field, Kind, Many, OneOf, OrNull, Published, Record, Scalar
from argmap.report.visible import json_text

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, object]


def schema_text(published: Published) -> str:
    """The schema, as ``--schema`` prints it."""
    return json_text(schema(published)) + "\n"


def schema(published: Published) -> Schema:
    """The schema of one document; kinds with a name are defined once, behind the rest."""
    definitions = _Definitions()
    body = definitions.spelled(published.kind)
    return {"$schema": DRAFT, "title": published.title, **body} | (
        {"$defs": found} if (found := definitions.all) else {}
    )


class _Definitions:
    """The kinds that a schema defines, in the order in which they are first mentioned."""

    def __init__(self) -> None:
        self.all: Schema = {}
        self._kinds: dict[str, Kind] = {}

    def mentioned(self, kind: Kind) -> Schema:
        """A kind where it is used: spelled out, or by its name."""
        if not kind.name:
            return self.spelled(kind)
        if self._kinds.setdefault(kind.name, kind) is not kind:
            raise ValueError(f"two kinds are called {kind.name}")
        if kind.name not in self.all:
            self.all[kind.name] = {}
            self.all[kind.name] = self.spelled(kind)
        return {"$ref": f"#/$defs/{kind.name}"}

    def spelled(self, kind: Kind) -> Schema:
        """A kind with all that it says."""
        return ({"description": kind.words} if kind.words else {}) | self._form(kind)

    def _form(self, kind: Kind) -> Schema:
        match kind:
            case Scalar():
                return dict(kind.schema)
            case Choice():
                return {"enum": [each.value for each in kind.values]}
            case OrNull():
                return self._or_null(kind.kind)
            case Many():
                fewest = {"minItems": kind.least} if kind.least else {}
                most = {} if kind.most is None else {"maxItems": kind.most}
                return {"type": "array", **fewest, **most, "items": self.mentioned(kind.item)}
            case OneOf():
                return {"oneOf": [self.mentioned(record) for record in kind.records.values()]}
            case Record():
                return self._object(kind.fields)
        raise TypeError(f"no schema is known for {type(kind).__name__}")

    def _or_null(self, kind: Kind) -> Schema:
        match kind:
            case Scalar(name="", schema=form):
                return {**form, "type": [form["type"], "null"]}
            case Choice(name="", values=values):
                return {"enum": [None, *(each.value for each in values)]}
        return {"oneOf": [{"type": "null"}, self.mentioned(kind)]}

    def _object(self, fields: tuple[Field[object, object], ...]) -> Schema:
        required = [field.name for field in fields if not field.optional]
        return {
            "type": "object",
            "additionalProperties": False,
            **({"required": required} if required else {"minProperties": 1}),
            "properties": {field.name: self._property(field) for field in fields},
        }

    def _property(self, field: Field[object, object]) -> Schema:
        mentioned = self.mentioned(field.kind)
        return mentioned if field.words == field.kind.words else mentioned | {"description": field.words}
