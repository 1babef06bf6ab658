"""The picture of a difference."""

from __future__ import annotations

from argmap.render.changes.draw import draw_changes
from argmap.report.difference.difference_page import verdict_of
from argmap.report.difference.difference_report import DiffReport
from argmap.view.changes.changes import changes_of
from argmap.wording.change_sentences import ChangeSentences
from argmap.wording.difference_names import DifferenceNames
from argmap.wording.english import counted


def picture(told: DiffReport) -> bytes:
    """A map of what changed, as SVG: the same bytes for the same difference; no layout engine has a part in it."""
    difference = told.difference
    title = "What changed" if told.judged else "Nothing to report" if difference.changes else "Nothing changed"
    levels = " · ".join(f"{count} {significance}" for significance, count in told.counts.items() if count)
    left_out = f"{counted(len(told.accepted), 'accepted change')} not shown" if told.accepted and told.judged else ""
    partial_files = f"Read in part only: {', '.join(told.partial)}" if told.partial else ""
    sentences = ChangeSentences(
        difference=difference,
        names=DifferenceNames.of(difference),
        title=f"{title} from {told.old_name} to {told.new_name}",
        subtitle=tuple(line for line in (verdict_of(told), levels, left_out, partial_files) if line),
    )
    return draw_changes(changes_of(difference, told.judged, sentences))
