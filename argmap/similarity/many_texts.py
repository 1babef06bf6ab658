"""The likeliest pairs among very many texts, without a table of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from argmap.similarity.likeness import folded, mean_of, shares
from argmap.similarity.vectors import ONE, Vectors

_ROWS = 400
"""Texts that are compared with all others at once."""
_PAIRS = 20_000
"""Pairs whose likeness is worked out at once."""


class Candidates(NamedTuple):
    """Pairs of texts by their numbers, the smaller one first, in order."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]


def candidates(vectors: Sequence[Vectors], spans: Sequence[tuple[int, int]], top: int) -> Candidates:
    """The pairs of texts of different groups of which one is among the texts that are most like the other.

    Args:
        vectors: By way of comparing, those of all texts.
        spans: Where each group begins and ends; together they are all texts.
        top: How many texts are kept for each.
    """
    count = len(vectors[0])
    pairs = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *_nearest(vectors, spans, top)]))
    return Candidates(*np.divmod(pairs, count))


def _nearest(vectors: Sequence[Vectors], spans: Sequence[tuple[int, int]], top: int) -> Iterator[NDArray[np.int64]]:
    """Pairs as one number each: the first text times how many there are, and the second."""
    # Whole numbers in all ways together are still small enough for products to be exact.
    together = np.concatenate([folded(one) for one in vectors], axis=1)
    count = len(together)
    common = np.rint(shares(together, mean_of(together)) * (ONE * ONE)).astype(np.float32)
    for start, end in spans:
        others = count - (end - start)
        kept = min(top, others)
        if not kept:
            continue
        for at in range(start, end, _ROWS):
            rows = np.arange(at, min(at + _ROWS, end))
            table = together[rows] @ together.T
            table -= common
            table[:, start:end] = -np.inf
            best = np.argpartition(table, count - kept, axis=1)[:, count - kept :].astype(np.int64)
            low, high = np.minimum(rows[:, None], best), np.maximum(rows[:, None], best)
            yield (low * count + high).ravel()


def likeness_of(vectors: Vectors, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.float64]:
    """How alike pairs of texts are in one way: cosines, double-centred among all texts."""
    mean = mean_of(vectors)
    common = shares(vectors, mean)
    found = np.zeros(len(first))
    for start in range(0, len(first), _PAIRS):
        part = slice(start, start + _PAIRS)
        found[part] = np.einsum("ij,ij->i", vectors[first[part]], vectors[second[part]])
    whole = float(mean @ mean) / (ONE * ONE)
    likeness: NDArray[np.float64] = found / (ONE * ONE) - common[first] - common[second] + whole
    return likeness
