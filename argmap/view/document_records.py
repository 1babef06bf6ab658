"""What the pictures of one document are made of: the records that they may show, and nothing else.

The pictures are made from these records alone.  So whoever wants to know whether they would be others than they were
need not make them: they are the same wherever the records are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from argmap.model.actor import Actor
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ActorId, DocumentId
from argmap.view.claim_marks import ClaimMarks
from argmap.view.picture import stems
from argmap.wording.names import actor_name


@attrs.frozen(kw_only=True)
class DocumentRecords:
    """The part of a corpus that the pictures of one document may show.

    Attributes:
        document: Whose pictures they are.
        corpus: Its claims, those of other documents that it uses, and who holds them.  Of other documents it has what
            stands above their claims.  There is no issue and no link: what they come to is in the marks.
        names: The stem of the first picture of each document in it.
        marks: What a comparison says of the claims of the document.
    """

    document: DocumentId
    corpus: Corpus
    names: Mapping[DocumentId, str]
    marks: ClaimMarks = attrs.field(factory=ClaimMarks)


def records_of(corpus: Corpus, document: DocumentId, marks: ClaimMarks | None = None) -> DocumentRecords:
    """The records of which the pictures of a document are made."""
    record = corpus.documents[document]
    used = (premise for claim in corpus.claims_of(document) for step in claim.steps for premise in step.mentions())
    shown = dict.fromkeys((*record.claims, *used))
    claims = {claim: corpus.claims[claim] for claim in shown if claim in corpus.claims}
    near = {document, *(claim.document for claim in claims.values())}
    documents = {
        other: each if other == document else attrs.evolve(each, thesis=None, sections=(), claims=())
        for other, each in corpus.documents.items()
        if other in near
    }
    actors = dict(_actors(corpus, documents.values(), claims.values()))
    shown_alone = Corpus(documents=documents, issues={}, actors=actors, terms={}, claims=claims)
    names = document_names(corpus)
    return DocumentRecords(
        document=document,
        corpus=shown_alone,
        names={other: names[other] for other in documents},
        marks=(marks or ClaimMarks()).of(dict.fromkeys(record.claims)),
    )


def document_names(corpus: Corpus) -> dict[DocumentId, str]:
    """The stem of every document's first picture."""
    return dict(zip(corpus.documents, stems(corpus.documents), strict=True))


def document_label(document: Document, corpus: Corpus) -> str:
    """Who wrote a document, and when, as far as that is known."""
    authors = ", ".join(actor_name(author, document.id, corpus) for author in document.authors)
    return ", ".join(filter(None, (authors, document.date)))


def _actors(corpus: Corpus, documents: Iterable[Document], claims: Iterable[Claim]) -> Iterator[tuple[str, Actor]]:
    """Those who wrote the documents, or hold or tell the claims, under the keys that they have in the corpus."""
    authors = ((document.id, author) for document in documents for author in document.authors)
    holders = ((claim.document, holder) for claim in claims for holder in _holders(claim))
    for document, actor in dict.fromkeys((*authors, *holders)):
        for key in (f"{document}.{actor}", actor):
            if key in corpus.actors:
                yield key, corpus.actors[key]


def _holders(claim: Claim) -> Iterator[ActorId]:
    yield from (holder for group in claim.voices for holder in group)
    yield from (answer.holder for answer in claim.answers if answer.holder is not None)
