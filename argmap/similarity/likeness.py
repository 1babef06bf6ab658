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


def block(
    first: Sequence[Vectors], second: Sequence[Vectors], usual: Sequence[float], near_first: Table | None = None
) -> Iterator[Part]:
    """The likeness of all first texts to all second ones, some first ones at a time.

    Args:
        first: By way of comparing, the vectors of the first texts.
        second: The same of the second texts.
        usual: By way, the mean cosine of two texts, as it was measured.
        near_first: How near the first texts are to each other, where that is known (see `Nearness`).
    """
    count, others = len(first[0]), len(second[0])
    if not count or not others:
        return
    rows = max(1, min(count, _CELLS // others))
    centres = [_Centre.of(*three) for three in zip(first, second, usual, strict=True)]
    beside = _neighbours(nearness(second)) if others <= _MOST_ON_A_SIDE else None
    for start in range(0, count, rows):
        part = [vectors[start : start + rows] for vectors in first]
        plain = [_centred(*three) for three in zip(part, second, centres, strict=True)]
        known = near_first[start : start + rows, start : start + rows] if near_first is not None else None
        above = _neighbours(nearness(part) if known is None else known) if rows <= _MOST_ON_A_SIDE else None
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


def nearness(side: Sequence[Vectors], others: Sequence[Vectors] | None = None) -> Table:
    """The mean over all ways of the cosines of texts with others, or with each other, in fewer places."""
    pairs = zip(side, side if others is None else others, strict=True)
    mean: Table = np.mean([_product(folded(one), folded(other)) for one, other in pairs], axis=0)
    return mean


class Nearness:
    """How near texts are to each other: of those that are asked for again, it is not worked out again."""

    def __init__(self, vectors: Sequence[Vectors]) -> None:
        self._vectors = vectors
        self._places: dict[int, int] = {}
        self._table: Table = np.zeros((0, 0))

    def among(self, numbers: Sequence[int]) -> Table | None:
        """That of texts by their numbers, with each other; None where they are too many to have neighbours."""
        distinct = list(dict.fromkeys(numbers))
        new = [number for number in distinct if number not in self._places]
        if 2 * len(new) > len(distinct) or len(self._places) + len(new) > _MOST_ON_A_SIDE:
            # What was asked before has little to do with it, or is too much to keep.
            if len(distinct) > _MOST_ON_A_SIDE:
                return None
            new, self._places, self._table = distinct, {}, np.zeros((0, 0))
        if new:
            known = len(self._places)
            self._places.update((number, known + place) for place, number in enumerate(new))
            added = nearness(*([vectors[some] for vectors in self._vectors] for some in (list(self._places), new)))
            table = np.empty((len(added), len(added)))
            table[:known, :known] = self._table
            table[:, known:] = added
            table[known:, :known] = added[:known].T
            self._table = table
        places = [self._places[number] for number in numbers]
        found: Table = self._table[np.ix_(places, places)]
        return found


def _neighbours(near_to: Table) -> Table | None:
    """How much each text of a side takes of each other; None where it has too few to speak of neighbours."""
    near = min(_MOST_NEIGHBOURS, len(near_to) // _NEIGHBOURS)
    if near < 2:
        return None
    table = near_to.copy()
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
