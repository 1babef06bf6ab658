"""Claims -> the stances of every holder on every issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, takewhile

import attrs

from argmap.compare.commitment import commitments, shown, taken
from argmap.compare.exclusion import Exclusion
from argmap.compare.holder import Holder
from argmap.compare.implication import Implications, is_yes_or_no, within_issue
from argmap.compare.stance import (
    Acceptance,
    Chain,
    Evidence,
    Ground,
    Implication,
    IssueStatus,
    Literal,
    Profile,
    Stance,
)
from argmap.language.words import OPEN
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId, IssueId, PositionId, PositionRef
from argmap.model.issue import Issue

StancesByPosition = dict[tuple[PositionId, Acceptance], Stance]


@attrs.frozen
class Clash:
    """What would follow from what a holder states, but cannot stand beside something else.

    Attributes:
        held: What the holder states, or what follows in fewer steps: it stands.  Or what follows in as many: then
            neither is ascribed to the holder, since only the spelling of ids would choose between them.
        implied: What is ascribed to nobody.
    """

    held: Stance
    implied: Stance

    @property
    def leaves_neither(self) -> bool:
        """Whether the holder is said to hold neither."""
        return bool(self.held.chain) and len(self.held.chain) == len(self.implied.chain)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Stances:
    """Who holds what.

    Attributes:
        holders: All of them, sorted: the author of every document, and every actor to whom something is ascribed.
        by_issue: Profiles that are not silent, issues sorted by id, holders sorted.
        by_holder: The same profiles, the other way round.
        clashes: What follows by links against what the same holder states, or against what follows too.
    """

    corpus: Corpus
    holders: tuple[Holder, ...]
    by_issue: Mapping[IssueId, Mapping[Holder, Profile]]
    by_holder: Mapping[Holder, Mapping[IssueId, Profile]]
    clashes: tuple[Clash, ...] = ()

    def profile(self, holder: Holder, issue: IssueId) -> Profile:
        """What a holder does with an issue; a silent profile where that is nothing."""
        found = self.by_issue.get(issue, {}).get(holder)
        return found if found is not None else Profile(holder=holder, issue=issue)


def gather(corpus: Corpus, documents: Iterable[DocumentId] | None = None) -> Stances:
    """The stances that the claims of a corpus show, or of some of its documents.

    What a holder states about a position stands: nothing else about it is ascribed to the holder, however it follows.
    """
    chosen = sorted(corpus.documents if documents is None else documents)
    found: dict[Holder, dict[IssueId, dict[tuple[PositionId, Acceptance], list[Evidence]]]] = {}
    implications = Implications.of(corpus)
    starts: dict[Holder, list[tuple[Literal, Evidence]]] = {}
    for document in chosen:
        found.setdefault(Holder(document), {})
        for claim in corpus.claims_of(document):
            _add(claim, corpus, found)
            if implications.steps:
                _start(claim, implications, starts)
    by_holder: dict[Holder, dict[IssueId, Profile]] = {}
    clashes: list[Clash] = []
    for holder in sorted(found, key=lambda holder: holder.order):
        stated = {
            issue: {
                key: Stance(
                    holder=holder,
                    issue=issue,
                    position=key[0],
                    acceptance=key[1],
                    evidence=tuple(sorted(evidence, key=lambda item: item.order)),
                )
                for key, evidence in positions.items()
            }
            for issue, positions in found[holder].items()
        }
        if implications.steps:
            _imply(holder, stated, starts.get(holder, []), implications, clashes)
        by_holder[holder] = {
            issue: _profile(holder, corpus.issues[issue], stated[issue]) for issue in sorted(stated) if stated[issue]
        }
    by_issue: dict[IssueId, dict[Holder, Profile]] = {}
    for holder, profiles in by_holder.items():
        for issue, profile in profiles.items():
            by_issue.setdefault(issue, {})[holder] = profile
    return Stances(
        corpus=corpus,
        holders=tuple(by_holder),
        by_issue=dict(sorted(by_issue.items())),
        by_holder=by_holder,
        clashes=tuple(clashes),
    )


def exclusions(profile: Profile, issue: Issue) -> Iterator[Stance]:
    """The rejections that follow from accepting positions which exclude others, in the order of the positions."""
    settled = {stance.position for stance in profile.stances}
    accepted = {stance.position: stance for stance in profile.accepted}
    exclusion = Exclusion(issue, accepted)
    for position in issue.positions:
        if position.id in settled or not exclusion.count(position.id):
            continue
        reason = accepted[next(exclusion.excluded(position.id))]
        yield _counterpart(reason, position.id, Acceptance.REJECTED, Ground.EXCLUSION)


def at_odds(one: Stance, other: Stance, issue: Issue) -> bool:
    """Whether nobody can hold both: two answers at once."""
    if one.position == other.position:
        return one.acceptance is not other.acceptance
    accepted = Acceptance.ACCEPTED
    if one.acceptance is accepted and other.acceptance is accepted:
        return issue.excludes(one.position, other.position)
    if {one.acceptance, other.acceptance} == {accepted, Acceptance.OPEN}:
        return OPEN in (one.position, other.position) or issue.excludes(one.position, other.position)
    return False


def _add(
    claim: Claim,
    corpus: Corpus,
    found: dict[Holder, dict[IssueId, dict[tuple[PositionId, Acceptance], list[Evidence]]]],
) -> None:
    for actor in claim.holders:
        found.setdefault(Holder(claim.document, actor), {})
    for commitment, answer in shown(claim) if claim.answers else ():
        positions = found.setdefault(commitment.holder, {})
        acceptance = taken(commitment, answer)
        if acceptance is not None and answer.issue in corpus.issues:
            evidence = positions.setdefault(answer.issue, {}).setdefault((answer.position, acceptance), [])
            # Only the same claim can show the same thing again, and all that it shows comes at once.
            own = takewhile(lambda item: item.claim == claim.id, reversed(evidence))
            if commitment.evidence not in own:
                evidence.append(commitment.evidence)


def _start(claim: Claim, implications: Implications, starts: dict[Holder, list[tuple[Literal, Evidence]]]) -> None:
    for commitment in commitments(claim):
        literal = Literal(claim.id, commitment.accepts)
        if literal in implications.steps and not commitment.is_open:
            starts.setdefault(commitment.holder, []).append((literal, commitment.evidence))


def _imply(
    holder: Holder,
    stated: dict[IssueId, StancesByPosition],
    starts: list[tuple[Literal, Evidence]],
    implications: Implications,
    clashes: list[Clash],
) -> None:
    """Adds what follows by links to what is stated, and notes what cannot stand beside it.

    What follows in fewer steps goes before what follows in more.  Of what follows in as many steps and cannot stand
    together, nothing is added.
    """
    evidence: dict[Literal, tuple[Evidence, ...]] = {}
    for issue in sorted(implications.issues & stated.keys()):
        for stance in stated[issue].values():
            if stance.acceptance is not Acceptance.OPEN:
                literal = Literal(PositionRef.of(issue, stance.position), stance.acceptance is Acceptance.ACCEPTED)
                evidence[literal] = stance.evidence
    for literal, item in starts:
        evidence[literal] = (item,)
    if not evidence:
        return
    contested: dict[IssueId, list[Stance]] = {}
    for _, level in groupby(_following(holder, evidence, implications), key=lambda stance: len(stance.chain)):
        free: dict[IssueId, list[Stance]] = {}
        for stance in level:
            record = implications.corpus.issues[stance.issue]
            held = stated.setdefault(stance.issue, {})
            against = [own for _, own in sorted(held.items()) if at_odds(own, stance, record)]
            against += [other for other in contested.get(stance.issue, ()) if _exclude(other, stance, record)]
            clashes += [Clash(own, stance) for own in against]
            told = (stance.position, stance.acceptance) in held or (held and is_yes_or_no(record))
            if not against and not told:
                free.setdefault(stance.issue, []).append(stance)
        for name, stances in free.items():
            record = implications.corpus.issues[name]
            pairs = [pair for pair in combinations(stances, 2) if _exclude(*pair, record)]
            clashes += [Clash(*pair) for pair in pairs]
            rivals = [stance for stance in stances if any(stance in pair for pair in pairs)]
            contested.setdefault(name, []).extend(rivals)
            left = [stance for stance in stances if stance not in rivals]
            for stance in left[:1] if is_yes_or_no(record) else left:
                stated[name][stance.position, stance.acceptance] = stance


def _following(
    holder: Holder, evidence: Mapping[Literal, tuple[Evidence, ...]], implications: Implications
) -> Iterator[Stance]:
    """The stances that follow from what is stated, those of shorter chains first."""
    followed = implications.closure(sorted(evidence))
    for literal, follows in sorted(followed.items(), key=lambda item: (len(item[1].chain), item[0])):
        issue = implications.corpus.issues.get(literal.name.issue) if isinstance(literal.name, PositionRef) else None
        if issue is None or (follows.chain[-1].ground is Ground.EXCLUSION and not is_yes_or_no(issue)):
            continue
        shown = {item.order: item for source in follows.sources for item in evidence[source]}
        yield Stance(
            holder=holder,
            issue=issue.id,
            position=PositionRef(literal.name).position,
            acceptance=Acceptance.ACCEPTED if literal.holds else Acceptance.REJECTED,
            evidence=tuple(shown[order] for order in sorted(shown)),
            chain=follows.chain,
        )


def _exclude(one: Stance, other: Stance, issue: Issue) -> bool:
    """The same as `at_odds`, and to reject one of just two answers is to accept the other."""
    if is_yes_or_no(issue) and one.position != other.position:
        return one.acceptance is other.acceptance and one.acceptance is not Acceptance.OPEN
    return at_odds(one, other, issue)


def _profile(holder: Holder, issue: Issue, kept: StancesByPosition) -> Profile:
    # From what is both accepted and rejected nothing follows.
    if is_yes_or_no(issue) and len(kept) == 1:
        (stance,) = kept.values()
        holds = stance.acceptance is Acceptance.ACCEPTED
        follows = within_issue(issue, stance.position, holds=holds) if stance.acceptance is not Acceptance.OPEN else ()
        for other, therefore, ground in follows:
            acceptance = Acceptance.ACCEPTED if therefore else Acceptance.REJECTED
            kept[other, acceptance] = _counterpart(stance, other, acceptance, ground)
    order = {position.id: place for place, position in enumerate(issue.positions)}
    ordered = sorted(kept.values(), key=lambda stance: (order.get(stance.position, len(order)), stance.acceptance))
    return Profile(holder=holder, issue=issue.id, stances=tuple(ordered), standing=_standing(ordered, issue))


def _counterpart(stance: Stance, position: PositionId, acceptance: Acceptance, ground: Ground) -> Stance:
    source, target = (
        Literal(PositionRef.of(stance.issue, name), does is Acceptance.ACCEPTED)
        for name, does in ((stance.position, stance.acceptance), (position, acceptance))
    )
    chain = Chain(stance.chain if isinstance(stance.chain, Chain) else None, Implication(source, target, ground))
    return attrs.evolve(stance, position=position, acceptance=acceptance, chain=chain)


def _takes_two_sides(stances: Sequence[Stance], issue: Issue) -> bool:
    """Whether any two of them are at odds (see `at_odds`)."""
    if len({stance.position for stance in stances}) < len(stances):
        return True
    by_acceptance: dict[Acceptance, list[PositionId]] = {}
    for stance in stances:
        by_acceptance.setdefault(stance.acceptance, []).append(stance.position)
    accepted, undecided = by_acceptance.get(Acceptance.ACCEPTED, []), by_acceptance.get(Acceptance.OPEN, [])
    exclusion = Exclusion(issue, accepted)
    return any(map(exclusion.count, accepted)) or any(
        position == OPEN or exclusion.count(position) for position in (undecided if accepted else ())
    )


def _standing(stances: list[Stance], issue: Issue) -> IssueStatus:
    if not stances:
        return IssueStatus.SILENT
    if _takes_two_sides(stances, issue):
        return IssueStatus.MIXED
    done = {stance.acceptance for stance in stances}
    if Acceptance.OPEN in done and Acceptance.ACCEPTED not in done:
        return IssueStatus.OPEN
    return IssueStatus.SETTLED
