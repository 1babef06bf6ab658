"""What a word means that names one side of a diff: files, a commit or a tree, the index, or standard input."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from argmap.git.commits import Commit, find_commit, find_tree
from argmap.git.repository import GitError, Objects, Repository, asked, find_repository
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


class Blob(NamedTuple):
    """The text of one file that git keeps, wherever it stood."""

    word: str
    data: bytes


class Revised(NamedTuple):
    """Files as they stand in a commit, in a tree or in the index.

    Attributes:
        revision: The part of the word that names the commit, before the colon; nothing for the index.
        path: From the top of the repository; None for the whole project.
    """

    word: str
    commit: Commit
    revision: str
    path: PurePosixPath | None = None

    @property
    def where(self) -> str:
        """In what the files stand, for people."""
        return f"`{self.revision}`" if self.revision.strip(":0") else THE_INDEX


Meaning = Files | StandardInput | Blob | Revised

THE_INDEX = "the index"
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_STAGE = re.compile(r"([0-3]):(.*)", re.DOTALL)


class RevisionSpecs:
    """Tells what words mean in a folder; git is asked when a word makes it necessary.

    Attributes:
        folder: Where they were typed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._repository: Repository | GitError | None = None
        self._objects: Objects | None = None
        self._indexes: dict[int, Commit] = {}

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
            blob = None if word.startswith("-") else self.objects.find(word)
            if blob is not None and blob.kind == "blob":
                return Blob(word, blob.data)
            raise self._missing(word)
        # In the folder that git keeps its own files in, a file called HEAD is no rival of the revision.
        if exists and self.repository.top is not None:
            raise RefusedError(
                f"`{word}` is a path, and a revision too",
                f"write `./{word}` for the path, or `{self._unmistakable(revised)}` for the revision",
            )
        return revised

    def both(self, word: str) -> tuple[Revised, Revised] | None:
        """Both sides of a diff, where a word is a range; None where it names one side.

        Raises:
            RefusedError: git knows one end of the range and not the other; or it is a path, and a range too.
        """
        if ".." not in word and "^" not in word:
            return None
        exists = os.path.lexists(self.folder / word)
        if exists and _is_plainly_a_path(word):
            return None
        from argmap.git.revision_range import sides_of_range

        try:
            found = sides_of_range(self, word)
        except GitError:
            return None
        if found is not None and exists:
            raise RefusedError(f"`{word}` is a path, and a range too", f"write `./{word}` for the path")
        return found

    def before_staged(self, word: str) -> Revised | None:
        """The revision with which that what is staged is to be compared; None where the word is a path.

        Raises:
            RefusedError: It is neither, or both at once, or it names both sides.
        """
        if _is_plainly_a_path(word):
            return None
        if self.both(word) is not None:
            raise RefusedError(f"`{word}` names both sides, and --staged one of them", "leave one of the two out")
        meant = self.meant(word)
        if not isinstance(meant, Files | Revised):
            raise RefusedError(f"`{word}` is one file, and all that is staged is compared", "name a revision, or none")
        return meant if isinstance(meant, Revised) else None

    def commit(self, word: str, *, base: bool = False) -> Revised:
        """The commit that git knows by a word.

        Raises:
            RefusedError: It knows none; with how to get it, deep enough to find a merge base where that is asked for.
        """
        found = None if word.startswith("-") else find_commit(self.objects, word)
        if found is None:
            from argmap.git.revision_range import refuse_range

            refuse_range(word)
            raise self._missing(word, base=base)
        return Revised(word, found, word)

    def known(self, word: str) -> Revised | None:
        """What git knows by a word; None where it knows nothing, or a path leads out of the repository."""
        try:
            return self._revised(word)
        except RefusedError:
            return None

    def state(self, name: str) -> Commit:
        """The commit, the tree or the index of this name, which is the `id` of one that was found.

        Raises:
            RefusedError: There is none any more.
        """
        from argmap.git.index import INDEX

        if name == INDEX:
            return self.index().commit
        if name == _EMPTY_TREE:
            return self.nothing("").commit
        return find_commit(self.objects, name) or find_tree(self.objects, name) or self.commit(name).commit

    def head(self) -> Revised:
        """The commit that is checked out, whatever may be called HEAD here; nothing before there is one.

        Raises:
            RefusedError: It is not in this clone.
        """
        if find_commit(self.objects, "HEAD") is None:
            _, branch = asked(self.repository.folder, "symbolic-ref", "-q", "HEAD", fine=(0, 1))
            name = os.fsdecode(branch.removesuffix(b"\n"))
            if name and asked(self.repository.folder, "show-ref", "--verify", "-q", name, fine=(0, 1))[0]:
                return self.nothing("nothing (there is no commit yet)")
        return self.commit("HEAD")

    def index(self, stage: int = 0) -> Revised:
        """What is staged; of files that are not merged yet perhaps one of their versions.

        Raises:
            GitError: git cannot say.
        """
        if stage not in self._indexes:
            from argmap.git.index import read_index

            self._indexes[stage] = read_index(self.repository, self.objects, stage)
        return Revised(THE_INDEX, self._indexes[stage], f":{stage}" if stage else "")

    def nothing(self, word: str) -> Revised:
        """No file at all, as before the first commit."""
        return Revised(word, Commit(_EMPTY_TREE, _EMPTY_TREE, self.objects, {_EMPTY_TREE: {}}), _EMPTY_TREE)

    def has_parents(self, revised: Revised) -> bool:
        """Whether a commit says that something was before it, whether or not this clone has that."""
        found = self.objects.find(revised.commit.id)
        return found is not None and b"\nparent " in found.data.partition(b"\n\n")[0]

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
            return self._in_index(word, path)
        found = find_commit(self.objects, name) or find_tree(self.objects, name)
        if found is None or path is None:
            return None if found is None else Revised(word, found, name)
        return Revised(word, found, name, self._from_the_top(word, path))

    def _in_index(self, word: str, path: str) -> Revised:
        """What a word means that begins with a colon: ``:path``, ``:0:path``, ``:2:path``, or ``:`` for all of it."""
        staged = _STAGE.fullmatch(path)
        stage, path = (int(staged[1]), staged[2]) if staged else (0, path)
        found = self.index(stage).commit
        name = f":{staged[1]}" if staged else ""
        if not path:
            return Revised(word if stage else THE_INDEX, found, name)
        whole = self._from_the_top(word, path)
        entry = found.at(whole)
        if stage and not (entry and entry.is_folder) and self.objects.find(f":{stage}:{whole}") is None:
            raise RefusedError(
                f"the index has no version {stage} of `{whole}`, which it has of files that are not merged yet",
                f"write `:{path}` for what is staged",
            )
        return Revised(word, found, name, whole)

    def _from_the_top(self, word: str, path: str) -> PurePosixPath:
        """A path behind a revision, as git reads it.

        Raises:
            RefusedError: It leads out of the repository.
        """
        relative = path.startswith(("./", "../")) or path in (".", "..")
        whole = posixpath.normpath(posixpath.join(self.prefix.as_posix() if relative else "", path) or ".")
        if whole.startswith(("/", "../")) or whole == "..":
            raise RefusedError(f"`{word}` leads out of the repository")
        return PurePosixPath(whole)

    def _missing(self, word: str, *, base: bool = False) -> RefusedError:
        from argmap.git.missing_commits import missing_revision

        return missing_revision(word, self.objects, self.repository, base=base)

    def _unmistakable(self, revised: Revised) -> str:
        if not revised.revision:
            return f":0{revised.word}" if revised.path else ":0:"
        path = revised.word.removeprefix(revised.revision)
        for kind in ("refs/heads/", "refs/tags/", "refs/remotes/"):
            if find_commit(self.objects, kind + revised.revision) == revised.commit:
                return kind + revised.revision + path
        return revised.commit.id + path


def _is_plainly_a_path(word: str) -> bool:
    return word in (".", "..") or word.startswith(("./", "../")) or word.endswith(SUFFIX) or Path(word).is_absolute()


def _split(word: str) -> tuple[str, str | None]:
    """A revision and the path behind its first colon, unless that stands in braces, as in ``HEAD^{/fix: this}``."""
    if word.startswith(":/"):
        # A pattern for messages, to the end of the word.
        return word, None
    depth = 0
    for at, character in enumerate(word):
        depth += (character == "{") - (character == "}")
        if character == ":" and not depth:
            return word[:at], word[at + 1 :]
    return word, None
