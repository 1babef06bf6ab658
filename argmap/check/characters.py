"""Characters that make a text look other than it is, and line ends that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.source.finding import Edit, Finding
from argmap.source.text import Place, SourceText, Span

# Controls but tab, LF and CR (a CR alone is one too); bidirectional embeddings, overrides and isolates
# (Boucher and Anderson 2021, "Trojan Source"), and line and paragraph separators, which editors show as line ends.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]+|\r(?!\n)")
# Zero width and invisible: soft hyphen, grapheme joiner, fillers, spaces of no width, joiners, deprecated format
# characters, tags.  The joiners U+200C and U+200D have honest uses, within Indic and Arabic words and emoji.
_INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\U000e0000-\U000e007f]+|(?<![\u0600-\u0dff\u200d\ufe0f\u2190-\u2bff\U0001f000-\U0001faff])[\u200c\u200d]"
)
_MOST = 10


def characters(source: SourceText) -> tuple[Finding, ...]:
    """Control, bidirectional and invisible characters of a file, and mixed line ends."""
    invisible = () if source.text.isascii() else _found(source, _INVISIBLE, "A005", "an invisible character")
    return (*_found(source, _CONTROL, "A004", "a control character"), *invisible, *_mixed_line_ends(source))


def _found(source: SourceText, pattern: re.Pattern[str], code: str, what: str) -> Iterator[Finding]:
    from unicodedata import name

    for count, match in enumerate(pattern.finditer(source.text)):
        place = Place(source.name, Span(*match.span()))
        if count == _MOST:
            left = sum(1 for _ in pattern.finditer(source.text, match.start()))
            yield Finding(code=code, message=f"{left} more of this kind in this file", place=place, help="delete them")
            return
        first = match[0][0]
        known = name(first, "")
        message = f"U+{ord(first):04X}{f' ({known.lower()})' if known else ''} is {what}"
        if len(match[0]) > 1:
            message += f", and so are {len(match[0]) - 1} right after it"
        yield Finding(
            code=code,
            message=message,
            place=place,
            label="here the text looks other than it is",
            help=("delete it" if len(match[0]) == 1 else "delete them")
            if first != "\r"
            else "end lines by LF, or by CR LF",
            fix=Edit(place, ""),
        )


def _mixed_line_ends(source: SourceText) -> Iterator[Finding]:
    text = source.text
    crlf = text.count("\r\n")
    if not crlf or crlf == text.count("\n"):
        return
    first_is_crlf = text[text.index("\n") - 1 : text.index("\n")] == "\r"
    odd = re.search(r"(?<!\r)\n" if first_is_crlf else r"\r\n", text)
    assert odd is not None
    yield Finding(
        code="A002",
        message="some lines end in CR LF and some in LF",
        place=Place(source.name, Span(odd.start(), odd.start())),
        label="the first that differs",
        help="`argmap fmt` ends them all alike",
    )
