"""Which scripts are written without spaces between words, and how many words a text can have."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

HAN_AND_KANA = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3040-\u30fa\u30fc-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Chinese and Japanese, and Yi: one to four letters a word, as a rule."""
SOUTH_EAST_ASIAN = "\u0e00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaadf"
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai, Balinese and Javanese: two to eight letters a word."""
# Marks of scripts with spaces, which `\w` leaves out; Indic blocks whole, without the signs that end a sentence.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06ed\u0711-\u074a\u07a6-\u07b0\u0816-\u082d\u08d3-\u0963\u0966-\u0dff"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ua802-\ua8c5\ua8e0-\ua8ff\ufe20-\ufe2f"
)
"""Their ranges, for a class of a regular expression."""
UNSPACED = HAN_AND_KANA + SOUTH_EAST_ASIAN
"""Ranges of letters between which no space stands, for a class of a regular expression."""
_LETTER = rf"(?:(?![_{UNSPACED}])[\w{MARKS}])"
WORD = re.compile(rf"{_LETTER}+(?:['-]{_LETTER}+)*|[{UNSPACED}]")
"""A word of a script with spaces, or a letter or mark of one without."""
_UNSPACED = re.compile(f"[{UNSPACED}]")
_HAN_OR_KANA = re.compile(f"[{HAN_AND_KANA}]")


class WordCount(NamedTuple):
    """How many words a text has; where spaces do not part them, that is a guess between two numbers.

    Attributes:
        unspaced: How many of its letters are of scripts without spaces.
    """

    fewest: float
    most: float
    unspaced: int = 0


def count_words(text: str) -> WordCount:
    """The words of a text; what has neither letters nor digits is none."""
    if text.isascii():
        count = sum(any(map(str.isalnum, word)) for word in text.split())
        return WordCount(count, count)
    text = text.replace("\u2014", " ").replace("\u2026", " ")
    letters = [sign for sign in _UNSPACED.findall(text) if not category(sign).startswith("M")]
    han = sum(is_han_or_kana(sign) for sign in letters)
    others = len(letters) - han
    spaced = sum(any(map(str.isalnum, word)) for word in _UNSPACED.sub(" ", text).split())
    return WordCount(spaced + han / 4 + others / 8, spaced + han / 1.5 + others / 2, len(letters))


def is_han_or_kana(sign: str) -> bool:
    """Whether it is a Chinese or Japanese letter, of which a word has few."""
    return _HAN_OR_KANA.match(sign) is not None


@lru_cache(maxsize=4096)
def is_mark(sign: str) -> bool:
    """Whether it belongs to the letter before it."""
    return category(sign).startswith("M")


@lru_cache(maxsize=4096)
def is_spaced(sign: str) -> bool:
    """Whether it is a letter, digit or mark of a script whose words have spaces between them."""
    return (sign.isalnum() or is_mark(sign)) and not _UNSPACED.match(sign)
