"""The picture of a difference: tables on top, then a band of cards for each document, what matters most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from argmap.compare.holder import Holder
from argmap.diff.change import DocumentChange, SupportChange
from argmap.diff.difference import Difference
from argmap.diff.kinds import ThesisChanged
from argmap.diff.significance import Judged, Significance
from argmap.model.ids import ClaimId, DocumentId
from argmap.view.changes.cards import Studio
from argmap.view.changes.columns import in_columns
from argmap.view.changes.grove import Ground, grow
from argmap.view.changes.labels import badge_of
from argmap.view.changes.marks import Marks, marked_claims, marks_of
from argmap.view.changes.sheet import Badge, Band, Sheet, Twig
from argmap.view.changes.strands import bundles_of
from argmap.view.changes.tables import tables_of
from argmap.view.comparison.drawing import Frame
from argmap.wording.changes import ChangeSentences
from argmap.wording.english import counted

CARDS = 36
"""About how many cards a reader can take in at once."""
_TOLD = 12
"""How many changes the text for those who do not see the picture tells."""

_Cards = Mapping[DocumentId, tuple[Twig, ...]]


def changes_of(difference: Difference, changes: Sequence[Judged], saying: ChangeSentences) -> Sheet:
    """The picture of some changes, of which there may be none."""
    drawer = _Drawer(difference, tuple(changes), saying)
    cards, left = drawer.cards()
    return Sheet(
        frame=Frame(title=saying.title, subtitle=saying.subtitle, description=drawer.description()),
        tables=tuple(tables_of(changes, difference, saying)),
        bands=tuple(drawer.bands(cards)),
        closing=f"Not drawn for want of room: {counted(left, 'more change')}." if left else "",
    )


@attrs.define(slots=False)
class _Drawer:
    """One picture being made."""

    difference: Difference
    changes: tuple[Judged, ...]
    saying: ChangeSentences

    @cached_property
    def _marks(self) -> Mapping[ClaimId, Marks]:
        return marks_of(self.changes, self.difference)

    @cached_property
    def _grounds(self) -> dict[DocumentId, Ground]:
        return {}

    def cards(self) -> tuple[_Cards, int]:
        """The cards of as many changes as there is room for, and how many changes that leaves out.

        What matters most is drawn first, and what somebody edited before what follows from it.
        """
        drawable = [judged for judged in self.changes if self._claims(judged)]
        drawable.sort(key=lambda judged: (judged.significance.rank, not judged.change.direct))
        # How many cards there are grows with the changes: the most that fit are found by doubling, then by halving.
        fitting, beyond = 1, 2
        while beyond <= len(drawable) and self._fits(drawable[:beyond]):
            fitting, beyond = beyond, 2 * beyond
        beyond = min(beyond, len(drawable) + 1)
        while beyond - fitting > 1:
            middle = (fitting + beyond) // 2
            fitting, beyond = (middle, beyond) if self._fits(drawable[:middle]) else (fitting, middle)
        found = self._drawn(drawable[:fitting])
        shown = {twig.card.id for twigs in found.values() for twig in twigs}
        left = [judged for judged in drawable[fitting:] if shown.isdisjoint(self._claims(judged))]
        return found, len(left)

    def _fits(self, changes: Iterable[Judged]) -> bool:
        return sum(map(len, self._drawn(changes).values())) <= CARDS

    def _claims(self, judged: Judged) -> tuple[ClaimId, ...]:
        """The claims with whose cards a change is drawn."""
        change = judged.change
        return change.premises if isinstance(change, SupportChange) else marked_claims(change, self.difference)

    def _drawn(self, changes: Iterable[Judged]) -> _Cards:
        support: dict[DocumentId, list[Judged]] = {}
        claims: dict[DocumentId, list[ClaimId]] = {}
        for judged in changes:
            change = judged.change
            if isinstance(change, SupportChange):
                support.setdefault(self._home(change.conclusion), []).append(judged)
            else:
                for claim in marked_claims(change, self.difference):
                    claims.setdefault(self._home(claim), []).append(claim)
        return {
            document: self._trees(document, support.get(document, ()), claims.get(document, ()))
            for document in (*support, *(document for document in claims if document not in support))
        }

    def _trees(self, document: DocumentId, support: Iterable[Judged], claims: Iterable[ClaimId]) -> tuple[Twig, ...]:
        if document not in self._grounds:
            self._grounds[document] = Ground.of(document, self.difference.old, self.difference.new)
        ground = self._grounds[document]
        studio = Studio(self.difference, ground, self._marks, self.saying)
        return in_columns(studio.twigs(grow(ground, bundles_of(support), claims)))

    def _home(self, claim: ClaimId) -> DocumentId:
        new, old = self.difference.new.claims, self.difference.old.claims
        return (new.get(claim) or old[claim]).document

    def bands(self, cards: _Cards) -> Iterator[Band]:
        """A band for each document, that with the gravest change first."""
        gravest: dict[DocumentId, int] = {}
        badges: dict[DocumentId, list[Badge]] = {}
        for judged in self.changes:
            for document in self.saying.documents(judged.change)[:1]:
                gravest[document] = min(gravest.get(document, len(Significance)), judged.significance.rank)
                # That the thesis is another one is told by the cards of both.
                if isinstance(judged.change, DocumentChange) and not isinstance(judged.change, ThesisChanged):
                    badges.setdefault(document, []).append(badge_of(judged))
        order = [*self.difference.new.documents, *self.difference.old.documents]
        for document in sorted(cards, key=lambda each: (gravest.get(each, len(Significance)), order.index(each))):
            if cards[document]:
                yield Band(
                    id=f"document/{document}",
                    title=self.saying.holder(Holder(document)),
                    badges=tuple(badges.get(document, ())),
                    notes=tuple(self._about(document)),
                    twigs=cards[document],
                )

    def _about(self, document: DocumentId) -> Iterator[str]:
        """The title, and how much came or went with a document that did."""
        old, new = (corpus.documents.get(document) for corpus in (self.difference.old, self.difference.new))
        yield from (record.title for record in (new or old,) if record is not None)
        for only, other, word in ((new, old, "new"), (old, new, "gone")):
            if only is not None and other is None:
                yield f"{counted(len(only.claims), 'claim')}, all {word}"

    def description(self) -> str:
        """The picture for those who do not see it."""
        ranked = sorted(self.changes, key=lambda judged: judged.significance.rank)
        told = [f"{self.saying.sentence(judged.change)}." for judged in ranked[:_TOLD]]
        more = len(ranked) - len(told)
        rest = f" And {counted(more, 'other change')}." if more > 0 else ""
        return f"{self.saying.title}. {' '.join(self.saying.subtitle)} {' '.join(told)}{rest}"
