"""Where the words of a cue stand in a source text, character by character, and the sentence around them.

Whether a cue is there at all `SearchableText` decides, for the check and for whatever shows the text: here the place
that it finds is narrowed down from a line to the characters of that line, and of those after it.
"""

from __future__ import annotations

from functools import cached_property
from unicodedata import category, normalize

from argmap.source.scripts import is_spaced
from argmap.source.searchable_text import SearchableText, searchable, without_asides
from argmap.source.sentences import SourceSentence, sentence_around, sentences
from argmap.source.text import SourceText, Span

_WINDOW = 2_000
"""Characters behind a line among which a cue that begins on it must end."""


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

    @cached_property
    def sentences(self) -> tuple[SourceSentence, ...]:
        """All sentences of the source, in order."""
        return sentences(self.source)

    def sentence(self, span: Span) -> Span:
        """That in which something stands."""
        return sentence_around(self.sentences, span)

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
            self._letters[line] = _letters(text[start : start + len(self.source.line(line)) + _WINDOW])
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
