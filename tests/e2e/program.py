"""argmap as people start it: a process of its own, each time.

Nearly all that a new interpreter does is to import what the last one imported, too.  So it is forked from a process
that has done so, except where tests are thorough, where it matters how Python starts, and where it cannot be done.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen, run

import attrs
import launcher
from thoroughness import THOROUGH

TIMEOUT = 60
SETTINGS = (
    "ARGMAP",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "TERM",
    "LC_",
    "LANG",
    "PYTHONUTF8",
    "PYTHONCOERCE",
    "PYTHONIO",
)


@attrs.frozen
class Ran:
    """What a process left: its exit code, and what it said."""

    code: int
    out: str
    err: str

    @classmethod
    def of(cls, ran: CompletedProcess[bytes]) -> "Ran":
        return cls(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


@attrs.frozen
class Program:
    """argmap, started in one folder, whatever the surroundings of the tests are."""

    folder: Path
    cache: Path

    def environment(self, **changes: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)}
        return kept | {"ARGMAP_CACHE": str(self.cache), "PYTHONUTF8": "1"} | changes

    @contextmanager
    def started(self, *words: str) -> Iterator[Popen[str]]:
        """A run that goes on until it is interrupted, and is ended with the block."""
        # What a shell starts in the background ignores interrupts, and so do its children unless they are told.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            process = Popen(
                self.command(*words),
                cwd=self.folder,
                env=self.environment(PYTHONUNBUFFERED="1"),
                stdout=PIPE,
                stderr=PIPE,
                text=True,
            )
        finally:
            signal.signal(signal.SIGINT, before)
        try:
            yield process
        finally:
            process.kill()
            process.communicate()

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "argmap", *words]

    def process(
        self, command: list[str], stdin: bytes = b"", within: str = ".", **changes: str
    ) -> CompletedProcess[bytes]:
        """A process that ends in time, and in no traceback."""
        return whole(
            run(
                command,
                cwd=self.folder / within,
                input=stdin,
                env=self.environment(**changes),
                capture_output=True,
                timeout=TIMEOUT,
                check=False,
            )
        )

    def __call__(self, *words: str, stdin: bytes = b"", within: str = ".", **changes: str) -> Ran:
        if THOROUGH or not launcher.POSSIBLE or any(name.startswith(("PYTHON", "LC_", "LANG")) for name in changes):
            return Ran.of(self.process(self.command(*words), stdin, within, **changes))
        environment = self.environment(**changes)
        return Ran.of(whole(launcher.launched(words, self.folder / within, environment, stdin, TIMEOUT)))

    def shell(self, line: str) -> Ran:
        """A line for the shell, in which ``argmap`` is this program."""
        return Ran.of(self.process(["bash", "-c", f'argmap() {{ "{sys.executable}" -m argmap "$@"; }}\n{line}']))

    def on_a_terminal(self, *words: str, answers: list[str]) -> Ran:
        """The same with a terminal as its standard input, at which these lines were typed beforehand."""
        import pty

        ours, theirs = pty.openpty()
        try:
            os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
            command = self.command(*words)
            ran = run(
                command,
                cwd=self.folder,
                stdin=theirs,
                env=self.environment(),
                capture_output=True,
                timeout=TIMEOUT,
                check=False,
            )
        finally:
            os.close(ours)
            os.close(theirs)
        return Ran.of(ran)


def whole(ran: CompletedProcess[bytes]) -> CompletedProcess[bytes]:
    """A process, unless it ended in a traceback."""
    assert b"Traceback" not in ran.stderr, ran.stderr.decode()
    return ran
