"""Which texts of two lists have most of their words in common, without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from argmap.diff.wording import jaccard

LIKE = 0.6
"""The share of words from which two texts are alike."""
_PAIRS = 50
"""Pairs a text that are compared at most."""


def alike(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> list[tuple[float, int, int]]:
    """The overlap and the two places of all pairs whose words overlap by at least 0.6, in no order.

    Sets of so large an overlap share one of their rarest words, so that only such pairs need be compared (prefix
    filtering; Chaudhuri, Ganti and Kaushik 2006).  Work is bounded by the number of texts: where too many share such
    a word, that word is passed over, and pairs that share no rarer one are not found.
    """
    pairs = ((one, other, jaccard(old[one], new[other])) for one, other in candidates(old, new))
    return [(share, one, other) for one, other, share in pairs if share >= LIKE]


def candidates(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """The pairs that are worth comparing, at most 50 for each text."""
    counts = Counter(word for words in (*old, *new) for word in words)
    here, there = _by_rare_word(old, counts), _by_rare_word(new, counts)
    left = _PAIRS * (len(old) + len(new))
    found: set[tuple[int, int]] = set()
    shared = [(len(here[word]) * len(there[word]), word) for word in here.keys() & there.keys()]
    for size, word in sorted(shared):
        if size > left:
            break
        left -= size
        found.update(
            (one, other) for one in here[word] for other in there[word] if _may_be_alike(len(old[one]), len(new[other]))
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


def _may_be_alike(one: int, other: int) -> bool:
    return _shared_at_least(max(one, other)) <= min(one, other)


def matched(pairs: Sequence[tuple[float, int, int]]) -> Iterator[tuple[float, int, int]]:
    """The likeliest pairs first, no text in two of them; which list is which makes no difference."""
    old: set[int] = set()
    new: set[int] = set()
    for share, one, other in sorted(pairs, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1] + pair[2])):
        if one not in old and other not in new:
            old.add(one)
            new.add(other)
            yield share, one, other
