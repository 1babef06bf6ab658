"""The stances that the text of one argument file shows, for whoever has only the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import attrs

from argmap.api.comparable import Understanding
from argmap.api.loading import Input
from argmap.workspace.git import find_repository
from argmap.workspace.project import NoProjectError, Project, find_project
from argmap.workspace.reader import FOLDER, SUFFIX, Reading, decode, read_arguments
from argmap.workspace.refusal import RefusedError

_DOCUMENT = re.compile(r"^document[ \t]+([^\s:]+)", re.MULTILINE)
_SHARED = re.compile(r"^(?:issue|actor|term)[ \t]", re.MULTILINE)


@attrs.frozen
class Shown:
    """The stances in a text.

    Attributes:
        lines: A line each, as in the ledger; those of the author of the text and of whom it shows.
        gaps: How many places could not be read.
    """

    lines: tuple[str, ...]
    gaps: int


def stances_shown(file_name: str, data: bytes, folder: Path) -> Shown:
    """The stances in the text of a file, wherever that came from.

    What it says of issues and actors is looked up in the project that has such a file in the repository, or else in
    the one around the folder; where there is none, nowhere.  Of the other files only those are parsed that can matter.

    Args:
        file_name: What the file is called, perhaps in another folder.
        data: The text.
        folder: Where git stands.
    """
    from argmap.compare.stances import gather
    from argmap.report.ledger import ledger

    reading = decode(f"{FOLDER}/{Path(file_name).name}", data)
    project = _project(reading, folder)
    around = () if project is None else read_arguments(project.root)
    readings = (*_beside(reading, around), reading)
    understood = Understanding().understood(Input(project=project, readings=readings), settings_count=False)
    corpus = understood.corpus
    own = {document.id for document in corpus.documents.values() if document.file == reading.source.name}
    lines = ledger(gather(corpus)).splitlines() if own else []
    return Shown(
        tuple(line for line in lines if re.split(r"[/ ]", line, maxsplit=1)[0] in own),
        sum(error.place.file == reading.source.name for error in understood.errors),
    )


def _project(reading: Reading, folder: Path) -> Project | None:
    own = _document(reading.source.text)
    paths = sorted(_tracked(Path(reading.source.name).name, folder), key=lambda path: _document_in(path) != own)
    for path in (*(path.parent for path in paths), folder):
        with suppress(NoProjectError):
            return find_project(path)
    return None


def _tracked(name: str, folder: Path) -> Iterable[Path]:
    """The files of a repository that are called so."""
    from os import fsdecode

    try:
        repository = find_repository(folder)
        listed = repository.ask("ls-files", "-z", "--full-name", "--", f":(top,glob)**/*{SUFFIX}")
    except RefusedError:
        return []
    paths = [(repository.top or folder) / fsdecode(path) for path in listed.split(b"\0") if path]
    return [path for path in paths if path.name == name]


def _beside(reading: Reading, around: Sequence[Reading]) -> tuple[Reading, ...]:
    """The other files to which a text can refer: those that all share, and the documents that it names."""
    text = reading.source.text
    own = _document(text)
    beside = []
    for other in around:
        document = _document(other.source.text)
        if document == own and (own or Path(other.source.name).name == Path(reading.source.name).name):
            continue
        if f" {document}." in text if document else _SHARED.search(other.source.text):
            beside.append(other)
    return tuple(beside)


def _document(text: str) -> str:
    found = _DOCUMENT.search(text)
    return found[1] if found else ""


def _document_in(path: Path) -> str:
    try:
        return _document(path.read_bytes().decode(errors="replace"))
    except OSError:
        return ""
