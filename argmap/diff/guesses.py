"""Claims that may be one although nobody says so: suggestions, which no other part of a comparison takes for true."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diff.alike import alike, matched
from argmap.diff.difference import Guess
from argmap.diff.pairing import Pairing
from argmap.diff.renaming import Renaming
from argmap.diff.translation import renamed_claim
from argmap.diff.wording import words_of
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId


def guesses(old: Corpus, new: Corpus, pairing: Pairing) -> tuple[Guess, ...]:
    """Named claims without a counterpart, of one document, of whose words at least 0.6 are the same.

    Each claim stands in one guess, the likeliest that is left: what a guess suggests (``was: NAME`` under the new
    claim) can be written for all of them at once.  Work is bounded (see `alike`).
    """
    gone = _by_document(old, {*pairing.claims, *(part for parts in pairing.merges.values() for part in parts)})
    come = _by_document(new, {*pairing.claims.values(), *(part for parts in pairing.splits.values() for part in parts)})
    found = [
        pair
        for document, claims in gone.items()
        for pair in _alike(claims, come.get(pairing.documents.get(document, document), []))
    ]
    if not found:
        return ()
    now = Renaming.of(old, pairing)
    told = [Guess(renamed_claim(claim, now), other, share) for claim, other, share in found]
    return tuple(sorted(told, key=lambda guess: (-guess.overlap, sorted((guess.old.id, guess.new.id)))))


def _by_document(corpus: Corpus, known: set[str]) -> dict[DocumentId, list[Claim]]:
    found: dict[DocumentId, list[Claim]] = {}
    for claim in corpus.claims.values():
        if claim.named and claim.id not in known:
            found.setdefault(claim.document, []).append(claim)
    return found


def _alike(gone: list[Claim], come: list[Claim]) -> Iterator[tuple[Claim, Claim, float]]:
    if gone and come:
        pairs = alike([words_of(claim.text) for claim in gone], [words_of(claim.text) for claim in come])
        for share, one, other in matched(pairs):
            yield gone[one], come[other], share
