"""What an editor may ask for; each answer is a function of the project, put into the words of the protocol.

Of what is asked for while somebody types, the newest state that there is must do; the rest waits for the newest text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.lsp.edits import after_enter, formatting, workspace_edit

if TYPE_CHECKING:
    from argmap.lsp.server import Server

_REFUSED = types.LSPErrorCodes.RequestFailed.value


def add_features(server: Server) -> None:
    """Let a server answer all that is asked."""
    _add_life(server)
    _add_formatting(server)
    _add_rename(server)


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
    from argmap.assist.rename import RenameRefusedError, renamable, rename

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare_rename(params: types.PrepareRenameParams) -> types.PrepareRenameResult | None:
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
        moment = await server.moment(params.text_document.uri)
        if moment is None:
            return None
        offset = server.positions.offset(moment.source, params.position)
        try:
            edits = rename(moment.state, renamable(moment.state, moment.name, offset).symbol, params.new_name)
        except RenameRefusedError as refused:
            raise JsonRpcException(str(refused), code=_REFUSED) from refused
        return workspace_edit(server, moment, edits)
