"""The outcome for whoever reads no further: the conflicts and agreements that weigh most, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.report.comparison.account import Account, Subject
from argmap.report.comparison.agreements import agreements_in_order
from argmap.report.comparison.linked import joined
from argmap.report.page import Block, Heading, Item
from argmap.wording.comparison_names import ComparisonNames
from argmap.wording.english import counted
from argmap.wording.grouped_pairs import Facing, counting, facing
from argmap.wording.spans import Words, strong, words
from argmap.wording.stances import says, says_just_that
from argmap.wording.verdict_sentences import shared, subject_of

_CONFLICTS = 5
_AGREEMENTS = 3


def in_brief(account: Account, names: ComparisonNames) -> Iterator[Block]:
    """Conflicts and agreements in the order of the page; nothing where the page is hardly longer."""
    agreed = agreements_in_order(account)
    if account.scope.issue is not None or len(account.subjects) + len(agreed) <= _AGREEMENTS:
        return
    yield Heading(2, words("In brief"))
    for subject in account.subjects[:_CONFLICTS]:
        yield Item(words(strong("Conflict"), *_conflict(subject, names), "."))
    for groups in agreed[:_AGREEMENTS]:
        asked = subject_of(groups[0].alignments[0], names)
        yield Item(words(strong("Agreement"), " on ", asked, f": {shared(groups[0], names)}"))


def _conflict(subject: Subject, names: ComparisonNames) -> Iterator[Words | str]:
    groups = facing(conflict.alignment for conflict in subject.conflicts)
    main = max(groups, key=lambda group: len(group.alignments))
    if subject.issue is None:
        yield f" of {names.holders(main.holders)}: "
        yield joined(main.first, names)
    else:
        yield " on "
        yield subject_of(main.first, names)
        yield f": {_facing(main, names)}"
        rest = len(subject.conflicts) - len(main.alignments)
        yield f", and {counted(rest, 'other pair')} {'conflicts' if rest == 1 else 'conflict'}" if rest else ""
    yield "; "
    yield _turning(subject, names)


def _facing(group: Facing, names: ComparisonNames) -> str:
    one, other = (counting(side)[0].position for side in (group.first.one, group.first.other))
    if one == other:
        return f"{says(group.one, names)}, and {says_just_that(group.other, names)}"
    return f"{says(group.one, names)}, {says(group.other, names)}"


def _turning(subject: Subject, names: ComparisonNames) -> Words:
    turning = [conflict for conflict in subject.conflicts if conflict.cruxes]
    if turning:
        found = {crux.conflict.order[:2]: crux.conflict for conflict in turning for crux in conflict.cruxes}
        parts: list[str | Words] = []
        for deeper in found.values():
            parts += [" and " if parts else "", subject_of(deeper, names)]
        every = len(turning) == len(subject.conflicts)
        between = "" if every else f" for {len(turning)} of {counted(len(subject.conflicts), 'pair')}"
        return words(f"it turns{between} on ", *parts)
    beneath = {crux.conflict.order[:2] for conflict in subject.conflicts for crux in conflict.contested}
    if beneath:
        one = "the one conflict" if len(beneath) == 1 else f"any one of the {len(beneath)} conflicts"
        return words(f"it does not turn on {one} beneath it")
    return words("no deeper conflict was found beneath it")
