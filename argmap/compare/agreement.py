"""Agreement in numbers; every number comes with the counts from which it is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.krippendorff import Alpha, Metric, alpha
from argmap.compare.stance import Acceptance, IssueStatus, Profile
from argmap.judge.held import Held
from argmap.judge.holder import Holder
from argmap.judge.holders import dependences_between, rule
from argmap.judge.questions import Question
from argmap.judge.verdict import Reason, Verdict
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.model.issue import Issue
from argmap.model.link import Link

MOST_CONFLICTS = 400
"""Conflicts of all authors beyond which not all are told one by one: nobody reads that many."""
MOST_ALIGNMENTS = 5_000
"""The same for pairs of authors on an issue, whatever their verdict."""
_MOST_TAKEN = 10 * MOST_ALIGNMENTS
"""Pairs that are put beside each other on the most divisive issues, where there are more."""


@attrs.frozen
class Group:
    """Holders who do the same with the same positions of an issue, at the same time where that matters."""

    profile: Profile
    holders: tuple[Holder, ...]


@attrs.frozen
class Tally:
    """An issue's holders in groups, and the verdict between every two groups.

    Attributes:
        groups: Sorted by their first holder.
        verdicts: A row for each group, with the verdict towards each; within a group it is that of any two in it.
        tests: The places of two groups, in order, that are opposed only since a fact of one speaks against a forecast
            of the other so far: that tests it, and is no disagreement.
    """

    issue: IssueId
    groups: tuple[Group, ...]
    verdicts: tuple[tuple[Verdict, ...], ...]
    tests: frozenset[tuple[int, int]] = frozenset()

    @property
    def holders(self) -> int:
        """How many holders speak on the issue."""
        return sum(len(group.holders) for group in self.groups)

    def pairs(self) -> dict[Verdict, int]:
        """How many pairs of holders have each verdict."""
        found: dict[Verdict, int] = {}
        for place, group in enumerate(self.groups):
            size = len(group.holders)
            for other in range(place, len(self.groups)):
                count = size * (size - 1) // 2 if other == place else size * len(self.groups[other].holders)
                if count:
                    verdict = self.verdicts[place][other]
                    found[verdict] = found.get(verdict, 0) + count
        return found


def tally(comparison: Comparison, issue: IssueId, holders: Iterable[Holder] | None = None) -> Tally:
    """The holders who speak on an issue, in groups.

    Args:
        comparison: A comparison.
        issue: The issue.
        holders: Among whom; all by default.
    """
    chosen = None if holders is None else frozenset(holders)
    if chosen is not None and len(chosen) < len(comparison.holders):
        return _tally(comparison, issue, chosen)
    if issue not in comparison.tallies:
        comparison.tallies[issue] = _tally(comparison, issue, None)
    return comparison.tallies[issue]


def _tally(comparison: Comparison, issue: IssueId, chosen: frozenset[Holder] | None) -> Tally:
    stances = comparison.stances
    profiles = [
        profile for holder, profile in stances.by_issue.get(issue, {}).items() if chosen is None or holder in chosen
    ]
    question = stances.questions[issue]
    sign = _Signatures.of(profiles, question, stances.held)
    found: dict[tuple[object, ...], list[Profile]] = {}
    for profile in profiles:
        found.setdefault(sign.of_profile(profile), []).append(profile)
    groups = tuple(Group(those[0], tuple(profile.holder for profile in those)) for those in found.values())
    answers = [[answer for _, answer in group.profile.answers] for group in groups]
    rows: list[list[Verdict]] = []
    tests: set[tuple[int, int]] = set()
    for place, one in enumerate(groups):
        # A verdict is the same from both sides.
        row = [rows[before][place] for before in range(place)]
        for other in range(place, len(groups)):
            depends = dependences_between(one.profile.holder, groups[other].profile.holder, stances.held)
            ruling = rule(answers[place], answers[other], question, depends)
            row.append(ruling.verdict)
            if ruling.reason is Reason.SO_FAR:
                tests.add((place, other))
        rows.append(row)
    return Tally(issue, groups, tuple(map(tuple, rows)), frozenset(tests))


@attrs.frozen(eq=False)
class _Signatures:
    """What a verdict on an issue looks at: holders who are alike in it have the same verdict towards everybody.

    Attributes:
        timed: Whether time can part any two of the assertions; then the document counts too.
        linked: Whether a claim takes the place of another; then claims count too.
        conditions: All that somebody makes a condition, sorted; what each holder does with it counts.
    """

    held: Held | None
    timed: bool
    linked: bool
    conditions: tuple[ClaimId, ...]

    @classmethod
    def of(cls, profiles: Iterable[Profile], question: Question, held: Held | None) -> _Signatures:
        timed, linked = bool(question.issue.changes), False
        conditions: set[ClaimId] = set()
        superseding = question.superseding
        for profile in profiles:
            for stance in profile.stances:
                for item in stance.evidence:
                    timed = timed or item.time.kind is not None
                    linked = linked or item.claim in superseding
                    if item.conditions:
                        conditions.update(item.depends_on)
        return cls(held, timed, linked, tuple(sorted(conditions)))

    def of_profile(self, profile: Profile) -> tuple[object, ...]:
        found: list[object] = [
            (
                stance.position,
                item.force,
                item.conceded,
                item.shown_only,
                item.conditions,
                item.time if self.timed else None,
                item.claim if self.linked else None,
            )
            for stance in profile.stances
            if not stance.is_counterpart
            for item in stance.evidence
        ]
        if self.timed:
            found.append(profile.holder.document)
        if self.held is not None:
            found += [self.held.regard(profile.holder, claim) for claim in self.conditions]
        return tuple(found)


@attrs.frozen
class Share:
    """So many of so many; never a bare percentage."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share from 0 to 1; None where there is nothing to share."""
        return self.count / self.of if self.of else None


