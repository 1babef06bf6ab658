"""What changes are about: where they stand, which documents they concern, and which of them are about one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs

from argmap.diff import kinds
from argmap.diff.change import (
    ActorChange,
    AlignmentChange,
    Change,
    ClaimChange,
    CruxChange,
    DocumentChange,
    FieldChange,
    IssueChange,
    LinkChange,
    PositionChange,
    Reason,
    StanceChange,
    SupportChange,
    TermChange,
)
from argmap.diff.difference import Difference
from argmap.judge.holder import Holder, identities
from argmap.model.actor import Actor, Term
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionRef, owned
from argmap.model.issue import Issue, Position
from argmap.model.link import AnyLink, Joined, Link, Unrelated
from argmap.source.text import Place


def place_of(change: Change, difference: Difference) -> tuple[Place | None, Place | None]:
    """Where a change stands in the old texts and in the new; None where nothing of it stands there.

    What a claim gained has its place in the old text at the claim, and what it lost in the new.  Conflicts, agreements
    and cruxes stand where that does from which they follow.
    """
    if isinstance(change, AlignmentChange | CruxChange) and change.causes:
        return place_of(_cause(change, difference), difference)
    old, new = _Side(difference.old, difference.new), _Side(difference.new, difference.old)
    match change:
        case StanceChange():
            return old.of_stance(change), new.of_stance(change)
        case ClaimChange():
            worded = isinstance(change, kinds.ClaimNegated | kinds.ClaimReworded)
            return _of_claim(change.old, worded=worded), _of_claim(change.new, worded=worded)
        case SupportChange():
            return old.of_reasons(change.old, change), new.of_reasons(change.new, change)
        case AlignmentChange() | CruxChange():
            claims = tuple(_contested(change, difference))
            return old.of_claims(claims), new.of_claims(claims)
        case DocumentChange():
            return old.of_document(change.old, change), new.of_document(change.new, change)
        case LinkChange() | IssueChange() | PositionChange() | TermChange() | ActorChange() | FieldChange():
            return (
                change.old.origin if change.old is not None else None,
                change.new.origin if change.new is not None else None,
            )
        case _:
            return None, None


def documents_of(change: Change, difference: Difference) -> tuple[DocumentId, ...]:
    """The documents that a change concerns, the one to tell it with first; none where it is about what they share."""
    return tuple(dict.fromkeys(_documents(change, difference)))


def _documents(change: Change, difference: Difference) -> Iterator[DocumentId]:
    match change:
        case StanceChange():
            yield change.holder.document
        case ClaimChange():
            yield from (claim.document for claim in (*reversed(change.records), *change.others))
        case SupportChange():
            yield change.conclusion.document
        case AlignmentChange() | CruxChange():
            involved = [holder.document for holder in _holders(change)]
            if change.causes:
                first = documents_of(_cause(change, difference), difference)
            else:
                first = tuple(claim.document for claim in _contested(change, difference)[:1])
            yield from (document for document in first if document in involved)
            yield from involved
        case LinkChange(record=link) | FieldChange(record=(Link() | Unrelated()) as link):
            yield from (claim.document for claim in _claims(link))
        case TermChange(record=record) | ActorChange(record=record) | FieldChange(record=Actor() | Term() as record):
            if record.document is not None:
                yield record.document
        case FieldChange(record=Claim()):
            yield from (claim.document for claim in reversed(change.records) if isinstance(claim, Claim))
        case FieldChange(record=Document() as document):
            yield document.id
        case DocumentChange():
            yield change.record.id
        case _:
            pass


def _claims(link: AnyLink) -> list[ClaimId]:
    """The ends of a link that are claims."""
    return [end for end in (link.source, link.target) if isinstance(end, ClaimId)]


def _issues(link: AnyLink) -> list[str]:
    """The issues that a link joins, or of which it joins positions."""
    ends = (link.source, link.target)
    if isinstance(link, Unrelated):
        has_issues = link.joined in (Joined.CLAIM_AND_ISSUE, Joined.ISSUES)
        return [end for end in ends if has_issues and not isinstance(end, ClaimId)]
    return [end.issue for end in ends if isinstance(end, PositionRef)]


def _holders(change: AlignmentChange | CruxChange) -> tuple[Holder, ...]:
    if isinstance(change, CruxChange):
        return change.conflict.holders
    return change.record.holders


def _cause(change: AlignmentChange | CruxChange, difference: Difference) -> Change:
    """The first cause that is in a document of one of the two, a stance before others; else the first of all."""
    involved = {holder.document for holder in _holders(change)}

    def is_far(cause: Change) -> tuple[bool, bool]:
        return involved.isdisjoint(documents_of(cause, difference)), not isinstance(cause, StanceChange)

    return min(change.causes, key=is_far)


def _contested(change: AlignmentChange | CruxChange, difference: Difference) -> list[ClaimId]:
    """The claims on which two holders stand to each other as they do; those that differ come first."""
    aligned = [crux.conflict for crux in change.records] if isinstance(change, CruxChange) else [*change.records]
    sides = (side for alignment in reversed(aligned) for side in (alignment.one, alignment.other))
    found = [claim for side in sides for claim in side.claims]
    old, new = difference.old.claims, difference.new.claims
    return sorted(found, key=lambda claim: old.get(claim) == new.get(claim))


def _of_claim(claim: Claim | None, *, worded: bool = False) -> Place | None:
    if claim is None:
        return None
    return claim.wording if worded else claim.origin


@attrs.frozen(eq=False, repr=False)
class _Side:
    """One corpus beside the other."""

    here: Corpus
    there: Corpus

    def of_claims(self, names: Iterable[ClaimId]) -> Place | None:
        """Where the first of some claims stands that is here."""
        return next((self.here.claims[name].origin for name in names if name in self.here.claims), None)

    def of_stance(self, change: StanceChange) -> Place | None:
        """The claim that shows it, one that differs if there is any; or its answer, where only that differs."""
        if change.claim is not None:
            return self.of_claims((change.claim,))
        claims = [self.here.claims[name] for name in change.claims if name in self.here.claims]
        if not claims:
            return None
        claim = min(claims, key=lambda claim: claim == self.there.claims.get(claim.id))
        other = self.there.claims.get(claim.id)
        answer = next((answer for answer in claim.answers if answer.issue == change.issue), None)
        if answer is None or other is None or _said(claim) != _said(other) or claim.answers == other.answers:
            return claim.origin
        return answer.origin

    def of_reasons(self, reasons: tuple[Reason, ...], change: SupportChange) -> Place | None:
        """A premise that is here alone and is stated in the step; else the first step; else the conclusion."""
        if not reasons:
            return self.of_claims((change.conclusion,))
        own = (self.here.claims[premise] for premise in change.premises if premise not in self.there.claims)
        stated = [claim.origin for claim in own if not claim.statement]
        return min(stated, key=lambda place: place.span.start, default=reasons[0].origin)

    def of_document(self, document: Document | None, change: DocumentChange) -> Place | None:
        """What differs of a document, as far as it has a place."""
        if document is None:
            return None
        if isinstance(change, kinds.SourceChanged) and document.sourced is not None:
            return document.sourced
        thesis = self.of_claims((document.thesis,)) if document.thesis is not None else None
        if isinstance(change, kinds.ThesisChanged) and thesis is not None:
            return thesis
        return document.origin


def _said(claim: Claim) -> tuple[object, ...]:
    return (claim.attitude, claim.voices, claim.strength)


class Kind(StrEnum):
    """What sort of thing changes can be about."""

    CLAIM = "claim"
    DOCUMENT = "document"
    ISSUE = "issue"
    HOLDER = "holder"
    ACTOR = "actor"
    """Somebody in all documents: what an author wrote, and what is shown of an actor, whoever shows it."""


@attrs.frozen
class Subject:
    """One thing, by the id that it has on the new side.

    Attributes:
        name: ``document.claim``, ``document``, ``issue``, ``document/actor``, or ``actor``.
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
            case Kind.ACTOR:
                return any(self.name in document.authors for document in corpus.documents.values()) or any(
                    self.name in (*claim.holders, *(answer.holder for answer in claim.answers))
                    for claim in corpus.claims.values()
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
        if isinstance(change, kinds.ClaimSplit) and change.old is not None and claim in _ids(change):
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
        case FieldChange(record=Claim() as record):
            return record.id == claim
        case FieldChange(record=Actor()):
            return any(change.subject in _speakers(claim, corpus) for corpus in (difference.old, difference.new))
        case LinkChange() | FieldChange(record=Link() | Unrelated()):
            return any(isinstance(link, AnyLink) and claim in _claims(link) for link in change.records)
        case kinds.DocumentAdded() | kinds.DocumentRemoved():
            return not on_both and any(claim in document.claims for document in change.records)
        case DocumentChange():
            theses = [document.thesis if document is not None else None for document in (change.old, change.new)]
            return claim in theses and theses[0] != theses[1]
        case _:
            return False


def _speakers(claim: ClaimId, corpus: Corpus) -> set[str]:
    """Everybody who says a claim, or whose stance it shows, by the key of `Corpus.actors`."""
    record = corpus.claims.get(claim)
    if record is None:
        return set()
    shown = (answer.holder for answer in record.answers if answer.holder is not None)
    passed_on = (actor for group in record.voices for actor in group)
    authors = corpus.documents[record.document].authors
    return {corpus.actor_key(actor, record.document) for actor in (*authors, *passed_on, *shown)}


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
        case FieldChange(record=Issue() | Position()):
            return change.subject.partition(".")[0] == issue
        case LinkChange() | FieldChange(record=Link() | Unrelated()):
            return any(isinstance(link, AnyLink) and issue in _issues(link) for link in change.records)
        case _:
            return False


def _is_about_holder(change: Change, subject: Subject, difference: Difference) -> bool:
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
        case ActorChange(record=actor) | FieldChange(record=Actor() as actor):
            return any(
                corpus.actor_key(holder.actor or actor.id, holder.document) == actor.key
                for corpus in (difference.old, difference.new)
            )
        case _:
            return False


def _is_about_document(change: Change, subject: Subject, difference: Difference) -> bool:
    """Whether it is told with a document, or is about one of its authors, who may be those of others, too."""
    if isinstance(change, FieldChange) and isinstance(change.record, Actor):
        corpora = [corpus for corpus in (difference.old, difference.new) if subject.name in corpus.documents]
        if any(change.subject in identities(Holder(DocumentId(subject.name)), corpus) for corpus in corpora):
            return True
    return subject.name in documents_of(change, difference)


def _is_about_actor(change: Change, subject: Subject, difference: Difference) -> bool:
    actor = subject.name
    written = {
        document.id
        for corpus in (difference.old, difference.new)
        for document in corpus.documents.values()
        if actor in document.authors
    }
    if not written.isdisjoint(documents_of(change, difference)):
        return True
    match change:
        case StanceChange():
            return change.holder.actor == actor
        case AlignmentChange() | CruxChange():
            return any(holder.actor == actor for holder in _holders(change))
        case ClaimChange():
            return any(actor in claim.holders for claim in change.records)
        case _:
            return False


_TESTS = {
    Kind.CLAIM: _is_about_claim,
    Kind.DOCUMENT: _is_about_document,
    Kind.ISSUE: _is_about_issue,
    Kind.HOLDER: _is_about_holder,
    Kind.ACTOR: _is_about_actor,
}
