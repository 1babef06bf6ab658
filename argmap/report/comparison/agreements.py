"""The issues of a page on which nobody conflicts: who agrees, and what is neither agreement nor conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.alignment import Alignment
from argmap.judge.verdict import Verdict
from argmap.model.ids import IssueId
from argmap.report.comparison.answers import answers_given, linked_claims, lone_claims
from argmap.report.comparison.comparison_report import ComparisonReport, Order
from argmap.report.page import Block, Heading, Item, Paragraph
from argmap.wording.claim_sentences import quoted_claims
from argmap.wording.english import one_line
from argmap.wording.grouped_pairs import SharedAnswer, grouped_pairs, shared_answers
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import Words, code, strong, words
from argmap.wording.verdict_sentences import agreement_sentence, subject_of, verdict_and_why, why
from argmap.wording.verdicts import VERDICTS

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


def agreements(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """Each issue with an agreement and no conflict, in order; then single claims that links join."""
    found = agreements_in_order(report)
    links = tuple(linked_claims(report, (Verdict.AGREEMENT, Verdict.QUALIFIED), names))
    if found or links:
        yield Heading(2, words("Where they agree"))
    quiet = dict(_quiet(report))
    for groups in found:
        first = groups[0].alignments[0]
        assert first.issue is not None
        if report.scope.is_narrow or not _is_faint(groups):
            yield from _entry(first.issue, quiet[first.issue], report, names)
        else:
            told = " ".join(agreement_sentence(group, names) for group in groups)
            yield Item(words(strong("By implication only, "), "on ", subject_of(first, names), f": {told}"))
    yield from links


def agreements_in_order(report: ComparisonReport) -> list[tuple[SharedAnswer, ...]]:
    """The agreements on each issue on which nobody conflicts: those without reserve, and of most holders, first."""
    found = [shared_answers(one for one in those if one.verdict.is_agreement) for _, those in _quiet(report)]

    def weight(groups: tuple[SharedAnswer, ...]) -> tuple[bool, bool, int, Order]:
        first = groups[0]
        return _is_faint(groups), bool(first.qualified), -len(first.sides), first.alignments[0].order

    return sorted(filter(None, found), key=weight)


def neither_nor(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """Each issue with neither agreement nor conflict; then claims that links join."""
    quiet = [(issue, those) for issue, those in _quiet(report) if not any(one.verdict.is_agreement for one in those)]
    links = tuple(linked_claims(report, _NEITHER, names))
    if quiet or links:
        yield Heading(2, words("Neither agreement nor conflict"))
    for issue, those in quiet:
        yield from _entry(issue, those, report, names)
    yield from links


def agreed(alignments: Iterable[Alignment], report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """The agreements on one issue, a sentence for each group that shares an answer."""
    for group in shared_answers(one for one in alignments if one.verdict.is_agreement):
        said = words(strong(f"{_title(group)}."), " ", agreement_sentence(group, names))
        yield Paragraph(words(said, _reasons(group, report, names)))
        for alignment in group.alignments:
            for premise in report.comparison.reasons(alignment).shared:
                both = (quoted_claims([premise.one], names), " and ", quoted_claims([premise.other], names))
                yield Item(words(f"{names.holders(alignment.holders)} both rest it on ", *both, "."))


def neither(alignments: Iterable[Alignment], names: ComparisonNames) -> Iterator[Block]:
    """What on one issue is neither agreement nor conflict, a sentence for each group."""
    for group in grouped_pairs(one for one in alignments if one.verdict in _NEITHER):
        yield Paragraph(verdict_and_why(group, names))


def one_sided(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """On what one speaks and the other is silent."""
    if report.one_sided:
        yield Heading(2, words("What one says and the other is silent on"))
        yield Paragraph(words("Silence is no answer: these documents say nothing on the question, as encoded."))
    for alignment in report.one_sided:
        yield Item(words(subject_of(alignment, names), ". ", why(alignment, names)))
        for side in (alignment.one, alignment.other):
            yield from lone_claims(side.claims, names, 1)


def _entry(
    issue: IssueId, alignments: Iterable[Alignment], report: ComparisonReport, names: ComparisonNames
) -> Iterator[Block]:
    # A page on one issue tells its answers once, at the top.
    if report.scope.issue is None:
        yield Heading(3, words(f"{one_line(names.question(issue))} (", code(issue), ")"))
        whole = report.scope.is_narrow
        yield from answers_given(report.profiles(issue), issue, names, trees=False, whole=whole)
    yield from agreed(alignments, report, names)
    yield from neither(alignments, names)


def _quiet(report: ComparisonReport) -> Iterator[tuple[IssueId, list[Alignment]]]:
    """The issues on which nobody conflicts, each with its pairs."""
    found: dict[IssueId, list[Alignment]] = {}
    for alignment in report.alignments:
        if alignment.issue is not None:
            found.setdefault(alignment.issue, []).append(alignment)
    return ((issue, those) for issue, those in found.items() if not any(one.verdict.is_disagreement for one in those))


def _is_faint(groups: tuple[SharedAnswer, ...]) -> bool:
    return all(group.is_mere_implication for group in groups)


def _title(group: SharedAnswer) -> str:
    if group.is_mere_implication:
        return "Agreement by implication"
    if not group.qualified:
        return VERDICTS[Verdict.AGREEMENT].title
    part = len(group.qualified) < len(group.alignments)
    return "Agreement, in part qualified" if part else VERDICTS[Verdict.QUALIFIED].title


def _reasons(group: SharedAnswer, report: ComparisonReport, names: ComparisonNames) -> Words:
    apart = [one for one in group.alignments if report.comparison.reasons(one).same_conclusion_other_reasons]
    if not apart:
        return ()
    every = len(apart) == len(group.alignments)
    who = "they" if every else "; ".join(names.holders(alignment.holders) for alignment in apart)
    return words(strong(" Same conclusion, other reasons:"), f" {who} share no premise.")
