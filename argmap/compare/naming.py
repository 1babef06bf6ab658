"""Finding holders and issues by what people type, and saying what is missing for a comparison."""

from __future__ import annotations

from enum import StrEnum

import attrs

from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder, identities
from argmap.model.ids import IssueId
from argmap.source.nearest import nearest


@attrs.frozen
class Unknown:
    """A name that nobody has.

    Attributes:
        name: As typed.
        nearest: The known name most like it; None where none is like it.
    """

    name: str
    nearest: str | None


class Lack(StrEnum):
    """Why there is nothing to compare."""

    NO_DOCUMENT = "no-document"
    ONE_HOLDER = "one-holder"
    """Fewer than two holders take a stance, and no link joins two."""
    NOTHING_SHARED = "nothing-shared"
    """No two holders answer one issue, and no link joins two: answers to shared issues, or links, are needed."""


def find_holders(comparison: Comparison, name: str) -> tuple[Holder, ...] | Unknown:
    """The holders that a name means, sorted.

    A document's id means its author; ``document/actor`` an actor of one document; an actor's id all documents that the
    actor wrote, or where there is none, the actor in every document that shows it.
    """
    known: dict[str, list[Holder]] = {}
    shown: dict[str, list[Holder]] = {}
    for holder in comparison.holders:
        if holder.actor is None:
            known.setdefault(holder.document, []).append(holder)
            for author in identities(holder, comparison.corpus):
                written = known.setdefault(author.rpartition(".")[2], [])
                if holder not in written:
                    written.append(holder)
        else:
            known[holder.id] = [holder]
            shown.setdefault(holder.actor, []).append(holder)
    found = known.get(name) or shown.get(name)
    return tuple(found) if found else Unknown(name, nearest(name, (*known, *shown)))


def find_issue(comparison: Comparison, name: str) -> IssueId | Unknown:
    """The issue with an id."""
    issues = comparison.corpus.issues
    return IssueId(name) if name in issues else Unknown(name, nearest(name, issues))


def lack(comparison: Comparison) -> Lack | None:
    """Why no two holders can be compared; None where some can."""
    if not comparison.documents:
        return Lack.NO_DOCUMENT
    stances = comparison.stances
    shared = any(len(profiles) > 1 for profiles in stances.by_issue.values())
    if shared or any(one != other for one, other in comparison.linked):
        return None
    speaking = [holder for holder, profiles in stances.by_holder.items() if profiles]
    return Lack.ONE_HOLDER if len(speaking) < 2 else Lack.NOTHING_SHARED
