"""Cues and their sources: the sentence around one, and cues completed in the words of the text, proved unique."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from argmap.assist.typed_lines import TypedLine
from argmap.check.wording import FEWEST, MOST
from argmap.source.cue_places import CuePlaces
from argmap.source.scripts import UNSPACED, WORD, is_spaced
from argmap.source.searchable_text import searchable
from argmap.source.text import SourceText, Span

_MOST_CUES = 12
_MOST_TRIED = 30
"""Places at which a cue is looked for that proves itself."""
_MOST_ALIKE = 20
"""How often the same words may stand, to be told apart by their line."""
_USUAL = 4
"""Words of a cue, where so many are left in its sentence."""
_LETTERS_A_WORD = 2.5
"""Letters that stand for a word in a script without spaces."""
_MOST_LETTERS = round(MOST * _LETTERS_A_WORD)
_AROUND = 3_000
"""Characters on either side of a place among which its sentence ends."""
_FAR = 60
"""Lines of the argument file, up and down, among which other cues are looked for."""
_MOST_NEAR = 5
"""Cues there that are looked up, until one is found in the source."""
_SENTENCE = 200
"""Characters of a long one: that to which a claim refers already is hardly meant again."""
_SHORTEST = 3
"""Letters to type before a word is looked for."""
_CUE = re.compile(
    r"[ \t]*+(?:step-)?at[ \t]*+:[ \t]*+(?:(p\.)?[ \t]*+([0-9]{1,9}))?[ \t]*+(?:[\"\u201c\u201d](.+)[\"\u201c\u201d])?"
)
_WITHOUT_SPACES = re.compile(f"[{UNSPACED}]")


@lru_cache(maxsize=8)
def cue_places(source: SourceText) -> CuePlaces:
    """A source text made ready to find cues in it."""
    return CuePlaces(source)


def sentence_at(source: SourceText, span: Span) -> Span:
    """The sentence around something in a source; of an endless one, as much as stands near."""
    found = cue_places(source).sentence(span)
    return Span(max(found.start, span.start - _AROUND), min(found.end, span.end + _AROUND))


class CompletedCue(NamedTuple):
    """Words of a source that can stand behind ``at:``.

    Attributes:
        words: As they stand in the source, on one line.
        sentence: That in which they stand.
        line: Where they stand.
        needs_line: Whether the line has to be given, since they stand on others, too.
    """

    words: str
    sentence: str
    line: int
    needs_line: bool = False


class NearCue(NamedTuple):
    """The cue of another claim, near the one that is being typed.

    Attributes:
        at: Where in the source it stands.
        has_number: Whether it gives its line or page.
    """

    at: int
    has_number: bool


def cue_near(file: SourceText, line: TypedLine, source: SourceText) -> NearCue | None:
    """The nearest cue among the lines around one, those above first; None where none is there."""
    places = cue_places(source)
    numbers = [*range(line.number - 1, max(line.number - _FAR, 0), -1)]
    numbers += range(line.number + 1, min(line.number + _FAR, file.line_count()))
    given = ((number, match) for number in numbers if (match := _CUE.match(file.line(number))) is not None)
    for number, match in islice(given, _MOST_NEAR):
        given_number = int(match[2]) if match[2] else None
        at_line, at_page = (None, given_number) if match[1] else (given_number, None)
        span = places.span(match[3] or "", at_line, at_page)
        if span is not None:
            return NearCue(span.end if number < line.number else span.start, bool(match[2]))
    return None


class SourceWords:
    """The words of a source in the order of what stands from each of them on.

    Attributes:
        source: The text.
        spans: Where each word stands, in the order of the text.
        ranks: For each of them, its place among all different ones.
    """

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.spans = [Span(*match.span()) for match in WORD.finditer(source.text)]
        folded = [_folded(source.text[start:end]) for start, end in self.spans]
        self._different = sorted(set(folded))
        known = {word: rank for rank, word in enumerate(self._different)}
        self.ranks = [known[word] for word in folded]
        self._starts = [span.start for span in self.spans]
        self._depth = _MOST_LETTERS if _WITHOUT_SPACES.search(source.text) else MOST
        depth, ranks = self._depth, self.ranks
        self._order = sorted(range(len(ranks)), key=lambda number: ranks[number : number + depth])
        self._place = [0] * len(ranks)
        for place, number in enumerate(self._order):
            self._place[number] = place

    @classmethod
    @lru_cache(maxsize=8)
    def of(cls, source: SourceText) -> SourceWords:
        """Those of a text, kept for the next letter that is typed."""
        return cls(source)

    def is_spaced(self, number: int) -> bool:
        """Whether a word is one of a script with spaces."""
        return is_spaced(self.source.text[self.spans[number].start])

    def behind(self, offset: int) -> int:
        """The number of the first word that begins behind an offset."""
        return bisect_right(self._starts, offset)

    def beginning(self, sought: Sequence[str]) -> Iterator[int]:
        """The numbers of the words from which on some stand; of the last of these, its beginning is enough."""
        exact: list[int] = []
        for word in sought[:-1]:
            rank = bisect_left(self._different, word)
            if self._different[rank : rank + 1] != [word]:
                return
            exact.append(rank)
        first = bisect_left(self._different, sought[-1])
        last = bisect_left(self._different, sought[-1] + "\U0010ffff")
        length = len(sought)
        if length > self._depth or first == last:
            return
        begin = bisect_left(self._order, [*exact, first], key=lambda number: self.ranks[number : number + length])
        for number in islice(self._order, begin, None):
            there = self.ranks[number : number + length]
            if there[:-1] != exact or len(there) < length or there[-1] >= last:
                return
            yield number

    def is_alone(self, number: int, count: int) -> bool:
        """Whether so many words from one on stand nowhere else."""
        return next(self.alike(number, count), None) is None

    def alike(self, number: int, count: int) -> Iterator[int]:
        """The numbers of other words from which on the same stand."""
        said = self.ranks[number : number + count]
        for step in (-1, 1):
            place = self._place[number] + step
            while 0 <= place < len(self._order):
                other = self._order[place]
                if self.ranks[other : other + count] != said:
                    break
                yield other
                place += step


def completed_cues(typed: str, source: SourceText, near: NearCue | None) -> Iterator[CompletedCue]:
    """The cues that begin as what is typed does, those nearest to a place first; without letters, what follows there.

    Args:
        typed: What stands between the quotes so far.
        source: The text.
        near: The cue from which on they are looked for; None where the claims around have none.
    """
    known = SourceWords.of(source)
    sought = [_folded(match[0]) for match in WORD.finditer(typed)]
    if not sought:
        starts = _sentences_after(known, near)
    elif len("".join(sought)) < _SHORTEST and is_spaced(sought[0][:1]):
        return
    else:
        from_there = near.at if near is not None else 0
        # What stands behind the cues around comes before what stands in front of them.
        nearest = nsmallest(
            _MOST_TRIED, known.beginning(sought), key=lambda number: _far(known.spans[number].start - from_there)
        )
        starts = iter(nearest)
    told = set()
    for start in islice(starts, _MOST_TRIED):
        cue = _cue_at(start, max(len(sought), FEWEST), known)
        if cue is not None and (cue.words, cue.needs_line and cue.line) not in told:
            told.add((cue.words, cue.needs_line and cue.line))
            yield cue
        if len(told) == _MOST_CUES:
            return


def _far(distance: int) -> int:
    return distance if distance >= 0 else _SENTENCE - 3 * distance


def _sentences_after(known: SourceWords, near: NearCue | None) -> Iterator[int]:
    """The numbers of the words with which the sentences behind a place begin."""
    number = 0
    if near is not None:
        number = known.behind(sentence_at(known.source, Span(max(near.at - 1, 0), near.at)).end)
    while number < len(known.spans):
        yield number
        number = max(number + 1, known.behind(sentence_at(known.source, known.spans[number]).end))


def _cue_at(start: int, fewest: int, known: SourceWords) -> CompletedCue | None:
    """The cue that begins with a word: as few words as prove it, within its sentence; None where there are too few."""
    source, text = known.source, known.source.text
    sentence = sentence_at(source, known.spans[start])
    most, usual = (MOST, _USUAL) if known.is_spaced(start) else (_MOST_LETTERS, round(_USUAL * _LETTERS_A_WORD))
    ends = [span.end for span in known.spans[start : start + most] if span.end <= sentence.end]
    if len(ends) < fewest:
        return None
    begin = known.spans[start].start
    line = source.position(begin).line
    said = _one_line(text[slice(*sentence)])
    places = cue_places(source)
    counts = range(max(fewest, min(usual, len(ends))), len(ends) + 1)
    # Words that end where a mark stands belong together.
    for count in sorted(counts, key=lambda count: text[ends[count - 1] : ends[count - 1] + 1].isspace()):
        words = _one_line(text[begin : ends[count - 1]])
        if '"' in words or not searchable(words):
            return None
        # Most are found to be several by the words alone; the text itself proves it.
        if known.is_alone(start, count) and places.span(words) is not None:
            return CompletedCue(words, said, line)
    words = _one_line(text[begin : ends[-1]])
    alike = list(islice(known.alike(start, len(ends)), _MOST_ALIKE))
    if len(alike) == _MOST_ALIKE or places.span(words, line) is None:
        return None
    return CompletedCue(words, said, line, needs_line=True)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _folded(word: str) -> str:
    return searchable(word) if not word.isascii() else word.lower()
