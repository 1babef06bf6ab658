"""What two texts share, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from argmap.similarity.match import SharedWord
from argmap.similarity.wordnet import WordNet
from argmap.similarity.words import STOP_WORDS, lemma, letters_of, spellings
from argmap.source.scripts import is_spaced

_MOST = 6
_SHORTEST = 5
"""Letters with which two words begin alike that count as one root."""


def shared_words(first: str, second: str, weights: Mapping[str, float] | None = None) -> tuple[SharedWord, ...]:
    """The words of one text that another has too, in the same form, in another, or as a word of like meaning.

    Args:
        first: One text.
        second: The other.
        weights: How much each word says among all texts; by default, words count by their length.
    """
    weighs = weights or {}
    mine, yours = (
        {word: spelt for word, spelt in spellings(text).items() if word not in STOP_WORDS} for text in (first, second)
    )
    kin_of = _Kin(yours)
    found: list[tuple[float, SharedWord]] = []
    for word, spelt in mine.items():
        kin = kin_of.nearest(word)
        if kin is not None:
            found.append((weighs.get(word, len(word)) - kin.distance, SharedWord(spelt, yours[kin.word])))
    joined = _joined(found, first, second)
    return tuple(shared for _, shared in sorted(joined, key=lambda one: -one[0])[:_MOST])


def _joined(found: Iterable[tuple[float, SharedWord]], first: str, second: str) -> Iterator[tuple[float, SharedWord]]:
    """The same, but what stands in both texts in a row, where no spaces part words, as one."""
    texts = [normalize("NFKC", text).lower() for text in (first, second)]
    last: tuple[float, SharedWord] | None = None
    for weight, shared in found:
        if last is not None and _is_unspaced(shared):
            longer = last[1].first + shared.first[1:]
            if last[1].first[-1] == shared.first[0] and all(longer in text for text in texts):
                last = (last[0] + 1, SharedWord(longer, longer))
                continue
        if last is not None:
            yield last
        last = (weight, shared)
    if last is not None:
        yield last


def _is_unspaced(shared: SharedWord) -> bool:
    return shared.first == shared.second and not is_spaced(shared.first[0])


class _Nearest(NamedTuple):
    """A word that is kin to another, and how far: the same, of one lemma, of one root, or of one meaning."""

    distance: int
    word: str


class _Kin:
    """The words of a text by what makes them kin to others; of several the first."""

    def __init__(self, text: Collection[str]) -> None:
        wordnet = WordNet.load()
        self._order = {word: place for place, word in enumerate(text)}
        self._known: list[dict[str | int, str]] = [{}, {}, {}, {}]
        for word in text:
            lemmas = wordnet.lemmas(word)
            self._known[0].setdefault(word, word)
            self._known[1].setdefault(lemma(word), word)
            for one in lemmas:
                self._known[2].setdefault(one, word)
            for key in _meanings(word, lemmas):
                self._known[3].setdefault(key, word)

    def nearest(self, word: str) -> _Nearest | None:
        """The word that is nearest kin to one; None where none is."""
        wordnet = WordNet.load()
        lemmas = wordnet.lemmas(word)
        related = (other for one in lemmas for other in wordnet.related(one))
        for distance, keys in enumerate(([word], [lemma(word)], related, _meanings(word, lemmas))):
            known = self._known[distance]
            places = [known[key] for key in keys if key in known]
            if places:
                return _Nearest(distance, min(places, key=self._order.__getitem__))
        return None


def _meanings(word: str, lemmas: Sequence[str]) -> Iterator[str | int]:
    """What words of one meaning have in common; of words that are not English, how they begin."""
    for one in lemmas:
        yield from _first_senses(one)
    begin = letters_of(word)[:_SHORTEST]
    if not lemmas and len(begin) == _SHORTEST:
        yield begin


def _first_senses(lemma: str) -> tuple[int, ...]:
    """The most common sense of each part of speech: rare ones make strange kin."""
    return tuple(senses[0] for senses in WordNet.load().entry(lemma).senses.values())
