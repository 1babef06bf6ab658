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
    for place in trusted_path(folder):
        program = place / file
        if os.access(program, os.X_OK) and program.is_file():
            return str(program)
    return None


def trusted_path(folder: Path) -> tuple[Path, ...]:
    """The folders of the PATH that did not come with a project around a folder, in their order."""
    projects = tuple(_projects(folder))
    found = []
    for place in map(Path, os.get_exec_path()):
        try:
            real = place.resolve() if place.is_absolute() else None
        except (OSError, RuntimeError):
            continue
        if real is not None and not any(real.is_relative_to(project) for project in projects):
            found.append(place)
    return tuple(found)


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
        if any((place / mark).exists() for mark in _MARKS):
            yield place
