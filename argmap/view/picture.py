"""What every picture has: title, lines under it, and what it says to those who do not see it.

Names of files are readable, the same every time, and safe on every file system.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

import attrs

from argmap.model.inference import StepRole

_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Direction overrides and isolates: one left open would reorder what stands after it."""
_BYTES = 100
"""How long a name is: two stems, a dot and an ending stay within the 255 bytes of a file name."""
# Windows keeps these names for devices, whatever follows the first dot.
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")})


ROLE_CLASSES = {
    StepRole.BECAUSE: "support",
    StepRole.DESPITE: "concession",
    StepRole.OBJECTION: "objection",
    StepRole.UNLESS: "exception",
    StepRole.UNDERCUT: "undercut",
    StepRole.IF: "if",
    StepRole.ONLY_IF: "only-if",
    StepRole.EXPLANATION: "explanation",
    StepRole.PARTS: "part",
    StepRole.BACKGROUND: "background",
}
"""What the lines of each role are called in the ids and classes of an SVG, which people link to and style."""


_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u2193]*")
"""Latin letters and common signs, composed and visible: most texts have nothing else."""


def clean(text: str) -> str:
    """The text in NFC on one line, with single spaces, without characters that control instead of show."""
    return " ".join(clean_part(text).split())


def clean_part(text: str) -> str:
    """A part of a text in the same way, with the blanks at its ends."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(_shown(character) for character in unicodedata.normalize("NFC", text))


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


def cleaned(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Several texts, each made clean, without those of which nothing is left."""
    return tuple(filter(None, map(clean, texts)))


@attrs.frozen(kw_only=True)
class Picture:
    """What stands above every picture, and for it where it is not seen.

    Attributes:
        subtitle: Lines under the title: who, when, how much.
        description: The same and more as one text, for those who do not see the picture.
    """

    title: str = attrs.field(converter=clean)
    subtitle: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    description: str = attrs.field(converter=clean)


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
