"""Where another program is, looked for in no folder that came with a project.

Whoever wrote a project must not choose what runs on the machine of whoever reads it.  So the working folder, relative
entries of the PATH and folders inside the project or its repository are passed over, although a system looks there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_MARKS = (".git", "arguments")
"""What makes a folder the top of something that somebody else may have written."""


def find_program(name: str, folder: Path) -> str | None:
    """The whole path of a program; None where no trusted folder of the PATH has it.

    Args:
        name: Without the ending that programs have on Windows.
        folder: In which somebody works: the projects around it are not trusted.
    """
    file = f"{name}.exe" if os.name == "nt" else name
    found = (program_in(place, file) for place in trusted_path(folder))
    return next((str(program) for program in found if program is not None), None)


def program_in(place: Path, file: str) -> Path | None:
    """A program in one folder; a folder that may not be looked into has none for us."""
    program = place / file
    try:
        return program if os.access(program, os.X_OK) and program.is_file() else None
    except OSError:
        return None


def trusted_path(folder: Path) -> tuple[Path, ...]:
    """The folders of the PATH that did not come with a project around a folder, in their order."""
    projects = tuple(_projects(folder))
    return tuple(place for place in map(Path, os.get_exec_path()) if _is_outside(place, projects))


def is_trusted(path: Path, folder: Path) -> bool:
    """Whether a file did not come with a project around a folder."""
    return _is_outside(path, tuple(_projects(folder)))


def _is_outside(path: Path, projects: tuple[Path, ...]) -> bool:
    try:
        real = path.resolve() if path.is_absolute() else None
    except (OSError, RuntimeError):
        return False
    return real is not None and not any(real.is_relative_to(project) for project in projects)


def _projects(folder: Path) -> Iterator[Path]:
    """The folders from here on upwards that are the top of a project or a repository, up to the user's home."""
    try:
        here = folder.resolve()
        home = Path.home().resolve()
    except (OSError, RuntimeError):
        return
    for place in (here, *here.parents):
        if home.is_relative_to(place):
            # A home may be under version control; the user's own programs are in it all the same.
            return
        if any(_is_there(place / mark) for mark in _MARKS):
            yield place


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # What may not be looked at may be there.
        return True
