"""Drift: how one author's stances change from document to document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.compare.stance import Acceptance, Profile
from argmap.judge.holder import Holder
from argmap.judge.verdict import Verdict
from argmap.model.ids import IssueId


@attrs.frozen(kw_only=True)
class Drift:
    """One author on one issue, over dated documents.

    Attributes:
        author: The actor, by its identity in all documents.
        profiles: One for each dated document that speaks on the issue, the oldest first; at least two.
        changes: Each document beside the next that speaks; the older is the first side.
        undated: The author's documents that bear no date, and so are left out.
    """

    author: str
    issue: IssueId
    profiles: tuple[Profile, ...]
    changes: tuple[Alignment, ...]
    undated: tuple[Holder, ...] = ()

    @property
    def is_steady(self) -> bool:
        """Whether each document says what the one before said, as firmly, and as openly."""
        agreed = all(change.verdict is Verdict.AGREEMENT for change in self.changes)
        return agreed and len({profile.standing for profile in self.profiles}) == 1 and not any(self.partly)

    @property
    def partly(self) -> tuple[bool, ...]:
        """Of each change, whether one of both documents gives an answer that the other does not give."""
        given = [frozenset(profile.positions(Acceptance.ACCEPTED)) for profile in self.profiles]
        return tuple(one != other for one, other in pairwise(given))


def drift(comparison: Comparison) -> Iterator[Drift]:
    """Every author with several dated documents, on every issue of which two speak; sorted by author and issue.

    An author who writes with others is followed through their joint documents too.  Of documents of one date the
    order of ids decides, and nothing is meant by it.
    """
    for author, holders in sorted(comparison.written().items()):
        yield from drift_of(comparison, author, tuple(holders))


def drift_of(comparison: Comparison, author: str, holders: tuple[Holder, ...]) -> Iterator[Drift]:
    """One author's drift, over the holders that are the author's."""
    documents = comparison.corpus.documents
    dated = [holder for holder in holders if documents[holder.document].date]
    dated.sort(key=lambda holder: (documents[holder.document].date, holder.document))
    undated = tuple(holder for holder in holders if not documents[holder.document].date)
    spoken_of = [comparison.stances.by_holder[holder] for holder in dated] if len(dated) > 1 else []
    for issue in sorted({issue for profiles in spoken_of for issue in profiles}):
        spoken = tuple(profiles[issue] for profiles in spoken_of if issue in profiles)
        changes = [comparison.align(before.holder, after.holder, issue) for before, after in pairwise(spoken)]
        if changes:
            yield Drift(
                author=author,
                issue=issue,
                profiles=spoken,
                changes=tuple(change for change in changes if change is not None),
                undated=undated,
            )
