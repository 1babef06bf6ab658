"""Where the words of a cue stand in a source text, character by character, and the sentence around them.

Whether a cue is there at all `SearchableText` decides, for the check and for whatever shows the text: here the place
that it finds is narrowed down from a line to the characters of that line, and of those after it.
"""

from __future__ import annotations

import re
from functools import cached_property
from unicodedata import category, normalize

from argmap.source.scripts import is_spaced
from argmap.source.searchable_text import SearchableText, searchable, without_asides
from argmap.source.text import SourceText, Span

_WINDOW = 2_000
"""Characters behind the beginning of a line among which a cue that begins on it must end."""
_END = re.compile(
    r"[.!?\u2026\u061f\u06d4\u0964]+[\"'\u2019\u201d\u00bb)\]]*(?=\s|$)|[\u3002\uff01\uff1f]+[\u300d\u300f\uff09]*"
)
_SHORT = re.compile(
    r"(?:^|[\s(\u201c\"'])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Col|Lt|Sen|Rep|Gov|Rev|Hon|"
    r"Nos?|vs|etc|cf|ca|al|eds?|vol|pp?|Fig|fig|approx|est|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
_LIST = re.compile(r"\s*(?:[-*\u2022\u2013\u2014]|\(?[0-9]{1,3}[.)]|#+)\s")
_WRAPPED = 50
"""Characters from which a line that ends in no full stop is taken for a part of a wrapped paragraph."""


class CuePlaces:
    """A source text in which cues are shown.

    Attributes:
        source: The text.
    """

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self._letters: dict[int, tuple[str, list[int]]] = {}

    @cached_property
    def _searchable(self) -> SearchableText:
        return SearchableText.of(self.source.text)

    def span(self, words: str, line: int | None = None, page: int | None = None) -> Span | None:
        """Where a cue stands; None where it stands nowhere, or in several places of which none is meant.

        Args:
            words: As the argument file quotes them; empty for a whole line, or the first of a page.
            line: The line on which they begin, from 1, where that is said.
            page: The page on which they begin, from 1, where that is said.
        """
        count = self.source.line_count()
        if line is not None and not 1 <= line <= count:
            return None
        sought = searchable(words)
        if not sought:
            return self._line(line) if line is not None else self._page(page)
        found = [one for one in self._searchable.found(sought) if line is None or one == line]
        found = [one for one in found if page is None or self.source.page(one) == page]
        if len(found) != 1:
            return None
        return self._within(found[0], sought) or self._line(found[0])

    def _line(self, line: int) -> Span | None:
        text = self.source.line(line)
        start = self.source.offset(line)
        left = len(text) - len(text.lstrip())
        return Span(start + left, start + len(text.rstrip())) if text.strip() else None

    def _page(self, page: int | None) -> Span | None:
        """The first line of a page that is not blank."""
        starts = self.source.pages
        if page is None or not 1 <= page <= len(starts):
            return None
        end = starts[page] if page < len(starts) else self.source.line_count() + 1
        return next(filter(None, map(self._line, range(starts[page - 1], end))), None)

    def _within(self, line: int, sought: str) -> Span | None:
        letters = "".join(_letters(sought)[0])
        text = self.source.text
        start = self.source.offset(line)
        if line not in self._letters:
            self._letters[line] = _letters(text[start : start + _WINDOW])
        whole, places = self._letters[line]
        at = whole.find(letters) if letters else -1
        while at >= 0:
            first, last = start + places[at], start + places[at + len(letters) - 1]
            if _is_edge(text, first) and _is_edge(text, last + 1):
                return Span(first, last + 1)
            at = whole.find(letters, at + 1)
        return None


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits alone, folded, each with its place."""
    found: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(without_asides(text)):
        if sign.isascii():
            if sign.isalnum():
                found.append(sign.lower())
                places.append(place)
            continue
        folded = normalize("NFKD", _LIGATURES.get(sign, sign)).casefold()
        for one in folded:
            if one.isalnum() and category(one) != "Mn":
                found.append(one)
                places.append(place)
    return "".join(found), places


_LIGATURES = {"\u00e6": "ae", "\u00c6": "AE", "\u0153": "oe", "\u0152": "OE", "\u0130": "I", "\u0131": "i"}


def _is_edge(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    return not (before.isalnum() and after.isalnum() and is_spaced(before) and is_spaced(after))


def sentence_around(text: str, span: Span) -> Span:
    """The sentence in which something stands, as far as marks tell: abbreviations end none, headings and items do."""
    start = _block_start(text, span.start)
    for match in _END.finditer(text, start, span.start):
        if _ends(text, match, start):
            start = match.end()
    end = _block_end(text, span.end)
    # What is quoted may end in a full stop itself.
    for match in _END.finditer(text, max(span.end - 1, span.start), end):
        if match.end() >= span.end and _ends(text, match, start):
            end = match.end()
            break
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    after = text[match.end() : match.end() + 80].lstrip(" \t\u00a0\u201c\u2018\"'(\u00ab\n")
    if after[:1].islower():
        return False
    if match[0][0] != ".":
        return True
    return not _SHORT.search(text, max(start, match.start() - 20), match.start()) or not after


def _block_start(text: str, at: int) -> int:
    while True:
        before = text.rfind("\n", 0, at)
        if before < 0:
            return 0
        if not _runs_on(text, before):
            return before + 1
        at = before


def _block_end(text: str, at: int) -> int:
    while True:
        after = text.find("\n", at)
        if after < 0:
            return len(text)
        if not _runs_on(text, after):
            return after
        at = after + 1


def _runs_on(text: str, newline: int) -> bool:
    """Whether a line end stands within a wrapped paragraph."""
    line = text[text.rfind("\n", 0, newline) + 1 : newline].rstrip()
    after = text[newline + 1 : text.find("\n", newline + 1) if "\n" in text[newline + 1 :] else len(text)]
    return len(line) >= _WRAPPED and bool(after.strip()) and not _LIST.match(after) and not _END.search(line[-3:])
