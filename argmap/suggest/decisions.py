"""What the analyst has decided about pairs of texts: the links between claims of two documents say it."""

from __future__ import annotations

from typing import NamedTuple

from argmap.language.words import Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId

_ALIKE = frozenset((Relation.SAME_AS, Relation.ENTAILS))


class Decision(NamedTuple):
    """Two claims of two documents, in the order of their ids, and whether they were found alike."""

    first: ClaimId
    second: ClaimId
    is_alike: bool


def decisions(corpus: Corpus) -> tuple[Decision, ...]:
    """The decided pairs of a corpus, each once, in the order of their ids.

    Alike is what says the same, or what follows from the other.  A pair of which both is said is not decided, and
    neither is one that only conflicts: it may be on one matter or not.
    """
    found: dict[tuple[ClaimId, ClaimId], set[bool]] = {}
    for link in corpus.links:
        ends = (link.source, link.target)
        first, second = (end if isinstance(end, ClaimId) and end in corpus.claims else None for end in ends)
        if first is None or second is None or first.document == second.document:
            continue
        if link.relation in _ALIKE or link.relation is Relation.UNRELATED_TO:
            pair = (first, second) if first < second else (second, first)
            found.setdefault(pair, set()).add(link.relation in _ALIKE)
    return tuple(
        Decision(first, second, True in said) for (first, second), said in sorted(found.items()) if len(said) == 1
    )
