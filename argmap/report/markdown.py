"""A page as Markdown (CommonMark with the tables of GitHub)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from argmap.report.page import (
    Accepted,
    Basic,
    Block,
    Cell,
    Code,
    Entry,
    Fold,
    Guess,
    Heading,
    Item,
    Outcome,
    Paragraph,
    Picture,
    Table,
    spelled_out,
)
from argmap.report.visible import visible
from argmap.wording.english import shortened, single_spaced, stopped
from argmap.wording.spans import Span, Style, Words
from argmap.wording.text_changes import Run, runs

Links = Callable[[str, int, bool], str]
"""The address of a line: by file, line, and whether it is one of the new side."""

_LONGEST = 2000
"""Characters beyond which a wording is cut: one long text should not take the place of all other changes."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$#]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# What GitHub would turn into a link without being asked.
_AUTOMATIC = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
# With a number after it this is a reference to another thread, which would then say that it was mentioned.
_REFERENCE = re.compile(r"\\#(?=\d)|\bGH-(?=\d)", re.IGNORECASE)
# What begins a list, a rule or a heading where it stands first.
_BEGINNING = re.compile(r"[-+=]+(?=\s|$)|\d{1,9}(?=[.)](?:\s|$))")


# An id that links a line; nothing in the words of anybody looks like that, since they are escaped.
_LINE_LINK = re.compile(r"\[(`[^`\n]+`)\]\(<([^>\n]+#L\d+)>\)")


class Piece(NamedTuple):
    """What is shown as a whole or not at all: Markdown that ends in a line end, and how many changes it tells."""

    text: str
    changes: int = 0


def markdown(page: Iterable[Block]) -> str:
    """The page; nothing in the words of anybody becomes a link, an image, HTML or any other markup."""
    return "".join(markdown_parts(page))


def markdown_parts(page: Iterable[Block]) -> Iterator[str]:
    """The same block by block, each as soon as it is known."""
    before: Block | None = None
    for block in spelled_out(page):
        in_list = isinstance(block, Item | Entry | Accepted) and isinstance(block, type(before))
        yield ("" if before is None or in_list else "\n") + "".join(piece.text for piece in pieces(block))
        before = block


def pieces(block: Basic, links: Links | None = None) -> Iterator[Piece]:
    """A block in the parts between which a page may be cut.

    Args:
        block: What is told.
        links: Where lines can be seen; None where nowhere.
    """
    match block:
        case Entry():
            yield from _entry(block, links)
        case Fold(summary=summary, blocks=blocks):
            yield Piece(f"<details>\n<summary>{summary}</summary>\n")
            yield from _folded(blocks, links)
            yield Piece("\n</details>\n")
        case Accepted(rule=rule, sentence=sentence, reason=reason):
            yield Piece(f"- {rule}: {plain(sentence)}{f' ({plain(reason)})' if reason else ''}\n")
        case Guess():
            yield Piece("".join(f"{line}\n" for line in _guess(block)))
        case Outcome(sentence=sentence, counts=counts, partial=partial, notices=notices):
            said = f"**{plain(sentence)}**" + (f" {_inline(counts)}." if counts else "")
            yield Piece("".join(f"> **Note:** {plain(notice)}.\n\n" for notice in notices) + f"{said}\n")
            if partial:
                yield Piece(f"\n> **Partial:** {plain(partial)}.\n")
        case Heading(level=level, words=words):
            yield Piece(f"{'#' * level} {_inline(words)}\n")
        case Paragraph(words=words):
            yield Piece(f"{_first(words)}\n")
        case Item(words=words, depth=depth, source=source):
            found = f" <br>{_inline(source)}" if source else ""
            yield Piece(f"{'  ' * depth}- {_first(words)}{found}\n")
        case Table(header=header, rows=rows):
            lines = (_row(header), "|" + " --- |" * len(header), *map(_row, rows))
            yield Piece("".join(f"{line}\n" for line in lines))
        case Picture(file=file, says=says):
            yield Piece(f"[![{escaped(says)}](<{file}>)](<{file}>)\n")
        case Code(lines=lines, language=language):
            yield Piece(_fenced(lines, language))


def plain(text: str) -> str:
    """Somebody's words, on one line, so that GitHub shows them as they are and tells nobody of a mention."""
    return unlinked(escaped(single_spaced(text)))


def escaped(text: str) -> str:
    """Somebody's words so that Markdown shows them as they are."""
    shown = visible(text)
    shown = _SPECIAL.sub(lambda match: f"\\{match[0]}", _ENTITY.sub("&amp;", shown))
    shown = _AUTOMATIC.sub(lambda match: f"{match[1] or match[3]}\\{match[2] or match[4]}", shown)
    # For GitHub an address of mail is a link even where its sign is escaped, but not across a comment.
    return shown.replace("@", "@<!-- -->")


def code_span(text: str) -> str:
    """A code span, which no backtick in the text can end (CommonMark 6.1)."""
    shown = visible(text)
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown[:1] == "`" or shown[-1:] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _fenced(lines: list[str], language: str) -> str:
    """A block of code, which no run of backticks in the text can end (CommonMark 4.5)."""
    fence = "`" * max(3, 1 + max((len(run) for line in lines for run in re.findall("`+", line)), default=0))
    return "".join(f"{line}\n" for line in (f"{fence}{language}", *lines, fence))


