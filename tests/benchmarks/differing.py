"""Measure a diff of two revisions, and the search for claims that may be one, and fail where they take too long.

    python tests/benchmarks/differing.py

Times are taken as in `run.py`, git's own processes included.  Every document differs between the two revisions, so that
every text is parsed: in each, one claim in forty is reworded, and one answer in twenty is another.
"""

from __future__ import annotations

import os
import random
import re
import tempfile
from functools import partial
from pathlib import Path
from subprocess import run as start
from time import process_time

from corpus import NOUNS, POSITIONS, write
from run import ARGMAP, PYTHON, Sheet, paired

from argmap.diff.guesses import guesses
from argmap.diff.pairing import pair
from argmap.language.parser import Parser
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

SMALL, LARGE = 190, 1900
"""Claims in some 20 kB, and in some 200 kB."""
UNMATCHED = 300
_STATED = re.compile(r"^( *)(claims|because|despite) (c[0-9]+)(.*?): The (\w+)", re.MULTILINE)
_ANSWER = re.compile(r"^( *answers i[0-9]+): (\w+)$", re.MULTILINE)


def edited(text: str) -> str:
    """The next revision of a document."""
    chance = random.Random(len(text))

    def reword(match: re.Match[str]) -> str:
        if chance.random() > 1 / 40:
            return match[0]
        return f"{match[1]}{match[2]} {match[3]}{match[4]}: The {chance.choice(NOUNS)} and the {match[5]}"

    def answer(match: re.Match[str]) -> str:
        return match[0] if chance.random() > 1 / 20 else f"{match[1]}: {chance.choice(POSITIONS)}"

    return _ANSWER.sub(answer, _STATED.sub(reword, text))


def git(folder: Path, *words: str) -> None:
    """One command of git's."""
    known = ("-c", "user.name=Author", "-c", "user.email=author@example.org", "-c", "init.defaultBranch=main")
    start(["git", *known, *words], cwd=folder, check=True, capture_output=True)


def two_revisions(claims: int, folder: Path) -> float:
    """Write a project and commit it twice; its kilobytes."""
    write(claims, folder)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "One")
    documents = list(folder.glob("arguments/*.argmap"))
    for path in documents:
        path.write_text(edited(path.read_text(encoding="utf-8")), encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "Other")
    return sum(path.stat().st_size for path in documents) / 1000


def strangers(count: int, side: str) -> Corpus:
    """So many claims, none of which the other side has: seven words of ten are the same, and so is no id."""
    chance = random.Random(count)
    lines = ["document d: D", "  author a: A"]
    for number in range(count):
        shared = " ".join(chance.choice(NOUNS) for _ in range(9))
        lines.append(f"claims {side}{number}: The {shared} {side}{number} {side}{number}{number}.")
    return resolve([Parser().parse(SourceText(f"arguments/{side}.argmap", "\n".join(lines) + "\n")).value]).value


def measure(sheet: Sheet, folder: Path) -> None:
    """All rows."""
    for claims, limit in ((SMALL, 23), (LARGE, 52)):
        project = folder / str(claims)
        size = two_revisions(claims, project)
        command = [*ARGMAP, "diff", "HEAD~1", "HEAD"]
        ratio = partial(paired, command, PYTHON, project, 15)
        sheet.ratio(f"argmap diff, two revisions of {size:.0f} kB", ratio, limit, "x `python -c pass`")
    one, other = strangers(UNMATCHED, "one"), strangers(UNMATCHED, "other")
    pairing = pair(one, other)
    begin = process_time()
    found = guesses(one, other, pairing)
    seconds = process_time() - begin
    sheet.row(f"guesses, {UNMATCHED} claims against {UNMATCHED}", seconds, 0.3, "s", f"{len(found)} found")


def main() -> int:
    """Measure in a folder of its own, with a cache of its own."""
    sheet = Sheet()
    with tempfile.TemporaryDirectory(prefix="argmap-benchmark-") as name:
        # Installed programs have their bytecode; a first run that may not write any would measure the compiler.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["ARGMAP_CACHE"] = str(Path(name) / "cache")
        measure(sheet, Path(name))
    return int(sheet.broken > 0)


if __name__ == "__main__":
    raise SystemExit(main())
