"""Output proper, to a file or to standard output, and saying why there is none."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from argmap.project.corpus_loader import Loaded
    from argmap.source.finding import Finding
    from argmap.workspace.writing import Data


PAGE_FORMATS = ("text", "markdown", "html")
"""What every page can be told as; the same as `argmap.report.page.PageFormat`, which is imported late."""
_ENDINGS = {form: form for form in ("csv", "docx", "html", "json", "pdf", "png", "sarif", "svg")} | {"md": "markdown"}


def add_format(parser: ArgumentParser, formats: Sequence[str] = PAGE_FORMATS, default: str = "default: text") -> None:
    """Declare `--format`; what a file of a format ends with is another name of it."""
    names = {name: name for name in formats} | {end: name for end, name in _ENDINGS.items() if name in formats}
    value = "text" if default == "default: text" else None
    parser.add_argument(
        "--format", type=lambda word: names.get(word, word), choices=formats, default=value, help=default
    )


def format_by_ending(output: str | None, formats: Sequence[str]) -> str:
    """The format that the name of a file asks for; text where it has no ending.

    Raises:
        RefusedError: It ends in something that stands for none of the formats, or no output may go there.
    """
    ending = Path(output or "").suffix
    known = {f".{end}": form for end, form in _ENDINGS.items() if form in formats} | {".txt": "text"}
    form = known.get(ending.lower(), "") if ending else "text"
    if not form:
        from argmap.workspace.errors import RefusedError

        checked_target(output or "")
        said = f"`{output}` ends in {ending}, and what can be written is {', '.join(sorted(known))}"
        raise RefusedError(said, "choose one of these endings, or say `--format`")
    return form


class OutputPath(str):
    """Where output goes, as it was typed, and what stood there when the command began."""

    state: tuple[int, ...]

    def __new__(cls, path: str) -> OutputPath:
        """Remember what is there."""
        made = super().__new__(cls, path)
        made.state = _state(Path(path))
        return made


def _state(path: Path) -> tuple[int, ...]:
    """What tells one content of a file from another, without reading it; empty where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ()
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def write_output(path: str | None, data: Data) -> int:
    """Write to a file, whole or not at all, or to standard output; the exit code.

    Raises:
        RefusedError: Output may not go there, see `checked_target`, or somebody changed the file since the command
            began.
        OSError: It cannot be written.
    """
    if path is None or path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.writelines((data,) if isinstance(data, bytes) else data())
        sys.stdout.buffer.flush()
        return 0
    from argmap.workspace.errors import ChangedError, RefusedError
    from argmap.workspace.writing import write_atomically

    target = checked_target(path)
    try:
        write_atomically(
            target,
            data,
            target.resolve().parent,
            still=lambda now: not isinstance(path, OutputPath) or _state(now) == path.state,
        )
    except ChangedError:
        raise RefusedError(f"`{path}` was changed while this ran, and is as it was left", "run it again") from None
    except OSError as error:
        if error.strerror is None:
            raise
        # The system names the temporary file, which nobody has heard of.
        raise OSError(error.errno, error.strerror, path) from error
    return 0


def output_folder(path: str) -> Path:
    """A folder for output, made where it is not there yet.

    Raises:
        RefusedError: Output may not go there, see `checked_target`.
        OSError: It cannot be made.
    """
    folder = checked_target(path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def checked_target(path: str) -> Path:
    """A path to which output may go.

    Raises:
        RefusedError: It is, maybe by a link, what people write themselves or what git keeps; or a link in the project
            leads out of it.
    """
    from argmap.workspace.errors import NoProjectError, RefusedError
    from argmap.workspace.project_files import find_root
    from argmap.workspace.writing import linked_out

    target = Path(path)
    try:
        root = find_root(Path.cwd())
    except NoProjectError:
        root = Path.cwd()
    if linked_out(target, root):
        raise RefusedError(
            f"`{path}` leads out of {root} by a symbolic link, so it is not written",
            "name the place itself, or remove the link",
        )
    for place in (target, target.resolve()):
        kind = _kept_kind(place, root)
        if kind:
            raise RefusedError(f"`{path}` is called like {kind}, and no output is one", "choose another name")
    return target


def _kept_kind(place: Path, root: Path) -> str:
    """What kind of file that no output may replace a path names; empty where it is none.

    A system may take names that differ in case for one.
    """
    from argmap.workspace.reader import SUFFIX
    from argmap.workspace.settings import OWN_FILE, SHARED_FILE, read_settings

    name = place.name.casefold()
    if name.endswith(SUFFIX):
        return "an argument file"
    if name in (OWN_FILE, SHARED_FILE):
        return "a file of settings"
    if ".git" in (part.casefold() for part in place.parts):
        return "a file of git's own"
    if place.is_file():
        sources = read_settings(root)[0].sources
        if sources and place.resolve().is_relative_to((root / sources).resolve()):
            return "a source text"
    return ""


def refused(errors: Sequence[Finding], loaded: Loaded, therefore: str) -> int:
    """Show the errors for which a command does nothing; the exit code."""
    from argmap.cli.terminal import palette, say, width
    from argmap.report.findings.finding_lines import summary_line
    from argmap.report.findings.full import full

    print(full(errors, loaded.texts, palette(sys.stderr), width()), file=sys.stderr)
    say(f"{summary_line(errors)}: {therefore}")
    return 1
