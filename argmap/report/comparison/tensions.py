"""Tensions between single claims that belong to a conflict of the same two holders."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.compare.alignment import Alignment
from argmap.compare.holder import Holder
from argmap.compare.verdict import Verdict
from argmap.report.comparison.account import Account, Conflict

Order = tuple[str, str, tuple[str, str], tuple[str, str]]


def beside_conflicts(account: Account) -> Mapping[Order, tuple[Alignment, ...]]:
    """For each conflict, by its order, the tensions that a link declares between the same two and one of its claims.

    A tension is told once: under the first of the conflicts that it touches.
    """
    by_pair: dict[frozenset[Holder], list[Conflict]] = {}
    for conflict in account.conflicts:
        by_pair.setdefault(frozenset(conflict.alignment.holders), []).append(conflict)
    found: dict[Order, tuple[Alignment, ...]] = {}
    for alignment in account.alignments:
        if alignment.link is None or alignment.verdict is not Verdict.TENSION:
            continue
        claims = {*alignment.one.claims, *alignment.other.claims}
        for conflict in by_pair.get(frozenset(alignment.holders), ()):
            upper = conflict.alignment
            if not claims.isdisjoint((*upper.one.claims, *upper.other.claims)):
                found[upper.order] = (*found.get(upper.order, ()), alignment)
                break
    return found
