"""From a picture to DOT, the language of Graphviz."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

import graphviz

from argmap.language.words import Attitude
from argmap.model.inference import StepRole
from argmap.render.header import heading_label, picture_label
from argmap.render.labels import card_label, dot_label
from argmap.render.legend import legend_of
from argmap.render.measures import (
    DOT,
    FOCUS_OUTLINE,
    GAP,
    GROUP_MARGIN,
    LABEL_MARGIN,
    MARGIN,
    NARROWEST_HEADER,
    SECOND_OUTLINE,
    card_width,
)
from argmap.render.order import reading_order
from argmap.render.ports import port_counts, ports_of
from argmap.render.shelves import Shelves, shelve
from argmap.render.theme import ENGINE_FONT, OUTLINES, STROKES, Line, Tone, face_of
from argmap.view.picture import Card, CardRole, Edge, Junction, Picture

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


def dot_of(picture: Picture, layout: Layout = Layout.WITH_PORTS) -> str:
    """The picture in DOT, in the order of the picture and ending in a line feed; ids are in ``id`` and text alone.

    Conclusions come before premises in the layout, so every line is written from its conclusion, and drawn backwards.
    """
    shelves = shelve(picture)
    outer = card_width(shelves.columns, grouped=bool(picture.groups))
    room = max(shelves.columns * outer + (shelves.columns - 1) * GAP, NARROWEST_HEADER) - LABEL_MARGIN
    dot = graphviz.Digraph("argmap", graph_attr=_graph_attributes(picture, layout, room))
    dot.attr("node", shape="box", fontname=ENGINE_FONT, margin="0", height="0.3")
    dot.attr("edge", dir="back", fontname=ENGINE_FONT)
    names = _names(picture)
    # From left to right, Graphviz stacks what no line connects from the bottom up.
    things: list[Card | Junction] = [*reversed(reading_order(picture)), *picture.junctions]
    arriving = port_counts(picture)
    home = {member: group.id for group in picture.groups for member in group.members}
    for number, group in reversed(tuple(enumerate(picture.groups, start=1))):
        with dot.subgraph(name=f"cluster_{number}") as cluster:
            cluster.attr(
                id=group.id,
                label=heading_label(group.title, outer),
                margin=str(GROUP_MARGIN),
                style="rounded,filled",
                color=Tone.FRAME.light,
                fillcolor=Tone.GROUP.light,
                tooltip=_quoted(group.title),
            )
            for thing in things:
                if home.get(thing.id) == group.id:
                    _add_thing(cluster, thing, names, outer, arriving)
    for thing in things:
        if thing.id not in home:
            _add_thing(dot, thing, names, outer, arriving)
    _add_edges(dot, picture, names, layout)
    _add_neighbours(dot, shelves, names)
    _align(dot, picture, shelves, names)
    return str(dot.source)


def _graph_attributes(picture: Picture, layout: Layout, room: float) -> dict[str, str]:
    return {
        "rankdir": "LR",
        "fontname": ENGINE_FONT,
        "bgcolor": Tone.PAPER.light,
        "pad": f"{MARGIN / 72:.4f}",
        "nodesep": "0.16",
        "ranksep": f"{(GAP - 8) / _COLUMN / 72:.4f}",
        "splines": "line" if layout is Layout.STRAIGHT else "spline",
        "outputorder": "edgesfirst",
        "newrank": "true",
        "labelloc": "t",
        "labeljust": "l",
        "tooltip": _quoted(picture.description),
        "label": picture_label(picture, legend_of(picture), room),
    }


def _names(picture: Picture) -> dict[str, str]:
    """A name in DOT for every card and dot."""
    names = {card.id: f"c{number}" for number, card in enumerate(picture.cards, start=1)}
    return names | {junction.id: f"j{number}" for number, junction in enumerate(picture.junctions, start=1)}


def _add_thing(
    dot: graphviz.Digraph, thing: Card | Junction, names: dict[str, str], outer: int, arriving: Counter[str]
) -> None:
    if isinstance(thing, Card):
        _add_card(dot, thing, names, outer, arriving[thing.id])
    else:
        _add_junction(dot, thing, names, arriving[thing.id])


def _add_card(dot: graphviz.Digraph, card: Card, names: dict[str, str], outer: int, arriving: int) -> None:
    face = face_of(card.role, card.side, card.attitude)
    rejected = card.attitude is Attitude.DENIES and card.role is not CardRole.SECTION
    line = OUTLINES.get(card.attitude, Line.SOLID)
    if card.role is CardRole.STUB:
        line = Line.SOLID
    attributes = {
        "id": _quoted(card.id),
        "label": card_label(card, face, outer - (2 * SECOND_OUTLINE if rejected else 0), arriving),
        "tooltip": _quoted(card.sentence),
        "style": f"rounded,filled,{line}",
        "fillcolor": face.fill.light,
        "color": face.outline.light,
        "penwidth": f"{_outline(card)}",
    }
    if card.link:
        attributes["URL"] = _quoted(card.link)
    if rejected:
        attributes["peripheries"] = "2"
    dot.node(names[card.id], **attributes)


def _outline(card: Card) -> float:
    """How thick a card's outline is."""
    if card.focus:
        return FOCUS_OUTLINE
    return 0.8 if card.role is CardRole.STUB else 2 if card.role is CardRole.MAIN else 1.2


