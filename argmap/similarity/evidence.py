"""What two texts share, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    others = list(yours)
    found: list[tuple[float, SharedWord]] = []
    for word, spelt in mine.items():
        kin = min(((_distance(word, other), place) for place, other in enumerate(others)), default=(_FAR, 0))
        if kin[0] < _FAR:
            other = others[kin[1]]
            found.append((weighs.get(word, len(word)) - kin[0], SharedWord(spelt, yours[other])))
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


_FAR = 4


def _distance(one: str, other: str) -> int:
    """How far two words are from each other: the same, of one lemma, of one root, of one meaning, or not kin."""
    if one == other:
        return 0
    if lemma(one) == lemma(other):
        return 1
    wordnet = WordNet.load()
    lemmas, others = wordnet.lemmas(one), wordnet.lemmas(other)
    if any(there in wordnet.related(here) for here in lemmas for there in others):
        return 2
    if any(not set(_first_senses(here)).isdisjoint(_first_senses(there)) for here in lemmas for there in others):
        return 3
    begins = [letters_of(word)[:_SHORTEST] for word in (one, other)]
    if not lemmas and not others and begins[0] == begins[1] and len(begins[0]) == _SHORTEST:
        return 3
    return _FAR


def _first_senses(lemma: str) -> tuple[int, ...]:
    """The most common sense of each part of speech: rare ones make strange kin."""
    return tuple(senses[0] for senses in WordNet.load().entry(lemma).senses.values())
