"""Offsets into texts that foreign files hold -> places in a source: the line, and a cue that stands there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.check.cue_finder import CueFinder, first_words
from argmap.exchange.draft import DraftClaim, DraftCue
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.source.loosened import plain
from argmap.source.scripts import WORD
from argmap.source.text import SourceText


class Resources:
    """The texts that a foreign file holds, by their ids in it."""

    def __init__(self, texts: Mapping[str, str], loss: LossReport) -> None:
        self._finders = {key: CueFinder(SourceText(key, text)) for key, text in texts.items() if text}
        self._loss = loss

    def refer(self, claim: DraftClaim, resource: str, quote: str, offset: Any, where: ForeignPlace) -> None:  # noqa: ANN401
        """Give a claim its place: the line where the text has a quote, and words of that which prove it.

        Where the text is not there, the first words of the quote are its cue.

        Args:
            claim: The claim.
            resource: The id of the text.
            quote: The words.
            offset: Where they begin in it, counted in code points, if it is that.
            where: Where the foreign file says so.
        """
        finder = self._finders.get(resource)
        words = plain(quote)
        if finder is None:
            line, cue = None, first_words(words)
            why_none = "its words make no cue, and its line is not known"
            why_no_line = "the text that it refers to is not there: it has no line"
        else:
            start = _start(finder.source.text, quote, offset)
            line = finder.line_of(words, start) if start is not None else None
            proved = finder.kept(words, line) or finder.cue(words, line)
            cue = proved.words if proved is not None else ""
            why_none = (
                "its words make no cue, or stand in the text more than once, and its line is not known"
                if finder.has(words)
                else "its words do not stand in the text that it refers to"
            )
            why_no_line = "its words do not stand at its offset: it has no line"
        if not cue and line is None:
            self._loss.dropped("reference", why_none, where)
            return
        claim.cues.append(DraftCue(words=cue, line=line))
        if line is None and offset is not None:
            self._loss.changed("reference", why_no_line, where)
        elif not cue:
            self._loss.changed("reference", "its words make no cue: it is a line", where)
        elif WORD.findall(cue) != WORD.findall(words):
            self._loss.changed("reference", "some of its words are its cue", where)
        else:
            self._loss.kept("reference", where)


def _start(text: str, quote: str, offset: Any) -> int | None:  # noqa: ANN401 - whatever JSON can hold
    """Where the first word of a quote stands in a text; None where the quote does not stand at the offset."""
    if type(offset) is not int or not 0 <= offset < len(text) or not quote.strip():
        return None
    return offset + len(quote) - len(quote.lstrip()) if text.startswith(quote, offset) else None
