"""The shortest words of a quote that stand just once in its source: a cue that is proved.

What the source lacks gets no cue, however much of it stands there: nothing is anchored anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import attrs

from argmap.check.sources import COPIED
from argmap.check.wording import FEWEST, MOST, wrong_length
from argmap.source.loosened import plain
from argmap.source.scripts import WORD, is_han_or_kana, is_spaced
from argmap.source.searchable_text import SearchableText, searchable
from argmap.source.text import SourceText

_LONGEST = 40
"""Words of a quote, from its beginning, among which a cue is looked for; letters count in scripts without spaces."""
_MOST_PLACES = 2_000
"""Places of two words beyond which they are too common to begin a cue."""
_NO_CUE = frozenset('"\u201c\u201d')
"""Signs that end a cue in the language."""


class ProvedCue(NamedTuple):
    """Words of a source, and the line on which they begin where they stand elsewhere, too."""

    words: str
    line: int | None = None


class CueFinder:
    """A source text in which cues are chosen."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self._known: dict[str, list[int]] = {}

    @cached_property
    def _text(self) -> SearchableText:
        return SearchableText.of(self.source.text)

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        """Where each two words stand beside each other, by the number of the first."""
        pairs: dict[tuple[str, str], list[int]] = {}
        for number in range(len(self._words) - 1):
            pairs.setdefault((self._words[number], self._words[number + 1]), []).append(number)
        return pairs

    @cached_property
    def _words(self) -> list[str]:
        return WORD.findall(self._text.whole)

    def _lines(self, quote: str) -> list[int]:
        """The lines on which a quote begins; none is looked for twice, since many may refer to the same."""
        found = self._known.get(quote)
        if found is None:
            sought = searchable(quote)
            found = self._known[quote] = self._text.found(sought) if sought else []
        return found

    def has(self, quote: str) -> bool:
        """Whether a quote stands in the source."""
        return bool(self._lines(quote))

    def line_of(self, quote: str, start: int | None = None, context: str = "") -> int | None:
        """The line on which a quote begins, where that can be told.

        Args:
            quote: The words.
            start: Where they begin, counted in code points; it is believed where the words are there.
            context: The words with some before and behind them, of which one place is meant.
        """
        lines = self._lines(quote)
        if len(lines) == 1:
            return lines[0]
        if start is not None and 0 <= start < len(self.source.text):
            there = self.source.text[start : start + len(quote) + 20]
            if searchable(there).startswith(searchable(quote)[:20]):
                line = self.source.position(start).line
                return line if line in lines else None
        if context and context != quote:
            around = self._lines(context)
            if len(around) == 1:
                return next((line for line in lines if line >= around[0]), None)
        return None

    def kept(self, words: str, line: int | None) -> ProvedCue | None:
        """Words as they are, where they are a cue and prove their place."""
        lines = self._lines(words)
        proved = lines.count(line) == 1 if line is not None else len(lines) == 1
        return ProvedCue(words=words, line=line) if proved and _is_cue(words) else None

    def cue(self, quote: str, line: int | None = None) -> ProvedCue | None:
        """The shortest words of a quote that prove its place; None where the source lacks it, or nothing is unique.

        Args:
            quote: The words.
            line: The line on which they begin, where that is known: then a cue need be unique on it only.
        """
        if not self.has(quote):
            return None
        for words in self._unique(quote):
            if len(self._lines(words)) == 1:
                return ProvedCue(words=words)
        if line is not None:
            for words in _candidates(quote):
                if self._lines(words).count(line) == 1:
                    return ProvedCue(words=words, line=line)
        return None

    def _unique(self, quote: str) -> Iterator[str]:
        """Words of a quote that stand once, as far as words alone tell: the shortest first, then the first."""
        spans = [match.span() for match in WORD.finditer(quote)][: _LONGEST + MOST]
        words = [next(iter(WORD.findall(searchable(quote[start:end]))), "") for start, end in spans]
        places = [self._pairs.get(pair, []) for pair in pairwise(words)]
        waiting = {number: found for number, found in enumerate(places) if 0 < len(found) <= _MOST_PLACES}
        for length in range(FEWEST, _LONGEST + 1):
            for number in list(waiting):
                found = waiting[number]
                last = number + length - 1
                if last >= len(words):
                    del waiting[number]
                    continue
                if length > FEWEST:
                    found = [place for place in found if self._word(place + length - 1) == words[last]]
                    waiting[number] = found
                said = plain(quote[spans[number][0] : spans[last][1]])
                wrong = wrong_length(said)
                if wrong and length > MOST and is_spaced(said[-1:]):
                    del waiting[number]
                elif len(found) == 1 and not wrong and not _NO_CUE & set(said):
                    yield said
                    del waiting[number]

    def _word(self, number: int) -> str:
        return self._words[number] if number < len(self._words) else ""


def first_words(quote: str) -> str:
    """A quote that is a cue, or a cue of as many of its first words as there may be; empty where it has too few."""
    whole = plain(quote)
    return whole if _is_cue(whole) else max(_candidates(quote, first_only=True), key=len, default="")


def _candidates(quote: str, *, first_only: bool = False) -> Iterator[str]:
    """Words of a quote that have the length of a cue."""
    spans = [match.span() for match in WORD.finditer(quote)][: _LONGEST + MOST]
    for number, (start, _) in enumerate(spans[: 1 if first_only else _LONGEST]):
        for _, end in spans[number + 1 : number + _LONGEST]:
            said = plain(quote[start:end])
            if _is_cue(said):
                yield said


def _is_cue(words: str) -> bool:
    """Whether the language takes words for a cue."""
    return not wrong_length(words) and not _NO_CUE & set(words)


@attrs.frozen
class Shortened:
    """The beginning of a quote that is no copy by the rule.

    Attributes:
        text: With three dots where more follows.
        is_whole: Whether nothing is left out.
    """

    text: str
    is_whole: bool


def shortened(quote: str) -> Shortened:
    """As many words of a quote as may be those of the source: less than eight, or as many letters as are about that."""
    told = plain(quote)
    weight = 0.0
    for match in WORD.finditer(told):
        sign = match[0][0]
        weight += 1 if is_spaced(sign) else 0.5 if is_han_or_kana(sign) else 0.25
        if weight >= COPIED:
            return Shortened(told[: match.start()].rstrip() + " \u2026", is_whole=False)
    return Shortened(told, is_whole=True)