def unlinked(text: str) -> str:
    """Markdown in which no number refers to another thread."""
    return _REFERENCE.sub(lambda match: f"{match[0].removeprefix(chr(92))}<!-- -->", text)


def _folded(blocks: tuple[Block, ...], links: Links | None) -> Iterator[Piece]:
    """What is folded away; a heading in it is shown with what comes first under it, or not at all."""
    before = "" if isinstance(blocks[0], Heading | Guess) else "\n"
    for block in spelled_out(blocks):
        if isinstance(block, Heading):
            before = f"\n**{unlinked(_inline(block.words))}**\n\n"
            continue
        for piece in pieces(block, links):
            yield Piece(before + piece.text, piece.changes)
            before = ""


def _first(words: Words) -> str:
    """Words that begin a block."""
    shown = _inline(words)
    begins = _BEGINNING.match(shown)
    if begins is None:
        return shown
    mark = f"{begins[0]}\\" if begins[0].isdigit() else f"\\{begins[0]}"
    return mark + shown[begins.end() :]


def _row(cells: tuple[Cell, ...]) -> str:
    return "| " + " | ".join(plain(cell) if isinstance(cell, str) else _inline(cell) for cell in cells) + " |"


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


def _entry(entry: Entry, links: Links | None, depth: int = 0) -> Iterator[Piece]:
    guide = "  " * depth
    codes = ", ".join(map(code_span, entry.codes))
    lines = [f"{guide}- {entry.sign} {plain(stopped(entry.sentence))} {codes} {_place(entry, links)}".rstrip()]
    lines += [f"{guide}  - {line}" for line in _compared(entry.before, entry.after)]
    lines += [f"{guide}  - {plain(stopped(entry.rests))}"] if entry.rests else []
    yield Piece("".join(f"{line}\n" for line in lines), len(entry.rules))
    for follower in entry.follows:
        yield from _entry(follower, links, depth + 1)


def _place(entry: Entry, links: Links | None) -> str:
    if entry.at is None:
        return f"({code_span(entry.name)})" if entry.name else ""
    shown = code_span(entry.at.text) + ("" if entry.at.is_new else " before")
    if links is not None and entry.at.line is not None:
        shown = f"[{shown}](<{_address(links(entry.at.file, entry.at.line, entry.at.is_new))}>)"
    return f"({shown}, {code_span(entry.name)})" if entry.name else f"({shown})"


def _address(url: str) -> str:
    """A link's target, which nothing in it can end."""
    return re.sub(r"[<>\\\s]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url)


def _compared(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    old, new = ([shortened(single_spaced(text), _LONGEST) for text in texts] for texts in (before, after))
    if old == new:
        yield from (f"“{plain(text)}”" for text in new)
    elif len(old) == len(new) == 1:
        was, now = runs(old[0], new[0])
        yield f"was: {_marked(was, 'del')}"
        yield f"now: {_marked(now, 'ins')}"
    else:
        yield from (f"was: {plain(text)}" for text in old)
        yield from (f"now: {plain(text)}" for text in new)


def _marked(parts: tuple[Run, ...], tag: str) -> str:
    shown = ((unlinked(escaped(part.text)), part.changed) for part in parts)
    return "".join(f"<{tag}>{text}</{tag}>" if changed else text for text, changed in shown)


def _guess(guess: Guess) -> Iterator[str]:
    was, now = runs(*(shortened(single_spaced(text), _LONGEST) for text in (guess.before, guess.after)))
    yield ""
    yield f"- {guess.prefix}{code_span(guess.old)} may now be {code_span(guess.new)}: {guess.share}"
    yield f"  - was: {_marked(was, 'del')}"
    yield f"  - now: {_marked(now, 'ins')}"
    if guess.line:
        # An id has no backtick in it, so nothing ends the block.
        yield from (f"  - if so, write under {code_span(guess.new)}:", "", "    ```text")
        yield from (f"    {guess.indentation}{guess.line}", "    ```")


def with_lines_below(page: str) -> str:
    """The same page, with the lines at which ids stand told once, below it, and not wherever they are named.

    Then a line that moves in an argument file changes no line of the page that says something of a claim, and git can
    merge two such changes; between those of two files a line stands that never changes.
    """
    addresses: dict[str, tuple[str, str]] = {}

    def referring(link: re.Match[str]) -> str:
        # Markdown does not tell cases apart in what refers to an address (CommonMark 4.7).
        kept = addresses.setdefault(link[1].casefold(), (link[2], link[1]))
        return f"[{link[1]}][]" if kept == (link[2], link[1]) else link[0]

    found = [_LINE_LINK.sub(referring, page)]
    last = ""
    for file, name, address in sorted(
        (each.partition("#")[0], label[1:-1], each) for each, label in addresses.values()
    ):
        found.append(f"{'' if file == last else chr(10)}[`{name}`]: <{address}>\n")
        last = file
    return "".join(found)
