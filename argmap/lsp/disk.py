"""What changes on the disk outside the editor: told by the editor, or looked for where it cannot tell."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from argmap.lsp.projects import Home
from argmap.workspace.project_files import files_on_disk
from argmap.workspace.reader import SUFFIX
from argmap.workspace.settings import OWN_FILE, SHARED_FILE

if TYPE_CHECKING:
    from argmap.lsp.server import Server

_LOOK = 2.0
"""Seconds between two looks at the disk."""


class Disk:
    """Sees to it that a server learns of changed files."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._watched: set[str] = set()
        self._looking: asyncio.Future[None] | None = None

    def begin(self) -> None:
        """Watch all projects that are open, and those that will be."""
        if self._watches:
            self._watch([f"**/*{SUFFIX}", f"**/{OWN_FILE}", f"**/{SHARED_FILE}"])
            for home in self._server.projects:
                self.watch_sources(home)
        else:
            self._looking = asyncio.ensure_future(self._look_again_and_again())

    def watch_sources(self, home: Home) -> None:
        """Ask the editor to watch the folder of source texts, whatever the files in it are called."""
        folder = home.sources_folder()
        if folder is not None and folder.is_relative_to(home.root):
            self._watch([f"**/{folder.relative_to(home.root).as_posix()}/*"])

    @property
    def _watches(self) -> bool:
        """Whether the editor can tell what changes on the disk."""
        workspace = self._server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        return bool(watching and watching.dynamic_registration)

    async def _look_again_and_again(self) -> None:
        """See what changes on the disk, for an editor that cannot tell."""
        seen: dict[Home, object] = {}
        while True:
            seen = {home: seen[home] for home in self._server.projects if home in seen}
            for home in (one for one in self._server.projects if one.alone is None):
                now = await asyncio.to_thread(files_on_disk, home.root, home.sources_folder())
                if seen.setdefault(home, now) != now:
                    seen[home] = now
                    home.look()
                    self._server.worker.ask(home)
            await asyncio.sleep(_LOOK)

    def _watch(self, patterns: list[str]) -> None:
        new = [pattern for pattern in patterns if pattern not in self._watched]
        if not new or not self._watches:
            return
        self._watched.update(new)
        watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in new]
        self._server.client_register_capability(
            types.RegistrationParams(
                [
                    types.Registration(
                        id=f"argmap-{len(self._watched)}",
                        method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                        register_options=types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers),
                    )
                ]
            )
        )
