"""What changed in each project since its branch began: found beside everything else, whenever something was saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

import attrs

from argmap.lsp.projects import Home

if TYPE_CHECKING:
    from argmap.api.changed_since import EarlierState
    from argmap.assist.names_in_file import Symbol
    from argmap.diff.difference import Guess

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
        # A session in which nothing is saved does without all this.
        from argmap.api.changed_since import EarlierState
        from argmap.assist.hints import changed_symbols

        state = home.state
        if state is None or sum(len(file.source.text) for file in state.files.values()) > _MOST:
            return None
        since = self._earlier.setdefault(home, EarlierState(home.root)).changed(state.loaded)
        if since is None:
            return None
        changed = dict(changed_symbols(since.difference))
        return Past(base=since.base, changed=changed, guesses=since.difference.guesses)
