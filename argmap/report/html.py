"""A page as HTML, for a browser or a printer: it loads nothing but pictures beside it, and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

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
from argmap.wording.english import single_spaced, stopped
from argmap.wording.spans import Span, Style, Words
from argmap.wording.text_changes import Run, runs

_PROLOGUE = re.compile(r"\A\ufeff?\s*(<\?xml[^>]*\?>)?\s*(<!DOCTYPE[^>]*>)?\s*")


def html(page: Iterable[Block], title: str = "") -> str:
    """The page under a title, which is its heading too unless a heading of its own says otherwise.

    Where there is no title, that heading is one.
    """
    from importlib.resources import files
    from string import Template

    template = Template(files("argmap.report").joinpath("page.html").read_text(encoding="utf-8"))
    blocks = tuple(spelled_out(page))
    heading = next((block for block in blocks if isinstance(block, Heading) and block.level == 1), None)
    lines = [*(() if heading else (f"<h1>{_text(title)}</h1>",)), *_content(blocks)]
    title = title or "".join(span.text for span in (heading.words if heading else ()))
    return template.substitute(title=_text(title), content="".join(f"{line}\n" for line in lines).rstrip("\n"))


MOST_ROWS = 50
"""Of a table in a notebook."""


def fragment(table: Table, total: int) -> str:
    """A table as HTML without a page around it, with how many more rows there would be."""
    more = (f"<p>and {total - len(table.rows)} more</p>",) if total > len(table.rows) else ()
    return "\n".join((*_table(table), *more))


def _content(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks; what stands under a heading of level 2 is a section, and neighbours of one kind are one list."""
    in_section = False
    for kind, several in groupby(spelled_out(blocks), key=type):
        if kind in (Entry, Item, Accepted):
            yield from _list(kind, tuple(several))
            continue
        for block in several:
            if isinstance(block, Heading) and block.level <= 2:
                if in_section:
                    yield "</section>"
                in_section = block.level == 2
                if in_section:
                    yield "<section>"
            yield from _block(block)
    if in_section:
        yield "</section>"


def _block(block: Basic) -> Iterator[str]:
    match block:
        case Outcome():
            yield f'<p class="sides">From {_text(block.old)} to {_text(block.new)}</p>'
            yield from (f"<p><strong>Note:</strong> {_text(notice)}.</p>" for notice in block.notices)
            yield f'<p class="verdict">{_text(block.sentence)}</p>'
            yield from (f"<p>{_inline(counts)}.</p>" for counts in (block.counts,) if counts)
            if block.partial:
                yield f"<p><strong>Partial:</strong> {_text(block.partial)}.</p>"
        case Heading(level=level, words=words):
            yield f"<h{level}>{_inline(words)}</h{level}>"
        case Paragraph(words=words):
            yield f"<p>{_inline(words)}</p>"
        case Table():
            yield from _table(block)
        case Picture(svg="", file=file, says=says):
            yield f'<figure>\n<img src="{_text(file)}" alt="{_text(says)}">\n</figure>'
        case Picture(says=says, svg=svg):
            yield f"<figure>\n{_PROLOGUE.sub('', svg).strip()}\n<figcaption>{_text(says)}</figcaption>\n</figure>"
        case Guess():
            yield from _guess(block)
        case Code(lines=lines):
            yield "<pre>" + escape("\n".join(lines), quote=False) + "</pre>"
        case Fold(summary=summary, blocks=blocks):
            yield f"<details>\n<summary>{_text(summary)}</summary>"
            yield from _content(blocks)
            yield "</details>"


def _list(kind: type[Block], several: tuple[Block, ...]) -> Iterator[str]:
    if kind is Entry:
        yield from _entries([block for block in several if isinstance(block, Entry)], "changes")
        return
    yield "<ul>"
    if kind is Item:
        yield from _items([block for block in several if isinstance(block, Item)])
    for block in several:
        if isinstance(block, Accepted):
            reason = f" ({_text(block.reason)})" if block.reason else ""
            yield f"<li><code>{block.rule}</code> {_text(block.sentence)}{reason}</li>"
    yield "</ul>"


