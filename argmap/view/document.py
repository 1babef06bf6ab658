"""The pictures of one document: one for all of it, or an overview and one for each part."""

from __future__ import annotations

import sys

import attrs

from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import DocumentId
from argmap.view.chapters import chapters_of, heading_of, scopes_of
from argmap.view.excerpt import Excerpt, Setting
from argmap.view.framing import byline, framed
from argmap.view.graph import Graph, graph_of
from argmap.view.overview import overview_of
from argmap.view.pages import CARDS, pages_of
from argmap.view.picture import NamedPicture
from argmap.view.picture_names import address, stems
from argmap.view.sides import sides_of
from argmap.wording.relations import relations_of


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
