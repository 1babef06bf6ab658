"""Claims -> the stances of every holder on every issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from argmap.compare.implication import Consequence, Implications, Word, within_issue
from argmap.compare.stance import Acceptance, Chain, Ground, Implication, IssueStatus, Literal, Profile, Stance
from argmap.compare.stated import settle, settled_by, shown_by
from argmap.judge.assertion import Assertion, Commitment, commitments
from argmap.judge.concessions import conceded
from argmap.judge.force import Direction
from argmap.judge.held import Held
from argmap.judge.holder import Holder
from argmap.judge.pairs import points_alike
from argmap.judge.questions import Answer, Question, judge_answers, questions_of
from argmap.judge.strength import Scale
from argmap.language.words import OPEN, Kind
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionId, PositionRef


@attrs.frozen
class Clash:
    """What would follow from what a holder states, but cannot stand beside something else.

    Attributes:
        held: What the holder states: it stands.  Or what follows too: then neither is ascribed to the holder.
        implied: What is ascribed to nobody.
    """

    held: Stance
    implied: Stance

    @property
    def leaves_neither(self) -> bool:
        """Whether the holder is said to hold neither."""
        return bool(self.held.chain)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Stances:
    """Who holds what.

    Attributes:
        questions: Every issue, with what is declared about its answers.
        held: What holders give without reserve, where anybody makes a condition; else None.
        holders: All of them, sorted: the author of every document, and every actor to whom something is ascribed.
        by_issue: Profiles that are not silent, issues sorted by id, holders sorted.
        by_holder: The same profiles, the other way round.
        clashes: What follows by links against what the same holder states, or against what follows too.
        conceded: The claims that their authors only grant.
    """

    corpus: Corpus
    questions: Mapping[IssueId, Question]
    held: Held | None
    holders: tuple[Holder, ...]
    by_issue: Mapping[IssueId, Mapping[Holder, Profile]]
    by_holder: Mapping[Holder, Mapping[IssueId, Profile]]
    clashes: tuple[Clash, ...] = ()
    conceded: frozenset[ClaimId] = frozenset()

    def profile(self, holder: Holder, issue: IssueId) -> Profile:
        """What a holder does with an issue; a silent profile where that is nothing."""
        found = self.by_issue.get(issue, {}).get(holder)
        return found if found is not None else Profile(holder=holder, issue=issue)

    def settled(self, commitment: Commitment) -> Assertion:
        """What a holder says of a claim, without the conditions that it accepts elsewhere."""
        return settled_by(commitment, self.held)


def gather(
    corpus: Corpus,
    documents: Iterable[DocumentId] | None = None,
    *,
    granted: Mapping[DocumentId, frozenset[ClaimId]] | None = None,
) -> Stances:
    """The stances that the claims of a corpus show, or of some of its documents.

    What a holder states about a position stands: nothing that cannot stand beside it is ascribed to the holder, however
    it follows.

    Args:
        corpus: The records.
        documents: Whose claims; by default those of all.
        granted: What each of them only grants, where `corpus` does not have all of their claims.
    """
    chosen = sorted(corpus.documents if documents is None else documents)
    questions = questions_of(corpus)
    if granted is None:
        granted = {document: conceded(corpus.documents[document], corpus) for document in chosen}
    found = shown_by(corpus, chosen, granted)
    given = settle(corpus, questions, granted, found)
    implications = Implications.of(corpus, questions)
    starts = _starts(corpus, chosen, granted, implications, given) if implications.steps else {}
    by_holder: dict[Holder, dict[IssueId, Profile]] = {}
    clashes: list[Clash] = []
    for holder in sorted(found, key=lambda holder: holder.order):
        stated = {
            issue: {key: _stance(holder, issue, *key, evidence) for key, evidence in positions.items()}
            for issue, positions in found[holder].items()
        }
        if implications.steps:
            clashes += _imply(holder, stated, starts.get(holder, {}), implications)
        by_holder[holder] = {
            issue: _profile(holder, questions[issue], stated[issue]) for issue in sorted(stated) if stated[issue]
        }
    by_issue: dict[IssueId, dict[Holder, Profile]] = {}
    for holder, profiles in by_holder.items():
        for issue, profile in profiles.items():
            by_issue.setdefault(issue, {})[holder] = profile
    return Stances(
        corpus=corpus,
        questions=questions,
        held=given,
        holders=tuple(by_holder),
        by_issue=dict(sorted(by_issue.items())),
        by_holder=by_holder,
        clashes=tuple(clashes),
        conceded=frozenset(claim for claims in granted.values() for claim in claims),
    )


def exclusions(profile: Profile, question: Question) -> Iterator[Stance]:
    """The rejections that follow from accepting positions which exclude others, in the order of the positions."""
    stated = {stance.position for stance in profile.stances}
    accepted = {stance.position: stance for stance in profile.accepted}
    exclusion = question.exclusion(accepted)
    for position in question.issue.positions:
        if position.id not in stated and exclusion.count(position.id):
            reason = accepted[next(exclusion.excluded(position.id))]
            yield _counterpart(reason, position.id, Acceptance.REJECTED, Ground.EXCLUSION)


def clashing(stances: Sequence[Stance], question: Question) -> Iterator[tuple[Stance, Stance]]:
    """The pairs of one holder's stances that nobody can hold together, in the order of the stances.

    Only positions that bear on each other are looked at, so that many answers which can stand together cost little.
    """
    places: dict[PositionId, list[int]] = {}
    for place, stance in enumerate(stances):
        places.setdefault(stance.position, []).append(place)
    exclusion = question.exclusion(places)
    for place, stance in enumerate(stances):
        if stance.position == OPEN:
            near: Iterable[PositionId] = places
        else:
            near = {stance.position, PositionId(OPEN), *exclusion.excluded(stance.position)}
        for other in sorted(later for name in near for later in places.get(name, ()) if later > place):
            if at_odds(stance, stances[other], question):
                yield stance, stances[other]


def at_odds(one: Stance, other: Stance, question: Question) -> bool:
    """Whether nobody can hold both: two answers at once, of which neither is only granted or made on a condition."""
    if one.is_counterpart or other.is_counterpart:
        return False
    if OPEN in (one.position, other.position):
        left, rest = (one, other) if one.position == OPEN else (other, one)
        answers = rest.acceptance is Acceptance.ACCEPTED or question.opposite(rest.position) is not None
        return rest.position != OPEN and answers and any(map(_counts, left.evidence)) and _is_firm(rest)
    return any(
        _counts(mine)
        and _counts(yours)
        and judge_answers(Answer(one.position, mine), Answer(other.position, yours), question).is_for_two
        for mine in one.evidence
        for yours in other.evidence
    )


def _counts(item: Assertion) -> bool:
    """Whether it is said without reserve."""
    return item.is_main and not item.conditions


def _is_firm(stance: Stance) -> bool:
    return any(_counts(item) and item.force.is_firm(item.force.own_scale) for item in stance.evidence)


def _starts(
    corpus: Corpus,
    documents: Iterable[DocumentId],
    granted: Mapping[DocumentId, frozenset[ClaimId]],
    implications: Implications,
    given: Held | None,
) -> dict[Holder, dict[Literal, list[Assertion]]]:
    """What every holder does with claims at the ends of links, as far as links pass it on."""
    found: dict[Holder, dict[Literal, list[Assertion]]] = {}
    for document in documents:
        for claim in corpus.claims_of(document):
            if Literal(claim.id, True) not in implications.steps and Literal(claim.id, False) not in implications.steps:
                continue
            for commitment in commitments(claim, corpus.documents[document].date, granted[document]):
                literal, said = Literal(claim.id, commitment.accepts), settled_by(commitment, given)
                if literal in implications.steps and said.carries:
                    found.setdefault(commitment.holder, {}).setdefault(literal, []).append(said)
    return found


def _stance(
    holder: Holder, issue: IssueId, position: PositionId, acceptance: Acceptance, evidence: Iterable[Assertion]
) -> Stance:
    ordered = tuple(sorted(evidence, key=lambda item: item.order))
    return Stance(holder=holder, issue=issue, position=position, acceptance=acceptance, evidence=ordered)


def _imply(
    holder: Holder,
    stated: dict[IssueId, dict[tuple[PositionId, Acceptance], Stance]],
    starts: Mapping[Literal, list[Assertion]],
    implications: Implications,
) -> list[Clash]:
    """Adds what follows by links to what is stated; gives what cannot stand beside it.

    All that follows is found first.  What cannot stand beside what is stated, and both of two that cannot stand beside
    each other, are ascribed to nobody, and nothing follows from them.
    """
    sources = dict(starts)
    for issue in sorted(implications.issues & stated.keys()):
        for stance in stated[issue].values():
            carrying = [item for item in stance.evidence if item.carries]
            if carrying and stance.position != OPEN:
                accepts = stance.acceptance is Acceptance.ACCEPTED
                sources[Literal(PositionRef.of(issue, stance.position), accepts)] = carrying
    if not sources:
        return []
    clashes: list[Clash] = []
    barred: set[Literal] = set()
    following = _following(holder, sources, implications, barred)
    for issue, stances in following.items():
        question = implications.questions[issue]
        for own, stance in clashing((*stated.get(issue, {}).values(), *stances), question):
            # What is stated comes first, and against itself it is no strain of links.
            if stance.chain:
                clashes.append(Clash(own, stance))
                barred.update(one.chain[-1].target for one in (own, stance) if one.chain)
    if barred:
        following = _following(holder, sources, implications, barred)
    for issue, stances in following.items():
        question, kept = implications.questions[issue], stated.setdefault(issue, {})
        for stance in stances:
            # Of two that follow in as many steps neither is told by the other: their order is but that of their names.
            nearer = (other for other in kept.values() if len(other.chain) < len(stance.chain))
            if not any(_says_the_same(other, stance, question) for other in nearer):
                kept[stance.position, stance.acceptance] = stance
    return clashes


def _says_the_same(one: Stance, other: Stance, question: Question) -> bool:
    directions = one.evidence[0].force.direction, other.evidence[0].force.direction
    if Direction.NEITHER in directions:
        return one.position in (other.position, OPEN)
    return points_alike(*directions, question.between(one.position, other.position))


def _following(
    holder: Holder, sources: Mapping[Literal, list[Assertion]], implications: Implications, barred: set[Literal]
) -> dict[IssueId, list[Stance]]:
    """The stances that follow from what is stated, by issue, those of shorter chains first."""
    found: dict[IssueId, list[Stance]] = {}
    followed = implications.closure(sorted(sources), barred)
    for literal, follows in sorted(followed.items(), key=lambda item: (len(item[1].chain), item[0])):
        name = literal.name
        if not isinstance(name, PositionRef) or name.issue not in implications.questions:
            continue
        if follows.chain[-1].ground in (Ground.EXCLUSION, Ground.ONLY_OTHER):
            continue
        evidence = _passed_on(literal, follows, sources, implications)
        if evidence:
            acceptance = Acceptance.ACCEPTED if literal.holds else Acceptance.REJECTED
            stance = _stance(holder, name.issue, name.position, acceptance, evidence)
            found.setdefault(name.issue, []).append(attrs.evolve(stance, chain=follows.chain))
    return found


def _passed_on(
    literal: Literal, follows: Consequence, sources: Mapping[Literal, list[Assertion]], implications: Implications
) -> list[Assertion]:
    """What the sources say of what follows: with their own word and time, but never a duty of what is a fact."""
    name = literal.name
    asked = implications.questions[name.issue].issue.kind if isinstance(name, PositionRef) else None
    policy = asked is Kind.POLICY
    found: list[Assertion] = []
    for source in follows.sources:
        for assertion in sources[source]:
            if follows.factual and assertion.force.own_scale is Scale.DUTY:
                continue
            said = _said(assertion, follows.most, policy=policy, same=source.holds is literal.holds)
            if said not in found:
                found.append(said)
    return found


def _said(assertion: Assertion, most: Word | None, *, policy: bool, same: bool) -> Assertion:
    """What an assertion says of what follows from it: with its own word, or a weaker one on the way."""
    own = Word(assertion.force if same else assertion.force.mirrored, assertion.strength)
    word = own if most is None else own.weaker(most)
    force = word.force.read_on(Scale.DUTY) if policy else word.force
    return assertion._replace(force=force, strength=word.strength)


def _profile(holder: Holder, question: Question, kept: dict[tuple[PositionId, Acceptance], Stance]) -> Profile:
    issue = question.issue
    # From what is both accepted and rejected nothing follows.
    if len(kept) == 1:
        (stance,) = kept.values()
        if stance.acceptance is not Acceptance.OPEN and question.opposite(stance.position) is not None:
            holds = stance.acceptance is Acceptance.ACCEPTED
            for other, therefore, ground in within_issue(question, stance.position, holds=holds):
                if other == question.opposite(stance.position):
                    acceptance = Acceptance.ACCEPTED if therefore else Acceptance.REJECTED
                    kept[other, acceptance] = _counterpart(stance, other, acceptance, ground)
    order = {position.id: place for place, position in enumerate(issue.positions)}
    ordered = sorted(kept.values(), key=lambda stance: (order.get(stance.position, len(order)), stance.acceptance))
    return Profile(holder=holder, issue=issue.id, stances=tuple(ordered), standing=_standing(ordered, question))


def _counterpart(stance: Stance, position: PositionId, acceptance: Acceptance, ground: Ground) -> Stance:
    source, target = (
        Literal(PositionRef.of(stance.issue, name), does is Acceptance.ACCEPTED)
        for name, does in ((stance.position, stance.acceptance), (position, acceptance))
    )
    chain = Chain(stance.chain if isinstance(stance.chain, Chain) else None, Implication(source, target, ground))
    return attrs.evolve(stance, position=position, acceptance=acceptance, chain=chain)


def _standing(stances: list[Stance], question: Question) -> IssueStatus:
    if not stances:
        return IssueStatus.SILENT
    if any(clashing(stances, question)):
        return IssueStatus.MIXED
    done = {stance.acceptance for stance in stances}
    if Acceptance.OPEN in done and Acceptance.ACCEPTED not in done:
        return IssueStatus.OPEN
    return IssueStatus.SETTLED
