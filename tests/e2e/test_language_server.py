"""The language server as an editor meets it: over standard input and output, in the protocol."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

pytest.importorskip("pytest_lsp", reason="THE LANGUAGE SERVER IS NOT TRIED: pip install '.[lsp]' pytest-lsp")

import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

EDITORS = ("visual-studio-code", "neovim")
COMMAND = [sys.executable, "-m", "argmap", "lsp"]


def editor_client() -> LanguageClient:
    """A client that does what it is asked for."""
    client = make_test_lsp_client()
    for asked in (
        types.CLIENT_REGISTER_CAPABILITY,
        types.WORKSPACE_SEMANTIC_TOKENS_REFRESH,
        types.WORKSPACE_INLAY_HINT_REFRESH,
        types.WORKSPACE_CODE_LENS_REFRESH,
    ):
        client.feature(asked)(lambda params: None)
    return client


CONFIG = ClientServerConfig(server_command=COMMAND, client_factory=editor_client)


def position(text: str, offset: int) -> types.Position:
    """A place in a text that is all ASCII."""
    return types.Position(text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1)


class Editor:
    """What an editor does, and what it then has."""

    def __init__(self, client: LanguageClient, project: Path) -> None:
        self.client = client
        self.project = project
        self.texts: dict[str, str] = {}

    def address(self, name: str) -> str:
        return (self.project / name).as_uri()

    def open(self, name: str, text: str | None = None) -> None:
        """Open a file, as it is on the disk or otherwise."""
        content = (self.project / name).read_text(encoding="utf-8") if text is None else text
        self.texts[name] = content
        item = types.TextDocumentItem(self.address(name), "argmap", 1, content)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def replace(self, name: str, old: str, new: str) -> None:
        """Type something in the place of something else; all of it is ASCII."""
        text = self.texts[name]
        start = text.index(old)
        ends = [
            types.Position(text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1)
            for at in (start, start + len(old))
        ]
        self.texts[name] = text.replace(old, new, 1)
        change = types.TextDocumentContentChangePartial(range=types.Range(*ends), text=new)
        item = types.VersionedTextDocumentIdentifier(version=2, uri=self.address(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(item, [change]))

    def close(self, name: str) -> None:
        item = types.TextDocumentIdentifier(self.address(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(item))

    def codes(self, name: str) -> list[str]:
        """The codes of what is shown of a file now."""
        return [str(one.code) for one in self.client.diagnostics.get(self.address(name), ())]

    async def shows(self, name: str, codes: list[str]) -> None:
        """Wait until just these findings are shown."""
        for _ in range(400):
            if self.codes(name) == codes:
                return
            await asyncio.sleep(0.025)
        assert self.codes(name) == codes


def editor_client() -> LanguageClient:
    """A client that does what it is asked for."""
    client = make_test_lsp_client()
    for asked in (
        types.CLIENT_REGISTER_CAPABILITY,
        types.WORKSPACE_SEMANTIC_TOKENS_REFRESH,
        types.WORKSPACE_INLAY_HINT_REFRESH,
        types.WORKSPACE_CODE_LENS_REFRESH,
    ):
        client.feature(asked)(lambda params: None)
    return client


CONFIG = ClientServerConfig(server_command=COMMAND, client_factory=editor_client)


@pytest_lsp.fixture(params=EDITORS, config=CONFIG)
async def client(request: pytest.FixtureRequest, lsp_client: LanguageClient, project: Path) -> AsyncIterator[None]:
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            workspace_folders=[types.WorkspaceFolder(uri=project.as_uri(), name="project")],
            root_uri=project.as_uri(),
        )
    )
    yield
    await asyncio.wait_for(lsp_client.shutdown_session(), 10)


@pytest.fixture
def editor(client: LanguageClient, project: Path) -> Editor:
    return Editor(client, project)


FIRST = "arguments/first.argmap"


@pytest.mark.asyncio
async def test_what_is_typed_is_checked_before_it_is_saved(editor: Editor) -> None:
    editor.open(FIRST)
    editor.replace(FIRST, "because quiet", "becuase quiet")
    await editor.shows(FIRST, ["A010"])
    editor.replace(FIRST, "becuase quiet", "because quiet")
    await editor.shows(FIRST, [])
