"""`argmap source`: the text of a source, as cues are looked up in it."""

from __future__ import annotations

from pathlib import Path

import attrs

from argmap.source.text import Extraction, SourceText
from argmap.workspace.cache import Cache, user_cache
from argmap.workspace.errors import NoProjectError, RefusedError
from argmap.workspace.project_files import find_root
from argmap.workspace.reader import shown_name
from argmap.workspace.settings import read_settings
from argmap.workspace.source_files import read_source as read_source_file


def read_source(path: Path | str, *, cached: bool = True) -> SourceText:
    """The text of a source, and how it was taken out of its file where that is no plain text.

    Args:
        path: A file, or the name of one in the folder of sources of the project around the working folder.
        cached: Whether what was taken out of the very same file before may be used, and this kept.

    Raises:
        FileNotFoundError: The path leads to nothing.
        RefusedError: The file has no text, or none that can be read.
    """
    found = _found(Path(path))
    root = _project_around(found)
    folder = found.resolve().parent
    cache = user_cache(root or folder) if cached else Cache(None)
    reading = read_source_file(folder / found.resolve().name, shown_name(found, found.parent), folder, cache)
    if reading is None:
        raise FileNotFoundError(path)
    if reading.intact:
        return reading.source
    why = reading.findings[0].label
    if not reading.source.text:
        raise RefusedError(f"`{path}` {why}")
    return attrs.evolve(reading.source, extraction=Extraction("a text", "argmap", gap=why))


def _found(path: Path) -> Path:
    """Where a source is."""
    if path.exists() or path.name != str(path):
        return path
    root = _project_around(Path())
    named = read_settings(root)[0].sources if root is not None else None
    within = root / named / path.name if root is not None and named else path
    return within if within.exists() else path


def _project_around(path: Path) -> Path | None:
    try:
        return find_root(path)
    except NoProjectError:
        return None
