"""What claims say beyond their words: the answers that they give, and the claims that are declared the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.compare.commitment import commitments, positions_of
from argmap.compare.holder import Holder
from argmap.compare.implication import Literal
from argmap.compare.support import gives_only_the_report
from argmap.language.words import Relation
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, IssueId, PositionRef
from argmap.model.link import LinkEnd


def meanings(
    claims: Iterable[ClaimId], holder: Holder, corpus: Corpus, *, apart_from: IssueId | None = None
) -> dict[Literal, tuple[ClaimId, ...]]:
    """What a holder's claims say, and which of them say it, sorted.

    Two claims say the same where they answer an issue alike, or where a chain of ``same-as`` joins them; likeness of
    words counts for nothing.  Of a claim that the author only reports, nothing is said by the author.  A claim of
    another document, used here, is taken as its author states it.

    Args:
        claims: The claims.
        holder: Who says them.
        corpus: Where they are.
        apart_from: An issue whose answers do not count.
    """
    same = _sameness(corpus)
    found: dict[Literal, list[ClaimId]] = {}
    for name in sorted(set(claims)):
        claim = corpus.claims.get(name)
        if claim is None or (holder.is_author and gives_only_the_report(claim)):
            continue
        for accepts in sorted(_takes(claim, holder)):
            for literal in _says(Literal(name, accepts), apart_from, same, corpus):
                found.setdefault(literal, []).append(name)
    return {literal: tuple(names) for literal, names in found.items()}


def _takes(claim: Claim, holder: Holder) -> set[bool]:
    if claim.document != holder.document:
        return {claim.attitude.accepts}
    return {
        commitment.accepts
        for commitment in commitments(claim)
        if commitment.holder == holder and not commitment.is_open
    }


def _says(
    literal: Literal, apart_from: IssueId | None, same: Mapping[LinkEnd, tuple[LinkEnd, ...]], corpus: Corpus
) -> set[Literal]:
    found, pending = {literal}, [literal]
    while pending:
        here = pending.pop()
        claim = corpus.claims.get(here.name) if isinstance(here.name, ClaimId) else None
        others = [Literal(name, here.holds) for name in same.get(here.name, ())]
        if claim is not None:
            others += [Literal(name, here.holds is takes) for name, takes in positions_of(claim)]
        for other in others:
            if other not in found and not (isinstance(other.name, PositionRef) and other.name.issue == apart_from):
                found.add(other)
                pending.append(other)
    return found


def _sameness(corpus: Corpus) -> Mapping[LinkEnd, tuple[LinkEnd, ...]]:
    joined: dict[LinkEnd, set[LinkEnd]] = {}
    for link in corpus.links:
        if link.relation is Relation.SAME_AS and link.source != link.target:
            joined.setdefault(link.source, set()).add(link.target)
            joined.setdefault(link.target, set()).add(link.source)
    return {name: tuple(sorted(others)) for name, others in joined.items()}
