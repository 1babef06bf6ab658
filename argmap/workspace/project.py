"""Where a project begins."""

from __future__ import annotations

from pathlib import Path

import attrs

from argmap.workspace.reader import FOLDER, Reading
from argmap.workspace.settings import Settings, read_settings


class NoProjectError(LookupError):
    """Neither a folder nor one above it holds an ``arguments`` folder."""


@attrs.frozen(kw_only=True)
class Project:
    """One project on disk.

    Attributes:
        root: The folder that holds ``arguments``, absolute and without symbolic links.
        settings: What its settings say; the defaults for whatever they get wrong.
        settings_files: The files that say so, with what is wrong in them.
    """

    root: Path
    settings: Settings
    settings_files: tuple[Reading, ...] = ()


def find_project(start: Path) -> Project:
    """The project that a file or folder belongs to: the nearest folder upwards that has an ``arguments`` folder.

    Raises:
        NoProjectError: There is none.
    """
    root = find_root(start)
    settings, files = read_settings(root)
    return Project(root=root, settings=settings, settings_files=files)


def find_root(start: Path) -> Path:
    """The folder of the project that a file or folder belongs to.

    Raises:
        NoProjectError: There is none.
    """
    try:
        real = start.resolve()
        for folder in (real, *real.parents):
            if (folder / FOLDER).is_dir():
                return folder
    except (OSError, RuntimeError, ValueError) as error:
        raise NoProjectError(f"{start} leads nowhere") from error
    raise NoProjectError(f"no `{FOLDER}` folder in {start} or in a folder above it")
