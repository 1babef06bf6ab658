"""Changes as annotations beside lines: as workflow commands for GitHub Actions, and as SARIF 2.1.0 (OASIS, 2020)."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diff.change import Change
from argmap.diff.fingerprint import fingerprint
from argmap.diff.pages import pages
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.report.difference.difference_page import unread
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import entry_of, shown_at
from argmap.report.difference.telling import telling
from argmap.report.findings.finding_annotations import Level, annotation, location, sarif_log
from argmap.report.findings.finding_annotations import Rule as Explained
from argmap.report.findings.finding_lines import spot
from argmap.report.page import Entry
from argmap.wording.changes import before_after, headline
from argmap.wording.english import counted, one_line
from argmap.wording.names import DifferenceNames

_MOST = 10
"""How many annotations of one level GitHub shows of one step; it drops the others without a word."""


def github(report: DiffReport, failing: Significance | None = None) -> str:
    """At most ten commands of each level, the most severe first, and how many changes that leaves out.

    What is told together, or below something, is in one command with it.  A change is no error of the file: what
    matters most is a warning, and all else a notice.

    Args:
        report: What there is to say.
        failing: From what significance on the check fails; what does so is an error.
    """
    levels: dict[Level, list[tuple[Change, Entry]]] = {level: [] for level in Level}
    for told in telling(report.judged, report.difference, full=False):
        entry = entry_of(told, report, full=False)
        levels[_level(entry, failing)].append((told.changes[0].change, entry))
    room = dict.fromkeys(Level, _MOST)
    if any(len(found) > _MOST for found in levels.values()):
        # The line that says so is a notice itself.
        room[Level.NOTICE] -= 1
    shown = {level: sorted(found, key=_order)[: room[level]] for level, found in levels.items()}
    notices = [*report.notices, *filter(None, [unread(report.partial)])]
    commands = [annotation(Level.WARNING, "argmap diff", [notice]) for notice in notices]
    commands += [_command(level, *one, report) for level, found in shown.items() for one in found]
    more = len(report.judged) - sum(len(list(entry.all_rules)) for found in shown.values() for _, entry in found)
    if more:
        commands.append(annotation(Level.NOTICE, "argmap diff", [f"{counted(more, 'more change')}: see the summary"]))
    return "".join(commands)


def _order(one: tuple[Change, Entry]) -> int:
    return one[1].gravest.rank


def _level(entry: Entry, failing: Significance | None) -> Level:
    if failing is not None and entry.gravest.rank <= failing.rank:
        return Level.ERROR
    return Level.WARNING if entry.gravest is Significance.HIGH else Level.NOTICE


def _command(level: Level, change: Change, entry: Entry, report: DiffReport) -> str:
    place = shown_at(change, report.difference)
    at = None if place is None else spot(place, report.new_texts)
    return annotation(level, f"{', '.join(entry.codes)} ({entry.gravest})", list(_lines(entry)), at)


def _lines(entry: Entry) -> Iterator[str]:
    """The sentence, the words that changed, and what follows from it."""
    yield entry.sentence
    if entry.before != entry.after:
        yield from (f"- {one_line(text)}" for text in entry.before)
        yield from (f"+ {one_line(text)}" for text in entry.after)
    for follower in entry.follows:
        yield from _lines(follower)


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
