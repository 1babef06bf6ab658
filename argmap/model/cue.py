"""Places in a source."""

from __future__ import annotations

import attrs

from argmap.source.text import Place


@attrs.frozen(kw_only=True)
class Cue:
    """Where a claim, a step or the meaning of a word stands in its source: a line, a few words, or both."""

    line: int | None = None
    words: str = ""
    origin: Place = attrs.field(eq=False, repr=False)

    def __str__(self) -> str:
        line, words = "" if self.line is None else str(self.line), f'"{self.words}"' if self.words else ""
        return " ".join(filter(None, (line, words)))
