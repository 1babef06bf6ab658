"""The commits that touched a folder, as far as this clone has them."""

from __future__ import annotations

from pathlib import PurePosixPath

import attrs

from argmap.workspace.git import Repository

_HEADER = "commit "
_FORMAT = "%as%n%an%n%s"


@attrs.frozen(kw_only=True)
class Logged:
    """What a commit says of itself.

    Attributes:
        id: Its full id.
        date: The day on which it was written, ISO 8601.
        author: The name of whoever wrote it.
        subject: The first paragraph of its message, on one line.
    """

    id: str
    date: str
    author: str
    subject: str


def commits(repository: Repository, start: str, folder: PurePosixPath, *, until: str = "") -> tuple[Logged, ...]:
    """The commits that changed something in a folder, newest first; a merge counts by what it brought to its branch.

    So one of them left the folder as the next newer one found it, whatever other commits lie between the two.

    Args:
        repository: Where.
        start: The full id of the commit at which to begin.
        folder: From the top of the repository.
        until: The full id of a commit; it and what it is based on are left out.

    Raises:
        GitError: git failed.
    """
    words = ["rev-list", "--first-parent", "--encoding=UTF-8", f"--format=tformat:{_FORMAT}", start]
    words += [f"^{until}"] if until else []
    said = repository.ask(*words, "--", f":(top,literal){folder}").decode(errors="replace")
    # Only LF ends a line here: a name may hold any other character.
    lines = said.split("\n")
    return tuple(
        Logged(id=lines[at].removeprefix(_HEADER), date=lines[at + 1], author=lines[at + 2], subject=lines[at + 3])
        for at in range(0, len(lines) - 1, 4)
    )
