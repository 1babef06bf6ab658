"""The argument maps of a document: of all of it, of each part with an overview, around a claim, down to a depth."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

import attrs

from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId
from argmap.view.document_parts import CARDS, DocumentPart, heading_of, pages_of, parts_of, scopes_of
from argmap.view.document_records import DocumentRecords, records_of
from argmap.view.graph import Graph, graph_of, sides_of
from argmap.view.map_composition import Composition, compose
from argmap.view.map_excerpt import Excerpt, MapContext, skeleton, surroundings
from argmap.view.picture import ArgumentMap, CardRole, MapCard, MapPanel, NamedPicture, address
from argmap.wording.english import counted
from argmap.wording.names import actor_name
from argmap.wording.relations import relations_of

_CLAIMS = 24
"""About how many claims an overview shows beside the parts that it links to."""


def maps_of_document(corpus: Corpus, document: DocumentId) -> tuple[NamedPicture, ...]:
    """The pictures of a document, the first under the stem of the document itself.

    Up to about 40 cards it is one.  Beyond, each section has a picture, or several, and the first is an overview that
    links to them.  Between them they draw every claim in full once.
    """
    return maps_from(records_of(corpus, document))


def maps_from(records: DocumentRecords) -> tuple[NamedPicture, ...]:
    """The pictures of a document, made from its records alone."""
    corpus, names = records.corpus, records.names
    maker = _MapMaker.of(corpus, records.document)
    graph, record, name = maker.graph, maker.document, names[records.document]
    abroad = {claim: address(names[corpus.claims[claim].document]) for claim in graph.order if claim not in graph.steps}
    context = maker.context(links=abroad)
    if len(graph.order) <= CARDS:
        return (NamedPicture(name, maker.map_of(maker.whole(), maker.sectioned(context), maker.byline)),)

    parts = parts_of(graph, record, name)
    homes = {claim: part for part in parts for claim in part.draws()}
    context = attrs.evolve(
        context,
        links={**abroad, **{claim: address(home.name, context.address(claim)) for claim, home in homes.items()}},
        headings={claim: home.title for claim, home in homes.items()},
    )
    lines = (record.title, maker.byline)
    maps = (NamedPicture(each.name, maker.map_of(each.excerpt, context, *lines, title=each.title)) for each in parts)
    return (NamedPicture(name, maker.overview(parts, context)), *maps)


def focused(corpus: Corpus, claim: ClaimId, radius: int) -> ArgumentMap:
    """A claim and everything within some steps of it, in other documents too, as far as it fits a picture."""
    maker = _MapMaker.of(corpus, corpus.claims[claim].document, everywhere=True)
    around = f"`{corpus.claims[claim].name}` and what stands within {counted(radius, 'step')} of it"
    return maker.map_of(surroundings(maker.graph, claim, radius), maker.context(focus=claim), maker.byline, around)


def limited(corpus: Corpus, document: DocumentId, depth: int) -> ArgumentMap:
    """The main claims of a document, and what stands up to some steps below them, as far as it fits a picture."""
    maker = _MapMaker.of(corpus, document)
    down = f"{counted(depth, 'step')} deep" if depth else "the main claims alone"
    return maker.map_of(skeleton(maker.graph, maker.graph.roots, depth), maker.context(), maker.byline, down)


@attrs.frozen
class _MapMaker:
    """A document whose maps are being made, and the graph that they are taken from."""

    document: Document
    graph: Graph

    @classmethod
    def of(cls, corpus: Corpus, document: DocumentId, *, everywhere: bool = False) -> _MapMaker:
        """For a document; its graph reaches into the others where steps lead there from `everywhere`."""
        return cls(corpus.documents[document], graph_of(corpus, corpus.documents if everywhere else (document,)))

    def context(self, *, links: Mapping[ClaimId, str] | None = None, focus: ClaimId | None = None) -> MapContext:
        """What the maps know of the rest of the corpus."""
        return MapContext(
            document=self.document.id,
            thesis=self.document.thesis,
            sides=sides_of(self.graph, self.document.thesis),
            links=links or {},
            relations=relations_of(self.graph.corpus),
            focus=focus,
        )

    def sectioned(self, context: MapContext) -> MapContext:
        """The context of a map with a panel for each section, where claims stand under several headings."""
        scopes = scopes_of(self.graph, self.document)
        headings = {claim: heading_of(self.document, section) for section, scope in scopes for claim in scope}
        return attrs.evolve(context, grouped=True, headings=headings) if len(scopes) > 1 else context

    def whole(self) -> Excerpt:
        """All of the document, section by section."""
        scopes = scopes_of(self.graph, self.document)
        pages = [page for _, scope in scopes for page in pages_of(self.graph, scope, cards=sys.maxsize)]
        columns = {claim: column for page in pages for claim, column in page.columns.items()}
        return Excerpt(columns, {claim: numbers for page in pages for claim, numbers in page.steps.items()})

    @property
    def byline(self) -> str:
        """Authors, date, publisher and source of the document, as far as they are known."""
        record, corpus = self.document, self.graph.corpus
        authors = ", ".join(actor_name(author, record.id, corpus) for author in record.authors)
        return " · ".join(part for part in (authors, record.date, record.publisher, record.source) if part)

    def map_of(self, excerpt: Excerpt, context: MapContext, *lines: str, title: str | None = None) -> ArgumentMap:
        """The map of an excerpt, with lines of text between its title and what is counted."""
        shown = compose(self.graph, excerpt, context)
        panels = tuple(self._sections(excerpt, shown, context)) if context.grouped else ()
        claims = sum(card.role not in (CardRole.STUB, CardRole.SECTION) for card in shown.cards)
        # Each step has one line with a head; the others lead to its dot.
        steps = sum(edge.headed for edge in shown.edges)
        amount = f"{counted(claims, 'claim')} · {counted(steps, 'step')}"
        return self._titled(shown, *lines, amount, title=title, panels=panels)

    def overview(self, parts: tuple[DocumentPart, ...], context: MapContext) -> ArgumentMap:
        """The thesis with its nearest reasons, the other main claims by weight, and a card for each part."""
        shown = compose(self.graph, self._nearest(), context)
        counts = f"{counted(len(self.document.claims), 'claim')} in {counted(len(parts), 'map')}"
        cards = tuple(self._part(number, part) for number, part in enumerate(parts, start=1))
        panel = MapPanel(id="maps/", title="The maps of this text", members=tuple(card.id for card in cards))
        shown = attrs.evolve(shown, cards=(*shown.cards, *cards))
        return self._titled(shown, self.byline, counts, panels=(panel,))

    def _titled(
        self, shown: Composition, *lines: str, title: str | None = None, panels: tuple[MapPanel, ...] = ()
    ) -> ArgumentMap:
        """A map under the title of the document, if it has none of its own."""
        title, thesis = self.document.title if title is None else title, self.document.thesis
        claim = self.graph.corpus.claims[thesis] if thesis is not None and thesis in self.graph.order else None
        main = f" Thesis: {claim.text}" if claim is not None else ""
        return ArgumentMap(
            title=title,
            subtitle=lines,
            description=f"Argument map: {title}. {' · '.join(filter(None, lines))}.{main} "
            "Conclusions stand at the left, reasons to their right.",
            cards=shown.cards,
            junctions=shown.junctions,
            edges=shown.edges,
            panels=panels,
        )

    def _nearest(self) -> Excerpt:
        """The thesis as deep as there is room for, and of the other main claims as many, the weightiest first."""
        graph, thesis = self.graph, self.document.thesis
        others = [claim for claim in graph.roots if graph.steps[claim] and claim != thesis]
        weights = {claim: len(graph.below(claim)) for claim in others}
        others.sort(key=lambda claim: (-weights[claim], graph.order[claim]))
        starts = [*([thesis] if thesis is not None and thesis in graph.order else []), *others]
        deepest = (skeleton(graph, starts[:1], depth) for depth in (3, 2, 1))
        fitting = (excerpt for excerpt in deepest if len(excerpt.columns) <= _CLAIMS)
        first = next(fitting, None) or skeleton(graph, starts[:1], 0)
        rest = [claim for claim in starts[1:] if claim not in first.columns][: max(_CLAIMS - len(first.columns), 0)]
        return Excerpt({**first.columns, **dict.fromkeys(rest, 0)}, first.steps)

    def _part(self, number: int, part: DocumentPart) -> MapCard:
        drawn = list(part.draws())
        first, counts = self.graph.corpus.claims[drawn[0]].text if drawn else "", counted(len(drawn), "claim")
        return MapCard(
            id=f"maps/{number}",
            role=CardRole.SECTION,
            words=(f"MAP {number}", counts),
            text=part.title,
            link=address(part.name),
            sentence=f"Map {number}, {part.title}: {counts}, among them: {first}",
        )

    def _sections(self, excerpt: Excerpt, shown: Composition, context: MapContext) -> Iterator[MapPanel]:
        """A panel for each section of the excerpt."""
        sections = {context.address(claim): self.graph.corpus.claims[claim] for claim in excerpt.columns}
        members: dict[int, list[str]] = {}
        names = [*(card.id for card in shown.cards), *(junction.id for junction in shown.junctions)]
        for name in names:
            # What belongs to a step has an address that begins with that of its conclusion.
            record = sections[name.partition("/")[0]]
            if record.section is not None and record.document == self.document.id:
                members.setdefault(record.section, []).append(name)
        for section, inside in sorted(members.items()):
            title = self.document.sections[section].title
            yield MapPanel(id=f"section/{section + 1}", title=title, members=tuple(inside))
