"""What all views are made of: text, which goes through one function, words in parts, and rows as nested lists."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from html import escape

from argmap.view.page.outlines import Chip, Row
from argmap.view.page.records import Answer, Sign
from argmap.wording.spans import Span, Style, Words
from argmap.wording.stance_sentences import LOOKED_FOR, NOT_THERE, PERHAPS_THERE

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


_SIGNS = {Sign.HOLDS: "g-h", Sign.RESERVE: "g-r", Sign.REJECTS: "g-x", Sign.OPEN: "g-o"}


@lru_cache(maxsize=1 << 16)
def text(said: str) -> str:
    """Text as HTML, in an element or in an attribute; what cannot be seen is written out."""
    return escape(seen(said), quote=True)


def seen(said: str) -> str:
    """Text in which nothing is left that drives a reader's eye or a browser without being seen."""
    return _UNSEEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", said)


def inline(words: Words) -> str:
    """Words in parts, as HTML."""
    return "".join(map(_span, words))


def _span(span: Span) -> str:
    shown = text(span.text)
    tag = {Style.PLAIN: "", Style.STRONG: "b", Style.CODE: "code"}[span.style]
    shown = f"<{tag}>{shown}</{tag}>" if tag else shown
    if not span.target:
        return shown
    claim = f' data-c="{text(span.target[3:])}"' if span.target.startswith("#c/") else ""
    return f'<a href="{text(span.target)}"{claim}>{shown}</a>'


_SOFT = ("explanation", "parts", "background")


def tree(rows: Sequence[Row], label: str) -> str:
    """Rows in reading order, each below the last one that is less deep."""
    return "".join(_tree(rows, label))


def _tree(rows: Sequence[Row], label: str) -> Iterator[str]:
    yield f'<ul class="tree" aria-label="{text(label)}">'
    # The rows that are open, and whether each has a list in it.
    above: list[tuple[Row, bool]] = []
    for row in rows:
        while above and above[-1][0].depth >= row.depth:
            yield _closed(above.pop()[1])
        if above and not above[-1][1]:
            parent = above[-1][0]
            above[-1] = (parent, True)
            yield f"<details{' open' if parent.open else ''}><summary>{text(parent.below or 'more')}</summary><ul>"
        yield _item(row)
        above.append((row, False))
    while above:
        yield _closed(above.pop()[1])
    yield "</ul>"


def _closed(has_list: bool) -> str:
    return "</ul></details></li>" if has_list else "</li>"


def _item(row: Row) -> str:
    role = f"k-{row.role}" if row.role else "k-root"
    kinds = [role, *(("k-soft",) if row.role in _SOFT else ())]
    kinds += [name for name, on in (("thesis", row.is_thesis), ("crux", row.crux), ("changed", row.is_changed)) if on]
    place = f' id="c/{text(row.claim)}"' if row.is_first else ""
    return f'<li{place} class="{" ".join(kinds)}" data-c="{text(row.claim)}"><div class="row">{_said(row)}</div>'


def _said(row: Row) -> str:
    parts = [f'<span class="w">{text(row.connective)}</span> '] if row.connective else []
    parts += [f'<span class="v v-{text(row.attitude)}">{text(row.lead)}</span> '] if row.lead else []
    parts.append(f'<a class="t" href="#c/{text(row.claim)}">{text(row.text)}</a> ')
    if row.strength:
        parts.append(f'<span class="st s{row.firm}">{text(row.strength)}</span> ')
    parts += ['<span class="ag">\u21a9 above</span> '] if row.is_repeated else []
    parts += [chip(one) for one in row.chips]
    parts += [chip(one, "cx", "turns on: ") for one in row.crux]
    if row.has_cue:
        parts.append(f'<a class="q" href="#s/{text(row.claim)}" aria-label="In the source">\u00b6</a>')
    return "".join(parts).rstrip()


def chip(one: Chip, kind: str = "an", before: str = "") -> str:
    """An answer, or a question, as a link to where that is told."""
    title = f' title="{text(one.question)}"' if one.question != one.answer else ""
    return f'<a class="{kind}" href="#{text(one.target)}"{title}>{text(before + one.answer)}</a> '


def answer(one: Answer) -> str:
    """An answer with its sign, as a link to the claim that counts most."""
    kind = "cell un" if one.unsaid else "cell"
    sign = f'<span class="g {_SIGNS[one.sign]}"></span><span class="vh">{one.sign.value}: </span>'
    said = f"{sign}{text(one.text)}{f' <small>{text(one.note)}</small>' if one.note else ''}"
    if one.claim is None:
        return f'<span class="{kind}">{said}</span>'
    return f'<a class="{kind}" href="#c/{text(one.claim)}" data-c="{text(one.claim)}">{said}</a>'


NOTHING_THERE = f'<span class="nil" title="{NOT_THERE}">{LOOKED_FOR}<span class="vh"> {NOT_THERE}</span></span>'
"""What stands where an answer was looked for."""
_KEY = (
    '<p class="key"><span><i class="g g-h"></i> holds</span><span><i class="g g-r"></i> with reserve</span>'
    '<span><i class="g g-x"></i> rejects</span><span><i class="g g-o"></i> leaves open</span>'
    '<span class="un">not said outright</span><span class="sw one">one side</span>'
    '<span class="sw other">the other</span><span class="sw third">a third</span>'
    '<span class="sw same">agreed</span>'
)


def key(silences: Container[bool]) -> str:
    """What the signs of the matrix mean; of silence, by whether an answer was looked for, only what stands there."""
    if True not in silences:
        return f"{_KEY}<span>blank: silent</span></p>"
    blank = f"<span>blank: {PERHAPS_THERE}</span>" if False in silences else ""
    return f"{_KEY}<span>{LOOKED_FOR} {NOT_THERE}</span>{blank}</p>"
