"""`argmap export json`: one canonical JSON of all records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.records.corpus_json import corpus_json

if TYPE_CHECKING:
    from argmap.model.corpus import Corpus


def export_json(corpus: Corpus) -> str:
    """All records, sorted, as `argmap.records.corpus_json` says."""
    return corpus_json(corpus)
