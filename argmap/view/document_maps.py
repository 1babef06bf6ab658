"""The argument maps of a document: of all of it, of each part with an overview, around a claim, down to a depth."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import attrs

from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId
from argmap.view.amounts import amount, plural
from argmap.view.document_parts import CARDS, Chapter, chapters_of, heading_of, pages_of, scopes_of
from argmap.view.excerpt import Excerpt, Setting, skeleton, surroundings
from argmap.view.graph import Graph, graph_of, sides_of
from argmap.view.map_composition import Composition, compose
from argmap.view.names import address, stems
from argmap.view.picture import ArgumentMap, CardRole, Junction, MapCard, MapPanel, NamedPicture
from argmap.view.relations import relations_of
from argmap.view.sentences import actor_name


def pictures_of(corpus: Corpus, document: DocumentId) -> tuple[NamedPicture, ...]:
    """The pictures of a document, the first under the stem of the document itself.

    Up to about 40 cards it is one.  Beyond, each section has a picture, or several, and the first is an overview that
    links to them.  Between them they draw every claim in full once.
    """
    record = corpus.documents[document]
    names = document_names(corpus)
    graph = graph_of(corpus, (document,))
    abroad = {claim: address(names[corpus.claims[claim].document]) for claim in graph.order if claim not in graph.ties}
    setting = Setting(
        document=document,
        thesis=record.thesis,
        sides=sides_of(graph, record.thesis),
        links=abroad,
        relations=relations_of(corpus),
    )
    lines = (byline(record, corpus),)
    if len(graph.order) <= CARDS:
        whole = _whole(graph, record)
        setting = _sectioned(setting, graph, record)
        return (NamedPicture(names[document], framed(graph, record, whole, setting, title=record.title, lines=lines)),)

    chapters = chapters_of(graph, record, names[document])
    homes = {claim: chapter for chapter in chapters for claim in chapter.draws()}
    setting = attrs.evolve(
        setting,
        links={**abroad, **{claim: address(home.name, setting.address(claim)) for claim, home in homes.items()}},
        headings={claim: home.title for claim, home in homes.items()},
    )
    parts = (
        NamedPicture(
            chapter.name,
            framed(graph, record, chapter.excerpt, setting, title=chapter.title, lines=(record.title, *lines)),
        )
        for chapter in chapters
    )
    return (NamedPicture(names[document], overview_of(graph, record, chapters, setting)), *parts)


def _whole(graph: Graph, document: Document) -> Excerpt:
    """All of a document, section by section."""
    scopes = scopes_of(graph, document)
    pages = [page for _, scope in scopes for page in pages_of(graph, scope, cards=sys.maxsize)]
    columns = {claim: column for page in pages for claim, column in page.columns.items()}
    return Excerpt(columns, {claim: numbers for page in pages for claim, numbers in page.ties.items()})


def _sectioned(setting: Setting, graph: Graph, document: Document) -> Setting:
    """The setting of a picture with a group for each section, where claims stand under several headings."""
    scopes = scopes_of(graph, document)
    headings = {claim: heading_of(document, section) for section, scope in scopes for claim in scope}
    return attrs.evolve(setting, grouped=True, headings=headings) if len(scopes) > 1 else setting


def document_names(corpus: Corpus) -> dict[DocumentId, str]:
    """The stem of every document's first picture."""
    return dict(zip(corpus.documents, stems(corpus.documents), strict=True))


def focused(corpus: Corpus, claim: ClaimId, radius: int) -> ArgumentMap:
    """A claim and everything within some steps of it, in other documents too, as far as it fits a picture."""
    record = corpus.documents[corpus.claims[claim].document]
    graph = graph_of(corpus, corpus.documents)
    setting = Setting(
        document=record.id,
        thesis=record.thesis,
        sides=sides_of(graph, record.thesis),
        relations=relations_of(corpus),
        focus=claim,
    )
    around = f"`{corpus.claims[claim].name}` and what stands within {plural(radius, 'step')} of it"
    excerpt = surroundings(graph, claim, radius)
    return framed(graph, record, excerpt, setting, title=record.title, lines=(byline(record, corpus), around))


