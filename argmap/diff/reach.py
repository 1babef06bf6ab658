"""What rests on what: from a claim up to the conclusions that it supports, however far up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId


@attrs.frozen(eq=False, repr=False)
class Reach:
    """The steps of one corpus, read from their premises.

    Attributes:
        above: By premise, the conclusions that its steps support, if they carry support at all.
        used: The claims on which anything rests: a step of any kind, a doubt, a link, a thesis.
    """

    above: Mapping[ClaimId, tuple[ClaimId, ...]]
    used: frozenset[str]

    @classmethod
    def of(cls, corpus: Corpus) -> Reach:
        """All steps of a corpus."""
        above: dict[ClaimId, list[ClaimId]] = {}
        used: set[str] = {document.thesis for document in corpus.documents.values() if document.thesis is not None}
        for link in corpus.links:
            used |= {link.source, link.target}
        for claim in corpus.claims.values():
            if claim.steps:
                used.update(claim.premises)
                for premise in supporting(claim):
                    above.setdefault(premise, []).append(claim.id)
        return cls({premise: tuple(dict.fromkeys(found)) for premise, found in above.items()}, frozenset(used))

    def conclusions(self, claim: ClaimId) -> tuple[ClaimId, ...]:
        """All that rests on a claim, the nearest first, then by id; never the claim itself, in circles neither."""
        found = {claim: None}
        level = [claim]
        while level:
            level = sorted({over for below in level for over in self.above.get(below, ()) if over not in found})
            found.update(dict.fromkeys(level))
        return tuple(found)[1:]

    def closed(self, claims: Iterable[ClaimId]) -> set[ClaimId]:
        """Some claims, and all that rests on them."""
        found = set(claims)
        pending = list(found)
        while pending:
            for over in self.above.get(pending.pop(), ()):
                if over not in found:
                    found.add(over)
                    pending.append(over)
        return found


def supporting(claim: Claim) -> Iterator[ClaimId]:
    """The premises of the steps that support a claim."""
    for step in claim.steps:
        if step.supports:
            yield from step.premises
