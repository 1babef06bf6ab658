"""Claims, or positions of different issues, that a declared link joins: how those who hold them stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from argmap.compare.alignment import Alignment, Side, qualifications
from argmap.compare.commitment import commitments
from argmap.compare.holder import Holder
from argmap.compare.stance import Acceptance, Evidence, Stance
from argmap.compare.stances import Stances
from argmap.compare.verdict import Verdict, later
from argmap.language.words import Relation
from argmap.model.ids import ClaimId, IssueId, PositionRef
from argmap.model.link import Link, LinkEnd


@attrs.frozen
class _End:
    """One holder's hold on one end of a link."""

    holder: Holder
    accepts: bool
    evidence: Evidence
    claims: tuple[ClaimId, ...]
    stances: tuple[Stance, ...] = ()


_VERDICTS: Mapping[Relation, Mapping[tuple[bool, bool], Verdict]] = {
    # (the source is accepted, the target is accepted); what is left out can stand together and is no finding.
    Relation.SAME_AS: {
        (True, True): Verdict.AGREEMENT,
        (False, False): Verdict.AGREEMENT,
        (True, False): Verdict.CONTRADICTION,
        (False, True): Verdict.CONTRADICTION,
    },
    Relation.ENTAILS: {
        (True, True): Verdict.AGREEMENT,
        (False, False): Verdict.AGREEMENT,
        (True, False): Verdict.CONTRADICTION,
    },
    Relation.CONTRADICTS: {
        (True, True): Verdict.CONTRADICTION,
        (False, False): Verdict.CONTRADICTION,
        (True, False): Verdict.AGREEMENT,
        (False, True): Verdict.AGREEMENT,
    },
    Relation.CONTRARY_TO: {
        (True, True): Verdict.CONTRARIETY,
        (True, False): Verdict.AGREEMENT,
        (False, True): Verdict.AGREEMENT,
    },
    Relation.IN_TENSION_WITH: {(True, True): Verdict.TENSION},
    Relation.SUPERSEDES: {(True, True): Verdict.SUPERSEDED},
}


def linked(stances: Stances) -> Iterator[Alignment]:
    """An alignment for each link and each two holders whom it brings together, sorted by link and holders.

    A holder whom a link brings together with itself is in it too, on both sides: its conflicts are inconsistencies (see
    `argmap.compare.inconsistency`).  The first side is always that of the link's source.  Links that say nothing of how
    the holders stand are left out: ``unrelated-to``, and ends that can stand together as they are held.  Of positions,
    only declared tensions across issues are here, since all else that links say of them shows on the issues themselves.
    """
    seen: set[tuple[str, str, str]] = set()
    for link in sorted(stances.corpus.links, key=lambda link: (link.source, link.relation, link.target, link.why)):
        key = (link.source, link.relation.value, link.target)
        if link.source == link.target or key in seen:
            continue
        seen.add(key)
        if not link.between_positions or _across(link):
            yield from _alignments(link, stances)


def tensions_of(stances: Stances) -> Mapping[IssueId, frozenset[frozenset[str]]]:
    """The declared tensions between positions of one issue, as pairs of position ids."""
    found: dict[IssueId, set[frozenset[str]]] = {}
    for link in stances.corpus.links:
        ends = [end for end in (link.source, link.target) if isinstance(end, PositionRef)]
        if ends and link.relation is Relation.IN_TENSION_WITH and not _across(link):
            found.setdefault(ends[0].issue, set()).add(frozenset(end.position for end in ends))
    return {issue: frozenset(pairs) for issue, pairs in found.items()}


def _across(link: Link) -> bool:
    """Whether a link joins positions of two issues that pull apart."""
    issues = {end.issue for end in link.ends if isinstance(end, PositionRef)}
    return link.relation is Relation.IN_TENSION_WITH and len(issues) > 1


def _alignments(link: Link, stances: Stances) -> Iterator[Alignment]:
    targets = _ends(link.target, stances)
    for one in _ends(link.source, stances):
        for other in targets:
            verdict = _VERDICTS.get(link.relation, {}).get((one.accepts, other.accepts))
            if verdict is not None:
                yield _alignment(link, verdict, one, other)


def _alignment(link: Link, verdict: Verdict, one: _End, other: _End) -> Alignment:
    reserves = qualifications(one.evidence, other.evidence) if verdict is Verdict.AGREEMENT else ()
    newer = one.holder if verdict is Verdict.SUPERSEDED else None
    order = later(one.evidence.period, other.evidence.period) if verdict.is_conflict else 0
    if order:
        verdict, newer = Verdict.SUPERSEDED, one.holder if order > 0 else other.holder
    return Alignment(
        one=_side(one),
        other=_side(other),
        verdict=Verdict.QUALIFIED_AGREEMENT if reserves else verdict,
        subject=link,
        qualifications=reserves,
        newer=newer,
    )


def _side(end: _End) -> Side:
    return Side(holder=end.holder, stances=end.stances, claims=end.claims, accepts=end.accepts)


def _ends(end: LinkEnd, stances: Stances) -> list[_End]:
    known = stances.by_holder
    if isinstance(end, PositionRef):
        held = [
            stance
            for profile in stances.by_issue.get(end.issue, {}).values()
            for stance in profile.stances
            if stance.position == end.position and stance.acceptance is Acceptance.ACCEPTED
        ]
        return [_End(stance.holder, True, stance.evidence[0], stance.claims, (stance,)) for stance in held]
    claim = stances.corpus.claims.get(end)
    committed = commitments(claim) if claim is not None else ()
    ends = [
        _End(commitment.holder, commitment.accepts, commitment.evidence, (end,))
        for commitment in committed
        if commitment.holder in known and not commitment.is_open
    ]
    return sorted(ends, key=lambda end: end.holder.order)
