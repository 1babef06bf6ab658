"""What holders are called, so that no two have the same name."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.compare.holder import Holder, HolderLabel
from argmap.model.ids import DocumentId
from argmap.report.english import listed, one_line


def unique(labels: Mapping[Holder, HolderLabel]) -> dict[Holder, str]:
    """What to call holders so that no two have the same name: by names and date, else by names and document.

    An actor comes after the author of its document.
    """
    authors = {holder: _author(label.names, label.date) for holder, label in labels.items() if holder.actor is None}
    by_document: dict[DocumentId, str] = {}
    seen: dict[str, int] = {}
    for name in authors.values():
        seen[name] = seen.get(name, 0) + 1
    found: dict[Holder, str] = {}
    taken: set[str] = set()
    for holder, label in labels.items():
        if holder.actor is None:
            name = authors[holder]
            if seen[name] > 1 or not label.date:
                name = _author(label.names, holder.document)
            by_document[holder.document] = name.replace(" (", ", ").removesuffix(")")
        else:
            name = f"{label.names[0]} [shown by {by_document[holder.document]}]"
        if name in taken:
            name += f" [{holder.actor or holder.document}]"
        taken.add(name)
        found[holder] = one_line(name)
    return found


def _author(names: tuple[str, ...], what: str) -> str:
    shown = listed(names) if len(names) < 4 else f"{names[0]} and {len(names) - 1} others"
    return f"{shown} ({what})" if what else shown
