"""A document that is too large for one picture, in parts."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.view.excerpt import Excerpt
from argmap.view.graph import Graph
from argmap.view.pages import pages_of
from argmap.view.picture_names import slug, stems


@attrs.frozen(kw_only=True)
class Chapter:
    """A part of a document with a picture of its own.

    Attributes:
        name: The stem of the picture's file.
        title: The heading of its section, numbered where a section takes several pictures.
    """

    name: str
    title: str
    excerpt: Excerpt

    def draws(self) -> Iterator[ClaimId]:
        """The claims that this part draws in full, and no other part does."""
        return (claim for claim in self.excerpt.columns if claim not in self.excerpt.again)


def chapters_of(graph: Graph, document: Document, name: str) -> tuple[Chapter, ...]:
    """The sections of a document, each in as many parts as it takes, under the stem of the document."""
    scopes = scopes_of(graph, document)
    parts = []
    for section, scope in scopes:
        pages = pages_of(graph, scope)
        heading = "Part" if section is None and len(scopes) == 1 else heading_of(document, section)
        for number, page in enumerate(pages, start=1):
            parts.append((f"{heading} ({number} of {len(pages)})" if len(pages) > 1 else heading, heading, page))
    names = stems(slug(heading) or "part" for _, heading, _ in parts)
    return tuple(
        Chapter(name=f"{name}.{stem}", title=title, excerpt=page)
        for (title, _, page), stem in zip(parts, names, strict=True)
    )


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
