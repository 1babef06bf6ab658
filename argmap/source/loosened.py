"""Texts in the form in which they are compared."""

from __future__ import annotations

from unicodedata import normalize

_LOOSE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\xad\u200b\u200c\u200d\u2060\ufeff"),
    }
)


def loosened(text: str) -> str:
    """A text for comparing: case, quotes, dashes and white space count as one of each."""
    return " ".join(normalize("NFKC", text).translate(_LOOSE).casefold().split())
