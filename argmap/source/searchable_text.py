"""Texts in the form in which words are looked for in them, whatever the layout, the marks and the composition."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from unicodedata import normalize

import attrs

from argmap.source.scripts import is_mark, is_spaced

_QUOTED_LINE = re.compile(r"^[ \t]*+(?:>[ \t]*+)++", re.MULTILINE)
_LINK_TARGET = re.compile(r"\]\([^()\s]*+\)|\]\[[^\[\]\n]*+\]")
_FOOTNOTE = re.compile(
    r"\[(?:\^[^\[\]\s]{1,80}|(?:note |[\u6ce8\u8a3b])?[0-9]{1,3}(?: ?[,\u2013-] ?[0-9]{1,3}){0,9}|(?<=\S\[)[a-z])\]"
)
# A raised digit behind a digit or a unit is a power.
_RAISED = re.compile(r"(?<!\d)(?<!\b[mnrsx])(?<!\b[cdkm]m)(?<!\bft)[\xb2\xb3\xb9\u2070\u2074-\u2079]++")
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u00b4`\u02b9\u02bb\u02bc\u055a\uff07"
_QUOTES = (
    "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2039\u203a\u05f4\uff02\u300c\u300d\u300e\u300f\u301d\u301e\u301f"
    "\uff62\uff63\uff3b\uff3d\u3014\u3015\u3008\u3009\u300a\u300b\u3010\u3011\ufe41\ufe42\ufe43\ufe44"
)
_INVISIBLE = (
    "\u0640\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
    "\ufe00\ufe01\ufe0e\ufe0f\ufeff"
)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys("\u2010\u2011\u2043\u058a\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2012\u2212", "\u2013"),
        **dict.fromkeys("\u2015\u2e3a\u2e3b\ufe58", "\u2014"),
        **dict.fromkeys(_INVISIBLE),
        "\u00e6": "ae",
        "\u00c6": "AE",
        "\u0153": "oe",
        "\u0152": "OE",
        "\u0130": "I",
        "\u0131": "i",
    }
)
_GAP = re.compile(r"([\s\"'*_~\\\[\]\u2020\u2021\u2013\u2014\xad\xac-]+)")
_MARKUP = re.compile(r"[\"*_~\\\[\]\u2020\u2021]")
_DASHES = "-\u2013\u2014"
_SOFT = "\xad\xac"
"""A soft hyphen, and what programs that read pictures of pages write for a hyphen at a line end."""


@attrs.frozen
class SearchableText:
    """A text as letters, digits and punctuation, with a space only between words that have spaces between them.

    Quotes, emphasis, footnote marks, hyphens inside words and at line ends are left out, a dash stands without spaces.

    Attributes:
        breaks: Where a word begins with nothing before it to show it, because a hyphen was left out there.
        starts: Where lines begin that begin with something, in order.
        lines: The numbers of these lines, from 1.
    """

    whole: str
    breaks: frozenset[int] = frozenset()
    starts: tuple[int, ...] = (0,)
    lines: tuple[int, ...] = (1,)

    @classmethod
    def of(cls, text: str) -> SearchableText:
        """A text of any number of lines."""
        segments = _GAP.split(_plain(text))
        parts: list[str] = []
        breaks: set[int] = set()
        starts, lines = [0], [1]
        length, line = 0, 1
        before = ""
        for number in range(0, len(segments), 2):
            said = segments[number]
            if number:
                gap = segments[number - 1]
                between, parted = _between(gap, before, said[:1]) if before and said else ("", False)
                parts.append(between)
                length += len(between)
                if parted and not between:
                    breaks.add(length)
                if "\n" in gap:
                    line += gap.count("\n")
                    starts.append(length)
                    lines.append(line)
            parts.append(said)
            length += len(said)
            before = said[-1:] or before
        return cls("".join(parts), frozenset(breaks), tuple(starts), tuple(lines))

    def found(self, words: str) -> list[int]:
        """The lines on which words begin that are in the form of a searchable text; they may run over line ends."""
        found: list[int] = []
        at = self._find(words, 0)
        while at >= 0:
            found.append(self.lines[bisect_right(self.starts, at) - 1])
            at = self._find(words, at + 1)
        return found

    def _find(self, words: str, start: int) -> int:
        """Like ``str.find``, for whole words only."""
        at = self.whole.find(words, start)
        while at >= 0 and not (self._is_edge(at) and self._is_edge(at + len(words))):
            at = self.whole.find(words, at + 1)
        return at

    def _is_edge(self, at: int) -> bool:
        if not 0 < at < len(self.whole):
            return True
        before, after = self.whole[at - 1], self.whole[at]
        if at in self.breaks:
            return True
        return not is_mark(after) and not (is_spaced(before) and is_spaced(after))


def searchable(words: str) -> str:
    """A few words in the form in which they are looked for; dots that only say that more is left out are no part."""
    whole = SearchableText.of(words).whole
    return whole.strip("-").removesuffix("...").removeprefix("...").strip("-")


def without_asides(text: str) -> str:
    """A text in which quote marks before lines, footnote marks and targets of links are spaces; as long as before."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0])

    if ">" in text:
        text = _QUOTED_LINE.sub(blank, text)
    if "]" in text:
        text = _FOOTNOTE.sub(blank, _LINK_TARGET.sub(blank, text))
    return text if text.isascii() else _RAISED.sub(blank, text)


def _plain(text: str) -> str:
    """A text without the marks of footnotes and links, in one composition, width and case."""
    if ">" in text:
        text = _QUOTED_LINE.sub("", text)
    if "]" in text:
        text = _FOOTNOTE.sub("", _LINK_TARGET.sub("", text))
    if text.isascii():
        return text.replace("`", "'").lower()
    folded = normalize("NFKC", _RAISED.sub("", text).translate(_SIGNS)).casefold()
    return normalize("NFKC", folded).translate(_SIGNS)


@lru_cache(maxsize=20_000)
def _between(gap: str, before: str, after: str) -> tuple[str, bool]:
    """What stands for a gap between two signs, and whether a word ends and another may begin there."""
    said = _MARKUP.sub("", gap)
    dashes = [sign for sign in said if sign in _DASHES]
    if not (is_spaced(before) and is_spaced(after)):
        return ("-", True) if dashes else ("", False)
    if dashes:
        numbers = before.isdigit() and after.isdigit()
        inside = said == dashes[0] or (dashes[0] == "-" and said[0] == "-" and not said[1:].strip())
        joins = len(dashes) == 1 and dashes[0] != "\u2014" and inside and not numbers
        return ("", True) if joins else ("-", True)
    if any(sign in _SOFT for sign in said):
        return "", said.strip(_SOFT) != ""
    if said == "'":
        return "'", True
    return (" ", True) if any(map(str.isspace, said)) else ("", '"' in gap)
