"""Who agrees on which question, and what is neither agreement nor disagreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.compare.alignment import Alignment
from argmap.judge.verdict import Verdict
from argmap.model.ids import IssueId
from argmap.report.comparison.answers import answers_given, linked_claims, lone_claims
from argmap.report.comparison.comparison_report import ComparisonReport, Order
from argmap.report.comparison.context import MOST_LINES, PageContext, beginning
from argmap.report.page import Block, Heading, Item, Paragraph
from argmap.wording.grouped_pairs import GroupedPairs, SharedAnswer, grouped_pairs, shared_answers
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import Words, code, joined, strong, words
from argmap.wording.verdict_sentences import agreement_sentence, verdict_and_why, why
from argmap.wording.verdicts import VERDICTS, phrase

_NEITHER = (
    Verdict.TENSION,
    Verdict.EMPHASIS,
    Verdict.UNDECIDED,
    Verdict.OVERTAKEN,
    Verdict.SUPERSEDED,
    Verdict.OTHER_TIMES,
    Verdict.COMPATIBLE,
    Verdict.MIXED,
)


def agreements(context: PageContext) -> Iterator[Block]:
    """The questions on which some agree, a line each, and links between claims that agree; or each with its answers."""
    if context.is_full:
        quiet = [those for those in _quiet(context.report) if _agreeing(those)]
        links = tuple(linked_claims(context, (Verdict.AGREEMENT, Verdict.QUALIFIED)))
        if quiet or links:
            yield Heading(2, words("Where they agree"))
        for those in quiet:
            yield from _entry(those, context)
        yield from links
        return
    yield from agreements_in_short(context, MOST_LINES)
    yield from linked_claims(context, (Verdict.AGREEMENT, Verdict.QUALIFIED))


def agreements_in_short(context: PageContext, most: int) -> Iterator[Block]:
    """The questions on which some agree, a line each: those without a difference, and of most holders, first."""
    found = [shared_answers(those) for those in map(_agreeing, _by_issue(context.report)) if those]

    def weight(groups: tuple[SharedAnswer, ...]) -> tuple[bool, bool, int, Order]:
        first = groups[0]
        return _is_faint(groups), bool(first.qualified), -len(first.sides), first.alignments[0].order

    shown, part = beginning(sorted(found, key=weight), most, whole=False)
    if shown:
        yield Heading(2, words("Where they agree", f" ({part} questions)" if part else ""))
    for groups in shown:
        faint = strong("By implication only. ") if _is_faint(groups) else ""
        said = " ".join(agreement_sentence(group, context.names) for group in groups)
        yield Item(words(faint, *context.subject(groups[0].alignments[0]), f": {said}"))


def neither_nor(context: PageContext) -> Iterator[Block]:
    """What is neither agreement nor disagreement, question by question; then claims that links join."""
    report = context.report
    links = tuple(linked_claims(context, _NEITHER))
    if context.is_full:
        found = [those for those in _quiet(report) if not _agreeing(those)]
    else:
        found = [rest for those in _by_issue(report) if (rest := [one for one in those if _is_neither(one)])]
    shown, part = beginning(found, MOST_LINES, whole=context.is_full)
    if shown or links:
        yield Heading(2, words("What is neither", f" ({part} questions)" if part else ""))
    for those in shown:
        if context.is_full:
            yield from _entry(those, context)
            continue
        told = joined(_verdicts_in_short(those, context), "; ")
        yield Item(words(*context.subject(those[0]), ": ", *told, "."))
    yield from links


def _verdicts_in_short(alignments: Iterable[Alignment], context: PageContext) -> Iterator[str]:
    """Each verdict once, with the pairs: what everybody answers stands in the table."""
    found: dict[Verdict, list[GroupedPairs]] = {}
    for group in grouped_pairs(alignments):
        found.setdefault(group.verdict, []).append(group)
    for verdict, groups in found.items():
        pairs = (_sides_of(group, context.names) for group in groups)
        yield f"{phrase(verdict)}, {' and '.join(pairs)}"


def _sides_of(group: GroupedPairs, names: ComparisonNames) -> str:
    one, other = (names.holders(side.holder for side in sides) for sides in (group.one, group.other))
    return f"{one} beside {other}"


def agreed(alignments: Iterable[Alignment], context: PageContext) -> Iterator[Block]:
    """The agreements on one issue, a sentence for each group that shares an answer."""
    names, comparison = context.names, context.report.comparison
    for group in shared_answers(one for one in alignments if one.verdict.is_agreement):
        said = words(strong(f"{_title(group)}."), " ", agreement_sentence(group, names))
        yield Paragraph(words(said, _reasons(group, context)))
        for alignment in group.alignments:
            for premise in comparison.reasons(alignment).shared:
                both = (context.claim(premise.one), " and ", context.claim(premise.other))
                yield Item(words(f"{names.holders(alignment.holders)} both rest it on ", *both, "."))


def neither(alignments: Iterable[Alignment], context: PageContext) -> Iterator[Block]:
    """What on one issue is neither agreement nor disagreement, a sentence for each group."""
    for group in grouped_pairs(filter(_is_neither, alignments)):
        yield Paragraph(verdict_and_why(group, context.names))


def one_sided(context: PageContext) -> Iterator[Block]:
    """On what one speaks and the other is silent."""
    found = context.report.one_sided
    if not found:
        return
    shown, part = beginning(found, MOST_LINES, whole=context.is_full)
    yield Heading(2, words("What one says and the other is silent on", f" ({part} questions)" if part else ""))
    yield Paragraph(words("Silence is no answer: these documents say nothing on the question, as encoded."))
    for alignment in shown:
        yield Item(words(*context.subject(alignment), ". ", why(alignment, context.names)))
        for side in (alignment.one, alignment.other) if context.is_full else ():
            yield from lone_claims(side.claims, context, 1)


def _entry(alignments: Sequence[Alignment], context: PageContext) -> Iterator[Block]:
    """A question with its answers and all that is no disagreement."""
    issue = alignments[0].issue
    assert issue is not None
    # A page on one issue tells its answers once, at the top.
    if context.report.scope.issue is None:
        yield Heading(3, words(f"{context.bare_question(issue)} (", code(issue), ")"))
        yield from answers_given(context.report.profiles(issue), issue, context)
    yield from agreed(alignments, context)
    yield from neither(alignments, context)


def _by_issue(report: ComparisonReport) -> Iterable[list[Alignment]]:
    """The pairs on each issue."""
    found: dict[IssueId, list[Alignment]] = {}
    for alignment in report.alignments:
        if alignment.issue is not None:
            found.setdefault(alignment.issue, []).append(alignment)
    return found.values()


def _quiet(report: ComparisonReport) -> Iterator[list[Alignment]]:
    """The pairs on each issue on which nobody disagrees."""
    return (those for those in _by_issue(report) if not any(one.is_disagreement for one in those))


def _agreeing(alignments: Iterable[Alignment]) -> list[Alignment]:
    return [one for one in alignments if one.verdict.is_agreement]


def _is_neither(alignment: Alignment) -> bool:
    return not alignment.is_disagreement and not alignment.verdict.is_agreement


def _is_faint(groups: tuple[SharedAnswer, ...]) -> bool:
    return all(group.is_mere_implication for group in groups)


def _title(group: SharedAnswer) -> str:
    if group.is_mere_implication:
        return "Agreement by implication"
    if not group.qualified:
        return VERDICTS[Verdict.AGREEMENT].title
    part = len(group.qualified) < len(group.alignments)
    return "Agreement, for some with a difference" if part else VERDICTS[Verdict.QUALIFIED].title


def _reasons(group: SharedAnswer, context: PageContext) -> Words:
    reasons = context.report.comparison.reasons
    apart = [one for one in group.alignments if reasons(one).same_conclusion_other_reasons]
    if not apart:
        return ()
    every = len(apart) == len(group.alignments)
    who = "they" if every else "; ".join(context.names.holders(alignment.holders) for alignment in apart)
    return words(strong(" Same conclusion, other reasons:"), f" {who} share no premise.")
