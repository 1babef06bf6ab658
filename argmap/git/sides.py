"""The two sides of a diff, put beside each other: which of their files are asked for, and where their lines are."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import attrs

from argmap.git.left_out_files import read_project
from argmap.git.revision_spec import STANDARD_INPUT, Files, Meaning, Revised, RevisionSpecs
from argmap.git.side_reading import STDIN_NAME, Side, SideReader
from argmap.source.nearest import suggestion
from argmap.workspace.errors import NoProjectError, RefusedError
from argmap.workspace.project_files import find_project, place_of_path, streams_in_project
from argmap.workspace.reader import as_text, is_stream, shown_name

if TYPE_CHECKING:
    from argmap.workspace.accepted import Accepted


class Sides(NamedTuple):
    """Both sides.

    Attributes:
        old: That which was.
        new: That which is.
        chosen: The names of the files to report on, on both sides; None for all.
        passed_over: The submodules among the argument files, whose own files are not compared.
    """

    old: Side
    new: Side
    chosen: frozenset[str] | None = None
    passed_over: tuple[str, ...] = ()


def read_sides(
    old: str,
    new: str | None = None,
    paths: Sequence[str] = (),
    *,
    against: str | None = None,
    staged: bool = False,
    folder: Path,
    standard_input: Callable[[], bytes],
) -> Sides:
    """Read what the words mean.

    Args:
        old: A file, a folder, a revision, ``REF:path``, or ``-``; empty for ``HEAD``.  Or a range, which names both
            sides; then what follows is one of the paths.
        new: Likewise; None for the working tree.
        paths: Files and folders to report on; none for all.
        against: Instead of `old`: the revision that `new` (or ``HEAD``) left, empty for the default branch.  Then a
            file or folder as `new` is one of the paths.
        staged: Whether the new side is the index; then a file or folder as `old` is one of the paths.
        folder: Where all that was typed.
        standard_input: Reads it.

    Raises:
        RefusedError: A word means nothing, or the two cannot be put beside each other; with what to do.
        NoProjectError: There is no project here, on any side.
    """
    if old == new == STANDARD_INPUT:
        raise RefusedError("standard input can be read once: only one side can be `-`")
    if new is not None and _is_same_stream(folder / old, folder / new):
        raise RefusedError(f"`{old}` and `{new}` are one pipe, which can be read once", "name two files, or two pipes")
    with RevisionSpecs(folder) as specs:
        if staged:
            earlier, later, paths = _staged(specs, [word for word in (old, new) if word], paths, against)
        elif against is not None:
            earlier, later, paths = _against(specs, new, paths, against)
        else:
            earlier, later, paths = _meant(specs, old, new, paths)
        reader = SideReader(specs, standard_input)
        one, other = _beside(*_in_project(*reader.read(earlier, later), folder))
    wanted = [_named(path, folder, one, other) for path in paths]
    return Sides(one, other, _chosen(one, other, wanted), reader.passed_over)


_Words = tuple[Meaning, Meaning | None, Sequence[str]]
"""What the old side means, what the new one does, and which paths to report on."""


def _meant(specs: RevisionSpecs, old: str, new: str | None, paths: Sequence[str]) -> _Words:
    if not old:
        # Nobody typed it, so a file of that name is not meant.
        return specs.commit("HEAD"), None if new is None else specs.meant(new), paths
    excluding = [word for word in (old, new or "") if word.startswith("^") and not os.path.lexists(specs.folder / word)]
    if new is not None and len(excluding) == 1:
        # git's other way to write a range.
        other = new if excluding[0] == old else old
        return specs.meant(excluding[0][1:]), specs.meant(other), paths
    both = None if old == STANDARD_INPUT else specs.both(old)
    if both is None:
        return specs.meant(old), None if new is None else specs.meant(new), paths
    return *both, paths if new is None else [new, *paths]


def _against(specs: RevisionSpecs, new: str | None, paths: Sequence[str], against: str) -> _Words:
    later = None if new is None else specs.meant(new)
    if isinstance(later, Files):
        return specs.merge_base("HEAD", against), None, [later.word, *paths]
    if later is not None and not (isinstance(later, Revised) and later.commit.in_history):
        raise RefusedError(f"`{new}` is no commit, so it left no other", "name a revision, or none for HEAD")
    return specs.merge_base(later.revision if later else "HEAD", against), later, paths


def _staged(specs: RevisionSpecs, words: Sequence[str], paths: Sequence[str], against: str | None) -> _Words:
    """What is staged, beside a revision; what is no revision is a path, on the disk or not."""
    if against is not None:
        return specs.merge_base("HEAD", against), specs.index(), [*words, *paths]
    old = specs.before_staged(words[0]) if words else None
    if old is None:
        return specs.head(), specs.index(), [*words, *paths]
    return old, specs.index(), [*words[1:], *paths]


def _is_same_stream(old: Path, new: Path) -> bool:
    """Whether two words name one pipe or device; `-` is the standard input."""
    one, other = (Path("/dev/stdin") if path.name == STANDARD_INPUT else path for path in (old, new))
    return is_stream(one) and is_stream(other) and one.samefile(other)


def _in_project(old: Side, new: Side, folder: Path) -> tuple[Side, Side]:
    """Both sides; where both came through pipes, and so from nowhere, in the midst of the project around a folder."""
    if not (old.streamed and new.streamed):
        return old, new
    try:
        around = read_project(find_project(folder))
    except NoProjectError:
        return old, new
    assert around.project is not None
    both = (*old.given.readings, *new.given.readings)
    rest = streams_in_project(both, around.project, around.readings).readings[: -len(both)]
    one, other = (
        attrs.evolve(
            side,
            given=attrs.evolve(around, readings=(*rest, *side.given.readings)),
            wanted=side.given.readings[0].source.name,
        )
        for side in (old, new)
    )
    return one, other


def _beside(old: Side, new: Side) -> tuple[Side, Side]:
    """Two sides of which one or both may be single files.

    A file that belongs to no project stands in the place of the one beside it, so that its names are resolved in the
    same surroundings.  Of two files of one project, each is read without the other.
    """
    for one, other in ((old, new), (new, old)):
        if one.single and not one.in_project and not other.single and (other.in_project or one.name == STDIN_NAME):
            raise RefusedError(
                f"{_quoted(one)} is one file, and {_quoted(other)} is more than one",
                "name the file to put beside it, or REF:path",
            )
    if not (old.single and new.single) or not (old.in_project or new.in_project):
        return old, new
    if not old.in_project:
        return _in_place(old, new), new
    if not new.in_project:
        return old, _in_place(new, old)
    if old.given.root == new.given.root and old.wanted != new.wanted:
        return old.without(new.wanted), new.without(old.wanted)
    return old, new


def _quoted(side: Side) -> str:
    return side.name if " " in side.name else f"`{side.name}`"


def _in_place(stranger: Side, of: Side) -> Side:
    """A file, with the rest of the project that another belongs to around it."""
    (name,) = [reading.source.name for reading in stranger.given.readings] or [""]
    around = of.without(of.wanted).given
    given = attrs.evolve(around, readings=(*around.readings, *stranger.given.readings))
    return attrs.evolve(stranger, given=given, wanted=name, folder=of.folder)


def _named(path: str, folder: Path, old: Side, new: Side) -> str:
    """What a path is called in the project; it may be there on one side only, and not on the disk."""
    whole = (folder / path).parent.resolve() / Path(path).name
    if Path(path).name in ("", ".."):
        whole = (folder / path).resolve()
    for side in (new, old):
        if side.given.project is not None and whole.is_relative_to(side.given.project.root):
            return shown_name(whole, side.given.project.root)
    return as_text(Path(path).as_posix())


def _chosen(old: Side, new: Side, paths: Sequence[str]) -> frozenset[str] | None:
    """The files that were asked for: those that paths name, else those that the words for the sides do.

    Raises:
        RefusedError: Something that was asked for is on neither side.
    """
    wanted = [side.wanted for side in (old, new) if side.wanted]
    # In `HEAD one.argmap other.argmap` the second word is a side, and was meant as a path like the third.
    asked = list(dict.fromkeys([*wanted, *paths] if len(wanted) == 1 else paths or wanted))
    if "." in asked or not asked:
        return None
    names = [reading.source.name for side in (old, new) for reading in side.given.readings]
    chosen = set()
    for one in asked:
        found = {name for name in names if name == one or name.startswith(f"{one.rstrip('/')}/")}
        if not found and (paths or len(asked) == 1):
            raise RefusedError(f"no argument file is called `{one}`, on either side{suggestion(one, names)}")
        chosen |= found
    return frozenset(chosen)


def as_in_commit(accepted: Accepted, path: Path, old: str, new: str, folder: Path) -> Accepted:
    """What a file accepts, as it stands in the commit of an old side.

    A file outside the repository, or one that git does not track, is the user's own, and counts as it is.

    Args:
        accepted: The file as it is on the disk.
        path: Where it is.
        old: What git knows the commit by, or the index.
        new: Likewise for the other side; empty for the working tree.
        folder: From where git is asked.

    Raises:
        RefusedError: git cannot say, or the file cannot be read there.
    """
    from argmap.workspace.accepted import accepted_in

    with RevisionSpecs(folder) as specs:
        repository = specs.repository
        real = place_of_path(path)
        if repository.top is None or not real.is_relative_to(repository.top):
            return accepted
        name = PurePosixPath(real.relative_to(repository.top).as_posix())
        before = specs.state(old).file(name.name, name.parent)
        tracked = repository.ask("ls-files", "-z", "--", f":(top,literal){name}")
        if before is None and not tracked and (not new or specs.state(new).at(name) is None):
            return accepted
        known = () if before is None else accepted_in(before, f"`{path}` in {old[:10]}").entries
    heeded = {entry.fingerprint for entry in known}
    added = tuple(entry for entry in accepted.entries if entry.fingerprint not in heeded)
    return attrs.evolve(accepted, entries=known, unheeded=added)


class Host(NamedTuple):
    """How one kind of host says in its environment where a line is.

    Attributes:
        base: Variables whose values, joined by ``/``, are the address of the repository.
        commit: The variable that holds the commit which is checked out.
        files: What stands between the repository and a commit in an address.
    """

    base: tuple[str, ...]
    commit: str
    files: str


HOSTS = (
    Host(("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"), "GITHUB_SHA", "blob"),
    Host(("CI_PROJECT_URL",), "CI_COMMIT_SHA", "-/blob"),
)
"""GitHub, Gitea and Forgejo; GitLab."""


def line_links(sides: Sides, environment: Mapping[str, str]) -> Callable[[str, int, bool], str] | None:
    """The address of a line: its file, its number, whether it is of the new side; None outside the hosts' own runs.

    The working tree counts as the commit that was checked out; a side that is in no commit has no addresses.
    """
    host = next((host for host in HOSTS if all(environment.get(name) for name in (*host.base, host.commit))), None)
    commits = {is_new: side.commit for is_new, side in ((False, sides.old), (True, sides.new))}
    if host is None or not commits[False]:
        return None
    commits[True] = commits[True] or environment[host.commit]
    base = "/".join(environment[name].rstrip("/") for name in host.base)
    moved = sides.old.moved or sides.new.moved
    folders = {
        is_new: side.folder if moved else sides.new.folder or sides.old.folder
        for is_new, side in ((False, sides.old), (True, sides.new))
    }
    from os import fsencode
    from urllib.parse import quote

    def link(file: str, line: int, is_new: bool) -> str:
        folder = folders[is_new]
        path = quote(fsencode(f"{folder}/") + file.encode() if folder else file)
        return f"{base}/{host.files}/{commits[is_new]}/{path}#L{line}"

    return link
