"""What git is told of argument files: patterns that need no program, and how to start argmap.

git runs its drivers through a shell, its own on Windows.  Each has a way out for the day on which argmap cannot be
started any more: a diff without it is better than none, and so is a merge.
"""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path

from argmap.language.words import STATEMENTS
from argmap.programs import trusted_path
from argmap.workspace.git_config import Setting

CLEAN, CONFLICTS = 0, 10
"""How the merge driver ends when it has written a result.  git takes any code from 1 to 127 for a conflict, and Python
itself ends with 1 where it does not find argmap: then nothing was merged, and git's own merge has to do it."""

HUNK_HEADER = f"^(({'|'.join(sorted(STATEMENTS))})[ :].*)$"
"""The lines that a hunk of a diff is named after: those that begin a statement."""

# An id, a reference and a number are one word each, and so is a run of letters of any script; signs stand alone.
_WORD = r"""[^][:space:][!"#$%&'()*+,./:;<=>?@\^`{|}~-]+"""
_INSIDE = r"['.~-]"


class Part(Enum):
    """What can be switched on."""

    PATTERNS = "hunk headers and words"
    DIFF = "the diff driver"
    MERGE = "the merge driver"

    @property
    def attribute(self) -> str:
        """The attribute of git that switches it on for a file."""
        return "merge" if self is Part.MERGE else "diff"


def settings(part: Part, program: str) -> tuple[Setting, ...]:
    """The settings of a part.

    Args:
        part: Which.
        program: How a shell starts argmap.
    """
    match part:
        case Part.PATTERNS:
            return (
                Setting("diff.argmap.xfuncname", HUNK_HEADER),
                Setting("diff.argmap.wordRegex", f"{_WORD}({_INSIDE}{_WORD})*|[^[:space:]]"),
            )
        case Part.DIFF:
            by_lines = '[ $# -lt 7 ] || git diff --no-index --no-ext-diff --no-textconv -- "$2" "$5"'
            return (
                Setting(
                    "diff.argmap.command",
                    f'f() {{ {program} git diff-driver -- "$@" || {{ {by_lines}; }}; return 0; }}; f',
                ),
                Setting("diff.argmap.textconv", f'f() {{ {program} git textconv -- "$1" || command -p cat "$1"; }}; f'),
            )
        case Part.MERGE:
            # To git, a % here is the beginning of a name of its own.
            whole = program.replace("%", "%%")
            by_lines = 'git merge-file --marker-size="$4" -L ours -L base -L theirs -- "$2" "$1" "$3"'
            return (
                Setting("merge.argmap.name", "argmap: statement by statement, by ids"),
                Setting(
                    "merge.argmap.driver",
                    f'f() {{ {whole} git merge-driver -- "$@"; code=$?; '
                    f"case $code in {CLEAN}|{CONFLICTS}) return $code;; esac; {by_lines}; }}; "
                    "f %O %A %B %L %P %X %Y",
                ),
            )


def started_by(value: str) -> str:
    """How the value of a setting starts argmap; empty where it does not."""
    begin, _, rest = value.partition("f() { ")
    program, found, _ = rest.partition(" git ")
    return program.replace("%%", "%") if found and not begin else ""


def program(folder: Path) -> str:
    """How a shell starts argmap, today and later, for the work in a folder.

    That is the ``argmap`` of a folder on the PATH, by its whole path, but for those of virtual environments, which are
    on the PATH for a while, and those that came with a project; else this very interpreter.  It never looks for modules
    in the folder where git starts it, which belongs to whoever wrote the repository.
    """
    from shlex import quote

    name = "argmap.exe" if os.name == "nt" else "argmap"
    for place in trusted_path(folder):
        found = place / name
        if (place.parent / "pyvenv.cfg").exists() or not os.access(found, os.X_OK) or not found.is_file():
            continue
        return quote(found.as_posix())
    return f"{quote(Path(sys.executable).as_posix())} -P -m argmap" if sys.executable else "argmap"
