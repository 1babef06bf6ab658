"""Two texts that may say the same, and what speaks for it."""

from __future__ import annotations

from enum import StrEnum

import attrs


class Band(StrEnum):
    """How often two texts that look so alike said the same, where that was measured; best first."""

    STRONG = "strong"
    LIKELY = "likely"
    POSSIBLE = "possible"
    WEAK = "weak"

    @property
    def rank(self) -> int:
        """Place among the bands, counted from the best."""
        return tuple(Band).index(self)


@attrs.frozen
class SharedWord:
    """A word of each of two texts that count as the same: one word, or two of one meaning."""

    first: str
    second: str


@attrs.frozen(kw_only=True)
class Match:
    """Two texts of one block.

    Attributes:
        first: Number of the text among the first ones.
        second: Number of the text among the second ones.
        probability: From 0 to 1, that they say the same; it orders, and is never shown.
        right: The share of pairs in this band that were right, where pairs like this one were measured; None where none
            like it were.
        shared: What they share, that which says most first; empty where only parts of words are alike.
    """

    first: int
    second: int
    probability: float
    band: Band
    right: float | None
    shared: tuple[SharedWord, ...] = ()
