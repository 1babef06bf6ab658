"""What tells one state of a project's files from another, without reading them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from argmap.workspace.reader import FOLDER, SUFFIX
from argmap.workspace.settings import OWN_FILE, SHARED_FILE


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
