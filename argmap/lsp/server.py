"""The server: it takes in what an editor tells, keeps the projects checked, and tells what was found."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import attrs
from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from argmap import __version__
from argmap.lsp.diagnostics import diagnostics
from argmap.lsp.disk import Disk
from argmap.lsp.past import History
from argmap.lsp.positions import Positions, agreed_encoding, well_formed
from argmap.lsp.preview import Previews, webviews_of
from argmap.lsp.projects import Home, Projects
from argmap.lsp.protocol import Input, Protocol
from argmap.lsp.worker import Worker
from argmap.source.text import Place, SourceText, Span

if TYPE_CHECKING:
    from argmap.api.serving import Serving
    from argmap.model.claim import Claim
    from argmap.project.open_project import ProjectState

SHORT_WAIT = 0.04
"""Seconds for which somebody who types may wait for a check of the newest text that has begun."""
LONG_WAIT = 30.0
"""Seconds for which whatever is asked for in the background may."""
_ANSWERING = ("completion", "hints", "hover", "navigation", "symbols", "fixes", "refactorings", "rename", "silences")
_CONTENT_MODIFIED = types.LSPErrorCodes.ContentModified.value


@attrs.frozen(kw_only=True, eq=False)
class Moment:
    """One file of a project, and the project around it.

    Attributes:
        state: The newest that is known of the project; in it, this file is as it is in the editor.
        source: The newest text of the file.
    """

    home: Home
    name: str
    source: SourceText
    state: ProjectState


class Server(LanguageServer):
    """A language server for argument files.

    Attributes:
        projects: What is open.
        positions: How the editor counts.
        webviews: What may frame a page in this editor, where it does not say so itself.
    """

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("argmap", __version__, protocol_cls=Protocol, converter_factory=default_converter)
        self.projects = Projects()
        self.positions = Positions()
        self.worker = Worker(self._checked, self._failed)
        self.previews: Previews | None = None
        self.history = History(self._remembered)
        self._saved: set[Home] = set()
        self.webviews: tuple[str, ...] = ()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: set[asyncio.Future[None]] = set()
        self._published: dict[Home, dict[str, list[types.Diagnostic]]] = {}
        self._ahead: tuple[ProjectState, SourceText, ProjectState] | None = None
        self._disk = Disk(self)
        self._said: set[str] = set()

    # --- What the editor tells

    def begin(self, params: types.InitializeParams) -> None:
        """Open the folders of the editor."""
        self._loop = asyncio.get_running_loop()
        self.positions = Positions(agreed_encoding(params.capabilities))
        self.projects.sources = self._sources(params.initialization_options)
        self.webviews = webviews_of(params.client_info.name if params.client_info else "")
        self.worker.start()
        folders = [folder.uri for folder in params.workspace_folders or ()]
        for address in folders or [address for address in (params.root_uri,) if address]:
            self._open_folder(address)

    def _sources(self, options: object) -> Path | None:
        """The folder of source texts that the editor names, in the place of those of the settings: `{sources}`."""
        named = options.get("sources") if isinstance(options, dict) else getattr(options, "sources", None)
        if not named or not isinstance(named, str):
            return None
        folder = Path(named).expanduser()
        if folder.is_absolute() and folder.is_dir():
            return folder
        said = f"argmap: `{named}` is no folder of source texts: give the whole path of one"
        self.window_log_message(types.LogMessageParams(types.MessageType.Warning, said))
        return None

    def begun(self) -> None:
        """Have the files on the disk watched."""
        self._disk.begin()

    def opened(self, document: types.TextDocumentItem) -> None:
        """Take in a text."""
        text = well_formed(document.text)
        opened = self.projects.open_text(document.uri, document.language_id, document.version, text)
        if opened is not None:
            opened.home.look()
            self.worker.ask(opened.home, at_once=True)
            self._disk.watch_sources(opened.home)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take in a change of a text, and check it after a pause."""
        opened = self.projects.text(params.text_document.uri)
        if opened is not None:
            source = self.positions.changed(opened.source, params.content_changes)
            self.projects.change_text(opened, params.text_document.version, source)
            self.worker.ask(opened.home)

    def closed(self, address: str) -> None:
        """Let a text go: what is on the disk counts again."""
        found = self.projects.close_text(address)
        if found is not None:
            home, is_closed = found
            home.look()
            self._let_go(home) if is_closed else self.worker.ask(home, at_once=True)

    def saved(self, address: str) -> None:
        """Look at the disk; a save may be of settings, or of a source."""
        home = self.projects.home_of(address)
        if home is not None:
            home.look()
            self._saved.add(home)
            self.worker.ask(home)

    def changed_on_disk(self, addresses: Iterator[str]) -> None:
        """Look at the projects that have changed outside the editor."""
        for home in {home for address in addresses if (home := self.projects.home_of(address)) is not None}:
            home.look()
            self.worker.ask(home)

    def changed_folders(self, event: types.WorkspaceFoldersChangeEvent) -> None:
        """Open folders, and close others."""
        for folder in event.added:
            self._open_folder(folder.uri)
        for folder in event.removed:
            closed = self.projects.close_folder(folder.uri)
            if closed is not None:
                self._let_go(closed)

    def finish(self) -> None:
        """Check nothing more."""
        self.worker.end()
        self.history.end()
        if self.previews is not None:
            self.previews.end()

    # --- What is known now

    @property
    def takes_snippets(self) -> bool:
        """Whether the editor has places to fill in."""
        text = self.client_capabilities.text_document
        item = text.completion.completion_item if text and text.completion else None
        return bool(item and item.snippet_support)

    async def moment(self, address: str, *, waits: float = LONG_WAIT) -> Moment | None:
        """An open file in its project, as both are now; None where it is none of argmap's, or not known in time.

        Args:
            address: Of the file.
            waits: How many seconds for the check of the newest text; the first state is waited for in any case.

        Raises:
            JsonRpcException: It was changed meanwhile, so that places in it mean nothing any longer.
        """
        opened = self.projects.text(address)
        if opened is None:
            return None
        if waits > SHORT_WAIT or opened.home.state is None or self.worker.is_near(opened.home):
            await self._settled(opened.home, waits)
        newest = self.projects.text(address)
        if newest is None or newest.source is not opened.source:
            raise JsonRpcException("the text was changed meanwhile", code=_CONTENT_MODIFIED)
        state = opened.home.state
        if state is None:
            return None
        name = opened.source.name
        known = state.files.get(name)
        if known is None or known.source.text != opened.source.text:
            state = self._with_text(state, opened.source)
        return Moment(home=opened.home, name=name, source=opened.source, state=state)

    @property
    def takes_versions(self) -> bool:
        """Whether the editor takes edits that say of which version of a text they are."""
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)

    @property
    def makes_files(self) -> bool:
        """Whether the editor takes edits that make a file."""
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        kinds = edit.resource_operations if edit is not None else None
        return types.ResourceOperationKind.Create in (kinds or ())

    async def newest(self, home: Home) -> ProjectState | None:
        """The state of a project after all that was told of it."""
        await self._settled(home, LONG_WAIT)
        return home.state

    async def show_page(self, home: Home, ancestors: tuple[str, ...]) -> Serving:
        """The page of a project, for an editor that shows it beside a text; see `Previews.show`."""
        if self.previews is None:
            self.previews = Previews(self._chosen)
        return await asyncio.to_thread(self.previews.show, home, ancestors)

    def _chosen(self, home: Home, claim: Claim) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._go_to, home, claim.origin)

    def _go_to(self, home: Home, place: Place) -> None:
        """Let the editor show a place."""
        state = home.state
        shows = self.client_capabilities.window and self.client_capabilities.window.show_document
        if state is None or place.file not in state.files or not shows or not shows.support:
            return
        source = state.files[place.file].source
        where = self.positions.range(source, Span(*place.span))
        self.window_show_document(
            types.ShowDocumentParams(uri=self.projects.address(home, place.file), take_focus=True, selection=where)
        )

    async def _settled(self, home: Home, waits: float) -> None:
        assert self._loop is not None
        end = self._loop.time() + waits
        while not self.worker.is_settled(home):
            left = (end if home.state is not None else end + LONG_WAIT) - self._loop.time()
            if left <= 0:
                return
            waiting = self._loop.create_future()
            self._waiting.add(waiting)
            try:
                await asyncio.wait_for(waiting, left)
            except TimeoutError:
                return
            finally:
                self._waiting.discard(waiting)

    def _with_text(self, state: ProjectState, source: SourceText) -> ProjectState:
        """A state in which one file is as it was not checked yet; the last one is kept, and what is known of it."""
        from argmap.api.formatting import parser

        if self._ahead is None or self._ahead[0] is not state or self._ahead[1] is not source:
            files = {**state.files, source.name: parser().parse(source).value}
            self._ahead = (state, source, attrs.evolve(state, files=files))
        return self._ahead[2]

    # --- What the worker tells, in its own thread

    def warm_up(self) -> None:
        """Import what answers, once the first findings are told and before anybody has to wait for it."""
        for name in _ANSWERING:
            import_module(f"argmap.assist.{name}")
        # What is there now stays; what is made again and again leaves circles behind, unlike in a command that ends.
        gc.freeze()
        gc.enable()

    def _checked(self, home: Home) -> None:
        state = home.state
        assert state is not None and self._loop is not None
        capabilities = self.client_capabilities.text_document
        shown = capabilities.publish_diagnostics if capabilities else None
        related = bool(shown and shown.related_information)
        found = diagnostics(
            state.loaded, self.positions, lambda name: self.projects.address(home, name), related=related
        )
        versions = {name: self.projects.version(home, name) for name in found}
        self._loop.call_soon_threadsafe(self._publish, home, found, versions)
        if not gc.isenabled():
            self.warm_up()
            self._saved.add(home)
        if home in self._saved and home.alone is None:
            self._saved.discard(home)
            self.history.ask(home)

    def _remembered(self, home: Home) -> None:  # noqa: ARG002 - what it found is asked for again
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._refresh)

    def _failed(self, home: Home, problem: Exception) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._say_what_failed, home, problem)

    # --- And then in the thread that talks to the editor

    def _publish(self, home: Home, found: dict[str, list[types.Diagnostic]], versions: dict[str, int | None]) -> None:
        self._wake()
        if home not in tuple(self.projects):
            return
        before = self._published.get(home, {})
        for name in sorted({*before, *found}):
            if before.get(name, []) != found.get(name, []):
                self.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(
                        uri=self.projects.address(home, name),
                        diagnostics=found.get(name, []),
                        version=versions.get(name),
                    )
                )
        self._published[home] = found
        folder = home.sources_folder()
        if folder is not None and not folder.is_dir():
            said = f"argmap: there is no folder of source texts {folder}, so that no cue is proved"
            self._say_once(said, types.MessageType.Warning)
        if self.projects.count(home) > 1:
            self._refresh()

    def _refresh(self) -> None:
        """Ask the editor to ask again for what stands beside its texts: what was typed in one may change another."""
        workspace, offered = self.client_capabilities.workspace, self.server_capabilities
        if workspace is None:
            return
        if offered.semantic_tokens_provider and workspace.semantic_tokens and workspace.semantic_tokens.refresh_support:
            self.workspace_semantic_tokens_refresh(None)
        if offered.inlay_hint_provider and workspace.inlay_hint and workspace.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)
        if offered.code_lens_provider and workspace.code_lens and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)

    def _wake(self) -> None:
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)

    def _say_what_failed(self, home: Home, problem: Exception) -> None:
        self._wake()
        logging.getLogger(__name__).error("a check failed", exc_info=problem)
        said = f"argmap: {home.root} could not be checked: {problem or type(problem).__name__}"
        self._say_once(said, types.MessageType.Error)

    def _say_once(self, said: str, kind: types.MessageType) -> None:
        """Show a message, and not again and again with each check."""
        if said not in self._said:
            self._said.add(said)
            self.window_show_message(types.ShowMessageParams(kind, said))

    def _let_go(self, home: Home) -> None:
        """Close a project: nothing is said of its files any longer."""
        self.worker.forget(home)
        if self.previews is not None:
            self.previews.let_go(home)
        for name in self._published.pop(home, {}):
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri=self.projects.address(home, name), diagnostics=[])
            )

    def _open_folder(self, address: str) -> None:
        home = self.projects.open_folder(address)
        if home is not None:
            self.worker.ask(home, at_once=True)

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401 - as the library has it
        """Write what went wrong into the editor's log; a window for each slip would be in the way."""
        if source is not FeatureRequestError:
            said = f"argmap: {error or type(error).__name__}"
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, said))


def run(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Serve one editor until it ends; the exit code that the protocol asks for."""
    from argmap.lsp.features import add_features

    # What another part of the program may print must not stand between two messages.
    sys.stdout = sys.stderr
    logging.basicConfig(level=logging.CRITICAL)
    server = Server()
    add_features(server)
    try:
        server.start_io(Input(stdin), stdout)  # type: ignore[arg-type]
    finally:
        server.finish()
    return 0 if server.protocol._shutdown else 1
