"""What happened to single fields of statements that are on both sides, but for those of which other changes tell.

Values are compared as texts are: case, quotes, dashes, white space, a last full stop and their order count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import gt, itemgetter, lt

import attrs

from argmap.diff import field_kinds, kinds
from argmap.diff.change import Change, Changed, FieldChange, StanceChange, Statement
from argmap.diff.sides import Sides
from argmap.diff.text_similarity import normalised
from argmap.judge.holder import Holder, identities
from argmap.model.claim import Claim
from argmap.model.ids import DocumentId, PositionRef


def field_changes(sides: Sides, former: Mapping[str, str]) -> Iterator[FieldChange]:
    """All of them, but for those of links.

    Args:
        sides: Both corpora.
        former: Old names by new ones (see `Difference.former`).
    """
    divided = {*sides.splits, *sides.merges}
    divided.update(part for parts in (*sides.splits.values(), *sides.merges.values()) for part in parts)
    passed = _passed(sides)
    for subject, old, new in _pairs(sides):
        for change in fields_of(subject, old, new):
            if isinstance(change, field_kinds.FormerIdsChanged) and (subject in former or subject in divided):
                continue
            overtaken = passed.get(subject) if isinstance(change, field_kinds.DocumentRedated) else None
            yield change if overtaken is None else attrs.evolve(change, passed=overtaken)


def fields_of(subject: str, old: Statement, new: Statement) -> Iterator[FieldChange]:
    """What happened to the fields of one statement."""
    if old != new:
        for kind in field_kinds.FIELDS[type(new)]:
            if said(kind, old) != said(kind, new):
                yield kind(subject=subject, edit=Changed(old, new))


def untold(fields: Iterable[FieldChange], others: Iterable[Change]) -> Iterator[FieldChange]:
    """The changes of fields but for strengths and answers of claims, where a change of a stance tells them.

    Args:
        fields: All changes of fields.
        others: Those of claims and of stances.
    """
    shown: set[tuple[str, str]] = set()
    for change in others:
        if isinstance(change, StanceChange):
            shown.update((claim, change.issue or "") for claim in (*change.claims, change.subject))
        elif isinstance(change, kinds.AttributionChanged):
            shown.update((claim.id, "") for claim in change.records)
    claims = {claim for claim, _ in shown}
    for field in fields:
        if isinstance(field, field_kinds.AnswersChanged):
            old, new = (set(record.answers) for record in field.records if isinstance(record, Claim))
            if any((field.subject, answer.issue) not in shown for answer in old ^ new):
                yield field
        elif not isinstance(field, field_kinds.SHOWN) or field.subject not in claims:
            yield field


def said(kind: type[FieldChange], record: Statement) -> list[str]:
    """What a field says of a record, as it is compared."""
    return sorted(map(normalised, kind.values(record)))


def _pairs(sides: Sides) -> Iterator[tuple[str, Statement, Statement]]:
    """The statements that are on both sides, links excepted, with their ids."""
    for before, after in sides.documents:
        yield after.id, before, after
    for was, now in sides.differing:
        yield now.id, was, now
    for asked, asks in sides.issues:
        yield asks.id, asked, asks
        positions = {position.id: position for position in asked.positions}
        for position in asks.positions:
            if position.id in positions:
                yield PositionRef.of(asks.id, position.id), positions[position.id], position
    for one, other in ((sides.old.actors, sides.new.actors), (sides.old.terms, sides.new.terms)):
        yield from ((name, one[name], other[name]) for name in other if name in one)
    yield from _of_other_owners(sides)


def _of_other_owners(sides: Sides) -> Iterator[tuple[str, Statement, Statement]]:
    """The actors that a document declared for itself on one side, and means by the same id the shared one on the other.

    Each has the key that it has where the document declares it.
    """
    for key in sorted(sides.old.actors.keys() ^ sides.new.actors.keys()):
        record = sides.old.actors.get(key) or sides.new.actors[key]
        if record.document is not None and sides.has_both(record.document):
            old, new = (corpus.actors.get(key) or corpus.actors.get(record.id) for corpus in (sides.old, sides.new))
            if old is not None and new is not None:
                yield key, old, new


_Dated = tuple[str, str, DocumentId]
"""A document with its old date and its new one."""


def _passed(sides: Sides) -> Mapping[str, DocumentId]:
    """By document, one of the same author with which it changed places in time.

    What bears no date on one of the sides has no place, and of what bears one date none comes first.
    """
    dated = {new.id: (old.date, new.date, new.id) for old, new in sides.documents if old.date and new.date}
    if all(old == new for old, new, _ in dated.values()):
        return {}
    written: dict[str, list[_Dated]] = {}
    for name, dates in dated.items():
        authors = (set(identities(Holder(name), corpus)) for corpus in (sides.old, sides.new))
        for author in set.intersection(*authors):
            written.setdefault(author, []).append(dates)
    return {one: other for documents in written.values() for one, other in _turned(documents)}


def _turned(documents: Iterable[_Dated]) -> Iterator[tuple[str, DocumentId]]:
    """Each document that was after one and is before it now, or the other way round, with that one."""
    in_order = sorted(documents)
    for ordered, furthest, is_beyond in ((in_order, max, gt), (in_order[::-1], min, lt)):
        passed: tuple[_Dated, ...] = ()
        for _, one_date in groupby(ordered, key=itemgetter(0)):
            group = tuple(one_date)
            for other in passed:
                yield from ((each[2], other[2]) for each in group if is_beyond(other[1], each[1]))
            passed = (furthest((*passed, *group), key=itemgetter(1)),)
