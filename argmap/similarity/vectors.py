"""Texts as vectors whose products are exact, so that every machine finds the same likeness.

A text is the sum of its words, each with the weight that it has among the texts that are compared (inverse document
frequency; Spärck Jones 1972).  A word is two unit vectors: one of its parts of three to five letters, one of what it
can mean (its lemmas, those of the same root, its senses and the broader ones).  Features are hashed into as many places
as a vector has (Weinberger et al. 2009, "Feature hashing for large scale multitask learning").

The numbers are whole: `ONE` stands for 1.  Sums of products of two such vectors stay below 2**24, where single floats
are exact, so their order does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from argmap.similarity.wordnet import WordNet
from argmap.similarity.words import STOP_WORDS, grams, lemma, words

Vectors = NDArray[np.float32]
ONE = 2048.0
"""What stands for 1 in a vector."""
_PLACES, _FEWER_PLACES, _MANY = 4096, 1024, 5_000
"""Places of a vector, and how many it has where there are many texts."""
_CHUNK = 500
_OF_ROOT, _OF_SENSE, _OF_BROADER = 0.7, 0.6, 0.6
_BASE = 0.6
"""Weight of a word that all texts have."""
_STOP_WORD = 0.5
"""Share of its weight that a word without much meaning keeps."""


class Features(NamedTuple):
    """Where a vector has something, and how much."""

    places: NDArray[np.int64]
    amounts: NDArray[np.float64]


def exact(vectors: NDArray[np.float64]) -> Vectors:
    """Vectors of length 1 in whole numbers; those without a length stay without."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    rounded: Vectors = np.rint(unit * ONE).astype(np.float32)
    return rounded


def letters(texts: Sequence[str]) -> Vectors:
    """One vector a text, of the letters in its words."""
    return _summed(texts, letter_features)


def meanings(texts: Sequence[str]) -> Vectors:
    """One vector a text, of what its words can mean."""
    return _summed(texts, meaning_features)


def word_weights(texts: Sequence[Sequence[str]]) -> dict[str, float]:
    """The weight of each word of texts: the fewer of them have it, or a form of it, the more it weighs."""
    having: dict[str, int] = {}
    for text in texts:
        for one in {lemma(word) for word in text}:
            having[one] = having.get(one, 0) + 1
    weights = {}
    for word in dict.fromkeys(word for text in texts for word in text):
        weight = log((1 + len(texts)) / (1 + having[lemma(word)])) + _BASE
        weights[word] = weight * _STOP_WORD if word in STOP_WORDS else weight
    return weights


def _summed(texts: Sequence[str], features: Callable[[str, int], Features]) -> Vectors:
    told = [words(text) for text in texts]
    weights = word_weights(told)
    size = _PLACES if len(texts) <= _MANY else _FEWER_PLACES
    vectors = np.zeros((len(texts), size), dtype=np.float32)
    for start in range(0, len(texts), _CHUNK):
        part = told[start : start + _CHUNK]
        found = [(row, features(word, size), weights[word]) for row, text in enumerate(part) for word in text]
        if not found:
            continue
        places = np.concatenate([row * size + one.places for row, one, _ in found])
        amounts = np.concatenate([one.amounts * weight for _, one, weight in found])
        summed: NDArray[np.float64] = np.bincount(places, amounts, minlength=len(part) * size)  # type: ignore[assignment]
        vectors[start : start + _CHUNK] = exact(summed.reshape(len(part), size))
    return vectors


@lru_cache(maxsize=32_768)
def letter_features(word: str, size: int) -> Features:
    """The parts of a word."""
    counted: dict[str, float] = {}
    for part in grams(word):
        counted[part] = counted.get(part, 0) + 1
    return _hashed(counted, size)


@lru_cache(maxsize=32_768)
def meaning_features(word: str, size: int) -> Features:
    """What a word can mean; of a word that is not English, the word itself."""
    wordnet = WordNet.load()
    found: dict[str, float] = {}

    def add(feature: str, amount: float) -> None:
        found[feature] = max(found.get(feature, 0), amount)

    for one in wordnet.lemmas(word) or (word,):
        add(f"={one}", 1)
        for other in wordnet.related(one):
            add(f"={other}", _OF_ROOT)
        for senses in wordnet.entry(one).senses.values():
            for rank, sense in enumerate(senses, start=1):
                add(f"#{sense}", _OF_SENSE / rank**0.5)
                above = wordnet.broader(sense)
                if above is not None:
                    add(f"#{above}", _OF_BROADER / rank**0.5)
    return _hashed(found, size)


def _hashed(features: dict[str, float], size: int) -> Features:
    hashes = np.array([crc32(feature.encode()) for feature in features], dtype=np.int64)
    amounts = np.array(list(features.values()))
    signs = np.where(hashes >> 24 & 1, -1.0, 1.0)
    return Features(hashes % size, signs * amounts / np.linalg.norm(amounts))
