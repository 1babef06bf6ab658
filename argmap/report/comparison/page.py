"""A page without a format: blocks of words, which each format shows in its own way."""

from __future__ import annotations

from enum import Enum

import attrs


class Style(Enum):
    """What a run of words is."""

    PLAIN = "plain"
    STRONG = "strong"
    CODE = "code"
    """An id, a file name or a command."""


@attrs.frozen
class Span:
    """A run of words of one style; where it has a target, a link to it (a path relative to the page)."""

    text: str
    style: Style = Style.PLAIN
    target: str = ""


Words = tuple[Span, ...]


@attrs.frozen
class Heading:
    """A heading; level 1 is the title of the page."""

    level: int
    words: Words


@attrs.frozen
class Paragraph:
    """A paragraph."""

    words: Words


@attrs.frozen
class Item:
    """An item of a list.

    Attributes:
        depth: How far it is indented; an item stands under the nearest one above it that is less deep.
        source: Where what it says is to be found.
    """

    words: Words
    depth: int = 0
    source: Words = ()


@attrs.frozen
class Table:
    """A table of short texts; all rows are as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@attrs.frozen
class Picture:
    """A picture in a file beside the page."""

    file: str
    says: str


Block = Heading | Paragraph | Item | Table | Picture


def strong(text: str) -> Span:
    """Words that stand out."""
    return Span(text, Style.STRONG)


def code(text: str) -> Span:
    """An id, a file name or a command."""
    return Span(text, Style.CODE)


def words(*parts: str | Span | Words) -> Words:
    """Words of several parts, one after the other; empty ones are left out."""
    found: list[Span] = []
    for part in parts:
        if isinstance(part, str):
            found.append(Span(part))
        elif isinstance(part, Span):
            found.append(part)
        else:
            found.extend(part)
    return tuple(span for span in found if span.text)
