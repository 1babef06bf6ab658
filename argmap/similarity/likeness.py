"""How alike the texts of a block are, in each way: all first ones with all second ones.

A block is what belongs to one question, or the claims of one document beside those of others.  Three things are done:

- the products of the vectors are double-centred (Gower 1966): what a text shares with all others of the block is taken
  away, so that a text of common words is not alike to everything.  Each side counts as having one text more, which is
  like any other as much as is usual: of very few texts, a mean says little;
- what is found for a text is found in part for its neighbours on its side (label propagation; Zhu and Ghahramani 2002):
  of two claims that say much the same, both are compared by the words of both;
- all is exact or rounded, so that no order of summing shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from argmap.similarity.vectors import ONE, Vectors

Table = NDArray[np.float64]
_NEIGHBOURS, _MOST_NEIGHBOURS = 8, 32
"""One of how many texts of a side is a neighbour, and how many are at most: none where a side is twice as small."""
_MOST_ON_A_SIDE = 2_000
"""Texts of a side beyond which its neighbours are not looked for."""
_DAMPING = 0.5
"""How much likeness of neighbours counts as half."""
_FOLDED = 1024
"""Places of the vectors by which neighbours are found: which they are matters less than how alike two texts are."""
_USUAL_TEXTS = 1
"""How many texts of usual likeness each side counts as having beside its own where means are taken."""
_CELLS = 4_000_000
"""Pairs that are looked at at once."""
_ROWS = 1_000
"""Vectors that are turned into longer numbers at once."""
_STEPS = 65_536.0
"""Into how many steps a likeness is rounded before neighbours are summed."""


class Part(NamedTuple):
    """The likeness of some first texts to all second ones.

    Attributes:
        start: The number of the first of them.
        likeness: By way: that of each pair, then that of their neighbours; each first texts by second texts.
    """

    start: int
    likeness: tuple[Table, ...]


def block(first: Sequence[Vectors], second: Sequence[Vectors], usual: Sequence[float]) -> Iterator[Part]:
    """The likeness of all first texts to all second ones, some first ones at a time.

    Args:
        first: By way of comparing, the vectors of the first texts.
        second: The same of the second texts.
        usual: By way, the mean cosine of two texts, as it was measured.
    """
    count, others = len(first[0]), len(second[0])
    if not count or not others:
        return
    rows = max(1, min(count, _CELLS // others))
    centres = [_Centre.of(*three) for three in zip(first, second, usual, strict=True)]
    beside = _neighbours(second) if others <= _MOST_ON_A_SIDE else None
    for start in range(0, count, rows):
        part = [vectors[start : start + rows] for vectors in first]
        plain = [_centred(*three) for three in zip(part, second, centres, strict=True)]
        above = _neighbours(part) if rows <= _MOST_ON_A_SIDE else None
        yield Part(start, (*plain, *(_of_neighbours(table, above, beside) for table in plain)))


class _Centre(NamedTuple):
    """What the texts of a block have in common.

    Attributes:
        of_first: The sum of the first vectors, divided by how many texts that side counts as having.
        of_second: The same of the second side.
        usual_of_first: The share of texts of usual likeness in the mean over the first side, times that likeness.
        usual_of_second: The same of the second side.
        whole: The mean of all likeness.
    """

    of_first: NDArray[np.float64]
    of_second: NDArray[np.float64]
    usual_of_first: float
    usual_of_second: float
    whole: float

    @classmethod
    def of(cls, first: Vectors, second: Vectors, usual: float) -> _Centre:
        """That of two sides."""
        counts = len(first), len(second)
        shares = [count / (count + _USUAL_TEXTS) for count in counts]
        means = [mean_of(side) * share for side, share in zip((first, second), shares, strict=True)]
        texts = float(means[0] @ means[1]) / (ONE * ONE)
        whole = texts + usual * (1 - shares[0] * shares[1])
        return cls(means[0], means[1], usual * (1 - shares[0]), usual * (1 - shares[1]), whole)


def mean_of(vectors: Vectors) -> NDArray[np.float64]:
    """The mean of vectors."""
    mean: NDArray[np.float64] = vectors.sum(axis=0, dtype=np.float64) / len(vectors)
    return mean


def shares(vectors: Vectors, mean: NDArray[np.float64]) -> NDArray[np.float64]:
    """The cosine of each vector with a mean of vectors."""
    parts = [vectors[at : at + _ROWS].astype(np.float64) @ mean for at in range(0, len(vectors), _ROWS)]
    return np.concatenate(parts) / (ONE * ONE)


def _product(one: Vectors, other: Vectors) -> Table:
    """The cosine of each with each: the product is exact, since all numbers in it are whole and small."""
    return (one @ other.T).astype(np.float64) / (ONE * ONE)


def _centred(one: Vectors, other: Vectors, centre: _Centre) -> Table:
    """Cosines, less the mean of each text and of its counterpart: a mean of products is a product with the mean."""
    table = _product(one, other)
    table -= (shares(one, centre.of_second) + centre.usual_of_second)[:, None]
    table -= shares(other, centre.of_first) + centre.usual_of_first
    table += centre.whole
    rounded: Table = np.rint(table * _STEPS)
    return np.divide(rounded, _STEPS, out=rounded)


def _neighbours(side: Sequence[Vectors]) -> Table | None:
    """How much each text of a side takes of each other; None where it has too few to speak of neighbours."""
    count = len(side[0])
    near = min(_MOST_NEIGHBOURS, count // _NEIGHBOURS)
    if near < 2:
        return None
    table: Table = np.mean([_product(short, short) for short in map(folded, side)], axis=0)
    np.fill_diagonal(table, 0)
    table = np.maximum(table - np.median(table), 0)
    least = np.partition(table, -near, axis=1)[:, -near]
    table[table < least[:, None]] = 0
    rounded: Table = np.rint(table * ONE)
    return rounded


def folded(vectors: Vectors) -> Vectors:
    """Hashed features in fewer places: as if they had been hashed so; vectors that have few places are as they were."""
    count, places = vectors.shape
    return vectors.reshape(count, -1, _FOLDED).sum(axis=1) if places > _FOLDED else vectors


def _of_neighbours(table: Table, above: Table | None, beside: Table | None) -> Table:
    """What is found for the neighbours of the first text, of the second, or for both by halves."""
    found = []
    steps = np.rint(table * _STEPS)
    if above is not None:
        found.append(above @ steps / (above.sum(axis=1, keepdims=True) + _DAMPING * ONE))
    if beside is not None:
        found.append(steps @ beside.T / (beside.sum(axis=1) + _DAMPING * ONE))
    if not found:
        return np.zeros_like(table)
    mean: Table = sum(found[1:], start=found[0]) / (len(found) * _STEPS)
    return mean
