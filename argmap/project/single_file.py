"""One argument file in the midst of its project: an edit of it as two sides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.git.left_out_files import read_project
from argmap.workspace.errors import NoProjectError
from argmap.workspace.project_files import Input, Project, find_project, place_of_path
from argmap.workspace.reader import FOLDER, Reading, as_text, decode, shown_name

if TYPE_CHECKING:
    from argmap.git.sides import Sides


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
