"""Measure how the cost of commands grows with the input, shape by shape, and fail where it grows too fast.

    python tests/benchmarks/growing.py [--brief] [SHAPE ...]

Each shape of `tests/shared/shapes.py` is written at n and 4n.  What is compared is CPU time beyond start-up, the
layout engine's included, and what is printed or written, against the bytes of the input: the exponent between n and 4n
is at most 1.3.  A run under a second holds by itself, and so does what is bounded and told to be.  All shapes take half
an hour; `--brief` measures those that were once too much, with the commands for which they were.
"""

from __future__ import annotations

import math
import os
import re
import sys
import tempfile
from pathlib import Path

from run import ARGMAP, Sheet, cpu

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "shared"))

from shapes import SHAPES as PLAIN_SHAPES
from shapes import Texts
from verdict_shapes import VERDICT_SHAPES

SHAPES = PLAIN_SHAPES | VERDICT_SHAPES

MOST = 1.3
"""The exponent."""
ENOUGH = 60
"""CPU seconds after which a run is ended, and taken to have failed."""
FEW, SECOND, MEGABYTE = 2, 1.0, 1_000_000
COMMANDS = {
    "check": (["check"], 2000),
    "fmt": (["fmt", "--check"], 2000),
    "compare": (["compare"], 200),
    "compare json": (["compare", "--format", "json"], 200),
    "diff": (["diff", "old", "new"], 500),
    "diff json": (["diff", "--format", "json", "old", "new"], 500),
    "export": (["export", "json"], 500),
    "build": (["build"], 100),
}
"""By name: what is run, and on how many."""
BRIEF = {
    "check": ["marks", "whole marks", "clique", "circle"],
    "compare json": [
        "chain of entails",
        "opposed chains",
        "compatible",
        "one answer of many claims",
        "claims in a chain of contradicts",
        "claims in a star of contradicts",
        "facts and forecasts",
    ],
    "diff json": ["circle", "chain of claims", "chain of entails", "chain of contradicts"],
    "build": ["linked premises", "one premise many times", "clique"],
}
"""By command, the shapes that were once too much for it."""
ANSWERS = {": yes": ": no", ": no": ": yes"}
ANSWER = re.compile(": (yes|no)$", re.MULTILINE)
PLAIN = ("documents", "treatise", "opposed documents", "own answers", "terms of documents")
"""Shapes of many files, which are measured at a tenth."""


def edited(texts: Texts) -> Texts:
    """The next revision: one line in fifteen has another answer, or is worded otherwise."""
    found = {}
    for name, text in texts.items():
        lines = text.splitlines(keepends=True)
        lines[5::15] = [ANSWER.sub(lambda said: ANSWERS[said[0]], line) for line in lines[5::15]]
        lines[4::15] = [re.sub(r": (?=[A-Z])", ": So ", line, count=1) for line in lines[4::15]]
        found[name] = "".join(lines)
    return found


def write(texts: Texts, folder: Path) -> int:
    """The files of a shape; their bytes."""
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.argmap").write_text(text, encoding="utf-8")
    return sum(path.stat().st_size for path in folder.iterdir())


def measured(shape: str, count: int, words: list[str]) -> tuple[int, float, int]:
    """Bytes of the input, CPU seconds, and bytes that were printed or written."""
    with tempfile.TemporaryDirectory(prefix="argmap-growing-") as name:
        folder = Path(name)
        texts = SHAPES[shape](count)
        if words[0] == "diff":
            size = write(texts, folder / "old") + write(edited(texts), folder / "new")
        else:
            size = write(texts, folder / "arguments")
        run = f'ulimit -t {ENOUGH}; "$@" > printed 2> said; test $? -le 3'
        seconds = cpu(["sh", "-c", run, "-", *ARGMAP, *words], folder)
        return size, seconds, sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) - size


def exponent(small: float, large: float, grown: float) -> float:
    """How the one grows with the other."""
    return math.log(max(large, 1e-9) / max(small, 1e-9)) / math.log(grown)


def measure(sheet: Sheet, shapes: list[str], commands: dict[str, tuple[list[str], int]]) -> None:
    """A row for each shape and command; the small input is measured only where the large one takes long."""
    for name, (words, count) in commands.items():
        idle = measured("statements", FEW, words)[1]
        for shape in shapes:
            base = max(count // 10, 10) if shape in PLAIN else count
            after, four, printed_in_the_end = measured(shape, 4 * base, words)
            time = room = 0.0
            detail = f"{after / 1000:.0f} kB {four:.2f} s"
            if four > SECOND or printed_in_the_end > MEGABYTE:
                before, one, printed = measured(shape, base, words)
                grown = after / before
                time = exponent(max(one - idle, 0.02), four - idle, grown) if four > SECOND else 0
                room = exponent(printed, printed_in_the_end, grown) if printed_in_the_end > MEGABYTE else 0
                detail += f", {before / 1000:.0f} kB {one:.2f} s; "
                detail += f"{printed / 1000:.0f} kB, then {printed_in_the_end / 1000:.0f} kB printed"
            sheet.row(f"{name}, {shape}", max(time, room), MOST, "exponent", detail)


def measure_briefly(sheet: Sheet) -> None:
    """The shapes that were once too much."""
    for name, shapes in BRIEF.items():
        measure(sheet, shapes, {name: COMMANDS[name]})


def main() -> int:
    """Measure in folders of their own, without a cache."""
    sheet = Sheet()
    os.environ["ARGMAP_CACHE"] = ""
    chosen = [name for name in sys.argv[1:] if name in SHAPES]
    if "--brief" in sys.argv:
        measure_briefly(sheet)
    else:
        measure(sheet, chosen or list(SHAPES), COMMANDS)
    return int(sheet.broken > 0)


if __name__ == "__main__":
    raise SystemExit(main())
