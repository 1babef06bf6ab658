"""A drawing as a file: title, description, dark colours and stamp around what is drawn."""

from __future__ import annotations

import unicodedata

from argmap.render.markup import element, lines, text_element
from argmap.render.stamp import Stamp
from argmap.render.theme import Tone


def whole(title: str, description: str, drawn: str, size: tuple[float, float], stamp: Stamp) -> bytes:
    """The file as UTF-8, one unit of its coordinates a pixel.

    Args:
        title: Of the drawing.
        description: For those who do not see it.
        drawn: One element that holds everything.
        size: Width and height.
        stamp: What it was made from and by.
    """
    width, height = (f"{side:.0f}" for side in size)
    head = [text_element("title", title), text_element("desc", description), element("style", {}, _style(drawn))]
    # Inside an image nothing can be followed, so a drawing with links is a group.
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "width": width,
        "height": height,
        "viewBox": f"0 0 {width} {height}",
        "role": "group" if "<a " in drawn else "img",
        "lang": "en",
        "data-argmap-engine": stamp.engine,
        "data-argmap-version": stamp.version,
        "data-argmap-dot": stamp.digest,
    }
    svg = element("svg", attributes, lines([*head, drawn]))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'.encode()


def direction(text: str) -> dict[str, str]:
    """For a line that reads from right to left: its end is then what stands at the left."""
    strong = next((kind for letter in text if (kind := unicodedata.bidirectional(letter)) in ("L", "R", "AL")), "L")
    return {} if strong == "L" else {"direction": "rtl", "text-anchor": "end"}


def tone_class(prefix: str, tone: Tone) -> str:
    """The class by which a tone is exchanged on dark paper: ``f-`` where it fills, ``s-`` where it strokes."""
    return f"{prefix}-{tone.name.lower().replace('_', '-')}"


def _style(drawn: str) -> str:
    rules = []
    for tone in Tone:
        for prefix, paint in (("f", "fill"), ("s", "stroke")):
            name = tone_class(prefix, tone)
            if f"{name} " in drawn or f'{name}"' in drawn:
                rules.append(f".{name}{{{paint}:{tone.dark}}}")
    return f"a:focus-visible{{outline:3px solid}}@media (prefers-color-scheme:dark){{{''.join(rules)}}}"
