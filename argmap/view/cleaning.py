"""What may stand in a picture: text, and nothing that steers how it is shown."""

from __future__ import annotations

import unicodedata

_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Direction overrides and isolates: one left open would reorder what stands after it."""


def clean(text: str) -> str:
    """The text in NFC on one line, with single spaces, without characters that control instead of show."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    shown = (_shown(character) for character in unicodedata.normalize("NFC", text))
    return " ".join("".join(shown).split())


def _shown(character: str) -> str:
    if character.isascii():
        return character if character.isprintable() else " " if character in "\t\n\r\f\v" else ""
    category = unicodedata.category(character)
    if category in ("Zl", "Zp"):
        return " "
    # XML has no code points for surrogates and noncharacters, escaped or not.
    if category in ("Cc", "Cs") or character in _STEERING or ord(character) & 0xFFFE == 0xFFFE:
        return ""
    return character
