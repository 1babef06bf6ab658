"""Where a tile stands."""

from __future__ import annotations

import attrs


@attrs.frozen
class Spot:
    """The top left corner of a tile, and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2
