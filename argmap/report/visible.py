"""Text from anybody, made safe to show: what cannot be seen is written out, so nothing hides or drives a terminal."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, combining, east_asian_width

_HARMLESS = re.compile(r"[ -~]*+\Z")
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# These take no ink although their category is that of a letter, a mark or a symbol.
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_JOINERS = frozenset("\u200c\u200d")
_VIRAMA = 9


def visible(text: str) -> str:
    """The text with every control, bidirectional and invisible character as an escape such as ``<U+202E>``.

    Line ends and tabs are escaped too: who wants them kept splits the text first.  Joiners and variation selectors
    stay where Arabic, Indic scripts and emoji spell with them.  What is visible stays as it is, so the result of
    this function is its own result.
    """
    if _HARMLESS.match(text):
        return text
    return "".join(characters(text))


def characters(text: str) -> list[str]:
    """One string for each code point, either itself or its escape."""
    shown = []
    before = " "
    for character in text:
        shown.append(character if _can_be_seen(character, before) else f"<U+{ord(character):04X}>")
        before = shown[-1][-1]
    return shown


def _can_be_seen(character: str, before: str) -> bool:
    if " " <= character <= "~":
        return True
    if character in _JOINERS:
        return _joins(before)
    if _selects_a_variant(character):
        return category(before) in {"So", "Sk"} or east_asian_width(before) == "W"
    return category(character) not in _UNSEEN_CATEGORIES and character not in _UNSEEN


def _joins(before: str) -> bool:
    """Whether a joiner after this character is spelling: Arabic script, a virama, an emoji or what ends one."""
    return (
        combining(before) == _VIRAMA
        or category(before) in {"So", "Sk"}
        or before == "\ufe0f"
        or "\u0620" <= before <= "\u08ff"
    )


def _selects_a_variant(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


if TYPE_CHECKING:
    from json import JSONEncoder

# JSON itself escapes only what is below the space.  These would still steer a terminal, or are no characters at all.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(value: object) -> str:
    """The value with an indent of two spaces and letters of every script as they are."""
    # Outside of strings there are none of these, and within them an escape means the same.
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", _encoder().encode(value))


@cache
def _encoder() -> JSONEncoder:
    # One for all: to make another for each of many small records takes a fifth of the time of writing them.
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, indent=2)
