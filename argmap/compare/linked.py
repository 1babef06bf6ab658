"""Claims, or positions of different issues, that a declared link joins: how those who hold them stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.compare.alignment import Alignment, Side, qualifications
from argmap.compare.commitment import commitments
from argmap.compare.stance import Evidence
from argmap.compare.stances import Stances
from argmap.compare.verdict import Verdict, later
from argmap.language.words import Relation
from argmap.model.ids import IssueId, PositionRef
from argmap.model.link import Link, LinkEnd

_End = tuple[Side, Evidence]
"""One holder's hold on one end of a link, and what shows it."""
_CASES = ((True, True), (True, False), (False, True), (False, False))
"""Whether the source of a link is accepted, and whether its target is."""
_VERDICTS: Mapping[Relation, tuple[Verdict | None, ...]] = {
    # In the order of the cases; where there is none, both can stand together, and that is no finding.
    Relation.SAME_AS: (Verdict.AGREEMENT, Verdict.CONTRADICTION, Verdict.CONTRADICTION, Verdict.AGREEMENT),
    Relation.ENTAILS: (Verdict.AGREEMENT, Verdict.CONTRADICTION, None, Verdict.AGREEMENT),
    Relation.CONTRADICTS: (Verdict.CONTRADICTION, Verdict.AGREEMENT, Verdict.AGREEMENT, Verdict.CONTRADICTION),
    Relation.CONTRARY_TO: (Verdict.CONTRARIETY, Verdict.AGREEMENT, Verdict.AGREEMENT, None),
    Relation.IN_TENSION_WITH: (Verdict.TENSION, None, None, None),
    Relation.SUPERSEDES: (Verdict.SUPERSEDED, None, None, None),
    Relation.UNRELATED_TO: (None, None, None, None),
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
    for one, shown in _ends(link.source, stances):
        for other, shown_there in targets:
            verdict = _VERDICTS[link.relation][_CASES.index((one.accepts, other.accepts))]
            if verdict is None:
                continue
            reserves = qualifications(shown, shown_there) if verdict is Verdict.AGREEMENT else ()
            newer = one.holder if verdict is Verdict.SUPERSEDED else None
            order = later(shown.period, shown_there.period) if verdict.is_conflict else 0
            if order:
                verdict, newer = Verdict.SUPERSEDED, one.holder if order > 0 else other.holder
            verdict = Verdict.QUALIFIED_AGREEMENT if reserves else verdict
            yield Alignment(one=one, other=other, verdict=verdict, subject=link, qualifications=reserves, newer=newer)


def _ends(end: LinkEnd, stances: Stances) -> list[_End]:
    if isinstance(end, PositionRef):
        return [
            (Side(holder=holder, stances=(stance,), claims=stance.claims, accepts=True), stance.evidence[0])
            for holder, profile in stances.by_issue.get(end.issue, {}).items()
            for stance in profile.accepted
            if stance.position == end.position
        ]
    claim = stances.corpus.claims.get(end)
    ends = [
        (Side(holder=commitment.holder, claims=(end,), accepts=commitment.accepts), commitment.evidence)
        for commitment in (commitments(claim) if claim is not None else ())
        if commitment.holder in stances.by_holder and not commitment.is_open
    ]
    return sorted(ends, key=lambda end: end[0].holder.order)
