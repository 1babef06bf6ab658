"""Rules about the shape of arguments: what supports what, and what stands alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import partial

from argmap.check.kept import DocumentPart, Kept, doubts_by_document
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.source.finding import Finding, Related

_NONE: frozenset[str] = frozenset()


def structure(corpus: Corpus, parts: Sequence[DocumentPart], kept: Kept) -> Iterator[Finding]:
    """All findings of this family."""
    used = {claim for part in parts for claim in part.outward}
    used.update(end for link in corpus.links for end in link.ends if isinstance(end, ClaimId))
    doubts = doubts_by_document(corpus)
    for part in parts:
        document = part.document.id
        doubtful = doubts.get(document, _NONE)
        looked_at = (doubtful, used & part.own)
        yield from kept.of("structure", document, (part,), partial(_of_document, part, *looked_at), looked_at)


def _of_document(part: DocumentPart, doubtful: frozenset[str], used: Set[ClaimId]) -> tuple[Finding, ...]:
    return tuple(_found(part, doubtful, used | part.premises))


def _found(part: DocumentPart, doubtful: frozenset[str], used: Set[ClaimId]) -> Iterator[Finding]:
    document = part.document
    if not {document.id, f"{document.id}."} & doubtful:
        yield from _without_claims(document)
        yield from _empty_sections(part)
    for claim in part.claims:
        if claim.id not in doubtful:
            yield from _standing_alone(claim, document, used)
        yield from _said_twice_in_a_step(claim)


def _without_claims(document: Document) -> Iterator[Finding]:
    if not document.claims:
        yield Finding(
            code="A208",
            message=f"the document `{document.id}` has no claims",
            place=document.origin,
            help="add one below: `claims some-id: TEXT`",
        )


def _standing_alone(claim: Claim, document: Document, used: Set[ClaimId]) -> Iterator[Finding]:
    if not claim.named or claim.steps or claim.answers or claim.id in used or claim.id == document.thesis:
        return
    yield Finding(
        code="A205",
        message=f"`{claim.name}` stands alone",
        place=claim.origin,
        label="it supports nothing, nothing supports it, and it answers no issue",
        help=f"name it under the claim on which it bears, as in `because {claim.name}`, or let it answer an issue",
    )


def _said_twice_in_a_step(claim: Claim) -> Iterator[Finding]:
    for step in claim.steps:
        if len(step.premises) > 1 and len(set(step.premises)) < len(step.premises):
            twice = next(premise for premise in step.premises if step.premises.count(premise) > 1)
            yield Finding(
                code="A207",
                message=f"`{twice.name}` stands twice in one step",
                place=step.origin,
                related=(Related(claim.origin, "in the argument for this"),),
                help="keep it once",
            )


def _empty_sections(part: DocumentPart) -> Iterator[Finding]:
    document = part.document
    filled = {one for section in {claim.section for claim in part.claims} for one in document.within(section)}
    for number, section in enumerate(document.sections):
        if number not in filled:
            yield Finding(
                code="A219",
                message="this section has no claims",
                place=section.origin,
                help="move its line above the claims that it groups, or drop it",
            )
