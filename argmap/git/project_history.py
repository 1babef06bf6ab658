"""The states that a project had, commit by commit, as far as this clone has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath

import attrs

from argmap.git.commits import Commit
from argmap.git.repository import Repository, is_lacking
from argmap.git.revision_spec import RevisionSpecs
from argmap.git.side_reading import SideReader, input_at, refuse_lacking
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
        notices: What to know of the files that are there now, a sentence each.
    """

    states: tuple[ProjectState, ...]
    settings: Settings
    cut: Logged | None = None
    notices: tuple[str, ...] = ()


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
    reader = SideReader(specs, bytes)
    committed, now = reader.read(head, None if has_tree else head)
    notices = [f"{name} is a submodule, and what is in it is not told" for name in reader.passed_over]
    place, root = PurePosixPath(committed.folder), committed.given.root
    nothing = attrs.evolve(committed.given, readings=())
    known = [reading for reading in now.given.readings if is_lacking(reading)]

    def at(word: str, place: PurePosixPath) -> Input:
        commit = head.commit.other(word)
        if commit is None:
            return nothing
        given = input_at(commit, place, root)
        refuse_lacking(attrs.evolve(given, readings=tuple(one for one in given.readings if one not in known)), nothing)
        return given

    states = [ProjectState(None, lambda: now.given)] if has_tree else []
    found = commits(specs.repository, head.commit.id, place / FOLDER, until=base)
    if not found:
        states.append(ProjectState(None, lambda: committed.given))
    cut = None
    while found:
        states += [ProjectState(commit, partial(at, commit.id, place)) for commit in found]
        last = found[-1].id
        older = head.commit.other(f"{last}^1")
        if older is None:
            cut = found[-1] if specs.has_parents(specs.commit(last)) else None
            states += [] if cut else [ProjectState(None, lambda: nothing)]
            break
        place = _place_before(specs, place, head.commit.other(last), older)
        found = commits(specs.repository, older.id, place / FOLDER, until=base)
        if not found or older.at(place / FOLDER) is None:
            states.append(ProjectState(None, partial(at, older.id, place)))
            break
    notices += dict.fromkeys((*now.given.notices, *committed.given.notices))
    return ProjectHistory(states=tuple(states), settings=now.given.settings, cut=cut, notices=tuple(notices))


def _place_before(specs: RevisionSpecs, place: PurePosixPath, newer: Commit | None, older: Commit) -> PurePosixPath:
    """The folder in which a project was before a commit, which may have moved it."""
    if older.at(place / FOLDER) is not None:
        return place
    from argmap.git.moved_projects import moved_from

    return moved_from(specs.repository, place, newer, older) or place
