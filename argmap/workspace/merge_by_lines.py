"""What git itself makes of three versions of a file."""

from __future__ import annotations

from pathlib import Path

from argmap.workspace.git import asked


def merge_by_lines(base: Path, ours: Path, theirs: Path, names: tuple[str, str], size: int) -> tuple[bytes, bool]:
    """The result of git's merge of three files, line by line, and whether it has conflicts.

    Args:
        base: What both sides began with.
        ours: Our side.
        theirs: The other side.
        names: What conflict marks call our side and the other.
        size: Signs in a mark.

    Raises:
        GitError: There is no git, or the files are no text.
    """
    labels = (word for name in (names[0], "base", names[1]) for word in ("-L", name))
    words = ("merge-file", "-p", f"--marker-size={size}", *labels, "--", str(ours), str(base), str(theirs))
    code, out = asked(Path(), *words, fine=range(128))
    return out, code != 0
