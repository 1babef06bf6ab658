"""Two holders beside each other on one subject: the verdict, what it rests on, and why."""

from __future__ import annotations

from enum import StrEnum

import attrs

from argmap.compare.holder import Holder
from argmap.compare.implication import is_yes_or_no
from argmap.compare.stance import Acceptance, Evidence, Ground, IssueStatus, Profile, Stance
from argmap.compare.strength import Nearness
from argmap.compare.verdict import Pair, Verdict, newer, rule
from argmap.language.words import OPEN
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.model.issue import Issue
from argmap.model.link import Link


class Qualification(StrEnum):
    """What keeps an agreement from being one without reserve."""

    STRENGTH = "strength"
    """More than a step lies between the strengths."""
    SCALE = "scale"
    """One says what is, the other what ought to be: the strengths cannot be compared."""
    CONDITION = "condition"
    """One depends on a condition, the other does not."""
    EXCLUSION = "exclusion"
    """Both reject a position, but one of them only because it gives another answer."""


@attrs.frozen(kw_only=True)
class Side:
    """What one holder brings to an alignment.

    Attributes:
        standing: What it does with the issue as a whole; None where claims are linked directly.
        stances: Those on which the verdict rests, the one that counts first; all of its stances where the verdict rests
            on no single pair (one-sided, undecided, compatible); empty where it is silent, or claims are linked.
        claims: The claims that show them, of those that are stated if any are; or the linked claim.  Sorted by id.
        accepts: What it does with the linked claim or position; None where the subject is an issue.
    """

    holder: Holder
    standing: IssueStatus | None = None
    stances: tuple[Stance, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    accepts: bool | None = None


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
        qualifications: Why an agreement is qualified, each reason once, in the order of `Qualification`; else empty.
        distance: For a contrariety on a scale, the steps between the two positions; None elsewhere.
        scale: The steps between the ends of that scale.
        newer: Who states the newer fact, where the verdict is superseded.
    """

    one: Side
    other: Side
    verdict: Verdict
    qualifications: tuple[Qualification, ...] = ()
    distance: int | None = None
    scale: int | None = None
    newer: Holder | None = None

    def mirrored(self) -> Alignment:
        """The same, seen from the other holder."""
        return attrs.evolve(self, one=self.other, other=self.one)

    @property
    def holders(self) -> tuple[Holder, Holder]:
        """Both holders, in the order of the sides."""
        return (self.one.holder, self.other.holder)

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


def align(
    one: Profile, other: Profile, issue: Issue, tensions: frozenset[frozenset[str]] = frozenset()
) -> Alignment | None:
    """How two holders stand to each other on an issue; None where both are silent.

    Args:
        one: A profile.
        other: A profile on the same issue.
        issue: The issue.
        tensions: Declared tensions between its positions, as pairs of position ids.
    """
    if one.standing is other.standing is IssueStatus.SILENT:
        return None
    ruling = rule(one, other, issue, tensions)
    pairs = sorted(ruling.pairs, key=lambda pair: _order(pair, issue))
    verdict = ruling.verdict
    reserves: tuple[Qualification, ...] = ()
    if verdict is Verdict.AGREEMENT:
        # Whoever shares one stance without reserve agrees without reserve.
        pairs.sort(key=lambda pair: len(_qualifications(pair, issue)))
        reserves = _qualifications(pairs[0], issue)
        verdict = Verdict.QUALIFIED_AGREEMENT if reserves else verdict
    distance = _distance(pairs[0], issue) if verdict is Verdict.CONTRARIETY else None
    later = newer(*pairs[0]) if verdict is Verdict.SUPERSEDED else 0
    return Alignment(
        one=_side(one, [pair[0] for pair in pairs]),
        other=_side(other, [pair[1] for pair in pairs]),
        verdict=verdict,
        subject=issue.id,
        qualifications=reserves,
        distance=distance,
        scale=len(issue.order) - 1 if distance is not None else None,
        newer=None if later == 0 else one.holder if later > 0 else other.holder,
    )


def _side(profile: Profile, stances: list[Stance]) -> Side:
    rested: dict[tuple[str, Acceptance], Stance] = {}
    for stance in stances or profile.stances:
        rested.setdefault((stance.position, stance.acceptance), stance)
    stated = [stance for stance in rested.values() if not stance.implied]
    claims = {claim for stance in stated or rested.values() for claim in stance.claims}
    return Side(
        holder=profile.holder,
        standing=profile.standing,
        stances=tuple(rested.values()),
        claims=tuple(sorted(claims)),
    )


def _order(pair: Pair, issue: Issue) -> tuple[int, int, int, list[tuple[PositionId, str]]]:
    """What is stated before what is implied, what lies nearer before what lies further; the same in both directions."""
    steps = _distance(pair, issue)
    rejected = sum(stance.acceptance is not Acceptance.ACCEPTED for stance in pair)
    named = sorted((stance.position, stance.acceptance.value) for stance in pair)
    return (sum(len(stance.chain) for stance in pair), len(issue.order) if steps is None else steps, rejected, named)


def _distance(pair: Pair, issue: Issue) -> int | None:
    one, other = issue.rank(pair[0].position), issue.rank(pair[1].position)
    return None if one is None or other is None else abs(one - other)


def qualifications(one: Evidence, other: Evidence) -> tuple[Qualification, ...]:
    """What keeps two who hold the same from agreeing without reserve; empty where nothing does."""
    found = []
    if not one.firmness.is_open or not other.firmness.is_open:
        nearness = one.firmness.nearness(other.firmness)
        if nearness is Nearness.APART:
            found.append(Qualification.STRENGTH)
        elif nearness is Nearness.INCOMPARABLE:
            found.append(Qualification.SCALE)
    if bool(one.conditions) is not bool(other.conditions):
        found.append(Qualification.CONDITION)
    return tuple(found)


def _qualifications(pair: Pair, issue: Issue) -> tuple[Qualification, ...]:
    one, other = pair
    if one.position == OPEN:
        return ()
    found = qualifications(one.evidence[0], other.evidence[0])
    excluded = any(stance.chain and stance.chain[-1].ground is Ground.EXCLUSION for stance in pair)
    return (*found, Qualification.EXCLUSION) if excluded and not is_yes_or_no(issue) else found
