"""Who answers what: a row an issue, a column a holder."""

from __future__ import annotations

from argmap.compare.coalition import coalition_order
from argmap.judge.holder import Holder
from argmap.model.ids import IssueId
from argmap.report.comparison.comparison_report import ComparisonReport
from argmap.report.visible import visible
from argmap.wording.stance_sentences import cell


def columns(report: ComparisonReport) -> tuple[Holder, ...]:
    """The holders in coalition order: those who agree stand together."""
    return coalition_order(report.comparison, report.holders)


def rows(report: ComparisonReport, holders: tuple[Holder, ...]) -> tuple[tuple[IssueId, tuple[str, ...]], ...]:
    """For each issue of a report, the cells of these holders."""
    stances = report.comparison.stances
    return tuple((issue, tuple(cell(stances.profile(holder, issue)) for holder in holders)) for issue in report.issues)


def matrix_csv(report: ComparisonReport) -> str:
    """A row an issue, a column a holder (``document`` or ``document/actor``), in coalition order; UTF-8, CR LF.

    A cell is ``position (strength)``, ``not position``, ``open`` or, where the holder is silent, ``-``; two answers are
    joined by ``+``, an asterisk marks what only follows or was left unsaid, a tilde what the author ascribes to
    an actor with a reserve, and ``if`` what depends on a condition.
    """
    holders = columns(report)
    names = [holder.id for holder in holders]
    issues = report.comparison.corpus.issues
    lines = [["issue", "question", *names]]
    lines += [[issue, issues[issue].question, *cells] for issue, cells in rows(report, holders)]
    return "".join(",".join(map(_field, line)) + "\r\n" for line in lines)


def _field(text: str) -> str:
    shown = visible(" ".join(text.split("\n")))
    # A spreadsheet would run this as a formula.
    if shown[:1] in ("=", "+", "-", "@") and shown != "-":
        shown = f"'{shown}"
    return '"' + shown.replace('"', '""') + '"' if set(shown) & set('",') else shown
