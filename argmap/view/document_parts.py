"""Which claims of a document stand in which picture: all in one, or a picture for each section that is in no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import attrs

from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.view.graph import Graph
from argmap.view.picture import address, slug, stems
from argmap.view.reading_order import Tree, cut, forest

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
