"""What git keeps under a name, read through one process."""

from __future__ import annotations

import os
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from argmap.workspace.git import SECONDS, GitError, Repository, failed, left_out, started, too_slow

if TYPE_CHECKING:
    from subprocess import Popen


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
