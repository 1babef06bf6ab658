"""The questions in dispute: who stands on which side, why that is a disagreement, and what it turns on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.compare.alignment import Alignment, Side
from argmap.compare.disputes import DisputedQuestion
from argmap.compare.terms import TalkingPast
from argmap.compare.unanswered import Unanswered
from argmap.compare.weight import Weights
from argmap.judge.holder import Holder
from argmap.model.ids import ClaimId, IssueId
from argmap.model.link import Link
from argmap.report.comparison.agreements import agreed, neither
from argmap.report.comparison.answers import answers_given, link_sentence, reason_tree
from argmap.report.comparison.comparison_report import Disagreement, Order, tensions_beside
from argmap.report.comparison.context import PageContext
from argmap.report.comparison.cruxes import beneath_it, turning_in_short
from argmap.report.page import Block, Heading, Item, Paragraph, Picture
from argmap.wording.claim_sentences import bare_claim
from argmap.wording.english import counted, first_lower, quoted, shortened
from argmap.wording.grouped_pairs import GroupedPairs, grouped_pairs
from argmap.wording.names import ComparisonNames
from argmap.wording.observation_sentences import granted_sentences, unanswered_sentence
from argmap.wording.relations import link_text, reason_of, sure
from argmap.wording.spans import Span, Words, code, codes, joined, strong, words
from argmap.wording.stance_sentences import side_answer, side_note
from argmap.wording.verdict_reasons import title_of
from argmap.wording.verdict_sentences import against, verdict_and_why
from argmap.wording.verdicts import about

_MOST_SIDES = 5
"""Answers that a brief account names of one question."""
_SIDE_IN_BRIEF = 160
"""Characters of an answer with those who give it, likewise."""

# --- In short


def in_short(question: DisputedQuestion, context: PageContext) -> Iterator[Block]:
    """A question with each side's own sentence, the verdict, what it turns on, and the command that tells it all."""
    yield from _heading(question.subject, context)
    if context.report.scope.issue is None:
        # A page on one issue tells its answers once, at the top.
        yield from (Item(_side(sides, context)) for sides in question.sides)
    yield Item(_verdicts(question, context))
    turning = joined(turning_in_short(question, context), " ")
    where = context.where_all_is_told(question.subject)
    yield Item(words(*turning, " In full: " if turning else "In full: ", *where, *_butterfly_links(question, context)))


def in_a_line(question: DisputedQuestion, context: PageContext) -> Item:
    """A question with its verdict and what it turns on, and nothing else."""
    asked, verdicts = context.about(question.subject), _verdicts(question, context)
    turning = joined(turning_in_short(question, context), " ")
    return Item(words(*asked, ": ", *verdicts, " ", *turning, *_butterfly_links(question, context)))


def in_brief(question: DisputedQuestion, context: PageContext) -> Iterator[Item]:
    """A question in a line, and in another who answers what, and how that part them."""
    number = context.number(question.subject)
    yield Item(words(f"{number}. ", *context.about(question.subject)))
    groups = grouped_pairs(question.disagreements)
    verdicts = dict.fromkeys(first_lower(title_of(group, context.names.corpus)) for group in groups)
    sides = joined((_side_in_brief(side, context) for side in question.sides[:_MOST_SIDES]), "; ")
    more = len(question.sides[_MOST_SIDES:])
    rest = f"; {counted(more, 'more answer')}" if more else ""
    yield Item(words(*sides, f"{rest}: {', or '.join(verdicts)}."), 1)


def _heading(subject: IssueId | Link, context: PageContext, level: int = 3) -> Iterator[Block]:
    number = context.number(subject)
    place = f"{number}. " if level == 3 and number is not None else ""
    if isinstance(subject, Link):
        yield Heading(level, words(f"{place}Two linked statements (", code(link_text(subject)), ")"))
    elif context.report.scope.issue is None:
        yield Heading(level, words(f"{place}{context.bare_question(subject)} (", code(subject), ")"))


def _side(sides: Sequence[Side], context: PageContext) -> Words:
    """``“It can”, A (2020): It rains (`a.rain`); also B (2021)``: of the holder who weighs most, the chief claim."""
    # How firmly, the claim shows.
    answer = words(strong(side_answer(sides[0], context.names, firmly=False)))
    others = context.names.mentioned(side.holder for side in sides[1:]) if sides[1:] else ""
    said = _with_claim(sides[0], context)
    return words(*answer, ", " if answer else "", *said, f"; also {others}" if others else "")


