"""What an id may look like."""

from __future__ import annotations

from unicodedata import normalize


def normal(text: str) -> str:
    """The form in which ids are compared: NFC."""
    return text if text.isascii() else normalize("NFC", text)


def is_id(text: str) -> bool:
    """Letters and marks of any script, digits, single inner hyphens; a word class rejects vocalised and Indic ones."""
    if text.isascii() and text.isalnum():
        return True
    if not text or "_" in text or "\u00b7" in text or "\u0387" in text:
        return False
    return all(part and f"a{part}".isidentifier() for part in text.split("-"))


def is_reference(text: str) -> bool:
    """An id, or two joined by a dot."""
    first, dot, second = text.partition(".")
    return is_id(first) and (not dot or is_id(second))
