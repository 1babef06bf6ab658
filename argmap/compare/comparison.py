"""A corpus compared: who holds what, and any two holders beside each other when asked.

Nothing here grows with the pairs of holders until they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from argmap.compare.alignment import Alignment, align
from argmap.compare.cruxes import Beneath, Crux, bears, beneath
from argmap.compare.linked import linked
from argmap.compare.propositions import Reasons, Sayings, propositions_of, reasons_of
from argmap.compare.stance import Literal, Profile
from argmap.compare.stances import Stances, gather
from argmap.compare.support import Resting, Supports, Uses
from argmap.compare.tree import Branch, tree_of
from argmap.judge.dates import precedes
from argmap.judge.holder import Holder, identities, ordered, was_looked_for
from argmap.judge.verdict import Verdict
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.model.link import Link

if TYPE_CHECKING:
    from argmap.check.links_left_out import LinkLeftOut
    from argmap.compare.agreement import Tally

_KEPT = 10_000
"""Alignments that are kept for whoever asks again: all of them would fill the memory in a large corpus."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Comparison:
    """All that a comparison rests on.

    Attributes:
        stances: Of all holders of the documents compared.
        linked: Alignments over links, by the two holders in sorted order; a holder with itself under itself twice.
        documents: Those compared, sorted.
        left_out: Those that are older than asked for, or bear no date to tell, sorted.
        links_left_out: The links that do not count, since they cannot all hold, or say nothing.
        supports: What supports what, found once for all that ask.
        sayings: What claims say, likewise.
        uses: What claims are reasons for, likewise.
    """

    stances: Stances
    linked: Mapping[tuple[Holder, Holder], tuple[Alignment, ...]]
    documents: tuple[DocumentId, ...]
    left_out: tuple[DocumentId, ...] = ()
    links_left_out: tuple[LinkLeftOut, ...] = ()
    _said: dict[Holder, Mapping[Literal, tuple[ClaimId, ...]]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )
    tallies: dict[IssueId, Tally] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """The tallies of all holders, as they are asked for (see `argmap.compare.agreement.tally`)."""
    _bearing: dict[tuple[Holder, Holder], tuple[Alignment, ...]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )
    _beneath: dict[tuple[Holder, Holder, IssueId | Link], Beneath] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )
    _tensions: dict[tuple[Holder, Holder], Mapping[ClaimId, tuple[Alignment, ...]]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )
    _aligned: dict[tuple[Holder, Holder, IssueId], Alignment | None] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )
    supports: Supports = attrs.field(init=False, eq=False, repr=False)
    sayings: Sayings = attrs.field(init=False, eq=False, repr=False)
    uses: Uses = attrs.field(init=False, eq=False, repr=False)

    @supports.default
    def _no_supports(self) -> Supports:
        return Supports(self.stances.corpus)

    @sayings.default
    def _no_sayings(self) -> Sayings:
        return Sayings(self.stances.corpus)

    @uses.default
    def _no_uses(self) -> Uses:
        return Uses(self.supports)

    @property
    def corpus(self) -> Corpus:
        """Where documents, issues and claims are."""
        return self.stances.corpus

    @property
    def holders(self) -> tuple[Holder, ...]:
        """All holders, sorted; silent ones among them."""
        return self.stances.holders

    @property
    def authors(self) -> tuple[Holder, ...]:
        """The holders that are authors of documents, sorted."""
        return tuple(holder for holder in self.holders if holder.is_author)

    def looked_for(self, issue: IssueId) -> tuple[Holder, ...]:
        """The authors who are silent on an issue, and whose answer was looked for, sorted."""
        speaking = self.stances.by_issue.get(issue, ())
        return tuple(
            author for author in self.authors if author not in speaking and was_looked_for(author, issue, self.corpus)
        )

    def written(self) -> dict[str, list[Holder]]:
        """The authors of documents by each identity that wrote them, alone or with others."""
        found: dict[str, list[Holder]] = {}
        for author in self.authors:
            for name in identities(author, self.corpus):
                found.setdefault(name, []).append(author)
        return found

    def is_older(self, one: Holder, other: Holder) -> bool:
        """Whether the document of one holder is surely older than that of another."""
        documents = self.corpus.documents
        return precedes(documents[one.document].date, documents[other.document].date)

    def said_by(self, holder: Holder) -> Mapping[Literal, tuple[ClaimId, ...]]:
        """What a holder says anywhere in its document; many conflicts ask for it (see `propositions_of`)."""
        if holder not in self._said:
            claims = self.corpus.documents[holder.document].claims
            self._said[holder] = propositions_of(claims, holder, self.corpus, known=self.sayings)
        return self._said[holder]

    def align(self, one: Holder, other: Holder, issue: IssueId) -> Alignment | None:
        """Two holders on one issue; None where both are silent.

        Raises:
            KeyError: There is no such issue.
        """
        key = (one, other, issue)
        if key in self._aligned:
            return self._aligned[key]
        mine, yours = self.stances.profile(one, issue), self.stances.profile(other, issue)
        found = align(mine, yours, self.stances.questions[issue], self.stances.held)
        if len(self._aligned) < _KEPT:
            self._aligned[key] = found
        return found

    def between(self, one: Holder, other: Holder, *, one_sided: bool = False) -> Iterator[Alignment]:
        """Two holders on everything: issues sorted by id, then links; the first side is always the first holder's.

        Args:
            one: A holder.
            other: Another, or the same: then there is no conflict.
            one_sided: Whether to give issues on which only one of them speaks, too.
        """
        mine, yours = self.stances.by_holder.get(one, {}), self.stances.by_holder.get(other, {})
        for issue in sorted(mine.keys() | yours.keys() if one_sided else mine.keys() & yours.keys()):
            found = self.align(one, other, issue)
            if found is not None:
                yield found
        if one != other:
            for found in self.linked.get(ordered(one, other), ()):
                yield found if found.one.holder == one else found.mirrored()

    def on(self, issue: IssueId, holders: Iterable[Holder] | None = None) -> Iterator[Alignment]:
        """Every two holders who speak on an issue, each pair once, in sorted order.

        Args:
            issue: The issue.
            holders: Among whom; all by default.
        """
        chosen = None if holders is None else frozenset(holders)
        speaking = self.stances.by_issue.get(issue, {})
        for one, other in combinations([holder for holder in speaking if chosen is None or holder in chosen], 2):
            found = self.align(one, other, issue)
            if found is not None:
                yield found

    def alignments(self, holders: Iterable[Holder] | None = None) -> Iterator[Alignment]:
        """Every two holders on every issue on which both speak, issue by issue, then over links; each pair once."""
        chosen = frozenset(self.holders if holders is None else holders)
        for issue in self.stances.by_issue:
            yield from self.on(issue, chosen)
        for (one, other), found in self.linked.items():
            if one != other and one in chosen and other in chosen:
                yield from found

    def disagreements(self, holders: Iterable[Holder] | None = None) -> Iterator[Alignment]:
        """Those of all alignments that are disagreements."""
        return (alignment for alignment in self.alignments(holders) if alignment.is_disagreement)

    def bearing_between(self, one: Holder, other: Holder) -> tuple[Alignment, ...]:
        """All of two holders on which a disagreement of theirs may turn; each of these disagreements asks for it."""
        if (one, other) not in self._bearing:
            self._bearing[one, other] = tuple(filter(bears, self.between(one, other)))
        return self._bearing[one, other]

    def tensions_between(self, one: Holder, other: Holder) -> Mapping[ClaimId, tuple[Alignment, ...]]:
        """The tensions that links declare between two, by each claim that they touch; many disagreements ask for it."""
        pair = ordered(one, other)
        if pair not in self._tensions:
            found: dict[ClaimId, list[Alignment]] = {}
            for tension in self.linked.get(pair, ()):
                if tension.verdict is Verdict.TENSION:
                    for claim in dict.fromkeys((*tension.one.claims, *tension.other.claims)):
                        found.setdefault(claim, []).append(tension)
            self._tensions[pair] = {claim: tuple(those) for claim, those in found.items()}
        return self._tensions[pair]

    def beneath(self, conflict: Alignment) -> Beneath:
        """On what a disagreement turns (see `argmap.compare.cruxes`)."""
        key = (*conflict.holders, conflict.subject)
        if key not in self._beneath:
            self._beneath[key] = beneath(conflict, self.bearing_between(*conflict.holders), self.supports)
        return self._beneath[key]

    def cruxes(self, conflict: Alignment) -> tuple[Crux, ...]:
        """The deeper disagreements on which one turns (see `argmap.compare.cruxes`)."""
        return self.beneath(conflict).cruxes

    def reasons(self, alignment: Alignment) -> Reasons:
        """The reasons of both sides, and which of them are the same (see `argmap.compare.propositions`)."""
        return reasons_of(alignment, self.supports, self.sayings)

    def resting_on(self, profile: Profile) -> Resting:
        """What rests on what a holder states on an issue."""
        stated = (stance for stance in profile.stances if not stance.implied)
        return self.uses.resting_on((claim for stance in stated for claim in stance.claims), profile.holder)

    def trees(self, alignment: Alignment) -> tuple[tuple[Branch, ...], tuple[Branch, ...]]:
        """The premise-conclusion trees of both sides, down to the leaves, as their documents state them."""
        return tree_of(alignment.one.claims, self.corpus), tree_of(alignment.other.claims, self.corpus)


def compare(corpus: Corpus, *, since: str = "", left_out: Sequence[LinkLeftOut] = ()) -> Comparison:
    """Compare the documents of a corpus.

    Args:
        corpus: The records.
        since: An ISO 8601 year, month or day; only documents that may be of that time or later are compared.
        left_out: Links that do not count (see `argmap.check.links_left_out`).
    """
    if left_out:
        from argmap.check.links_left_out import without

        corpus = without(corpus, left_out)
    documents = sorted(corpus.documents)
    dates = {document: corpus.documents[document].date for document in documents}
    kept = [name for name, date in dates.items() if not since or (date and not precedes(date, since))]
    stances = gather(corpus, kept)
    by_pair: dict[tuple[Holder, Holder], list[Alignment]] = {}
    for found in linked(stances):
        by_pair.setdefault(ordered(*found.holders), []).append(found)
    keys = sorted(by_pair, key=lambda pair: (pair[0].order, pair[1].order))
    return Comparison(
        stances=stances,
        linked={key: tuple(by_pair[key]) for key in keys},
        documents=tuple(kept),
        left_out=tuple(document for document in documents if document not in set(kept)),
        links_left_out=tuple(left_out),
    )
