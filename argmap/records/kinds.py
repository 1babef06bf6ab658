"""The kinds of values that several published records share."""

from __future__ import annotations

from typing import Any

from argmap.compare.holder import Holder
from argmap.model.claim import Cue
from argmap.records.fields import Field, Many, OptionalField, Record, Scalar

TEXT = Scalar({"type": "string"})
AS_TEXT = Scalar({"type": "string"}, write=str)
"""What has its own way to be written as text."""
COUNT = Scalar({"type": "integer", "minimum": 0})
ORDINAL = Scalar({"type": "integer", "minimum": 1})
NUMBER = Scalar({"type": "number"})
SHARE_OF_ONE = Scalar({"type": "number", "minimum": 0, "maximum": 1})
FLAG = Scalar({"type": "boolean"})
MARK = Scalar({"const": True}, write=bool)
"""True, or left out."""
TEXTS = Many(TEXT)


def version(name: str, number: int) -> Field[Any, Any]:
    """Which form of a document this is."""
    words = "Counts up whenever a reader of the old form would misread the new one."
    return Field(name, Scalar({"const": number}), words, lambda _, __: number)


def holder_id(holder: Holder) -> str:
    """``document``, or ``document/actor``."""
    return holder.document + (f"/{holder.actor}" if holder.actor else "")


CUE = Record[Cue, object](
    "",
    "Where it stands in the source.",
    OptionalField("line", ORDINAL, "The line of the source, from 1."),
    OptionalField("cue", Scalar({"type": "string", "minLength": 1}), "A few words of the source.", "words"),
)