def _items(items: Iterable[Item]) -> Iterator[str]:
    """Items of a list that is open already, each with the deeper ones behind it as a list of its own."""
    # The depths of the items that are open, and whether each has a list in it: they may be thousands of levels deep.
    above: list[tuple[int, bool]] = []
    for item in (*items, None):
        depth = -1 if item is None else item.depth
        while above and above[-1][0] >= depth:
            _, has_list = above.pop()
            yield "</ul>\n</li>" if has_list else "</li>"
        if item is None:
            return
        if above and not above[-1][1]:
            yield "<ul>"
            above[-1] = (above[-1][0], True)
        source = f'<br><span class="place">{_inline(item.source)}</span>' if item.source else ""
        yield f"<li>{_inline(item.words)}{source}"
        above.append((depth, False))


def _table(table: Table) -> Iterator[str]:
    yield f"<table>\n<caption>{_text(table.caption)}</caption>" if table.caption else "<table>"
    titles = "".join(f'<th scope="col">{_text(title)}</th>' for title in table.header)
    yield f"<thead><tr>{titles}</tr></thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        cells = "".join(f"<td>{_cell(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{_cell(first)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"


def _cell(cell: Cell) -> str:
    return _text(cell) if isinstance(cell, str) else _inline(cell)


def _entries(entries: Iterable[Entry], name: str) -> Iterator[str]:
    yield f'<ul class="{name}">'
    for entry in entries:
        yield f'<li class="change {entry.significance}">'
        level = f'<span class="level">{entry.sign} {entry.significance}</span>'
        codes = " ".join(f"<code>{code}</code>" for code in entry.codes)
        yield f"<p>{level} {_text(stopped(entry.sentence))} {codes}</p>"
        yield from _compared(entry.before, entry.after)
        if entry.place:
            place, *named = entry.place
            yield f'<p class="place"><code>{_text(f"{place} ({named[0]})" if named else place)}</code></p>'
        if entry.rests:
            yield f'<p class="rests">{_text(entry.rests)}</p>'
        if entry.follows:
            yield from _entries(entry.follows, "follows")
        yield "</li>"
    yield "</ul>"


def _guess(guess: Guess) -> Iterator[str]:
    yield (
        f"<p>{guess.prefix}<code>{_text(guess.old)}</code> may now be <code>{_text(guess.new)}</code>: "
        f"{_text(guess.share)}.</p>"
    )
    yield from _compared((guess.before,), (guess.after,))
    if guess.line:
        yield f"<p>If so, write under <code>{_text(guess.new)}</code>:</p>"
        yield f"<pre>{guess.indentation}{_text(guess.line)}</pre>"


def _compared(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    if before == after:
        yield from (f"<p>“{_text(text)}”</p>" for text in after)
    elif len(before) == len(after) == 1:
        old, new = runs(single_spaced(before[0]), single_spaced(after[0]))
        yield f'<p class="old">Was: {_marked(old, "del")}</p>'
        yield f'<p class="new">Now: {_marked(new, "ins")}</p>'
    else:
        yield from (f'<p class="old">Was: {_text(text)}</p>' for text in before)
        yield from (f'<p class="new">Now: {_text(text)}</p>' for text in after)


def _marked(parts: tuple[Run, ...], tag: str) -> str:
    shown = ((escape(visible(part.text), quote=False), part.changed) for part in parts)
    return "".join(f"<{tag}>{text}</{tag}>" if changed else text for text, changed in shown)


def _inline(words: Words) -> str:
    return "".join(map(_span, words))


def _span(span: Span) -> str:
    tag = {Style.PLAIN: "", Style.STRONG: "strong", Style.CODE: "code"}[span.style]
    shown = escape(visible(span.text))
    shown = f"<{tag}>{shown}</{tag}>" if tag else shown
    return f'<a href="{escape(span.target)}">{shown}</a>' if span.target else shown


def _text(text: str) -> str:
    return escape(visible(single_spaced(text)))