def _verdicts(question: DisputedQuestion, context: PageContext) -> Words:
    """The verdict of the weightiest dispute, and those of the others by their titles; what else they part on."""
    first, *others = grouped_pairs(question.disagreements)
    said = [_verdict(first, context)]
    if others:
        pairs = sum(len(group.alignments) for group in others)
        titles = dict.fromkeys(first_lower(title_of(group, context.names.corpus)) for group in others)
        said.append(words(f"{counted(pairs, 'more dispute')} on it: {', '.join(titles)}."))
    if question.beside:
        said.append(words("The same claims also part them on ", *_listed(question.beside, context), "."))
    return joined(said, " ")


def _with_claim(side: Side, context: PageContext) -> Words:
    """``Author A (2020): It rains (`a.rain`)``."""
    names = context.names
    note = side_note(side)
    name = f"{names.holder(side.holder)}{f' ({note})' if note else ''}: "
    if not side.claims:
        return words(name)
    claim = Weights(names.corpus).chief(side)
    if claim in context.claims:
        return words(name, names.id(claim))
    context.claims.add(claim)
    part = f", 1 of {len(side.claims)} claims" if len(side.claims) > 1 else ""
    return words(name, *bare_claim(claim, names), " (", names.id(claim), f"{part})")


def _verdict(group: GroupedPairs, context: PageContext) -> Words:
    return against(group, context.names, alone=len(context.report.pairs) == 1)


def _side_in_brief(side: Sequence[Side], context: PageContext) -> Words:
    who = context.names.holders(one.holder for one in side)
    answer = side_answer(side[0], context.names)
    return words(shortened(f"{answer}: {who}" if answer else who, _SIDE_IN_BRIEF))


def _listed(subjects: Iterable[IssueId | Link], context: PageContext) -> Words:
    return joined(map(context.about, subjects), ", ", " and ")


def _butterfly_links(question: DisputedQuestion, context: PageContext) -> Words:
    """The pictures of its disputes, as links in a line."""
    found = (one for dispute in question.disputes for one in dispute.questions)
    files = dict.fromkeys(filter(None, map(context.pictures.butterfly, found)))
    links = (
        Span(f"picture {number}" if len(files) > 1 else "picture", target=file) for number, file in enumerate(files, 1)
    )
    return words("; " if files else "", *joined(links))


# --- With all that bears on it


def in_full(question: DisputedQuestion, context: PageContext) -> Iterator[Block]:
    """A question with everything that bears on it, and behind it what else its disputes are on."""
    for level, subject in ((3, question.subject), *((4, other) for other in question.beside)):
        yield from _subject(subject, level, context)


def _subject(subject: IssueId | Link, level: int, context: PageContext) -> Iterator[Block]:
    report = context.report
    found = report.on(subject)
    yield from _heading(subject, context, level)
    if isinstance(subject, Link):
        for side in {side.holder: side for one in found for side in (one.alignment.one, one.alignment.other)}.values():
            yield Item(words(strong(context.names.holder(side.holder))))
            yield from reason_tree(side.claims, context, 1)
    elif report.scope.issue is None:
        yield from answers_given(report.profiles(subject), subject, context)
    by_order = {each.order: one for one in found for each in (one.alignment, one.alignment.mirrored())}
    tensions = tensions_beside(report)
    for group in grouped_pairs(one.alignment for one in found):
        yield from _group(group, [by_order[alignment.order] for alignment in group.alignments], tensions, context)
    if not isinstance(subject, Link):
        others = [one for one in report.alignments if one.issue == subject]
        yield from agreed(others, context)
        yield from neither(others, context)


def _group(
    group: GroupedPairs,
    disagreements: Sequence[Disagreement],
    tensions: Mapping[Order, tuple[Alignment, ...]],
    context: PageContext,
) -> Iterator[Block]:
    names = context.names
    yield Paragraph(verdict_and_why(group, names))
    yield from beneath_it(disagreements, context)
    for disagreement in disagreements:
        for alignment in tensions.get(disagreement.alignment.order, ()):
            yield from _tension(alignment, names)
    yield from unanswered_arguments(disagreements, context)
    yield from _talking_past(disagreements, names)
    files = dict.fromkeys(filter(None, map(context.pictures.butterfly, group.alignments)))
    says = f"The reasons of {names.holders(group.holders)} beside each other"
    yield from (Picture(file, says) for file in files)


