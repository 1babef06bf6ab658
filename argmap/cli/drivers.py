"""What git itself calls: the diff driver, the merge drivers, and, where an older argmap was installed, textconv."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.git.file_drivers import Edit, State
    from argmap.merge.lines import Marks

_LARGEST = 4_000_000
"""Bytes of a file up to which it is said what an edit changes."""
_MARK_SIZE = 7
_LIKE_A_PATCH = ("diff ", "--- ", "+++ ", "@@")


def diff_driver(words: Sequence[str]) -> int:
    """Say what an edit of a file changes, then show its lines as git does; always 0, since git would stop at any other.

    Args:
        words: What git gives to an external diff.
    """
    from argmap.git.file_drivers import Edit, git_colours, patch
    from argmap.report.visible import visible
    from argmap.workspace.errors import RefusedError

    edit = Edit.of(words)
    if edit is None:
        _write("".join(f"* Unmerged path {visible(word)}\n" for word in words[:1]))
        return 0
    try:
        coloured = git_colours(Path(), on_terminal=sys.stdout.isatty())
        lines = patch(edit, Path(), coloured=coloured)
    except (RefusedError, OSError) as error:
        coloured, lines = False, _failure("show the lines", error).encode()
    _write(_said(edit, coloured=coloured))
    _write(lines)
    return 0


def textconv(words: Sequence[str]) -> int:
    """Print a file as it is, for a repository in which an older argmap was installed; 0, where it can be read.

    git takes what this prints for the text of the file, makes patches of it and looks for words in it: so it must be
    that text, and nothing else.

    Args:
        words: Where the file is.
    """
    data = Path(words[0]).read_bytes()
    _write(_digest(data) if b"\0" in data else data)
    return 0


def merge_driver(words: Sequence[str]) -> int:
    """Merge three versions of a file into the place of ours; the exit code says to git whether there are conflicts.

    Args:
        words: What git gives to a merge driver: the files of the base, of our side and of the other, how long a
            conflict mark is, the path of the file and, from version 2.44 on, what both sides and the base are called.
    """
    from argmap.api.merging import merge_files
    from argmap.cli.terminal import say
    from argmap.git.file_drivers import CLEAN, conflicts_code
    from argmap.report.visible import visible

    path, files, marks = _to_merge(words)
    outcome = merge_files(*files, marks)
    if outcome.by_lines:
        say(f"argmap: {visible(path)} cannot be read whole, and was merged line by line")
    return conflicts_code(words) if outcome.conflicts else CLEAN


def renders_driver(words: Sequence[str]) -> int:
    """Take one side of a render that `argmap build` makes anew; of any other file, what git would make of it.

    Args:
        words: What git gives to a merge driver, as to the other one.
    """
    from argmap.api.merging import merge_renders
    from argmap.cli.terminal import say
    from argmap.git.file_drivers import CLEAN, conflicts_code

    path, files, marks = _to_merge(words)
    outcome = merge_renders(path, files, marks)
    if not outcome.conflicts and not outcome.by_lines:
        say(f"argmap: {path} is that of one side until `argmap build` makes it anew")
    return conflicts_code(words) if outcome.conflicts else CLEAN


def _to_merge(words: Sequence[str]) -> tuple[str, tuple[Path, Path, Path], Marks]:
    """The path of a file, its three versions, and how a conflict is marked, from what git gives to a merge driver."""
    from argmap.workspace.errors import RefusedError

    if len(words) < 3:
        raise RefusedError("the merge driver takes three files", "git gives them: `argmap git install --merge`")
    base, one, other = (Path(word) for word in words[:3])
    path = "".join(words[4:5]) or words[1]
    return path, (base, one, other), _marks(words[3:])


def _marks(words: Sequence[str]) -> Marks:
    """How git asks for conflicts to be marked."""
    from argmap.git.file_drivers import conflict_style
    from argmap.merge.lines import ConflictStyle, Marks

    size, _, ours, theirs, base = (*words[:5], "", "", "", "", "")[:5]
    said = conflict_style(Path())
    return Marks(
        ours=_label(ours, "ours"),
        theirs=_label(theirs, "theirs"),
        size=int(size) if size.isdecimal() and int(size) else _MARK_SIZE,
        base=_label(base, "base"),
        style=ConflictStyle(said) if said in set(ConflictStyle) else ConflictStyle.MERGE,
    )


def _said(edit: Edit, *, coloured: bool) -> str:
    """What the edit changes, in words."""
    if not (edit.old.is_plain and edit.new.is_plain):
        return ""
    try:
        said = _told(edit, coloured=coloured)
    except Exception as error:
        return _failure("say what this changes", error)
    # Whoever applies what is printed here applies the lines below, and nothing that looks like them in somebody's text.
    return "".join(f" {line}" if line.startswith(_LIKE_A_PATCH) else line for line in said.splitlines(keepends=True))


def _told(edit: Edit, *, coloured: bool) -> str:
    from argmap.api.diffing import diff_of_edit
    from argmap.cli.terminal import width
    from argmap.project.single_file import Content
    from argmap.report.difference.difference_page import terminal_page
    from argmap.report.terminal import terminal
    from argmap.report.terminal_text import COLOURED, PLAIN

    contents = [Content(Path(state.path), _data(state), state.name) for state in (edit.old, edit.new)]
    if any(len(content.data or b"") > _LARGEST for content in contents):
        return "argmap: this is too large to say what changes\n"
    page = terminal_page(diff_of_edit(*contents))
    return terminal(page, width(), COLOURED if coloured else PLAIN) + "\n"


def _data(state: State) -> bytes | None:
    return None if state.file is None else state.file.read_bytes()


def _digest(data: bytes) -> str:
    """A line for what is no text, and must not get to a terminal: another one for other bytes."""
    from hashlib import blake2b

    return f"# {len(data)} bytes that are no text, BLAKE2b {blake2b(data, digest_size=16).hexdigest()}\n"


def _label(word: str, otherwise: str) -> str:
    """What conflict marks call a side; an older git hands its own placeholder on."""
    return otherwise if not word.strip() or word.startswith("%") else " ".join(word.split())


def _failure(what: str, error: Exception) -> str:
    from argmap.report.visible import visible

    return f"argmap: cannot {what}: {visible(str(error) or type(error).__name__)}\n"


def _write(output: str | bytes) -> None:
    data = output.encode("utf-8", "surrogateescape") if isinstance(output, str) else output
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
