"""Which changes are told in one sentence, and which below which.

What follows from a change is told below it.  Short, what is one edit or one consequence is one sentence: a step whose
premises do something else now, the reasons and the grounds that go with them, and what one holder and others are to
each other now on one question; what matters least of that is only counted.  In full, every change has a sentence of its
own.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from argmap.diff.causes import followers_of
from argmap.diff.change import AlignmentChange, Change, CruxChange, StanceChange, SupportChange
from argmap.diff.change_subject import documents_of
from argmap.diff.difference import Difference
from argmap.diff.kinds import ConclusionGrounded, ConclusionUngrounded, SupportAdded, SupportFlipped, SupportRemoved
from argmap.diff.significance import Judged, Significance
from argmap.model.ids import DocumentId
from argmap.wording.claim_changes import turned
from argmap.wording.disagreement_changes import alignment_sort, crux_sort
from argmap.wording.names import DifferenceNames

_MOST_OF_A_KIND = 6
"""Sentences of one kind below a change; what would take more is only counted."""


class Told(NamedTuple):
    """Changes that are told in one sentence, that which says most first, and what is told below them.

    Attributes:
        names: What everybody is called in the sentence.
        home: The document to tell it under; None for what is shared.
        counted: Whether the sentence only says how many of each kind they are.
    """

    changes: tuple[Judged, ...]
    names: DifferenceNames
    home: DocumentId | None
    follows: tuple[Told, ...] = ()
    counted: bool = False


def telling(
    judged: Sequence[Judged], difference: Difference, *, full: bool, under_headings: bool = False
) -> tuple[Told, ...]:
    """All changes, each in one sentence, in their order.

    Args:
        judged: The changes.
        difference: What they are changes of.
        full: Whether each change has a sentence of its own.
        under_headings: Whether they are told under the name of whoever wrote the document.
    """
    names = DifferenceNames.of(difference)
    found = _Telling(tuple(judged), full)
    by_home: dict[DocumentId | None, list[int]] = {}
    for number in _roots(judged):
        document = next(iter(documents_of(judged[number].change, difference)), None)
        by_home.setdefault(document, []).append(number)
    return tuple(
        told
        for home, numbers in by_home.items()
        for told in found.of(numbers, names.within(home) if under_headings else names, home)
    )


def _roots(judged: Sequence[Judged]) -> list[int]:
    below = {number for numbers in followers_of(judged).values() for number in numbers}
    return [number for number in range(len(judged)) if number not in below]


class _Telling:
    def __init__(self, judged: tuple[Judged, ...], full: bool) -> None:
        self._judged = judged
        self._full = full
        self._below = followers_of(judged)

    def of(self, numbers: Sequence[int], names: DifferenceNames, home: DocumentId | None) -> Iterator[Told]:
        """Changes that stand beside each other, with what follows from them."""
        for group in ([number] for number in numbers) if self._full else self._together(numbers, names):
            below = sorted({other for number in group for other in self._below.get(number, ())} - {*group})
            changes = self._changes(group)
            yield Told(changes, names, home, tuple(self._under(below, names.below(changes[0].change), home)))

    def _under(self, numbers: Sequence[int], names: DifferenceNames, home: DocumentId | None) -> Iterator[Told]:
        """What follows from one; short, what is too much of a kind, and what matters least, is only counted."""
        if self._full:
            yield from self.of(numbers, names, home)
            return
        kinds: dict[Hashable, list[int]] = {}
        for number in numbers:
            kinds.setdefault(self._kind(number), []).append(number)
        counted = [
            several
            for kind, several in kinds.items()
            if self._is_least(several[0]) or (kind and len(self._together(several, names)) > _MOST_OF_A_KIND)
        ]
        only = {number for several in counted for number in several}
        yield from self.of([number for number in numbers if number not in only], names, home)
        yield from (Told(self._changes(several), names, home, counted=True) for several in counted)

    def _changes(self, numbers: Sequence[int]) -> tuple[Judged, ...]:
        return tuple(self._judged[number] for number in numbers)

    def _kind(self, number: int) -> Hashable:
        """The same for changes that can be counted together: those of stances, or of one rule, with nothing below."""
        if number in self._below:
            return ""
        change, significance = self._judged[number].change, self._judged[number].significance
        return "stances" if isinstance(change, StanceChange) else (change.rule, significance)

    def _is_least(self, number: int) -> bool:
        """Whether it matters least how holders stand to each other now, and nothing is told below it."""
        change, significance = self._judged[number].change, self._judged[number].significance
        between = isinstance(change, AlignmentChange | CruxChange)
        return between and significance is Significance.LOW and number not in self._below

    def _together(self, numbers: Sequence[int], names: DifferenceNames) -> list[list[int]]:
        """The same changes, and what is told in one sentence with them, each group where its first one stands."""
        groups: dict[Hashable, list[int]] = {}
        grounds = {number: group for group in self._grounds(numbers) for number in group}
        for number in numbers:
            if number in grounds:
                groups[tuple(grounds[number])] = grounds[number]
            else:
                groups.setdefault(_sort(self._judged[number].change, number, names), []).append(number)
        return list(groups.values())

    def _grounds(self, numbers: Sequence[int]) -> Iterator[list[int]]:
        """The changes of the steps of one conclusion that are one edit, after what they made of its grounds."""
        steps: dict[str, dict[int, SupportChange]] = {}
        lost: dict[str, int] = {}
        for number in numbers:
            change = self._judged[number].change
            if isinstance(change, SupportChange):
                steps.setdefault(change.conclusion, {})[number] = change
        for number in (*numbers, *(other for above in numbers for other in self._below.get(above, ()))):
            change = self._judged[number].change
            if isinstance(change, ConclusionGrounded | ConclusionUngrounded):
                lost[change.record.id] = number
        for conclusion, changes in steps.items():
            grounds = [lost[conclusion]] if conclusion in lost else []
            one_edit = {id(change) for pair in turned(changes.values()) for change in pair}
            found = [
                number
                for number, change in changes.items()
                if (grounds and isinstance(change, _REASONS)) or id(change) in one_edit
            ]
            if len(found) + len(grounds) > 1 and found:
                yield [*grounds, *found]


_REASONS = (SupportAdded, SupportRemoved, SupportFlipped)


def _sort(change: Change, number: int, names: DifferenceNames) -> Hashable:
    match change:
        case AlignmentChange():
            return alignment_sort(change, names)
        case CruxChange():
            return crux_sort(change, names)
        case _:
            return number
