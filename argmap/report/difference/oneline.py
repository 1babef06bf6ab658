"""What changed, one line a change, for those who search and count."""

from __future__ import annotations

from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import entry_of
from argmap.report.visible import visible
from argmap.wording.difference_names import DifferenceNames
from argmap.wording.english import single_spaced

_LEVEL = max(map(len, Significance))
_RULE = max(map(len, Rule))


def oneline(report: DiffReport) -> str:
    """``significance rule place sentence`` for each change, in the order of the difference.

    The first two columns have a fixed width; a place is ``file:line``, or ``-`` where there is none.  What stands on
    the old side alone has the place that it had there.
    """
    names = DifferenceNames.of(report.difference)
    return "".join(
        f"{entry.significance:<{_LEVEL}} {entry.rule:<{_RULE}} "
        f"{visible(entry.at.text) if entry.at else '-'} {visible(single_spaced(entry.sentence))}\n"
        for entry in (entry_of(judged, report, names) for judged in report.judged)
    )
