"""Which old claim is which new one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple

from argmap.diff.declared import Declared, Homes, declared_at_home
from argmap.diff.matching import Matching
from argmap.diff.premises import match_premises
from argmap.diff.wording import normalised
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId

_Pair = tuple[ClaimId, ClaimId]


class _Left(NamedTuple):
    """A claim that is in no pair yet.

    Attributes:
        home: Its document, by the name that it has on the new side.
        words: Normalised.
    """

    claim: Claim
    home: str
    words: str


def claim_pairs(old: Corpus, new: Corpus, homes: Mapping[str, str]) -> Declared[ClaimId]:
    """Match claims by name, by `was`, by words that nothing else says, and premises without a name by their place.

    What became of the documents is known: `homes` has the new one by the old one.
    """
    matching = Matching()
    splits: dict[ClaimId, tuple[ClaimId, ...]] = {}
    merges: dict[ClaimId, tuple[ClaimId, ...]] = {}
    for found in declared_at_home(_named(old), _named(new), homes, lambda claim: claim.text):
        matching.add_all((ClaimId(one), ClaimId(other)) for one, other in found.pairs.items())
        splits.update((ClaimId(one), tuple(map(ClaimId, others))) for one, others in found.splits.items())
        merges.update((ClaimId(one), tuple(map(ClaimId, others))) for one, others in found.merges.items())
    _match_words(old, new, homes, matching, only_named=True)
    match_premises(old, new, matching, matching.pairs.items())
    match_premises(old, new, matching, _match_words(old, new, homes, matching, only_named=False))
    return Declared({claim: matching.pairs[claim] for claim in old.claims if claim in matching.pairs}, splits, merges)


def _named(corpus: Corpus) -> Homes[Claim]:
    found: dict[str, dict[str, Claim]] = {}
    for claim in corpus.claims.values():
        if claim.named:
            found.setdefault(claim.document, {})[claim.name] = claim
    return found


def _match_words(
    old: Corpus, new: Corpus, homes: Mapping[str, str], matching: Matching, *, only_named: bool
) -> list[_Pair]:
    """Match what is said once on each side, in one document first; what has kept its number may be said twice."""
    here = _left(old, homes, matching.pairs, only_named=only_named)
    there = _left(new, {}, matching.origins, only_named=only_named) if here else []
    found: list[_Pair] = []
    for key in (_number_and_words, _home_and_words, _words):
        if not (here and there):
            break
        ours, theirs = _only(here, key), _only(there, key)
        found += matching.add_all((claim, theirs[said]) for said, claim in ours.items() if said in theirs)
        here = [left for left in here if left.claim.id not in matching.pairs]
        there = [left for left in there if left.claim.id not in matching.origins]
    return found


def _left(
    corpus: Corpus, homes: Mapping[str, str], known: Mapping[ClaimId, ClaimId], *, only_named: bool
) -> list[_Left]:
    return [
        _Left(claim, homes.get(claim.document, claim.document), normalised(claim.text))
        for claim in corpus.claims.values()
        if claim.id not in known and (claim.named or not only_named)
    ]


def _number_and_words(left: _Left) -> Hashable:
    return (left.home, left.claim.name, left.words)


def _home_and_words(left: _Left) -> Hashable:
    return (left.home, left.words)


def _words(left: _Left) -> Hashable:
    return left.words


def _only(claims: Iterable[_Left], key: Callable[[_Left], Hashable]) -> dict[Hashable, ClaimId]:
    """The claims that are the only ones with their key; one that says nothing is none of them."""
    found: dict[Hashable, list[ClaimId]] = {}
    for left in claims:
        if left.words:
            found.setdefault(key(left), []).append(left.claim.id)
    return {said: claims[0] for said, claims in found.items() if len(claims) == 1}
