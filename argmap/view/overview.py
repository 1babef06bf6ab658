"""The picture that stands before the parts of a large document: its thesis, its main claims, and where the rest is."""

from __future__ import annotations

from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.view.chapters import Chapter
from argmap.view.compose import compose
from argmap.view.excerpt import Excerpt, Setting
from argmap.view.extent import skeleton
from argmap.view.framing import byline, description, thesis_text
from argmap.view.graph import Graph
from argmap.view.picture import Card, CardRole, Group, Picture
from argmap.view.picture_names import address
from argmap.wording.english import counted

_CLAIMS = 24
"""About how many claims an overview shows beside the parts that it links to."""


def overview_of(graph: Graph, document: Document, chapters: tuple[Chapter, ...], setting: Setting) -> Picture:
    """The thesis with its nearest reasons, the other main claims by weight, and a card for each part."""
    starts = _starts(graph, document.thesis)
    shown = compose(graph, _nearest(graph, starts), setting)
    claims = counted(len(document.claims), "claim")
    subtitle = tuple(
        line for line in (byline(document, graph.corpus), f"{claims} in {counted(len(chapters), 'map')}") if line
    )
    parts = tuple(_part(graph, number, chapter) for number, chapter in enumerate(chapters, start=1))
    return Picture(
        title=document.title,
        subtitle=subtitle,
        description=description(document.title, subtitle, thesis_text(graph, document)),
        cards=(*shown.cards, *parts),
        junctions=shown.junctions,
        edges=shown.edges,
        groups=(Group(id="maps/", title="The maps of this text", members=tuple(card.id for card in parts)),),
    )


def _starts(graph: Graph, thesis: ClaimId | None) -> list[ClaimId]:
    """The thesis, then the other main claims, those with the most below them first."""
    others = [claim for claim in graph.roots if graph.ties[claim] and claim != thesis]
    weights = {claim: len(graph.below(claim)) for claim in others}
    others.sort(key=lambda claim: (-weights[claim], graph.order[claim]))
    return [*([thesis] if thesis is not None and thesis in graph.order else []), *others]


def _nearest(graph: Graph, starts: list[ClaimId]) -> Excerpt:
    """The first start as deep as there is room for, and of the others as many as there is room for."""
    first = next(
        (excerpt for depth in (3, 2, 1) if len((excerpt := skeleton(graph, starts[:1], depth)).columns) <= _CLAIMS),
        skeleton(graph, starts[:1], 0),
    )
    rest = [claim for claim in starts[1:] if claim not in first.columns][: max(_CLAIMS - len(first.columns), 0)]
    return Excerpt({**first.columns, **dict.fromkeys(rest, 0)}, first.ties)


def _part(graph: Graph, number: int, chapter: Chapter) -> Card:
    drawn = list(chapter.draws())
    first = graph.corpus.claims[drawn[0]].text if drawn else ""
    return Card(
        id=f"maps/{number}",
        role=CardRole.SECTION,
        words=(f"MAP {number}", counted(len(drawn), "claim")),
        text=chapter.title,
        link=f"{address(chapter.name)}",
        sentence=f"Map {number}, {chapter.title}: {counted(len(drawn), 'claim')}, among them: {first}",
    )
