"""The conflicts of a page, subject by subject: who answers what, why it is a conflict, and what it turns on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.holder import Holder
from argmap.model.ids import ClaimId
from argmap.report.comparison.account import Account, Conflict, Subject
from argmap.report.comparison.agreements import agreed, neither
from argmap.report.comparison.answers import answers_given
from argmap.report.comparison.beneath import beneath
from argmap.report.comparison.linked import joined
from argmap.report.comparison.pictures import Pictures
from argmap.report.comparison.reasons import single, tree
from argmap.report.comparison.tensions import Order, beside_conflicts
from argmap.report.comparison.unmet import unmet
from argmap.report.page import Block, Heading, Item, Paragraph, Picture
from argmap.wording.comparison_names import ComparisonNames
from argmap.wording.english import one_line
from argmap.wording.grouped_pairs import Facing, facing
from argmap.wording.relations import link_text
from argmap.wording.spans import Span, code, strong, words
from argmap.wording.verdict_sentences import why_facing
from argmap.wording.verdicts import VERDICTS

Key = tuple[str, str]


@attrs.frozen
class _Page:
    """What the section is written from.

    Attributes:
        numbers: Under which each subject stands.
        tensions: Those between single claims that are told under a conflict.
    """

    account: Account
    names: ComparisonNames
    pictures: Pictures
    numbers: Mapping[Key, int]
    tensions: Mapping[Order, tuple[Alignment, ...]]


def conflicts(account: Account, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    """A section with a numbered subsection for each subject."""
    if account.subjects:
        yield Heading(2, words("Where they conflict"))
    numbers = {_key(subject): place for place, subject in enumerate(account.subjects, 1)}
    page = _Page(account, names, pictures, numbers, beside_conflicts(account))
    for subject in account.subjects:
        yield from _subject(subject, page)


def _subject(subject: Subject, page: _Page) -> Iterator[Block]:
    account, names = page.account, page.names
    trees, whole = account.scope.tells_reasons, account.scope.is_narrow
    if subject.link is not None:
        yield Heading(
            3, words(f"{page.numbers[_key(subject)]}. Two linked statements (", code(link_text(subject.link)), ")")
        )
        for holder, claims in _linked_sides(subject).items():
            yield Item(words(strong(names.holder(holder))))
            yield from (tree if trees else single)(claims, names, 1)
    elif subject.issue is not None and account.scope.issue is None:
        # A page on one issue tells its answers once, at the top.
        question = one_line(names.question(subject.issue))
        yield Heading(3, words(f"{page.numbers[_key(subject)]}. {question} (", code(subject.issue), ")"))
        yield from answers_given(account.profiles(subject.issue), subject.issue, names, trees=trees, whole=whole)
    found = {order: conflict for conflict in subject.conflicts for order in _orders(conflict.alignment)}
    for group in facing(conflict.alignment for conflict in subject.conflicts):
        yield from _group(group, [found[alignment.order] for alignment in group.alignments], page)
        yield from _butterflies(group, page)
    if _do_not_meet(subject.conflicts):
        yield Paragraph(words("No deeper conflict was found beneath it: the reasons of both sides do not meet."))
    if subject.issue is not None:
        others = [one for one in account.alignments if one.issue == subject.issue]
        yield from agreed(others, account, names)
        yield from neither(others, names)


def _group(group: Facing, conflicts: Sequence[Conflict], page: _Page) -> Iterator[Block]:
    names = page.names
    implied = (strong(" [implied]"),) if group.first.implied else ()
    yield Paragraph(words(strong(f"{VERDICTS[group.verdict].title}."), *implied, " ", why_facing(group, names)))
    yield from beneath(conflicts, page.numbers, names)
    for conflict in conflicts:
        for alignment in page.tensions.get(conflict.alignment.order, ()):
            yield from _tension(alignment, names)
    yield from unmet(conflicts, names, whole=page.account.scope.is_narrow)
    yield from _talking_past(conflicts, names)


def _tension(alignment: Alignment, names: ComparisonNames) -> Iterator[Item]:
    link = alignment.link
    why = one_line(link.why).rstrip(".") if link is not None and link.why else "a link says so"
    sure = f" ({link.confidence:g})" if link is not None and link.confidence is not None else ""
    yield Item(words(strong("Tension besides: "), f"{why}{sure}."))
    yield Item(words(joined(alignment, names), "."), 1)


def _talking_past(conflicts: Iterable[Conflict], names: ComparisonNames) -> Iterator[Item]:
    found: dict[tuple[str, ...], dict[Holder, None]] = {}
    for conflict in conflicts:
        if conflict.talking_past:
            ids = tuple(term.one.id for term in conflict.talking_past)
            found.setdefault(ids, {}).update(dict.fromkeys(conflict.alignment.holders))
    for ids, holders in found.items():
        shown: list[str | Span] = []
        for one in ids:
            shown += [", " if shown else "", code(one)]
        yield Item(words(strong("One word, two meanings: "), *shown, f" ({names.holders(holders)}; see below)."))


def _do_not_meet(conflicts: Iterable[Conflict]) -> bool:
    """Whether there are reasons on both sides, and no conflict among these."""
    conflicts = tuple(conflicts)
    if any(conflict.cruxes or conflict.contested for conflict in conflicts):
        return False
    return any(conflict.reasons.one and conflict.reasons.other for conflict in conflicts)


def _butterflies(group: Facing, page: _Page) -> Iterator[Block]:
    """The first as a picture, further ones as links."""
    found = {page.pictures.butterfly(alignment): alignment for alignment in group.alignments}
    found.pop("", None)
    for number, (file, alignment) in enumerate(found.items()):
        says = f"The reasons of {page.names.holders(alignment.holders)} beside each other"
        yield Item(words(Span(says, target=file))) if number else Picture(file, says)


def _linked_sides(subject: Subject) -> dict[Holder, tuple[ClaimId, ...]]:
    found: dict[Holder, tuple[ClaimId, ...]] = {}
    for conflict in subject.conflicts:
        for side in (conflict.alignment.one, conflict.alignment.other):
            found.setdefault(side.holder, side.claims)
    return found


def _key(subject: Subject) -> Key:
    return subject.conflicts[0].alignment.order[:2]


def _orders(alignment: Alignment) -> tuple[Order, Order]:
    return alignment.order, alignment.mirrored().order
