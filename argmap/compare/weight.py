"""How much a disagreement weighs: how near it is to what the texts argue for, and how firmly both sides hold it.

Weights sort, and are never told as numbers.  They depend on no id and no order, and exchanging the sides changes none.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

import attrs

from argmap.compare.alignment import Alignment, Side
from argmap.judge.assertion import Assertion
from argmap.judge.strength import PLAIN, PLAIN_BELIEF, PLAIN_DUTY, Scale
from argmap.judge.verdict import Verdict
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, DocumentId

_BY_VERDICT = {Verdict.CONTRADICTION: 1.0, Verdict.CONTRARIETY: 1.0, Verdict.OPPOSED: 0.7, Verdict.CONDITIONAL: 0.5}
_BELIEF = (0.2, 0.4, 0.7, 0.9, 1.0)
_DUTY = (0.2, 0.4, 0.8, 1.0)
_PLAIN = 0.9
_DIGITS = 9


@attrs.frozen(eq=False)
class Weights:
    """The weights of a corpus, worked out as they are asked for.

    Attributes:
        corpus: Where the claims are.
    """

    corpus: Corpus
    _near: dict[DocumentId, Mapping[ClaimId, float]] = attrs.field(factory=dict, init=False, repr=False)

    def of(self, alignment: Alignment) -> float:
        """The weight of one disagreement, from 0 to 1; 0 where the two do not disagree."""
        factor = _BY_VERDICT.get(alignment.verdict, 0.0)
        if not factor:
            return 0.0
        return round(factor * sqrt(self._of_side(alignment.one) * self._of_side(alignment.other)), _DIGITS)

    def near(self, claim: ClaimId) -> float:
        """How near a claim is to what its document argues for, from 0 to 1."""
        document = claim.document
        if document not in self._near:
            self._near[document] = nearness(self.corpus.documents[document], self.corpus)
        return self._near[document].get(claim, 0.0)

    def chief(self, side: Side) -> ClaimId:
        """The claim of a side that counts most: of its evidence, where there is any."""
        ranked = [(-self.near(item.claim) * firm(item), item.claim) for item in side.evidence]
        return min(ranked)[1] if ranked else min(side.claims, key=lambda claim: (-self.near(claim), claim))

    def _of_side(self, side: Side) -> float:
        found = [self.near(item.claim) * firm(item) for item in side.evidence]
        implied = bool(side.stances) and side.stances[0].implied
        return max(found, default=0.0) * (0.7 if implied else 1.0)


def firm(assertion: Assertion) -> float:
    """How firmly something is asserted, from 0 to 1; halved where it is only granted, less where it is unsaid."""
    strength = assertion.firmness
    if strength in (PLAIN, PLAIN_BELIEF, PLAIN_DUTY):
        found = _PLAIN
    else:
        # Of a range the weaker end counts.
        found = (_DUTY if strength.scale is Scale.DUTY else _BELIEF)[strength.low]
    if assertion.conceded:
        found /= 2
    return found * 0.7 if assertion.unsaid else found


def nearness(document: Document, corpus: Corpus) -> Mapping[ClaimId, float]:
    """How near each claim of a document is to its conclusions: the rank of one above it, over 1 and the steps between.

    The declared thesis ranks 1, and so does, where none is declared, the only conclusion that has reasons; another with
    reasons ranks 1/2, one without 1/4.  Where there is neither, the document is a list of answers, and each counts 1.
    Work is linear in the premises.
    """
    claims = {claim: corpus.claims[claim] for claim in document.claims}
    used = {premise for claim in claims.values() for premise in claim.premises}
    conclusions = [claim for claim in claims if claim not in used]
    argued = [claim for claim in conclusions if any(step.supports for step in claims[claim].steps)]
    thesis = document.thesis if document.thesis_is_declared and document.thesis in claims else None
    if thesis is None and not argued:
        return dict.fromkeys(claims, 1.0)
    chief = [thesis] if thesis is not None else argued if len(argued) == 1 else []
    ranks = [(1.0, chief), (0.5, [claim for claim in argued if claim not in chief])]
    ranks.append((0.25, [claim for claim in conclusions if claim not in argued and claim not in chief]))
    found: dict[ClaimId, float] = {}
    for rank, starts in ranks:
        depth = 0
        level, seen = [start for start in starts if start is not None], set(starts)
        while level:
            for claim in level:
                found[claim] = max(found.get(claim, 0.0), rank / (1 + depth))
            below = (premise for claim in level for premise in claims[claim].premises)
            level = [claim for claim in dict.fromkeys(below) if claim in claims and claim not in seen]
            seen.update(level)
            depth += 1
    return found
