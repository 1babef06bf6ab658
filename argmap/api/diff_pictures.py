"""The picture of a difference."""

from __future__ import annotations

from functools import partial

from argmap.diff.change_location import documents_of
from argmap.render.changes.draw import draw_changes
from argmap.report.difference.account import account
from argmap.report.difference.names import Names
from argmap.report.difference.told import Told
from argmap.report.difference.wording import runs
from argmap.report.difference.words import before_after, headline
from argmap.report.english import counted
from argmap.view.changes.changes import changes_of
from argmap.view.changes.saying import Saying


def picture(told: Told) -> bytes:
    """A map of what changed, as SVG: the same bytes for the same difference; no layout engine has a part in it."""
    difference = told.difference
    names = Names.of(difference)
    said = account(told).verdict
    title = "What changed" if told.judged else "Nothing to report" if difference.changes else "Nothing changed"
    levels = " · ".join(f"{count} {significance}" for significance, count in told.counts.items() if count)
    left_out = f"{counted(len(told.accepted), 'accepted change')} not shown" if told.accepted and told.judged else ""
    partial_files = f"Read in part only: {', '.join(told.partial)}" if told.partial else ""
    return draw_changes(
        changes_of(
            difference,
            told.judged,
            Saying(
                title=f"{title} from {told.old_name} to {told.new_name}",
                subtitle=tuple(line for line in (said, levels, left_out, partial_files) if line),
                sentence=partial(headline, difference=difference, names=names),
                sides=partial(before_after, difference=difference, names=names),
                wording=runs,
                holder=names.holder,
                documents=partial(documents_of, difference=difference),
            ),
        )
    )