@attrs.frozen(kw_only=True)
class PairNumbers:
    """Two holders in numbers.

    Attributes:
        agreement: Of the issues on which both speak, those on which they agree, qualified or not (simple matching).
        qualified: Of these agreements, the qualified ones.
        conflict: Of the issues on which both speak, those on which they conflict.
        nearness: On ordered issues where each accepts exactly one position of the scale: 1 less the distance as a
            share of the scale's length, summed up (the linear weights of Cicchetti and Allison 1971); None where there
            are none.
        ordered: How many issues that sum is taken over; divide by it for the mean.
    """

    one: Holder
    other: Holder
    agreement: Share
    qualified: Share
    conflict: Share
    nearness: float | None
    ordered: int


@attrs.frozen(kw_only=True)
class IssueNumbers:
    """One issue in numbers.

    Attributes:
        holders: How many speak on it.
        positions: How many accept each position, in the order of the issue; implied acceptance counts.
        undecided: How many leave it open.
        agreement: Of the pairs of holders who speak, those who agree, qualified or not.
        conflict: Of the same pairs, those who conflict.
    """

    issue: IssueId
    holders: int
    positions: tuple[tuple[PositionId, int], ...]
    undecided: int
    agreement: Share
    conflict: Share


@attrs.frozen(kw_only=True)
class Reliability:
    """Krippendorff's alpha over holders as observers; silence is missing data, and so is what is left open.

    Attributes:
        nominal: The units are the positions of all issues (of a yes-no issue just one of the two), the values are
            accepted and rejected; accepting a position rejects those that it excludes.
        ordinal: For each length of scale, the ordered issues of that length; values are ranks from the end written
            first, of holders who accept exactly one position of the scale.  It means something only where the scales
            of one length are written in one direction, say from much to little.
    """

    nominal: Alpha
    ordinal: tuple[tuple[int, Alpha], ...]


def pair_numbers(comparison: Comparison, one: Holder, other: Holder) -> PairNumbers:
    """Two holders in numbers, over the issues on which both speak; links do not count."""
    shared = agreed = qualified = conflicts = ordered = 0
    nearness = 0.0
    for alignment in comparison.between(one, other):
        if alignment.issue is None:
            continue
        shared += 1
        agreed += alignment.verdict.is_agreement
        qualified += alignment.verdict is Verdict.QUALIFIED
        conflicts += alignment.verdict.is_cannot
        issue = comparison.corpus.issues[alignment.issue]
        ranks = [_rank(comparison.stances.profile(holder, issue.id), issue) for holder in (one, other)]
        if ranks[0] is not None and ranks[1] is not None and len(issue.order) > 1:
            ordered += 1
            nearness += 1 - abs(ranks[0] - ranks[1]) / (len(issue.order) - 1)
    return PairNumbers(
        one=one,
        other=other,
        agreement=Share(agreed, shared),
        qualified=Share(qualified, agreed),
        conflict=Share(conflicts, shared),
        nearness=nearness if ordered else None,
        ordered=ordered,
    )


def issue_numbers(comparison: Comparison, issue: IssueId, holders: Iterable[Holder] | None = None) -> IssueNumbers:
    """One issue in numbers, among all holders or some; a holder who gives two answers is counted under both."""
    counted = tally(comparison, issue, holders)
    pairs = counted.pairs()
    total = sum(pairs.values())
    accepted = {position.id: 0 for position in comparison.corpus.issues[issue].positions}
    for group in counted.groups:
        for position in group.profile.positions(Acceptance.ACCEPTED):
            accepted[position] += len(group.holders)
    return IssueNumbers(
        issue=issue,
        holders=counted.holders,
        positions=tuple(accepted.items()),
        undecided=sum(len(group.holders) for group in counted.groups if group.profile.standing is IssueStatus.OPEN),
        agreement=Share(sum(count for verdict, count in pairs.items() if verdict.is_agreement), total),
        conflict=Share(sum(count for verdict, count in pairs.items() if verdict.is_cannot), total),
    )


def all_issue_numbers(comparison: Comparison, holders: Iterable[Holder] | None = None) -> tuple[IssueNumbers, ...]:
    """The numbers of every issue on which somebody speaks, sorted by id."""
    chosen = None if holders is None else frozenset(holders)
    return tuple(issue_numbers(comparison, issue, chosen) for issue in comparison.stances.by_issue)


