"""The crux map: Graphviz places the questions and leads the arrows, from what depends to what decides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs
import graphviz

from argmap.render.engine import Engine, EngineError, lay_out
from argmap.render.heading import LegendEntry, box_entry, heading
from argmap.render.styles import CLAIM_PITCH, CLAIM_SIZE, EDGE, NOTE_SIZE, WIDTH, WORD_SIZE, TextStyle, Tone
from argmap.render.svg_document import element, number
from argmap.render.svg_text import path, rectangle, wide, written, written_lines
from argmap.render.table_parts import PARTING_TONES, closing_drawn, line_entry, titled
from argmap.render.text_lines import wrap
from argmap.view.tables import CruxEdge, CruxMap, CruxNode, Parting

_GAPS = {1: 0, 2: 122, 3: 112, 4: 96}
"""Between columns, by how many there are; 122 is 1.7 inches."""
_PADDING = 10
_BAR = 5
_HEADS = 22
_QUESTION = TextStyle(CLAIM_SIZE, Tone.INK, bold=True)
_SIDE = TextStyle(WORD_SIZE, Tone.INK)
_NOTE = TextStyle(NOTE_SIZE, Tone.QUIET)
_DECIDES = TextStyle(WORD_SIZE, Tone.INK, bold=True)
_LABEL = TextStyle(NOTE_SIZE, Tone.INK)
_Point = tuple[float, float]
_GROUP = re.compile(r'<g id="([^"]+)" class="(?:node|edge)">(.*?)</g>', re.DOTALL)
_CORNERS = re.compile(r'<polygon [^>]*points="([^"]*)"')
_LINE = re.compile(r'<path [^>]*d="([^"]*)"')
_PLACES = re.compile(r"-?[\d.]+,-?[\d.]+")


def crux_drawn(crux: CruxMap, engine: Engine) -> tuple[list[str], float]:
    """The map as mark-up, and how far down it reaches.

    Raises:
        EngineError: If the layout engine fails, or loses a node or an arrow.
    """
    boxes, gap = _boxes(crux)
    layout = _Layout.of(lay_out(_dot(crux, boxes, gap), engine).decode(errors="replace"), crux)
    parts, y = heading(crux.title, crux.subtitle, tuple(_legend(crux)))
    if crux.edges:
        parts += [written(EDGE, y + 10, "What decides", _DECIDES)]
        said = "what depends on it, with an arrow to what it depends on"
        parts += [written(WIDTH - EDGE - wide(said, _DECIDES), y + 10, said, _DECIDES)]
        y += _HEADS
    for box in boxes.values():
        x, top = layout.nodes[box.node.id]
        parts.append(box.drawn(EDGE + x, y + top))
    parts += [_edge(edge, layout, y) for edge in crux.edges]
    y += layout.height
    for said in crux.closing:
        drawn, y = closing_drawn(said, y)
        parts += drawn
    return parts, y + EDGE


def crux_content(crux: CruxMap) -> str:
    """All that is drawn but for the places, which the engine gives."""
    boxes, gap = _boxes(crux)
    parts, _ = heading(crux.title, crux.subtitle, tuple(_legend(crux)))
    cards = (box.drawn(0, 0) for box in boxes.values())
    return "\n".join((_dot(crux, boxes, gap), *parts, *cards, repr((crux.edges, crux.closing))))


def _boxes(crux: CruxMap) -> tuple[dict[str, _NodeBox], float]:
    """The nodes, as wide as there is room for, and how far apart columns stand."""
    columns = _columns(crux)
    gap = _GAPS.get(columns, _GAPS[4])
    across = (WIDTH - 2 * EDGE - gap * (columns - 1)) / max(columns, 1)
    return {node.id: _NodeBox(node, min(across, 380)) for node in crux.nodes}, gap


def _columns(crux: CruxMap) -> int:
    """How many questions follow each other along arrows, at most."""
    depth = {node.id: 1 for node in crux.nodes}
    for _ in crux.nodes:
        for edge in crux.edges:
            depth[edge.source] = min(max(depth[edge.source], depth[edge.target] + 1), len(depth))
    return max(depth.values(), default=1)


def _dot(crux: CruxMap, boxes: Mapping[str, _NodeBox], gap: float) -> str:
    dot = graphviz.Digraph(
        "cruxes",
        graph_attr={"rankdir": "RL", "ranksep": f"{gap / 72:.4f}", "nodesep": "0.28", "margin": "0", "pad": "0"},
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"arrowsize": "0.8"},
    )
    names = {node.id: f"n{place}" for place, node in enumerate(crux.nodes)}
    for name, box in boxes.items():
        dot.node(names[name], id=names[name], width=f"{box.across / 72:.4f}", height=f"{box.down / 72:.4f}")
    for place, edge in enumerate(crux.edges):
        dot.edge(names[edge.source], names[edge.target], id=f"e{place}")
    return str(dot.source)


class _Layout(NamedTuple):
    """Where the engine put everything, from the top left corner.

    Attributes:
        edges: By id, the line and the corners of its head.
    """

    nodes: Mapping[str, _Point]
    edges: Mapping[str, tuple[Sequence[_Point], Sequence[_Point]]]
    height: float

    @classmethod
    def of(cls, answer: str, crux: CruxMap) -> _Layout:
        groups = dict(_GROUP.findall(answer))
        boxes = [_points(_CORNERS, groups.get(f"n{place}", "")) for place in range(len(crux.nodes))]
        drawn = [groups.get(f"e{place}", "") for place in range(len(crux.edges))]
        lines = [_points(_LINE, each) for each in drawn]
        heads = [_points(_CORNERS, each) for each in drawn]
        if not all((*boxes, *lines, *heads)):
            raise EngineError(f"The layout engine lost a part of “{crux.title}”.")
        every = [point for found in (*boxes, *lines, *heads) for point in found]
        left, top = (min(point[axis] for point in every) for axis in (0, 1))

        def moved(points: Sequence[_Point]) -> list[_Point]:
            return [(x - left, y - top) for x, y in points]

        return cls(
            {node.id: min(moved(box)) for node, box in zip(crux.nodes, boxes, strict=True)},
            {edge.id: (moved(line), moved(head)) for edge, line, head in zip(crux.edges, lines, heads, strict=True)},
            max(y for _, y in every) - top,
        )


def _points(shape: re.Pattern[str], drawn: str) -> list[_Point]:
    found = shape.search(drawn)
    pairs = (pair.split(",") for pair in _PLACES.findall(found[1])) if found is not None else ()
    return [(float(x), float(y)) for x, y in pairs]


def _edge(edge: CruxEdge, layout: _Layout, y: float) -> str:
    line, head = ([(EDGE + x, y + top) for x, top in points] for points in layout.edges[edge.id])
    weight = 1.4 + 0.8 * min(edge.count, 5)
    places = f"M{_place(line[0])} C{' '.join(map(_place, line[1:]))}"
    drawn = [path(places, stroke=Tone.INK.light, weight=weight, dashes="" if edge.whole else "5,3")]
    drawn.append(element("polygon", {"points": " ".join(map(_place, head)), "fill": Tone.INK.light}))
    # A curve of several pieces passes through the end of each, one of a single piece half way between its inner points.
    x, middle = (
        line[len(line) // 6 * 3] if len(line) > 4 else tuple(sum(axis) / 2 for axis in zip(*line[1:3], strict=True))
    )
    for word, base in (("depends", middle - 5), (edge.label, middle + 13)):
        size = wide(word, _LABEL)
        drawn.append(rectangle(x - size / 2 - 2, base - 9, size + 4, 12, fill=Tone.PAPER.light))
        drawn.append(written(x - size / 2, base, word, _LABEL))
    return titled(edge.id, edge.sentence, drawn)


def _place(point: _Point) -> str:
    return f"{number(point[0])},{number(point[1])}"


@attrs.frozen
class _NodeBox:
    """A node with its text in lines."""

    node: CruxNode
    across: float

    @property
    def _lines(self) -> list[tuple[str, TextStyle, int]]:
        room = self.across - 2 * _PADDING
        found = [(line, _QUESTION, CLAIM_PITCH) for line in wrap(self.node.question, room, CLAIM_SIZE, bold=True)]
        texts = [(side, _SIDE) for side in self.node.sides] + [(self.node.decides, _DECIDES)]
        for said, style in (*texts, *((said, _NOTE) for said in self.node.depends)):
            found += [(line, style, 14) for line in wrap(said, room, style.size, bold=style.bold)]
        return found

    @property
    def down(self) -> float:
        """How high it is."""
        return sum(pitch for _, _, pitch in self._lines) + 2 * _PADDING + _BAR

    def drawn(self, x: float, y: float) -> str:
        """The node with its top left corner at a place."""
        red = self.node.parting is Parting.CANNOT
        tone, weight = PARTING_TONES[self.node.parting], 1.2 + 2 * self.node.share
        parts = [
            rectangle(
                x + 1, y + 1, self.across - 2, self.down - 2, fill=(Tone.CONFLICT_TINT if red else Tone.CARD).light,
                stroke=tone.light, weight=weight, radius=6,
            )
        ]  # fmt: skip
        if self.node.share:
            long = (self.across - 2 * _PADDING) * self.node.share
            parts.append(rectangle(x + _PADDING, y + 7, long, _BAR - 1, fill=tone.light))
        top = y + _PADDING + _BAR
        for line, style, pitch in self._lines:
            parts += written_lines(x + _PADDING, top + pitch - 4, (line,), style, pitch)
            top += pitch
        return titled(self.node.id, self.node.sentence, parts, self.node.link)


def _legend(crux: CruxMap) -> Iterator[LegendEntry]:
    partings = {node.parting for node in crux.nodes if node.share}
    if Parting.CANNOT in partings:
        yield box_entry(Tone.CONFLICT_TINT, Tone.CONFLICT, "the answers cannot both hold")
    if Parting.DISAGREES in partings:
        yield box_entry(Tone.CARD, Tone.QUIET, "they disagree, and perhaps both can hold")
    if any(node.share for node in crux.nodes):
        yield line_entry(Tone.QUIET, "the longer, the more the question weighs", weight=_BAR - 1)
    for whole, dashes, meaning in (
        (True, "", "all reasons of a side depend"),
        (False, "5,3", "some of its reasons do"),
    ):
        if any(edge.whole is whole for edge in crux.edges):
            yield line_entry(Tone.INK, meaning, dashes=dashes)
