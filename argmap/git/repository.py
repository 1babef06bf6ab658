"""git, asked through its plumbing: nothing is checked out, nothing is fetched, and nothing in a repository is written.

Its configuration is, where somebody asks for that: see `argmap.git.driver_setup`.

The variables by which git is told where it is (``GIT_DIR``, ``GIT_WORK_TREE``, ...) count as they do for git itself, so
that this works inside hooks; but where git would take any folder for the top of a work tree whose top is known, it is
told that too.
"""

from __future__ import annotations

import os
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

import attrs

from argmap.git.left_out_files import own_folder
from argmap.programs import find_program, trusted_path
from argmap.workspace.errors import RefusedError
from argmap.workspace.reader import Reading, unread

if TYPE_CHECKING:
    from subprocess import Popen

SECONDS = 60
"""How long a question to git may take."""

# No pager, and no program that the configuration of a repository names.
_OPTIONS = ("--no-pager", "-c", "core.fsmonitor=false")
_SURROUNDINGS = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_FATAL = "fatal: "
_FETCH = "git fetch --refetch --no-filter origin"
_LACKING = "git:"
"""What stands before the id of a text instead of the digest of its bytes, which nobody knows."""


class GitError(RefusedError):
    """git cannot say what it was asked."""


class NoGitError(GitError):
    """There is no program ``git``."""


class NoRepositoryError(GitError):
    """A folder is in no repository."""


class LackingError(GitError):
    """Something that a commit holds is not in this clone."""


@attrs.frozen(kw_only=True)
class Repository:
    """One repository, seen from a folder.

    Attributes:
        folder: From where git is asked.
        top: The top of the work tree, without symbolic links; None where there is none around the folder.
        bare: Whether it has no work tree at all.
        shallow: Whether its history was cut when it was cloned or fetched.
    """

    folder: Path
    top: Path | None
    bare: bool = False
    shallow: bool = False

    def ask(self, *words: str, fine: tuple[int, ...] = (0,)) -> bytes:
        """What a plumbing command prints.

        Args:
            words: The command and its arguments; nothing that somebody typed, unless an ``--end-of-options`` is before
                it.
            fine: The exit codes that are answers.

        Raises:
            GitError: There is no git, it failed, or it took longer than a minute.
        """
        return asked(self.folder, *words, fine=fine)[1]


def find_repository(folder: Path) -> Repository:
    """The repository around a folder, found as git finds it.

    Raises:
        NoGitError: There is no program ``git``.
        NoRepositoryError: There is no repository around the folder.
        GitError: git refuses to say, as it does where the repository belongs to somebody else.
    """
    words = ("rev-parse", "--is-bare-repository", "--is-shallow-repository", "--is-inside-work-tree", "--show-toplevel")
    _, out, err = _asked(folder, words)
    said = out.split(b"\n", 3)
    if len(said) < 4:
        if b"not a git repository" in err:
            if b"not a git repository: " in err:
                # A file called .git leads to a repository that is not there.
                raise NoRepositoryError(str(failed(err)))
            raise NoRepositoryError("there is no git repository here")
        raise failed(err)
    bare, shallow, inside = (answer == b"true" for answer in said[:3])
    # A path may hold a line end, so it comes last; git names it last of all, and fails where there is no work tree.
    top = Path(os.fsdecode(said[3].removesuffix(b"\n"))).resolve() if inside and said[3] else None
    return Repository(folder=folder, top=top, bare=bare, shallow=shallow)


def asked(folder: Path, *words: str, fine: Container[int] = (0,)) -> tuple[int, bytes]:
    """The exit code of a command that git runs in a folder, be there a repository or not, and what it prints.

    The words and the errors are those of `Repository.ask`.
    """
    code, out, err = _asked(folder, words)
    if code not in fine:
        raise failed(err)
    return code, out


def failed(err: bytes) -> GitError:
    """Why git failed, in its own words."""
    lines = err.decode(errors="replace").splitlines()
    said = next((line.removeprefix(_FATAL) for line in lines if line.startswith(_FATAL)), "")
    if "promisor" in said:
        return left_out()
    # What git advises is indented by a tab.
    advice = tuple(f"  {line.strip()}" for line in lines if line.startswith("\t"))
    return GitError(f"git says: {said or ' '.join(lines) or 'nothing, but it failed'}", *advice)


def _asked(folder: Path, words: tuple[str, ...]) -> tuple[int, bytes, bytes]:
    from subprocess import TimeoutExpired

    process = started(folder, words)
    try:
        out, err = process.communicate(timeout=SECONDS)
    except TimeoutExpired:
        process.kill()
        process.communicate()
        raise too_slow() from None
    return process.returncode, out, err


def started(folder: Path, words: tuple[str, ...], *, asks: bool = False) -> Popen[bytes]:
    """A command of git's, begun in a folder, with a pipe to each of its streams.

    Args:
        folder: From where git is asked.
        words: The command and its arguments.
        asks: Whether it is asked more through its standard input, which is else empty.

    Raises:
        GitError: There is no git, or no such folder.
    """
    from subprocess import DEVNULL, PIPE, Popen

    try:
        return Popen(  # noqa: S603 - git itself, without a shell
            [_program(folder), *_OPTIONS, *words],
            cwd=folder,
            env={
                **os.environ,
                **_place(folder),
                **_SURROUNDINGS,
                "PATH": os.pathsep.join(map(str, trusted_path(folder))),
            },
            stdin=PIPE if asks else DEVNULL,
            stdout=PIPE,
            stderr=PIPE,
        )
    except OSError as error:
        raise GitError(f"git cannot be started in {folder}: {error.strerror or error}") from None