def most_divisive(numbers: Iterable[IssueNumbers]) -> tuple[IssueNumbers, ...]:
    """Issues on which some pair conflicts, the most divisive first.

    Ranked by conflicts / (pairs + 2), as though two more pairs did not conflict, so that one pair out of one never
    outranks four out of six; ties by id.
    """
    found = [issue for issue in numbers if issue.conflict.count]
    return tuple(sorted(found, key=lambda issue: (-_shrunk(issue.conflict), issue.issue)))


def are_many(numbers: Sequence[IssueNumbers]) -> bool:
    """Whether there are more pairs of authors on some issues, or more in conflict, than are told one by one."""
    conflicts, pairs = (sum(one.conflict.count for one in numbers), sum(one.conflict.of for one in numbers))
    return conflicts > MOST_CONFLICTS or pairs > MOST_ALIGNMENTS


def taken_apart(
    comparison: Comparison, authors: Sequence[Holder], numbers: Iterable[IssueNumbers]
) -> dict[IssueId | Link, tuple[Alignment, ...]]:
    """The alignments of authors by what they are about; of more than anybody reads, those on the most divisive issues.

    Args:
        comparison: The comparison.
        authors: Whose alignments.
        numbers: All issues on which they speak, in numbers.
    """
    every = tuple(numbers)
    found: dict[IssueId | Link, list[Alignment]] = {}
    if not are_many(every):
        for alignment in comparison.alignments(authors):
            found.setdefault(alignment.subject, []).append(alignment)
    else:
        conflicts, pairs = MOST_CONFLICTS, _MOST_TAKEN
        for one in most_divisive(every):
            if one.conflict.of > min(pairs, MOST_ALIGNMENTS) or (found and one.conflict.count > conflicts):
                continue
            conflicts -= one.conflict.count
            pairs -= one.conflict.of
            found[one.issue] = list(comparison.on(one.issue, authors))
    return {subject: tuple(those) for subject, those in found.items()}


def most_consensual(numbers: Iterable[IssueNumbers]) -> tuple[IssueNumbers, ...]:
    """Issues on which some pair agrees, the most consensual first; ranked as `most_divisive` is, by agreements."""
    found = [issue for issue in numbers if issue.agreement.count]
    return tuple(sorted(found, key=lambda issue: (-_shrunk(issue.agreement), issue.issue)))


def reliability(comparison: Comparison, holders: Iterable[Holder] | None = None) -> Reliability:
    """How far the holders agree beyond chance, all of them or some (see `Reliability` for what is counted)."""
    chosen = None if holders is None else frozenset(holders)
    nominal: list[dict[int, int]] = []
    ordinal: dict[int, list[dict[int, int]]] = {}
    for name, speaking in comparison.stances.by_issue.items():
        issue = comparison.corpus.issues[name]
        profiles = [profile for holder, profile in speaking.items() if chosen is None or holder in chosen]
        positions = [position.id for position in issue.positions]
        # Of two of which just one is right, the one says what the other says.
        opposite = comparison.stances.questions[name].opposite(positions[0]) if len(positions) == 2 else None
        positions = positions[:1] if opposite is not None else positions
        units: dict[PositionId, dict[int, int]] = {position: {} for position in positions}
        ranks: dict[int, int] = {}
        for profile in profiles:
            for position, value in _judged(profile, comparison.stances.questions[name]):
                if position in units:
                    units[position][value] = units[position].get(value, 0) + 1
            rank = _rank(profile, issue)
            if rank is not None:
                ranks[rank] = ranks.get(rank, 0) + 1
        nominal += units.values()
        if issue.order:
            ordinal.setdefault(len(issue.order), []).append(ranks)
    return Reliability(
        nominal=alpha(nominal, Metric.NOMINAL),
        ordinal=tuple((length, alpha(ordinal[length], Metric.ORDINAL)) for length in sorted(ordinal)),
    )


def _shrunk(share: Share) -> float:
    return share.count / (share.of + 2)


def _rank(profile: Profile, issue: Issue) -> int | None:
    """The place on the scale of the one position that a holder accepts; None where it accepts none or several."""
    ranks = [rank for stance in profile.accepted if (rank := issue.rank(stance.position)) is not None]
    return ranks[0] if len(ranks) == 1 else None


def _judged(profile: Profile, question: Question) -> Iterator[tuple[PositionId, int]]:
    """1 for each position accepted, 0 for each rejected, what another excludes among them; none where it is both."""
    accepted, rejected, undecided = (
        frozenset(profile.positions(what)) for what in (Acceptance.ACCEPTED, Acceptance.REJECTED, Acceptance.OPEN)
    )
    exclusion = question.exclusion(accepted)
    for position in question.issue.positions:
        if position.id in undecided or (position.id in accepted and position.id in rejected):
            continue
        if position.id in accepted:
            yield position.id, 1
        elif position.id in rejected or exclusion.count(position.id):
            yield position.id, 0
