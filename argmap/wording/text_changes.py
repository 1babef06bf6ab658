"""Which words of a text are other ones."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.wording.english import briefly_quoted, one_line, quoted

if TYPE_CHECKING:
    from argmap.wording.names import DifferenceNames

# A word, with what joins its parts; or a mark.
_WORD = re.compile(r"\w+(?:['’‑-]\w+)*|[^\w\s]")
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""The characters of scripts that are written without spaces; there, each counts as a word."""
_MOST_COMPARED = 90_000
"""Pairs of words beyond which all between the first and the last other word counts as other."""
_CONTEXT = 4
"""Words left on either side of an excerpt."""
_WHOLE = 90
"""Characters up to which a text is not worth cutting."""


class Run(NamedTuple):
    """A part of a text; all parts together are the text."""

    text: str
    changed: bool


def _words(text: str) -> list[re.Match[str]]:
    return list((_WORD if max(text, default="") < _UNSPACED[0] else _unspaced_word()).finditer(text))


@cache
def _unspaced_word() -> re.Pattern[str]:
    # Ranges as large as these take longer to compile than a small diff takes to tell.
    return re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+(?:['’‑-](?:(?![{_UNSPACED}])\w)+)*|[^\w\s]")


def runs(old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts in parts: words that only one of them has where it has them, and what they share."""
    mine, yours = _words(old), _words(new)
    start, end = _shared([word[0] for word in mine], [word[0] for word in yours])
    removed = set(range(start, len(mine) - end))
    added = set(range(start, len(yours) - end))
    if removed and added and len(removed) * len(added) <= _MOST_COMPARED:
        from difflib import SequenceMatcher

        inner = ([mine[n][0] for n in sorted(removed)], [yours[n][0] for n in sorted(added)])
        for block in SequenceMatcher(None, *inner, autojunk=False).get_matching_blocks():
            removed.difference_update(range(start + block.a, start + block.a + block.size))
            added.difference_update(range(start + block.b, start + block.b + block.size))
    return _parts(old, mine, removed), _parts(new, yours, added)


def reworded(old: str, new: str, names: DifferenceNames) -> str:
    """How a sentence about a text ends: ``: “It cannot”, no longer “It can”``; empty where that stands below it."""
    if names.aside:
        return ""
    before, after = focus(old, new)
    return f": {after}, no longer {before}"


def focus(old: str, new: str) -> tuple[str, str]:
    """Both texts in quotes, each cut to a few words around what is other where it is long."""
    old, new = one_line(old), one_line(new)
    mine, yours = _words(old), _words(new)
    start, end = _shared([word[0] for word in mine], [word[0] for word in yours])
    return _cut(old, mine, start, end), _cut(new, yours, start, end)


def _shared(mine: list[str], yours: list[str]) -> tuple[int, int]:
    """How many words both have at the start, and at the end."""
    most = min(len(mine), len(yours))
    start = next((number for number in range(most) if mine[number] != yours[number]), most)
    most -= start
    end = next((number for number in range(most) if mine[-1 - number] != yours[-1 - number]), most)
    return start, end


def _parts(text: str, words: list[re.Match[str]], changed: set[int]) -> tuple[Run, ...]:
    found: list[Run] = []
    at = 0
    for number, word in enumerate(words):
        # What stands between two other words is as other as they are.
        gap = number in changed and number - 1 in changed
        for end, other in ((word.start(), gap), (word.end(), number in changed)):
            piece = text[at:end]
            if piece and found and found[-1].changed is other:
                found[-1] = Run(found[-1].text + piece, other)
            elif piece:
                found.append(Run(piece, other))
            at = end
    return (*found, Run(text[at:], False)) if text[at:] else tuple(found)


def _cut(text: str, words: list[re.Match[str]], start: int, end: int) -> str:
    if len(text) <= _WHOLE:
        return quoted(text)
    first, last = start - _CONTEXT, len(words) - end + _CONTEXT - 1
    begin = f"… {text[words[first].start() :]}" if first > 0 else text
    cut = words[last].end() - len(text) if 0 <= last < len(words) - 1 else 0
    return briefly_quoted(f"{begin[:cut]} …" if cut else begin)
