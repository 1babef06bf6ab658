"""The reference of the JSON that argmap publishes, made from its tables: what `argmap explain json` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps
from textwrap import fill

from argmap.records.fields import Choice, Kind, Many, OneOf, OrNull, Published, Record, Scalar

_INTRODUCTION = """\
# The JSON that argmap writes

For programs. It is UTF-8, indented by two spaces; nothing in it tells when or where it was made, so the same records
are the same bytes. `--schema` beside each of these commands prints its JSON Schema. A key with a `?` is left out where
it would hold nothing, and every other key is always there. What a document has in common with one above it is told
there.
"""
_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
}


def published() -> tuple[Published, ...]:
    """Every JSON document that argmap writes."""
    from argmap.records.comparison_json import COMPARISON
    from argmap.records.corpus_json import CORPUS
    from argmap.records.difference_json import DIFFERENCE
    from argmap.records.findings_json import FINDINGS
    from argmap.records.history_json import HISTORY
    from argmap.records.suggestions_json import SUGGESTIONS

    return (CORPUS, COMPARISON, DIFFERENCE, HISTORY, FINDINGS, SUGGESTIONS)


def json_reference() -> str:
    """What each document holds, key by key, as Markdown."""
    told: set[Kind] = set()
    sections = (section for document in published() for section in _sections(document, told))
    return "\n".join([_INTRODUCTION, *(f"{section}\n" for section in sections)])


def _sections(document: Published, told: set[Kind]) -> Iterator[str]:
    """The document as a whole, then each kind that has a name, in the order in which they are first mentioned."""
    known: dict[str, Kind] = {}
    yield _section(f"## `{document.command}`", document.kind, known)
    while waiting := [kind for kind in known.values() if kind not in told]:
        told.add(waiting[0])
        yield _section(f"### `{waiting[0].name}`", waiting[0], known)


def _section(heading: str, kind: Kind, known: dict[str, Kind]) -> str:
    record, _ = _within(kind)
    said = [fill(kind.words, 120, break_on_hyphens=False)] if kind.words else []
    if record is None:
        return "\n\n".join([heading, *said, f"Holds: {_spelled(kind, known)}."])
    table = ["| key | holds | what it is |", "| --- | --- | --- |", *_rows(record, "", known)]
    return "\n\n".join([heading, *said, "\n".join(table)])


def _rows(record: Record[object, object], before: str, known: dict[str, Kind]) -> Iterator[str]:
    """A line a field, and behind it those of the record that it spells out."""
    for field in record.fields:
        key = before + field.name
        yield f"| `{key}{'?' if field.optional else ''}` | {_holds(field.kind, known)} | {field.words} |"
        inner, dots = (None, "") if field.kind.name else _within(field.kind)
        if inner is not None and not inner.name:
            yield from _rows(inner, key + dots, known)


def _within(kind: Kind) -> tuple[Record[object, object] | None, str]:
    """The record of which a kind is made, and what leads from its key to those of the record."""
    dots = "."
    while isinstance(kind, Many | OrNull):
        dots = f"[]{dots}" if isinstance(kind, Many) else dots
        kind = kind.item if isinstance(kind, Many) else kind.kind
    return (kind, dots) if isinstance(kind, Record) else (None, dots)


def _holds(kind: Kind, known: dict[str, Kind]) -> str:
    """A kind in a few words; by its name, if it has one."""
    if not kind.name:
        return _spelled(kind, known)
    known.setdefault(kind.name, kind)
    return f"`{kind.name}`"


def _spelled(kind: Kind, known: dict[str, Kind]) -> str:
    match kind:
        case Scalar(schema={"const": value}):
            return f"`{dumps(value)}`"
        case Scalar(schema={"enum": [*values]}):
            return _any_of(f"`{value}`" for value in values)
        case Scalar(schema=schema):
            return _TYPES[str(schema["type"])]
        case Choice(values=values):
            return _any_of(f"`{each.value}`" for each in values)
        case OrNull():
            return f"{_holds(kind.kind, known)}, or null"
        case Many():
            inline = isinstance(kind.item, Record) and not kind.item.name
            return "list of objects" if inline else f"list of {_holds(kind.item, known)}"
        case OneOf():
            return _any_of(_holds(record, known) for record in kind.records.values())
    return "object"


def _any_of(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
