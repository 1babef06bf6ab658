"""What happened to documents as a whole.

What belongs to a document that is on one side only goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diff.change import Added, Changed, DocumentChange, Removed
from argmap.diff.kinds import AuthorshipChanged, DocumentAdded, DocumentRemoved, SourceChanged
from argmap.diff.moves import have_same_authors
from argmap.diff.origins import Origins
from argmap.diff.sides import Sides


def document_changes(sides: Sides, origins: Origins) -> Iterator[DocumentChange]:
    """All of them, but for theses (see `argmap.diff.theses`)."""
    old, new = sides.old.documents, sides.new.documents
    removed = {name: DocumentRemoved(edit=Removed(document)) for name, document in old.items() if name not in new}
    added = {name: DocumentAdded(edit=Added(document)) for name, document in new.items() if name not in old}
    yield from (*removed.values(), *added.values())
    for claim in (*sides.gone, *sides.come):
        change = removed.get(claim.document) or added.get(claim.document)
        if change is not None:
            origins.note((claim.id,), change)
    for was, now in sides.differing:
        if was.document in removed and now.document in added:
            origins.note((now.id,), removed[was.document], added[now.document])
    for before, after in sides.documents:
        if not have_same_authors(before.id, after.id, sides):
            yield AuthorshipChanged(edit=Changed(before, after))
        if before.source != after.source:
            yield SourceChanged(edit=Changed(before, after))
