"""What suggestions rest on, and how far they can be trusted."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from argmap.similarity.match import Band


@attrs.frozen(kw_only=True)
class Basis:
    """How it was measured how alike texts are.

    Attributes:
        tier: The short name of the way to measure.
        means: What it looks at, in words.
        better: What to do for a better one, and what that would add; empty where there is none.
        precision: By band, the share of pairs in it that said the same, where that was measured.
        missed: The share of pairs that say the same and are in neither of the two best bands, where that was measured.
        warnings: Why less can be expected here, a sentence each.
    """

    tier: str
    means: str
    better: str = ""
    precision: Mapping[Band, float]
    missed: float
    warnings: tuple[str, ...] = ()


NAMES_ALONE = Basis(tier="", means="", precision={}, missed=0)
"""Where only names were compared, letter by letter."""
