"""Silence: issues that a document could be expected to answer, since most others do."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.compare.comparison import Comparison
from argmap.compare.dates import precedes
from argmap.compare.holder import Holder, identities
from argmap.model.ids import DocumentId, IssueId

FEWEST = 2
"""Documents that must answer before anybody's silence means something."""


@attrs.frozen(kw_only=True)
class Silence:
    """An author who says nothing on what most others answer.

    Attributes:
        holder: The author of the document.
        answered_by: The other documents whose authors speak on the issue, sorted; more than half of the others.
        others: How many documents there are that others wrote.
        elsewhere: Other documents of the same author that do answer, sorted.
        shows: Actors whose answer the document does show, sorted; then it knows the question.
        too_early: Whether the document is older than every one that answers, as far as dates tell.
    """

    holder: Holder
    issue: IssueId
    answered_by: tuple[DocumentId, ...]
    others: int
    elsewhere: tuple[Holder, ...] = ()
    shows: tuple[Holder, ...] = ()
    too_early: bool = False


def silences(comparison: Comparison) -> Iterator[Silence]:
    """Every author's silence, by issue and document; documents of the same author are not among the others."""
    known = {author: frozenset(identities(author, comparison.corpus)) for author in comparison.authors}
    written: dict[str, set[Holder]] = {}
    for author, names in known.items():
        for name in names:
            written.setdefault(name, set()).add(author)
    same = {author: {author}.union(*(written[name] for name in names)) for author, names in known.items()}
    others = {author: len(known) - len(same[author]) for author in known}
    fewest = max(FEWEST, min(others.values(), default=0) // 2 + 1)
    for issue, speaking in comparison.stances.by_issue.items():
        answered = [holder for holder in speaking if holder.is_author]
        if len(answered) < fewest:
            continue
        for author in comparison.authors:
            answering = [holder for holder in answered if holder not in same[author]]
            if author not in speaking and len(answering) >= FEWEST and 2 * len(answering) > others[author]:
                yield Silence(
                    holder=author,
                    issue=issue,
                    answered_by=tuple(holder.document for holder in answering),
                    others=others[author],
                    elsewhere=tuple(holder for holder in answered if holder in same[author]),
                    shows=tuple(holder for holder in speaking if holder.document == author.document),
                    too_early=all(_is_older(comparison, author, holder) for holder in answering),
                )


def _is_older(comparison: Comparison, one: Holder, other: Holder) -> bool:
    documents = comparison.corpus.documents
    return precedes(documents[one.document].date, documents[other.document].date)
