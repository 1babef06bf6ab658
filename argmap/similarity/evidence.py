"""What two texts share, in words."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.similarity.match import SharedWord
from argmap.similarity.wordnet import WordNet
from argmap.similarity.words import STOP_WORDS, lemma, words

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
    others = [word for word in dict.fromkeys(words(second)) if word not in STOP_WORDS]
    found: list[tuple[float, SharedWord]] = []
    for word in dict.fromkeys(words(first)):
        if word in STOP_WORDS:
            continue
        kin = min(((_distance(word, other), place) for place, other in enumerate(others)), default=(_FAR, 0))
        if kin[0] < _FAR:
            other = others[kin[1]]
            found.append((weighs.get(word, len(word)) - kin[0], SharedWord(word, other)))
    ordered = sorted(found, key=lambda one: -one[0])
    return tuple(shared for _, shared in ordered[:_MOST])


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
    shorter = min(len(one), len(other))
    if not lemmas and not others and one[:_SHORTEST] == other[:_SHORTEST] and shorter >= _SHORTEST:
        return 3
    return _FAR


def _first_senses(lemma: str) -> tuple[int, ...]:
    """The most common sense of each part of speech: rare ones make strange kin."""
    return tuple(senses[0] for senses in WordNet.load().entry(lemma).senses.values())
