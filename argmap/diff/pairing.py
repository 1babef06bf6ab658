"""Which old thing is which new one.

Things are the same that have the same id, or of which `was` says so.  Claims are the same, too, that say the same in
the same words and are the only ones to do so, and premises without a name that stand in the same place (see
`claim_pairs`).  What has an id that is there on the other side is taken for something else only where `was` says so on
both (ids that were exchanged), and likeness of words alone makes no two names one: that is left to `guesses`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import attrs

from argmap.diff.claim_pairs import claim_pairs
from argmap.diff.declared import Homes, declared, declared_at_home
from argmap.model.actor import Actor, Term
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.model.issue import Issue, Position

Owned = TypeVar("Owned", Actor, Term)


@attrs.frozen(kw_only=True)
class Pairing:
    """The counterparts of old things, by the old id; what has none is not there.

    The pairing of two corpora is the inverse of that of the same two the other way round.

    Attributes:
        actors: As in `Corpus.actors`: ``document.actor`` for one that belongs to a document alone.
        terms: Likewise.
        splits: By old claim, sorted, the new claims that it became; its counterpart, if it has one, is among them.
        merges: By new claim, sorted, the old claims that it was; likewise.
    """

    claims: Mapping[ClaimId, ClaimId]
    documents: Mapping[DocumentId, DocumentId]
    issues: Mapping[IssueId, IssueId]
    positions: Mapping[PositionRef, PositionRef]
    actors: Mapping[str, str]
    terms: Mapping[str, str]
    splits: Mapping[ClaimId, tuple[ClaimId, ...]] = attrs.field(factory=dict)
    merges: Mapping[ClaimId, tuple[ClaimId, ...]] = attrs.field(factory=dict)


def pair(old: Corpus, new: Corpus) -> Pairing:
    """The counterparts of everything in one corpus in another."""
    documents = declared(old.documents, new.documents, lambda document: _said(document, old, new)).pairs
    issues = declared(old.issues, new.issues, _asked).pairs
    homes = {"": "", **{str(one): str(other) for one, other in documents.items()}}
    claims = claim_pairs(old, new, homes)
    return Pairing(
        claims=claims.pairs,
        documents=documents,
        issues=issues,
        positions=_positions(old, new, issues),
        actors=_owned(old.actors.values(), new.actors.values(), homes, lambda actor: actor.name),
        terms=_owned(old.terms.values(), new.terms.values(), homes, lambda term: term.meaning),
        splits=claims.splits,
        merges=claims.merges,
    )


def _said(document: Document, old: Corpus, new: Corpus) -> str:
    """The title and the claims of a document of either side: speeches share their titles."""
    corpus = old if old.documents.get(document.id) is document else new
    return "\n".join((document.title, *(corpus.claims[claim].text for claim in document.claims)))


def _asked(issue: Issue) -> str:
    """The question and its answers."""
    return "\n".join((issue.question, *(position.text for position in issue.positions)))


def _positions(old: Corpus, new: Corpus, issues: Mapping[IssueId, IssueId]) -> Mapping[PositionRef, PositionRef]:
    def of(corpus: Corpus) -> Homes[Position]:
        return {name: {position.id: position for position in issue.positions} for name, issue in corpus.issues.items()}

    homes = {str(one): str(other) for one, other in issues.items()}
    found = declared_at_home(of(old), of(new), homes, lambda position: position.text)
    return {PositionRef(one): PositionRef(other) for at_home in found for one, other in at_home.pairs.items()}


def _owned(
    old: Iterable[Owned], new: Iterable[Owned], homes: Mapping[str, str], said: Callable[[Owned], str]
) -> Mapping[str, str]:
    """Actors or terms, which are shared or belong to one document."""

    def of(records: Iterable[Owned]) -> Homes[Owned]:
        found: dict[str, dict[str, Owned]] = {}
        for record in records:
            found.setdefault(record.document or "", {})[record.id] = record
        return found

    found = declared_at_home(of(old), of(new), homes, said)
    return {one: other for at_home in found for one, other in at_home.pairs.items()}
