"""What holders state: the assertions that show it, and which of their conditions they accept themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.compare.stance import Acceptance
from argmap.judge.assertion import Assertion, Commitment, answers, commitments, positions_of
from argmap.judge.conditions import Regards, settled
from argmap.judge.held import Held, held
from argmap.judge.holder import Holder
from argmap.judge.questions import Question
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionId
from argmap.model.inference import StepRole

_MOST_ROUNDS = 8
"""How often conditions are looked at again; what then still rests on a condition is left conditional."""
Shown = dict[tuple[PositionId, Acceptance], list[Assertion]]
"""By position, and what is done with it, the assertions that show it."""


def shown_by(
    corpus: Corpus, documents: Iterable[DocumentId], granted: Mapping[DocumentId, frozenset[ClaimId]]
) -> dict[Holder, dict[IssueId, Shown]]:
    """What every holder says of every issue; holders of whom only claims are told have an entry too."""
    found: dict[Holder, dict[IssueId, Shown]] = {}
    for document in documents:
        found.setdefault(Holder(document), {})
        date, conceding = corpus.documents[document].date, granted[document]
        for claim in corpus.claims_of(document):
            for actor in claim.holders:
                found.setdefault(Holder(document, actor), {})
            for holder, answer, assertion in answers(claim, corpus.issues, date, conceding) if claim.answers else ():
                issues = found.setdefault(holder, {})
                key = (answer.position, Acceptance.of(assertion.force.direction))
                shown = issues.setdefault(answer.issue, {}).setdefault(key, [])
                # Only the same claim can show the same thing again, and all that it shows comes at once.
                if not any(item == assertion for item in reversed(shown[-len(claim.answers) :])):
                    shown.append(assertion)
    return found


def settle(
    corpus: Corpus,
    questions: Mapping[IssueId, Question],
    granted: Mapping[DocumentId, frozenset[ClaimId]],
    found: dict[Holder, dict[IssueId, Shown]],
) -> Held | None:
    """Drop the conditions that holders accept elsewhere, and mark what is only shown; None where nobody makes any."""
    named = {
        premise
        for document in granted
        for claim in corpus.claims_of(document)
        for step in claim.steps
        if step.role is StepRole.UNLESS or step.role.is_condition
        for premise in step.premises
    }
    if not named:
        return None
    given = _held(corpus, questions, granted, found, named, before=None)
    # What is freed of its conditions may grant those of something else.
    for _ in range(_MOST_ROUNDS):
        freed = False
        for holder, issues in found.items():
            regards = given.regards(holder)
            for shown in issues.values():
                for key, before in shown.items():
                    if any(assertion.conditions for assertion in before):
                        shown[key] = [_settled(assertion, regards) for assertion in before]
                        freed = freed or _are_fewer(shown[key], before)
        if not freed:
            break
        given = _held(corpus, questions, granted, found, named, before=given)
    return given


def _are_fewer(after: Iterable[Assertion], before: Iterable[Assertion]) -> bool:
    """Whether some assertion lost its last condition."""
    return any(old.conditions and not new.conditions for new, old in zip(after, before, strict=True))


def settled_by(commitment: Commitment, held: Held | None) -> Assertion:
    """What a holder says of a claim, without the conditions that it accepts elsewhere."""
    return commitment.assertion if held is None else _settled(commitment.assertion, held.regards(commitment.holder))


def _settled(assertion: Assertion, regards: Regards) -> Assertion:
    if not assertion.conditions:
        return assertion
    left, against = settled(assertion.conditions, regards)
    return assertion._replace(conditions=left, shown_only=against)


def _held(
    corpus: Corpus,
    questions: Mapping[IssueId, Question],
    granted: Mapping[DocumentId, frozenset[ClaimId]],
    found: Mapping[Holder, Mapping[IssueId, Shown]],
    named: set[ClaimId],
    *,
    before: Held | None,
) -> Held:
    """What holders give, as far as a condition asks for it; their conditions settled by what is known before."""
    issues = {
        position.issue for name in named if name in corpus.claims for position, _ in positions_of(corpus.claims[name])
    }
    return held(
        corpus,
        questions,
        (
            (commitment.holder, settled_by(commitment, before))
            for name in Held.reached(corpus, named)
            if name in corpus.claims and name.document in granted
            for commitment in commitments(
                corpus.claims[name], corpus.documents[name.document].date, granted[name.document]
            )
        ),
        (
            (holder, issue, position, assertion)
            for holder, shown in found.items()
            for issue in issues & shown.keys()
            for (position, _), assertions in shown[issue].items()
            for assertion in assertions
        ),
    )
