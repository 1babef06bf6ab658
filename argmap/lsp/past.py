"""What changed in each project since its branch began: found beside everything else, whenever something was saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

import attrs

from argmap.lsp.projects import Home
from argmap.workspace.errors import RefusedError

if TYPE_CHECKING:
    from argmap.assist.names_in_file import Symbol
    from argmap.diff.difference import Difference, Guess
    from argmap.git.revision_spec import Revised, RevisionSpecs
    from argmap.model.corpus import Corpus
    from argmap.project.corpus_loader import Loaded

_MOST = 1_000_000
"""Characters of a project from which on nobody waits for what changed: to find it takes a second for each 200,000."""


@attrs.frozen(kw_only=True)
class Past:
    """What is known of the past of a project.

    Attributes:
        base: What people call the state with which it was compared.
        changed: What changed of each thing, a sentence a change.
        guesses: Things that may have another id than before, which nobody has declared.
    """

    base: str = ""
    changed: Mapping[Symbol, tuple[str, ...]] = attrs.field(factory=dict)
    guesses: tuple[Guess, ...] = ()


class History:
    """Compares projects with what they were, one after the other in a thread of its own.

    Args:
        done: Told of each project of which more is known, in that thread.
    """

    def __init__(self, done: Callable[[Home], None]) -> None:
        self._done = done
        self._known: dict[Home, Past] = {}
        self._earlier: dict[Home, EarlierState] = {}
        self._asked: SimpleQueue[Home | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="argmap history", daemon=True)
        self._begun = False

    def ask(self, home: Home) -> None:
        """Find what changed in a project until now."""
        if not self._begun:
            self._begun = True
            self._thread.start()
        self._asked.put(home)

    def of(self, home: Home) -> Past:
        """What was found last."""
        return self._known.get(home, Past())

    def end(self) -> None:
        """Find nothing more."""
        self._asked.put(None)

    def _run(self) -> None:
        while (home := self._asked.get()) is not None:
            try:
                found = self._found(home)
            except Exception:  # noqa: S112 - whatever git or a disk does: it is only left out
                continue
            if found is not None and found != self._known.get(home):
                self._known[home] = found
                self._done(home)

    def _found(self, home: Home) -> Past | None:
        from argmap.assist.hints import changed_symbols

        state = home.state
        if state is None or sum(len(file.source.text) for file in state.files.values()) > _MOST:
            return None
        since = self._earlier.setdefault(home, EarlierState(home.root)).changed(state.loaded)
        if since is None:
            return None
        changed = dict(changed_symbols(since.difference))
        return Past(base=since.base, changed=changed, guesses=since.difference.guesses)


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
        # A session in which nothing is saved does without all this.
        from argmap.diff.differ import diff
        from argmap.git.revision_spec import RevisionSpecs
        from argmap.git.side_reading import input_at
        from argmap.project.corpus_loader import CorpusLoader

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
