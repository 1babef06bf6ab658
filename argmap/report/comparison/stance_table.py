"""Who answers what: a row an issue, a column a holder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from argmap.compare.coalition import coalition_order
from argmap.compare.stance import Profile
from argmap.judge.holder import Holder
from argmap.model.corpus import Corpus
from argmap.model.ids import IssueId
from argmap.report.comparison.comparison_report import ComparisonReport
from argmap.report.visible import visible
from argmap.wording.relations import link_text
from argmap.wording.stance_sentences import LOOKED_FOR, NOT_THERE, PERHAPS_THERE, cell


def columns(report: ComparisonReport) -> tuple[Holder, ...]:
    """The holders in coalition order: those who agree stand together."""
    return coalition_order(report.comparison, report.holders)


def rows(
    report: ComparisonReport, holders: tuple[Holder, ...], told: Callable[[Profile, Corpus], str] = cell
) -> tuple[tuple[IssueId, tuple[str, ...]], ...]:
    """For each issue of a report, the cells of these holders, as they are told."""
    stances, corpus = report.comparison.stances, report.comparison.corpus
    return tuple(
        (issue, tuple(told(stances.profile(holder, issue), corpus) for holder in holders)) for issue in report.issues
    )


def legend(told: Iterable[tuple[IssueId, tuple[str, ...]]]) -> str:
    """How to read rows whose cells are for readers."""
    said = "A cell names the answer by its id, and in brackets how firmly it is worded"
    shown = {text for _, cells in told for text in cells}
    if LOOKED_FOR not in shown:
        return f"{said}; an empty cell is silence."
    return f"{said}. {LOOKED_FOR}: {NOT_THERE}.{f' Blank: {PERHAPS_THERE}.' if '' in shown else ''}"


def matrix_csv(report: ComparisonReport) -> str:
    """A row an issue, a column a holder (``document`` or ``document/actor``), in coalition order; UTF-8, CR LF.

    A cell is ``position (strength)``, ``not position`` or ``open``; where the holder is silent, it is ``no answer`` if
    one was looked for, else ``-``.  Two answers are joined by ``+``, an asterisk marks what only follows or was left
    unsaid, a tilde what the author ascribes to an actor with a reserve, and ``if`` what depends on a condition.

    Behind an empty line follows a row a pair, with the codes of `argmap explain verdicts`: what both speak about, and
    of two named sides what only one speaks about.  Of more pairs than are told one by one just the number is given.
    """
    holders = columns(report)
    names = [holder.id for holder in holders]
    issues = report.comparison.corpus.issues
    lines = [["issue", "question", *names]]
    lines += [[issue, issues[issue].question, *cells] for issue, cells in rows(report, holders)]
    pairs = list(_pairs(report))
    lines += [[], *pairs] if pairs else []
    return "".join(",".join(map(_field, line)) + "\r\n" for line in lines)


_COLUMNS = ["issue", "link", "one", "other", "verdict", "reason", "feasible", "qualifications"]


def _pairs(report: ComparisonReport) -> Iterator[list[str]]:
    """A row a pair, under a row with the names of the columns; nothing where there is no pair."""
    if report.only_counts:
        yield ["pairs of answers left out", str(sum(issue.agreement.of for issue in report.issue_numbers))]
        return
    found = sorted((*report.alignments, *report.one_sided), key=lambda alignment: alignment.order[:2])
    if found:
        yield _COLUMNS
    for pair in found:
        yield [
            pair.issue or "",
            link_text(pair.link) if pair.link is not None else "",
            *(holder.id for holder in pair.holders),
            pair.verdict.value,
            pair.reason.value if pair.reason is not None else "",
            "yes" if pair.feasible else "no",
            " ".join(reserve.value for reserve in pair.qualifications),
        ]


def _field(text: str) -> str:
    shown = visible(" ".join(text.split("\n")))
    # A spreadsheet would run this as a formula.
    if shown[:1] in ("=", "+", "-", "@") and shown != "-":
        shown = f"'{shown}"
    return '"' + shown.replace('"', '""') + '"' if set(shown) & set('",') else shown
