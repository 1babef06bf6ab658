"""Text from anybody, made safe to show: what cannot be seen is written out, so nothing hides or drives a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
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


# JSON itself escapes only what is below the space.  These would still steer a terminal, or are no characters at all.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_STEP = "  "


def json_text(value: object, margin: str = "") -> str:
    """The value with an indent of two spaces and letters of every script as they are.

    Args:
        value: Dicts with texts as keys, lists, texts, numbers, truth values and None, in each other.
        margin: What every line but the first begins with.
    """
    # The encoder of the library leaves a circle of functions behind for each value that it is asked to indent: of many
    # thousands of records, half a gigabyte until somebody collects it.
    pieces: list[str] = []
    _spell(value, f"\n{margin}", pieces, _spelled())
    # Outside of strings there are none of these, and within them an escape means the same.
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", "".join(pieces))


def _spell(value: object, end: str, pieces: list[str], text: Callable[[str], str]) -> None:
    """Add a value; `end` is a line end and what the line begins with on which it ends."""
    if isinstance(value, str):
        pieces.append(text(value))
    elif isinstance(value, dict):
        before = f"{{{end}{_STEP}"
        for key, item in value.items():
            pieces.append(f"{before}{text(key)}: ")
            _spell(item, end + _STEP, pieces, text)
            before = f",{end}{_STEP}"
        pieces.append(f"{end}}}" if value else "{}")
    elif isinstance(value, list | tuple):
        before = f"[{end}{_STEP}"
        for item in value:
            pieces.append(before)
            _spell(item, end + _STEP, pieces, text)
            before = f",{end}{_STEP}"
        pieces.append(f"{end}]" if value else "[]")
    else:
        pieces.append(_plain(value))


def _plain(value: object) -> str:
    from json import dumps

    return dumps(value)


@cache
def _spelled() -> Callable[[str], str]:
    from json.encoder import encode_basestring

    return encode_basestring