def limited(corpus: Corpus, document: DocumentId, depth: int) -> ArgumentMap:
    """The main claims of a document, and what stands up to some steps below them, as far as it fits a picture."""
    record = corpus.documents[document]
    graph = graph_of(corpus, (document,))
    setting = Setting(
        document=document,
        thesis=record.thesis,
        sides=sides_of(graph, record.thesis),
        relations=relations_of(corpus),
    )
    down = f"{plural(depth, 'step')} deep" if depth else "the main claims alone"
    excerpt = skeleton(graph, graph.roots, depth)
    return framed(graph, record, excerpt, setting, title=record.title, lines=(byline(record, corpus), down))


_CLAIMS = 24
"""About how many claims an overview shows beside the parts that it links to."""


def overview_of(graph: Graph, document: Document, chapters: tuple[Chapter, ...], setting: Setting) -> ArgumentMap:
    """The thesis with its nearest reasons, the other main claims by weight, and a card for each part."""
    starts = _starts(graph, document.thesis)
    shown = compose(graph, _nearest(graph, starts), setting)
    claims = plural(len(document.claims), "claim")
    subtitle = tuple(
        line for line in (byline(document, graph.corpus), f"{claims} in {plural(len(chapters), 'map')}") if line
    )
    parts = tuple(_part(graph, number, chapter) for number, chapter in enumerate(chapters, start=1))
    return ArgumentMap(
        title=document.title,
        subtitle=subtitle,
        description=description(document.title, subtitle, thesis_text(graph, document)),
        cards=(*shown.cards, *parts),
        junctions=shown.junctions,
        edges=shown.edges,
        panels=(MapPanel(id="maps/", title="The maps of this text", members=tuple(card.id for card in parts)),),
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


def _part(graph: Graph, number: int, chapter: Chapter) -> MapCard:
    drawn = list(chapter.draws())
    first = graph.corpus.claims[drawn[0]].text if drawn else ""
    return MapCard(
        id=f"maps/{number}",
        role=CardRole.SECTION,
        words=(f"MAP {number}", plural(len(drawn), "claim")),
        text=chapter.title,
        link=f"{address(chapter.name)}",
        sentence=f"Map {number}, {chapter.title}: {plural(len(drawn), 'claim')}, among them: {first}",
    )


def framed(
    graph: Graph, document: Document, excerpt: Excerpt, setting: Setting, *, title: str, lines: tuple[str, ...]
) -> ArgumentMap:
    """The picture of an excerpt under a title, with lines of text between the title and what is counted."""
    shown = compose(graph, excerpt, setting)
    subtitle = tuple(line for line in (*lines, amount(shown.cards, shown.edges)) if line)
    return ArgumentMap(
        title=title,
        subtitle=subtitle,
        description=description(title, subtitle, thesis_text(graph, document)),
        cards=shown.cards,
        junctions=shown.junctions,
        edges=shown.edges,
        panels=tuple(_groups(graph, document, excerpt, shown, setting)) if setting.grouped else (),
    )


def byline(document: Document, corpus: Corpus) -> str:
    """Authors, date, publisher and source of a document, as far as they are known."""
    authors = ", ".join(actor_name(author, document.id, corpus) for author in document.authors)
    return " · ".join(part for part in (authors, document.date, document.publisher, document.source) if part)


def thesis_text(graph: Graph, document: Document) -> str:
    """What the document mainly claims, in its own words; empty where it has no thesis."""
    thesis = document.thesis
    return graph.corpus.claims[thesis].text if thesis is not None and thesis in graph.order else ""


def description(title: str, subtitle: tuple[str, ...], thesis: str) -> str:
    """What a picture shows, for those who do not see it."""
    main = f" Thesis: {thesis}" if thesis else ""
    return (
        f"Argument map: {title}. {' · '.join(subtitle)}.{main} Conclusions stand at the left, reasons to their right."
    )


def _groups(
    graph: Graph, document: Document, excerpt: Excerpt, shown: Composition, setting: Setting
) -> Iterator[MapPanel]:
    """A group for each section of the excerpt."""
    sections = {setting.address(claim): graph.corpus.claims[claim] for claim in excerpt.columns}
    members: dict[int, list[str]] = {}
    things: tuple[MapCard | Junction, ...] = (*shown.cards, *shown.junctions)
    for thing in things:
        # What belongs to a step has an address that begins with that of its conclusion.
        record = sections[thing.id.partition("/")[0]]
        if record.section is not None and record.document == document.id:
            members.setdefault(record.section, []).append(thing.id)
    for section, inside in sorted(members.items()):
        yield MapPanel(id=f"section/{section + 1}", title=document.sections[section].title, members=tuple(inside))
