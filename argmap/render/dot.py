"""From a picture to DOT, the language of Graphviz, and at which place of a card or dot each line arrives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

import attrs
import graphviz

from argmap.language.words import Attitude
from argmap.model.inference import StepRole
from argmap.render import styles
from argmap.render.dot_labels import card_label, dot_label, heading_label, picture_label
from argmap.render.packing import Packing, pack
from argmap.render.picture_heading import legend_of
from argmap.render.styles import Line, Tone, card_width, face_of
from argmap.view.picture import ArgumentMap, CardRole, Edge, Junction, MapCard

_COLUMN = 3
"""How many ranks of the engine lie from one column of cards to the next."""


class Layout(StrEnum):
    """Ways of asking for a layout, the best first; each asks for less, since every Graphviz loses a line now and then.

    Cards always stand in columns, each as far left as it can.
    """

    WITH_PORTS = "with-ports"
    """Each line arrives at a place of its own."""
    WITHOUT_PORTS = "without-ports"
    STRAIGHT = "straight"


def dot_of(picture: ArgumentMap, layout: Layout = Layout.WITH_PORTS) -> str:
    """The picture in DOT, in the order of the picture and ending in a line feed; ids are in ``id`` and text alone.

    Conclusions come before premises in the layout, so every line is written from its conclusion, and drawn backwards.
    """
    packing = pack(picture)
    outer = card_width(packing.columns, grouped=bool(picture.panels))
    writer = _Writer(picture, outer, _graph(picture, layout, packing.columns, outer))
    writer.add_cards_and_dots()
    writer.add_edges(ports_of(picture) if layout is Layout.WITH_PORTS else {})
    writer.align(packing)
    return str(writer.dot.source)


def _graph(picture: ArgumentMap, layout: Layout, columns: int, outer: int) -> graphviz.Digraph:
    room = max(columns * outer + (columns - 1) * styles.GAP, styles.NARROWEST_HEADER) - styles.LABEL_MARGIN
    attributes = {
        "rankdir": "LR",
        "fontname": styles.ENGINE_FONT,
        "bgcolor": Tone.PAPER.light,
        "pad": f"{styles.MARGIN / 72:.4f}",
        "nodesep": "0.16",
        "ranksep": f"{(styles.GAP - 8) / _COLUMN / 72:.4f}",
        "splines": "line" if layout is Layout.STRAIGHT else "spline",
        "outputorder": "edgesfirst",
        "newrank": "true",
        "labelloc": "t",
        "labeljust": "l",
        "tooltip": _quoted(picture.description),
        "label": picture_label(picture, legend_of(picture), room),
    }
    dot = graphviz.Digraph("argmap", graph_attr=attributes)
    dot.attr("node", shape="box", fontname=styles.ENGINE_FONT, margin="0", height="0.3")
    dot.attr("edge", dir="back", fontname=styles.ENGINE_FONT)
    return dot


@attrs.define(slots=False)
class _Writer:
    """A picture that is being written into a graph, with cards of a width."""

    picture: ArgumentMap
    outer: int
    dot: graphviz.Digraph

    @cached_property
    def _names(self) -> dict[str, str]:
        """A name in DOT for every card and dot."""
        names = {card.id: f"c{number}" for number, card in enumerate(self.picture.cards, start=1)}
        return names | {dot.id: f"j{number}" for number, dot in enumerate(self.picture.junctions, start=1)}

    def add_cards_and_dots(self) -> None:
        """Writes everything that edges run between, panel by panel."""
        picture = self.picture
        # From left to right, Graphviz stacks what no line connects from the bottom up.
        things: list[MapCard | Junction] = [*reversed(reading_order(picture)), *picture.junctions]
        arriving = port_counts(picture)
        home = {member: panel.id for panel in picture.panels for member in panel.members}
        for number, panel in reversed(tuple(enumerate(picture.panels, start=1))):
            with self.dot.subgraph(name=f"cluster_{number}") as cluster:
                cluster.attr(
                    id=panel.id,
                    label=heading_label(panel.title, self.outer),
                    margin=str(styles.GROUP_MARGIN),
                    style="rounded,filled",
                    color=Tone.FRAME.light,
                    fillcolor=Tone.BAND.light,
                    tooltip=_quoted(panel.title),
                )
                for thing in things:
                    if home.get(thing.id) == panel.id:
                        cluster.node(self._names[thing.id], **self._attributes(thing, arriving[thing.id]))
        for thing in things:
            if thing.id not in home:
                self.dot.node(self._names[thing.id], **self._attributes(thing, arriving[thing.id]))

    def _attributes(self, thing: MapCard | Junction, arriving: int) -> dict[str, str]:
        own = self._of_card(thing, arriving) if isinstance(thing, MapCard) else self._of_dot(thing, arriving)
        return {"id": _quoted(thing.id), "tooltip": _quoted(thing.sentence), **own}

    def _of_card(self, card: MapCard, arriving: int) -> dict[str, str]:
        face = face_of(card.role, card.side, card.attitude)
        rejected = card.attitude is Attitude.DENIES and card.role is not CardRole.SECTION
        line = Line.SOLID if card.role is CardRole.STUB else styles.OUTLINES.get(card.attitude, Line.SOLID)
        return {
            "label": card_label(card, face, self.outer - (2 * styles.SECOND_OUTLINE if rejected else 0), arriving),
            "style": f"rounded,filled,{line}",
            "fillcolor": face.fill.light,
            "color": face.outline.light,
            "penwidth": f"{_outline(card)}",
            **({"URL": _quoted(card.link)} if card.link else {}),
            **({"peripheries": "2"} if rejected else {}),
        }

    def _of_dot(self, junction: Junction, arriving: int) -> dict[str, str]:
        tone = styles.STROKES[junction.role].tone.light
        size = f"{max(styles.DOT, arriving + 2) / 72:.4f}"
        return {
            "label": dot_label(arriving),
            "shape": "circle",
            "width": size,
            "height": size,
            "fixedsize": "true",
            "style": "filled",
            "fillcolor": tone,
            "color": tone,
        }

    def add_edges(self, ports: Mapping[str, str]) -> None:
        """Writes the edges, each to its port if it has one."""
        cards = {card.id for card in self.picture.cards}
        for edge in self.picture.edges:
            stroke, tail, head = styles.STROKES[edge.role], self._names[edge.target], self._names[edge.source]
            if edge.id in ports:
                tail += f":{ports[edge.id]}"
                head += ":w" if edge.source in cards else ""
            self.dot.edge(
                tail,
                head,
                id=_quoted(edge.id),
                tooltip=_quoted(edge.sentence),
                color=stroke.tone.light,
                style=stroke.line.value,
                penwidth=f"{stroke.weight:g}",
                arrowtail=stroke.head if edge.headed else "none",
                arrowsize=f"{stroke.size}",
                minlen=str(_ranks_between(edge, cards)),
            )

    def align(self, packing: Packing) -> None:
        """Puts every card into its column, and what no line connects beside each other.

        A post without size stands in each column, and the next exactly two ranks further.
        """
        for left, right in packing.neighbours:
            self.dot.edge(self._names[left], self._names[right], style="invis", dir="none", minlen=f"{_COLUMN}")
        for column in range(packing.columns):
            with self.dot.subgraph() as same:
                same.attr(rank="same")
                same.node(f"p{column}", style="invis", label="", shape="point", width="0.01")
                for card in self.picture.cards:
                    if packing.places[card.id] == column:
                        same.node(self._names[card.id])
            if column:
                self.dot.edge(f"p{column - 1}", f"p{column}", style="invis", minlen=f"{_COLUMN}", weight="1000")


def _outline(card: MapCard) -> float:
    """How thick a card's outline is."""
    if card.focus:
        return styles.FOCUS_OUTLINE
    return 0.8 if card.role is CardRole.STUB else 2 if card.role is CardRole.MAIN else 1.2


