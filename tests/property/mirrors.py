"""Differences seen from the other side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import attrs

from argmap.diff.change import Change, RecordChange, edit
from argmap.diff.difference import Difference
from argmap.diff.fingerprint import told
from argmap.diff.kinds import ClaimRenamed
from argmap.diff.pairing import Pairing

Telling = tuple[str, ...]
_NAME = re.compile(r"[^\x1f\[\]]+")


def mirrored(change: Change) -> Change:
    """What the same edit is when old and new change places; what rests on a claim is told of the new side alone."""
    fields = {field.name: getattr(change, field.name) for field in attrs.fields(type(change))}
    if isinstance(change, RecordChange):
        fields |= {"edit": edit(change.new, change.old)}
    else:
        fields |= {"old": fields["new"], "new": fields["old"]}
    fields |= {"causes": tuple(map(mirrored, change.causes))}
    for field in fields.keys() & {"reaches", "used"}:
        del fields[field]
    return change.mirror(**fields)


def flipped(difference: Difference) -> Difference:
    """The mirror image of a difference, in the same names."""
    return Difference(old=difference.new, new=difference.old, changes=tuple(map(mirrored, difference.changes)))


def tellings(
    difference: Difference, names: Mapping[str, str] | None = None
) -> Counter[tuple[Telling, frozenset[Telling]]]:
    """Every change and its causes in words, with some names exchanged for others; but renamings, which name both."""

    def words(change: Change) -> Telling:
        said = told(change, difference)
        # Sorted anew, since other names have another order.
        return tuple(" ".join(sorted((names or {}).get(name, name) for name in _NAME.findall(part))) for part in said)

    return Counter(
        (words(change), frozenset(map(words, change.causes)))
        for change in difference.changes
        if not isinstance(change, ClaimRenamed)
    )


def names_there(pairing: Pairing) -> dict[str, str]:
    """New names by the old ones, for all that has one of its own."""
    kinds = (pairing.actors, pairing.documents, pairing.issues, pairing.claims)
    return {str(old): str(new) for names in kinds for old, new in names.items()}
