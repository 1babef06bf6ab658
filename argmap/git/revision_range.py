"""Words of git's that name both sides of a diff at once: ``A..B``, ``A...B``, ``A^!`` and ``A^-``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.workspace.errors import RefusedError
from argmap.workspace.reader import SUFFIX

if TYPE_CHECKING:
    from argmap.git.revision_spec import Revised, RevisionSpecs

_OF_A_COMMIT = re.compile(r"(?P<commit>.+)\^(?:(?P<whole>!)|-(?P<parent>\d*))", re.DOTALL)
_HEAD = "HEAD"


class Halves(NamedTuple):
    """A range, cut at its dots; nothing stands for HEAD."""

    old: str
    dots: str
    new: str

    @property
    def is_sure(self) -> bool:
        """Whether it can be nothing else: the dots do not stand in a pattern, or in a path behind a revision."""
        return ":" not in self.old and not self.new.endswith(SUFFIX)


def halves(word: str) -> Iterator[Halves]:
    """The ways to read a word as a range; none where its dots stand in braces, or in a path alone."""
    depth, at = 0, 0
    while at < len(word):
        depth += (word[at] == "{") - (word[at] == "}")
        if depth <= 0 and word.startswith("..", at):
            dots = "..." if word.startswith("...", at) else ".."
            old, new = word[:at], word[at + len(dots) :]
            if (old or new) and not old.endswith("/") and not new.startswith("/") and (new or ":" not in old):
                yield Halves(old, dots, new)
            at += len(dots)
        else:
            at += 1


def sides_of_range(specs: RevisionSpecs, word: str) -> tuple[Revised, Revised] | None:
    """Both sides that a word names; None where it names one, or none.

    Raises:
        RefusedError: git knows one side and not the other, or the two have no commit in common.
    """
    found = _OF_A_COMMIT.fullmatch(word)
    if found is not None:
        return _of_a_commit(specs, found)
    for each in halves(word):
        old, new = each.old or _HEAD, each.new or _HEAD
        if not (each.is_sure or (specs.known(old) and specs.known(new))):
            continue
        if each.dots == "...":
            return specs.merge_base(new, old), specs.commit(new)
        return specs.known(old) or specs.commit(old), specs.known(new) or specs.commit(new)
    return None


def _of_a_commit(specs: RevisionSpecs, found: re.Match[str]) -> tuple[Revised, Revised]:
    """What a commit did to its parent: the first of them, or that with a number; or to nothing, if it has none."""
    new = specs.commit(found["commit"])
    number = int(found["parent"] or 1)
    if found["whole"] and not specs.has_parents(new):
        return specs.nothing(f"nothing (`{new.word}` is a first commit)"), new
    return specs.commit(f"{new.word}^{number}"), new


def refuse_range(word: str) -> None:
    """Refuse a word that names two revisions where one is asked for.

    Raises:
        RefusedError: It does.
    """
    for each in halves(word):
        if each.is_sure:
            last = each.new or _HEAD
            raise RefusedError(f"`{word}` is a range, and one revision is asked for", f"name one, such as `{last}`")
