"""The argument maps of a document: of all of it, of each part with an overview, around a claim, down to a depth.

Which claims stand in which part: all in one, or a picture for each section that is in no other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

import attrs

from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId
from argmap.view.claim_marks import ClaimMarks
from argmap.view.claim_rows import RowContext, rows_of
from argmap.view.document_records import DocumentRecords, document_label, document_names, records_of
from argmap.view.drawings import NamedOutline
from argmap.view.graph import Graph, GraphStep, Side, graph_of, sides_of
from argmap.view.outline import Form, Outline, Part, Row, Weights
from argmap.view.picture import address, slug, stems
from argmap.view.reading_order import Tree, cut, forest
from argmap.wording.english import counted

MOST_CLAIMS = 40
"""About how many claims a document has that fits one picture."""
_MOST_ROWS = 60
"""How many rows the picture of a part has, unless a single step takes more."""


@attrs.frozen(kw_only=True)
class DocumentPart:
    """A part of a document with a picture of its own.

    Attributes:
        name: The stem of the picture's file.
        title: The heading of its section, numbered where a section takes several pictures.
        sections: Its trees under the headings where they stand; a heading is empty where that is the title.
    """

    name: str
    title: str
    sections: tuple[tuple[str, tuple[Tree, ...]], ...]

    @property
    def trees(self) -> Iterator[Tree]:
        """All its trees."""
        return (tree for _, trees in self.sections for tree in trees)

    @property
    def claims(self) -> Iterator[ClaimId]:
        """The claims that have their cards in this part, and in no other."""
        return (claim for tree in self.trees for claim in tree.cards)


def parts_of(graph: Graph, document: Document, name: str) -> tuple[DocumentPart, ...]:
    """The pictures of a document besides an overview: one for all of it where it is short, else those of its sections.

    Between them every claim has one card.
    """
    if len(document.claims) <= MOST_CLAIMS:
        return (DocumentPart(name=name, title=document.title, sections=_sections(graph, document)),)
    parts: list[tuple[str, str, tuple[_Headed, ...]]] = []
    scopes = scopes_of(graph, document)
    for top, inside in groupby(scopes, lambda scope: next(iter(document.within(scope[0])), None)):
        pages = tuple(_pages(_headed(graph, document, inside, top)))
        heading = "Part" if scopes[-1][0] is None else heading_of(document, top)
        for number, page in enumerate(pages, start=1):
            parts.append((f"{heading} ({number} of {len(pages)})" if len(pages) > 1 else heading, heading, page))
    names = stems(slug(heading) or "part" for _, heading, _ in parts)
    return tuple(
        DocumentPart(name=f"{name}.{stem}", title=title, sections=_by_heading(page))
        for (title, _, page), stem in zip(parts, names, strict=True)
    )


def homes_of(parts: Iterable[DocumentPart]) -> dict[ClaimId, str]:
    """Where each claim has its card, as a link from a picture in the same folder."""
    return {claim: address(part.name, claim.partition(".")[2]) for part in parts for claim in part.claims}


def _sections(graph: Graph, document: Document) -> tuple[tuple[str, tuple[Tree, ...]], ...]:
    """Each section with its trees, that of the thesis first: it is what a reader should see first."""
    scopes = scopes_of(graph, document)
    if len(scopes) == 1:
        return (("", _cut(forest(graph, document.claims, document.thesis))),)
    ordered = sorted(scopes, key=lambda scope: document.thesis not in scope[1])
    return tuple(
        (heading_of(document, section), _cut(forest(graph, claims, document.thesis))) for section, claims in ordered
    )


_Scope = tuple[int | None, tuple[ClaimId, ...]]
"""A section, or None for what is before the first, with the claims that stand right in it."""
_Headed = tuple[str, Tree]


def _headed(graph: Graph, document: Document, scopes: Iterable[_Scope], top: int | None) -> Iterator[_Headed]:
    """The trees of a section and of those in it, each with its heading below that of the section."""
    for section, claims in scopes:
        heading = document.heading(section, below=top)
        yield from ((heading, tree) for tree in _cut(forest(graph, claims, document.thesis)))


def _cut(trees: Iterable[Tree]) -> tuple[Tree, ...]:
    return tuple(piece for tree in trees for piece in cut(tree, _MOST_ROWS))


def _pages(trees: Iterable[_Headed]) -> Iterator[tuple[_Headed, ...]]:
    """Trees, in as many pictures as they take."""
    page: list[_Headed] = []
    rows = 0
    for heading, tree in trees:
        if page and rows + len(tree.entries) > _MOST_ROWS:
            yield tuple(page)
            page, rows = [], 0
        page.append((heading, tree))
        rows += len(tree.entries)
    if page:
        yield tuple(page)


def _by_heading(page: tuple[_Headed, ...]) -> tuple[tuple[str, tuple[Tree, ...]], ...]:
    """The trees of a picture, those under one heading together."""
    groups = groupby(page, itemgetter(0))
    return tuple((heading, tuple(tree for _, tree in trees)) for heading, trees in groups)


def scopes_of(graph: Graph, document: Document) -> tuple[_Scope, ...]:
    """The sections that have claims, in the order of the text, each with its claims; None for what is before them."""
    scopes: dict[int | None, list[ClaimId]] = {}
    for claim in document.claims:
        scopes.setdefault(graph.corpus.claims[claim].section, []).append(claim)
    ordered = sorted(scopes, key=lambda section: -1 if section is None else section)
    return tuple((section, tuple(scopes[section])) for section in ordered)


def heading_of(document: Document, section: int | None) -> str:
    """The title of a section, behind those in which it stands; a word for what stands before the first."""
    return "Opening" if section is None else document.heading(section)


_MOST = 300
"""How many claims a picture shows of those near a claim, or down to a depth."""
_ROOTS = 6
"""How many main claims an overview shows beside the thesis, or where there is none."""
_LEAST = 2
"""How many claims stand below each of these at least."""
_BESIDE = "Argued beside the thesis"


def maps_of_document(corpus: Corpus, document: DocumentId, marks: ClaimMarks | None = None) -> tuple[NamedOutline, ...]:
    """The pictures of a document, the first under the stem of the document itself.

    A short document has one.  Else each section has a picture, or several, and the first is an overview that links to
    them.  Between them every claim has one card.
    """
    return maps_from(records_of(corpus, document, marks))


def maps_from(records: DocumentRecords) -> tuple[NamedOutline, ...]:
    """The pictures of a document, made from its records alone."""
    corpus, names = records.corpus, records.names
    maker = _MapMaker.of(corpus, records.document, records.marks)
    graph, record, name = maker.graph, maker.document, names[records.document]
    parts = parts_of(graph, record, name)
    abroad = {
        claim: address(names[corpus.claims[claim].document], claim.partition(".")[2])
        for claim in graph.order
        if claim not in graph.steps
    }
    context = maker.context(links={**abroad, **homes_of(parts)})
    if len(record.claims) <= MOST_CLAIMS:
        return (NamedOutline(name, maker.map_of(parts[0], context), tuple(parts[0].claims)),)
    maps = (NamedOutline(part.name, maker.map_of(part, context), tuple(part.claims)) for part in parts)
    return (NamedOutline(name, maker.overview(parts, context)), *maps)


def pictures_of_claims(corpus: Corpus) -> dict[ClaimId, str]:
    """The stem of the picture on which each claim has its card, of those that `maps_of_document` makes."""
    found: dict[ClaimId, str] = {}
    for document, name in document_names(corpus).items():
        for part in parts_of(graph_of(corpus, (document,)), corpus.documents[document], name):
            found.update(dict.fromkeys(part.claims, part.name))
    return found


def focused(corpus: Corpus, claim: ClaimId, radius: int, marks: ClaimMarks | None = None) -> Outline:
    """A claim and everything within some steps of it, in other documents too, as far as it fits a picture."""
    maker = _MapMaker.of(corpus, corpus.claims[claim].document, marks, everywhere=True)
    near = _near(maker.graph, claim, radius)
    around = f"{corpus.claims[claim].name} and what stands within {counted(radius, 'step')} of it"
    return maker.some(near, maker.context(focus=claim), around)


def limited(corpus: Corpus, document: DocumentId, depth: int, marks: ClaimMarks | None = None) -> Outline:
    """The main claims of a document, and what stands up to some steps below them, as far as it fits a picture."""
    maker = _MapMaker.of(corpus, document, marks)
    down = f"{counted(depth, 'step')} deep" if depth else "the main claims alone"
    return maker.some(_within(maker.graph, depth), maker.context(), down)


@attrs.frozen
class _MapMaker:
    """A document whose maps are being made, and the graph that they are taken from."""

    document: Document
    graph: Graph
    marks: ClaimMarks

    @classmethod
    def of(
        cls, corpus: Corpus, document: DocumentId, marks: ClaimMarks | None, *, everywhere: bool = False
    ) -> _MapMaker:
        """For a document; its graph reaches into the others where steps lead there from `everywhere`."""
        graph = graph_of(corpus, corpus.documents if everywhere else (document,))
        return cls(corpus.documents[document], graph, marks or ClaimMarks())

    def context(self, *, links: Mapping[ClaimId, str] | None = None, focus: ClaimId | None = None) -> RowContext:
        """What the maps know of the rest of the corpus."""
        return RowContext(
            document=self.document.id,
            thesis=self.document.thesis,
            links=links or {},
            marks=self.marks,
            focus=focus,
            uses=self.graph.uses,
        )

    @property
    def byline(self) -> str:
        """Authors, date and publisher of the document, as far as they are known."""
        return " · ".join(filter(None, (document_label(self.document, self.graph.corpus), self.document.publisher)))

    def map_of(self, part: DocumentPart, context: RowContext) -> Outline:
        """The map of a part, or of all of a document."""
        context = attrs.evolve(context, here=frozenset(part.claims))
        rows: list[Row] = []
        for heading, trees in part.sections:
            if heading:
                rows.append(Row(form=Form.HEADING, text=heading, sentence=heading))
            rows += rows_of(self.graph.corpus, trees, context)
        whole = part.title == self.document.title
        return self._outline(part.title, (self.byline if whole else f"{self.document.title} · {self.byline}",), rows)

    def some(self, claims: Collection[ClaimId], context: RowContext, said: str) -> Outline:
        """The map of some claims, with the steps that name any of them."""
        graph = self.graph

        def shown(claim: ClaimId) -> Iterator[GraphStep]:
            return (step for step in graph.steps.get(claim, ()) if any(one in claims for one in step.mentions()))

        def hidden(claim: ClaimId) -> int:
            steps = graph.steps.get(claim, ())
            named = {one for step in steps for one in step.mentions()}
            return len(named - {one for step in shown(claim) for one in step.mentions()})

        ordered = sorted(claims, key=lambda claim: (claim not in graph.roots, graph.order[claim]))
        first = self.document.thesis if context.focus is None else None
        trees = [piece for tree in forest(graph, ordered, first, shown) for piece in cut(tree, _MOST)]
        context = attrs.evolve(context, here=frozenset(claims), hidden=hidden)
        return self._outline(self.document.title, (self.byline, said), rows_of(graph.corpus, trees, context))

    def _outline(
        self, title: str, lines: tuple[str, ...], rows: Iterable[Row], parts: tuple[Part, ...] = ()
    ) -> Outline:
        shown = tuple(rows)
        claims, elsewhere = sum(row.is_card for row in shown), sum(row.form is Form.REFERENCE for row in shown)
        counts = [
            counted(claims, "claim"),
            *([f"{counted(elsewhere, 'reference')} to other cards"] if elsewhere else []),
        ]
        counts += [counted(len(parts), "part")] if parts else []
        first = next((row.text for row in shown if row.form is Form.THESIS), "")
        return Outline(
            title=title,
            subtitle=lines,
            description=f"Argument map: {title}. {' · '.join(filter(None, lines))}. {', '.join(counts)}."
            f"{f' Thesis: {first}' if first else ''} Reasons stand below what they are reasons for.",
            rows=shown,
            parts=parts,
        )

    def overview(self, parts: tuple[DocumentPart, ...], context: RowContext) -> Outline:
        """The thesis with its main lines and how much stands below each, and the parts of the text."""
        graph, thesis = self.graph, self.document.thesis
        sides = sides_of(graph, thesis)
        has_thesis = thesis is not None and thesis in graph.steps
        below: frozenset[ClaimId] = frozenset(graph.below(thesis) if thesis is not None and has_thesis else ())
        others = self._heaviest(below | {thesis})
        rows = []
        for tops in ((thesis,) if has_thesis else (), others):
            for top in tops:
                for row, claim in self._lines(top, alone=top in others and has_thesis, context=context):
                    rows.append(attrs.evolve(row, weights=_weights(graph.below(claim), sides), notes=()))
            if tops is not others and has_thesis and others:
                rows.append(Row(form=Form.HEADING, text=_BESIDE, sentence=_BESIDE))
        amount = f"{counted(len(self.document.claims), 'claim')} in {counted(len(parts), 'part')}"
        bear = f", {len(below)} of them below the thesis" if below else ""
        listed = tuple(self._part(part, below, sides) for part in parts)
        return self._outline(self.document.title, (f"{self.byline} · {amount}{bear}",), rows, listed)

    def _lines(self, top: ClaimId | None, *, alone: bool, context: RowContext) -> Iterator[tuple[Row, ClaimId]]:
        """A claim, and unless it stands alone what stands right below it, each with a card."""
        for tree in forest(self.graph, [top] if top is not None else []):
            shown = [entry for entry in tree.entries if entry.depth <= (0 if alone else 1)]
            cards = Tree(tuple(attrs.evolve(entry, is_card=True) for entry in shown))
            for row, entry in zip(rows_of(self.graph.corpus, (cards,), context), shown, strict=True):
                yield row, entry.claim

    def _heaviest(self, told: frozenset[ClaimId | None]) -> tuple[ClaimId, ...]:
        """The claims on which no other rests and that rest on most, beside those told; not many."""
        weights = {claim: len(self.graph.below(claim)) for claim in self.graph.roots[:_MOST] if claim not in told}
        heavy = sorted(weights, key=lambda claim: (-weights[claim], self.graph.order[claim]))
        least = 0 if not told - {None} else _LEAST
        return tuple(claim for claim in heavy[:_ROOTS] if weights[claim] >= least)

    def _part(self, part: DocumentPart, below: frozenset[ClaimId], sides: Mapping[ClaimId, Side]) -> Part:
        claims = tuple(part.claims)
        thesis = self.document.thesis in claims
        beside = bool(below) and not thesis and below.isdisjoint(claims)
        counts = _weights(claims, sides)
        return Part(
            title=part.title,
            weights=counts,
            remark="the thesis" if thesis else "beside it" if beside else "",
            link=address(part.name),
            sentence=f"{part.title}: {counted(len(claims), 'claim')}",
        )


def _weights(claims: Iterable[ClaimId], sides: Mapping[ClaimId, Side]) -> Weights:
    found = [sides.get(claim, Side.NEITHER) for claim in claims]
    return Weights(*(found.count(side) for side in (Side.FOR, Side.NEITHER, Side.AGAINST)))


def _near(graph: Graph, claim: ClaimId, radius: int) -> dict[ClaimId, int]:
    """What stands within some steps of a claim, above it and below, the nearest first; not more than fits."""
    users: dict[ClaimId, list[ClaimId]] = {}
    for one in graph.steps:
        for premise in graph.premises(one):
            users.setdefault(premise, []).append(one)
    found = {claim: 0}
    edge = [claim]
    for far in range(1, radius + 1):
        edge = [near for one in edge for near in (*users.get(one, ()), *graph.premises(one)) if near not in found]
        for near in dict.fromkeys(edge):
            if len(found) < _MOST:
                found[near] = far
        if not edge:
            break
    return found


def _within(graph: Graph, depth: int) -> dict[ClaimId, int]:
    """What stands up to some steps below a claim that supports nothing; not more than fits."""
    found = dict.fromkeys(graph.roots[:_MOST], 0)
    edge = list(found)
    for far in range(1, depth + 1):
        edge = [premise for one in edge for premise in graph.premises(one) if premise not in found]
        for premise in dict.fromkeys(edge):
            if len(found) < _MOST:
                found[premise] = far
        if not edge:
            break
    return found
