"""`argmap fmt --upgrade`: a project of an earlier version of the language, written in this one, the same argument."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.api.formatting import Formatted
from argmap.source.finding import Finding
from argmap.source.text import SourceText
from argmap.wording.english import counted
from argmap.workspace.errors import RefusedError
from argmap.workspace.project_files import Input, find_project, read_input
from argmap.workspace.reader import Reading
from argmap.workspace.settings import LANGUAGES, OWN_FILE, SHARED_FILE, TABLE

if TYPE_CHECKING:
    from argmap.model.issue import Issue

VERSION = max(LANGUAGES)
_MOST_SHOWN = 5


def upgrade(path: Path | str | None = None) -> tuple[Formatted, ...]:
    """The files of a project that change; none where it is upgraded already.  Nothing is written.

    The settings come last: whoever is interrupted before they are written has files that mean the same in both
    versions.

    Args:
        path: The folder of the project, or one in it; by default the working folder.

    Raises:
        NoProjectError: There is no project.
        RefusedError: The project cannot be upgraded as it is.
    """
    root = find_project(Path.cwd() if path is None else Path(path)).root
    given = read_input([root])
    assert given.project is not None
    if given.settings.language == VERSION:
        return ()
    settings = _settings(given)
    return (*_arguments(given), settings)


def _arguments(given: Input) -> list[Formatted]:
    """The argument files that change.

    Raises:
        RefusedError: Something in them cannot be read, or would be an error afterwards.
    """
    from argmap.project.corpus_loader import CorpusLoader

    loader = CorpusLoader()
    loaded = loader.load(given, settings_count=False)
    _refuse_unread(loaded.unread, "cannot be read or understood", loaded.texts)
    by_file: dict[str, list[Issue]] = {}
    for issue in loaded.corpus.issues.values():
        if issue.is_exhaustive_by_name:
            by_file.setdefault(issue.origin.file, []).append(issue)
    changed = [
        _with_lines(reading, by_file[reading.source.name])
        for reading in given.readings
        if reading.source.name in by_file
    ]
    after = {file.before.name: file.after for file in changed}
    readings = tuple(
        attrs.evolve(reading, source=SourceText(reading.source.name, after[reading.source.name]), digest="")
        if reading.source.name in after
        else reading
        for reading in given.readings
    )
    assert given.project is not None
    project = attrs.evolve(given.project, settings=attrs.evolve(given.settings, language=VERSION))
    upgraded = loader.load(Input(project=project, readings=readings), settings_count=False)
    _refuse_unread(upgraded.unread, "would be an error afterwards", upgraded.texts)
    if upgraded.corpus != loaded.corpus:
        raise RefusedError(
            "the upgraded files would not mean the same, which is a fault of argmap; nothing is upgraded",
            "please report it, with the files",
        )
    return changed


def _refuse_unread(unread: Sequence[Finding], what: str, texts: Mapping[str, SourceText]) -> None:
    """See that all can be read, however little it matters to the project."""
    if unread:
        shown = [f"  {_place(error, texts)} {error.message}: {error.help}" for error in unread[:_MOST_SHOWN]]
        more = [f"  and {len(unread) - _MOST_SHOWN} more"] if len(unread) > _MOST_SHOWN else []
        raise RefusedError(
            f"{counted(len(unread), 'place')} {what}; nothing is upgraded",
            "mend first:",
            *shown,
            *more,
        )


def _place(finding: Finding, texts: Mapping[str, SourceText]) -> str:
    file, span = finding.place
    source = texts.get(file)
    return f"{file}:{source.position(span.start).line}:" if source is not None else f"{file}:"


def _with_lines(reading: Reading, issues: Iterable[Issue]) -> Formatted:
    """A file with `exhaustive: yes, no` under some issues of it, each behind the last of its positions."""
    from argmap.language.lexer import WIDTH
    from argmap.language.words import YES_OR_NO

    text = reading.source.text
    end = "\r\n" if "\r\n" in text else "\n"
    line = f"{' ' * WIDTH}exhaustive: {', '.join(YES_OR_NO)}"
    for at in sorted((_behind(reading, issue) for issue in issues), reverse=True):
        stop = text.find("\n", at) + 1 or len(text)
        above = text[:stop] + ("" if text[:stop].endswith("\n") else end)
        text = f"{above}{line}{end}{text[stop:]}"
    return Formatted(path=reading.path, before=reading.source, after=text, digest=reading.digest)


def _behind(reading: Reading, issue: Issue) -> int:
    """Where the last line ends that says something of a position of an issue."""
    from argmap.api.formatting import parser
    from argmap.language.tree import Named

    statements = parser().parse(reading.source).value.statements
    start = issue.origin.span.start
    statement = next(one for one in statements if one.span.start <= start < one.span.end)
    positions = [number for number, line in enumerate(statement.lines) if isinstance(line.content, Named)]
    last = positions[-1]
    return max(line.span.end for number, line in enumerate(statement.lines) if last in (number, line.parent))


def _settings(given: Input) -> Formatted:
    """The settings with the version of the language.

    Raises:
        RefusedError: No way is known to write it into them.
    """
    from argmap.workspace.language_setting import has_table, with_language

    assert given.project is not None
    files = {reading.source.name: reading for reading in given.project.settings_files}
    own, shared = files.get(OWN_FILE), files.get(SHARED_FILE)
    table: tuple[str, ...] = ()
    reading = own
    if own is None and shared is not None:
        is_toml = has_table(shared.source.text, ())
        if not is_toml or has_table(shared.source.text, TABLE):
            reading, table = shared, TABLE
    if reading is None:
        text = f"language = {VERSION}\n"
        return Formatted(path=given.project.root / OWN_FILE, before=SourceText(OWN_FILE, ""), after=text)
    after = with_language(reading.source.text, table, VERSION) if reading.intact else None
    if after is None:
        where = f"under `[{'.'.join(table)}]` in" if table else "at the top of"
        name = reading.source.name
        raise RefusedError(
            f"`{name}` cannot be written by argmap as it stands; nothing is upgraded",
            f"write `language = {VERSION}` {where} `{name}`, after `argmap check` finds no fault in it",
        )
    return Formatted(path=reading.path, before=reading.source, after=after, digest=reading.digest)
