"""Changes as SARIF 2.1.0 (OASIS Standard, 2020), which code scanning services read."""

from __future__ import annotations

from argmap.diff.fingerprint import fingerprint
from argmap.diff.pages import pages
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.report.comparison.plain_records import Record
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.whereabouts import shown_at
from argmap.report.sarif_log import Rule as Explained
from argmap.report.sarif_log import location, sarif_log
from argmap.wording.changes import before_after, headline
from argmap.wording.difference_names import DifferenceNames
from argmap.wording.english import one_line

_LEVELS = {Significance.HIGH: "error", Significance.MEDIUM: "warning", Significance.LOW: "note"}
_RULES = {rule: number for number, rule in enumerate(Rule)}


def sarif(told: DiffReport) -> str:
    """One run with all rules, and a result for each change; accepted ones are there, and suppressed.

    A result stands in the new texts, and its fingerprint keeps it the same wherever that is.
    """
    names = DifferenceNames.of(told.difference)
    results = [_result(judged, told, names) for judged in told.judged]
    results += [_result(judged, told, names) | _suppressed(judged, told) for judged in told.accepted]
    rules = {rule.value: Explained(page.title, page.text) for rule, page in pages().items()}
    return sarif_log(rules, results)


def _result(judged: Judged, told: DiffReport, names: DifferenceNames) -> Record:
    change, difference = judged.change, told.difference
    old, new = map(one_line, before_after(change, difference, names))
    said = (headline(change, difference, names), f"Before: {old}" if old else "", f"Now: {new}" if new else "")
    place = shown_at(change, difference)
    return {
        "ruleId": change.rule.value,
        "ruleIndex": _RULES[change.rule],
        "level": _LEVELS[judged.significance],
        "message": {"text": "\n".join(line for line in said if line)},
        **({} if place is None else {"locations": [location(place, told.new_texts)]}),
        "partialFingerprints": {"argmap/v1": fingerprint(change, difference)},
    }


def _suppressed(judged: Judged, told: DiffReport) -> Record:
    reason = told.reasons.get(fingerprint(judged.change, told.difference), "")
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": reason}]}
