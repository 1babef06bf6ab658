"""Looking for answers in an editor: it is asked about one question after the other, and writes what is chosen.

Texts are compared only when somebody asks for it, in a thread of its own: nothing of it is loaded before.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.lsp.edits import workspace_edit

if TYPE_CHECKING:
    from argmap.assist.names_in_file import Symbol
    from argmap.assist.silences import Asked
    from argmap.lsp.projects import Home
    from argmap.lsp.server import Moment, Server
    from argmap.project.open_project import ProjectState

LOOK = "argmap.lookForAnswers"
"""The command that looks for answers: ``{uri, kind, id}`` of a document, an issue or a claim."""
_LATER, _STOP = "Later", "Stop"
_MOST = 30
"""Issues for which is looked at once."""


def takes_edits(server: Server) -> bool:
    """Whether the editor lets a server change its texts."""
    workspace = server.client_capabilities.workspace
    return bool(workspace and workspace.apply_edit)


def look_command(title: str, address: str, symbol: Symbol) -> types.Command:
    """What looks for answers where it is chosen."""
    asked = {"uri": address, "kind": symbol.kind.value, "id": symbol.id}
    return types.Command(title=title, command=LOOK, arguments=[asked])


def look_actions(server: Server, moment: Moment, address: str, offset: int) -> Iterator[types.CodeAction]:
    """What is offered on the line of a document, an issue or a claim."""
    from argmap.assist.silences import declared_on_line, looking_told, silent_fixes

    symbol = declared_on_line(moment.state, moment.name, offset)
    if symbol is None:
        return
    kind = types.CodeActionKind.RefactorRewrite
    title = looking_told(moment.state, symbol) if takes_edits(server) else ""
    if title:
        yield types.CodeAction(title=title, kind=kind, command=look_command(title, address, symbol))
    for fix in silent_fixes(moment.state, symbol):
        yield types.CodeAction(title=fix.title, kind=kind, edit=workspace_edit(server, moment, fix.edits))


def add_suggestions(server: Server) -> None:
    """Let a server look for answers."""
    looking: list[asyncio.Task[None]] = []

    @server.command(LOOK)
    def look(*asked: Any) -> None:  # noqa: ANN401 - whatever an editor sends
        """Ask about what may answer, and write what is chosen: `{uri, kind, id}`."""
        from argmap.assist.names_in_file import Symbol, SymbolKind

        told = asked[0] if asked else None
        address, kind, name = (_member(told, key) for key in ("uri", "kind", "id"))
        opened = server.projects.text(address)
        if opened is None or kind not in {one.value for one in SymbolKind}:
            raise JsonRpcException("write {uri, kind, id}", code=types.ErrorCodes.InvalidParams.value)
        # The command is done at once: nobody knows how long somebody takes to answer.
        task = asyncio.ensure_future(_look(server, opened.home, Symbol(SymbolKind(kind), name), looking))
        task.add_done_callback(ended)
        looking.append(task)

    def ended(task: asyncio.Task[None]) -> None:
        looking.remove(task)
        problem = None if task.cancelled() else task.exception()
        if isinstance(problem, Exception):
            server.report_server_error(problem, None)
            _say(server, "argmap: looking for answers went wrong; the log of the language server says why")


def _member(told: object, name: str) -> str:
    return str(told.get(name, "") if isinstance(told, dict) else getattr(told, name, ""))


async def _look(server: Server, home: Home, symbol: Symbol, looking: Sequence[asyncio.Task[None]]) -> None:
    """Ask until there is nothing left, somebody stops it, or looks for something else: the last of those that look."""
    from argmap.wording.english import counted

    state = await server.newest(home)
    if state is None or state.loaded.errors_of_reading:
        _say(server, "argmap: mend the errors of the project first: what cannot be read may hold an answer")
        return
    questions, without = await asyncio.to_thread(_questions, state, symbol)
    settled: set[tuple[str, str]] = set()
    written = 0
    for number, one in enumerate(questions, 1):
        if looking[-1] is not asyncio.current_task():
            return
        if (one.document, one.issue) in settled:
            continue
        titles = [*(title for title, _ in one.choices), _LATER, _STOP]
        shown = types.ShowMessageRequestParams(
            types.MessageType.Info,
            f"{number} of {len(questions)}. {one.message}",
            [types.MessageActionItem(title) for title in titles],
        )
        answer = await server.window_show_message_request_async(shown)
        if answer is None or answer.title == _STOP:
            break
        if answer.title == _LATER:
            continue
        written += await _write(server, home, one, answer.title)
        if answer.title in one.settling:
            settled.add((one.document, one.issue))
    said = f"argmap: {counted(len(questions), 'question')}, {counted(written, 'answer')} written"
    _say(server, f"{said}. {without}" if without else said)


def _questions(state: ProjectState, symbol: Symbol) -> tuple[list[Asked], str]:
    """What there is to ask, and why texts were not compared; empty where they were."""
    from argmap.api.suggesting import Kind, Wanted, suggest
    from argmap.assist.names_in_file import SymbolKind
    from argmap.assist.silences import asked_about
    from argmap.model.ids import ClaimId, DocumentId
    from argmap.workspace.errors import RefusedError

    home = {SymbolKind.DOCUMENT: symbol.id, SymbolKind.CLAIM: ClaimId(symbol.id).document}.get(symbol.kind)
    wanted = Wanted(
        kinds=(Kind.ANSWERS,),
        documents=(DocumentId(home),) if home else (),
        issue=symbol.id if symbol.kind is SymbolKind.ISSUE else "",
        top=None if symbol.kind is SymbolKind.CLAIM else _MOST,
    )
    try:
        found, without = suggest(state.loaded, wanted).suggestions.numbered, ""
    except RefusedError as refused:
        found, without = (), " ".join((f"No texts were compared: {refused}", *refused.help))
    return list(asked_about(symbol, state.loaded.corpus, found)), without


async def _write(server: Server, home: Home, one: Asked, title: str) -> bool:
    """Write what was chosen, where it can be still."""
    from argmap.assist.additions import edits
    from argmap.lsp.server import Moment
    from argmap.workspace.errors import RefusedError

    state = await server.newest(home)
    additions = dict(one.choices).get(title, ())
    if state is None:
        return False
    try:
        made = edits(additions, state.loaded.corpus, state.files)
        name = next(iter(state.files))
        moment = Moment(home=home, name=name, source=state.files[name].source, state=state)
        edit = workspace_edit(server, moment, made)
    except RefusedError as refused:
        _say(server, f"argmap: {refused}")
        return False
    done = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label=title))
    if not done.applied:
        _say(
            server,
            f"argmap: the editor did not write it{': ' if done.failure_reason else ''}{done.failure_reason or ''}",
        )
    return done.applied


def _say(server: Server, said: str) -> None:
    server.window_show_message(types.ShowMessageParams(types.MessageType.Info, said))
