"""The words of a text as they are compared, in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from argmap.similarity.wordnet import WordNet
from argmap.source.scripts import UNSPACED, WORD

STOP_WORDS = frozenset(
    "a an the of to in on for and or but if is are was were be been being it its this that these those as at by with"
    " from not no do does did have has had will would can could should may might must shall they them their there he"
    " she his her we us our you your i my me who whom which what when where why how than then so too very just also"
    " more most some any all each such only own same other another into over under about out up down because while"
    " during before after between through against".split()
)
"""Words of English that say little of what a text is about."""
_RUN = re.compile(f"[{UNSPACED}]+")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_GRAMS = (3, 4, 5)
_LEFT_OUT = frozenset((*range(10, 37), *range(200, 241)))
"""Combining classes of Unicode: points of Hebrew, Arabic and Syriac, and what stands above or below a letter."""
_FEWEST_ENGLISH = 0.5
"""Share of distinct words that are English, below which a text is taken for one of another language."""


def words(text: str) -> list[str]:
    """The words of a text in small letters and without accents; of scripts without spaces, each two letters in a row.

    Accents, and vowel signs where writers set them or do not, are left out; of other scripts they are letters like any.
    """
    text = _composed(text)
    if text.isascii():
        return [_bare(word) for word in WORD.findall(text.lower())]
    return [_folded(word) for word in _words(text)]


def spellings(text: str) -> dict[str, str]:
    """The words of a text, each once, in order, with how it is spelt there, in small letters."""
    found: dict[str, str] = {}
    for word in _words(_composed(text)):
        found.setdefault(_folded(word), _bare(word.lower()))
    return found


def _composed(text: str) -> str:
    return text if text.isascii() else normalize("NFKC", text).replace("\u2019", "'").replace("\u0640", "")


def _words(text: str) -> Iterator[str]:
    at = 0
    for run in _RUN.finditer(text):
        yield from WORD.findall(text[at : run.start()])
        letters, at = run[0], run.end()
        yield from (letters[number : number + 2] for number in range(max(1, len(letters) - 1)))
    yield from WORD.findall(text[at:])


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    bare = "".join(sign for sign in normalize("NFD", word.casefold()) if not _is_left_out(sign))
    return _bare(normalize("NFC", bare))


def _is_left_out(sign: str) -> bool:
    """Whether it is an accent, or a vowel sign of Hebrew or Arabic: those of other scripts stand in every text."""
    return combining(sign) in _LEFT_OUT


def _bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word


def letters_of(word: str) -> str:
    """A word letter by letter: of Korean, those of its syllables."""
    return normalize("NFD", word) if _HANGUL.search(word) else word


def grams(word: str) -> list[str]:
    """The parts of a word of three to five letters, its ends marked."""
    bounded = f" {letters_of(word)} "
    return [bounded[at : at + size] for size in _GRAMS for at in range(len(bounded) - size + 1)]


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """The lemma that a word most probably is a form of; the word itself where it is no English word."""
    return next(iter(WordNet.load().lemmas(word)), word)


def is_english(texts: Iterable[str]) -> bool:
    """Whether texts are English, as far as can be told from which words they have; nothing to tell it by counts."""
    seen = {word for text in texts for word in words(text) if not word.isdecimal()}
    return sum(map(_is_english, seen)) >= _FEWEST_ENGLISH * len(seen)


@lru_cache(maxsize=65_536)
def _is_english(word: str) -> bool:
    return word in STOP_WORDS or bool(WordNet.load().lemmas(word))
