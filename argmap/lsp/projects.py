"""The projects that are open in an editor, with the texts that are not saved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import attrs

from argmap.language.ids import normal
from argmap.lsp.positions import address_of, path_of
from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.text import SourceText
from argmap.workspace.errors import NoProjectError
from argmap.workspace.project_files import find_root, place_of_path
from argmap.workspace.reader import FOLDER, SUFFIX, as_text, shown_name
from argmap.workspace.settings import read_settings


@attrs.frozen(kw_only=True)
class OpenText:
    """A text as it stands in an editor.

    Attributes:
        address: By which the editor names it.
        version: By which the editor counts its changes.
        source: All of it.
        home: Where it belongs.
    """

    address: str
    version: int
    source: SourceText
    home: Home


class Home:
    """A project, or a file that belongs to none, as an editor has it open.

    Its texts come from the thread that talks to the editor, and are checked in another: between the two stand only
    texts that wait, under a lock, and states that never change.

    Attributes:
        root: The folder of the project; for a file alone, the folder in which it is.
        state: The newest state; None before there was one.
        texts: The newest texts of the editor, by name.
    """

    def __init__(self, root: Path, alone: Path | None = None, sources: Path | None = None) -> None:
        self.root = root
        self.alone = alone
        self._given_sources = sources
        self.state: ProjectState | None = None
        self.texts: dict[str, SourceText] = {}
        self.number = 0
        self._project = OpenProject(root, sources, alone=() if alone is None else (alone,))
        self._lock = Lock()
        self._waiting: dict[str, str | None] = {}
        self._looks = False

    def set_text(self, source: SourceText) -> None:
        """Put a text before the file of its name."""
        self.texts[source.name] = source
        with self._lock:
            self._waiting[source.name] = source.text

    def drop_text(self, name: str) -> None:
        """Let a file count as it is on the disk."""
        self.texts.pop(name, None)
        with self._lock:
            self._waiting[name] = None

    def look(self) -> None:
        """Take in what has changed on the disk, at the next check."""
        with self._lock:
            self._looks = True

    def check(self) -> None:
        """Make the newest state; in the thread of the worker, and nowhere else."""
        with self._lock:
            waiting, self._waiting = self._waiting, {}
            looks, self._looks = self._looks, False
        if looks:
            self._project.look()
        for name, text in waiting.items():
            if text is None:
                self._project.drop_text(name)
            else:
                self._project.set_text(name, text)
        self.state = self._project.state()
        self.number += 1

    def sources_beside(self) -> tuple[str, ...]:
        """The names of the files in the folder of source texts."""
        folder = self.sources_folder()
        if folder is None:
            return ()
        try:
            return tuple(sorted(path.name for path in folder.iterdir() if path.is_file()))
        except OSError:
            return ()

    def source_path(self, name: str) -> Path | None:
        """The file that a document means by a name, whatever form of Unicode the disk has; None where there is none."""
        folder = self.sources_folder()
        found = (one for one in self.sources_beside() if normal(one) == normal(name))
        return next((folder / one for one in found), None) if folder is not None else None

    def sources_folder(self) -> Path | None:
        """The folder of source texts, be it there or not; None where none is named."""
        if self.alone is not None or self._given_sources is not None:
            return self._given_sources
        named = read_settings(self.root)[0].sources
        return self.root / named if named else None

    def path(self, name: str) -> Path:
        """The file that has a name here."""
        return Path(name) if self.alone is not None and name == as_text(self.alone.as_posix()) else self.root / name


class Projects:
    """All that is open: homes by their folders, and texts by their addresses.

    A project stays open while one of its texts is, or a folder of the editor lies in it.

    Attributes:
        sources: The folder of source texts, in the place of that of a project's settings.
    """

    def __init__(self) -> None:
        self.sources: Path | None = None
        self._homes: dict[Path, Home] = {}
        self._folders: dict[str, Path] = {}
        self._texts: dict[str, OpenText] = {}

    def __iter__(self) -> Iterator[Home]:
        return iter(tuple(self._homes.values()))

    def text(self, address: str) -> OpenText | None:
        """An open text; None for one that is none of argmap's."""
        return self._texts.get(address)

    def count(self, home: Home) -> int:
        """How many texts of a project are open."""
        return sum(opened.home is home for opened in self._texts.values())

    def open_folder(self, address: str) -> Home | None:
        """The project around a folder of the editor, or in it; None where there is none."""
        path = path_of(address)
        try:
            root = find_root(path) if path is not None and path.is_dir() else None
        except (NoProjectError, OSError):
            root = None
        if root is None:
            return None
        self._folders[address] = root
        return self._project(root)

    def close_folder(self, address: str) -> Home | None:
        """Let a folder go; the project that is closed by it, if one is."""
        root = self._folders.pop(address, None)
        return self._closed(self._homes[root]) if root in self._homes else None

    def open_text(self, address: str, language: str, version: int, text: str) -> OpenText | None:
        """Take in a text of the editor; None for one that is none of argmap's."""
        found = self._place(address, language)
        if found is None:
            return None
        home, name = found
        opened = OpenText(address=address, version=version, source=SourceText(name, text), home=home)
        self._texts[address] = opened
        home.set_text(opened.source)
        return opened

    def change_text(self, opened: OpenText, version: int, source: SourceText) -> OpenText:
        """Take in a change of one."""
        changed = attrs.evolve(opened, version=version, source=source)
        self._texts[opened.address] = changed
        opened.home.set_text(source)
        return changed

    def close_text(self, address: str) -> tuple[Home, bool] | None:
        """Let a text go; its home, and whether that is closed with it."""
        opened = self._texts.pop(address, None)
        if opened is None:
            return None
        others = (one for one in self._texts.values() if one.home is opened.home)
        again = next((one for one in others if one.source.name == opened.source.name), None)
        if again is not None:
            # One file under two addresses, such as through a link.
            opened.home.set_text(again.source)
        else:
            opened.home.drop_text(opened.source.name)
        return opened.home, self._closed(opened.home) is not None

    def home_of(self, address: str) -> Home | None:
        """The open project in which a file lies, whatever it is."""
        path = path_of(address)
        if path is None:
            return None
        place = _place_of(path)
        homes = [home for home in self if home.alone is None and place.is_relative_to(home.root)]
        return max(homes, key=lambda home: len(home.root.parts), default=None)

    def address(self, home: Home, name: str) -> str:
        """The address of a file, as the editor spells it where it is open there."""
        for opened in tuple(self._texts.values()):
            if opened.home is home and opened.source.name == name:
                return opened.address
        return address_of(home.path(name))

    def version(self, home: Home, name: str) -> int | None:
        """The version of a text of the editor; None where the file is not open."""
        found = (one.version for one in tuple(self._texts.values()) if one.home is home and one.source.name == name)
        return next(found, None)

    def _project(self, root: Path) -> Home:
        if root not in self._homes:
            self._homes[root] = Home(root, sources=self.sources)
        return self._homes[root]

    def _place(self, address: str, language: str) -> tuple[Home, str] | None:
        path = path_of(address)
        if path is None:
            # A text that was never saved has no folder; nothing can lie behind what is no folder.
            path = Path(os.devnull, address.rpartition("/")[2]) if language == "argmap" else None
            return None if path is None or address.startswith("git:") else self._place_alone(path)
        if path.suffix != SUFFIX and language != "argmap":
            return None
        place = _place_of(path)
        try:
            root = find_root(path.parent)
        except NoProjectError:
            return self._place_alone(place)
        if not place.is_relative_to(root):
            return self._place_alone(place)
        parts = place.relative_to(root).parts
        if parts[0] != FOLDER or place.suffix != SUFFIX or any(part.startswith(".") for part in parts):
            return self._place_alone(place)
        return self._project(root), shown_name(place, root)

    def _place_alone(self, path: Path) -> tuple[Home, str]:
        if path not in self._homes:
            self._homes[path] = Home(path.parent, alone=path)
        return self._homes[path], as_text(path.as_posix())

    def _closed(self, home: Home) -> Home | None:
        """A home, if nothing keeps it open: it is then closed."""
        kept = home.root in self._folders.values() and home.alone is None
        if kept or any(opened.home is home for opened in self._texts.values()):
            return None
        self._homes = {key: one for key, one in self._homes.items() if one is not home}
        return home


def _place_of(path: Path) -> Path:
    try:
        return place_of_path(path)
    except (OSError, RuntimeError):
        return path
