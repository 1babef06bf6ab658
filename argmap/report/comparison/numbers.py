"""The numbers of a page; small ones always with their counts."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.compare.agreement import IssueNumbers, PairNumbers, Share, most_consensual, most_divisive
from argmap.compare.krippendorff import Alpha
from argmap.report.comparison.comparison_report import ComparisonReport
from argmap.report.page import Block, Heading, Item, Paragraph
from argmap.wording.english import counted, quoted
from argmap.wording.names import ComparisonNames
from argmap.wording.spans import code, words

_MOST = 5


def numbers(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """Pairs, issues, and agreement beyond chance."""
    speaking = [found for found in report.pair_numbers if found.agreement.of]
    if not (speaking or any(issue.holders > 1 for issue in report.issue_numbers)):
        return
    yield Heading(2, words("In numbers"))
    if speaking:
        near = any(pair.nearness is not None for pair in speaking)
        scales = " Nearness on scales: 1 is the same place, 0 the opposite end." if near else ""
        yield Paragraph(words(f"Of the questions that both answer.{scales}"))
    for pair in speaking:
        yield Item(words(_pair(pair, names)))
    if report.scope.issue is None:
        yield from _ranked(report, names)
    for issue in report.issue_numbers if report.scope.issue is not None else ():
        shares = f"{share(issue.agreement)} pairs agree, and {share(issue.conflict)} conflict"
        yield Item(words(f"Of the documents alone, {shares}{_taken(issue)}."))
    if report.reliability is not None:
        yield Paragraph(
            words(
                "Agreement beyond chance (Krippendorff's alpha: 1 is full agreement, 0 what chance would give): "
                + "; ".join(_alphas(report))
                + "."
            )
        )


def share(found: Share) -> str:
    """``3 of 12``."""
    return f"{found.count} of {found.of}"


def _pair(pair: PairNumbers, names: ComparisonNames) -> str:
    qualified = f" ({pair.qualified.count} qualified)" if pair.qualified.count else ""
    said = (
        f"{names.holder(pair.one)} and {names.holder(pair.other)}: agree on {share(pair.agreement)}{qualified}, "
        f"conflict on {share(pair.conflict)}"
    )
    if pair.nearness is not None:
        mean = pair.nearness / pair.ordered
        on = counted(pair.ordered, "scale")
        said += f"; nearness on {on}: {mean:.2f}"
    return f"{said}."


def _ranked(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    divisive, consensual = most_divisive(report.issue_numbers), most_consensual(report.issue_numbers)
    for title, found in (("Most divisive", divisive), ("Most agreed upon", consensual)):
        if found:
            yield Paragraph(words(f"{title}:"))
        for issue in found[:_MOST]:
            part, how = (issue.conflict, "in conflict") if found is divisive else (issue.agreement, "in agreement")
            pairs = f"{share(part)} {'pair' if part.of == 1 else 'pairs'} of documents {how}"
            yield Item(
                words(quoted(names.question(issue.issue)), " (", code(issue.issue), f"): {pairs}{_taken(issue)}.")
            )


def _taken(issue: IssueNumbers) -> str:
    counts = [f"{position} {count}" for position, count in issue.positions if count]
    counts += [f"undecided {issue.undecided}"] if issue.undecided else []
    return f"; {', '.join(counts)}" if counts else ""


def _alphas(report: ComparisonReport) -> Iterator[str]:
    assert report.reliability is not None
    yield f"over accepted and rejected answers {_alpha(report.reliability.nominal)}"
    for length, found in report.reliability.ordinal:
        yield f"over scales of {length} {_alpha(found)}"


def _alpha(found: Alpha) -> str:
    of = f"({counted(found.values, 'value')} on {counted(found.units, 'question')})"
    return f"is not defined {of}" if found.value is None else f"{found.value:.2f} {of}"
