"""A part of an argument that somebody asked to see: around one claim, or down to a depth."""

from __future__ import annotations

from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId
from argmap.view.amounts import plural
from argmap.view.excerpt import Setting
from argmap.view.extent import skeleton, surroundings
from argmap.view.framing import byline, framed
from argmap.view.graph import graph_of
from argmap.view.picture import Picture
from argmap.view.relations import relations_of
from argmap.view.sides import sides_of


def focused(corpus: Corpus, claim: ClaimId, radius: int) -> Picture:
    """A claim and everything within some steps of it, in other documents too, as far as it fits a picture."""
    # Whoever calls this from a notebook gives a string.
    claim = corpus.claims[claim].id
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


def limited(corpus: Corpus, document: DocumentId, depth: int) -> Picture:
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
