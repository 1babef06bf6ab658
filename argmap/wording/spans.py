"""Words in parts: each plain, strong or an id, and perhaps a link; what shows them decides how each looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple


class Style(Enum):
    """What a run of words is."""

    PLAIN = "plain"
    STRONG = "strong"
    CODE = "code"
    """An id, a file name or a command."""


class Span(NamedTuple):
    """A run of words of one style; where it has a target, a link to it (a path relative to the page)."""

    text: str
    style: Style = Style.PLAIN
    target: str = ""


Words = tuple[Span, ...]


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


def joined(parts: Iterable[str | Span | Words], between: str = ", ", last: str = "") -> Words:
    """Parts with the same words between any two; before the last one others, where they are given."""
    several = list(parts)
    found: list[str | Span | Words] = []
    for number, part in enumerate(several):
        if number:
            found.append(last if last and number == len(several) - 1 else between)
        found.append(part)
    return words(*found)


def codes(ids: Iterable[str]) -> Words:
    """Ids, with commas between them."""
    return joined(map(code, ids))


def in_one_style(words: Words) -> Iterator[str]:
    """Words where nothing but marks can show a style: ids between backticks."""
    return (f"`{span.text}`" if span.style is Style.CODE else span.text for span in words)
