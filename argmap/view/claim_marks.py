"""What a comparison says of single claims: with whom each is at odds, and which reported views the author rejects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from argmap.compare.agreement import Group, tally
from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder, identities
from argmap.judge.verdict import Verdict
from argmap.language.words import Attitude
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
    for claims, verdict, others in _at_odds(comparison):
        for claim in claims:
            found.setdefault(claim, {}).setdefault(verdict, set()).update(labels[one.document] for one in others)
    marks = {}
    for claim, by_verdict in sorted(found.items()):
        cannot = [verdict for verdict in by_verdict if verdict.is_cannot]
        gravest = cannot or [min(by_verdict, key=lambda verdict: verdict.rank)]
        names = set().union(*(by_verdict[verdict] for verdict in gravest))
        marks[claim] = ClaimMark(min(gravest, key=lambda verdict: verdict.rank), tuple(sorted(names)))
    return ClaimMarks(marks, frozenset(_rejected(comparison)))


_Odds = tuple[tuple[ClaimId, ...], Verdict, Sequence[Holder]]
"""Claims, how they stand to what others say, and who these are."""


def _at_odds(comparison: Comparison) -> Iterator[_Odds]:
    """Authors that are at odds: on each issue every author with each group that answers alike, then over links."""
    authors = frozenset(comparison.authors)
    for issue in comparison.stances.by_issue:
        counted = tally(comparison, issue, authors)
        for place, group in enumerate(counted.groups):
            against = [at for at in range(len(counted.groups)) if counted.verdicts[place][at] in _MARKED]
            for number in against[:_MOST]:
                yield from _between(group, counted.groups[number], issue, comparison)
    for (one, other), alignments in comparison.linked.items():
        if one in authors and other in authors and not is_one_author(one, other, comparison):
            for found in alignments:
                if found.verdict in _MARKED:
                    yield found.one.claims, found.verdict, (found.other.holder,)
                    yield found.other.claims, found.verdict, (found.one.holder,)


def _between(group: Group, other: Group, issue: IssueId, comparison: Comparison) -> Iterator[_Odds]:
    for holder in group.holders:
        others = [one for one in other.holders if not is_one_author(holder, one, comparison)]
        alignment = comparison.align(holder, others[0], issue) if others else None
        if alignment is not None and alignment.verdict in _MARKED:
            yield alignment.one.claims, alignment.verdict, others


def is_one_author(one: Holder, other: Holder, comparison: Comparison) -> bool:
    """Whether two texts are by one author, who is not at odds with itself: what changes is told elsewhere."""
    mine = identities(one, comparison.corpus)
    return one == other or not set(mine).isdisjoint(identities(other, comparison.corpus))


def _rejected(comparison: Comparison) -> Iterator[ClaimId]:
    claims = comparison.corpus.claims
    for issue, speaking in comparison.stances.by_issue.items():
        for actor in speaking:
            author = Holder(actor.document)
            if actor.is_author or author not in speaking:
                continue
            alignment = comparison.align(author, actor, issue)
            if alignment is not None and alignment.verdict.is_cannot:
                yield from (one for one in alignment.other.claims if claims[one].attitude is Attitude.REPORTS)
