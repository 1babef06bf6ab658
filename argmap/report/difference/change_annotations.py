"""Changes as annotations beside lines: as workflow commands for GitHub Actions, and as SARIF 2.1.0 (OASIS, 2020)."""

from __future__ import annotations

from argmap.diff.fingerprint import fingerprint
from argmap.diff.pages import pages
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import shown_at
from argmap.report.findings.finding_annotations import Level, annotation, location, sarif_log
from argmap.report.findings.finding_annotations import Rule as Explained
from argmap.report.findings.finding_lines import spot
from argmap.wording.changes import before_after, headline
from argmap.wording.english import counted, one_line
from argmap.wording.names import DifferenceNames

_MOST = 10
"""How many annotations of one level GitHub shows of one step; it drops the others without a word."""


def github(report: DiffReport, failing: Significance | None = None) -> str:
    """At most ten commands of each level, the most severe first, and how many changes that leaves out.

    A change is no error of the file: what matters most is a warning, and all else a notice.

    Args:
        report: What there is to say.
        failing: From what significance on the check fails; what does so is an error.
    """

    def order(judged: Judged) -> tuple[int, bool]:
        return judged.significance.rank, not judged.change.direct

    names = DifferenceNames.of(report.difference)
    levels = {level: [judged for judged in report.judged if _level(judged, failing) is level] for level in Level}
    room = dict.fromkeys(Level, _MOST)
    if any(len(found) > _MOST for found in levels.values()):
        # The line that says so is a notice itself.
        room[Level.NOTICE] -= 1
    shown = {level: sorted(found, key=order)[: room[level]] for level, found in levels.items()}
    commands = [annotation(Level.WARNING, "argmap diff", [notice]) for notice in report.notices]
    commands += [_command(level, judged, report, names) for level, found in shown.items() for judged in found]
    more = len(report.judged) - sum(map(len, shown.values()))
    if more:
        commands.append(annotation(Level.NOTICE, "argmap diff", [f"{counted(more, 'more change')}: see the summary"]))
    return "".join(commands)


def _level(judged: Judged, failing: Significance | None) -> Level:
    if failing is not None and judged.significance.rank <= failing.rank:
        return Level.ERROR
    return Level.WARNING if judged.significance is Significance.HIGH else Level.NOTICE


def _command(level: Level, judged: Judged, report: DiffReport, names: DifferenceNames) -> str:
    change, difference = judged.change, report.difference
    old, new = map(one_line, before_after(change, difference, names))
    said = [headline(change, difference, names), f"- {old}" if old else "", f"+ {new}" if new else ""]
    place = shown_at(change, difference)
    at = None if place is None else spot(place, report.new_texts)
    return annotation(level, f"{change.rule} ({judged.significance})", said, at)


_SARIF_LEVELS = {Significance.HIGH: "error", Significance.MEDIUM: "warning", Significance.LOW: "note"}
_RULES = {rule: number for number, rule in enumerate(Rule)}


def sarif(report: DiffReport) -> str:
    """One run with all rules, and a result for each change; accepted ones are there, and suppressed.

    A result stands in the new texts, and its fingerprint keeps it the same wherever that is.
    """
    names = DifferenceNames.of(report.difference)
    results = [_result(judged, report, names) for judged in report.judged]
    for judged in report.accepted:
        reason = report.reasons.get(fingerprint(judged.change, report.difference), "")
        suppressed = {"suppressions": [{"kind": "external", "status": "accepted", "justification": reason}]}
        results.append(_result(judged, report, names) | suppressed)
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
        "level": _SARIF_LEVELS[judged.significance],
        "message": {"text": "\n".join(line for line in said if line)},
        **({} if place is None else {"locations": [location(place, report.new_texts)]}),
        "partialFingerprints": {"argmap/v1": fingerprint(change, difference)},
    }
