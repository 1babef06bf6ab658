"""Merging argument files: by ids where all three versions can be read, else as git itself does."""

from __future__ import annotations

from pathlib import Path

import attrs

from argmap.git.file_drivers import merge_by_lines
from argmap.language.parser import Parser
from argmap.merge.lines import Marks
from argmap.merge.merging import Merged, merge
from argmap.workspace.reader import BYTE_ORDER_MARK, decode
from argmap.workspace.writing import write_atomically


@attrs.frozen
class Outcome:
    """How a merge went.

    Attributes:
        conflicts: Whether something is left to be decided.
        by_lines: Whether git merged it line by line, because one of the versions cannot be read whole.
    """

    conflicts: bool
    by_lines: bool = False


def merge_files(base: Path, ours: Path, theirs: Path, marks: Marks) -> Outcome:
    """Merge three versions of a file, and write the result, whole, in the place of ours.

    Raises:
        GitError: One version cannot be read whole, and git cannot merge them either; nothing was written.
        ChangedError: Somebody wrote to ours meanwhile; it is as they left it.
        OSError: A file cannot be read or written.
    """
    versions = (base.read_bytes(), ours.read_bytes(), theirs.read_bytes())
    found = _by_ids(versions, marks)
    if found is None:
        data, conflicts = merge_by_lines(base, ours, theirs, marks)
        outcome = Outcome(conflicts, by_lines=True)
    else:
        mark = BYTE_ORDER_MARK if versions[1].startswith(BYTE_ORDER_MARK) else b""
        data, outcome = mark + found.text.encode(), Outcome(bool(found.conflicts))
    write_atomically(ours, data, ours.resolve().parent, still=lambda now: now.read_bytes() == versions[1])
    return outcome


def _by_ids(versions: tuple[bytes, bytes, bytes], marks: Marks) -> Merged | None:
    readings = [decode("", data) for data in versions]
    if not all(reading.intact for reading in readings):
        return None
    base, ours, theirs = (reading.source.text for reading in readings)
    return merge(base, ours, theirs, Parser(), marks)
