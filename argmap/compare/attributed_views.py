"""Attribution: an author who agrees, or conflicts, with an actor to whom a document ascribes a view."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison
from argmap.judge.holder import AuthorAttitude, Holder, identities, principal
from argmap.model.corpus import Corpus


@attrs.frozen(kw_only=True)
class AttributedView:
    """One author and an actor whom a document shows.

    Attributes:
        alignment: The author first, the actor second.
        regards: What the author who shows the actor thinks of the claims in question.
    """

    alignment: Alignment
    regards: tuple[AuthorAttitude, ...]


@attrs.frozen(kw_only=True)
class BorrowedVoice(AttributedView):
    """An author and an actor of another author's document, agreed on an issue or over a link, qualified or not.

    Attributes:
        reporter: How the first author stands to the author who shows the actor, on the same issue; None where both are
            silent, or where a link is the subject.
    """

    reporter: Alignment | None

    @property
    def against_reporter(self) -> bool:
        """Whether the author who shows the actor takes another side: the voice agrees and its reporter conflicts."""
        return self.reporter is not None and self.reporter.is_disagreement


class OpposedVoice(AttributedView):
    """An author and an actor in conflict on an issue or over a link."""


def borrowed_voices(comparison: Comparison) -> Iterator[BorrowedVoice]:
    """Every author beside every actor of another author's document with whom it agrees; sorted by subject and holders.

    An actor who is the author in somebody else's words, or who speaks for the author, is no borrowed voice:
    `argmap.compare.representation` tells how it is shown.
    """
    for alignment in _between_authors_and_actors(comparison):
        author, actor = alignment.holders
        shower = Holder(actor.document)
        if alignment.verdict.is_agreement and not _is_same(author, (actor, shower), comparison.corpus):
            yield BorrowedVoice(
                alignment=alignment,
                regards=_regards(alignment, comparison),
                reporter=comparison.align(author, shower, alignment.issue) if alignment.issue is not None else None,
            )


def opposed_voices(comparison: Comparison) -> Iterator[OpposedVoice]:
    """Every author beside every actor with whom it conflicts, of its own document too; sorted by subject and holders.

    An actor who is the author, or speaks for the author, is not among them.
    """
    for alignment in _between_authors_and_actors(comparison):
        author, actor = alignment.holders
        if alignment.is_disagreement and not _is_same(author, (actor,), comparison.corpus):
            yield OpposedVoice(alignment=alignment, regards=_regards(alignment, comparison))


def _between_authors_and_actors(comparison: Comparison) -> Iterator[Alignment]:
    for issue, speaking in comparison.stances.by_issue.items():
        actors = [holder for holder in speaking if not holder.is_author]
        for author in speaking if actors else ():
            for actor in actors if author.is_author else ():
                alignment = comparison.align(author, actor, issue)
                if alignment is not None:
                    yield alignment
    for (one, other), alignments in comparison.linked.items():
        if one.is_author is not other.is_author:
            yield from (found if found.one.holder.is_author else found.mirrored() for found in alignments)


def _is_same(author: Holder, others: tuple[Holder, ...], corpus: Corpus) -> bool:
    """Whether one of the others is the author in other words, or speaks for the author."""
    mine = identities(author, corpus)
    theirs = {name for other in others for name in (*identities(other, corpus), principal(other, corpus))}
    return author in others or not theirs.isdisjoint(mine)


def _regards(alignment: Alignment, comparison: Comparison) -> tuple[AuthorAttitude, ...]:
    found = {regard for stance in alignment.other.stances for regard in stance.regards}
    if not found:
        found = {AuthorAttitude.of(comparison.corpus.claims[claim].attitude) for claim in alignment.other.claims}
    return tuple(sorted(found))
