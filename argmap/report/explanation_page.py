"""A page of the manual as a page: its Markdown read into blocks (`argmap explain`).

Only what the pages in this package use is known: headings, paragraphs, lists of one level, tables and fenced code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from argmap.report.page import Block, Code, Heading, Item, Paragraph, Table
from argmap.wording.spans import Span, Words, code, in_one_style, strong, words

_FENCE = "```"
_HEADING = re.compile(r"(#+) +(.*)")
_RULE = re.compile(r"[|\s:-]+")
_BAR = re.compile(r"(?<!\\)\|")
_INLINE = re.compile(r"`([^`]+)`|\*\*(.+?)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)|\\([\\|*`])")


def explanation_page(text: str) -> Iterator[Block]:
    """The blocks of Markdown, in their order."""
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        heading = _HEADING.fullmatch(lines[at])
        end = at + 1
        if lines[at].startswith(_FENCE):
            end = next((number for number in range(end, len(lines)) if lines[number] == _FENCE), len(lines))
            yield Code("\n".join(lines[at + 1 : end]), lines[at].removeprefix(_FENCE))
            end += 1
        elif heading is not None:
            yield Heading(len(heading[1]), inline(heading[2]))
        elif lines[at].strip():
            while end < len(lines) and _goes_on(lines[end]):
                end += 1
            yield from _paragraph(lines[at:end])
        at = end


def inline(text: str) -> Words:
    """A line of Markdown: ids and commands, what stands out, and the words of links."""
    found: list[str | Span] = []
    at = 0
    for match in _INLINE.finditer(text):
        quoted, bold, emphasis, linked, _, escaped = match.groups()
        found += [text[at : match.start()], code(quoted) if quoted else strong(bold or "")]
        found += [emphasis or linked or escaped or ""]
        at = match.end()
    return words(*found, text[at:])


def _goes_on(line: str) -> bool:
    """Whether a line belongs to what stands above it."""
    return bool(line.strip()) and not line.startswith(_FENCE) and _HEADING.fullmatch(line) is None


def _paragraph(lines: list[str]) -> Iterator[Block]:
    """A paragraph with lists or tables close to it."""
    kinds: list[type[Block]] = []
    for line in lines:
        is_more_of_item = line.startswith("  ") and kinds[-1:] == [Item]
        kinds.append(Table if line.startswith("|") else Item if line.startswith("- ") or is_more_of_item else Paragraph)
    for kind, several in groupby(zip(kinds, lines, strict=True), key=lambda pair: pair[0]):
        found = [line for _, line in several]
        if kind is Table:
            yield _table(found)
        elif kind is Item:
            yield from _items(found)
        else:
            yield Paragraph(inline(_joined(found)))


def _items(lines: list[str]) -> Iterator[Item]:
    starts = [number for number, line in enumerate(lines) if line.startswith("- ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Item(inline(_joined([lines[start].removeprefix("- "), *lines[start + 1 : end]])))


def _table(lines: list[str]) -> Table:
    header, *rows = (_cells(line) for line in lines if not _RULE.fullmatch(line))
    return Table(header, tuple(rows), is_prose=True)


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a row, with ids between backticks, as a terminal shows them."""
    return tuple("".join(in_one_style(inline(cell.strip()))) for cell in _BAR.split(line.strip())[1:-1])


def _joined(lines: Iterable[str]) -> str:
    return " ".join(line.strip() for line in lines)
