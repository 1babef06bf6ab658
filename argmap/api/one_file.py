"""One argument file in the midst of its project: what an edit of it changes, and the stances that it shows."""

from __future__ import annotations

from pathlib import Path

import attrs

from argmap.api.comparable import levels, understood
from argmap.api.diffing import Diffed, told
from argmap.api.loading import Input
from argmap.api.side_reading import Side
from argmap.api.sides import Sides
from argmap.diff.differ import diff
from argmap.report.difference.difference_report import DiffReport
from argmap.workspace.project import NoProjectError, Project, find_project
from argmap.workspace.reader import FOLDER, Reading, decode, read_arguments, shown_name


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


def edited(old: Content, new: Content) -> DiffReport:
    """What an edit of one file changes; all else is the project around it as it is on the disk now.

    A file that belongs to no project is compared alone.
    """
    project = _project(new.path)
    around = () if project is None else read_arguments(project.root)
    names = [_name(content.path, project) for content in (old, new)]
    rest = [reading for reading in around if reading.source.name not in names]
    before, after = (_input(project, rest, name, content) for name, content in zip(names, (old, new), strict=True))
    one, other = understood(before, after)
    sides = Sides(Side(name=old.name, given=before), Side(name=new.name, given=after), frozenset(names))
    difference = diff(one.corpus, other.corpus)
    found = told(Diffed(difference=difference, sides=sides, old=one, new=other, levels=levels(after.settings)))
    return attrs.evolve(found, partial=tuple(name for name in found.partial if name in names))


def _project(path: Path) -> Project | None:
    """The project to which a file belongs, there or not; None where it is none of its argument files."""
    try:
        project = find_project(path.parent)
    except NoProjectError:
        return None
    parts = (path.parent.resolve() / path.name).relative_to(project.root).parts
    return project if parts[0] == FOLDER and not any(part.startswith(".") for part in parts) else None


def _name(path: Path, project: Project | None) -> str:
    whole = path.parent.resolve() / path.name
    inside = project is not None and whole.is_relative_to(project.root)
    return shown_name(whole, project.root) if project is not None and inside else path.as_posix()


def _input(project: Project | None, rest: list[Reading], name: str, content: Content) -> Input:
    own = [] if content.data is None else [decode(name, content.data)]
    readings = sorted([*rest, *own], key=lambda reading: reading.source.name.split("/"))
    return Input(project=project, readings=tuple(readings))
