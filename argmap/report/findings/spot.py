"""Where a finding's place is in its file, for every format alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argmap.source.text import Place, Position, SourceText

Texts = Mapping[str, SourceText]


class Spot(NamedTuple):
    """A place by lines and columns from 1; the end is behind the last character."""

    file: str
    start: Position
    end: Position


def spot(place: Place, texts: Texts) -> Spot:
    """The place in its text; the beginning of the file where there is no such text."""
    source = texts.get(place.file)
    if source is None:
        return Spot(place.file, Position(1, 1), Position(1, 1))
    end = len(source.text)
    start = min(place.span.start, end)
    return Spot(place.file, source.position(start), source.position(min(max(place.span.end, start), end)))
