"""`argmap show`: the argument of a document as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.report.document_tree import tree

if TYPE_CHECKING:
    from argmap.model.corpus import Corpus
    from argmap.model.ids import DocumentId


def show(corpus: Corpus, document: DocumentId, *, width: int = 100) -> str:
    """The premise-conclusion trees of a document, indented, wrapped to a width in columns."""
    return tree(corpus, document, width)
