"""A page without a format: blocks of words, which each format shows in its own way."""

from __future__ import annotations

import attrs

from argmap.wording.spans import Words


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
