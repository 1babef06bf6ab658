"""What is told of a difference, chosen and put in order; every format tells the same."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from argmap.diff.change import Change, StanceChange
from argmap.diff.change_location import documents_of
from argmap.diff.difference import Guess
from argmap.diff.fingerprint import fingerprint
from argmap.diff.significance import Judged
from argmap.model.ids import DocumentId
from argmap.report.difference.counts import verdict
from argmap.report.difference.entries import Entry, entry_of
from argmap.report.difference.names import Names
from argmap.report.difference.told import Told
from argmap.report.difference.words import before_after
from argmap.report.english import one_line

SHARED = "Shared by all documents"
"""The heading over questions, links between documents, and what else belongs to none."""


@attrs.frozen
class Group:
    """The changes of one document, what matters most first.

    Attributes:
        title: The author and the title; `SHARED` over what belongs to no document.
    """

    title: str
    entries: tuple[Entry, ...]


@attrs.frozen
class StanceRow:
    """A changed stance on an issue; a side is empty where nothing was, or is, said."""

    holder: str
    question: str
    before: str
    after: str


@attrs.frozen
class Suggestion:
    """Two claims that may be one.

    Attributes:
        line: What to write under the new claim if they are; empty where the language has no words for it.
    """

    guess: Guess
    line: str


@attrs.frozen
class Accepted:
    """A change that somebody has accepted, and why."""

    entry: Entry
    reason: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Account:
    """What is told.

    Attributes:
        verdict: One sentence that counts what changed.
        stances: What matters most first.
        groups: By document; what is shared comes last.
        partial: The names of files that could not be read whole.
    """

    verdict: str
    stances: tuple[StanceRow, ...] = ()
    groups: tuple[Group, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    partial: tuple[str, ...] = ()


def account(told: Told) -> Account:
    """What is to be told of a difference."""
    names = Names.of(told.difference)
    return Account(
        verdict=verdict((judged.change.rule for judged in told.judged), told.left_out, partial=bool(told.partial)),
        stances=tuple(_stances(told, names)),
        groups=tuple(_groups(told, names)),
        suggestions=tuple(Suggestion(guess, was_line(guess)) for guess in told.difference.guesses),
        accepted=tuple(
            Accepted(entry_of(judged, told, names), told.reasons.get(fingerprint(judged.change, told.difference), ""))
            for judged in told.accepted
        ),
        partial=told.partial,
    )


def _stances(told: Told, names: Names) -> Iterator[StanceRow]:
    found = [judged for judged in told.judged if isinstance(judged.change, StanceChange)]
    for judged in sorted(found, key=lambda judged: judged.significance.rank):
        change = judged.change
        if isinstance(change, StanceChange) and change.issue is not None:
            before, after = before_after(change, told.difference, names)
            yield StanceRow(names.holder(change.holder), names.question(change.issue), before, after)


def _groups(told: Told, names: Names) -> Iterator[Group]:
    followers = told_under(told.judged)
    followed = {number for numbers in followers.values() for number in numbers}
    found: dict[DocumentId | None, list[Entry]] = {}
    for number, judged in enumerate(told.judged):
        if number not in followed:
            document = next(iter(documents_of(judged.change, told.difference)), None)
            found.setdefault(document, []).append(_entry(number, told, names.within(document), followers))
    groups = {document: sorted(entries, key=_weight) for document, entries in found.items()}
    for document in sorted(groups, key=lambda one: (one is None, groups[one][0].gravest.rank, one or "")):
        yield Group(_title(document, names), tuple(groups[document]))


def _entry(number: int, told: Told, names: Names, followers: dict[int, list[int]]) -> Entry:
    below = (_entry(each, told, names, followers) for each in followers.get(number, ()))
    return entry_of(told.judged[number], told, names, sorted(below, key=_weight))


def _weight(entry: Entry) -> tuple[int, int, bool]:
    """What matters most first, by itself or through what follows; of what matters alike, stances."""
    return (entry.gravest.rank, entry.significance.rank, not entry.is_stance)


def told_under(judged: tuple[Judged, ...]) -> dict[int, list[int]]:
    """By the number of a change, the numbers of those told under it: each once, under a stance if one is a cause."""
    places: dict[Change, int] = {each.change: number for number, each in enumerate(judged)}
    found: dict[int, list[int]] = {}
    for number, each in enumerate(judged):
        causes = [cause for cause in each.change.causes if cause in places]
        if causes:
            first = min(causes, key=lambda cause: (not isinstance(cause, StanceChange), places[cause]))
            found.setdefault(places[first], []).append(number)
    return found


def _title(document: DocumentId | None, names: Names) -> str:
    if document is None:
        return SHARED
    corpus = names.document(document)
    title = one_line(corpus.documents[document].title) if corpus is not None else ""
    author = names.within(None).author(document)
    return f"{author}: {title}" if title and title != author else author


def was_line(guess: Guess) -> str:
    """The line to write under the new claim if the two are one; empty where an id is looked up in another document."""
    if guess.old.document != guess.new.document:
        return ""
    return f"was: {', '.join((*guess.new.was, guess.old.name))}"
