"""Two corpora in one set of names: what is on both sides, what on one only and why, and what rests on what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from argmap.diff.change import Change, Reached
from argmap.diff.pairing import Pairing
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId
from argmap.model.issue import Issue

MOST_REACHED = 100
"""How many conclusions that rest on a claim are named: of a long chain, more would grow with the square."""


@attrs.frozen(eq=False, repr=False)
class Reach:
    """The steps of one corpus, read from their premises.

    Attributes:
        above: By premise, the conclusions that its steps support, if they carry support at all.
        used: The claims on which anything rests: a step of any kind, a doubt, a link, a thesis.
    """

    above: Mapping[ClaimId, tuple[ClaimId, ...]]
    used: frozenset[str]

    @classmethod
    def of(cls, corpus: Corpus) -> Reach:
        """All steps of a corpus."""
        above: dict[ClaimId, list[ClaimId]] = {}
        used: set[str] = {document.thesis for document in corpus.documents.values() if document.thesis is not None}
        for link in corpus.links:
            used |= {link.source, link.target}
        for claim in corpus.claims.values():
            if claim.steps:
                used.update(claim.premises)
                for premise in supporting(claim):
                    above.setdefault(premise, []).append(claim.id)
        return cls({premise: tuple(dict.fromkeys(found)) for premise, found in above.items()}, frozenset(used))

    def conclusions(self, claim: ClaimId) -> Reached:
        """What rests on a claim, the nearest first, then by id; never the claim itself, in circles neither."""
        found = {claim: None}
        level = [claim]
        while level and len(found) <= MOST_REACHED + 1:
            level = sorted({over for below in level for over in self.above.get(below, ()) if over not in found})
            found.update(dict.fromkeys(level))
        names = tuple(found)[1:]
        return Reached(names[:MOST_REACHED], more=len(names) > MOST_REACHED)

    def closed(self, claims: Iterable[ClaimId]) -> set[ClaimId]:
        """Some claims, and all that rests on them."""
        found = set(claims)
        pending = list(found)
        while pending:
            for over in self.above.get(pending.pop(), ()):
                if over not in found:
                    found.add(over)
                    pending.append(over)
        return found


def supporting(claim: Claim) -> Iterator[ClaimId]:
    """The premises of the steps that support a claim."""
    for step in claim.steps:
        if step.supports:
            yield from step.premises


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

    @property
    def authors(self) -> frozenset[str]:
        """Everybody who wrote a document of either side, by the key of `Corpus.actors`."""
        return frozenset(
            corpus.actor_key(author, document.id)
            for corpus in (self.old, self.new)
            for document in corpus.documents.values()
            for author in document.authors
        )

    def has_both(self, name: str) -> bool:
        """Whether a claim or a document is on both sides."""
        in_old = name in self.old.claims or name in self.old.documents
        return in_old and (name in self.new.claims or name in self.new.documents)

    def closed(self, claims: Collection[ClaimId]) -> set[ClaimId]:
        """Some claims, and all that rests on them on either side."""
        return self.old_reach.closed(claims) | self.new_reach.closed(claims)


@attrs.define(eq=False, repr=False)
class Origins:
    """Why something is on one side only, or held by others: the changes from which others follow, as they are found.

    Attributes:
        elsewhere: The claims that are on one side only, or in another document.
        arrivals: By claim that is elsewhere, and by issue and position (``issue``, ``issue.position``) that is on one
            side only: by what it came, went or got there.
        attributions: By claim of both sides whose holders are others: what says so.
    """

    sides: Sides
    elsewhere: frozenset[ClaimId] = attrs.field(init=False)
    arrivals: dict[str, tuple[Change, ...]] = attrs.field(factory=dict)
    attributions: dict[ClaimId, Change] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        one_sided = (claim.id for claim in (*self.sides.gone, *self.sides.come))
        moved = (new.id for old, new in self.sides.differing if old.document != new.document)
        self.elsewhere = frozenset((*one_sided, *moved))

    def note(self, names: Iterable[str], *changes: Change) -> None:
        """Some things came or went by some changes; what is noted already stands."""
        causes = roots(changes)
        for name in names:
            self.arrivals.setdefault(name, causes)

    def spread(self, claims: Iterable[str]) -> None:
        """With claims that came, went or moved, so did what stands under them, as far as it is elsewhere too."""
        level = [claim for claim in claims if claim in self.arrivals]
        while level:
            found: dict[str, list[Change]] = {}
            for above in level:
                for premise in self._under(ClaimId(above)):
                    if premise in self.elsewhere and premise not in self.arrivals:
                        found.setdefault(premise, []).extend(self.arrivals[above])
            for name, causes in found.items():
                self.note((name,), *causes)
            level = list(found)

    def uppermost(self, claims: Iterable[ClaimId]) -> list[ClaimId]:
        """Of some claims, those that stand under no other of them."""
        chosen = tuple(claims)
        under = {premise for claim in chosen for premise in self._under(claim)}
        return [claim for claim in chosen if claim not in under]

    def _under(self, claim: ClaimId) -> Iterator[ClaimId]:
        for corpus in (self.sides.old, self.sides.new):
            if claim in corpus.claims:
                yield from corpus.claims[claim].premises

    def one_sided(self, name: str) -> tuple[Change, ...]:
        """By what something came or went; empty where it is on both sides."""
        return () if self.sides.has_both(name) else self.arrivals.get(name, ())

    def of(self, claim: ClaimId) -> tuple[Change, ...]:
        """By what a claim came, went, or is held by others; empty where none of these happened to it."""
        changed = self.attributions.get(claim)
        return (*self.arrivals.get(claim, ()), *((changed,) if changed is not None else ()))


def roots(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The direct changes among some, and those from which the others follow; each once."""
    found = (root for change in changes for root in ((change,) if change.direct else change.causes))
    return tuple({id(root): root for root in found}.values())
