"""Names of picture files: readable, the same every time, and safe on every file system."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

_BYTES = 100
"""Two stems, a dot and an ending stay within the 255 bytes of a file name."""
# Windows keeps these names for devices, whatever follows the first dot.
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")})


def slug(title: str) -> str:
    """The letters, marks and digits of a title in lower case, words joined by hyphens; empty where it has none."""
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", title).casefold())
    kept = "".join(character if unicodedata.category(character)[0] in "LMN" else " " for character in lowered)
    return _shortened("-".join(kept.split()))


def stems(wanted: Iterable[str]) -> tuple[str, ...]:
    """One stem for each wished one, in order: unlike each other even where case is not told apart.

    No stem is longer than 100 bytes before its number, and none is a name that Windows keeps for itself.
    """
    taken: set[str] = set()
    given = []
    for wish in wanted:
        safe = _shortened(unicodedata.normalize("NFC", wish))
        first = f"_{safe}" if safe.partition(".")[0].casefold() in _RESERVED else safe
        stem, number = first, 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{first}-{number}"
        taken.add(stem.casefold())
        given.append(stem)
    return tuple(given)


def _shortened(name: str) -> str:
    """The name cut to the length that is left for it, at the end of a word where that keeps most of it."""
    if len(name.encode()) <= _BYTES:
        return name
    cut = name.encode()[:_BYTES].decode(errors="ignore")
    whole = cut.rpartition("-")[0]
    return whole if len(whole) > len(cut) // 2 else cut.rstrip("-")


def address(stem: str, card: str = "") -> str:
    """The link from a picture to another in the same folder, and to a card in it."""
    return f"{quote(stem)}.svg#{quote(card)}" if card else f"{quote(stem)}.svg"
