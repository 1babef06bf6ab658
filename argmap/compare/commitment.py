"""What a claim commits its author and its holders to, and which stances it therefore shows."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.compare.holder import AuthorAttitude, Holder
from argmap.compare.stance import Acceptance, Evidence
from argmap.compare.strength import LEANING, PLAIN, StrengthRange, firmness
from argmap.language.words import OPEN, Attitude, Kind
from argmap.model.claim import Answer, Claim
from argmap.model.ids import ClaimId, PositionRef
from argmap.model.inference import StepRole

_REJECTING = (Attitude.DENIES, Attitude.DOUBTS)
_COMMITTING_NOBODY = (Attitude.SUPPOSES,)
_CONDITIONAL = (StepRole.IF, StepRole.ONLY_IF, StepRole.UNLESS)


@attrs.frozen(kw_only=True)
class Commitment:
    """One holder accepts, or rejects, what one claim says."""

    holder: Holder
    accepts: bool
    evidence: Evidence

    @property
    def is_open(self) -> bool:
        """Whether the holder gives it an even chance, and so is committed to neither."""
        return self.evidence.firmness.is_open


def commitments(claim: Claim) -> Iterator[Commitment]:
    """Who accepts or rejects a claim: its author first, if committed, then those who hold it.

    An author who reports or supposes is committed to nothing.  What is left unsaid (``implies``) is the author's, or
    that of the holder who is named, and then not the author's.
    """
    author = Holder(claim.document)
    if claim.attitude in _REJECTING:
        doubted = claim.attitude is Attitude.DOUBTS
        firm = LEANING if doubted else firmness(None, claim.kind)
        yield Commitment(holder=author, accepts=False, evidence=_evidence(claim, firm, doubted=doubted))
    elif claim.attitude.accepts and not (claim.attitude is Attitude.IMPLIES and claim.holders):
        yield Commitment(holder=author, accepts=True, evidence=_evidence(claim, _said(claim)))
    if claim.attitude in _COMMITTING_NOBODY:
        return
    for actor in dict.fromkeys(claim.holders):
        item = _evidence(claim, _said(claim), regard=AuthorAttitude.of(claim.attitude))
        yield Commitment(holder=Holder(claim.document, actor), accepts=True, evidence=item)


def shown(claim: Claim) -> Iterator[tuple[Commitment, Answer]]:
    """Every answer that a claim gives, with whoever it commits.

    An answer with a holder of its own (``answers ISSUE: POSITION from ACTOR``) is that actor's alone, accepted or
    rejected as the verb says, as firmly as the answer says: the claim's own strength tells how sure the author is to
    ascribe it.  A supposition shows nobody's stance.
    """
    committed = tuple(commitments(claim))
    for answer in claim.answers:
        if answer.holder is None:
            for commitment in committed:
                yield commitment, answer
        elif claim.attitude not in _COMMITTING_NOBODY:
            doubted = claim.attitude is Attitude.DOUBTS
            firm = PLAIN if answer.strength is None else firmness(answer.strength, None)
            item = attrs.evolve(
                _evidence(claim, LEANING if doubted else firm, doubted=doubted, regard=AuthorAttitude.REPORTED),
                strength=answer.strength,
                ascribed=claim.strength if claim.attitude.accepts else None,
            )
            actor = Holder(claim.document, answer.holder)
            accepts = claim.attitude not in _REJECTING
            yield Commitment(holder=actor, accepts=accepts, evidence=item), answer


def taken(commitment: Commitment, answer: Answer) -> Acceptance | None:
    """What a commitment to a claim does with the position that the claim answers; None where it does nothing.

    To accept that an answer is excluded is to reject it, and the other way round; an even chance leaves it open.
    Nothing follows from rejecting that a question is open.
    """
    accepts = commitment.accepts is not answer.negated
    if answer.position == OPEN:
        return Acceptance.OPEN if accepts else None
    if commitment.is_open:
        return Acceptance.OPEN
    return Acceptance.ACCEPTED if accepts else Acceptance.REJECTED


def positions_of(claim: Claim) -> Iterator[tuple[PositionRef, bool]]:
    """The positions that a claim itself answers, and whether it takes or excludes them."""
    for answer in claim.answers:
        if answer.holder is None and answer.position != OPEN:
            yield PositionRef.of(answer.issue, answer.position), not answer.negated


def conditions_of(claim: Claim) -> tuple[ClaimId, ...]:
    """The claims on which a claim depends (``if``, ``only-if``, ``unless``), sorted by id."""
    found = {premise for step in claim.steps if step.role in _CONDITIONAL for premise in step.premises}
    return tuple(sorted(found))


def _said(claim: Claim) -> StrengthRange:
    return firmness(claim.strength, claim.kind)


def _evidence(
    claim: Claim, firm: StrengthRange, *, doubted: bool = False, regard: AuthorAttitude | None = None
) -> Evidence:
    own = regard is not None or claim.attitude not in _REJECTING
    return Evidence(
        claim=claim.id,
        firmness=firm,
        strength=claim.strength if own else None,
        doubted=doubted,
        unsaid=claim.attitude is Attitude.IMPLIES,
        conditions=conditions_of(claim) if claim.steps else (),
        regard=regard,
        period=claim.as_of if claim.kind is Kind.FACT else None,
    )
