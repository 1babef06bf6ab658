"""git's drivers for argument files: how git starts argmap, what it hands over, and what it would make of that itself.

git runs its drivers through a shell, its own on Windows.  Each has a way out for the day on which argmap cannot be
started any more: a diff without it is better than none, and so is a merge.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path

import attrs

from argmap.git.repository import GitError, asked
from argmap.language.words import STATEMENTS
from argmap.merge.lines import Marks
from argmap.programs import is_trusted, program_in, trusted_path
from argmap.workspace.reader import as_text

CLEAN, CONFLICTS = 0, 3
"""How a merge driver ends when it has written a result.  git takes any code from 1 to 127 for a conflict, and Python
itself ends with 1 where it does not find argmap: then nothing was merged, and git's own merge has to do it."""

OLDER_CONFLICTS = 10
"""How it ends for a driver that an older argmap installed: one that takes the other code for a failure."""
_MERGE_WORDS = ("%O", "%A", "%B", "%L", "%P", "%X", "%Y", "%S")
"""What git is asked for: the files of the base, of our side and of the other, how long a mark is, the path, and how the
three versions are called: ours, the other, the base."""

HUNK_HEADER = f"^(({'|'.join(sorted(STATEMENTS))})[ :].*)$"
"""The lines that a hunk of a diff is named after: those that begin a statement."""

# An id, a reference and a number are one word each, and so is a run of letters of any script; signs stand alone.
_WORD = r"""[^][:space:][!"#$%&'()*+,./:;<=>?@\^`{|}~-]+"""
_INSIDE = r"['.~-]"

_STARTS_TEXTCONV = re.compile(r"\bargmap\S*\s+git\s+textconv\b")
_UNSAFE = re.compile(r'["\\\x00-\x1f\x7f]')
_NOTHING = "/dev/null"
_HEADER_COLOUR, _RESET = b"\x1b[1m", b"\x1b[m"
_SHORT = 7


@attrs.frozen
class Setting:
    """One setting of git's configuration, such as ``diff.argmap.wordRegex``."""

    key: str
    value: str


class Part(Enum):
    """What can be switched on."""

    PATTERNS = "hunk headers and words"
    DIFF = "the diff driver"
    MERGE = "the merge driver"
    RENDERS = "the merge driver of renders"

    @property
    def attribute(self) -> str:
        """The attribute of git that switches it on for a file."""
        return "merge" if self in (Part.MERGE, Part.RENDERS) else "diff"

    @property
    def driver(self) -> str:
        """The value of that attribute."""
        return "argmap-renders" if self is Part.RENDERS else "argmap"

    @property
    def pattern(self) -> str:
        """Which files it is for, as an attributes file says it, wherever in a repository a project lies."""
        return "**/renders/**" if self is Part.RENDERS else "*.argmap"


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
            value = f'f() {{ {program} git diff-driver -- "$@" || {{ {by_lines}; }}; return 0; }}; f'
            return (Setting("diff.argmap.command", value),)
        case Part.MERGE:
            return _merge_driver(part, program, "argmap: statement by statement, by ids", "merge-driver")
        case Part.RENDERS:
            # Beside the renders may stand what is no text, which no merge by lines takes.
            name = "argmap: one side of what `argmap build` makes anew"
            return _merge_driver(part, program, name, "renders-driver", " || return 1")


def _merge_driver(part: Part, program: str, name: str, command: str, failed: str = "") -> tuple[Setting, Setting]:
    # To git, a % here is the beginning of a name of its own.
    whole = program.replace("%", "%%")
    by_lines = f'git merge-file --marker-size="$4" -L ours -L base -L theirs -- "$2" "$1" "$3"{failed}'
    value = (
        f'f() {{ {whole} git {command} -- "$@"; code=$?; '
        f"case $code in {CLEAN}|{CONFLICTS}) return $code;; esac; {by_lines}; }}; "
        f"f {' '.join(_MERGE_WORDS)}"
    )
    return Setting(f"merge.{part.driver}.name", name), Setting(f"merge.{part.driver}.driver", value)


TEXTCONV = "diff.argmap.textconv"
"""Set by argmap until it turned out that git makes patches of what such a program prints, and looks for words in it."""


