"""`argmap export json`: one canonical JSON of all records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.report.export import exported

if TYPE_CHECKING:
    from argmap.model.corpus import Corpus


def export_json(corpus: Corpus) -> str:
    """All records, sorted, as the schema ``corpus.schema.json`` in the report room says."""
    return exported(corpus)
