"""Concessions: the claims that an author only grants, against a conclusion that stands all the same."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole


def conceded(document: Document, corpus: Corpus) -> frozenset[ClaimId]:
    """The claims that enter a document only by ``despite``, or only beneath such a claim.

    Just the steps of the document itself count, so that no other document makes a concession of a claim; a doubt about
    a step (``undercut``) is none.  Where a claim stands on the page makes no difference, only where it is used.  Work
    is linear in the premises.
    """
    claims = {claim.id: claim for claim in corpus.claims_of(document.id)}
    if not any(step.role is StepRole.DESPITE for claim in claims.values() for step in claim.steps):
        return frozenset()
    used = {premise for claim in claims.values() for premise in claim.premises}
    roots = [claim for claim in claims if claim not in used]
    if document.thesis is not None and document.thesis in claims:
        roots.append(document.thesis)
    main = _reached(roots, claims, granting=False)
    # A circle that nothing leads to is no concession of anybody's.
    anyhow = _reached(roots, claims, granting=True)
    apart = [claim for claim in claims if claim not in anyhow]
    return frozenset(claims) - main - _reached(apart, claims, granting=False)


def reached_from(conclusion: ClaimId, document: Document, corpus: Corpus) -> set[ClaimId]:
    """A claim of a document with those beneath it, save what is only granted against them."""
    return _reached([conclusion], {claim.id: claim for claim in corpus.claims_of(document.id)}, granting=False)


def _reached(starts: Iterable[ClaimId], claims: dict[ClaimId, Claim], *, granting: bool) -> set[ClaimId]:
    """The claims to which steps lead down from some, by concessions too or without them."""
    found = set(starts)
    pending = list(found)
    while pending:
        for step in claims[pending.pop()].steps:
            below = step.premises if granting or step.role is not StepRole.DESPITE else ()
            doubts = (premise for undercut in step.undercuts for premise in undercut.premises)
            for premise in (*below, *doubts):
                if premise in claims and premise not in found:
                    found.add(premise)
                    pending.append(premise)
    return found
