"""Whether two texts say the same in the same words, in nearly the same, or with another sense."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from argmap.diff.sense import turning_words
from argmap.source.loosened import loosened

_WORD = re.compile(r"[^\W_]+")
_FIRST_UNSPACED = "\u3040"
"""The first character of the scripts that put no blanks between words; there, each character counts as one."""
_FULL_STOPS = (".", "\u3002", "\u0964", "\u06d4", "\u0589", "\u1362")


def normalised(text: str) -> str:
    """A text without what makes no other claim of it: case, kinds of quotes, dashes and white space, a last full stop.

    Cues are compared with their sources in the same way.
    """
    loose = loosened(text)
    return loose[:-1].rstrip() if loose.endswith(_FULL_STOPS) else loose


def changes_sense(old: str, new: str) -> bool:
    """Whether a rewording adds or drops a negation, a modal or a quantifier.

    Only English texts can be asked this; about others nothing is known, and their rewordings are merely that (see
    `is_english`).  Words are counted and not understood: what was moved within a text is not noticed, and neither is
    another noun.
    """
    return turning_words(old) != turning_words(new)


def is_english(language: str) -> bool:
    """Whether a document's ``language`` is English, which it also is where none is given: ``en``, ``en-GB``."""
    return language.strip().casefold().replace("_", "-").partition("-")[0] in ("", "en", "eng", "english")


def words_of(text: str) -> frozenset[str]:
    """The different words of a text, loosened."""
    loose = loosened(text)
    return frozenset((_WORD if max(loose, default="") < _FIRST_UNSPACED else _word()).findall(loose))


@cache
def _word() -> re.Pattern[str]:
    # Ranges as large as these take longer to compile than a small diff takes to make.
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


def overlap(one: str, other: str) -> float:
    """The share of different words that two texts have in common, from 0 to 1 (Jaccard 1912); 0 without any words."""
    return jaccard(words_of(one), words_of(other))


def jaccard(one: Set[str], other: Set[str]) -> float:
    """The size of what two sets share, divided by the size of both together; 0 where both are empty."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0
