"""What differs between two corpora, and in which order it is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import attrs

from argmap.compare.comparison import Comparison, compare
from argmap.diff.alignments import Pair, Subject, kind_of, pair_of, realigned
from argmap.diff.causes import Consequences, StanceCauses
from argmap.diff.change import AlignmentChange, Change, CruxChange, StanceChange, edit
from argmap.diff.change_subject import documents_of, place_of
from argmap.diff.claims import claims_of_both_sides, premises_left, statements_that_came_or_went
from argmap.diff.crux_changes import Turning
from argmap.diff.difference import Difference
from argmap.diff.dispute_changes import ChangedDisputes
from argmap.diff.field_changes import field_changes, untold
from argmap.diff.fingerprint import told
from argmap.diff.guesses import guesses
from argmap.diff.kinds import ConflictClosed, ConflictOpened
from argmap.diff.pairing import pair
from argmap.diff.record_changes import (
    actor_changes,
    document_changes,
    issue_changes,
    link_changes,
    term_changes,
    thesis_changes,
)
from argmap.diff.rule import Rule
from argmap.diff.sides import Origins, Sides
from argmap.diff.stances import attitude_changes, stance_changes
from argmap.diff.support import ground_changes, support_changes
from argmap.diff.translation import former_names, translated
from argmap.judge.holder import Holder
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId

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


def diff(old: Corpus, new: Corpus) -> Difference:
    """Everything that differs between two corpora; what merely stands elsewhere or is written otherwise does not.

    With the corpora changed over, the result is the mirror image: the mirrored kinds of change, on the same subjects.
    """
    pairing = pair(old, new)
    before = translated(old, pairing)
    found = Difference(old=before, new=new, former=former_names(old, pairing))
    if before == new and not found.former:
        return found
    changes = _changes(Sides.of(before, new, pairing), found.former)
    return attrs.evolve(found, changes=in_order(changes, found), guesses=guesses(old, new, pairing))


def _changes(sides: Sides, former: Mapping[str, str]) -> list[Change]:
    origins = Origins(sides)
    records = [*document_changes(sides, origins), *issue_changes(sides, origins), *term_changes(sides)]
    claims = [*statements_that_came_or_went(sides, origins), *claims_of_both_sides(sides, origins)]
    supports = [*support_changes(sides, origins)]
    claims += [*premises_left(sides, origins), *ground_changes(sides, supports)]
    links = [*link_changes(sides, origins)]
    before, after = compare(sides.old), compare(sides.new)
    stances = [*_stances(StanceCauses.of(sides, origins, supports), before, after)]
    theses = [*thesis_changes(sides, origins, (*supports, *stances))]
    fields: list[Change] = [*actor_changes(sides), *untold(field_changes(sides, former), (*claims, *stances))]
    direct = [*records, *fields, *claims, *supports, *links, *stances, *theses]
    holders = {*before.authors, *after.authors, *(change.holder for change in stances)}
    consequences = Consequences.of(direct, origins)
    return [*direct, *relation_changes(sides, before, after, holders, consequences)]


def _argue_otherwise(old: Claim, new: Claim) -> bool:
    """Whether two versions of a claim differ in anything but words: these alone never decide what a conflict turns on.

    Most edits reword, and every conflict that rests on a claim would be weighed twice for each of them.
    """
    words: dict[str, Any] = {"text": "", "cues": (), "cites": (), "notes": (), "tags": (), "was": (), "section": None}
    one, other = (
        attrs.evolve(claim, **words, steps=tuple(attrs.evolve(step, cues=(), notes=()) for step in claim.steps))
        for claim in (old, new)
    )
    return one != other


def _stances(causes: StanceCauses, before: Comparison, after: Comparison) -> Iterator[StanceChange]:
    on_issues = [causes.explained(change) for change in stance_changes(before.stances, after.stances)]
    yield from on_issues
    told = {(change.holder, claim) for change in on_issues for claim in change.claims}
    yield from map(causes.explained, attitude_changes(causes.sides, told))


def relation_changes(
    sides: Sides, before: Comparison, after: Comparison, holders: Collection[Holder], consequences: Consequences
) -> Iterator[AlignmentChange | CruxChange]:
    """Conflicts, agreements and cruxes, with what they follow from.

    Args:
        sides: Both corpora.
        before: The old one, compared.
        after: The new one, compared.
        holders: Whom to put beside each other.
        consequences: Of the other changes.
    """
    followed: dict[Subject, tuple[Change, ...]] = {}
    disputed: dict[Pair, set[ClaimId]] = {}
    changed = [(found, kind_of(found)) for found in realigned(before, after, holders)]
    clashing = [found for found, kind in changed if kind in (ConflictOpened, ConflictClosed)]
    disputes = ChangedDisputes.of(before, after, clashing)
    for found, kind in changed:
        for alignment in (found.old, found.new):
            if alignment is not None and alignment.is_disagreement:
                disputed.setdefault(pair_of(alignment), set()).update(alignment.one.claims, alignment.other.claims)
        if kind is not None:
            followed[found.subject] = consequences.of_alignment(found)
            dispute = disputes.around(found) if kind in (ConflictOpened, ConflictClosed) else None
            yield kind(edit=edit(found.old, found.new), causes=followed[found.subject], dispute=dispute)
    turning = Turning(
        sides=sides,
        before=before,
        after=after,
        holders=holders,
        touched=sides.closed(
            {*consequences.origins.elsewhere, *(new.id for old, new in sides.differing if _argue_otherwise(old, new))}
        ),
        disputed={pair: sides.closed(claims) for pair, claims in disputed.items()},
        followed=followed,
        consequences=consequences,
    )
    yield from turning.changes()
