"""Merging argument files, by ids where all three versions can be read, and renders; all else as git itself does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.git.file_drivers import merge_by_lines
from argmap.merge.lines import Marks
from argmap.workspace.reader import BYTE_ORDER_MARK, decode
from argmap.workspace.writing import write_atomically

if TYPE_CHECKING:
    from argmap.merge.merging import Merged


@attrs.frozen
class Outcome:
    """How a merge went.

    Attributes:
        conflicts: Whether something is left to be decided.
        by_lines: Whether git merged it line by line, because one of the versions cannot be read whole, or is no
            render.
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


def merge_renders(name: str, files: tuple[Path, Path, Path], marks: Marks) -> Outcome:
    """Merge three versions of a file in ``renders/``, and write the result, whole, in the place of ours.

    Where argmap made it on both sides, the next build makes it anew from the merged arguments, and until then it is one
    that can be shown: a picture of our side, or a text with the lines of both and, where they conflict, of ours.

    Args:
        name: The path of the file.
        files: The base, our side and the other.
        marks: How a conflict is marked.

    Raises:
        GitError: There is no git.
        ChangedError: Somebody wrote to ours meanwhile; it is as they left it.
        OSError: A file cannot be read or written.
    """
    from argmap.workspace.integrity_footer import HEADED
    from argmap.workspace.renders import was_ours

    base, ours, theirs = files
    before, other = ours.read_bytes(), theirs.read_bytes()
    made = was_ours(name, before) and was_ours(name, other)
    if made and not name.endswith(HEADED):
        return Outcome(conflicts=False)
    if b"\0" in before + other:
        # git leaves our side where a file is no text, and so does this.
        return Outcome(conflicts=True)
    data, conflicts = merge_by_lines(base, ours, theirs, marks, ours_first=made)
    write_atomically(ours, data, ours.resolve().parent, still=lambda now: now.read_bytes() == before)
    return Outcome(conflicts and not made, by_lines=not made)


def _by_ids(versions: tuple[bytes, bytes, bytes], marks: Marks) -> Merged | None:
    # git starts a driver for each file, and most of them are renders, for which nothing is parsed.
    from argmap.language.parser import Parser
    from argmap.merge.merging import merge

    readings = [decode("", data) for data in versions]
    if not all(reading.intact for reading in readings):
        return None
    base, ours, theirs = (reading.source.text for reading in readings)
    return merge(base, ours, theirs, Parser(), marks)
