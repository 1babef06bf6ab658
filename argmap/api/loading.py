"""A project loaded, and told as it stands: `argmap show` as text, and `argmap export` as one JSON of all records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.project.corpus_loader import Loaded, load_checked
from argmap.workspace.project_files import read_input

if TYPE_CHECKING:
    from argmap.model.corpus import Corpus
    from argmap.model.ids import DocumentId

__all__ = ["Loaded", "export_json", "load", "show"]


def load(path: Path | str = ".") -> Loaded:
    """The project around a path, or a file or folder that belongs to none.

    Raises:
        NoProjectError: There is no project around the working folder.
        FileNotFoundError: The path leads to nothing.
    """
    where = Path(path)
    return load_checked(read_input([] if where == Path() else [where]))


def show(corpus: Corpus, document: DocumentId, *, width: int = 100) -> str:
    """The premise-conclusion trees of a document, indented, wrapped to a width in columns."""
    from argmap.report.document_tree import tree

    return tree(corpus, document, width)


def export_json(corpus: Corpus) -> str:
    """All records, sorted, as `argmap.records.corpus_json` says."""
    from argmap.records.corpus_json import corpus_json

    return corpus_json(corpus)
