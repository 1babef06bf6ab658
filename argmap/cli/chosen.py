"""Which document a word on the command line means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.loading import Loaded
    from argmap.model.ids import DocumentId


def chosen(word: str) -> tuple[DocumentId | None, Loaded]:
    """The document with that id, or in that file, and all that was loaded with it; None after saying why not."""
    from argmap.api.loading import load
    from argmap.cli.terminal import say
    from argmap.source.nearest import suggestion
    from argmap.workspace.reader import SUFFIX

    path = Path(word)
    is_file = word.endswith(SUFFIX)
    loaded = load(path if is_file else ".")
    documents = loaded.corpus.documents
    if is_file:
        name = path.resolve()
        found = [document.id for document in documents.values() if (loaded.root / document.file).resolve() == name]
        if not found:
            say(f"argmap: {word} encodes no document")
        return (found[0] if found else None), loaded
    for identifier in documents:
        if identifier == word:
            return identifier, loaded
    say(f"argmap: no document has the id `{word}`{suggestion(word, documents)}")
    if documents:
        say("there are: " + ", ".join(sorted(documents)))
    return None, loaded
