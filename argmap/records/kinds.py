"""The kinds of values that several published records share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.records.fields import Field, Many, Optional, Record, Scalar

if TYPE_CHECKING:
    from argmap.model.claim import Cue

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
