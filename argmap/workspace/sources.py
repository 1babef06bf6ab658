"""Source texts: plain files in one folder, named by documents and never reached by a path."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from argmap.workspace.reader import Reading, read_file


def read_sources(folder: Path, names: Iterable[str]) -> tuple[Reading, ...]:
    """The source texts that are there, by name, each decoded as far as it goes.

    A name with a path in it is passed over: a document can name a file in the folder of sources and no other.
    """
    readings = []
    for name in sorted(set(names)):
        if name != PurePosixPath(name).name or "\\" in name or ":" in name or name in ("", ".", ".."):
            continue
        reading = read_file(folder / name, name, folder)
        if reading.digest:
            readings.append(reading)
    return tuple(readings)
