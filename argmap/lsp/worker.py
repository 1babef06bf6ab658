"""When to check: after a pause in typing, in one thread of its own, and never to tell what is out of date.

A check takes longer than a keystroke.  Were every keystroke checked, and in the thread that answers an editor, the next
answer would wait for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread
from time import monotonic
from typing import Generic, TypeVar

from argmap.lsp.projects import Home

PAUSE = 0.06
"""Seconds without a change after which a check begins."""

K = TypeVar("K")


class Pauses(Generic[K]):
    """Which of several things is due, each so long after it was last asked for."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._due: dict[K, float] = {}

    def ask(self, key: K, now: float, *, at_once: bool = False) -> None:
        """Ask for a thing; what was asked for and is not done yet is put off."""
        self._due[key] = now if at_once else now + self._pause

    def forget(self, key: K) -> None:
        """Take back what was asked for."""
        self._due.pop(key, None)

    def waits(self, key: K) -> bool:
        """Whether a thing is asked for and not begun."""
        return key in self._due

    def take(self, now: float) -> K | None:
        """What is due the longest, which is then no longer asked for."""
        key = min(self._due, key=lambda one: self._due[one], default=None)
        if key is None or self._due[key] > now:
            return None
        del self._due[key]
        return key

    def seconds(self, now: float) -> float | None:
        """How long until something is due; None where nothing is asked for."""
        return max(0.0, min(self._due.values()) - now) if self._due else None


class Worker:
    """Checks projects one after the other in a thread of its own.

    Args:
        done: Told of each project whose state is new, in the thread of the worker; not where it was changed meanwhile.
        failed: Told of whatever kept a project from being checked.
    """

    def __init__(self, done: Callable[[Home], None], failed: Callable[[Home, Exception], None]) -> None:
        self._done = done
        self._failed = failed
        self._pauses: Pauses[Home] = Pauses()
        self._changed = Condition()
        self._busy: Home | None = None
        self._ended = False
        self.checks = 0
        self._thread = Thread(target=self._run, name="argmap check", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def end(self) -> None:
        """Begin nothing more."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def ask(self, home: Home, *, at_once: bool = False) -> None:
        """A project has changed."""
        with self._changed:
            self._pauses.ask(home, monotonic(), at_once=at_once)
            self._changed.notify_all()

    def forget(self, home: Home) -> None:
        """A project is closed."""
        with self._changed:
            self._pauses.forget(home)

    def is_settled(self, home: Home) -> bool:
        """Whether the newest state of a project is that of its newest texts."""
        with self._changed:
            return not self._pauses.waits(home) and self._busy is not home

    def is_near(self, home: Home) -> bool:
        """Whether the newest texts of a project are being checked at this moment."""
        with self._changed:
            return self._busy is home and not self._pauses.waits(home)

    def _run(self) -> None:
        while True:
            with self._changed:
                home = self._pauses.take(monotonic())
                while home is None and not self._ended:
                    self._changed.wait(self._pauses.seconds(monotonic()))
                    home = self._pauses.take(monotonic())
                if home is None or self._ended:
                    return
                self._busy = home
            self._check(home)

    def _check(self, home: Home) -> None:
        problem: Exception | None = None
        self.checks += 1
        try:
            home.check()
        except Exception as error:
            # Whatever one state of the files does to us, the next is checked all the same.
            problem = error
        with self._changed:
            self._busy = None
            is_stale = self._pauses.waits(home)
        if problem is not None:
            self._failed(home, problem)
        elif not is_stale:
            self._done(home)
