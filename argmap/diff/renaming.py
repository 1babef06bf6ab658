"""What each name of an old corpus is in the names of the new one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import attrs

from argmap.diff.pairing import Pairing
from argmap.model.actor import Actor, Term
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId, PositionRef, owned

_OLD = "~old"
K = TypeVar("K", bound=str)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Renaming:
    """New names by old ones, all those that differ.

    What has no counterpart keeps its own name, in the document or issue as that is called now; no new thing has that
    name.  A premise without a name, and without a counterpart, is called apart from all new ones.

    Attributes:
        positions: By ``issue.position``.
        actors: By the key of `Corpus.actors`.
        terms: By the key of `Corpus.terms`.
        own_actors: The actors that belong to one document, renamed or not.
    """

    documents: Mapping[DocumentId, DocumentId]
    issues: Mapping[IssueId, IssueId]
    positions: Mapping[PositionRef, PositionRef]
    actors: Mapping[str, str]
    terms: Mapping[str, str]
    claims: Mapping[ClaimId, ClaimId]
    own_actors: frozenset[str]

    @classmethod
    def of(cls, old: Corpus, pairing: Pairing) -> Renaming:
        """What the counterparts in a pairing are called, as seen from the old corpus."""
        documents, issues = _other(pairing.documents), _other(pairing.issues)
        positions = dict(pairing.positions)
        for issue in old.issues.values():
            for position in issue.positions:
                now = PositionRef.of(issues.get(issue.id, issue.id), position.id)
                positions.setdefault(PositionRef.of(issue.id, position.id), now)
        return cls(
            documents=documents,
            issues=issues,
            positions=_other(positions),
            actors=_owned(old.actors, pairing.actors, documents),
            terms=_owned(old.terms, pairing.terms, documents),
            claims=_claims(old, pairing.claims, documents),
            own_actors=frozenset(key for key, actor in old.actors.items() if actor.document is not None),
        )

    def __bool__(self) -> bool:
        """Whether anything has another name."""
        return any((self.documents, self.issues, self.positions, self.actors, self.terms, self.claims))

    def document(self, document: DocumentId) -> DocumentId:
        """A document."""
        return self.documents.get(document, document)

    def claim(self, claim: ClaimId) -> ClaimId:
        """A claim of any document."""
        return self.claims.get(claim, claim)

    def issue(self, issue: IssueId) -> IssueId:
        """An issue."""
        return self.issues.get(issue, issue)

    def position(self, issue: IssueId, position: PositionId) -> PositionId:
        """A position by its own name; that it is open is called so everywhere."""
        full = PositionRef.of(issue, position)
        return self.positions.get(full, full).position

    def actor(self, actor: ActorId, document: DocumentId | None) -> ActorId:
        """What a document means by the id of an actor: its own, else the shared one."""
        own = owned(document, actor)
        key = own if own in self.own_actors else actor
        return ActorId(self.actors[key].rpartition(".")[2]) if key in self.actors else actor


def _other(names: Mapping[K, K]) -> dict[K, K]:
    return {old: new for old, new in names.items() if old != new}


def _owned(
    records: Mapping[str, Actor | Term], pairs: Mapping[str, str], documents: Mapping[DocumentId, DocumentId]
) -> dict[str, str]:
    """The keys of actors or terms; what has no counterpart goes with its document."""
    found = _other(pairs)
    for key, record in records.items():
        if record.document is not None and record.document in documents and key not in pairs:
            found[key] = owned(documents[record.document], record.id)
    return found


def _claims(
    old: Corpus, pairs: Mapping[ClaimId, ClaimId], documents: Mapping[DocumentId, DocumentId]
) -> dict[ClaimId, ClaimId]:
    found = _other(pairs)

    def named(claim: ClaimId) -> str:
        return pairs.get(claim) or ClaimId.of(documents.get(claim.document, claim.document), claim.name)

    for claim in old.claims.values():
        if claim.id not in pairs:
            above, _, number = claim.id.partition("~")
            now = named(claim.id) if claim.named else f"{named(ClaimId(above))}~{number}{_OLD}"
            if now != claim.id:
                found[claim.id] = ClaimId(now)
    return found
