"""What a comparison says of single claims: with whom each is at odds, and which reported views the author rejects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from argmap.compare.agreement import Group, tally
from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder, identities
from argmap.judge.verdict import Verdict
from argmap.model.ids import ClaimId, IssueId
from argmap.wording.names import document_labels

_MARKED = (Verdict.CONTRADICTION, Verdict.CONTRARIETY, Verdict.OPPOSED, Verdict.CONDITIONAL, Verdict.TENSION)
_MOST = 8
"""Groups of holders who answer alike, against which a claim is held."""


@attrs.frozen
class ClaimMark:
    """What one claim is to other texts.

    Attributes:
        verdict: The gravest.
        others: The texts to which that is so, by what pictures call them, sorted.
    """

    verdict: Verdict
    others: tuple[str, ...]


@attrs.frozen
class ClaimMarks:
    """The marks of claims.

    Attributes:
        at_odds: By claim; those that nobody is at odds with have none.
        rejected: The claims that the author of a text only reports, and answers otherwise.
    """

    at_odds: Mapping[ClaimId, ClaimMark] = attrs.field(factory=dict)
    rejected: frozenset[ClaimId] = frozenset()

    def of(self, claims: Mapping[ClaimId, object]) -> ClaimMarks:
        """Those of some claims alone."""
        return ClaimMarks(
            {claim: mark for claim, mark in self.at_odds.items() if claim in claims},
            frozenset(claim for claim in claims if claim in self.rejected),
        )


def claim_marks(comparison: Comparison) -> ClaimMarks:
    """The marks of all claims of a comparison."""
    labels = document_labels(comparison.documents, comparison.corpus)
    found: dict[ClaimId, dict[Verdict, set[str]]] = {}
    for alignment in _at_odds(comparison):
        for side, other in ((alignment.one, alignment.other), (alignment.other, alignment.one)):
            for claim in side.claims:
                by_verdict = found.setdefault(claim, {})
                by_verdict.setdefault(alignment.verdict, set()).add(labels[other.holder.document])
    marks = {}
    for claim, by_verdict in sorted(found.items()):
        cannot = [verdict for verdict in by_verdict if verdict.is_cannot]
        gravest = cannot or [min(by_verdict, key=lambda verdict: verdict.rank)]
        others = set().union(*(by_verdict[verdict] for verdict in gravest))
        marks[claim] = ClaimMark(min(gravest, key=lambda verdict: verdict.rank), tuple(sorted(others)))
    return ClaimMarks(marks, frozenset(_rejected(comparison)))


def _at_odds(comparison: Comparison) -> Iterator[Alignment]:
    """Alignments of authors that leave a mark: on each issue every author with one of each group that is at odds."""
    authors = frozenset(comparison.authors)
    for issue in comparison.stances.by_issue:
        counted = tally(comparison, issue, authors)
        for place, group in enumerate(counted.groups):
            against = [at for at in range(len(counted.groups)) if counted.verdicts[place][at] in _MARKED]
            for number in against[:_MOST]:
                yield from _between(group, counted.groups[number], issue, comparison)
    for (one, other), alignments in comparison.linked.items():
        if one in authors and other in authors and not is_one_author(one, other, comparison):
            yield from (alignment for alignment in alignments if alignment.verdict in _MARKED)


def _between(group: Group, other: Group, issue: IssueId, comparison: Comparison) -> Iterator[Alignment]:
    first = other.holders[0]
    for holder in group.holders:
        if not is_one_author(holder, first, comparison):
            alignment = comparison.align(holder, first, issue)
            if alignment is not None and alignment.verdict in _MARKED:
                yield alignment


def is_one_author(one: Holder, other: Holder, comparison: Comparison) -> bool:
    """Whether two texts are by one author, who is not at odds with itself: what changes is told elsewhere."""
    mine = identities(one, comparison.corpus)
    return one == other or not set(mine).isdisjoint(identities(other, comparison.corpus))


def _rejected(comparison: Comparison) -> Iterator[ClaimId]:
    for issue, speaking in comparison.stances.by_issue.items():
        for actor in speaking:
            author = Holder(actor.document)
            if actor.is_author or author not in speaking:
                continue
            alignment = comparison.align(author, actor, issue)
            if alignment is not None and alignment.verdict.is_cannot:
                yield from alignment.other.claims
