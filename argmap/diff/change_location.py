"""Where changes stand, and which documents they concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    Reason,
    StanceChange,
    SupportChange,
    TermChange,
)
from argmap.diff.difference import Difference
from argmap.diff.kinds import ClaimNegated, ClaimReworded, SourceChanged, ThesisChanged
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId
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
            worded = isinstance(change, ClaimNegated | ClaimReworded)
            return _of_claim(change.old, worded=worded), _of_claim(change.new, worded=worded)
        case SupportChange():
            return old.of_reasons(change.old, change), new.of_reasons(change.new, change)
        case AlignmentChange() | CruxChange():
            claims = tuple(_contested(change, difference))
            return old.of_claims(claims), new.of_claims(claims)
        case DocumentChange():
            return old.of_document(change.old, change), new.of_document(change.new, change)
        case LinkChange() | IssueChange() | PositionChange() | TermChange():
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
        case LinkChange():
            ends = (change.record.source, change.record.target)
            yield from (end.document for end in ends if isinstance(end, ClaimId))
        case TermChange():
            if change.record.document is not None:
                yield change.record.document
        case DocumentChange():
            yield change.record.id
        case _:
            pass


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
        if isinstance(change, SourceChanged) and document.sourced is not None:
            return document.sourced
        thesis = self.of_claims((document.thesis,)) if document.thesis is not None else None
        if isinstance(change, ThesisChanged) and thesis is not None:
            return thesis
        return document.origin


def _said(claim: Claim) -> tuple[object, ...]:
    return (claim.attitude, claim.voices, claim.strength)
