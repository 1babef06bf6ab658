"""All text that goes into a page goes through here."""

from __future__ import annotations

import re
from html import escape

from argmap.wording.spans import Span, Style, Words

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


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
