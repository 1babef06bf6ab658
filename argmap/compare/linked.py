"""Claims, or positions of different issues, that a declared link joins: how those who hold them stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from argmap.compare.alignment import OF_TWO_TIMES, Alignment, Side, conditions_between, newer_of
from argmap.compare.stance import Profile
from argmap.compare.stances import Stances
from argmap.judge.assertion import Assertion, commitments
from argmap.judge.conditions import UNCONDITIONAL
from argmap.judge.force import Direction
from argmap.judge.holder import Holder
from argmap.judge.holders import dependences_between
from argmap.judge.pairs import Between, Judgement, judge
from argmap.judge.pairs import Relation as Declared
from argmap.judge.questions import Dependences
from argmap.judge.verdict import Reason, Verdict
from argmap.language.words import Relation
from argmap.model.ids import ClaimId, PositionRef
from argmap.model.link import Link, LinkEnd

_End = tuple[Side, tuple[Assertion, ...]]
"""One holder's hold on one end of a link, and what shows it."""
_BETWEEN: Mapping[Relation, Between] = {
    Relation.SAME_AS: Between.SAME,
    Relation.ENTAILS: Between.ENTAILS,
    Relation.CONTRADICTS: Between.EXHAUSTIVE,
    Relation.CONTRARY_TO: Between.EXCLUSIVE,
    Relation.IN_TENSION_WITH: Between.COMPATIBLE,
    Relation.SUPERSEDES: Between.COMPATIBLE,
}


def linked(stances: Stances) -> Iterator[Alignment]:
    """An alignment for each link and each two holders whom it brings together, sorted by link and holders.

    Two claims that several links join are told once, by the link that says most.  A holder whom a link brings together
    with itself is in it too, on both sides: its conflicts are inconsistencies (see `argmap.compare.inconsistency`).
    The first side is always that of the link's source.  Links that say nothing of how the holders stand are left out:
    ``unrelated-to``, and ends that can stand together as they are held.  Of positions, only declared tensions across
    issues are here, since all else that links say of them shows on the issues themselves.
    """
    between: dict[frozenset[LinkEnd], list[Link]] = {}
    for link in sorted(stances.corpus.links, key=lambda link: (link.source, link.relation, link.target, link.why)):
        if link.source == link.target or link.relation is Relation.UNRELATED_TO:
            continue
        if not link.between_positions or _across(link):
            between.setdefault(link.ends, []).append(link)
    for links in between.values():
        supersedes = any(link.relation is Relation.SUPERSEDES for link in links)
        told: dict[frozenset[tuple[LinkEnd, Holder, bool | None]], list[Alignment]] = {}
        for link in links:
            for found in _alignments(link, stances, supersedes=supersedes):
                key = frozenset(
                    (end, side.holder, side.accepts)
                    for end, side in ((link.source, found.one), (link.target, found.other))
                )
                told.setdefault(key, []).append(found)
        yield from map(_told, told.values())


def _told(found: Sequence[Alignment]) -> Alignment:
    """Of what several links say of the same claims, that which says most."""
    most = min(found, key=_order)
    newer = {one.newer for one in found if one.verdict is most.verdict and one.newer is not None}
    # Where each is said to take the place of the other, neither is.
    return attrs.evolve(most, newer=next(iter(newer)) if len(newer) == 1 else None)


def _order(found: Alignment) -> tuple[object, ...]:
    relation = str(found.link.relation) if found.link is not None else ""
    return (found.verdict.rank, found.feasible, found.reason or "", found.qualifications, relation)


def _across(link: Link) -> bool:
    """Whether a link joins positions of two issues that pull apart."""
    issues = {end.issue for end in link.ends if isinstance(end, PositionRef)}
    return link.relation is Relation.IN_TENSION_WITH and len(issues) > 1


