"""Measure how quickly an editor is answered, and fail where somebody who types would notice.

    python tests/benchmarks/editing.py

Needs the extra `lsp`; rows of a server in a process of its own are measured on Linux alone, and say so elsewhere.
Times are CPU seconds, the least of several, but for waits, which are what a clock shows.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, process_time, sleep
from typing import TYPE_CHECKING

from corpus import write
from run import Sheet

from argmap.assist.completion import completions
from argmap.assist.hover import hover
from argmap.assist.navigation import definition
from argmap.project.open_project import ProjectState
from argmap.source.text import SourceText

if TYPE_CHECKING:
    from started_server import StartedServer

    from argmap.lsp.projects import Home

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))

SMALL, LARGE = 1900, 19_000
"""Claims in some 200 kB, and in some 2 MB."""
FILE = "arguments/d0.argmap"
OWN_FILE = "arguments/kim-2021.argmap"
EDITS = 10
KEYSTROKES, PAUSE = 60, 0.03
ROUNDS = 4


def size_of(folder: Path) -> float:
    """The kilobytes of a project."""
    return sum(path.stat().st_size for path in folder.glob("arguments/**/*.argmap")) / 1000


def typed(text: str, number: int) -> str:
    """A text with a word more in the middle of it, another each time."""
    middle = text.index(".\n", len(text) // 2)
    return f"{text[:middle]} word{number}{text[middle:]}"


def edits_to_findings(sheet: Sheet, folder: Path, limit: float) -> Home:
    """What a change costs until an editor can be told what is wrong; the project then."""
    from argmap.lsp.diagnostics import diagnostics
    from argmap.lsp.positions import Positions
    from argmap.lsp.projects import Home

    home = Home(folder.resolve())
    home.check()
    text = (folder / FILE).read_text(encoding="utf-8")
    times = []
    for number in range(EDITS):
        begin = process_time()
        home.set_text(SourceText(FILE, typed(text, number)))
        home.check()
        assert home.state is not None
        diagnostics(home.state.loaded, Positions(), str)
        times.append(process_time() - begin)
    sheet.row(f"edit to findings, {size_of(folder):.0f} kB", min(times) * 1000, limit, "ms")
    return home


def answers(sheet: Sheet, folder: Path, home: Home) -> None:
    """What is asked for at one place right after a change, when nothing else was asked of the new state."""
    text = (folder / FILE).read_text(encoding="utf-8")
    asked: dict[str, Callable[[ProjectState, str, int], object]] = {
        "hover": hover,
        "completion": completions,
        "definition": definition,
    }
    for name, function in asked.items():
        times = []
        for number in range(EDITS):
            changed = typed(text, number)
            home.set_text(SourceText(FILE, changed))
            home.check()
            assert home.state is not None
            place = changed.index("answers i", len(changed) // 2) + len("answers i")
            begin = process_time()
            function(home.state, FILE, place)
            times.append(process_time() - begin)
        sheet.row(f"{name} after an edit, {size_of(folder):.0f} kB", min(times) * 1000, 20, "ms")


def keystrokes(sheet: Sheet, folder: Path) -> None:
    """A server that somebody types at, quicker than anybody can."""
    from started_server import StartedServer

    path, server = folder / FILE, StartedServer(folder)
    server.begin(folder)
    text = path.read_text(encoding="utf-8")
    server.open(path, text.replace("because", "becuase", 1))
    server.wait(lambda told: "`becuase` is no word" in str(told.get("params")))
    sheet.row(f"initialize to ready, {size_of(folder):.0f} kB", server.cpu(), 0.7, "s of CPU")
    waits = [wait_after_keystrokes(server, path, round_) for round_ in range(ROUNDS)]
    sheet.row(f"the next request after {KEYSTROKES} keystrokes", min(waits) * 1000, 50, "ms")
    sheet.row(f"memory, {size_of(folder):.0f} kB", server.peak(), 80, "MB")
    server.end()


def wait_after_keystrokes(server: StartedServer, path: Path, round_: int) -> float:
    """How long somebody who has typed waits for an answer, by the clock, which other work on the machine delays."""
    where = {"line": 4, "character": 2}
    for number in range(KEYSTROKES):
        change = {"range": {"start": where, "end": where}, "text": "abcdefgh"[number % 8]}
        named = {"uri": path.as_uri(), "version": 2 + number + round_ * KEYSTROKES}
        server.tell("textDocument/didChange", textDocument=named, contentChanges=[change])
        sleep(PAUSE)
    begin = monotonic()
    server.ask("textDocument/hover", {"textDocument": {"uri": path.as_uri()}, "position": where})
    return monotonic() - begin


def checks_while_typing(sheet: Sheet, folder: Path) -> None:
    """How many checks the same keystrokes cost."""
    from argmap.lsp.projects import Home
    from argmap.lsp.worker import Worker

    home, text = Home(folder.resolve()), (folder / FILE).read_text(encoding="utf-8")
    worker = Worker(lambda checked: None, lambda checked, problem: None)
    worker.start()
    for number in range(KEYSTROKES):
        home.set_text(SourceText(FILE, typed(text, number)))
        worker.ask(home)
        sleep(PAUSE)
    while not worker.is_settled(home):
        sleep(PAUSE)
    worker.end()
    sheet.row(f"{KEYSTROKES} keystrokes, {PAUSE * 1000:.0f} ms apart", worker.checks, 30, "checks")


def preview(sheet: Sheet) -> None:
    """What a change costs until the page beside the text shows it, in this repository."""
    from argmap.api.one_page import PageBuilder, PageOptions
    from argmap.lsp.projects import Home
    from argmap.project.corpus_loader import Loaded

    home = Home(Path(__file__).resolve().parents[2])

    def loaded() -> Loaded:
        assert home.state is not None
        return home.state.loaded

    builder = PageBuilder(home.root, PageOptions(), loaded)
    home.check()
    builder.build()
    assert home.state is not None
    text = home.state.files[OWN_FILE].source.text
    times = []
    for number in range(EDITS):
        begin = process_time()
        home.set_text(SourceText(OWN_FILE, typed(text, number)))
        home.check()
        builder.build()
        times.append(process_time() - begin)
    sheet.row(f"edit to page, {size_of(home.root):.0f} kB", min(times) * 1000, 300, "ms")


def measure(sheet: Sheet, folder: Path) -> None:
    """All rows."""
    small, large = folder / "small", folder / "large"
    write(SMALL, small)
    write(LARGE, large)
    edits_to_findings(sheet, small, 60)
    preview(sheet)
    checks_while_typing(sheet, small)
    answers(sheet, large, edits_to_findings(sheet, large, 100))
    if Path("/proc/self/stat").exists():
        keystrokes(sheet, small)
    else:
        print("this system does not say what a process costs: the rows of a server are left out")


def main() -> int:
    """Measure in a folder of its own."""
    sheet = Sheet()
    with tempfile.TemporaryDirectory(prefix="argmap-benchmark-") as name:
        measure(sheet, Path(name).resolve())
    return int(sheet.broken > 0)


if __name__ == "__main__":
    raise SystemExit(main())
