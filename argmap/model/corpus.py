"""Everything under one project's ``arguments/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from argmap.model.actor import Actor, Term
from argmap.model.claim import Claim
from argmap.model.document import Document
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, owned
from argmap.model.issue import Issue
from argmap.model.link import Link


@attrs.frozen(kw_only=True)
class Corpus:
    """All records by id; mappings keep the order of file name and place.

    An actor or term that belongs to one document stands under ``document.id`` (see `actor`).

    Attributes:
        doubtful: Ids of documents, issues, actors and claims about which something could not be read or understood:
            what seems to be missing about them may stand there.  A document's id with a dot after it stands for claims
            of it that could not be read at all.
    """

    documents: Mapping[DocumentId, Document]
    issues: Mapping[IssueId, Issue]
    actors: Mapping[str, Actor]
    terms: Mapping[str, Term]
    claims: Mapping[ClaimId, Claim]
    links: tuple[Link, ...] = ()
    doubtful: frozenset[str] = frozenset()

    def claims_of(self, document: DocumentId) -> Iterator[Claim]:
        """The claims of one document, in the order of its file."""
        return (self.claims[claim] for claim in self.documents[document].claims)

    def actor(self, actor: ActorId, document: DocumentId) -> Actor:
        """The actor that a document means by an id: its own, else the shared one.

        Raises:
            KeyError: Nobody has declared it.
        """
        return self.actors[self.actor_key(actor, document)]

    def actor_key(self, actor: ActorId, document: DocumentId | None) -> str:
        """Under what `actors` has what a document means by an id: the same for the same actor in all documents."""
        own = owned(document, actor)
        return own if own in self.actors else actor
