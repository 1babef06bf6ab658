"""Offsets into texts that foreign files hold -> places in a source: the line, and the first words that stand there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from argmap.exchange.draft import DraftClaim, DraftCue
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.source.loosened import plain
from argmap.source.scripts import count_words

_FEWEST, _MOST = 2, 6
"""Words in a cue."""


class Resources:
    """The texts that a foreign file holds, by their ids in it."""

    def __init__(self, texts: Mapping[str, str], loss: LossReport) -> None:
        self._texts = texts
        self._loss = loss
        self._ends: dict[str, list[int]] = {}

    def refer(self, claim: DraftClaim, resource: str, quote: str, offset: Any, where: ForeignPlace) -> None:  # noqa: ANN401
        """Give a claim its place: the line where the text has a quote, and the first words of that.

        Args:
            claim: The claim.
            resource: The id of the text.
            quote: The words.
            offset: Where they begin in it, counted in code points, if it is that.
            where: Where the foreign file says so.
        """
        line = self._line(resource, quote, offset)
        words = plain(quote).replace('"', "'").replace("\u201c", "'").replace("\u201d", "'").split()
        first = " ".join(words[:_MOST])
        count = count_words(first)
        cue = first if count.most >= _FEWEST and count.fewest <= _MOST else ""
        if not cue and line is None:
            self._loss.dropped("reference", "its words make no cue, and its line is not known", where)
            return
        claim.cues.append(DraftCue(words=cue, line=line))
        if line is None and offset is not None:
            self._loss.changed("reference", "its words do not stand at its offset: it has no line", where)
        elif not cue:
            self._loss.changed("reference", "its words make no cue: it is a line", where)
        elif len(words) > _MOST:
            self._loss.changed("reference", f"its first {_MOST} words are its cue", where)
        else:
            self._loss.kept("reference", where)

    def _line(self, resource: str, quote: str, offset: Any) -> int | None:  # noqa: ANN401 - whatever JSON can hold
        text = self._texts.get(resource, "")
        if type(offset) is not int or not 0 <= offset < len(text) or not quote.strip():
            return None
        if not text.startswith(quote, offset):
            return None
        if resource not in self._ends:
            self._ends[resource] = [match.start() for match in re.finditer("\n", text)]
        begin = offset + len(quote) - len(quote.lstrip())
        return bisect_right(self._ends[resource], begin - 1) + 1
