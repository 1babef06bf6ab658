"""Which claims of a document stand in which picture, and in what order: all in one, or a picture for each section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    parts: list[tuple[str, str, tuple[Tree, ...]]] = []
    sections = scopes_of(graph, document)
    for section, claims in sections:
        pages = tuple(_pages(forest(graph, claims, document.thesis)))
        heading = "Part" if section is None and len(sections) == 1 else heading_of(document, section)
        for number, page in enumerate(pages, start=1):
            parts.append((f"{heading} ({number} of {len(pages)})" if len(pages) > 1 else heading, heading, page))
    names = stems(slug(heading) or "part" for _, heading, _ in parts)
    return tuple(
        DocumentPart(name=f"{name}.{stem}", title=title, sections=(("", trees),))
        for (title, _, trees), stem in zip(parts, names, strict=True)
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


def _cut(trees: Iterable[Tree]) -> tuple[Tree, ...]:
    return tuple(piece for tree in trees for piece in cut(tree, _MOST_ROWS))


def _pages(trees: Iterable[Tree]) -> Iterator[tuple[Tree, ...]]:
    """Trees, in as many pictures as they take."""
    page: list[Tree] = []
    rows = 0
    for tree in _cut(trees):
        if page and rows + len(tree.entries) > _MOST_ROWS:
            yield tuple(page)
            page, rows = [], 0
        page.append(tree)
        rows += len(tree.entries)
    if page:
        yield tuple(page)


def scopes_of(graph: Graph, document: Document) -> tuple[tuple[int | None, tuple[ClaimId, ...]], ...]:
    """The sections that have claims, in the order of the text, each with its claims; None for what is before them."""
    scopes: dict[int | None, list[ClaimId]] = {}
    for claim in document.claims:
        scopes.setdefault(graph.corpus.claims[claim].section, []).append(claim)
    ordered = sorted(scopes, key=lambda section: -1 if section is None else section)
    return tuple((section, tuple(scopes[section])) for section in ordered)


def heading_of(document: Document, section: int | None) -> str:
    """The title of a section; a word for what stands before the first."""
    return "Opening" if section is None else document.sections[section].title