def _add_junction(dot: graphviz.Digraph, junction: Junction, names: dict[str, str], arriving: int) -> None:
    tone = STROKES[junction.role].tone.light
    size = f"{max(DOT, arriving + 2) / 72:.4f}"
    dot.node(
        names[junction.id],
        id=_quoted(junction.id),
        label=dot_label(arriving),
        tooltip=_quoted(junction.sentence),
        shape="circle",
        width=size,
        height=size,
        fixedsize="true",
        style="filled",
        fillcolor=tone,
        color=tone,
    )


def _add_edges(dot: graphviz.Digraph, picture: Picture, names: dict[str, str], layout: Layout) -> None:
    cards = {card.id for card in picture.cards}
    ports = ports_of(picture) if layout is Layout.WITH_PORTS else {}
    for edge in picture.edges:
        tail, head = names[edge.target], names[edge.source]
        if edge.id in ports:
            tail += f":{ports[edge.id]}"
            head += ":w" if edge.source in cards else ""
        dot.edge(tail, head, **_edge_attributes(edge, _ranks_between(edge, cards)))


def _ranks_between(edge: Edge, cards: set[str]) -> int:
    """A dot stands right before the cards whose lines it joins, so that other lines pass it freely."""
    if (edge.source in cards) == (edge.target in cards):
        return _COLUMN
    return _COLUMN - 1 if edge.target in cards else 1


def _edge_attributes(edge: Edge, length: int) -> dict[str, str]:
    stroke = STROKES[edge.role]
    return {
        "id": _quoted(edge.id),
        "tooltip": _quoted(edge.sentence),
        "color": stroke.tone.light,
        "style": stroke.line.value,
        "penwidth": "2" if edge.role is StepRole.UNDERCUT else "1.6",
        "arrowtail": stroke.head if edge.headed else "none",
        "arrowsize": f"{stroke.size}",
        "minlen": str(length),
    }


def _add_neighbours(dot: graphviz.Digraph, shelves: Shelves, names: dict[str, str]) -> None:
    for left, right in shelves.neighbours:
        dot.edge(names[left], names[right], style="invis", dir="none", minlen=f"{_COLUMN}")


def _align(dot: graphviz.Digraph, picture: Picture, shelves: Shelves, names: dict[str, str]) -> None:
    """Puts every card into its column: a post without size stands in each, and the next exactly two ranks further."""
    for column in range(shelves.columns):
        with dot.subgraph() as same:
            same.attr(rank="same")
            same.node(f"p{column}", style="invis", label="", shape="point", width="0.01")
            for card in picture.cards:
                if shelves.places[card.id] == column:
                    same.node(names[card.id])
        if column:
            dot.edge(f"p{column - 1}", f"p{column}", style="invis", minlen=f"{_COLUMN}", weight="1000")


def _quoted(text: str) -> str:
    """Text that stands in a DOT string as itself: no escape sequence, no entity, no HTML-like label."""
    return str(graphviz.escape(text.replace("&", "&amp;")))
