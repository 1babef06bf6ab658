"""What a word means that names one side of a diff: files, a commit, or standard input."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from argmap.git.commits import Commit, find_commit
from argmap.git.repository import GitError, Objects, Repository, find_repository
from argmap.workspace.errors import RefusedError
from argmap.workspace.reader import SUFFIX

STANDARD_INPUT = "-"
DEFAULT_BRANCHES = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
"""What a change is taken to be based on, the first that there is."""


class Files(NamedTuple):
    """A file or a folder on the disk."""

    word: str
    path: Path


class StandardInput(NamedTuple):
    """The text of one file."""

    word: str = STANDARD_INPUT


class Revised(NamedTuple):
    """Files as they stand in a commit.

    Attributes:
        revision: The part of the word that names the commit.
        path: From the top of the repository; None for the whole project.
    """

    word: str
    commit: Commit
    revision: str
    path: PurePosixPath | None = None


Meaning = Files | StandardInput | Revised


class RevisionSpecs:
    """Tells what words mean in a folder; git is asked when a word makes it necessary.

    Attributes:
        folder: Where they were typed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._repository: Repository | GitError | None = None
        self._objects: Objects | None = None

    def __enter__(self) -> RevisionSpecs:
        return self

    def __exit__(self, *_: object) -> None:
        if self._objects is not None:
            self._objects.close()

    @property
    def repository(self) -> Repository:
        """The repository around the folder.

        Raises:
            GitError: There is none, or no git.
        """
        if self._repository is None:
            try:
                self._repository = find_repository(self.folder)
            except GitError as error:
                self._repository = error
        if isinstance(self._repository, GitError):
            raise self._repository
        return self._repository

    @property
    def objects(self) -> Objects:
        """What is in that repository.

        Raises:
            GitError: There is none, or no git.
        """
        if self._objects is None:
            self._objects = Objects(self.repository)
        return self._objects

    @property
    def prefix(self) -> PurePosixPath:
        """The way from the top of the repository to the folder; nothing where there is no work tree around it."""
        top, here = self.repository.top, self.folder.resolve()
        inside = top is not None and here.is_relative_to(top)
        return PurePosixPath(here.relative_to(top).as_posix()) if top and inside else PurePosixPath()

    def meant(self, word: str) -> Meaning:
        """What a word means: what exists as a path is a path, what git knows as a revision is one.

        Raises:
            RefusedError: It is neither, or both at once.
        """
        if word == STANDARD_INPUT:
            return StandardInput()
        if "\0" in word:
            raise RefusedError("no file and no revision has NUL in its name")
        path = self.folder / word
        exists = bool(word) and os.path.lexists(path)
        if exists and _is_plainly_a_path(word):
            return Files(word, path)
        try:
            revised = self._revised(word)
        except GitError as error:
            if exists:
                return Files(word, path)
            raise RefusedError(f"there is no `{word}`, as a file or folder, and {error}", *error.help) from error
        if revised is None:
            if exists:
                return Files(word, path)
            raise self._missing(word)
        # In the folder that git keeps its own files in, a file called HEAD is no rival of the revision.
        if exists and self.repository.top is not None:
            raise RefusedError(
                f"`{word}` is a path, and a revision too",
                f"write `./{word}` for the path, or `{self._unmistakable(revised)}` for the revision",
            )
        return revised

    def commit(self, word: str, *, base: bool = False) -> Revised:
        """The commit that git knows by a word.

        Raises:
            RefusedError: It knows none; with how to get it, deep enough to find a merge base where that is asked for.
        """
        found = None if word.startswith("-") else find_commit(self.objects, word)
        if found is None:
            raise self._missing(word, base=base)
        return Revised(word, found, word)

    def merge_base(self, word: str, against: str) -> Revised:
        """Where the history of one revision left that of another; its word says so.

        Args:
            word: The revision of the change, such as ``HEAD``.
            against: That on which it is based; empty for the default branch.

        Raises:
            RefusedError: There is no such commit, or no commit in common, as far as this clone knows.
        """
        own = self.commit(word, base=True)
        other = self.commit(against, base=True) if against else self._default_branch()
        found = self.repository.ask("merge-base", own.commit.id, other.commit.id, fine=(0, 1)).decode().strip()
        commit = find_commit(self.objects, found) if found else None
        if commit is None:
            from argmap.git.missing_commits import missing_base

            raise missing_base(word, other.word, self.repository)
        return Revised(f"{other.word} (where {word} left it, {commit.id[:10]})", commit, commit.id)

    def _default_branch(self) -> Revised:
        for name in DEFAULT_BRANCHES:
            found = find_commit(self.objects, name)
            if found is not None:
                return Revised(name.removeprefix("refs/remotes/").removeprefix("refs/heads/"), found, name)
        from argmap.git.missing_commits import missing_default

        raise missing_default(self.repository)

    def _revised(self, word: str) -> Revised | None:
        if word.startswith("-"):
            return None
        name, path = _split(word)
        if path is not None and not name:
            raise RefusedError(
                f"`{word}` is in the index, which is no side of a diff",
                "leave NEW out for the working tree, or commit what is staged",
            )
        found = find_commit(self.objects, name)
        if found is None or path is None:
            return None if found is None else Revised(word, found, name)
        relative = path.startswith(("./", "../")) or path in (".", "..")
        whole = posixpath.normpath(posixpath.join(self.prefix.as_posix() if relative else "", path) or ".")
        if whole.startswith(("/", "../")) or whole == "..":
            raise RefusedError(f"`{word}` leads out of the repository")
        return Revised(word, found, name, PurePosixPath(whole))

    def _missing(self, word: str, *, base: bool = False) -> RefusedError:
        from argmap.git.missing_commits import missing_revision

        return missing_revision(word, self.objects, self.repository, base=base)

    def _unmistakable(self, revised: Revised) -> str:
        path = revised.word.removeprefix(revised.revision)
        for kind in ("refs/heads/", "refs/tags/", "refs/remotes/"):
            if find_commit(self.objects, kind + revised.revision) == revised.commit:
                return kind + revised.revision + path
        return revised.commit.id + path


def _is_plainly_a_path(word: str) -> bool:
    return word in (".", "..") or word.startswith(("./", "../")) or word.endswith(SUFFIX) or Path(word).is_absolute()


def _split(word: str) -> tuple[str, str | None]:
    """A revision and the path behind its first colon, unless that stands in braces, as in ``HEAD^{/fix: this}``."""
    depth = 0
    for at, character in enumerate(word):
        depth += (character == "{") - (character == "}")
        if character == ":" and not depth:
            return word[:at], word[at + 1 :]
    return word, None
