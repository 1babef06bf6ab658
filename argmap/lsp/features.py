"""What an editor may ask for; each answer is a function of the project, put into the words of the protocol.

Of what is asked for while somebody types, the newest state that there is must do; the rest waits for the newest text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.lsp.decorations import add_decorations
from argmap.lsp.edits import after_enter, formatting, workspace_edit
from argmap.lsp.places import add_places
from argmap.lsp.preview import claim_at
from argmap.lsp.suggestions import add_suggestions, look_actions
from argmap.source.text import Span

if TYPE_CHECKING:
    from argmap.lsp.server import Moment, Server
    from argmap.source.finding import Edit

_NO_PARAMETERS = types.ErrorCodes.InvalidParams.value
_REFUSED = types.LSPErrorCodes.RequestFailed.value


def add_features(server: Server) -> None:
    """Let a server answer all that is asked."""
    _add_life(server)
    _add_formatting(server)
    _add_rename(server)
    _add_actions(server)
    _add_commands(server)
    add_places(server)
    add_decorations(server)
    add_suggestions(server)


def _add_life(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.begin(params)

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:  # noqa: ARG001
        server.begun()

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:  # noqa: ARG001
        server.finish()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.saved(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_on_disk(params: types.DidChangeWatchedFilesParams) -> None:
        server.changed_on_disk(change.uri for change in params.changes)

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def changed_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        server.changed_folders(params.event)


def _add_formatting(server: Server) -> None:
    # None of these needs the project, and so none waits for it.
    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def format_all(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        opened = server.projects.text(params.text_document.uri)
        return formatting(opened.source, server.positions) if opened is not None else None

    @server.feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
    def format_range(params: types.DocumentRangeFormattingParams) -> list[types.TextEdit] | None:
        opened = server.projects.text(params.text_document.uri)
        if opened is None:
            return None
        start, end = params.range.start, params.range.end
        last = end.line + (end.character > 0 or end.line == start.line)
        return formatting(opened.source, server.positions, (start.line + 1, max(last, start.line + 1)))

    @server.feature(
        types.TEXT_DOCUMENT_ON_TYPE_FORMATTING, types.DocumentOnTypeFormattingOptions(first_trigger_character="\n")
    )
    def format_on_type(params: types.DocumentOnTypeFormattingParams) -> list[types.TextEdit] | None:
        opened = server.projects.text(params.text_document.uri)
        if opened is None or params.ch != "\n":
            return None
        return after_enter(opened.source, server.positions, params.position.line + 1)


def _add_rename(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare_rename(params: types.PrepareRenameParams) -> types.PrepareRenameResult | None:
        from argmap.assist.rename import RenameRefusedError, renamable

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        offset = server.positions.offset(moment.source, params.position)
        try:
            place = renamable(moment.state, moment.name, offset).place
        except RenameRefusedError as refused:
            raise JsonRpcException(str(refused), code=_REFUSED) from refused
        named = moment.source.text[place.span.start : place.span.end]
        return types.PrepareRenamePlaceholder(server.positions.range(moment.source, place.span), named)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def rename_all(params: types.RenameParams) -> types.WorkspaceEdit | None:
        from argmap.assist.rename import RenameRefusedError, renamable, rename

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        offset = server.positions.offset(moment.source, params.position)
        try:
            edits = rename(moment.state, renamable(moment.state, moment.name, offset).symbol, params.new_name)
        except RenameRefusedError as refused:
            raise JsonRpcException(str(refused), code=_REFUSED) from refused
        return workspace_edit(server, moment, edits)


_FIX_ALL = "source.fixAll.argmap"
_SORT = "source.sortLinks"


def _add_actions(server: Server) -> None:
    kinds = [
        types.CodeActionKind.QuickFix,
        types.CodeActionKind.RefactorExtract,
        types.CodeActionKind.RefactorRewrite,
        _FIX_ALL,
        _SORT,
    ]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        from argmap.assist.fixes import safe_fixes
        from argmap.assist.refactorings import refactorings, sorted_links

        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        span = server.positions.span(moment.source, params.range)
        only = params.context.only
        found: list[types.CodeAction] = []
        if _wanted(types.CodeActionKind.QuickFix, only):
            found += _quick_fixes(server, moment, span, params.context.diagnostics)
        for change in refactorings(moment.state, moment.name, span.start):
            if _wanted(change.kind.value, only):
                found.append(_action(server, moment, change.title, change.edits, change.kind.value))
        if _wanted(types.CodeActionKind.QuickFix, only):
            found += _former_ids(server, moment, span)
        if _wanted(types.CodeActionKind.RefactorRewrite, only):
            found += look_actions(server, moment, params.text_document.uri, span.start)
        if only and _wanted(_FIX_ALL, only):
            edits = safe_fixes(moment.state, moment.name)
            if edits:
                found.append(_action(server, moment, "Mend all that is safe to mend", edits, _FIX_ALL))
        if only and _wanted(_SORT, only) and not any(one.kind == _SORT for one in found):
            edits = sorted_links(moment.state.files[moment.name])
            if edits:
                found.append(_action(server, moment, "Sort the links", edits, _SORT))
        return found


def _former_ids(server: Server, moment: Moment, span: Span) -> Iterator[types.CodeAction]:
    """What is declared on a line and may have had another id before: to say so."""
    from argmap.assist.names_in_file import Role, Symbol, SymbolKind
    from argmap.assist.occurrences import occurrence_at
    from argmap.assist.rename import remember

    guesses = server.history.of(moment.home).guesses
    here = occurrence_at(moment.state, moment.name, span.start) if guesses else None
    for guess in guesses:
        symbol = Symbol(SymbolKind(guess.kind.value), guess.new.id)
        if here is not None and here.symbol == symbol and here.role is Role.DECLARES:
            edits = remember(moment.state, symbol, guess.old.name)
            title = f"Say that `{guess.new.name}` was `{guess.old.name}` before"
            if edits:
                yield _action(server, moment, title, edits, types.CodeActionKind.QuickFix)


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether an editor that asks for some kinds, and all below them, asks for one."""
    return only is None or any(kind == str(one) or kind.startswith(f"{one}.") for one in map(_value, only))


