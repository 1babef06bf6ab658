"""Who is put beside whom, and on what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import attrs

from argmap.compare.comparison import Comparison
from argmap.compare.holder import Holder, identities
from argmap.model.ids import IssueId

Pair = tuple[Holder, Holder]


@attrs.frozen(kw_only=True)
class Scope:
    """Whom a report puts beside whom.

    Attributes:
        one: The first side of every pair; empty for all authors.
        other: The second side; empty for all authors.
        issue: The only issue of which the report speaks; None for all, and links.
    """

    one: tuple[Holder, ...] = ()
    other: tuple[Holder, ...] = ()
    issue: IssueId | None = None

    @property
    def is_named(self) -> bool:
        """Whether both sides were named."""
        return bool(self.one and self.other)

    @property
    def tells_reasons(self) -> bool:
        """Whether it is narrow enough to tell all reasons down to the leaves."""
        return self.is_named or self.issue is not None

    @property
    def is_narrow(self) -> bool:
        """Whether it is narrow enough to leave out nothing; on everybody, what says little is left to narrower ones."""
        return bool(self.one) or self.issue is not None

    def pairs(self, comparison: Comparison) -> tuple[Pair, ...]:
        """Each pair once; two documents of the same authors only where both were named: their difference is drift.

        On one issue everybody who speaks is put beside everybody else, actors too.
        """
        found = dict.fromkeys(frozenset(pair) for pair in self._all(comparison) if pair[0] != pair[1])
        place = {holder: number for number, holder in enumerate(self.holders(comparison))}
        ordered = [sorted(pair, key=place.__getitem__) for pair in found]
        pairs = [(one, other) for one, other in sorted(ordered, key=lambda pair: [place[holder] for holder in pair])]
        return tuple(pair for pair in pairs if self.is_named or not _same_authors(*pair, comparison))

    def holders(self, comparison: Comparison) -> tuple[Holder, ...]:
        """Everybody of whom the report speaks: a side that was named first, then by date and document."""
        if not self.one:
            return by_date(self._everybody(comparison), comparison)
        authors = by_date(comparison.authors, comparison)
        return tuple(dict.fromkeys((*by_date(self.one, comparison), *(by_date(self.other, comparison) or authors))))

    def _everybody(self, comparison: Comparison) -> Iterable[Holder]:
        return comparison.authors if self.issue is None else comparison.stances.by_issue.get(self.issue, ())

    def _all(self, comparison: Comparison) -> Iterator[Pair]:
        if not self.one:
            yield from combinations(self._everybody(comparison), 2)
            return
        for one in self.one:
            for other in self.other or comparison.authors:
                yield (one, other)


def by_date(holders: Iterable[Holder], comparison: Comparison) -> tuple[Holder, ...]:
    """Holders by the date of their documents, those without one last; then by document and actor."""
    documents = comparison.corpus.documents
    return tuple(sorted(holders, key=lambda holder: (documents[holder.document].date or "~", holder.order)))


def _same_authors(one: Holder, other: Holder, comparison: Comparison) -> bool:
    if not (one.is_author and other.is_author):
        return False
    mine, yours = (set(identities(holder, comparison.corpus)) for holder in (one, other))
    return bool(mine) and mine == yours
