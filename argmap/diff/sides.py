"""Two corpora in one set of names: what is on both sides, and what on one only."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import attrs

from argmap.diff.pairing import Pairing
from argmap.diff.reach import Reach
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.model.issue import Issue


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sides:
    """What a family of changes looks at.

    Attributes:
        old: The old corpus, in the names of the new.
        new: The new corpus.
        differing: The claims that are on both sides and are not equal, old and new, in the order of the new.
        gone: The claims of the old side alone, in its order.
        come: The claims of the new side alone, in its order.
        renamed: The claims of both sides whose own name was another (see `Claim.name`).
        splits: By old claim, its new parts; the old claim itself may be one of them.
        merges: By new claim, the old ones; the new claim itself may be one of them.
        old_reach: What rests on what on the old side.
        new_reach: On the new side.
    """

    old: Corpus
    new: Corpus
    differing: tuple[tuple[Claim, Claim], ...]
    gone: tuple[Claim, ...]
    come: tuple[Claim, ...]
    renamed: frozenset[ClaimId]
    splits: Mapping[ClaimId, tuple[ClaimId, ...]]
    merges: Mapping[ClaimId, tuple[ClaimId, ...]]
    old_reach: Reach
    new_reach: Reach

    @classmethod
    def of(cls, old: Corpus, new: Corpus, pairing: Pairing) -> Sides:
        """The sides, of which the old one is already in the names of the new (see `translated`)."""

        def now(claim: ClaimId) -> ClaimId:
            """What an old claim is called on the new side, or would be."""
            if claim in pairing.claims:
                return pairing.claims[claim]
            return ClaimId.of(pairing.documents.get(claim.document, claim.document), claim.name)

        return cls(
            old=old,
            new=new,
            differing=tuple(
                (old.claims[claim.id], claim)
                for claim in new.claims.values()
                if claim.id in old.claims and old.claims[claim.id] != claim
            ),
            gone=tuple(claim for claim in old.claims.values() if claim.id not in new.claims),
            come=tuple(claim for claim in new.claims.values() if claim.id not in old.claims),
            renamed=frozenset(
                after
                for before, after in pairing.claims.items()
                if before.name != after.name and "~" not in before + after
            ),
            splits={now(whole): parts for whole, parts in pairing.splits.items()},
            merges={whole: tuple(now(part) for part in parts) for whole, parts in pairing.merges.items()},
            old_reach=Reach.of(old),
            new_reach=Reach.of(new),
        )

    @property
    def documents(self) -> Iterator[tuple[Document, Document]]:
        """The documents of both sides, old and new."""
        return (
            (self.old.documents[name], new) for name, new in self.new.documents.items() if name in self.old.documents
        )

    @property
    def issues(self) -> Iterator[tuple[Issue, Issue]]:
        """The issues of both sides, old and new."""
        return ((self.old.issues[name], new) for name, new in self.new.issues.items() if name in self.old.issues)

    def has_both(self, name: str) -> bool:
        """Whether a claim or a document is on both sides."""
        in_old = name in self.old.claims or name in self.old.documents
        return in_old and (name in self.new.claims or name in self.new.documents)

    def closed(self, claims: Collection[ClaimId]) -> set[ClaimId]:
        """Some claims, and all that rests on them on either side."""
        return self.old_reach.closed(claims) | self.new_reach.closed(claims)
