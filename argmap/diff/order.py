"""In which order changes are told."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from argmap.diff.change import AlignmentChange, Change, CruxChange
from argmap.diff.difference import Difference
from argmap.diff.fingerprint import told
from argmap.diff.places import documents_of, place_of
from argmap.diff.rule import Rule
from argmap.model.ids import DocumentId

_Key = tuple[int, str, int]


def in_order(changes: Iterable[Change], difference: Difference) -> tuple[Change, ...]:
    """Changes by the document with which they are told, then by place; what follows from one comes after it.

    Of what stands or follows in one place, what holders do goes before how they therefore stand to each other.  What
    documents share goes first, then the documents of the new side in their order, then those of the old side alone.
    Where a change has no place in the new texts, the one in the old counts.  Causes are in the same order.
    """
    order = _Order.of(difference)
    rules = {rule: place for place, rule in enumerate(Rule)}

    def key(change: Change) -> tuple[object, ...]:
        own = order.key(change)
        causes = [key for key in map(order.key, change.causes) if key[0] == own[0]]
        between_holders = isinstance(change, AlignmentChange | CruxChange)
        sort = (not change.direct, between_holders, rules[change.rule])
        return (max(causes, default=own), *sort, own, told(change, difference))

    found = tuple(changes)
    direct = sorted((change for change in found if change.direct), key=key)
    places = {id(change): place for place, change in enumerate(direct)}

    def with_causes_in_order(change: Change) -> Change:
        causes = sorted(change.causes, key=lambda cause: places[id(cause)])
        return attrs.evolve(change, causes=tuple(causes)) if len(causes) > 1 else change

    return tuple(sorted(map(with_causes_in_order, found), key=key))


@attrs.frozen(eq=False, repr=False)
class _Order:
    difference: Difference
    documents: dict[DocumentId, int]

    @classmethod
    def of(cls, difference: Difference) -> _Order:
        names = dict.fromkeys((*difference.new.documents, *difference.old.documents))
        return cls(difference, {name: number for number, name in enumerate(names, start=1)})

    def key(self, change: Change) -> _Key:
        """The number of the document, then the place in its file."""
        document = next(iter(documents_of(change, self.difference)), None)
        number = 0 if document is None else self.documents.get(document, 0)
        old, new = place_of(change, self.difference)
        at = new or old
        return (number, "", 0) if at is None else (number, at.file, at.span.start)
