"""A document that is too large for one picture, in parts."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.view.excerpt import Excerpt
from argmap.view.graph import Graph
from argmap.view.names import slug, stems
from argmap.view.pages import pages_of


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
    scopes: dict[int, list[ClaimId]] = {}
    for claim in document.claims:
        section = graph.corpus.claims[claim].section
        scopes.setdefault(-1 if section is None else section, []).append(claim)
    parts = []
    for section, scope in sorted(scopes.items()):
        pages = pages_of(graph, scope)
        heading = _heading(document, section, alone=len(scopes) == 1)
        for number, page in enumerate(pages, start=1):
            parts.append((f"{heading} ({number} of {len(pages)})" if len(pages) > 1 else heading, heading, page))
    names = stems(slug(heading) or "part" for _, heading, _ in parts)
    return tuple(
        Chapter(name=f"{name}.{stem}", title=title, excerpt=page)
        for (title, _, page), stem in zip(parts, names, strict=True)
    )


def _heading(document: Document, section: int, *, alone: bool) -> str:
    if section >= 0:
        return document.sections[section].title
    return "Part" if alone else "Opening"
