"""What differs between two corpora."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.compare.comparison import Comparison, compare
from argmap.diff.attitudes import attitude_changes
from argmap.diff.causes import StanceCauses
from argmap.diff.change import Change, StanceChange
from argmap.diff.claims import claims_of_both_sides, premises_left, statements_that_came_or_went
from argmap.diff.consequences import Consequences
from argmap.diff.difference import Difference
from argmap.diff.documents import document_changes
from argmap.diff.grounds import ground_changes
from argmap.diff.guesses import guesses
from argmap.diff.links import link_changes
from argmap.diff.order import in_order
from argmap.diff.origins import Origins
from argmap.diff.pairing import pair
from argmap.diff.relations import relation_changes
from argmap.diff.sides import Sides
from argmap.diff.stances import stance_changes
from argmap.diff.subjects import issue_changes, term_changes
from argmap.diff.support import support_changes
from argmap.diff.theses import thesis_changes
from argmap.diff.translation import former_names, translated
from argmap.model.corpus import Corpus


def diff(old: Corpus, new: Corpus) -> Difference:
    """Everything that differs between two corpora; what merely stands elsewhere or is written otherwise does not.

    With the corpora changed over, the result is the mirror image: the mirrored kinds of change, on the same subjects.
    """
    pairing = pair(old, new)
    before = translated(old, pairing)
    found = Difference(old=before, new=new, former=former_names(old, pairing))
    if before == new and not found.former:
        return found
    changes = _changes(Sides.of(before, new, pairing))
    return attrs.evolve(found, changes=in_order(changes, found), guesses=guesses(old, new, pairing))


def _changes(sides: Sides) -> list[Change]:
    origins = Origins(sides)
    records = [*document_changes(sides, origins), *issue_changes(sides, origins), *term_changes(sides)]
    claims = [*statements_that_came_or_went(sides, origins), *claims_of_both_sides(sides, origins)]
    supports = [*support_changes(sides, origins)]
    claims += [*premises_left(sides, origins), *ground_changes(sides, supports)]
    links = [*link_changes(sides, origins)]
    before, after = compare(sides.old), compare(sides.new)
    stances = [*_stances(StanceCauses.of(sides, origins, supports), before, after)]
    theses = [*thesis_changes(sides, origins, (*supports, *stances))]
    direct = [*records, *claims, *supports, *links, *stances, *theses]
    holders = {*before.authors, *after.authors, *(change.holder for change in stances)}
    consequences = Consequences.of(direct, origins)
    return [*direct, *relation_changes(sides, before, after, holders, consequences)]


def _stances(causes: StanceCauses, before: Comparison, after: Comparison) -> Iterator[StanceChange]:
    on_issues = [causes.explained(change) for change in stance_changes(before.stances, after.stances)]
    yield from on_issues
    told = {(change.holder, claim) for change in on_issues for claim in change.claims}
    yield from map(causes.explained, attitude_changes(causes.sides, told))
