"""`argmap prompt`: what to give to a language model, or to a person, who is to draft an encoding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.api.source_texts import read_source
from argmap.language.ids import normal
from argmap.source.loosened import named
from argmap.workspace.errors import NoProjectError, RefusedError
from argmap.workspace.project_files import find_root
from argmap.workspace.settings import read_settings

if TYPE_CHECKING:
    from argmap.model.corpus import Corpus
    from argmap.model.document import Document
    from argmap.source.text import SourceText


@attrs.frozen(kw_only=True)
class Prompt:
    """What to paste.

    Attributes:
        notices: What to know of it, a sentence each.
    """

    text: str
    notices: tuple[str, ...] = ()


def prompt_to_encode(wanted: str, sources: Path | str | None = None) -> Prompt:
    """A prompt that asks for an encoding of a text.

    Args:
        wanted: A document of the project around the working folder, by its id or title, a file in its folder of
            sources, or the path of any file that can be a source.
        sources: The folder of sources; by default that of the project's settings, if any.

    Raises:
        FileNotFoundError: It leads to nothing, or the folder of sources does.
        RefusedError: The document has no file as its source, or it cannot be read.
    """
    from argmap.report.encoding_prompt import encoding_prompt

    corpus, folder = _around(sources)
    document = _document(wanted, corpus)
    path = Path(wanted)
    if document is not None:
        path = _source_of(document, folder)
    elif path.name == wanted and not path.exists() and folder is not None and (folder / wanted).exists():
        path = folder / wanted
    source = read_source(path)
    if document is None:
        same = [one for one in corpus.documents.values() if one.source and normal(one.source) == normal(source.name)]
        document = same[0] if same else None
    return Prompt(text=encoding_prompt(source, corpus, document), notices=tuple(_notices(source, document)))


def _around(sources: Path | str | None) -> tuple[Corpus, Path | None]:
    """What the project around the working folder has, nothing where there is none, and its folder of sources."""
    from argmap.api.loaded_corpus import load
    from argmap.model.corpus import Corpus

    if sources is not None and not Path(sources).is_dir():
        raise FileNotFoundError(sources)
    given = None if sources is None else Path(sources)
    try:
        root = find_root(Path())
    except NoProjectError:
        return Corpus(documents={}, issues={}, actors={}, terms={}, claims={}), given
    named_folder = read_settings(root)[0].sources
    return load().corpus, given or (root / named_folder if named_folder else None)


def _document(wanted: str, corpus: Corpus) -> Document | None:
    if Path(wanted).is_file():
        return None
    meant = named(normal(wanted), {key: (one.title, one.short) for key, one in corpus.documents.items()})
    return next((one for key, one in corpus.documents.items() if meant == [key]), None)


def _source_of(document: Document, folder: Path | None) -> Path:
    if not document.source or "://" in document.source:
        raise RefusedError(
            f"`{document.id}` names no file as its source",
            "save its text as a file, and name that file to `argmap prompt encode`",
        )
    if folder is None:
        raise RefusedError(
            f"the source of `{document.id}` is in a folder of sources, and none is known",
            'name it with `--sources DIR`, or write `sources = "DIR"` into the settings',
        )
    found = folder / document.source
    if not found.exists():
        raise FileNotFoundError(found)
    return found


def _notices(source: SourceText, document: Document | None) -> Iterator[str]:
    if document is not None and document.claims:
        yield (
            f"`{document.id}` is encoded already, in {document.file}, of which nothing is in the prompt: "
            "keep the draft elsewhere, and compare the two with `argmap diff`"
        )
    if source.extraction is not None and source.extraction.gap:
        yield f"the file {source.extraction.gap}"
