"""The picture of a difference."""

from __future__ import annotations

from argmap.render.placed_pictures import draw_placed
from argmap.report.difference.difference_page import outcome_of
from argmap.report.difference.difference_report import DiffReport
from argmap.view.changes.change_picture import changes_of
from argmap.wording.changes import ChangeSentences
from argmap.wording.english import counted
from argmap.wording.names import DifferenceNames


def picture(report: DiffReport) -> bytes:
    """A map of what changed, as SVG: the same bytes for the same difference; no layout engine has a part in it."""
    difference = report.difference
    title = "What changed" if report.judged else "Nothing to report" if difference.changes else "Nothing changed"
    levels = " · ".join(f"{count} {significance}" for significance, count in report.counts.items() if count)
    left_out = (
        f"{counted(len(report.accepted), 'accepted change')} not shown" if report.accepted and report.judged else ""
    )
    partial_files = f"Read in part only: {', '.join(report.partial)}" if report.partial else ""
    sentences = ChangeSentences(
        difference=difference,
        names=DifferenceNames.of(difference),
        title=f"{title} from {report.old_name} to {report.new_name}",
        subtitle=tuple(line for line in (outcome_of(report), levels, left_out, partial_files) if line),
    )
    return draw_placed(changes_of(difference, report.judged, sentences))
