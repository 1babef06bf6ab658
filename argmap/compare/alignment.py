"""Two holders beside each other on one subject: the verdict, what it rests on, and why."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from argmap.compare.stance import Acceptance, IssueStatus, Profile, Stance
from argmap.judge.assertion import Assertion
from argmap.judge.conditions import Asked, asked
from argmap.judge.dates import Time, precedes
from argmap.judge.held import Held
from argmap.judge.holder import Holder
from argmap.judge.holders import JudgedPair, Ruling, dependences_between, rule
from argmap.judge.questions import Answer, Dependences, Question
from argmap.judge.verdict import Qualification, Reason, Verdict
from argmap.model.ids import ClaimId, IssueId
from argmap.model.issue import Issue
from argmap.model.link import Link

Pair = tuple[tuple[Stance, Answer], tuple[Stance, Answer], JudgedPair]


@attrs.frozen(kw_only=True)
class Side:
    """What one holder brings to an alignment.

    Attributes:
        standing: What it does with the issue as a whole; None where claims are linked directly.
        stances: Those on which the verdict rests, the one that counts first; all of its stances where the verdict rests
            on no single pair (one-sided, compatible); empty where it is silent, or claims are linked.
        claims: The claims that show them, of those that are stated if any are; or the linked claim.  Sorted by id.
        accepts: What it does with the linked claim or position; None where the subject is an issue.
        evidence: The assertions of those claims on which the verdict rests, each once.
        asks: The conditions and exceptions of the first of these, with what the other holder does with each.
        also: What it says on the issue beside that, and was not judged: it only grants it, or only shows it.
    """

    holder: Holder
    standing: IssueStatus | None = None
    stances: tuple[Stance, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    accepts: bool | None = None
    evidence: tuple[Assertion, ...] = ()
    asks: tuple[Asked, ...] = ()
    also: tuple[Stance, ...] = ()


@attrs.frozen(kw_only=True)
class OnSubject:
    """What two sides come to on an issue, or over a link.

    Attributes:
        subject: The issue, or the link.
    """

    subject: IssueId | Link

    @property
    def issue(self) -> IssueId | None:
        """The issue; None where a link is the subject."""
        return None if isinstance(self.subject, Link) else self.subject

    @property
    def link(self) -> Link | None:
        """The link; None where an issue is the subject."""
        return self.subject if isinstance(self.subject, Link) else None


@attrs.frozen(kw_only=True)
class Alignment(OnSubject):
    """How two holders stand to each other on an issue, or on claims or positions that a link joins.

    Exchanging the holders exchanges the sides and changes nothing else (see `mirrored`).

    Attributes:
        reason: What decides, where the verdict alone does not say it.
        qualifications: Why an agreement is qualified, each reason once, in the order of `Qualification`; else empty.
        feasible: Whether both can be right, or some assignment of duties fits both; where it is False, that is never
            said, whatever the verdict.
        distance: For a contrariety on a scale, the steps between the two positions; None elsewhere.
        scale: The steps between the ends of that scale.
        newer: Who states the newer fact, where the verdict is superseded or overtaken.
        is_whole: False where there are too many answers, and not every pair of them was judged.
    """

    one: Side
    other: Side
    verdict: Verdict
    reason: Reason | None = None
    qualifications: tuple[Qualification, ...] = ()
    feasible: bool = True
    distance: int | None = None
    scale: int | None = None
    newer: Holder | None = None
    is_whole: bool = True

    def mirrored(self) -> Alignment:
        """The same, seen from the other holder."""
        return attrs.evolve(self, one=self.other, other=self.one)

    @property
    def holders(self) -> tuple[Holder, Holder]:
        """Both holders, in the order of the sides."""
        return (self.one.holder, self.other.holder)

    @property
    def is_disagreement(self) -> bool:
        """Whether the two disagree; a fact that speaks against a forecast so far tests it, and disputes nothing."""
        return self.verdict.is_disagreement and self.reason is not Reason.SO_FAR

    @property
    def implied(self) -> bool:
        """Whether a stance on which the verdict rests first is not stated but follows from what is."""
        return any(side.stances and side.stances[0].implied for side in (self.one, self.other))

    @property
    def order(self) -> tuple[str, str, tuple[str, str], tuple[str, str]]:
        """Sorts alignments by subject, issues first, then by holders."""
        link, issue = self.link, self.issue or ""
        linked = f"{link.source} {link.relation} {link.target}" if link is not None else ""
        return (linked, issue, self.one.holder.order, self.other.holder.order)


def align(one: Profile, other: Profile, question: Question, held: Held | None = None) -> Alignment | None:
    """How two holders stand to each other on an issue; None where both are silent.

    Args:
        one: A profile.
        other: A profile on the same issue.
        question: The issue.
        held: What holders give without reserve, where anybody makes a condition.
    """
    if one.standing is other.standing is IssueStatus.SILENT:
        return None
    mine, yours = one.answers, other.answers
    dependences = dependences_between(one.holder, other.holder, held)
    ruling = _rule(mine, yours, question, dependences)
    if ruling.verdict.is_cannot and all(mine[pair.one][0].chain or yours[pair.other][0].chain for pair in ruling.pairs):
        # Where what is stated already excludes what is stated, that is told, and not what only follows.
        said, answered = (tuple(pair for pair in those if not pair[0].chain) for those in (mine, yours))
        plain = _rule(said, answered, question, dependences)
        if plain.verdict.is_cannot:
            mine, yours, ruling = said, answered, plain
    pairs: list[Pair] = [(mine[pair.one], yours[pair.other], pair) for pair in ruling.pairs]
    pairs.sort(key=lambda pair: _order(pair, question.issue))
    if not pairs:
        return Alignment(
            one=_side(one, one.stances),
            other=_side(other, other.stances),
            verdict=ruling.verdict,
            subject=question.issue.id,
            is_whole=ruling.is_whole,
        )
    first = pairs[0][2].judgement
    asks = _asked(pairs[0], one.holder, other.holder, held)
    distance = _distance(pairs[0], question.issue) if ruling.verdict is Verdict.CONTRARIETY else None
    return Alignment(
        one=_side(one, [stance for (stance, _), _, _ in pairs], [answer for (_, answer), _, _ in pairs], asks[0]),
        other=_side(other, [stance for _, (stance, _), _ in pairs], [answer for _, (_, answer), _ in pairs], asks[1]),
        verdict=ruling.verdict,
        reason=first.reason,
        qualifications=first.qualifications,
        feasible=all(judged.judgement.feasible for _, _, judged in pairs),
        subject=question.issue.id,
        distance=distance,
        scale=len(question.issue.order) - 1 if distance is not None else None,
        newer=_newer(one.holder, other.holder, pairs[0]) if ruling.verdict in OF_TWO_TIMES else None,
        is_whole=ruling.is_whole,
    )


Answers = Sequence[tuple[Stance, Answer]]


def _rule(one: Answers, other: Answers, question: Question, dependences: Dependences | None) -> Ruling:
    return rule([answer for _, answer in one], [answer for _, answer in other], question, dependences)


OF_TWO_TIMES = (Verdict.SUPERSEDED, Verdict.OVERTAKEN)
"""Verdicts of which one side is the newer."""


def _newer(one: Holder, other: Holder, pair: Pair) -> Holder | None:
    (_, mine), (_, yours), _ = pair
    return newer_of((one, other), mine.assertion.time, yours.assertion.time)


def newer_of(holders: tuple[Holder, Holder], first: Time, second: Time) -> Holder | None:
    """Who speaks of the later time; None where neither surely does."""
    one, other = holders
    if precedes(first.end, second.start) or precedes(first.start, second.start):
        return other
    return one if precedes(second.end, first.start) or precedes(second.start, first.start) else None


def _asked(pair: Pair, one: Holder, other: Holder, held: Held | None) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    (_, mine), (_, yours), _ = pair
    return conditions_between(mine.assertion, yours.assertion, (one, other), held)


def conditions_between(
    one: Assertion, other: Assertion, holders: tuple[Holder, Holder], held: Held | None
) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """What each of two assertions depends on, and what the holder of the other does with that."""
    if held is None or not (one.conditions or other.conditions):
        return ((), ())
    regards = held.regards(holders[0]), held.regards(holders[1])
    return (
        tuple(asked(one.conditions, other.conditions, regards[1], held.relation)),
        tuple(asked(other.conditions, one.conditions, regards[0], held.relation)),
    )


def _side(
    profile: Profile, stances: Sequence[Stance], answers: Sequence[Answer] = (), asks: tuple[Asked, ...] = ()
) -> Side:
    rested: dict[tuple[str, Acceptance], Stance] = {}
    for stance in stances:
        rested.setdefault((stance.position, stance.acceptance), stance)
    stated = [stance for stance in rested.values() if not stance.implied]
    claims = {claim for stance in stated or rested.values() for claim in stance.claims}
    return Side(
        holder=profile.holder,
        standing=profile.standing,
        stances=tuple(rested.values()),
        claims=tuple(sorted(claims)),
        evidence=tuple({id(answer.assertion): answer.assertion for answer in answers}.values()),
        asks=asks,
        also=tuple(
            stance
            for stance in profile.stances
            if not stance.is_counterpart
            and (stance.position, stance.acceptance) not in rested
            and not any(item.is_main for item in stance.evidence)
        ),
    )


def _order(pair: Pair, issue: Issue) -> tuple[object, ...]:
    """What is stated before what is implied, what lies nearer before what lies further; the same in both directions."""
    (one, mine), (other, yours), judged = pair
    steps = _distance(pair, issue)
    rejected = sum(stance.acceptance is not Acceptance.ACCEPTED for stance in (one, other))
    named = sorted((stance.position, stance.acceptance.value) for stance in (one, other))
    # Of two pairs that differ only in who says which, the first is the same from both sides.
    said = sorted((stance.holder.order, stance.position, stance.acceptance.value) for stance in (one, other))
    firm = sorted((mine.assertion.order[:-1], yours.assertion.order[:-1]), key=repr)
    reason = list(Reason).index(judged.judgement.reason) if judged.judgement.reason is not None else -1
    return (
        len(one.chain) + len(other.chain),
        len(issue.order) if steps is None else steps,
        rejected,
        len(judged.judgement.qualifications),
        [list(Qualification).index(qualification) for qualification in judged.judgement.qualifications],
        reason,
        named,
        repr(firm),
        said,
    )


def _distance(pair: Pair, issue: Issue) -> int | None:
    one, other = issue.rank(pair[0][0].position), issue.rank(pair[1][0].position)
    return None if one is None or other is None else abs(one - other)