def _place(folder: Path) -> dict[str, str]:
    """Where the work tree is, for git inside a hook that has left the top of it; nothing where git knows itself.

    In the hooks of linked work trees and of submodules git says only ``GIT_DIR``, and takes the folder that it is
    started in for the top.
    """
    named = os.environ.get("GIT_DIR")
    if not named or "GIT_WORK_TREE" in os.environ:
        return {}
    here = folder.resolve()
    for top in (here, *here.parents):
        own = own_folder(top / ".git")
        if own is not None:
            # A hook that changed its folder may have a way that begins at the top.
            said = next((place for place in (Path(named), top / named) if place.is_dir()), None)
            same = said is not None and said.resolve() == own
            return {"GIT_DIR": str(own), "GIT_WORK_TREE": str(top)} if same else {}
    return {}


def _program(folder: Path) -> str:
    program = find_program("git", folder)
    if program is None:
        raise NoGitError("git is not installed, or not on the PATH")
    return program


def left_out() -> LackingError:
    """That something which a commit holds is not in this clone."""
    return LackingError(
        "this clone lacks the contents of files (it is a partial clone, or damaged), and argmap fetches nothing itself",
        "fetch them, and ask again:",
        f"  {_FETCH}",
    )


def lacking(name: str, identifier: str) -> Reading:
    """A file whose text is not in this clone, by what git knows the text by."""
    why = f"this clone lacks its text (it is a partial clone, or damaged): `{_FETCH}` fetches it"
    return attrs.evolve(unread(name, why), digest=_LACKING + identifier)


def is_lacking(reading: Reading) -> bool:
    """Whether it is a file whose text is not in this clone."""
    return reading.digest.startswith(_LACKING)


def too_slow() -> GitError:
    """That git did not answer in time."""
    return GitError(f"git took longer than {SECONDS} seconds")


class Object(NamedTuple):
    """What git keeps under a name.

    Attributes:
        id: Its full id, in hexadecimal.
        kind: ``commit``, ``tree``, ``blob`` or ``tag``.
        data: What it holds.
    """

    id: str
    kind: str
    data: bytes


class Objects:
    """The objects of a repository, read through one process, which begins with the first question."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._process: Popen[bytes] | None = None
        self._watch: _Watch | None = None
        self._known: dict[str, Object | None] = {}

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        if self._watch is not None:
            self._watch.end()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        process.wait()

    def find(self, name: str) -> Object | None:
        """The object that git knows by a name: an id, or a revision in any of git's ways to write one.

        None where it knows none, or more than one.  A name is never taken for an option.

        Raises:
            GitError: There is no git, it failed, or it took longer than a minute to answer.
        """
        if name not in self._known:
            found = self._asked(name)
            if found is not None and found.kind == "blob":
                # What it holds is kept, as text, by whoever asked.
                return found
            self._known[name] = found
        return self._known[name]

    def get(self, identifier: str) -> Object:
        """The object of an id that another object names.

        Raises:
            GitError: It is not in this clone, or as in `find`.
        """
        found = self.find(identifier)
        if found is None:
            raise left_out()
        return found

    def data(self, identifier: str) -> bytes | None:
        """What a file of an id holds; None where this clone lacks it.

        Raises:
            GitError: As in `find`.
        """
        try:
            return self.get(identifier).data
        except LackingError:
            return None

    def _asked(self, name: str) -> Object | None:
        if "\n" in name or "\0" in name:
            return None
        process = self._process or self._begin()
        assert self._watch is not None
        with self._watch:
            return self._answer(process, name)

    def _answer(self, process: Popen[bytes], name: str) -> Object | None:
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(os.fsencode(name) + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            raise self._failed(process) from None
        header = process.stdout.readline()
        if header.endswith((b" missing\n", b" ambiguous\n")):
            return None
        words = header.split()
        if len(words) != 3:
            raise self._failed(process)
        size = int(words[2])
        data = process.stdout.read(size + 1)
        if len(data) != size + 1:
            raise self._failed(process)
        return Object(words[0].decode(), words[1].decode(), data[:-1])

    def _begin(self) -> Popen[bytes]:
        self._process = started(self._repository.folder, ("cat-file", "--batch"), asks=True)
        self._watch = _Watch(self._process)
        return self._process

    def _failed(self, process: Popen[bytes]) -> GitError:
        assert process.stderr is not None
        err = process.stderr.read() if process.wait() is not None else b""
        slow = self._watch is not None and self._watch.ended_it
        self.close()
        return too_slow() if slow else failed(err)


class _Watch:
    """Ends a process that takes too long to answer; between two questions it may wait as long as it likes.

    Attributes:
        ended_it: Whether it has.
    """

    def __init__(self, process: Popen[bytes]) -> None:
        from threading import Event, Thread

        self.ended_it = False
        self._process = process
        self._asked: float | None = None
        self._over = Event()
        Thread(target=self._look, daemon=True).start()

    def __enter__(self) -> None:
        self._asked = monotonic()

    def __exit__(self, *_: object) -> None:
        self._asked = None

    def end(self) -> None:
        """Stop watching."""
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(1):
            asked = self._asked
            if asked is not None and monotonic() - asked > SECONDS:
                self.ended_it = True
                self._process.kill()
                return
