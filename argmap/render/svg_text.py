"""Text at given places, as mark-up: one line, or lines below each other, by the place of their baseline."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from argmap.render.styles import TextStyle
from argmap.render.svg_document import direction, element, number, text_element
from argmap.render.text_lines import width


class Anchor(StrEnum):
    """Which part of a line stands at its place, in the words of SVG."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


_OTHER_END = {Anchor.START: Anchor.END, Anchor.END: Anchor.START, Anchor.MIDDLE: Anchor.MIDDLE}


def written(x: float, base: float, shown: str, style: TextStyle, anchor: Anchor = Anchor.START) -> str:
    """One line of text, its baseline at a height; nothing where there is no text.

    Arabic and Hebrew run from the right, and stand where a line in Latin letters would.
    """
    shown = shown.replace("\u00a0", " ").strip()
    if not shown:
        return ""
    backwards = bool(direction(shown))
    # What runs from the right has its start there, so its other end is what stands at the left.
    held = _OTHER_END[anchor] if backwards else anchor
    attributes = {
        "x": number(x),
        "y": number(base),
        "font-size": number(style.size),
        "fill": style.tone.light,
        "font-weight": "bold" if style.bold else "",
        "font-style": "italic" if style.italic else "",
        "text-anchor": "" if held is Anchor.START else held.value,
        "direction": "rtl" if backwards else "",
    }
    return text_element("text", shown, {key: value for key, value in attributes.items() if value})


def marked_line(x: float, base: float, words: Iterable[tuple[str, bool]], style: TextStyle, mark: str) -> str:
    """One line of text in parts, of which some are struck through or underlined, in the words of SVG."""
    spans = (text_element("tspan", part, {"text-decoration": mark} if marked else {}) for part, marked in words)
    attributes = {
        "x": number(x),
        "y": number(base),
        "font-size": number(style.size),
        "fill": style.tone.light,
        **({"font-weight": "bold"} if style.bold else {}),
        **({"font-style": "italic"} if style.italic else {}),
    }
    return element("text", attributes, "".join(spans))


def written_lines(x: float, base: float, shown: Iterable[str], style: TextStyle, pitch: float) -> list[str]:
    """Lines below each other, the baseline of the first at a height."""
    return [written(x, base + pitch * place, line, style) for place, line in enumerate(shown)]


def wide(shown: str, style: TextStyle) -> float:
    """How wide a line of text is."""
    return width(shown, style.size, bold=style.bold)


def rectangle(
    x: float, y: float, across: float, down: float, *, fill: str = "none", stroke: str = "", weight: float = 0,
    dashes: str = "", radius: float = 0,
) -> str:  # fmt: skip
    """A box, perhaps with round corners; `fill` and `stroke` are colours on light paper."""
    attributes = {
        "x": number(x),
        "y": number(y),
        "width": number(across),
        "height": number(down),
        "rx": number(radius) if radius else "",
        "fill": fill,
        "stroke": stroke,
        "stroke-width": number(weight) if stroke else "",
        "stroke-dasharray": dashes if stroke else "",
    }
    return element("rect", {key: value for key, value in attributes.items() if value})


def path(places: str, *, stroke: str, weight: float, dashes: str = "", fill: str = "none") -> str:
    """A line along places, in the words of SVG."""
    attributes = {
        "d": places,
        "fill": fill,
        "stroke": stroke,
        "stroke-width": number(weight),
        "stroke-dasharray": dashes,
    }
    return element("path", {key: value for key, value in attributes.items() if value})
