"""Drawing an argument map: DOT, the layout engine, and the SVG that people open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from argmap.render.dot import Layout, dot_of
from argmap.render.engine import Engine, EngineError, lay_out
from argmap.render.stamp import Stamp, stamp_for
from argmap.render.styles import FONTS, WIDEST, face_of
from argmap.render.svg_document import direction, element, lines, svg_file, text_element
from argmap.render.svg_shapes import titled_group
from argmap.view.picture import ArgumentMap, CardRole, Side, role_class

_MOST_CURVES = 200
"""Lines of one picture that are led around the cards."""


def draw(picture: ArgumentMap, engine: Engine) -> bytes:
    """The picture as an SVG file: the same bytes whenever picture and engine are the same.

    Raises:
        EngineError: If the engine fails, or loses a part of the picture however it is asked.
    """
    stamp = picture_stamp(picture, engine)
    complaint = EngineError("The layout engine was not asked.")
    for layout in _layouts(picture):
        try:
            root = read(lay_out(dot_of(picture, layout), engine))
        except EngineError as error:
            complaint = error
            continue
        lost = missing(root, picture)
        if lost:
            complaint = EngineError(f"The layout engine lost parts of “{picture.title}”: {', '.join(lost[:5])}.")
        elif width_of(root) > WIDEST and layout is not Layout.STRAIGHT:
            complaint = EngineError(f"The layout engine made “{picture.title}” too wide.")
        else:
            return tidy(root, picture, stamp)
    raise complaint


def _layouts(picture: ArgumentMap) -> tuple[Layout, ...]:
    """The layouts to try, the best first; with very many lines only the one whose cost grows with their number."""
    return tuple(Layout) if len(picture.edges) <= _MOST_CURVES else (Layout.STRAIGHT,)


def picture_stamp(picture: ArgumentMap, engine: Engine) -> Stamp:
    """The stamp that a drawing of the picture bears; a file that bears it already need not be drawn again."""
    return stamp_for(dot_of(picture) + "".join(_sides_without_colour(picture)), engine)


def _sides_without_colour(picture: ArgumentMap) -> Iterator[str]:
    """What a drawing says in its classes alone: on which side a card is whose colours are the same on every side.

    Most such cards are on the side of the main claim, and go without saying; so does the card of a whole picture.
    """
    for card in picture.cards:
        faces = {face_of(card.role, side, card.attitude) for side in Side}
        if len(faces) == 1 and card.side is not Side.FOR and card.role is not CardRole.SECTION:
            yield f"{card.side} {card.id}\n"


_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SHAPES = ("path", "polygon", "polyline", "ellipse", "text")


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


def missing(root: Element, picture: ArgumentMap) -> tuple[str, ...]:
    """The ids of a picture that the engine lost."""
    present = {group.get("id") for group in root.iter(f"{_SVG}g")}
    return tuple(name for name, _, _ in _parts_of(picture) if name not in present)


def width_of(root: Element) -> float:
    """How wide the drawing is, in the unit of its coordinates."""
    return _size(root)[0]


def tidy(root: Element, picture: ArgumentMap, stamp: Stamp) -> bytes:
    """The drawing as UTF-8, one unit of its coordinates a pixel."""
    graph = next(root.iter(f"{_SVG}g"))
    x, y = graph.get("transform", "").rpartition("translate(")[2].rstrip(")").split()
    attributes = {"transform": f"translate({x} {y})", "font-family": FONTS}
    drawn = element("g", attributes, lines(_content(graph, picture)))
    return svg_file(picture, drawn, _size(root), stamp)


def _size(root: Element) -> tuple[float, float]:
    box = root.get("viewBox", "").split()
    return (float(box[2]), float(box[3])) if len(box) == 4 else (0.0, 0.0)


def _parts_of(picture: ArgumentMap) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Everything of a picture that its drawing must show, what lies below first: its id, its roles, and what it says.

    The roles become classes that a style sheet or a test can tell it by.
    """
    for panel in picture.panels:
        yield panel.id, ("group",), panel.title
    for edge in picture.edges:
        yield edge.id, ("line", role_class(edge.role)), edge.sentence
    for junction in picture.junctions:
        yield junction.id, ("dot", role_class(junction.role)), junction.sentence
    for card in picture.cards:
        yield card.id, ("card", card.role.value, card.attitude.value, card.side.value), card.sentence


def _content(graph: Element, picture: ArgumentMap) -> Iterator[str]:
    """The background and the title, then everything in the order of the picture, so that cards are read in it."""
    parts = tuple(_parts_of(picture))
    known = {part[0] for part in parts}
    drawn = {name: child for child in graph if (name := child.get("id", "")) in known}
    for child in graph:
        if child.get("id", "") not in known:
            yield from _shapes(child.iter())
    for name, kinds, sentence in parts:
        if name in drawn:
            links = (href for each in drawn[name].iter(f"{_SVG}a") if (href := each.get(_HREF)))
            yield titled_group(name, kinds, sentence, _shapes(drawn[name].iter()), next(links, ""))


def _shapes(parts: Iterable[Element]) -> Iterator[str]:
    for part in parts:
        name = part.tag.removeprefix(_SVG) if isinstance(part.tag, str) else ""
        if name not in _SHAPES:
            continue
        attributes = {**part.attrib}
        if name != "text":
            yield element(name, attributes)
        elif text := (part.text or "").replace("\xa0", " ").strip():
            yield text_element("text", text, attributes | direction(text))
