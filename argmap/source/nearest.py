"""Did you mean?"""

from __future__ import annotations

from collections.abc import Iterable

_CLOSE_ENOUGH = 0.6
_ENOUGH_WORDS = 2000


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like a mistyped one, or None; ties go to the first in alphabetical order.

    Similarity is that of Ratcliff and Obershelp, as in `difflib`; beyond some thousand known words only those that
    share a beginning are compared, so that one typo never costs seconds.
    """
    from difflib import SequenceMatcher

    words = sorted(set(known))
    if len(words) > _ENOUGH_WORDS:
        words = [other for other in words if other[:1] == word[:1] and abs(len(other) - len(word)) <= 3][:_ENOUGH_WORDS]
    matcher = SequenceMatcher(b=word, autojunk=False)
    best, found = _CLOSE_ENOUGH, None
    for other in words:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
            best, found = matcher.ratio(), other
    return found


def suggestion(word: str, known: Iterable[str]) -> str:
    """``; did you mean `x`?``, or nothing."""
    found = nearest(word, known)
    return f"; did you mean `{found}`?" if found else ""
