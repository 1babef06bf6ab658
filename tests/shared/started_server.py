"""The language server in a process of its own, spoken to message by message, as an odd editor may speak."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from queue import Empty, Queue
from subprocess import PIPE, Popen
from threading import Thread
from time import monotonic
from typing import Any

SECONDS = 20


class StartedServer:
    """A server in a process, and all that it says."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "argmap", "lsp"]
        self.process = Popen(command, cwd=folder, stdin=PIPE, stdout=PIPE, stderr=PIPE)
        self.number = 0
        self.told: list[dict[str, Any]] = []
        self._queue: Queue[dict[str, Any] | None] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        out = self.process.stdout
        assert out is not None
        while line := out.readline():
            size = int(line.removeprefix(b"Content-Length: ")) if line.startswith(b"Content-Length: ") else 0
            while size and line.strip():
                line = out.readline()
            self._queue.put(json.loads(out.read(size)) if size else {"garbage": line})
        self._queue.put(None)

    def send(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def message(self, **content: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **content}).encode()
        self.send(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def tell(self, method: str, **params: Any) -> None:
        self.message(method=method, params=params)

    def ask(self, method: str, params: Any = None) -> dict[str, Any]:
        """The answer to a request."""
        self.number += 1
        self.message(id=self.number, method=method, params=params)
        return self.wait(lambda told: told.get("id") == self.number and "method" not in told)

    def wait(self, holds: Any) -> dict[str, Any]:
        end = monotonic() + SECONDS
        while True:
            try:
                told = self._queue.get(timeout=max(0.0, end - monotonic()))
            except Empty:
                came = [str(told)[:500] for told in self.told[-5:]]
                raise AssertionError(f"nothing came; before: {came}") from None
            assert told is not None, "the server has ended"
            if "id" in told and "method" in told:
                self.message(id=told["id"], result=None)
            self.told.append(told)
            if holds(told):
                return told

    def shows(self, path: Path, codes: list[str]) -> None:
        """Wait until just these findings are shown of a file."""

        def holds(told: dict[str, Any]) -> bool:
            params = told.get("params") or {}
            found = told.get("method") == "textDocument/publishDiagnostics" and params["uri"] == path.as_uri()
            return found and [one["code"] for one in params["diagnostics"]] == codes

        self.wait(holds)

    def open(self, path: Path, text: str, language: str = "argmap") -> None:
        item = {"uri": path.as_uri(), "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=item)

    def begin(self, *folders: Path) -> dict[str, Any]:
        named = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders]
        answer = self.ask("initialize", {"processId": None, "capabilities": {}, "workspaceFolders": named})
        self.tell("initialized")
        return answer

    def end(self) -> int:
        self.ask("shutdown")
        self.message(method="exit")
        return self.process.wait(SECONDS)

    def cpu(self) -> float:
        """The seconds that it has worked so far; Linux alone says so."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak(self) -> float:
        """The megabytes that it has held at most."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
