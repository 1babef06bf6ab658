"""What an id may look like."""

from __future__ import annotations

import re
from unicodedata import normalize

from argmap.source.scripts import MARKS, SOUTH_EAST_ASIAN

_MOST_WORDS, _LONGEST = 5, 40
"""Words in an id that is made of a text, and its characters."""
_PASSED_OVER = frozenset(
    "a an and are as at be been but by can do does for from had has have he her his if in into is it its not of on or"
    " our she so than that the their them then there these they this those to was we were which who will with would you"
    " your der die das ein eine und ist le la les un une et est".split()
)
_LETTERS = rf"(?:(?!_)[\w{MARKS}{SOUTH_EAST_ASIAN}])+"
_WORD = re.compile(rf"{_LETTERS}(?:['\u2019]{_LETTERS})*")


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


def made_id(text: str, otherwise: str) -> str:
    """An id of the first telling words of a text, in lower case; another word where it has none."""
    words = [
        normalize("NFC", match[0]).lower().replace("'", "").replace("\u2019", "") for match in _WORD.finditer(text)
    ]
    telling = [word for word in words if word not in _PASSED_OVER] or words
    found = ""
    for word in telling[:_MOST_WORDS]:
        longer = f"{found}-{word}" if found else word
        if len(longer) > _LONGEST:
            break
        if is_id(longer):
            found = longer
    return found or otherwise
