"""The bytes of a foreign file as text or JSON: what is wrong has a place, and nothing runs or grows."""

from __future__ import annotations

import json
import re
from typing import Any

from argmap.exchange.formats import NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.resolve.values import is_moment

MOST_BYTES = 256_000_000
"""Bytes of one file that are read."""
_MOST_DEEP = 200
"""Levels of lists and objects in each other."""
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def text_of(data: bytes, name: str, loss: LossReport | None = None) -> str:
    """The text of a file, which is UTF-8 or says by its first bytes what else it is; line ends are LF.

    Raises:
        NotThisFormatError: It is in another encoding; with the line.
    """
    encoding = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotThisFormatError(
            f"byte 0x{data[error.start]:02X} is not {encoding.upper().removesuffix('-SIG')}",
            name,
            f"line {line}",
            help="save the file as UTF-8",
        ) from None
    if encoding not in ("utf-8", "utf-8-sig") and loss is not None:
        loss.changed("file", f"its text was {encoding.upper()}, and is UTF-8 now", ForeignPlace(name))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def json_of(data: bytes, name: str, loss: LossReport | None = None) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """What a JSON file holds.

    Raises:
        NotThisFormatError: It is no JSON, or nests too deeply; with the place.
    """
    text = text_of(data, name, loss)
    deepest = _depth(text)
    if deepest > _MOST_DEEP:
        raise NotThisFormatError(f"lists and objects stand {deepest} deep in each other", name)
    try:
        return json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        said = error.msg[:1].lower() + error.msg[1:]
        raise NotThisFormatError(f"this is no JSON: {said}", name, where, error.pos) from None
    except ValueError as error:
        # An integer of so many digits that reading it would take quadratic time.
        raise NotThisFormatError(f"this is no JSON that can be read: {error}", name) from None


def _depth(text: str) -> int:
    """How deep brackets stand in each other, those in strings left out; work is linear."""
    deepest = depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        sign = match[0]
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    return deepest


_ISO = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(?::[0-9]{2})?(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})")


def date_of(text: str) -> str:
    """A foreign date as ISO 8601, with its time where it has one; empty where it is none, or could be two."""
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        text = iso[1] if iso[2] == "00:00" else f"{iso[1]}T{iso[2]}"
    elif match := _DAY_FIRST.fullmatch(text):
        text = f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}"
    elif match := _YEAR_FIRST.fullmatch(text):
        text = f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"
    elif match := _SLASHES.fullmatch(text):
        one, other = int(match[1]), int(match[2])
        # Where both could be a month, nobody can tell which is.
        if one <= 12 and other <= 12 and one != other:
            return ""
        day, month = (other, one) if one <= 12 else (one, other)
        text = f"{match[3]}-{month:02}-{day:02}"
    return text if is_moment(text) else ""
