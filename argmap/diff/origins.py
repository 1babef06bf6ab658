"""Why something is on one side only: by which change it came or went; and by which change a claim is held by others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.diff.change import Change
from argmap.diff.sides import Sides
from argmap.model.ids import ClaimId


@attrs.define(eq=False, repr=False)
class Origins:
    """The changes from which others follow; filled while changes are found.

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