def _value(kind: str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _quick_fixes(
    server: Server, moment: Moment, span: Span, shown: Sequence[types.Diagnostic]
) -> Iterator[types.CodeAction]:
    """The fixes of the findings at a place, each with what the editor shows of its finding."""
    from argmap.assist.fixes import fixes

    for finding in moment.state.loaded.findings:
        place = finding.place
        if place.file != moment.name or not (place.span.start <= span.end and span.start <= place.span.end):
            continue
        where = server.positions.range(moment.source, Span(*place.span))
        mended = [one for one in shown if one.code == finding.code and one.range.start == where.start]
        for number, fix in enumerate(fixes(moment.state, finding)):
            action = _action(server, moment, fix.title, fix.edits, types.CodeActionKind.QuickFix)
            action.diagnostics = mended or None
            action.is_preferred = (number == 0 and finding.fix is not None) or fix.is_safe or None
            yield action


def _action(server: Server, moment: Moment, title: str, edits: Iterable[Edit], kind: str) -> types.CodeAction:
    return types.CodeAction(title=title, kind=kind, edit=workspace_edit(server, moment, edits))


def _add_commands(server: Server) -> None:
    @server.command("argmap.preview")
    async def preview(*asked: Any) -> dict[str, str] | None:  # noqa: ANN401 - whatever an editor sends
        """Show the page of a project, at the claim at a place: `{uri, position?, ancestors?}`, or these in a row."""
        told = _plain(asked[0]) if len(asked) == 1 and not isinstance(asked[0], str) else {}
        if asked and isinstance(asked[0], str):
            told = dict(zip(("uri", "position", "ancestors"), asked, strict=False))
        place, ancestors = _plain(told.get("position")), told.get("ancestors") or server.webviews
        if not isinstance(told.get("uri"), str) or not isinstance(ancestors, list | tuple):
            raise JsonRpcException("write {uri, position, ancestors}", code=_NO_PARAMETERS)
        moment = await server.moment(told["uri"])
        if moment is None or moment.home.alone is not None:
            return None
        try:
            serving = await server.show_page(moment.home, tuple(map(str, ancestors)))
        except (ValueError, OSError) as problem:
            raise JsonRpcException(str(problem), code=_REFUSED) from problem
        if all(isinstance(place.get(key), int) for key in ("line", "character")):
            offset = server.positions.offset(moment.source, types.Position(place["line"], place["character"]))
            assert server.previews is not None
            server.previews.point(moment.home, claim_at(moment.state, moment.name, offset))
        return {"url": serving.address}

    @server.command("argmap.explain")
    def explain_topic(topic: str) -> str | None:
        """What `argmap explain` says of a code or a word, as Markdown."""
        from argmap.api.explaining import explain

        try:
            return explain(topic)
        except KeyError:
            return None


def _plain(asked: object) -> dict[str, Any]:
    """What an editor sends, as JSON has it."""
    if isinstance(asked, dict):
        return {str(key): value for key, value in asked.items()}
    names = getattr(asked, "_fields", ())
    return {name: _member(getattr(asked, name)) for name in names}


def _member(value: object) -> object:
    return _plain(value) if hasattr(value, "_fields") else value