def starts_textconv(value: str) -> bool:
    """Whether the value of a setting has argmap add lines to what git takes for the text of a file."""
    return bool(_STARTS_TEXTCONV.search(value))


def started_by(value: str) -> str:
    """How the value of a setting starts argmap; empty where it does not."""
    begin, _, rest = value.partition("f() { ")
    program, found, _ = rest.partition(" git ")
    return program.replace("%%", "%") if found and not begin else ""


def program(folder: Path) -> str:
    """How a shell starts argmap, today and later, for the work in a folder.

    That is the ``argmap`` of a folder on the PATH, by its whole path, but for those of virtual environments, which are
    on the PATH for a while, and those that came with a project; else this very interpreter, with the zip file that it
    runs, if that is what argmap is in.  It never looks for modules in the folder where git starts it, which belongs to
    whoever wrote the repository.
    """
    from shlex import quote

    name = "argmap.exe" if os.name == "nt" else "argmap"
    for place in trusted_path(folder):
        if program_in(place, name) is not None and not (place.parent / "pyvenv.cfg").exists():
            return quote((place / name).as_posix())
    if not sys.executable:
        return "argmap"
    archive = _archive()
    started = "-m argmap" if archive is None or not is_trusted(archive, folder) else quote(archive.as_posix())
    return f"{quote(Path(sys.executable).as_posix())} -P {started}"


def _archive() -> Path | None:
    """The zip file that was started as a program, such as one of zipapp, shiv or pex; None where it was none."""
    from zipfile import is_zipfile

    path = Path(sys.argv[0]).resolve()
    return path if is_zipfile(path) else None


@attrs.frozen
class State:
    """A file on one side.

    Attributes:
        path: Where it stands in the repository.
        file: Where its content can be read; None where there is no such file on this side.
        id: What git knows it by; only zeros where it has not looked.
        mode: Its mode, in octal; empty where there is no such file.
    """

    path: str
    file: Path | None
    id: str
    mode: str

    @classmethod
    def of(cls, path: str, file: str, identifier: str, mode: str) -> State:
        """The state that three words of git describe."""
        if file in (_NOTHING, "nul"):
            return cls(path, None, "0" * _SHORT, "")
        return cls(path, Path(file), identifier, mode)

    @property
    def is_plain(self) -> bool:
        """Whether it is a file, and no symbolic link or submodule; nothing is plain, too."""
        return self.file is None or self.mode.startswith("100")

    @property
    def name(self) -> str:
        """How people call it."""
        if self.file is None:
            return "nothing"
        path = as_text(self.path)
        return f"{path} ({self.id[:_SHORT]})" if self.id.strip("0") else path


@attrs.frozen
class Edit:
    """What git gives to an external diff.

    Attributes:
        renaming: What git says of it where the file was renamed, in lines of a patch.
    """

    old: State
    new: State
    renaming: str = ""

    @classmethod
    def of(cls, words: Sequence[str]) -> Edit | None:
        """The edit that git's words describe; None where there is only the path, of a file that is not merged yet."""
        if len(words) < 7:
            return None
        path, *states = words[:7]
        other, renaming = (words[7], words[8]) if len(words) > 8 else (path, "")
        return cls(State.of(path, *states[:3]), State.of(other, *states[3:]), renaming)


def patch(edit: Edit, folder: Path, *, coloured: bool) -> bytes:
    """The difference as git shows it, which can be applied.

    Raises:
        GitError: There is no git, or it failed.
    """
    hunks = _hunks(edit, folder, coloured=coloured)
    lines = [os.fsencode(line) for line in _header(edit, with_files=hunks.startswith((b"@@", b"\x1b")))]
    if coloured:
        lines = [_HEADER_COLOUR + line + _RESET for line in lines]
    if hunks.startswith(b"Binary files "):
        hunks = os.fsencode(f"Binary files {_name('a', edit.old)} and {_name('b', edit.new)} differ\n")
    return b"".join(line + b"\n" for line in lines) + hunks