def _alignments(link: Link, stances: Stances, *, supersedes: bool) -> Iterator[Alignment]:
    targets = _ends(link.target, stances)
    for one, shown in _ends(link.source, stances):
        for other, shown_there in targets:
            if not _is_told_elsewhere(link, one, other, stances):
                dependences = dependences_between(one.holder, other.holder, stances.held)
                pairs = [(mine, yours) for mine in shown for yours in shown_there]
                judged = [_judged(link, mine, yours, dependences, supersedes=supersedes) for mine, yours in pairs]
                place = min(range(len(judged)), key=lambda number: judged[number].verdict.rank)
                found, (mine, yours) = judged[place], pairs[place]
                if found.verdict is not Verdict.COMPATIBLE:
                    asks = conditions_between(mine, yours, (one.holder, other.holder), stances.held)
                    yield Alignment(
                        one=attrs.evolve(one, evidence=_first(mine, shown), asks=asks[0]),
                        other=attrs.evolve(other, evidence=_first(yours, shown_there), asks=asks[1]),
                        verdict=found.verdict,
                        reason=found.reason,
                        feasible=found.feasible,
                        subject=link,
                        qualifications=found.qualifications,
                        newer=_newer(found, link, (one.holder, other.holder), mine, yours),
                    )


def _first(chosen: Assertion, shown: tuple[Assertion, ...]) -> tuple[Assertion, ...]:
    return (chosen, *(item for item in shown if item is not chosen))


def _judged(
    link: Link, one: Assertion, other: Assertion, dependences: Dependences | None, *, supersedes: bool
) -> Judgement:
    """The two claims as positions of a pair (see `argmap.judge.pairs`)."""
    if link.relation is Relation.SUPERSEDES:
        return _superseding(one, other)
    tension = link.relation is Relation.IN_TENSION_WITH
    relation = Declared(_BETWEEN[link.relation], in_tension=tension, supersedes=supersedes)
    depends = dependences is not None and (one.conditions or other.conditions)
    return judge(one, other, relation, dependences(one, other) if dependences and depends else UNCONDITIONAL)


def _superseding(one: Assertion, other: Assertion) -> Judgement:
    """What takes the place of a forecast overtakes it; where an end is not held, nothing follows."""
    if not one.force.direction is other.force.direction is Direction.FOR:
        return Judgement(Verdict.COMPATIBLE)
    overtakes = other.time.is_prediction
    return Judgement(Verdict.OVERTAKEN if overtakes else Verdict.SUPERSEDED, Reason.LINK)


def _newer(
    found: Judgement, link: Link, holders: tuple[Holder, Holder], one: Assertion, other: Assertion
) -> Holder | None:
    if found.verdict not in OF_TWO_TIMES:
        return None
    return holders[0] if link.relation is Relation.SUPERSEDES else newer_of(holders, one.time, other.time)


def _is_told_elsewhere(link: Link, one: Side, other: Side, stances: Stances) -> bool:
    """Whether both claims answer one issue for the two holders, or an answer follows from one: the issue decides."""
    if link.between_positions or one.holder == other.holder:
        return False
    claims = stances.corpus.claims
    answered = [
        {answer.issue for answer in claims[end].answers if answer.holder in (None, side.holder.actor)}
        for end, side in ((link.source, one), (link.target, other))
        if isinstance(end, ClaimId)
    ]
    if bool(answered) and bool(set.intersection(*answered)):
        return True
    return any(
        _shows(stances.profile(one.holder, issue), link.source)
        and _shows(stances.profile(other.holder, issue), link.target)
        for issue in sorted(set().union(*answered))
    )


def _shows(profile: Profile, end: LinkEnd) -> bool:
    return any(item.claim == end for stance in profile.stances for item in stance.evidence)


def _ends(end: LinkEnd, stances: Stances) -> list[_End]:
    if isinstance(end, PositionRef):
        return [
            _end(Side(holder=holder, stances=(stance,), claims=stance.claims, accepts=True), shown)
            for holder, profile in stances.by_issue.get(end.issue, {}).items()
            for stance in profile.accepted
            if stance.position == end.position
            and (shown := tuple(item for item in stance.evidence if not item.shown_only))
        ]
    claim = stances.corpus.claims.get(end)
    if claim is None or claim.document not in stances.corpus.documents:
        return []
    date = stances.corpus.documents[claim.document].date
    ends = [
        _end(Side(holder=commitment.holder, claims=(end,), accepts=commitment.accepts), (said,))
        for commitment in commitments(claim, date, stances.conceded)
        if commitment.holder in stances.by_holder
        and not commitment.is_open
        # What is only shown is not judged.
        and not (said := stances.settled(commitment)).shown_only
    ]
    return sorted(ends, key=lambda end: end[0].holder.order)


def _end(side: Side, evidence: tuple[Assertion, ...]) -> _End:
    return attrs.evolve(side, evidence=evidence), evidence
