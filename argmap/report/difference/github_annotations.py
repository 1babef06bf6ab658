"""Changes as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from argmap.diff.significance import Judged, Significance
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import shown_at
from argmap.report.findings.github_annotations import Level, annotation
from argmap.report.findings.spot import spot
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
    names = DifferenceNames.of(report.difference)
    levels = {level: [judged for judged in report.judged if _level(judged, failing) is level] for level in Level}
    room = dict.fromkeys(Level, _MOST)
    if any(len(found) > _MOST for found in levels.values()):
        # The line that says so is a notice itself.
        room[Level.NOTICE] -= 1
    shown = {level: sorted(found, key=_order)[: room[level]] for level, found in levels.items()}
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


def _order(judged: Judged) -> tuple[int, bool]:
    return (judged.significance.rank, not judged.change.direct)


def _command(level: Level, judged: Judged, report: DiffReport, names: DifferenceNames) -> str:
    change, difference = judged.change, report.difference
    old, new = map(one_line, before_after(change, difference, names))
    said = [headline(change, difference, names), f"- {old}" if old else "", f"+ {new}" if new else ""]
    place = shown_at(change, difference)
    at = None if place is None else spot(place, report.new_texts)
    return annotation(level, f"{change.rule} ({judged.significance})", said, at)
