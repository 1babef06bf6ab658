"""What to say of a revision that git does not know, down to the command that fetches it."""

from __future__ import annotations

import re

from argmap.git.commits import find_commit, find_tree
from argmap.git.repository import GitError, Objects, Repository
from argmap.git.revision_range import halves
from argmap.source.nearest import suggestion
from argmap.workspace.errors import RefusedError

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SHORT_ID = re.compile(r"[0-9a-f]{7,63}")
_ANCESTOR = re.compile(r"(.+?)((?:[~^][0-9]*)+)")
_STEP = re.compile(r"([~^])([0-9]*)")
_PATTERN = re.compile(r"^:/(?:!-)?(.+)|\^\{/(.+)\}", re.DOTALL)
_SAYS_NOTHING = "Needed a single revision"
_BRANCH = re.compile(r"[\w./-]+")


def missing_revision(word: str, objects: Objects, repository: Repository, *, base: bool = False) -> RefusedError:
    """Why a word is no side.

    Args:
        word: What was typed, which is no path either.
        objects: Those of the repository.
        repository: Where it was looked for.
        base: Whether the history down to a merge base is needed too.
    """
    if not word.startswith("-") and find_tree(objects, word) is not None:
        return RefusedError(f"`{word}` is a tree, which has no history", "name a commit")
    pattern = _PATTERN.search(word)
    if pattern:
        return RefusedError(f"`{word}`: git finds no commit whose message matches `{pattern[1] or pattern[2]}`")
    name = word.partition(":")[0]
    if name in ("HEAD", "@"):
        return RefusedError(
            f"there is no commit yet, so `{word}` means nothing",
            "commit first, name two files or folders, or see what is staged:",
            "  argmap diff --staged",
        )
    if "@{" in name and not word.startswith("-"):
        try:
            repository.ask("rev-parse", "--verify", "--end-of-options", name)
        except GitError as error:
            if _SAYS_NOTHING not in str(error):
                return RefusedError(f"there is no `{word}`, as a file or folder, and {error}")
    if word.endswith("^@"):
        parent = f"{word.removesuffix('@')}1"
        return RefusedError(
            f"`{word}` names every parent of a commit, and a side is one", f"name one, as in `{parent}`"
        )
    for each in () if word.startswith("-") else halves(word):
        if each.is_sure:
            how = f"--against {each.old} {each.new}" if each.dots == "..." else f"{each.old} {each.new}"
            return RefusedError(
                f"`{word}` is a range, and a diff has two sides", "write:", f"  argmap diff {how.strip()}"
            )
    fetch = _fetch(name, objects, repository, base=base)
    cut = ", which is shallow: its history was cut when it was cloned" if repository.shallow and fetch else ""
    if fetch:
        return RefusedError(f"`{name}` is not in this clone{cut}", "fetch it, and ask again:", *fetch)
    return RefusedError(
        f"`{word}` is no file or folder here, and no revision that git knows{suggestion(name, _names(repository))}"
    )


def missing_base(word: str, against: str, repository: Repository) -> RefusedError:
    """Why two revisions have no commit in common."""
    if repository.shallow:
        return RefusedError(
            f"where `{word}` left `{against}` is not in this clone, which is shallow: its history was cut",
            "fetch the rest of it, and ask again:",
            "  git fetch --unshallow",
        )
    return RefusedError(
        f"`{word}` and `{against}` have no commit in common", f"name two sides: `argmap diff {against} {word}`"
    )


def missing_default(repository: Repository) -> RefusedError:
    """Why nothing is known on which a change could be based."""
    deepen = "--unshallow " if repository.shallow else ""
    return RefusedError(
        "nothing here is called like a default branch (origin/HEAD, origin/main, origin/master, main, master)",
        "name what the change is based on, as in `--against develop`; or fetch it, and ask again:",
        f"  git fetch {deepen}origin +refs/heads/main:refs/remotes/origin/main",
    )


def _fetch(name: str, objects: Objects, repository: Repository, *, base: bool) -> tuple[str, ...]:
    """The command that gets a revision, if it can be one that was left out of this clone."""
    depth = "--depth=1 " if repository.shallow else ""
    if repository.shallow and base:
        depth = "--unshallow "
    if _ID.fullmatch(name):
        return (f"  git fetch {depth}origin {name}",)
    remote = name.startswith("origin/") and _BRANCH.fullmatch(name)
    if remote:
        branch = name.removeprefix("origin/")
        return (f"  git fetch {depth}origin +refs/heads/{branch}:refs/remotes/origin/{branch}",)
    if not repository.shallow:
        return ()
    ancestor = _ANCESTOR.fullmatch(name)
    if ancestor:
        young = find_commit(objects, ancestor[1])
        steps = sum(int(count or 1) if kind == "~" else 1 for kind, count in _STEP.findall(ancestor[2]))
        return () if young is None else (f"  git fetch --deepen={steps} origin {young.id}",)
    if _SHORT_ID.fullmatch(name):
        return ("  git fetch --unshallow",)
    return ()


def _names(repository: Repository) -> list[str]:
    """The branches and tags that there are, by the names that people use."""
    try:
        return repository.ask("for-each-ref", "--format=%(refname:short)").decode(errors="replace").splitlines()
    except GitError:
        return []
