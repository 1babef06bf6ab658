"""What changed in an open project since its branch left the default one, or else since the last commit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.diff.differ import diff
from argmap.git.revision_spec import RevisionSpecs
from argmap.git.side_reading import input_at
from argmap.project.corpus_loader import CorpusLoader
from argmap.workspace.errors import RefusedError

if TYPE_CHECKING:
    from argmap.diff.difference import Difference
    from argmap.git.revision_spec import Revised
    from argmap.model.corpus import Corpus
    from argmap.project.corpus_loader import Loaded


@attrs.frozen
class ChangedSince:
    """What differs, and from what.

    Attributes:
        base: What people call the other state: ``main``, or ``the last commit``.
    """

    base: str
    difference: Difference


class EarlierState:
    """A project as it was before, read once for each commit that it is compared with.

    Args:
        root: The folder of the project.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._commit = ""
        self._corpus: Corpus | None = None

    def changed(self, loaded: Loaded) -> ChangedSince | None:
        """What changed since; None where git knows no other state, or something cannot be read now."""
        if loaded.errors_of_reading:
            # What cannot be read would be told as if it had gone.
            return None
        try:
            with RevisionSpecs(self._root) as specs:
                base = self._base(specs)
                if self._corpus is None or self._commit != base.commit.id:
                    given = input_at(base.commit, specs.prefix, self._root)
                    self._corpus, self._commit = CorpusLoader().load(given).corpus, base.commit.id
        except RefusedError:
            return None
        name = base.word.partition(" (")[0]
        return ChangedSince("the last commit" if name == "HEAD" else name, diff(self._corpus, loaded.corpus))

    def _base(self, specs: RevisionSpecs) -> Revised:
        """Where the branch left the default one; on that itself, the last commit."""
        head = specs.head()
        try:
            base = specs.merge_base("HEAD", "")
        except RefusedError:
            return head
        return head if base.commit.id == head.commit.id else base
