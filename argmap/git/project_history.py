"""The states that a project had, commit by commit, as far as this clone has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath

import attrs

from argmap.git.repository import Repository
from argmap.git.revision_spec import RevisionSpecs
from argmap.git.side_reading import SideReader, input_at
from argmap.workspace.project_files import Input
from argmap.workspace.reader import FOLDER
from argmap.workspace.settings import Settings

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


@attrs.frozen
class ProjectState:
    """The project at one time.

    Attributes:
        commit: That which made it so; None for the working tree, or where it does not matter.
    """

    commit: Logged | None
    read: Callable[[], Input]


@attrs.frozen(kw_only=True)
class ProjectHistory:
    """The states of a project.

    Attributes:
        states: The newest first, which is what is there now; each is another than the next, or the last.
        settings: Those that are in force now.
        cut: The oldest commit of a clone whose history was cut there: what it and older ones changed is not known.
    """

    states: tuple[ProjectState, ...]
    settings: Settings
    cut: Logged | None = None


@contextmanager
def project_history(folder: Path, since: str = "") -> Iterator[ProjectHistory]:
    """All states of the project around a folder since a revision, or since there has been a project.

    The states can be read until the context is left.

    Raises:
        RefusedError: git is missing, or has not the commit.  Its help says what to do.
        NoProjectError: There is no project here.
    """
    with RevisionSpecs(folder) as specs:
        yield _history(specs, since)


def _history(specs: RevisionSpecs, since: str) -> ProjectHistory:
    head = specs.commit("HEAD")
    base = specs.commit(since).commit.id if since else ""
    has_tree = specs.repository.top is not None
    committed, now = SideReader(specs, bytes).read(head, None if has_tree else head)
    project, root = PurePosixPath(committed.folder), committed.given.root
    nothing = attrs.evolve(committed.given, readings=())

    def at(word: str) -> Input:
        commit = head.commit.other(word)
        return nothing if commit is None else input_at(commit, project, root)

    found = commits(specs.repository, head.commit.id, project / FOLDER, until=base)
    states = [ProjectState(None, lambda: now.given)] if has_tree else []
    states += [ProjectState(commit, partial(at, commit.id)) for commit in found]
    before = f"{found[-1].id}^1" if found else ""
    cut = None
    if not found:
        states.append(ProjectState(None, lambda: committed.given))
    elif head.commit.other(before) is not None:
        states.append(ProjectState(None, partial(at, before)))
    elif specs.has_parents(specs.commit(found[-1].id)):
        cut = found[-1]
    else:
        states.append(ProjectState(None, lambda: nothing))
    return ProjectHistory(states=tuple(states), settings=now.given.settings, cut=cut)
