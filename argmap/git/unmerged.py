"""What git has of a file in conflict: what it was on either side, before marks were put between the two."""

from __future__ import annotations

from pathlib import Path

from argmap.git.repository import GitError, asked

_SIDES = (b"2", b"3")
"""The stages at which git's index keeps our side and the other one; at 1 it keeps what both began with."""


def unmerged_versions(folder: Path, name: str) -> tuple[bytes, ...]:
    """The versions of a file on the sides that have it; none where it is in no conflict, or git cannot say.

    Args:
        folder: A folder of the work tree.
        name: The file, relative to the folder.
    """
    try:
        _, listed = asked(folder, "--literal-pathspecs", "ls-files", "--unmerged", "-z", "--", name)
        stages = [entry.partition(b"\t")[0].split() for entry in listed.split(b"\0")[:-1]]
        return tuple(asked(folder, "cat-file", "blob", blob.decode())[1] for _, blob, at in stages if at in _SIDES)
    except GitError:
        return ()
