"""Files that look as if they were meant as argument files, and are not read, because of their name or their folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from argmap.source.finding import Finding
from argmap.source.text import Place, Span
from argmap.workspace.reader import FOLDER, SUFFIX, shown_name

_TEXT_ENDINGS = (".txt", ".text", ".md", ".markdown", ".rtf", ".doc", ".docx")
"""What editors and mail programs add to a name."""
_SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "env"})
_OF_OTHERS = frozenset({FOLDER, "pyvenv.cfg"})
"""What stands in the folder of another project, or of what a tool has installed: these have files of their own."""
_DEEPEST = 2
"""Levels of folders beside the arguments that are looked into."""
_MOST_LOOKED_AT = 20_000
_MOST = 20
_ALIKE = 0.75


def stray_files(root: Path) -> tuple[Finding, ...]:
    """A note for each, the first of them by name; the folders beside the arguments are looked into two levels deep."""
    found = sorted(_strays(root))
    notes = [_note(name, meant) for name, meant in found[:_MOST]]
    if len(found) > _MOST:
        name = found[_MOST][0]
        more = f"{len(found) - _MOST} more files look like argument files and are not read, such as `{name}`"
        notes.append(Finding(code="A021", message=more, place=Place(name, Span(0, 0)), help="mend those above first"))
    return tuple(notes)


def _note(name: str, meant: str) -> Finding:
    place = Place(name, Span(0, 0))
    if meant:
        return Finding(
            code="A021",
            message=f"this file is not read, since its name does not end in `{SUFFIX}`",
            place=place,
            help=f"call it `{meant}`, if it is an argument file",
        )
    return Finding(
        code="A021",
        message=f"this file is not read, since it is not under `{FOLDER}/`",
        place=place,
        help=f"move it into `{FOLDER}/`, or check it alone by its name: `argmap check {name}`",
    )


def _strays(root: Path) -> Iterator[tuple[str, str]]:
    """The name of each, and what it should be called, if it stands in the right folder."""
    left = _MOST_LOOKED_AT
    waiting = [(str(root), 0, False)]
    while waiting and left > 0:
        folder, depth, inside = waiting.pop()
        entries = _entries(folder)
        left -= len(entries)
        if depth and not inside and not _OF_OTHERS.isdisjoint(entry.name for entry in entries):
            continue
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if _is_folder(entry):
                below = inside or (not depth and name == FOLDER)
                if below or (depth < _DEEPEST and name not in _SKIPPED):
                    waiting.append((entry.path, depth + 1, below))
            elif name.endswith(SUFFIX) and inside:
                continue
            elif not inside and name.casefold().endswith(SUFFIX):
                yield shown_name(Path(entry.path), root), ""
            elif inside and (meant := meant_name(name)):
                yield shown_name(Path(entry.path), root), meant


def meant_name(name: str) -> str:
    """What a file is called that is meant as an argument file, if its name says so otherwise than it should."""
    plain = name.rstrip(" .")
    lower = plain.casefold()
    for ending in ("", *_TEXT_ENDINGS):
        if lower.endswith(SUFFIX + ending) and len(lower) > len(SUFFIX + ending):
            return plain[: len(plain) - len(SUFFIX + ending)] + SUFFIX
    stem, dot, suffix = plain.rpartition(".")
    if not (stem and dot and suffix.isalnum() and suffix[:1] in "aA" and 4 <= len(suffix) <= 8):
        return ""
    from difflib import SequenceMatcher

    alike = SequenceMatcher(a=suffix.casefold(), b=SUFFIX[1:], autojunk=False).ratio()
    return stem + SUFFIX if alike >= _ALIKE else ""


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            return list(listing)
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
