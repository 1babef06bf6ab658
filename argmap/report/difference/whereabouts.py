"""Where to show a change in the new texts, which are what a reviewer looks at."""

from __future__ import annotations

from argmap.diff.change import Change
from argmap.diff.change_location import place_of
from argmap.diff.difference import Difference
from argmap.model.claim import Claim
from argmap.model.document import Document
from argmap.source.text import Place, Span


def shown_at(change: Change, difference: Difference) -> Place | None:
    """The place of a change in the new texts; None where it has none anywhere.

    What stands in the old texts only is shown at the statement that it belonged to; where that is gone too, at the
    document; and where the document is gone, at the beginning of the file that it had.
    """
    old, new = place_of(change, difference)
    if new is not None or old is None:
        return new
    document = next((record for record in difference.old.documents.values() if record.file == old.file), None)
    if document is None:
        return Place(old.file, Span(0, 0))
    statement = _statement(document, old, difference)
    if statement is not None and statement.id in difference.new.claims:
        return difference.new.claims[statement.id].origin
    now = difference.new.documents.get(document.id)
    return Place(old.file, Span(0, 0)) if now is None else now.origin


def _statement(document: Document, place: Place, difference: Difference) -> Claim | None:
    """The last statement that begins before a place in the old text, or right there."""
    statements = (claim for claim in difference.old.claims_of(document.id) if claim.statement)
    before = [claim for claim in statements if claim.origin.span.start <= place.span.start]
    return max(before, key=lambda claim: claim.origin.span.start, default=None)