def _ranks_between(edge: Edge, cards: set[str]) -> int:
    """A dot stands right before the cards whose lines it joins, so that other lines pass it freely."""
    if (edge.source in cards) == (edge.target in cards):
        return _COLUMN
    return _COLUMN - 1 if edge.target in cards else 1


def _quoted(text: str) -> str:
    """Text that stands in a DOT string as itself: no escape sequence, no entity, no HTML-like label."""
    return str(graphviz.escape(text.replace("&", "&amp;")))


def reading_order(picture: ArgumentMap) -> tuple[MapCard, ...]:
    """Every card once, each followed by what it rests on, the first step first and premises before doubts.

    The engine begins with the order in which it is told of cards, and then looks for one with fewer crossings; in a
    tree this order has none.
    """
    below: dict[str, list[str]] = {}
    for edge in picture.edges:
        below.setdefault(edge.target, []).append(edge.source)
    sources = {edge.source for edge in picture.edges}
    found: dict[str, None] = {}
    # An argument may be thousands of steps deep, so the walk keeps its own stack.
    waiting = [card.id for card in reversed(picture.cards) if card.id not in sources]
    while waiting:
        thing = waiting.pop()
        if thing not in found:
            found[thing] = None
            waiting.extend(reversed(below.get(thing, ())))
    cards = {card.id: card for card in picture.cards}
    return tuple(cards[thing] for thing in found if thing in cards)


_BELOW = ("s", "sw")
"""Where the first doubt points at a dot, and where others do: below the premises, since they stand below them."""


def ports_of(picture: ArgumentMap) -> dict[str, str]:
    """For each line, by id, the place where it arrives, in the words of DOT."""
    numbered = {edge.id for edge in _numbered(picture)}
    arrived: Counter[str] = Counter()
    doubted: set[str] = set()
    places: dict[str, str] = {}
    for edge in picture.edges:
        if edge.id in numbered:
            arrived[edge.target] += 1
            places[edge.id] = f"p{arrived[edge.target]}:e"
        else:
            places[edge.id] = _BELOW[edge.target in doubted]
            doubted.add(edge.target)
    return places


def port_counts(picture: ArgumentMap) -> Counter[str]:
    """How many numbered places each card and dot needs: ``p1``, ``p2``, ... from top to bottom."""
    return Counter(edge.target for edge in _numbered(picture))


def _numbered(picture: ArgumentMap) -> Iterator[Edge]:
    """The lines that arrive in a row, which is all but the doubts about a step."""
    cards = {card.id for card in picture.cards}
    return (
        edge for edge in picture.edges if edge.target in cards or not (edge.role is StepRole.UNDERCUT and edge.headed)
    )
