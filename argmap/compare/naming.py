"""Finding holders and issues by what people type, and saying what is missing for a comparison."""

from __future__ import annotations

from enum import StrEnum

import attrs

from argmap.compare.comparison import Comparison
from argmap.judge.holder import Holder, identities
from argmap.model.corpus import Corpus
from argmap.model.ids import IssueId
from argmap.source.loosened import named
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
    actor wrote, or where there is none, the actor in every document that shows it.  What is no id is looked for as one
    that is spaced, composed or capitalised in another way, and then as a name or a title.
    """
    corpus = comparison.corpus
    known: dict[str, list[Holder]] = {}
    shown: dict[str, list[Holder]] = {}
    called: dict[str, list[str]] = {}
    for holder in comparison.holders:
        if holder.actor is None:
            known.setdefault(holder.document, []).append(holder)
            called.setdefault(holder.document, []).append(corpus.documents[holder.document].title)
            for author in identities(holder, corpus):
                own = author.rpartition(".")[2]
                written = known.setdefault(own, [])
                if holder not in written:
                    written.append(holder)
                called.setdefault(own, []).extend(_names(corpus, author))
        else:
            known[holder.id] = [holder]
            shown.setdefault(holder.actor, []).append(holder)
            called.setdefault(holder.actor, []).extend(_names(corpus, *identities(holder, corpus)))
    everybody = {word: called.get(word, ()) for word in (*known, *shown)}
    words = named(name, everybody)
    found = dict.fromkeys(holder for word in words for holder in known.get(word) or shown[word])
    return tuple(found) if found else Unknown(name, nearest(name, everybody))


def _names(corpus: Corpus, actor: str) -> tuple[str, ...]:
    record = corpus.actors.get(actor)
    return (record.name, *record.also) if record is not None else ()


def find_issue(comparison: Comparison, name: str) -> IssueId | Unknown:
    """The issue with an id, or with a question."""
    issues = comparison.corpus.issues
    found = named(name, {issue.id: (issue.question,) for issue in issues.values()})
    return IssueId(found[0]) if len(found) == 1 else Unknown(name, nearest(name, issues))


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