def _tension(alignment: Alignment, names: ComparisonNames) -> Iterator[Item]:
    link = alignment.link
    assert link is not None
    yield Item(words(strong("Tension besides: "), f"{reason_of(link) or 'a link says so'}{sure(link)}."))
    yield Item(words(link_sentence(alignment, names), "."), 1)


def _talking_past(disagreements: Iterable[Disagreement], names: ComparisonNames) -> Iterator[Item]:
    found: dict[tuple[str, ...], dict[Holder, None]] = {}
    for disagreement in disagreements:
        if disagreement.talking_past:
            ids = tuple(term.one.id for term in disagreement.talking_past)
            found.setdefault(ids, {}).update(dict.fromkeys(disagreement.alignment.holders))
    for ids, holders in found.items():
        yield Item(words(strong("One word, two meanings: "), codes(ids), f" ({names.holders(holders)}; see below)."))


# --- Arguments that nobody met, and words in two senses


Group = dict[tuple[ClaimId, ...], list[Unanswered]]


def unanswered_arguments(disagreements: Iterable[Disagreement], context: PageContext) -> Iterator[Item]:
    """Each argument once, by whom it is made and to whom it is left; those that came too late to be met, too."""
    found: dict[tuple[Holder, bool], Group] = {}
    for disagreement in disagreements:
        for argument in disagreement.unanswered:
            key = (argument.attacker, argument.written_later)
            found.setdefault(key, {}).setdefault(argument.premises, []).append(argument)
    for (attacker, later), arguments in found.items():
        attacked: dict[tuple[Holder, ...], list[list[Unanswered]]] = {}
        for same in arguments.values():
            attacked.setdefault(tuple(dict.fromkeys(one.attacked for one in same)), []).append(same)
        for holders, groups in attacked.items():
            yield from _arguments(attacker, holders, groups, later, context)


def _arguments(
    attacker: Holder, attacked: tuple[Holder, ...], groups: list[list[Unanswered]], later: bool, context: PageContext
) -> Iterator[Item]:
    arguments = joined((context.all_claims(same[0].premises) for same in groups), "; ")
    yield Item(unanswered_sentence(attacker, attacked, arguments, context.names, later=later))
    for argument in (argument for same in groups for argument in same):
        granted = context.all_claims(argument.granted)
        yield from (Item(said, 1) for said in granted_sentences(argument, granted, context.names))


def terms(context: PageContext) -> Iterator[Block]:
    """Each word with what it means to whom; those that claims use first, and then those that only a question uses."""
    found: dict[str, list[TalkingPast]] = {}
    for disagreement in context.report.disagreements:
        for term in disagreement.talking_past:
            found.setdefault(term.one.id, []).append(term)
    if not found:
        return
    names = context.names
    yield Heading(2, words("One word, two meanings"))
    yield Paragraph(words("Here the two may be talking past each other; whether they do is for the reader to judge."))
    for name in sorted(found, key=lambda name: (not any(map(_used, found[name])), name)):
        meanings: dict[Holder, str] = {}
        uses: dict[Holder, dict[ClaimId, None]] = {}
        for term in found[name]:
            one, other = term.conflict.holders
            meanings |= {one: term.one.meaning, other: term.other.meaning}
            for holder, claims in ((one, term.one_uses), (other, term.other_uses)):
                uses.setdefault(holder, {}).update(dict.fromkeys(claims))
        said = [(holder, meanings[holder]) for holder in context.report.holders if holder in meanings]
        if not context.is_full:
            told = "; ".join(f"{names.holder(holder)}: {quoted(meaning)}" for holder, meaning in said)
            yield Item(words(code(name), f": {told}."))
            continue
        yield Item(words(code(name), *_where(found[name])))
        for holder, meaning in said:
            used = joined(map(names.id, uses[holder]))
            yield Item(words(strong(names.holder(holder)), f": {quoted(meaning)}", " in " if used else "", used), 1)


def _where(found: Iterable[TalkingPast]) -> Words:
    subjects: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for term in found:
        subjects[_used(term)][about(term.conflict)] = None
    only_asked = [subject for subject in subjects[False] if subject not in subjects[True]]
    used, only = codes(subjects[True]), codes(only_asked)
    return words(", in the disagreement on " if used else "", used, ", only in the question of " if only else "", only)


def _used(term: TalkingPast) -> bool:
    return bool(term.one_uses or term.other_uses)
