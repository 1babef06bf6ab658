"""Cues completed from the source text: a few letters of a sentence become its words as they stand, proved unique."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from argmap.assist.hover import cue_places
from argmap.assist.typed_lines import TypedLine
from argmap.check.wording import FEWEST, MOST
from argmap.source.cue_places import sentence_around
from argmap.source.scripts import WORD, is_spaced
from argmap.source.searchable_text import searchable
from argmap.source.text import SourceText, Span

_MOST_CUES = 12
_MOST_TRIED = 48
"""Places at which a cue is looked for that proves itself."""
_USUAL = 4
"""Words of a cue, where so many are left in its sentence."""
_LETTERS_A_WORD = 2.5
"""Letters that stand for a word in a script without spaces."""
_FAR = 60
"""Lines of the argument file, up and down, among which other cues are looked for."""
_CUE = re.compile(
    r"[ \t]*+at[ \t]*+:[ \t]*+(?:(p\.)?[ \t]*+([0-9]{1,9}))?[ \t]*+(?:[\"\u201c\u201d](.+)[\"\u201c\u201d])?"
)
_SENTENCE = 200
"""Characters of a long one: that to which a claim refers already is hardly meant again."""
_SHORTEST = 3
"""Letters to type before a word is looked for."""


class CompletedCue(NamedTuple):
    """Words of a source that can stand behind ``at:``.

    Attributes:
        words: As they stand in the source, on one line.
        line: To be given before them, since they stand several times; else None.
        sentence: That in which they stand.
        source_line: Where they stand.
    """

    words: str
    line: int | None
    sentence: str
    source_line: int


class SourceWords(NamedTuple):
    """The words of a source.

    Attributes:
        spans: In their order.
        folded: In the form in which they are compared.
        sorted: Each in that form with its number, sorted.
    """

    spans: Sequence[Span]
    folded: Sequence[str]
    sorted: Sequence[tuple[str, int]]


@lru_cache(maxsize=16)
def source_words(source: SourceText) -> SourceWords:
    """The words of a text, kept for the next letter that is typed."""
    spans = [Span(*match.span()) for match in WORD.finditer(source.text)]
    folded = [_folded(source.text[start:end]) for start, end in spans]
    return SourceWords(spans, folded, sorted((word, number) for number, word in enumerate(folded)))


def completed_cues(typed: str, source: SourceText, near: int | None) -> Iterator[CompletedCue]:
    """The cues that begin as what is typed does, those nearest to a place first; without letters, what follows there.

    Args:
        typed: What stands between the quotes so far.
        source: The text.
        near: Where in it the claims around have their cues; None where they have none.
    """
    known = source_words(source)
    sought = [_folded(match[0]) for match in WORD.finditer(typed)]
    if not sought:
        starts: Iterator[int] = _sentences_after(source, known, near)
    elif len("".join(sought)) < _SHORTEST and is_spaced(sought[0][:1]):
        return
    else:
        from_there = near or 0
        # What stands behind the cues around comes before what stands in front of them.
        nearest = nsmallest(
            _MOST_TRIED, _places(sought, known), key=lambda number: _far(known.spans[number].start - from_there)
        )
        starts = iter(nearest)
    told = set()
    for start in islice(starts, _MOST_TRIED):
        cue = _cue_at(start, max(len(sought), FEWEST), source, known)
        if cue is not None and (cue.words, cue.line) not in told:
            told.add((cue.words, cue.line))
            yield cue
        if len(told) == _MOST_CUES:
            return


def cue_near(file: SourceText, line: TypedLine, source: SourceText) -> int | None:
    """Where in a source the nearest cue stands among the lines around one, those above first; None where none does."""
    places = cue_places(source)
    numbers = [*range(line.number - 1, max(line.number - _FAR, 0), -1)]
    numbers += range(line.number + 1, min(line.number + _FAR, file.line_count()))
    for number in numbers:
        match = _CUE.match(file.line(number))
        number_said = int(match[2]) if match and match[2] else None
        line_said, page_said = (None, number_said) if match and match[1] else (number_said, None)
        span = places.span(match[3] or "", line_said, page_said) if match else None
        if span is not None:
            return span.end if number < line.number else span.start
    return None


def _far(distance: int) -> int:
    return distance if distance >= 0 else _SENTENCE - 3 * distance


def _places(sought: Sequence[str], known: SourceWords) -> Iterator[int]:
    """The numbers of the words from which on those that are sought stand; of the last, its beginning is enough."""
    first = sought[0]
    begin = bisect_left(known.sorted, (first, -1))
    for word, number in islice(known.sorted, begin, None):
        if not word.startswith(first):
            return
        if len(sought) > 1 and word != first:
            return
        there = known.folded[number : number + len(sought)]
        if there[:-1] == sought[:-1] and len(there) == len(sought) and there[-1].startswith(sought[-1]):
            yield number


def _sentences_after(source: SourceText, known: SourceWords, near: int | None) -> Iterator[int]:
    """The numbers of the words with which the sentences behind a place begin."""
    starts = [span.start for span in known.spans]
    number = 0
    if near is not None:
        number = bisect_right(starts, sentence_around(source.text, Span(max(near - 1, 0), near)).end)
    while number < len(starts):
        yield number
        number = max(number + 1, bisect_right(starts, sentence_around(source.text, known.spans[number]).end))


def _cue_at(start: int, fewest: int, source: SourceText, known: SourceWords) -> CompletedCue | None:
    """The cue that begins with a word: as few words as prove it, within its sentence; None where there are too few."""
    sentence = sentence_around(source.text, known.spans[start])
    unspaced = not is_spaced(known.folded[start][:1])
    most, usual = (round(MOST * _LETTERS_A_WORD), round(_USUAL * _LETTERS_A_WORD)) if unspaced else (MOST, _USUAL)
    ends = [span.end for span in known.spans[start : start + most] if span.end <= sentence.end]
    if len(ends) < fewest:
        return None
    begin = known.spans[start].start
    line = source.position(begin).line
    text = " ".join(source.text[slice(*sentence)].split())
    places = cue_places(source)
    for count in range(max(fewest, min(usual, len(ends))), len(ends) + 1):
        words = _one_line(source.text[begin : ends[count - 1]])
        if '"' in words or not searchable(words):
            return None
        if places.span(words) is not None:
            return CompletedCue(words, None, text, line)
    words = _one_line(source.text[begin : ends[-1]])
    return CompletedCue(words, line, text, line) if places.span(words, line) is not None else None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _folded(word: str) -> str:
    return searchable(word) if not word.isascii() else word.lower()
