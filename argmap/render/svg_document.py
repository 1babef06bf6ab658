"""A drawing as a file: the elements that it may have; title, description and dark colours around what is drawn."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from html import escape

from argmap.render.stamp import Stamp
from argmap.render.styles import Tone
from argmap.view.picture import Picture

_NUMBERS = re.compile(r"[MCLZHV\s,.\d+-]*")
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
    "rect": {
        "x": _NUMBERS,
        "y": _NUMBERS,
        "width": _NUMBERS,
        "height": _NUMBERS,
        "rx": _NUMBERS,
        **_PAINT,
    },
    "text": {
        "x": _NUMBERS,
        "y": _NUMBERS,
        "text-anchor": _WORD,
        "direction": _WORD,
        "font-size": _NUMBERS,
        "font-weight": _WORD,
        "font-style": _WORD,
        "transform": re.compile(r"rotate\(-90 [\d.]+ [\d.]+\)"),
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


def svg_file(picture: Picture, drawn: str, size: tuple[float, float], stamp: Stamp) -> bytes:
    """The file as UTF-8, one unit of its coordinates a pixel.

    Args:
        picture: Gives title and description.
        drawn: One element that holds everything.
        size: Width and height.
        stamp: What it was made from and by.
    """
    width, height = (f"{side:.0f}" for side in size)
    title, description = text_element("title", picture.title), text_element("desc", picture.description)
    # Inside an image nothing can be read or followed, so a drawing with parts that say something is a group.
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "width": width,
        "height": height,
        "viewBox": f"0 0 {width} {height}",
        "role": "group" if "<title>" in drawn else "img",
        "lang": "en",
        "data-argmap-engine": stamp.engine,
        "data-argmap-version": stamp.version,
        "data-argmap-dot": stamp.digest,
    }
    svg = element("svg", attributes, lines([title, description, element("style", {}, _style(drawn)), drawn]))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'.encode()


def direction(text: str) -> dict[str, str]:
    """For a line that reads from right to left: its end is then what stands at the left."""
    strong = next((kind for letter in text if (kind := unicodedata.bidirectional(letter)) in ("L", "R", "AL")), "L")
    return {} if strong == "L" else {"direction": "rtl", "text-anchor": "end"}


def number(value: float) -> str:
    """A place to a tenth of a pixel, the same on every machine."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def _style(drawn: str) -> str:
    """The dark colours of those that a drawing has, for readers who prefer them."""
    rules = []
    for tone in Tone:
        for paint in ("fill", "stroke"):
            if f'{paint}="{tone.light}"' in drawn:
                rules.append(f'[{paint}="{tone.light}"]{{{paint}:{tone.dark}}}')
    return f"a:focus-visible{{outline:3px solid}}@media (prefers-color-scheme:dark){{{''.join(rules)}}}"
