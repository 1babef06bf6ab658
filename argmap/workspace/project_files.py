"""Where a project begins, and the files that paths mean: read and not yet parsed, or only looked at for a change."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import attrs

from argmap.source.text import SourceText
from argmap.workspace.errors import NoProjectError
from argmap.workspace.reader import (
    FOLDER,
    SUFFIX,
    Reading,
    as_text,
    is_stream,
    read_arguments,
    read_file,
    read_stream,
    shown_name,
)
from argmap.workspace.settings import OWN_FILE, SHARED_FILE, Settings, read_settings


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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Input:
    """Argument files as they were read, before anything is parsed.

    Attributes:
        project: None where files stand outside any project; then they are all there is.
        readings: All files whose names are resolved together.
        chosen: The names of the files that were asked for; None where that is all of them.
        notices: What to know of the files that is no finding about one of them, a sentence each.
    """

    project: Project | None
    readings: tuple[Reading, ...]
    chosen: frozenset[str] | None = None
    notices: tuple[str, ...] = ()

    @property
    def settings(self) -> Settings:
        """Those of the project, or the defaults."""
        return self.project.settings if self.project else Settings()

    @property
    def root(self) -> Path:
        """The folder to which names are relative."""
        return self.project.root if self.project else Path.cwd()

    @property
    def files(self) -> tuple[Reading, ...]:
        """All files about which there can be a finding: the settings, too."""
        return (*self.readings, *(self.project.settings_files if self.project else ()))

    @property
    def texts(self) -> dict[str, SourceText]:
        """Their texts, by name."""
        return {reading.source.name: reading.source for reading in self.files}

    @property
    def digests(self) -> list[bytes]:
        """What the outcome depends on: names and contents, settings included; of what cannot be read, why."""
        return [part.encode() for reading in self.files for part in (reading.source.name, _state(reading))]


def _state(reading: Reading) -> str:
    return reading.digest or "".join(finding.label for finding in reading.findings)


def find_project(start: Path) -> Project:
    """The project that a file or folder belongs to: the nearest folder upwards that has an ``arguments`` folder.

    Raises:
        NoProjectError: There is none.
    """
    return project_at(find_root(start))


def project_at(root: Path) -> Project:
    """The project in a folder, be there argument files or not."""
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


def read_input(paths: Sequence[Path] = ()) -> Input:
    """The files that paths mean: those of the project that they belong to, or just they themselves.

    Args:
        paths: Files and folders; none for the project around the working folder.

    Raises:
        NoProjectError: No path was given, and there is no project here.
        FileNotFoundError: A path leads to nothing.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise FileNotFoundError(path)
    try:
        project = find_project(paths[0] if paths else Path.cwd())
    except NoProjectError:
        if not paths:
            raise
        return read_outside(paths)
    readings = read_arguments(project.root)
    chosen: set[str] = set()
    for path in paths:
        names = _names_in(path, project, readings)
        if names is None:
            return read_outside(paths)
        chosen |= names
    everything = not paths or len(chosen) == len(readings)
    return Input(project=project, readings=readings, chosen=None if everything else frozenset(chosen))


def place_of_path(path: Path) -> Path:
    """Where a path stands, there or not; a file that is a link to one elsewhere goes by the name of the link."""
    return path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()


def _names_in(path: Path, project: Project, readings: tuple[Reading, ...]) -> set[str] | None:
    """The files of a project that a path means; None where it is outside, or is no argument file of the project."""
    called = place_of_path(path)
    if called.is_relative_to(project.root):
        name = shown_name(called, project.root)
        if any(reading.source.name == name for reading in readings):
            return {name}
    real = path.resolve()
    if not real.is_relative_to(project.root):
        return None
    relative = shown_name(real, project.root)
    if relative == ".":
        return {reading.source.name for reading in readings}
    names = {
        reading.source.name
        for reading in readings
        if reading.source.name == relative or reading.source.name.startswith(f"{relative}/")
    }
    return names or (set() if real.is_dir() else None)


def read_outside(paths: Sequence[Path]) -> Input:
    """Files outside any project: each file that was named, and those in each folder that was."""
    readings: dict[str, Reading] = {}
    for path in paths:
        is_folder = path.is_dir()
        for file in sorted(path.rglob(f"*{SUFFIX}")) if is_folder else [path]:
            name = as_text(file.as_posix())
            if not is_folder and is_stream(file):
                readings[name] = read_stream(file, name)
                continue
            # A link that was named is followed; one that lies in a folder may have come with it.
            readings[name] = read_file(file, name, path if is_folder else _folder_of(file))
    return Input(project=None, readings=tuple(readings.values()))


def streams_in_project(streams: Sequence[Reading], project: Project, others: Sequence[Reading]) -> Input:
    """Texts that came through pipes, in the midst of a project: each in the place of the file that it may be.

    That is one with the same document or, where a text is of none, with an issue, actor or term of the same id.
    """
    taken = {head for stream in streams for head in _heads(stream)}
    around = tuple(reading for reading in others if taken.isdisjoint(_heads(reading)))
    return Input(
        project=project,
        readings=(*around, *streams),
        chosen=frozenset(stream.source.name for stream in streams),
    )


def _heads(reading: Reading) -> list[tuple[str, str]]:
    """What tells a file from others: its documents or, if it has none, what it declares for all."""
    found = [match.groups() for match in _HEAD.finditer(reading.source.text)]
    documents = [(kind, name) for kind, name in found if kind == "document"]
    return documents or [(kind, name) for kind, name in found]


_HEAD = re.compile(r"^(document|issue|actor|term)[ \t]+([^\s:]+)", re.MULTILINE)


def _folder_of(file: Path) -> Path:
    """Where a file is, wherever a link to it stands; for a link that leads in a circle, where that stands."""
    try:
        return file.resolve().parent
    except (OSError, RuntimeError):
        return file.parent


def files_on_disk(root: Path, sources: Path | None = None) -> tuple[tuple[str, int, int], ...]:
    """The name, the time and the size of each: argument files, settings, and source texts where these count."""
    found = [root / OWN_FILE, root / SHARED_FILE]
    for folder, folders, names in os.walk(root / FOLDER):
        folders.sort()
        found += [Path(folder, name) for name in sorted(names) if name.endswith(SUFFIX)]
    if sources is not None:
        with suppress(OSError):
            found += sorted(sources.iterdir())
    states = []
    for path in found:
        try:
            state = path.stat()
        except OSError:
            continue
        states.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(states)
