"""Boxes, lines, heads and text at given places, as mark-up; all places and sizes are whole pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from math import atan2, cos, sin

import attrs

from argmap.render.styles import PITCH, Line, TextStyle, Tone
from argmap.render.svg_document import direction, element, lines, number, text_element
from argmap.render.text_lines import wrap
from argmap.view.outline import Words

Point = tuple[float, float]

_DASHES = {Line.SOLID: "", Line.DASHED: "6,4", Line.DOTTED: "2,3"}
# How far the control points of a rounded corner stand from it, as a share of the radius: nearly a circle.
_CORNER = 0.45
_HEAD = 9.0

HEAD_LENGTHS = {
    "normal": 8.0,
    "onormal": _HEAD,
    "normalnormal": 2 * _HEAD,
    "tee": 2.0,
    "obox": 8.0,
    "odiamond": 12.0,
    "odot": 8.0,
    "vee": 1.0,
}
"""How far before its tip each head takes the place of the line."""
_TRIANGLE = ((0.0, 0.0), (_HEAD, _HEAD / 2), (_HEAD, -_HEAD / 2))
_Head = tuple[tuple[Point, ...], ...]
_FULL_HEADS: Mapping[str, _Head] = {
    "normal": (_TRIANGLE,),
    "normalnormal": (_TRIANGLE, ((_HEAD, 0.0), (2 * _HEAD, _HEAD / 2), (2 * _HEAD, -_HEAD / 2))),
    "tee": (((0, 7), (3, 7), (3, -7), (0, -7)),),
}
_EMPTY_HEADS: Mapping[str, _Head] = {
    "onormal": (_TRIANGLE,),
    "obox": (((0, 4), (8, 4), (8, -4), (0, -4)),),
    "odiamond": (((0, 0), (6, 4.5), (12, 0), (6, -4.5)),),
}
"""The corners of heads: how far before the tip, and how far to the side."""


class Stress(StrEnum):
    """How words that stand out are marked, in the words of SVG."""

    UNDERLINE = "underline"
    STRUCK = "line-through"


@attrs.frozen
class Passage:
    """A text in one style, in lines, at most so many.

    Attributes:
        text: As one, or in parts of which some stand out.
        stress: How these are marked; None where nothing can be.
    """

    text: str | Words
    style: TextStyle
    most: int | None = None
    italic: bool = False
    stress: Stress | None = None


@attrs.frozen
class TextLine:
    """A line of text that has been measured, and the passage that it is of."""

    words: Words
    passage: Passage

    @property
    def height(self) -> int:
        """From its top to the top of the next."""
        return PITCH[int(self.passage.style.size)]


def broken(passages: Iterable[Passage], room: float) -> tuple[TextLine, ...]:
    """Passages in lines no wider than `room`."""
    return tuple(TextLine(words, passage) for passage in passages for words in _lines(passage, room))


def _lines(passage: Passage, room: float) -> Iterator[Words]:
    # A dot between two things ends a line and never begins one.
    text = ((passage.text.replace(" · ", "\u00a0· "), False),) if isinstance(passage.text, str) else passage.text
    flags = [flag for part, flag in text for letter in part if not letter.isspace()]
    style, whole = passage.style, "".join(part for part, _ in text)
    for line in wrap(whole, room, style.size, bold=style.bold, lines=passage.most):
        yield tuple(_marked(line, flags)) if any(flags) else ((line, False),)
        del flags[: sum(not letter.isspace() for letter in line)]


def _marked(line: str, flags: Sequence[bool]) -> Iterator[tuple[str, bool]]:
    """A line in parts; breaking it has left out spaces alone, so its letters come in the order of their flags."""
    part, marked, place = "", False, 0
    for letter in line:
        # A space stands out between two words that do; the sign that a text is cut was never in it.
        flag = flags[min(place, len(flags) - 1)] and (not letter.isspace() or marked)
        if flag is not marked and part:
            yield part, marked
            part = ""
        part, marked = part + letter, flag
        place += not letter.isspace()
    yield part, marked


def single_line(shown: str, size: int, tone: Tone, *, bold: bool = True) -> TextLine:
    """A text that is known to fit on a line."""
    return TextLine(((shown, False),), Passage(shown, TextStyle(size, tone, bold=bold)))


def height_of(lines: Iterable[TextLine]) -> int:
    """How high some lines are together."""
    return sum(line.height for line in lines)


def text(written: Iterable[TextLine], x: float, y: float) -> str:
    """Lines below each other, their top left corner at a place."""
    parts = []
    for line in written:
        style, stress = line.passage.style, line.passage.stress
        # Capitals are about 0.73 of the size high; half of what is left of the pitch stands below them.
        base = y + round((line.height + 0.73 * style.size) / 2)
        shown = "".join(part for part, _ in line.words).replace("\u00a0", " ").strip()
        attributes = {
            "x": number(x),
            "y": number(base),
            "font-size": str(style.size),
            "fill": style.tone.light,
            **({"font-weight": "bold"} if style.bold else {}),
            **({"font-style": "italic"} if line.passage.italic else {}),
            **direction(shown),
        }
        if stress is not None and any(marked for _, marked in line.words):
            struck = {"text-decoration": stress.value}
            spans = (text_element("tspan", part, struck if marked else {}) for part, marked in line.words)
            parts.append(element("text", attributes, "".join(spans)))
        elif shown:
            parts.append(text_element("text", shown, attributes))
        y += line.height
    return "\n".join(parts)


def box(
    corner: Point, width: float, height: float, fill: Tone | None, outline: Tone | None, *, line: Line = Line.SOLID,
    weight: float = 1.2, radius: float = 7,
) -> str:  # fmt: skip
    """A box with round corners."""
    (x, y), (right, low), bend = corner, (corner[0] + width, corner[1] + height), radius * _CORNER
    steps: tuple[tuple[str, tuple[Point, ...]], ...] = (
        ("M", ((x + radius, y),)),
        ("L", ((right - radius, y),)),
        ("C", ((right - bend, y), (right, y + bend), (right, y + radius))),
        ("L", ((right, low - radius),)),
        ("C", ((right, low - bend), (right - bend, low), (right - radius, low))),
        ("L", ((x + radius, low),)),
        ("C", ((x + bend, low), (x, low - bend), (x, low - radius))),
        ("L", ((x, y + radius),)),
        ("C", ((x, y + bend), (x + bend, y), (x + radius, y))),
    )
    places = " ".join(f"{step}{' '.join(map(_place, points))}" for step, points in steps) + " Z"
    return element("path", {"d": places, **_paint(fill, outline, line, weight)})


def curve(start: Point, end: Point, tone: Tone, line: Line = Line.SOLID, weight: float = 1.6) -> str:
    """A line that leaves and arrives level."""
    middle = (start[0] + end[0]) / 2
    places = f"M{_place(start)} C{_place((middle, start[1]))} {_place((middle, end[1]))} {_place(end)}"
    return element("path", {"d": places, **_paint(None, tone, line, weight)})


def straight(start: Point, end: Point, tone: Tone, line: Line = Line.SOLID, weight: float = 1.6) -> str:
    """A straight line."""
    places = f"M{_place(start)} L{_place(end)}"
    return element("path", {"d": places, **_paint(None, tone, line, weight)})


def dot(centre: Point, tone: Tone, radius: float = 4) -> str:
    """A full circle."""
    places = {"cx": number(centre[0]), "cy": number(centre[1]), "rx": number(radius), "ry": number(radius)}
    return element("ellipse", {**places, **_paint(tone, tone, Line.SOLID, 1)})


def head(shape: str, tip: Point, back: Point, tone: Tone) -> str:
    """What a line ends in, by the name that Graphviz has for it; the line comes from `back`."""
    angle = atan2(tip[1] - back[1], tip[0] - back[0])

    def at(corner: Point) -> str:
        along, across = corner
        x = tip[0] - along * cos(angle) - across * sin(angle)
        y = tip[1] - along * sin(angle) + across * cos(angle)
        return _place((x, y))

    empty = _paint(Tone.PAPER, tone, Line.SOLID, 1.4)
    if shape == "odot":
        x, y = at((4, 0)).split(",")
        return element("ellipse", {"cx": x, "cy": y, "rx": "4", "ry": "4", **empty})
    if shape == "vee":
        points = " ".join(map(at, ((8, 4.5), (0, 0), (8, -4.5))))
        return element("polyline", {"points": points, **_paint(None, tone, Line.SOLID, 1.6)})
    paint = _paint(tone, tone, Line.SOLID, 1) if shape in _FULL_HEADS else empty
    corners = (" ".join(map(at, polygon)) for polygon in _FULL_HEADS.get(shape, ()) or _EMPTY_HEADS.get(shape, ()))
    return "".join(element("polygon", {"points": points, **paint}) for points in corners)


def titled_group(id: str, kinds: tuple[str, ...], sentence: str, drawn: Iterable[str], link: str = "") -> str:  # noqa: A002
    """Something of a picture with what it says, and where it leads."""
    content = lines(part for part in drawn if part)
    inner = element("a", {"xlink:href": link}, content) if link else content.strip("\n")
    return element("g", {"id": id, "class": " ".join(kinds)}, lines([text_element("title", sentence), inner]))


def _place(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"


def _paint(fill: Tone | None, outline: Tone | None, line: Line, weight: float) -> dict[str, str]:
    paint = {
        "fill": fill.light if fill is not None else "none",
        "stroke": outline.light if outline is not None else "none",
        "stroke-width": number(weight) if outline is not None else "",
        "stroke-dasharray": _DASHES[line] if outline is not None else "",
    }
    return {key: value for key, value in paint.items() if value}