def git_colours(folder: Path, *, on_terminal: bool) -> bool:
    """Whether git would colour a diff now, as its configuration, its pager and the terminal have it."""
    said = "true" if on_terminal else "false"
    return asked(folder, "config", "--get-colorbool", "color.diff", said, fine=(0, 1))[1].strip() == b"true"


def _hunks(edit: Edit, folder: Path, *, coloured: bool) -> bytes:
    options = ("--no-index", "--no-ext-diff", "--no-textconv", f"--color={'always' if coloured else 'never'}")
    files = (str(edit.old.file or _NOTHING), str(edit.new.file or _NOTHING))
    _, out = asked(folder, "-c", f"diff.default.xfuncname={HUNK_HEADER}", "diff", *options, "--", *files, fine=(0, 1))
    lines = out.split(b"\n")
    begins = (number for number, line in enumerate(lines) if _plain(line).startswith((b"@@", b"Binary files ")))
    return b"\n".join(lines[next(begins, len(lines)) :])


def _header(edit: Edit, *, with_files: bool) -> Iterator[str]:
    old, new = edit.old, edit.new
    yield f"diff --git {_quoted(f'a/{old.path}')} {_quoted(f'b/{new.path}')}"
    if edit.renaming:
        yield from edit.renaming.rstrip("\n").split("\n")
    else:
        yield from _modes(old, new)
        if all(state.id.strip("0") or state.file is None for state in (old, new)):
            mode = f" {new.mode}" if old.mode == new.mode else ""
            yield f"index {old.id[:_SHORT]}..{new.id[:_SHORT]}{mode}"
    if with_files:
        # A tab ends a name with a space in it.
        for sign, name in (("---", _name("a", old)), ("+++", _name("b", new))):
            yield f"{sign} {name}" + ("\t" if " " in name else "")


def _modes(old: State, new: State) -> Iterator[str]:
    if old.file is None:
        yield f"new file mode {new.mode}"
    elif new.file is None:
        yield f"deleted file mode {old.mode}"
    elif old.mode != new.mode:
        yield f"old mode {old.mode}"
        yield f"new mode {new.mode}"


def _name(side: str, state: State) -> str:
    return _NOTHING if state.file is None else _quoted(f"{side}/{state.path}")


def _quoted(path: str) -> str:
    """A path as git writes it: between quotes where there is a sign in it that could not be read back."""
    if not _UNSAFE.search(path):
        return path
    return f'"{_UNSAFE.sub(_escaped, path)}"'


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}" if sign[0] in '"\\' else f"\\{ord(sign[0]):03o}"


def _plain(line: bytes) -> bytes:
    """A line without the colour that it begins with."""
    return line.partition(b"m")[2] if line.startswith(b"\x1b[") else line


def conflict_style(folder: Path) -> str:
    """What git was told to put between the marks of a conflict; ``merge`` where it was told nothing."""
    try:
        said = asked(folder, "config", "--get", "merge.conflictStyle", fine=(0, 1))[1]
    except GitError:
        said = b""
    return said.decode(errors="replace").strip() or "merge"


def conflicts_code(words: Sequence[str]) -> int:
    """How a merge driver ends with conflicts, by what it was given: an older argmap had git hand over less."""
    return CONFLICTS if len(words) >= len(_MERGE_WORDS) else OLDER_CONFLICTS


def merge_by_lines(
    base: Path, ours: Path, theirs: Path, marks: Marks, *, ours_first: bool = False
) -> tuple[bytes, bool]:
    """The result of git's merge of three files, line by line, and whether it has conflicts.

    Args:
        base: What both sides began with.
        ours: Our side.
        theirs: The other side.
        marks: How conflicts are marked.
        ours_first: Whether conflicts are settled as our side has it, and none is left.

    Raises:
        GitError: There is no git, or the files are no text.
    """
    labels = (word for name in (marks.ours, marks.base, marks.theirs) for word in ("-L", name))
    settled = ("--ours",) if ours_first else ()
    style = ("-c", f"merge.conflictStyle={marks.style}")
    files = (str(ours), str(base), str(theirs))
    words = ("merge-file", "-p", *settled, f"--marker-size={marks.size}", *labels, "--", *files)
    code, out = asked(Path(), *style, *words, fine=range(128))
    return out, code != 0
