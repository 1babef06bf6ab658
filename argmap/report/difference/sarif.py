"""Changes as SARIF 2.1.0 (OASIS Standard, 2020), which code scanning services read."""

from __future__ import annotations

from argmap.diff.fingerprint import fingerprint
from argmap.diff.pages import pages
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import shown_at
from argmap.report.findings.sarif import Rule as Explained
from argmap.report.findings.sarif import location, sarif_log
from argmap.wording.changes import before_after, headline
from argmap.wording.english import one_line
from argmap.wording.names import DifferenceNames

_LEVELS = {Significance.HIGH: "error", Significance.MEDIUM: "warning", Significance.LOW: "note"}
_RULES = {rule: number for number, rule in enumerate(Rule)}


def sarif(report: DiffReport) -> str:
    """One run with all rules, and a result for each change; accepted ones are there, and suppressed.

    A result stands in the new texts, and its fingerprint keeps it the same wherever that is.
    """
    names = DifferenceNames.of(report.difference)
    results = [_result(judged, report, names) for judged in report.judged]
    results += [_result(judged, report, names) | _suppressed(judged, report) for judged in report.accepted]
    rules = {rule.value: Explained(page.title, page.text) for rule, page in pages().items()}
    return sarif_log(rules, results)


def _result(judged: Judged, report: DiffReport, names: DifferenceNames) -> dict[str, object]:
    change, difference = judged.change, report.difference
    old, new = map(one_line, before_after(change, difference, names))
    said = (headline(change, difference, names), f"Before: {old}" if old else "", f"Now: {new}" if new else "")
    place = shown_at(change, difference)
    return {
        "ruleId": change.rule.value,
        "ruleIndex": _RULES[change.rule],
        "level": _LEVELS[judged.significance],
        "message": {"text": "\n".join(line for line in said if line)},
        **({} if place is None else {"locations": [location(place, report.new_texts)]}),
        "partialFingerprints": {"argmap/v1": fingerprint(change, difference)},
    }


def _suppressed(judged: Judged, report: DiffReport) -> dict[str, object]:
    reason = report.reasons.get(fingerprint(judged.change, report.difference), "")
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": reason}]}
