"""One argument file in the midst of its project: an edit of it as two sides, and the stances that its text shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.git.left_out_files import read_project
from argmap.git.repository import tracked_files
from argmap.project.corpus_loader import CorpusLoader
from argmap.workspace.errors import NoProjectError
from argmap.workspace.project_files import Input, Project, find_project, place_of_path
from argmap.workspace.reader import FOLDER, SUFFIX, Reading, as_text, decode, shown_name

if TYPE_CHECKING:
    from argmap.git.sides import Sides

_DOCUMENT = re.compile(r"^document[ \t]+([^\s:]+)", re.MULTILINE)
_SHARED = re.compile(r"^(?:issue|actor|term)[ \t]", re.MULTILINE)


@attrs.frozen
class Content:
    """One state of a file.

    Attributes:
        path: Where it stands, or stood.
        data: What it holds; None where there is no file.
        name: How this state is called.
    """

    path: Path
    data: bytes | None
    name: str


def sides_of_edit(old: Content, new: Content) -> Sides:
    """Both states of a file that was edited; all else is the project around it as it is on the disk now.

    A file that belongs to no project is alone.
    """
    from argmap.git.side_reading import Side
    from argmap.git.sides import Sides

    project = _project_of_file(new.path)
    around = () if project is None else read_project(project).readings
    names = [_name(content.path, project) for content in (old, new)]
    rest = [reading for reading in around if reading.source.name not in names]
    before, after = (
        Side(name=content.name, given=_input(project, rest, name, content))
        for name, content in zip(names, (old, new), strict=True)
    )
    return Sides(before, after, frozenset(names))


def _project_of_file(path: Path) -> Project | None:
    """The project to which a file belongs, there or not; None where it is none of its argument files."""
    try:
        project = find_project(path.parent)
    except NoProjectError:
        return None
    parts = place_of_path(path).relative_to(project.root).parts
    return project if parts[0] == FOLDER and not any(part.startswith(".") for part in parts) else None


def _name(path: Path, project: Project | None) -> str:
    whole = place_of_path(path)
    inside = project is not None and whole.is_relative_to(project.root)
    return shown_name(whole, project.root) if project is not None and inside else as_text(path.as_posix())


def _input(project: Project | None, rest: list[Reading], name: str, content: Content) -> Input:
    own = [] if content.data is None else [decode(name, content.data)]
    readings = sorted([*rest, *own], key=lambda reading: reading.source.name.split("/"))
    return Input(project=project, readings=tuple(readings))


@attrs.frozen
class TextStances:
    """The stances in a text.

    Attributes:
        lines: A line each, as in the ledger; those of the author of the text and of whom it shows.
        gaps: How many places could not be read.
    """

    lines: tuple[str, ...]
    gaps: int


def stances_of_text(file_name: str, data: bytes, folder: Path) -> TextStances:
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
    project = _project_of_text(reading, folder)
    around = () if project is None else read_project(project).readings
    readings = (*_beside(reading, around), reading)
    loaded = CorpusLoader().load(Input(project=project, readings=readings), settings_count=False)
    corpus = loaded.corpus
    own = {document.id for document in corpus.documents.values() if document.file == reading.source.name}
    lines = ledger(gather(corpus)).splitlines() if own else []
    return TextStances(
        tuple(line for line in lines if re.split(r"[/ ]", line, maxsplit=1)[0] in own),
        sum(error.place.file == reading.source.name for error in loaded.errors),
    )


def _project_of_text(reading: Reading, folder: Path) -> Project | None:
    own = _document(reading.source.text)
    name = Path(reading.source.name).name
    tracked = [path for path in tracked_files(folder, f"**/*{SUFFIX}") if path.name == name]
    paths = sorted(tracked, key=lambda path: _document_in(path) != own)
    for path in (*(path.parent for path in paths), folder):
        with suppress(NoProjectError):
            return find_project(path)
    return None


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
