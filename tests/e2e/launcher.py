"""argmap started over and over by a process that has imported all of it: each run is a process of its own, forked.

What a run prints, writes and exits with is the same as that of a new interpreter, in a fifth of the time.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryFile
from typing import NoReturn

POSSIBLE = sys.platform == "linux"
_SIZE = 1 << 20


def launched(
    words: Sequence[str], folder: Path, environment: Mapping[str, str], stdin: bytes, timeout: float
) -> CompletedProcess[bytes]:
    """One run of argmap, with these words on its command line."""
    line = _server()
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        line.settimeout(timeout)
        asked = json.dumps([list(words), str(folder), dict(environment)]).encode()
        assert len(asked) < _SIZE
        socket.send_fds(line, [asked], [given.fileno(), out.fileno(), err.fileno()])
        code = int(line.recv(_SIZE))
        out.seek(0)
        err.seek(0)
        return CompletedProcess(list(words), code, out.read(), err.read())


@cache
def _server() -> socket.socket:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        command = [sys.executable, "-X", "utf8", __file__, str(theirs.fileno())]
        subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return ours


def _serve(line: socket.socket) -> None:
    while True:
        asked, streams, _, _ = socket.recv_fds(line, _SIZE, 3)
        if not asked:
            return
        child = os.fork()
        if child == 0:
            line.close()
            _run(*json.loads(asked), streams)
        for stream in streams:
            os.close(stream)
        line.send(b"%d" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _run(words: list[str], folder: str, environment: dict[str, str], streams: list[int]) -> NoReturn:
    """Be what an interpreter is that begins with ``python -m argmap``, in UTF-8 mode."""
    import traceback

    try:
        for place, stream in enumerate(streams):
            os.dup2(stream, place)
            os.close(stream)
        sys.stdin = os.fdopen(0, "r", encoding="utf-8", errors="surrogateescape")
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace")
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["argmap", *words]
        from argmap.cli.main import entry

        entry()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(1)


def _import_all() -> None:
    import gc
    import importlib
    import pkgutil

    import argmap

    for module in pkgutil.walk_packages(argmap.__path__, "argmap."):
        if not module.name.endswith("__main__"):
            # What needs an extra is there only where that is.
            with suppress(ImportError):
                importlib.import_module(module.name)
    gc.freeze()


if __name__ == "__main__":
    # The tests' own folder is no place to import from.
    del sys.path[0]
    _import_all()
    _serve(socket.socket(fileno=int(sys.argv[1])))
