"""Rules about the shape of arguments: what supports what, and what stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.source.finding import Finding, Related


def structure(corpus: Corpus) -> Iterator[Finding]:
    """All findings of this family."""
    used = set(_used(corpus))
    for document in corpus.documents.values():
        if not {document.id, f"{document.id}."} & corpus.doubtful:
            yield from _without_claims(document)
            yield from _empty_sections(corpus, document)
        for claim in corpus.claims_of(document.id):
            if claim.id not in corpus.doubtful:
                yield from _standing_alone(claim, document, used)
            yield from _said_twice_in_a_step(claim)


def _used(corpus: Corpus) -> Iterator[ClaimId]:
    for claim in corpus.claims.values():
        yield from claim.premises
    for link in corpus.links:
        yield from (end for end in link.ends if isinstance(end, ClaimId))


def _without_claims(document: Document) -> Iterator[Finding]:
    if not document.claims:
        yield Finding(
            code="A208",
            message=f"the document `{document.id}` has no claims",
            place=document.origin,
            help="add one below: `claims some-id: TEXT`",
        )


def _standing_alone(claim: Claim, document: Document, used: set[ClaimId]) -> Iterator[Finding]:
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


def _empty_sections(corpus: Corpus, document: Document) -> Iterator[Finding]:
    filled = {claim.section for claim in corpus.claims_of(document.id)}
    for number, section in enumerate(document.sections):
        if number not in filled:
            yield Finding(
                code="A219",
                message="this section has no claims",
                place=section.origin,
                help="move its line above the claims that it groups, or drop it",
            )
