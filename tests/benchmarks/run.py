"""Measure what the README says of speed, and fail where it no longer holds.

    python tests/benchmarks/run.py [--argdown COMMAND]

Times are CPU seconds (user and system) of whole processes, the least of several runs (other work on the machine only
ever adds), with the two sides of a ratio in turn, so that both meet the same machine.

The comparison with Argdown needs `@argdown/cli` 1.7.5 (an npm package); without it, that part says so and is left out.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from corpus import write, write_questionnaire

PYTHON = [sys.executable, "-c", "pass"]
ARGMAP = [str(Path(sys.executable).with_name("argmap"))]
LARGE = 20_000
"""Claims of the large project."""
HUGE = 200_000
"""Claims of the project that is written out whole."""
STANCES = 1_000_000
PARQUET = """
import gc, sys
from itertools import cycle, islice
from argmap.api import load
from argmap.compare.comparison import compare
from argmap.exchange.parquet import stance_columns, table
gc.disable()
corpus = load(".").corpus
profiles = [one for those in compare(corpus).stances.by_issue.values() for one in those.values()]
stances = [(profile.standing, stance) for profile in profiles for stance in profile.stances]
table(stance_columns(corpus), islice(cycle(stances), int(sys.argv[1])))
"""
"""Writes those of a project, again and again, as a command would: without the collector."""
ATTEMPTS = 6
"""How often a ratio may be measured."""


def cpu(command: Sequence[str], folder: Path) -> float:
    """CPU seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    finished = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if finished.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed: {finished.stderr.decode()[-500:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def paired(one: Sequence[str], other: Sequence[str], folder: Path, runs: int) -> tuple[float, float]:
    """The least CPU seconds of two commands, run in turn after one run each that does not count."""
    cpu(one, folder), cpu(other, folder)
    pairs = [(cpu(one, folder), cpu(other, folder)) for _ in range(runs)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def peak_memory(command: Sequence[str], folder: Path) -> float:
    """Megabytes that one run holds at most."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    finished = subprocess.run([sys.executable, "-c", script, *command], cwd=folder, capture_output=True, check=True)
    return int(finished.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


class Sheet:
    """The rows, and whether each holds."""

    def __init__(self) -> None:
        self.broken = 0

    def row(self, what: str, value: float, limit: float, unit: str, detail: str = "") -> None:
        """One figure and the most that it may be."""
        holds = value <= limit
        self.broken += not holds
        said = f"{what:<58} {value:7.2f} {unit:<22} at most {limit:g}  {'ok' if holds else 'TOO MUCH'}"
        print(f"{said}  {detail}".rstrip(), flush=True)

    def ratio(self, what: str, measure: Callable[[], tuple[float, float]], limit: float, unit: str) -> None:
        """The ratio of two times; one that does not hold is measured again, since a machine can be busy for a while."""
        for _ in range(ATTEMPTS):
            mine, other = measure()
            if mine / other <= limit:
                break
        self.row(what, mine / other, limit, unit, f"{mine:.3f} s against {other:.3f} s")


def measure(sheet: Sheet, folder: Path, argdown: Sequence[str] | None) -> None:
    """All rows."""
    one, large = folder / "one", folder / "large"
    write(190, one, documents=1)
    write(LARGE, large, argdown=folder / "large.argdown")
    size = (one / "arguments" / "d0.argmap").stat().st_size / 1000

    bare = "x `python -c pass`"
    sheet.ratio("argmap --version", partial(paired, [*ARGMAP, "--version"], PYTHON, folder, 15), 5, bare)
    single = partial(paired, [*ARGMAP, "check", "--no-cache", "arguments/d0.argmap"], PYTHON, one, 15)
    sheet.ratio(f"argmap check, one file of {size:.0f} kB, no cache", single, 14, bare)

    whole = [*ARGMAP, "check", "--no-cache"]
    if argdown is None:
        print("argdown is not there: its rows are left out (npm install @argdown/cli@1.7.5, then --argdown)")
    else:
        theirs = [*argdown, "json", str(folder / "large.argdown"), str(folder / "out")]
        beside = "x `argdown json`"
        sheet.ratio(f"argmap check, {LARGE} claims, no cache", partial(paired, whole, theirs, large, 5), 0.9, beside)
        unchanged = partial(paired, [*ARGMAP, "check"], theirs, large, 5)
        sheet.ratio(f"argmap check, {LARGE} claims, nothing changed", unchanged, 0.2, beside)
    sheet.row(f"argmap check, {LARGE} claims, peak memory", peak_memory(whole, large), 300, "MB")
    nodeset = folder / "large.json"
    cpu([*ARGMAP, "export", "aif", "-o", str(nodeset)], large)
    imported = min(cpu([*ARGMAP, "import", "aif", str(nodeset), "--dry-run"], folder) for _ in range(3))
    sheet.row(f"argmap import, {LARGE} claims of AIF", imported, 10, "s")
    huge = folder / "huge"
    write(HUGE, huge)
    written = peak_memory([*ARGMAP, "export", "json", "-o", str(folder / "huge.json")], huge)
    sheet.row(f"argmap export json, {HUGE} claims, peak memory", written, 700, "MB")
    if find_spec("pyarrow") is None:
        print("pyarrow is not there: its row is left out (pip install pyarrow)")
    else:
        seconds = cpu([sys.executable, "-c", PARQUET, str(STANCES)], large)
        sheet.row(f"{STANCES} stances as a Parquet table", seconds, 20, "s")
    asked = folder / "asked"
    write_questionnaire(asked)
    seconds = min(cpu([*ARGMAP, "compare"], asked) for _ in range(5))
    sheet.row("argmap compare, 38 parties on 38 questions", seconds, 0.7, "s")
    for answering, limit, what in ((False, 1.6, "maps only"), (True, 4.5, "comparison too")):
        changed = partial(changed_document, folder, answering=answering)
        sheet.ratio(f"argmap build, 1 of 20 documents changed, {what}", changed, limit, "x 1 of 5")


def changed_document(folder: Path, *, answering: bool) -> tuple[float, float]:
    """What a change in one document costs a build, beyond reading, with many and with few other documents."""
    many, few = (cost_of_a_change(folder / f"{count}-{answering}", count, answering=answering) for count in (20, 5))
    return many, few


def cost_of_a_change(project: Path, documents: int, *, answering: bool) -> float:
    """CPU seconds of a build after a change in one document, less those of reading and checking everything."""
    write(documents * 120, project, documents=documents, answering=answering)
    cpu([*ARGMAP, "build"], project)
    file = project / "arguments" / "d0.argmap"
    text = file.read_text(encoding="utf-8")
    beyond = []
    for turn in range(5):
        file.write_text(text.replace("c0", f"other-{turn}"), encoding="utf-8")
        reading = cpu([*ARGMAP, "check", "--no-cache"], project)
        beyond.append(cpu([*ARGMAP, "build"], project) - reading)
    return min(beyond)


def main() -> int:
    """Measure in a folder of its own, with a cache of its own."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--argdown", help="the argdown program; by default the one on the PATH")
    program = reader.parse_args().argdown or shutil.which("argdown")
    sheet = Sheet()
    with tempfile.TemporaryDirectory(prefix="argmap-benchmark-") as name:
        # Installed programs have their bytecode; a first run that may not write any would measure the compiler.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["ARGMAP_CACHE"] = str(Path(name) / "cache")
        measure(sheet, Path(name), [program] if program else None)
    return int(sheet.broken > 0)


if __name__ == "__main__":
    raise SystemExit(main())
