from enum import Enum
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from argmap.records.fields import (
    AS_TEXT,
    COUNT,
    FLAG,
    MARK,
    ORDINAL,
    TEXT,
    TEXTS,
    Choice,
    Field,
    Inline,
    Many,
    OneOf,
    Optional,
    OrNull,
    Part,
    Published,
    Record,
)
from argmap.records.json_reference import json_reference, published
from argmap.records.schema import schema


class Colour(Enum):
    RED = "red"


class Pier(NamedTuple):
    """Something to write."""

    name: str = ""
    length: int = 0
    open_at_night: bool = False
    berths: tuple[str, ...] = ()
    colour: Colour | None = None
    behind: Any = None


def first(kind: Any, value: Any) -> Any:
    """What a table of one key makes of a value; None where it leaves the key out."""
    return Inline(Optional("key", kind, "Words.", lambda found, _: found)).write(value, None).get("key")


def test_a_key_is_read_from_the_attribute_of_its_name_or_as_it_is_told() -> None:
    table = Inline[Pier, str](
        Field("open-at-night", FLAG, "Whether."),
        Field("called", TEXT, "Its name.", "name"),
        Field("colour", TEXT, "The word.", "colour.value"),
        Field("for", TEXT, "In its context.", lambda pier, context: f"{pier.name} {context}"),
    )
    written = table.write(Pier(name="North", colour=Colour.RED), "wind")
    assert list(written.items()) == [
        ("open-at-night", False),
        ("called", "North"),
        ("colour", "red"),
        ("for", "North wind"),
    ]


@pytest.mark.parametrize("nothing", [None, "", (), []])
def test_nothing_is_left_out(nothing: Any) -> None:
    assert Inline[Any, None](Optional("key", TEXTS, "Words.", lambda found, _: found)).write(nothing, None) == {}
    assert Inline[Any, None](Field("key", TEXTS, "Words.", lambda found, _: found)).write(nothing, None) == {
        "key": nothing
    }


def test_zero_and_false_say_something_and_a_mark_is_made_or_not() -> None:
    assert first(COUNT, 0) == 0
    assert first(FLAG, False) is False
    assert first(ORDINAL, 0) is None
    assert first(MARK, False) is None
    assert first(MARK, ("some",)) is True


def test_kinds_write_what_they_hold() -> None:
    assert first(AS_TEXT, 7) == "7"
    assert first(Choice(Colour), Colour.RED) == "red"
    assert first(Many(Choice(Colour)), iter([Colour.RED])) == ["red"]
    assert Inline[Any, None](Field("key", OrNull(TEXT), "Words.", lambda *_: "")).write(0, None) == {"key": None}
    assert Inline[Any, None](Field("key", OrNull(COUNT), "Words.", lambda *_: 0)).write(0, None) == {"key": 0}


def test_a_part_stands_where_it_is_named_and_may_bring_its_own_context() -> None:
    inner = Inline[Pier, int](
        Field("name", TEXT, "Its name."), Field("sum", COUNT, "With it.", lambda one, more: one.length + more)
    )
    table = Inline[Pier, int](
        Field("length", COUNT, "Its length."),
        Part(inner, "behind", lambda behind: behind.length),
        Field("berths", TEXTS, "There."),
    )
    written = table.write(Pier(length=1, behind=Pier(name="South", length=20)), 300)
    assert list(written.items()) == [("length", 1), ("name", "South"), ("sum", 40), ("berths", ())]
    assert [field.name for field in table.fields] == list(written)


def test_the_nearest_class_says_which_record_it_is() -> None:
    class Jetty(Pier):
        pass

    either = OneOf(
        {
            Pier: Inline(Field("pier", TEXT, "Its name.", "name")),
            str: Inline(Field("word", TEXT, "It.", lambda word, _: word)),
        }
    )
    assert first(either, Jetty(name="East")) == {"pier": "East"}
    assert first(either, "West") == {"word": "West"}


def test_a_schema_defines_what_has_a_name_once_and_spells_out_the_rest() -> None:
    berth = Record[str, object]("berth", "A place.", Field("id", TEXT, "Its id."), Optional("note", TEXT, "More."))
    pier = Inline[Pier, object](
        Field("one", berth),
        Field("two", berth, "The second."),
        Field("three", OrNull(berth), "Perhaps."),
        Field("colour", OrNull(Choice(Colour)), "Or none."),
    )
    assert schema(Published("argmap", "Pier", pier)) == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Pier",
        "type": "object",
        "additionalProperties": False,
        "required": ["one", "two", "three", "colour"],
        "properties": {
            "one": {"$ref": "#/$defs/berth"},
            "two": {"$ref": "#/$defs/berth", "description": "The second."},
            "three": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/berth"}], "description": "Perhaps."},
            "colour": {"enum": [None, "red"], "description": "Or none."},
        },
        "$defs": {
            "berth": {
                "description": "A place.",
                "type": "object",
                "additionalProperties": False,
                "required": ["id"],
                "properties": {
                    "id": {"type": "string", "description": "Its id."},
                    "note": {"type": "string", "description": "More."},
                },
            }
        },
    }


def test_one_name_means_one_kind() -> None:
    names = [Record[Any, Any]("pier", "", Field("id", TEXT, words)) for words in ("One.", "Another.")]
    with pytest.raises(ValueError, match="pier"):
        schema(Published("argmap", "Pier", Inline(Field("one", names[0], "One."), Field("two", names[1], "Two."))))


def properties(value: Any) -> Any:
    """Every property in a schema, by its key."""
    if isinstance(value, dict):
        yield from value.get("properties", {}).items()
        for each in value.values():
            yield from properties(each)
    elif isinstance(value, list):
        for each in value:
            yield from properties(each)


@pytest.mark.parametrize("document", published(), ids=lambda document: document.command)
def test_every_key_is_described_in_the_schema_and_told_in_the_reference(document: Published) -> None:
    made = schema(document)
    Draft202012Validator.check_schema(made)
    assert made["description"]
    page = json_reference()
    assert f"## `{document.command}`" in page
    for key, found in properties(made):
        described = found.get("description") or made["$defs"][found["$ref"].rpartition("/")[2]].get("description")
        assert described, key
        assert any(f"{key}{mark}` |" in page for mark in ("", "?")), key


def test_the_reference_has_each_key_with_its_words() -> None:
    lines = json_reference().splitlines()
    assert "| `silences[].elsewhere?` |" not in lines
    assert "| `elsewhere?` | list of `holderId` | Other documents of the same author that do answer. |" in lines
    assert "| `sections[].title` | text | Its heading. |" in lines
    assert "| `verdict` | `verdict` | `argmap explain verdicts` says what each means. |" in lines
    assert [line for line in lines if line.startswith("# ")] == ["# The JSON that argmap writes"]
    assert lines.count("### `change`") == 1
