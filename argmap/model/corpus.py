"""Everything under one project's ``arguments/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from argmap.language.words import Relation
from argmap.model.actor import Actor, Term
from argmap.model.claim import Claim
from argmap.model.document import Document
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, owned
from argmap.model.issue import Issue
from argmap.model.link import Joined, Link, Unrelated


@attrs.frozen(kw_only=True)
class Corpus:
    """All records by id; mappings keep the order of file name and place.

    An actor or term that belongs to one document stands under ``document.id`` (see `actor`).

    Attributes:
        links: Those that relate two claims or two positions.
        unrelated: Those that only say of other things that they have nothing to do with each other.
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
    unrelated: tuple[Unrelated, ...] = ()
    doubtful: frozenset[str] = frozenset()

    @property
    def all_links(self) -> tuple[Link | Unrelated, ...]:
        """All that ``link`` statements say, in the order of the files for either sort."""
        return (*self.links, *self.unrelated)

    def file_of_links(self, documents: tuple[str, ...]) -> str | None:
        """The file for links between some documents, sorted: which has most of such, else that of links of all sorts.

        None where there is no such file.  Where one file is for links of all sorts, a new one would be the only one of
        its sort.
        """
        return self._files_of_links.get(documents, self._files_of_links.get(None))

    @cached_property
    def _files_of_links(self) -> dict[tuple[str, ...] | None, str]:
        between: dict[tuple[str, ...] | None, Counter[str]] = {}
        kept: dict[str, Counter[tuple[str, ...]]] = {}
        for one in self.all_links:
            between.setdefault(_documents(one), Counter())[one.origin.file] += 1
            kept.setdefault(one.origin.file, Counter())[_documents(one)] += 1
        common = Counter({file: counts.total() for file, counts in kept.items() if len(counts) > 1})
        if common:
            between[None] = common
        return {documents: min(counts, key=lambda file: (-counts[file], file)) for documents, counts in between.items()}

    def are_unrelated(self, joined: Joined, first: str, second: str) -> bool:
        """Whether a link says of two things that they have nothing to do with each other, in whichever order.

        Actors and terms are named as in `actors` and `terms`.
        """
        return (joined, frozenset((first, second))) in self._unrelated

    @cached_property
    def _unrelated(self) -> frozenset[tuple[Joined, frozenset[str]]]:
        found: set[tuple[Joined, frozenset[str]]] = {(link.joined, link.ends) for link in self.unrelated}
        for link in self.links:
            if link.relation is Relation.UNRELATED_TO:
                found.add((Joined.POSITIONS if link.between_positions else Joined.CLAIMS, frozenset(link.ends)))
        return frozenset(found)

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


def _documents(link: Link | Unrelated) -> tuple[str, ...]:
    """The documents to which what a link joins belongs, sorted; none for what all share."""
    if isinstance(link, Link) and link.between_positions:
        return ()
    # What belongs to one document has its id before a dot.
    return tuple(sorted({end.partition(".")[0] for end in link.ends if "." in end}))
