"""The conflicts of a page, subject by subject: who answers what, why it is a conflict, and what it turns on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from argmap.compare.alignment import Alignment
from argmap.compare.disputes import Dispute
from argmap.compare.terms import TalkingPast
from argmap.compare.unanswered import Unanswered
from argmap.judge.holder import Holder
from argmap.model.ids import ClaimId
from argmap.report.comparison.agreements import agreed, neither
from argmap.report.comparison.answers import answers_given, link_sentence, lone_claims, reason_tree
from argmap.report.comparison.comparison_report import ComparisonReport, Conflict, Order, Subject, beside_conflicts
from argmap.report.comparison.cruxes import Asked, Key, asked, beneath_it, one_dispute
from argmap.report.comparison.picture_files import Pictures
from argmap.report.page import Block, Heading, Item, Paragraph, Picture
from argmap.wording.english import one_line, quoted
from argmap.wording.grouped_pairs import GroupedPairs, grouped_pairs
from argmap.wording.names import ComparisonNames
from argmap.wording.observation_sentences import granted_sentences, unanswered_sentence
from argmap.wording.relations import link_text, reason_of, sure
from argmap.wording.spans import Span, Words, code, codes, joined, strong, words
from argmap.wording.verdict_sentences import verdict_and_why
from argmap.wording.verdicts import about


@attrs.frozen
class _Page:
    """What the section is written from.

    Attributes:
        numbers: Under which each subject stands.
        tensions: Those between single claims that are told under a conflict.
        disputes: By the two holders and the subject.
    """

    report: ComparisonReport
    names: ComparisonNames
    pictures: Pictures
    numbers: Mapping[Key, int]
    tensions: Mapping[Order, tuple[Alignment, ...]]
    disputes: Mapping[Asked, Dispute]


def conflicts(report: ComparisonReport, names: ComparisonNames, pictures: Pictures) -> Iterator[Block]:
    """A section with a numbered subsection for each subject."""
    if report.subjects:
        yield Heading(2, words("Where they disagree"))
    numbers = {_key(subject): place for place, subject in enumerate(report.subjects, 1)}
    page = _Page(report, names, pictures, numbers, beside_conflicts(report), asked(report))
    for subject in report.subjects:
        yield from _subject(subject, page)


def _subject(subject: Subject, page: _Page) -> Iterator[Block]:
    report, names = page.report, page.names
    trees, whole = report.scope.tells_reasons, report.scope.is_narrow
    if subject.link is not None:
        number = page.numbers[_key(subject)]
        yield Heading(3, words(f"{number}. Two linked statements (", code(link_text(subject.link)), ")"))
        for holder, claims in _linked_sides(subject).items():
            yield Item(words(strong(names.holder(holder))))
            yield from (reason_tree if trees else lone_claims)(claims, names, 1)
    elif subject.issue is not None and report.scope.issue is None:
        # A page on one issue tells its answers once, at the top.
        question = one_line(names.question(subject.issue))
        yield Heading(3, words(f"{page.numbers[_key(subject)]}. {question} (", code(subject.issue), ")"))
        yield from answers_given(report.profiles(subject.issue), subject.issue, names, trees=trees, whole=whole)
    found = {
        aligned.order: conflict
        for conflict in subject.conflicts
        for aligned in (conflict.alignment, conflict.alignment.mirrored())
    }
    for group in grouped_pairs(conflict.alignment for conflict in subject.conflicts):
        yield from _group(group, [found[alignment.order] for alignment in group.alignments], page)
        yield from _butterflies(group, page)
    if _do_not_meet(subject.conflicts):
        yield Paragraph(words("No deeper disagreement was found beneath it: the reasons of both sides do not meet."))
    if subject.issue is not None:
        others = [one for one in report.alignments if one.issue == subject.issue]
        yield from agreed(others, report, names)
        yield from neither(others, names)


def _group(group: GroupedPairs, conflicts: Sequence[Conflict], page: _Page) -> Iterator[Block]:
    names = page.names
    yield Paragraph(verdict_and_why(group, names))
    yield from one_dispute(conflicts, page.disputes, names)
    yield from beneath_it(conflicts, page.numbers, names)
    for conflict in conflicts:
        for alignment in page.tensions.get(conflict.alignment.order, ()):
            yield from _tension(alignment, names)
    yield from unanswered_arguments(conflicts, names, whole=page.report.scope.is_narrow)
    yield from _talking_past(conflicts, names)


def _tension(alignment: Alignment, names: ComparisonNames) -> Iterator[Item]:
    link = alignment.link
    assert link is not None
    yield Item(words(strong("Tension besides: "), f"{reason_of(link) or 'a link says so'}{sure(link)}."))
    yield Item(words(link_sentence(alignment, names), "."), 1)


def _talking_past(conflicts: Iterable[Conflict], names: ComparisonNames) -> Iterator[Item]:
    found: dict[tuple[str, ...], dict[Holder, None]] = {}
    for conflict in conflicts:
        if conflict.talking_past:
            ids = tuple(term.one.id for term in conflict.talking_past)
            found.setdefault(ids, {}).update(dict.fromkeys(conflict.alignment.holders))
    for ids, holders in found.items():
        yield Item(words(strong("One word, two meanings: "), codes(ids), f" ({names.holders(holders)}; see below)."))


def _do_not_meet(conflicts: Iterable[Conflict]) -> bool:
    """Whether there are reasons on both sides, and no conflict among these."""
    conflicts = tuple(conflicts)
    if any(conflict.turns for conflict in conflicts):
        return False
    return any(conflict.reasons.one and conflict.reasons.other for conflict in conflicts)


def _butterflies(group: GroupedPairs, page: _Page) -> Iterator[Block]:
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


Group = dict[tuple[ClaimId, ...], list[Unanswered]]


def unanswered_arguments(conflicts: Iterable[Conflict], names: ComparisonNames, *, whole: bool) -> Iterator[Item]:
    """Each argument once, by whom it is made and to whom it is left.

    Args:
        conflicts: Of one group.
        names: What everybody is called.
        whole: Whether to tell those, too, that came too late to be met.
    """
    found: dict[tuple[Holder, bool], Group] = {}
    for conflict in conflicts:
        for argument in conflict.unanswered:
            if argument.written_later and not whole:
                continue
            key = (argument.attacker, argument.written_later)
            found.setdefault(key, {}).setdefault(argument.premises, []).append(argument)
    for (attacker, later), arguments in found.items():
        attacked: dict[tuple[Holder, ...], list[list[Unanswered]]] = {}
        for same in arguments.values():
            attacked.setdefault(tuple(dict.fromkeys(one.attacked for one in same)), []).append(same)
        for holders, groups in attacked.items():
            yield from _arguments(attacker, holders, groups, later, names)


def _arguments(
    attacker: Holder, attacked: tuple[Holder, ...], groups: list[list[Unanswered]], later: bool, names: ComparisonNames
) -> Iterator[Item]:
    premises = [same[0].premises for same in groups]
    yield Item(unanswered_sentence(attacker, attacked, premises, names, later=later))
    for argument in (argument for same in groups for argument in same):
        yield from (Item(said, 1) for said in granted_sentences(argument, names))


def terms(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """Each word with what it means to whom; those that claims use first, and then those that only a question uses."""
    found: dict[str, list[TalkingPast]] = {}
    for conflict in report.conflicts:
        for term in conflict.talking_past:
            found.setdefault(term.one.id, []).append(term)
    if not found:
        return
    yield Heading(2, words("One word, two meanings"))
    yield Paragraph(words("Here the two may be talking past each other; whether they do is for the reader to judge."))
    for name in sorted(found, key=lambda name: (not any(map(_used, found[name])), name)):
        yield Item(words(code(name), *_where(found[name])))
        meanings: dict[Holder, str] = {}
        uses: dict[Holder, dict[ClaimId, None]] = {}
        for term in found[name]:
            one, other = term.conflict.holders
            meanings |= {one: term.one.meaning, other: term.other.meaning}
            for holder, claims in ((one, term.one_uses), (other, term.other_uses)):
                uses.setdefault(holder, {}).update(dict.fromkeys(claims))
        for holder in (one for one in report.holders if one in meanings):
            said = words(strong(names.holder(holder)), f": {quoted(meanings[holder])}")
            used = joined(map(names.id, uses[holder]))
            yield Item(words(said, " in " if used else "", used), 1)


def _where(found: Iterable[TalkingPast]) -> Words:
    subjects: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for term in found:
        subjects[_used(term)][about(term.conflict)] = None
    only_asked = [subject for subject in subjects[False] if subject not in subjects[True]]
    used, only = codes(subjects[True]), codes(only_asked)
    return words(", in the disagreement on " if used else "", used, ", only in the question of " if only else "", only)


def _used(term: TalkingPast) -> bool:
    return bool(term.one_uses or term.other_uses)
