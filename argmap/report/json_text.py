"""Values as JSON that a terminal can show and every encoding to UTF-8 can take."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

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
