"""What stands in an Argdown file, as it is written: elements, each with its place."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import attrs

from argmap.exchange.argdown.inline import Wording


class Symbol(StrEnum):
    """The symbol that begins a line below an element, in one spelling; what stands above is its parent."""

    SUPPORTED_BY = "<+"
    ATTACKED_BY = "<-"
    UNDERCUT_BY = "<_"
    SUPPORTS = "+>"
    ATTACKS = "->"
    UNDERCUTS = "_>"
    CONTRADICTS = "><"


class RawData(NamedTuple):
    """YAML, not read yet."""

    text: str
    line: int


@attrs.define(eq=False)
class Element:
    """A statement or an argument, where it is defined or referred to.

    Attributes:
        title: Empty where it has none.
        is_argument: Whether it is written in angle brackets.
        is_reference: Whether it only names what is defined elsewhere.
        line: Where it begins, from 1.
    """

    title: str
    wording: Wording
    line: int
    is_argument: bool = False
    is_reference: bool = False
    data: RawData | None = None
    relations: list[Relation] = attrs.field(factory=list)


@attrs.define(eq=False)
class Relation:
    """A line of a relation tree."""

    symbol: Symbol
    element: Element
    line: int


@attrs.define(eq=False)
class Numbered:
    """A statement of a premise-conclusion structure."""

    statement: Element
    line: int


@attrs.define(eq=False)
class Inference:
    """The line, or lines, of hyphens in a premise-conclusion structure.

    Attributes:
        rules: What stands between the hyphens, parted at commas.
    """

    rules: list[str]
    line: int
    data: RawData | None = None
    relations: list[Relation] = attrs.field(factory=list)


@attrs.define(eq=False)
class Structure:
    """A premise-conclusion structure."""

    parts: list[Numbered | Inference]

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.parts[0].line


@attrs.define(eq=False)
class Heading:
    """A heading; ``#`` is the first level."""

    level: int
    wording: Wording
    line: int
    data: RawData | None = None


@attrs.define(eq=False)
class Listed:
    """The items of a list, which says nothing of how they bear on each other."""

    elements: list[Element]


Block = Heading | Element | Structure | Listed


@attrs.define(eq=False)
class Source:
    """An Argdown file.

    Attributes:
        front_matter: What stands before the first block.
        comments: The lines on which they begin.
    """

    blocks: list[Block] = attrs.field(factory=list)
    front_matter: RawData | None = None
    comments: list[int] = attrs.field(factory=list)
