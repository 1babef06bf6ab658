"""From what the engine returns to the drawing that people open: known elements, sentences, tones for dark paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import attrs

from argmap.render.engine import EngineError
from argmap.render.markup import element, lines, text_element
from argmap.render.stamp import Stamp
from argmap.render.theme import FONTS, Tone
from argmap.render.whole import direction, tone_class, whole
from argmap.view.picture import ROLE_CLASSES, Picture

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SHAPES = ("path", "polygon", "polyline", "ellipse", "text")
_TONES = {tone.light: tone for tone in Tone}


@attrs.frozen
class Thing:
    """A card, dot, line or group of a picture, as the drawing names it.

    Attributes:
        kinds: Its roles, as classes that a style sheet or a test can tell it by.
    """

    id: str
    kinds: tuple[str, ...]
    sentence: str


def read(raw: bytes) -> Element:
    """What the engine returned, as a tree.

    Raises:
        EngineError: If it is not well-formed XML, or no SVG.
    """
    try:
        # The engine reads no file and its answer names no entity, so the parser meets nothing but elements.
        root = ElementTree.fromstring(raw)  # noqa: S314
    except ElementTree.ParseError as error:
        raise EngineError(f"The layout engine returned what is not well-formed: {error}.") from None
    if root.tag != f"{_SVG}svg":
        raise EngineError("The layout engine returned something else than a drawing.")
    return root


def missing(root: Element, picture: Picture) -> tuple[str, ...]:
    """The ids of a picture that the engine lost."""
    present = {group.get("id") for group in root.iter(f"{_SVG}g")}
    return tuple(thing.id for thing in things_of(picture) if thing.id not in present)


def width_of(root: Element) -> float:
    """How wide the drawing is, in the unit of its coordinates."""
    return _size(root)[0]


def tidy(root: Element, picture: Picture, stamp: Stamp) -> bytes:
    """The drawing as UTF-8, one unit of its coordinates a pixel."""
    things = {thing.id: thing for thing in things_of(picture)}
    graph = next(root.iter(f"{_SVG}g"))
    x, y = graph.get("transform", "").rpartition("translate(")[2].rstrip(")").split()
    body = list(_content(graph, things))
    drawn = element("g", {"transform": f"translate({x} {y})", "font-family": FONTS}, lines(body))
    return whole(picture.title, picture.description, drawn, _size(root), stamp)


def _size(root: Element) -> tuple[float, float]:
    box = root.get("viewBox", "").split()
    return (float(box[2]), float(box[3])) if len(box) == 4 else (0.0, 0.0)


def things_of(picture: Picture) -> Iterator[Thing]:
    """Everything of a picture that its drawing must show, what lies below first."""
    for group in picture.groups:
        yield Thing(group.id, ("group",), group.title)
    for edge in picture.edges:
        yield Thing(edge.id, ("line", ROLE_CLASSES[edge.role]), edge.sentence)
    for junction in picture.junctions:
        yield Thing(junction.id, ("dot", ROLE_CLASSES[junction.role]), junction.sentence)
    for card in picture.cards:
        yield Thing(card.id, ("card", card.role.value, card.attitude.value, card.side.value), card.sentence)


def _content(graph: Element, things: dict[str, Thing]) -> Iterator[str]:
    """The background and the title, then everything in the order of the picture, so that cards are read in it."""
    drawn: dict[str, str] = {}
    for child in graph:
        thing = things.get(child.get("id", ""))
        if thing is None:
            yield from _shapes(child.iter())
        else:
            drawn[thing.id] = _thing(child, thing)
    yield from (drawn[thing] for thing in things if thing in drawn)


def _thing(group: Element, thing: Thing) -> str:
    shapes = lines(_shapes(group.iter()))
    link = next((href for each in group.iter(f"{_SVG}a") if (href := each.get(_HREF))), "")
    inner = element("a", {"xlink:href": link}, shapes) if link else shapes.strip("\n")
    return element(
        "g", {"id": thing.id, "class": " ".join(thing.kinds)}, lines([text_element("title", thing.sentence), inner])
    )


def _shapes(parts: Iterable[Element]) -> Iterator[str]:
    for part in parts:
        name = part.tag.removeprefix(_SVG) if isinstance(part.tag, str) else ""
        if name not in _SHAPES:
            continue
        attributes = {**part.attrib, "class": " ".join(_tone_classes(part))}
        if not attributes["class"]:
            del attributes["class"]
        if name != "text":
            yield element(name, attributes)
        elif text := (part.text or "").replace("\xa0", " ").strip():
            yield text_element("text", text, attributes | direction(text))


def _tone_classes(part: Element) -> Iterator[str]:
    for prefix, paint in (("f", part.get("fill", "")), ("s", part.get("stroke", ""))):
        tone = _TONES.get(paint)
        if tone is not None:
            yield tone_class(prefix, tone)
