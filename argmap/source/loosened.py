"""Texts in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import category, normalize

_LOOSE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"),
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    }
)


def loosened(text: str) -> str:
    """A text for comparing: composition, case, quotes, dashes and white space count as one of each."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    # An acute accent would become a space and a combining one.
    folded = normalize("NFKC", text.replace("\u00b4", "'")).translate(_LOOSE).casefold()
    return " ".join(normalize("NFKC", folded).split())


def named(word: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """The ids that a word means among those with these names, in order; none where it means nothing.

    First that id itself, then those that differ from it only as `loosened` texts do, or by hyphens for spaces, then
    those that have it as a name.
    """
    if word in known:
        return [word]
    wanted = loosened(word)
    hyphened = wanted.replace(" ", "-")
    found = [name for name in known if loosened(name) in (wanted, hyphened)] if wanted else []
    return found or [name for name, names in known.items() if wanted and wanted in map(loosened, names)]


def plain(text: str) -> str:
    """A text on one line, without the characters that would make it look other than it is."""
    if text.isprintable():
        return " ".join(text.split())
    kept = "".join(
        sign if category(sign) not in ("Cc", "Cf", "Cs", "Zl", "Zp") or sign in _JOINERS else " " for sign in text
    )
    return " ".join(kept.split())


_JOINERS = "\u200c\u200d"
