"""Whether two texts say the same in the same words, or in nearly the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import accumulate
from operator import itemgetter

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


def words_of(text: str) -> frozenset[str]:
    """The different words of a text, loosened."""
    loose = loosened(text)
    return frozenset((_WORD if max(loose, default="") < _FIRST_UNSPACED else _word()).findall(loose))


@cache
def _word() -> re.Pattern[str]:
    # Ranges as large as these take longer to compile than a small diff takes to make.
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


def jaccard(one: Set[str], other: Set[str]) -> float:
    """The size of what two sets share, divided by the size of both together (Jaccard 1912); 0 where both are empty."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


LIKE = 0.6
"""The share of words from which two texts are alike."""
MOST = 100_000
"""Pairs that are compared at most: all of 300 texts and 300 others, and of more texts those that share rare words."""


def alike(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> list[tuple[float, int, int]]:
    """The overlap and the two places of all pairs whose words overlap by at least 0.6, in the order of their places.

    Sets of so large an overlap share one of their rarest words, so that only such pairs need be compared (prefix
    filtering; Chaudhuri, Ganti and Kaushik 2006).  Where these would be too many, the words that most pairs share are
    passed over.
    """
    pairs = ((one, other, jaccard(old[one], new[other])) for one, other in sorted(candidates(old, new)))
    return [(share, one, other) for one, other, share in pairs if share >= LIKE]


def candidates(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """The places of the pairs that are worth comparing, never more than `MOST`."""
    counts = Counter(word for words in (*old, *new) for word in words)
    here, there = _by_rare_word(old, counts), _by_rare_word(new, counts)
    shared = sorted((len(here[word]) * len(there[word]), word) for word in here.keys() & there.keys())
    groups: list[tuple[Iterable[int], Iterable[int]]]
    if len(old) * len(new) <= min(MOST, sum(size for size, _ in shared)):
        groups = [(range(len(old)), range(len(new)))]
    else:
        sizes = accumulate(size for size, _ in shared)
        groups = [(here[word], there[word]) for (_, word), size in zip(shared, sizes, strict=True) if size <= MOST]
    found: set[tuple[int, int]] = set()
    for ours, theirs in groups:
        sized = [(other, len(new[other]), _shared_at_least(len(new[other]))) for other in theirs]
        for one in ours:
            size, least = len(old[one]), _shared_at_least(len(old[one]))
            found.update(
                (one, other) for other, its_size, its_least in sized if its_size >= least and size >= its_least
            )
    return found


def _by_rare_word(texts: Sequence[frozenset[str]], counts: Counter[str]) -> dict[str, list[int]]:
    """The places of the texts that have a word among their rarest, as many as cannot all be missing from a like one."""
    found: dict[str, list[int]] = {}
    for place, words in enumerate(texts):
        rarest = sorted(words, key=lambda word: (counts[word], word))
        for word in rarest[: len(words) - _shared_at_least(len(words)) + 1]:
            found.setdefault(word, []).append(place)
    return found


def _shared_at_least(size: int) -> int:
    """How many words a set shares with every set that is like it: 0.6 of its own, rounded up."""
    return (3 * size + 4) // 5


def matched(pairs: Sequence[tuple[float, int, int]]) -> Iterator[tuple[float, int, int]]:
    """The likeliest of the pairs first, of those equally like the earliest, and no text in two of them.

    Which list is the old one makes no difference: of two pairs that share a text, both orders have the same one first.
    """
    old: set[int] = set()
    new: set[int] = set()
    for share, one, other in sorted(pairs, key=itemgetter(0), reverse=True):
        if one not in old and other not in new:
            old.add(one)
            new.add(other)
            yield share, one, other
