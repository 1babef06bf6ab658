"""Writing the few XML elements that a drawing is made of, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

_NUMBERS = re.compile(r"[MCLZ\s,.\d+-]*")
_WORD = re.compile(r"#?[A-Za-z0-9 _-]*")
_TEXT = re.compile(r"[^\x00-\x1f]*")
# A file in the same folder, or in the one above it: pictures of a comparison have a folder of their own.
_LINK = re.compile(
    r"#[^\s<>\"'\\]+|https?://[^\s<>\"'\\]+|mailto:[^\s<>\"'\\]+|(\.\./)?[^\s<>\"'\\:/?#]+\.svg(#[^\s<>\"'\\]+)?"
)

_PAINT = {"fill": _WORD, "stroke": _WORD, "stroke-width": _NUMBERS, "stroke-dasharray": _NUMBERS, "class": _WORD}
ALLOWED: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "svg": {
        "xmlns": re.compile(r"http://www\.w3\.org/2000/svg"),
        "xmlns:xlink": re.compile(r"http://www\.w3\.org/1999/xlink"),
        "width": _NUMBERS,
        "height": _NUMBERS,
        "viewBox": _NUMBERS,
        "role": _WORD,
        "lang": _WORD,
        "data-argmap-engine": _TEXT,
        "data-argmap-version": _TEXT,
        "data-argmap-dot": _WORD,
    },
    "title": {},
    "desc": {},
    "style": {},
    "g": {"id": _TEXT, "class": _WORD, "transform": re.compile(r"translate\([\d. -]+\)"), "font-family": _TEXT},
    "a": {"xlink:href": _LINK},
    "path": {"d": _NUMBERS, **_PAINT},
    "polygon": {"points": _NUMBERS, **_PAINT},
    "polyline": {"points": _NUMBERS, **_PAINT},
    "ellipse": {"cx": _NUMBERS, "cy": _NUMBERS, "rx": _NUMBERS, "ry": _NUMBERS, **_PAINT},
    "text": {
        "x": _NUMBERS,
        "y": _NUMBERS,
        "text-anchor": _WORD,
        "direction": _WORD,
        "font-size": _NUMBERS,
        "font-weight": _WORD,
        "font-style": _WORD,
        **_PAINT,
    },
    "tspan": {"text-decoration": _WORD},
}
"""Every element and attribute that a drawing may have, and what the attribute may hold."""


def element(name: str, attributes: Mapping[str, str], content: str = "") -> str:
    """An element with content that is mark-up already; what is not allowed is left out."""
    allowed = ALLOWED[name]
    kept = (
        f' {key}="{escape(value)}"'
        for key, value in attributes.items()
        if key in allowed and allowed[key].fullmatch(value)
    )
    start = f"<{name}{''.join(kept)}"
    return f"{start}>{content}</{name}>" if content else f"{start}/>"


def text_element(name: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element that holds text as it is."""
    return element(name, attributes or {}, escape(text, quote=False))


def lines(parts: Iterable[str]) -> str:
    """Parts on lines of their own, so that two drawings can be compared by line."""
    return "\n".join(("", *parts, ""))
