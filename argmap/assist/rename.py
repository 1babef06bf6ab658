"""Another id for what has one, wherever it is named, with a `was` under its declaration so that history follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.assist.names_in_file import Role, Symbol, SymbolKind
from argmap.assist.occurrences import Occurrence, occurrence_at, occurrences
from argmap.language.ids import is_id, normal
from argmap.language.lexer import WIDTH
from argmap.language.tree import ClaimLine, Content, Field, Named, Statement, SyntaxFile
from argmap.language.words import OPEN, RESERVED
from argmap.model.ids import IssueId
from argmap.project.open_project import ProjectState
from argmap.resolve.declared import Space
from argmap.resolve.fields import separated
from argmap.source.finding import Edit
from argmap.source.text import Place, SourceText, Span

_GOES_ON = re.compile(r"\r?\n(?:[ \t\r]*+(?:#[^\n]*+)?\n)*+[ \t]*+\|[^\n]*")


class RenameRefusedError(Exception):
    """Why something gets no other id, for people."""


def renamable(state: ProjectState, file: str, offset: int) -> Occurrence:
    """What is named at a place, if it can have another id.

    Raises:
        RenameRefusedError: Nothing with an id of its own is named there.
    """
    found = occurrence_at(state, file, offset)
    if found is None:
        raise RenameRefusedError("this is no id that is known")
    if found.symbol.kind is SymbolKind.SECTION:
        raise RenameRefusedError("a section has a title, and no id")
    if found.role is Role.WAS:
        raise RenameRefusedError("this is an id that it had before, and history does not change")
    if found.symbol.kind is SymbolKind.POSITION and _own(found.symbol) == OPEN:
        raise RenameRefusedError(f"every issue has the position `{OPEN}`, which is a word of the language")
    return found


def rename(state: ProjectState, symbol: Symbol, new: str) -> tuple[Edit, ...]:
    """The edits that give something another id, in the order of the files; none where that is its id already.

    Args:
        state: The project.
        symbol: What is renamed.
        new: Its id from now on.

    Raises:
        RenameRefusedError: It cannot be called so.
    """
    new, old = normal(new.strip()), _own(symbol)
    if new == old:
        return ()
    if not is_id(new):
        raise RenameRefusedError(f"`{new}` is no id: letters, digits and single hyphens inside, no dot")
    if new in RESERVED:
        raise RenameRefusedError(f"`{new}` is a word of the language")
    _refuse_taken(state, symbol, new)
    found = occurrences(state, symbol)
    edits = [Edit(one.place, new) for one in found if one.role is not Role.WAS]
    declaration = _declaration(state, found)
    if declaration is not None:
        edits.append(_history(state.files[declaration.place.file], declaration.place, old, new))
    return tuple(sorted(edits, key=lambda edit: edit.place))


def remember(state: ProjectState, symbol: Symbol, old: str) -> tuple[Edit, ...]:
    """The edit that says of something which id it had; none where nothing declares it, or where it is said."""
    found = _declaration(state, occurrences(state, symbol))
    if found is None:
        return ()
    edit = _history(state.files[found.place.file], found.place, normal(old), _own(symbol))
    source = state.files[found.place.file].source
    return () if source.text[slice(*edit.place.span)] == edit.replacement else (edit,)


def _own(symbol: Symbol) -> str:
    """The id alone, without what it belongs to."""
    return symbol.id.rpartition(".")[2]


def _refuse_taken(state: ProjectState, symbol: Symbol, new: str) -> None:
    declared = state.declared
    home = symbol.id.rpartition(".")[0]
    shared = dict.fromkeys(declared.shared, "in this project")
    inside: dict[str, str]
    match symbol.kind:
        case SymbolKind.CLAIM:
            prefix = f"{home}."
            inside = {one.removeprefix(prefix): f"in `{home}`" for one in declared.claims if one.startswith(prefix)}
        case SymbolKind.POSITION:
            inside = dict.fromkeys(declared.positions.get(home, ()), f"on `{home}`")
        case SymbolKind.TERM if home:
            inside = {term: f"in `{home}`" for names in declared.files for term in names.terms.get(home, ())}
        case SymbolKind.ACTOR if home:
            inside = {**shared, **dict.fromkeys(declared.own_actors.get(home, ()), f"in `{home}`")}
        case _:
            own = {one: f"in `{document}`" for document, actors in declared.own_actors.items() for one in actors}
            inside = {**own, **shared}
    if new in inside:
        raise RenameRefusedError(f"`{new}` is taken {inside[new]}")
    if declared.may_be_unread(new, symbol.kind.value):
        raise RenameRefusedError(f"`{new}` stands in what could not be read: mend that first")
    space = Space(symbol.kind.value, "" if symbol.kind is SymbolKind.DOCUMENT else home)
    others = [one for one in declared.now_called(space, new) if one != _own(symbol)]
    if others:
        raise RenameRefusedError(f"`{new}` is a former id of `{others[0]}`, and what is called so would be this")
    issue = state.loaded.corpus.issues.get(IssueId(home)) if symbol.kind is SymbolKind.POSITION else None
    if issue is not None and issue.is_exhaustive_by_name:
        raise RenameRefusedError(
            "that one of `yes` and `no` is right is said by these ids alone here; `argmap fmt --upgrade` writes it out"
        )


def _declaration(state: ProjectState, found: tuple[Occurrence, ...]) -> Occurrence | None:
    """The declaration that keeps the history: of an actor, rather its own than that of a document by it."""
    declared = [one for one in found if one.role is Role.DECLARES and _line(state.files[one.place.file], one.place)]
    return min(declared, key=lambda one: _is_author(state, one), default=None)


def _is_author(state: ProjectState, one: Occurrence) -> bool:
    found = _line(state.files[one.place.file], one.place)
    assert found is not None
    content = found[0].lines[found[1]].content
    return isinstance(content, Named) and content.keyword.text == "author"


def _line(file: SyntaxFile, place: Place) -> tuple[Statement, int] | None:
    """The statement and the number of its line that declares what stands at a place."""
    for statement in file.statements:
        if statement.span.start <= place.span.start < statement.span.end:
            for number, line in enumerate(statement.lines):
                if _declares(line.content, place.span):
                    return statement, number
    return None


def _declares(content: Content, span: Span) -> bool:
    word = content.id if isinstance(content, Named | ClaimLine) else None
    return word is not None and word.start == span.start


def _history(file: SyntaxFile, place: Place, old: str, new: str) -> Edit:
    """The `was` line under a declaration: a new one, or the one that stands there with one id more."""
    found = _line(file, place)
    assert found is not None
    statement, number = found
    source = file.source
    for line in statement.lines[number + 1 :]:
        if line.parent == number and isinstance(line.content, Field) and line.content.keyword.text == "was":
            known = [word for word in _former(line.content) if word not in (old, new)]
            return Edit(Place(source.name, line.content.text.span), ", ".join((*known, old)))
    line = statement.lines[number]
    written = f"{' ' * (WIDTH * (line.depth + 1))}was: {old}"
    end, line_end = end_of(source, line.span.end), line_end_of(source, 0)[1]
    return Edit(Place(source.name, Span(end, end)), f"{line_end}{written}")


def line_end_of(source: SourceText, offset: int) -> tuple[int, str]:
    """Where the line of an offset ends, and how lines of the text do."""
    end = source.text.find("\n", offset)
    ends_with = "\r\n" if "\r\n" in source.text else "\n"
    if end < 0:
        return len(source.text), ends_with
    return end - (end > offset and source.text[end - 1] == "\r"), ends_with


def end_of(source: SourceText, offset: int) -> int:
    """Where a line that ends there, but for blanks, really ends, with the bare `|` lines below it."""
    end = line_end_of(source, offset)[0]
    while (match := _GOES_ON.match(source.text, end)) is not None:
        end = match.end() - match[0].endswith("\r")
    return end


def _former(field: Field) -> Iterator[str]:
    for piece in field.text.pieces:
        yield from (word.normal.text for word in separated(piece, ","))
