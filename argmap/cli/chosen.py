"""Which document a word on the command line means."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model.ids import DocumentId
    from argmap.project.corpus_loader import Loaded


def typed(word: str) -> str:
    """A word of the command line as the UTF-8 text that it is, whatever the locale takes it for."""
    return os.fsencode(word).decode(errors="surrogateescape")


def readable(word: str, therefore: str) -> tuple[DocumentId, Loaded] | int:
    """The document that a word means, and all that was loaded with it; an exit code after saying what is in the way."""
    from argmap.cli.output import refused

    document, loaded = _chosen(word)
    if document is None:
        return 2
    errors = loaded.errors_in(loaded.files_of(document))
    return refused(errors, loaded, therefore) if errors else (document, loaded)


def file_of(word: str) -> str:
    """The file that a word means: itself, or that of the document with this id or title.

    Raises:
        FileNotFoundError: It is neither.
    """
    from argmap.api.loaded_corpus import load
    from argmap.language.ids import normal
    from argmap.model.ids import DocumentId
    from argmap.source.loosened import named

    if Path(word).exists():
        return word
    loaded = load()
    documents = loaded.corpus.documents
    meant = named(normal(typed(word)), {key: (document.title,) for key, document in documents.items()})
    if len(meant) != 1:
        raise FileNotFoundError(word)
    return str(loaded.root / documents[DocumentId(meant[0])].file)


def _chosen(word: str) -> tuple[DocumentId | None, Loaded]:
    """The document with that id, or in that file, and all that was loaded with it; None after saying why not."""
    from argmap.api.loaded_corpus import load
    from argmap.cli.terminal import notify

    loaded = load(Path(word) if _is_file(word) else ".")
    notify(loaded.notices)
    return document_of(word, loaded), loaded


def document_of(word: str, loaded: Loaded) -> DocumentId | None:
    """The document with that id, or in that file, among those that are loaded; None after saying why not."""
    from argmap.cli.terminal import say
    from argmap.language.ids import normal
    from argmap.model.ids import DocumentId
    from argmap.source.loosened import named
    from argmap.source.nearest import suggestion
    from argmap.workspace.reader import shown_name

    documents = loaded.corpus.documents
    if _is_file(word):
        path = Path(word)
        names = {typed(path.as_posix())}
        for place in (path.resolve(), path.parent.resolve() / path.name):
            if place.is_relative_to(loaded.root):
                names.add(shown_name(place, loaded.root))
        found = [document.id for document in documents.values() if document.file in names]
        if not found:
            say(f"argmap: {typed(word)} encodes no document")
        return found[0] if found else None
    name = normal(typed(word))
    meant = named(name, {key: (document.title,) for key, document in documents.items()})
    if len(meant) == 1:
        return DocumentId(meant[0])
    say(f"argmap: no document has the id `{name}`{suggestion(name, documents)}")
    if documents:
        say("there are: " + ", ".join(sorted(documents)))
    return None


def _is_file(word: str) -> bool:
    from argmap.workspace.reader import SUFFIX, is_stream

    return word.endswith(SUFFIX) or is_stream(Path(word))
