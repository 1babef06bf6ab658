"""Which changes are about one thing, and what that thing was called before them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from argmap.compare.holder import Holder
from argmap.diff.change import (
    AlignmentChange,
    Change,
    ClaimChange,
    CruxChange,
    DocumentChange,
    IssueChange,
    LinkChange,
    PositionChange,
    StanceChange,
    SupportChange,
)
from argmap.diff.change_location import documents_of
from argmap.diff.difference import Difference
from argmap.diff.kinds import ClaimSplit, DocumentAdded, DocumentRemoved
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionRef, owned


class Kind(StrEnum):
    """What sort of thing changes can be about."""

    CLAIM = "claim"
    DOCUMENT = "document"
    ISSUE = "issue"
    HOLDER = "holder"


@attrs.frozen
class Subject:
    """One thing, by the id that it has on the new side.

    Attributes:
        name: ``document.claim``, ``document``, ``issue``, or ``document/actor``.
    """

    kind: Kind
    name: str

    def stands_in(self, corpus: Corpus) -> bool:
        """Whether a corpus has it under this name."""
        match self.kind:
            case Kind.CLAIM:
                return self.name in corpus.claims
            case Kind.DOCUMENT:
                return self.name in corpus.documents
            case Kind.ISSUE:
                return self.name in corpus.issues
            case Kind.HOLDER:
                actor, document = self.holder.actor, self.holder.document
                return document in corpus.documents and any(
                    actor in (*claim.holders, *(answer.holder for answer in claim.answers))
                    for claim in corpus.claims_of(document)
                )

    @property
    def holder(self) -> Holder:
        """Who it is, where it is a holder."""
        return Holder.of(self.name)


def concerning(subject: Subject, difference: Difference) -> tuple[Change, ...]:
    """The changes about it, in the order of the difference, and what follows from them.

    What follows because a document came or went as a whole is about the document, and not about each of its claims.
    """
    test = _TESTS[subject.kind]
    about = [test(change, subject, difference) for change in difference.changes]
    causes = {
        change
        for change, own in zip(difference.changes, about, strict=True)
        if own and not (subject.kind is Kind.CLAIM and isinstance(change, DocumentChange))
    }
    return tuple(
        change
        for change, own in zip(difference.changes, about, strict=True)
        if own or any(cause in causes for cause in change.causes)
    )


def before(subject: Subject, difference: Difference) -> Subject:
    """The same by the id that it had on the old side; where it was not there, what that id would have been."""
    former = difference.former
    name = subject.name
    match subject.kind:
        case Kind.CLAIM if name not in difference.old.claims:
            claim = ClaimId(name)
            origin = next(_origins(claim, difference), None)
            name = ClaimId.of(former.get(claim.document, claim.document), claim.name)
            if origin is not None:
                name = former.get(origin, origin)
        case Kind.HOLDER:
            document, actor = subject.holder.document, str(subject.holder.actor)
            own = owned(document, actor)
            if own in difference.new.actors:
                # Of a claim and an actor with one name, only that of the claim is known.
                actor = former.get(own, own).rpartition(".")[2] if own not in difference.new.claims else actor
            else:
                actor = former.get(actor, actor)
            name = Holder(DocumentId(former.get(document, document)), ActorId(actor)).id
        case _:
            name = former.get(name, name)
    return subject if name == subject.name else attrs.evolve(subject, name=name)


def _origins(claim: ClaimId, difference: Difference) -> Iterator[ClaimId]:
    """The claim of which one is a part that has no counterpart of its own."""
    for change in difference.changes:
        if isinstance(change, ClaimSplit) and change.old is not None and claim in _ids(change):
            yield change.old.id


def _ids(change: ClaimChange) -> set[ClaimId]:
    return {claim.id for claim in (*change.records, *change.others)}


def _is_about_claim(change: Change, subject: Subject, difference: Difference) -> bool:
    claim = ClaimId(subject.name)
    on_both = claim in difference.old.claims and claim in difference.new.claims
    match change:
        case StanceChange():
            return claim in (change.subject, *change.claims)
        case ClaimChange():
            return claim in _ids(change)
        case SupportChange():
            return change.conclusion == claim or (not on_both and claim in change.premises)
        case LinkChange():
            return any(claim in link.ends for link in change.records)
        case DocumentAdded() | DocumentRemoved():
            return not on_both and any(claim in document.claims for document in change.records)
        case DocumentChange():
            theses = [document.thesis if document is not None else None for document in (change.old, change.new)]
            return claim in theses and theses[0] != theses[1]
        case _:
            return False


def _is_about_document(change: Change, subject: Subject, difference: Difference) -> bool:
    return subject.name in documents_of(change, difference)


def _is_about_issue(change: Change, subject: Subject, difference: Difference) -> bool:  # noqa: ARG001 - see _TESTS
    issue = IssueId(subject.name)
    match change:
        case StanceChange() | PositionChange():
            return change.issue == issue
        case IssueChange():
            return any(record.id == issue for record in change.records)
        case AlignmentChange():
            return any(alignment.issue == issue for alignment in change.records)
        case CruxChange():
            return change.conflict.issue == issue
        case LinkChange():
            ends = (end for link in change.records for end in link.ends)
            return any(isinstance(end, PositionRef) and end.issue == issue for end in ends)
        case _:
            return False


def _is_about_holder(change: Change, subject: Subject, difference: Difference) -> bool:  # noqa: ARG001
    holder = subject.holder
    match change:
        case StanceChange():
            return change.holder == holder
        case AlignmentChange():
            return any(holder in alignment.holders for alignment in change.records)
        case CruxChange():
            return holder in change.conflict.holders
        case ClaimChange():
            return any(claim.document == holder.document and holder.actor in claim.holders for claim in change.records)
        case _:
            return False


_TESTS = {
    Kind.CLAIM: _is_about_claim,
    Kind.DOCUMENT: _is_about_document,
    Kind.ISSUE: _is_about_issue,
    Kind.HOLDER: _is_about_holder,
}
