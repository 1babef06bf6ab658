"""Changes of text, as an editor applies them: of formatting, of a rename, of a fix."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lsprotocol import types

from argmap.api.formatting import fmt_lines, fmt_text, line_changes
from argmap.language.lexer import WIDTH
from argmap.language.tree import BLANKS
from argmap.language.words import KEYWORDS, STEPS
from argmap.source.text import SourceText, Span
from argmap.workspace.errors import RefusedError

if TYPE_CHECKING:
    from argmap.api.formatting import Formatted
    from argmap.lsp.positions import Positions
    from argmap.lsp.server import Moment, Server
    from argmap.source.finding import Edit


def formatting(source: SourceText, positions: Positions, lines: tuple[int, int] | None = None) -> list[types.TextEdit]:
    """What `argmap fmt` does to a text, line by line; nothing where it would leave it alone.

    Args:
        source: The text.
        positions: How the editor counts.
        lines: The first and the last of those to format, counted from 1; by default all of them.
    """
    text = source.text
    formatted: Formatted = fmt_text(text, source.name) if lines is None else fmt_lines(text, *lines, source.name)
    if formatted.failure or not formatted.changed:
        return []
    return [
        types.TextEdit(_lines(source, positions, change.start, change.end), "".join(change.lines))
        for change in line_changes(text, formatted.after)
    ]


def after_enter(source: SourceText, positions: Positions, line: int) -> list[types.TextEdit]:
    """The indentation of a line that has just been begun, counted from 1.

    What is split off the end of a text goes on behind a `|`; after an empty line nothing is indented.
    """
    if line < 2 or line > source.line_count():
        return []
    now, before = source.line(line), source.line(line - 1)
    begun = now.strip(BLANKS)
    wanted = _indentation(source, line - 1) if before.strip(BLANKS) else ""
    word = begun.partition(" ")[0].partition(":")[0]
    if begun and before.strip(BLANKS) and word not in KEYWORDS and not begun.startswith(("|", "#")):
        above = _continued(source, line - 1)
        if ":" in source.line(above):
            wanted = " " * (_width(source.line(above)) + WIDTH) + "| "
    old = now[: len(now) - len(now.lstrip(BLANKS))]
    if old == wanted:
        return []
    start = source.offset(line)
    return [types.TextEdit(positions.range(source, Span(start, start + len(old))), wanted)]


def _indentation(source: SourceText, line: int) -> str:
    """That of what most likely follows a line: what stands under a statement, or beside a field or a step."""
    above = source.line(_continued(source, line))
    width = _width(above)
    if above.strip(BLANKS).startswith("#"):
        return " " * width
    word = above.strip(BLANKS).partition(" ")[0].partition(":")[0]
    if width == 0:
        return " " * WIDTH if word in KEYWORDS and word not in STEPS and word != "section" else ""
    return " " * width


def _continued(source: SourceText, line: int) -> int:
    """The line that a line goes on with, which may be itself."""
    while line > 1 and source.line(line).lstrip(BLANKS).startswith("|"):
        line -= 1
    return line


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(BLANKS))


def _lines(source: SourceText, positions: Positions, start: int, end: int) -> types.Range:
    """The range of whole lines, counted from 0."""
    count = source.line_count()
    first = source.offset(start + 1) if start < count else len(source.text)
    last = source.offset(end + 1) if end < count else len(source.text)
    return positions.range(source, Span(first, last))


def workspace_edit(server: Server, moment: Moment, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    """Edits of several files of a project, each for the text that the editor has of it; files may be new.

    Raises:
        RefusedError: A file would be new, and the editor makes none for a server.
    """
    by_file: dict[str, list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit]] = {}
    for edit in sorted(edits, key=lambda one: (one.place.file, one.place.span)):
        known = moment.state.files.get(edit.place.file)
        source = known.source if known is not None else SourceText(edit.place.file, "")
        change = types.TextEdit(server.positions.range(source, Span(*edit.place.span)), edit.replacement)
        by_file.setdefault(edit.place.file, []).append(change)
    home, projects = moment.home, server.projects
    new = [name for name in by_file if name not in moment.state.files]
    if new and not server.makes_files:
        raise RefusedError(f"{new[0]} is not there yet, and this editor makes no files for a server", "make it first")
    if not server.takes_versions and not new:
        plain = {projects.address(home, name): changes for name, changes in by_file.items()}
        return types.WorkspaceEdit(changes=plain)  # type: ignore[arg-type]
    return types.WorkspaceEdit(
        document_changes=[
            *(types.CreateFile(projects.address(home, name)) for name in new),
            *(
                types.TextDocumentEdit(
                    types.OptionalVersionedTextDocumentIdentifier(
                        uri=projects.address(home, name), version=projects.version(home, name)
                    ),
                    changes,
                )
                for name, changes in by_file.items()
            ),
        ]
    )
