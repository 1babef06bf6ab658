"""A page as Markdown (CommonMark with the tables of GitHub)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmap.report.page import Block, Heading, Item, Paragraph, Picture, Table
from argmap.report.visible import visible
from argmap.wording.spans import Span, Style, Words

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$#]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# What GitHub would turn into a link without being asked.
_AUTOMATIC = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
# What begins a list, a rule or a heading where it stands first.
_BEGINNING = re.compile(r"[-+=]+(?=\s|$)|\d{1,9}(?=[.)](?:\s|$))")


def markdown(page: Iterable[Block]) -> str:
    """The page; nothing in the words of anybody becomes a link, an image, HTML or any other markup."""
    lines: list[str] = []
    before: Block | None = None
    for block in page:
        if lines and not (isinstance(block, Item) and isinstance(before, Item)):
            lines.append("")
        lines += _block(block)
        before = block
    return "".join(f"{line}\n" for line in lines)


def escaped(text: str) -> str:
    """Somebody's words so that Markdown shows them as they are."""
    shown = visible(text)
    shown = _SPECIAL.sub(lambda match: f"\\{match[0]}", _ENTITY.sub("&amp;", shown))
    shown = _AUTOMATIC.sub(lambda match: f"{match[1] or match[3]}\\{match[2] or match[4]}", shown)
    # For GitHub an address of mail is a link even where its sign is escaped, but not across a comment.
    return shown.replace("@", "@<!-- -->")


def _beginning(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _first(words: Words) -> str:
    """Words that begin a block."""
    shown = _inline(words)
    begins = _BEGINNING.match(shown)
    return shown if begins is None else _beginning(begins) + shown[begins.end() :]


def _block(block: Block) -> list[str]:
    match block:
        case Heading(level=level, words=words):
            return [f"{'#' * level} {_inline(words)}"]
        case Paragraph(words=words):
            return [_first(words)]
        case Item():
            guide = "  " * block.depth
            source = f" <br>{_inline(block.source)}" if block.source else ""
            return [f"{guide}- {_first(block.words)}{source}"]
        case Table(header=header, rows=rows):
            return [_row(header), "|" + " --- |" * len(header), *map(_row, rows)]
        case Picture(file=file, says=says):
            return [f"[![{escaped(says)}](<{file}>)](<{file}>)"]


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"


def _inline(words: Words) -> str:
    return "".join(map(_span, words))


def _span(span: Span) -> str:
    match span.style:
        case Style.CODE:
            shown = code_span(span.text)
        case Style.STRONG:
            shown = f"**{escaped(span.text.strip())}**"
            shown = " " * (len(span.text) - len(span.text.lstrip())) + shown
            shown += " " * (len(span.text) - len(span.text.rstrip()))
        case Style.PLAIN:
            shown = escaped(span.text)
    return f"[{shown}](<{span.target}>)" if span.target else shown


def code_span(text: str) -> str:
    """A code span, which no backtick in the text can end (CommonMark 6.1)."""
    shown = visible(text)
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown[:1] == "`" or shown[-1:] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
