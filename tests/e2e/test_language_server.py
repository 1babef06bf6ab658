"""The language server as an editor meets it: over standard input and output, in the protocol."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

pytest.importorskip("pytest_lsp", reason="THE LANGUAGE SERVER IS NOT TRIED: pip install '.[lsp]' pytest-lsp")

import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client
from repository import Git
from source_forms import pdf

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


def offset(text: str, place: types.Position) -> int:
    return sum(len(line) + 1 for line in text.split("\n")[: place.line]) + place.character


class Editor:
    """What an editor does, and what it then has."""

    def __init__(self, client: LanguageClient, project: Path) -> None:
        self.client = client
        self.project = project
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}

    def address(self, name: str) -> str:
        return (self.project / name).as_uri()

    def read(self, name: str) -> str:
        return (self.project / name).read_text(encoding="utf-8")

    def open(self, name: str, text: str | None = None) -> None:
        """Open a file, as it is on the disk or otherwise."""
        content = self.read(name) if text is None else text
        self.texts[name], self.versions[name] = content, 1
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
        self.versions[name] += 1
        item = types.VersionedTextDocumentIdentifier(version=self.versions[name], uri=self.address(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(item, [change]))

    def change(self, name: str, edits: Sequence[types.TextEdit]) -> None:
        """Do what the server proposes."""
        text = self.texts[name]
        for edit in sorted(edits, key=lambda one: one.range.start, reverse=True):
            start, end = (offset(text, one) for one in (edit.range.start, edit.range.end))
            text = text[:start] + edit.new_text + text[end:]
        self.texts[name] = text
        self.versions[name] += 1
        item = types.VersionedTextDocumentIdentifier(version=self.versions[name], uri=self.address(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(item, [whole]))

    def apply(self, edit: types.WorkspaceEdit) -> None:
        """The same for several files, each in the version that it has here, if the editor knows of versions."""
        names = {self.address(name): name for name in self.texts}
        for change in edit.document_changes or ():
            name = names[change.text_document.uri]
            assert change.text_document.version == self.versions[name]
            self.change(name, change.edits)
        for address, edits in (edit.changes or {}).items():
            self.change(names[address], edits)

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


@pytest_lsp.fixture(config=CONFIG)
async def started(lsp_client: LanguageClient) -> AsyncIterator[None]:
    """A server that has been told nothing yet."""
    yield
    await asyncio.wait_for(lsp_client.shutdown_session(), 10)


@pytest.fixture
def editor(client: LanguageClient, project: Path) -> Editor:
    return Editor(client, project)


FIRST, SECOND = "arguments/first.argmap", "arguments/second.argmap"


@pytest.mark.asyncio
async def test_what_is_typed_is_checked_before_it_is_saved(editor: Editor) -> None:
    editor.open(FIRST)
    editor.replace(FIRST, "because quiet", "becuase quiet")
    await editor.shows(FIRST, ["A010"])
    editor.replace(FIRST, "becuase quiet", "because quiet")
    await editor.shows(FIRST, [])


@pytest.mark.asyncio
async def test_a_rename_over_files_leaves_nothing_to_find(editor: Editor) -> None:
    editor.open(FIRST)
    editor.open(SECOND)
    editor.replace(SECOND, "because narrow: The streets are narrow.", "because first.dear")
    where = types.TextDocumentIdentifier(editor.address(FIRST))
    place = position(editor.texts[FIRST], editor.texts[FIRST].index("dear:"))

    found = await editor.client.text_document_prepare_rename_async(types.PrepareRenameParams(where, place))
    assert isinstance(found, types.PrepareRenamePlaceholder) and found.placeholder == "dear"
    edit = await editor.client.text_document_rename_async(types.RenameParams(where, place, "costly"))
    editor.apply(edit)
    assert "  because first.costly\n" in editor.texts[SECOND]
    assert "  despite costly: Trams cost a lot.\n    was: dear\n" in editor.texts[FIRST]
    await editor.shows(FIRST, [])
    await editor.shows(SECOND, [])

    with pytest.raises(JsonRpcException, match="`quiet` is taken in `first`"):
        await editor.client.text_document_rename_async(types.RenameParams(where, place, "quiet"))


@pytest.mark.asyncio
async def test_a_text_is_formatted_as_a_whole_in_part_and_while_it_is_typed(editor: Editor) -> None:
    editor.open(FIRST, "document  first:  Trams\n  author  a:  A\n\n\nclaims  one:  One.\n")
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    where = types.TextDocumentIdentifier(editor.address(FIRST))

    lines = types.Range(types.Position(1, 0), types.Position(2, 0))
    part = await editor.client.text_document_range_formatting_async(
        types.DocumentRangeFormattingParams(where, lines, options)
    )
    editor.change(FIRST, part)
    assert editor.texts[FIRST] == "document  first:  Trams\n  author a: A\n\n\nclaims  one:  One.\n"
    whole = await editor.client.text_document_formatting_async(types.DocumentFormattingParams(where, options))
    editor.change(FIRST, whole)
    assert editor.texts[FIRST] == "document first: Trams\n  author a: A\n\nclaims one: One.\n"

    editor.replace(FIRST, "One.\n", "One.\n\n")
    place = types.Position(4, 0)
    typed = await editor.client.text_document_on_type_formatting_async(
        types.DocumentOnTypeFormattingParams(where, place, "\n", options)
    )
    assert [(edit.range.start, edit.new_text) for edit in typed] == [(place, "  ")]


@pytest.mark.asyncio
async def test_fixes_are_proposed_where_a_finding_is_and_the_safe_ones_done_together(editor: Editor) -> None:
    editor.open(FIRST)
    editor.replace(FIRST, "because quiet", "becuase quiet")
    await editor.shows(FIRST, ["A010"])
    where = types.TextDocumentIdentifier(editor.address(FIRST))
    (shown,) = editor.client.diagnostics[editor.address(FIRST)]

    asked = types.CodeActionParams(where, shown.range, types.CodeActionContext(diagnostics=[shown]))
    first, *_ = await editor.client.text_document_code_action_async(asked)
    assert (first.title, first.kind, first.is_preferred) == ("Write `because`", "quickfix", True)
    assert [one.code for one in first.diagnostics] == ["A010"]
    editor.apply(first.edit)
    await editor.shows(FIRST, [])

    editor.replace(FIRST, "Trams are quiet.", "Trams are qui\u200bet.")
    editor.replace(FIRST, "because price", "becuase price")
    await editor.shows(FIRST, ["A005", "A010"])
    everything = types.Range(types.Position(0, 0), types.Position(99, 0))
    context = types.CodeActionContext(diagnostics=[], only=[types.CodeActionKind.SourceFixAll])
    (mended,) = await editor.client.text_document_code_action_async(types.CodeActionParams(where, everything, context))
    editor.apply(mended.edit)
    await editor.shows(FIRST, ["A010"])


@pytest.mark.asyncio
async def test_the_page_beside_a_text_follows_it_and_leads_back(editor: Editor) -> None:
    editor.open(FIRST)
    where = {"uri": editor.address(FIRST), "position": {"line": 9, "character": 4}}
    asked = types.ExecuteCommandParams("argmap.preview", [{**where, "ancestors": ["vscode-webview:"]}])
    address = (await editor.client.workspace_execute_command_async(asked))["url"]
    again = (await editor.client.workspace_execute_command_async(asked))["url"]
    assert again == address
    events = await asyncio.to_thread(urlopen, f"{address}events", timeout=10)
    told = await asyncio.to_thread(events.readline)
    assert json.loads(told.removeprefix(b"data: "))["claim"] == "first.build~1"

    editor.replace(FIRST, "Trams are quiet.", "Trams are as quiet as cats.")
    for _ in range(200):
        page = await asyncio.to_thread(lambda: urlopen(address, timeout=10).read().decode())
        if "as quiet as cats" in page:
            break
        await asyncio.sleep(0.05)
    assert "as quiet as cats" in page

    host = address.split("/")[2]
    headers = {"Origin": f"http://{host}", "Content-Type": "application/json"}
    choice = Request(f"{address}chosen", b'{"claim": "second.narrow"}', headers)
    assert (await asyncio.to_thread(urlopen, choice, timeout=10)).status == 204
    for _ in range(200):
        if editor.client.shown_documents:
            break
        await asyncio.sleep(0.05)
    (shown,) = editor.client.shown_documents
    assert (shown.uri, shown.selection.start) == (editor.address(SECOND), types.Position(5, 10))

    bad = types.ExecuteCommandParams("argmap.preview", [{**where, "ancestors": ["*"]}])
    with pytest.raises(JsonRpcException, match="neither a scheme nor an origin"):
        await editor.client.workspace_execute_command_async(bad)


@pytest.mark.asyncio
async def test_a_code_is_explained_to_an_editor(editor: Editor) -> None:
    asked = types.ExecuteCommandParams("argmap.explain", ["A103"])
    assert (await editor.client.workspace_execute_command_async(asked)).startswith("# A103: ")


@pytest.mark.asyncio
async def test_what_may_stand_there_is_offered_while_the_line_cannot_be_read(editor: Editor) -> None:
    editor.open(FIRST)
    editor.replace(FIRST, "Quiet towns are good towns.", "Quiet towns are good towns.\n    answers trams: y")
    where = types.TextDocumentIdentifier(editor.address(FIRST))
    text = editor.texts[FIRST]

    asked = types.CompletionParams(where, position(text, text.index("trams: y") + 8))
    found = await editor.client.text_document_completion_async(asked)
    (yes, *_) = found.items
    assert (yes.label, yes.kind, yes.documentation) == ("yes", types.CompletionItemKind.EnumMember, "It should")
    asked = types.CompletionParams(where, types.Position(4, 0))
    snippets = [one for one in (await editor.client.text_document_completion_async(asked)).items if one.kind == 15]
    assert snippets
    assert all(one.insert_text_format == 2 and "${1:" in one.text_edit.new_text for one in snippets)


@pytest.mark.asyncio
async def test_a_place_says_what_it_is_and_where_it_leads(editor: Editor) -> None:
    editor.open(FIRST)
    editor.open(SECOND)
    where = types.TextDocumentIdentifier(editor.address(SECOND))
    text = editor.texts[SECOND]
    trams = position(text, text.index("trams: no"))

    told = await editor.client.text_document_hover_async(types.HoverParams(where, trams))
    assert "Should the town build trams?" in told.contents.value and told.range.start == trams
    (declared,) = await editor.client.text_document_definition_async(types.DefinitionParams(where, trams))
    assert (declared.uri, declared.range.start.line) == (editor.address("arguments/shared/issues.argmap"), 0)
    asked = types.ReferenceParams(types.ReferenceContext(include_declaration=False), where, trams)
    used = await editor.client.text_document_references_async(asked)
    assert [one.uri for one in used] == [editor.address(FIRST), editor.address(SECOND)]
    answers = await editor.client.text_document_implementation_async(types.ImplementationParams(where, trams))
    assert [one.range.start.line for one in answers] == [5, 3]
    lit = await editor.client.text_document_document_highlight_async(types.DocumentHighlightParams(where, trams))
    assert [one.range.start for one in lit] == [trams]


@pytest.mark.asyncio
async def test_grounds_and_consequences_are_shown_as_calls(editor: Editor) -> None:
    editor.open(FIRST)
    where = types.TextDocumentIdentifier(editor.address(FIRST))
    text = editor.texts[FIRST]
    asked = types.CallHierarchyPrepareParams(where, position(text, text.index("dear:")))
    (dear,) = await editor.client.text_document_prepare_call_hierarchy_async(asked)
    assert (dear.name, dear.detail) == ("dear", "Trams cost a lot.")
    (on,) = await editor.client.call_hierarchy_outgoing_calls_async(types.CallHierarchyOutgoingCallsParams(dear))
    (used,) = await editor.client.call_hierarchy_incoming_calls_async(types.CallHierarchyIncomingCallsParams(dear))
    assert (on.to.name, used.from_.name) == ("price", "build")
    assert used.from_ranges[0].start.line == 10


@pytest.mark.asyncio
async def test_a_cue_leads_to_its_source(editor: Editor) -> None:
    root = editor.project
    (root / "argmap.toml").write_text('language = 2\nsources = "texts"\n', encoding="utf-8")
    (root / "texts").mkdir()
    (root / "texts/first.txt").write_text("Of towns.\nWe should build the trams now.\n", encoding="utf-8")
    editor.open(FIRST)
    where = types.TextDocumentIdentifier(editor.address(FIRST))
    links = await editor.client.text_document_document_link_async(types.DocumentLinkParams(where))
    source = (root / "texts/first.txt").as_uri()
    assert [one.target for one in links] == [source, f"{source}#L2"]
    asked = types.DefinitionParams(where, types.Position(7, 12))
    (found,) = await editor.client.text_document_definition_async(asked)
    assert (found.uri, found.range.start, found.range.end) == (source, types.Position(1, 10), types.Position(1, 25))


@pytest.mark.asyncio
async def test_a_cue_leads_to_the_page_of_a_pdf_and_to_no_line_of_it(editor: Editor) -> None:
    root = editor.project
    (root / "argmap.toml").write_text('language = 2\nsources = "texts"\n', encoding="utf-8")
    (root / "texts").mkdir()
    (root / "texts/first.txt").write_bytes(pdf([["Of towns."], ["We should build the trams now."]]))
    editor.open(FIRST)
    where = types.TextDocumentIdentifier(editor.address(FIRST))
    links = await editor.client.text_document_document_link_async(types.DocumentLinkParams(where))
    source = (root / "texts/first.txt").as_uri()
    assert [one.target for one in links] == [source, f"{source}#page=2"]
    asked = types.DefinitionParams(where, types.Position(7, 12))
    (found,) = await editor.client.text_document_definition_async(asked)
    assert (found.uri, found.range.start) == (source, types.Position(0, 0))


@pytest.mark.asyncio
async def test_what_is_shown_beside_a_text(editor: Editor) -> None:
    editor.open(FIRST)
    where = types.TextDocumentIdentifier(editor.address(FIRST))
    document, build, debt = await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(where))
    assert (document.name, build.name, debt.name) == ("first", "build", "debt")
    assert [child.name for child in build.children] == ["quiet", "Quiet towns are good towns.", "dear"]
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("narrow"))
    assert [(one.name, one.container_name, one.location.uri) for one in found] == [
        ("narrow", "second", editor.address(SECOND))
    ]
    folds = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(where))
    assert (5, 11) in [(fold.start_line, fold.end_line) for fold in folds]
    (chosen,) = await editor.client.text_document_selection_range_async(
        types.SelectionRangeParams(where, [types.Position(8, 12)])
    )
    assert chosen.range.start == types.Position(8, 10) and chosen.parent is not None

    whole = await editor.client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(where))
    part = await editor.client.text_document_semantic_tokens_range_async(
        types.SemanticTokensRangeParams(where, types.Range(types.Position(5, 0), types.Position(6, 0)))
    )
    assert tuple(whole.data[:10]) == (0, 0, 8, 2, 0, 0, 9, 5, 4, 1)
    assert len(whole.data) > len(part.data) > 0
    assert len(whole.data) % 5 == 0


@pytest.mark.asyncio
async def test_names_say_whose_they_are_and_claims_who_answers_otherwise(editor: Editor) -> None:
    editor.open(SECOND)
    editor.replace(SECOND, "because narrow: The streets are narrow.", "because first.dear")
    where = types.TextDocumentIdentifier(editor.address(SECOND))
    everything = types.Range(types.Position(0, 0), types.Position(99, 0))
    (hint,) = await editor.client.text_document_inlay_hint_async(types.InlayHintParams(where, everything))
    assert (hint.position, hint.tooltip) == (types.Position(5, 20), "Trams cost a lot.")
    assert "Author A" in hint.label

    shown = await editor.client.text_document_code_lens_async(types.CodeLensParams(where))
    told = [await editor.client.code_lens_resolve_async(lens) for lens in shown]
    titles = {lens.command.title: lens.command for lens in told}
    assert titles["1 disagrees"].command == "argmap.showReferences"
    address, place, places = titles["1 disagrees"].arguments
    assert (address, place["line"] if isinstance(place, dict) else place.line) == (editor.address(SECOND), 3)
    assert list(places) == []


@pytest.mark.asyncio
async def test_what_changed_since_the_last_commit_stands_above_it(started: LanguageClient, project: Path) -> None:
    git = Git.new(project)
    git.commit()
    editor = Editor(started, project)
    text = editor.read(FIRST).replace("because quiet: Trams are quiet.", "because silent: Trams are very quiet.")
    (project / FIRST).write_text(text.replace("Trams cost a lot.", "Trams cost a fortune."), encoding="utf-8")
    await started.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("neovim"),
            workspace_folders=[types.WorkspaceFolder(uri=project.as_uri(), name="project")],
        )
    )
    editor.open(FIRST)
    where = types.TextDocumentIdentifier(editor.address(FIRST))
    for _ in range(400):
        lenses = await started.text_document_code_lens_async(types.CodeLensParams(where))
        told = {lens.range.start.line: lens.command.title for lens in lenses if lens.command is not None}
        if told:
            break
        await asyncio.sleep(0.025)
    assert told[10].startswith("since the last commit: ") and "Trams cost a fortune" in told[10]

    place = position(text, text.index("silent:"))
    asked = types.CodeActionParams(where, types.Range(place, place), types.CodeActionContext(diagnostics=[]))
    actions = {one.title: one for one in await started.text_document_code_action_async(asked)}
    editor.apply(actions["Say that `silent` was `quiet` before"].edit)
    assert "  because silent: Trams are very quiet.\n    was: quiet\n" in editor.texts[FIRST]


COSTS = "issue costs: Does one line cost millions?\n  position dear: It does\n  position cheap: It does not\n"


def answering(editor: Editor, wanted: list[str]) -> list[types.ShowMessageRequestParams]:
    """Let the editor answer with the first of these that it may, and write what it is told to; what it was asked."""
    asked: list[types.ShowMessageRequestParams] = []

    @editor.client.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)
    def ask(params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
        asked.append(params)
        offered = {one.title: one for one in params.actions or ()}
        return next((offered[title] for title in wanted if title in offered), None)

    @editor.client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        for change in params.edit.document_changes or ():
            if isinstance(change, types.CreateFile):
                editor.open(change.uri.removeprefix(f"{editor.project.as_uri()}/"), "")
            elif change.text_document.version is None:
                editor.change(change.text_document.uri.removeprefix(f"{editor.project.as_uri()}/"), change.edits)
            else:
                editor.apply(types.WorkspaceEdit(document_changes=[change]))
        editor.apply(types.WorkspaceEdit(changes=params.edit.changes))
        return types.ApplyWorkspaceEditResult(applied=True)

    return asked


async def said(editor: Editor, beginning: str) -> str:
    """Wait for a message that begins so."""
    for _ in range(400):
        found = [one.message for one in editor.client.messages if one.message.startswith(beginning)]
        if found:
            return found[-1]
        await asyncio.sleep(0.025)
    raise AssertionError(editor.client.messages)


@pytest.mark.asyncio
@pytest.mark.parametrize("wanted", ["This does not answer it", "It is silent on it", "Stop"])
async def test_answers_are_looked_for_where_a_document_is_silent_and_written(editor: Editor, wanted: str) -> None:
    issues = "arguments/shared/issues.argmap"
    for name in (issues, FIRST):
        editor.open(name)
    editor.replace(issues, "actor council", f"{COSTS}\nactor council")
    editor.replace(FIRST, "  source: first.txt\n", "")
    where = types.TextDocumentIdentifier(editor.address(FIRST))
    shown = await editor.client.text_document_code_lens_async(types.CodeLensParams(where))
    lenses = [(await editor.client.code_lens_resolve_async(lens)).command for lens in shown]
    (lens,) = [one for one in lenses if one.title.startswith("silent")]
    assert (lens.title, lens.command) == ("silent on 1 question: none was looked at", "argmap.lookForAnswers")

    asked = answering(editor, [wanted, "It is silent on it"])
    await editor.client.workspace_execute_command_async(types.ExecuteCommandParams(lens.command, lens.arguments))
    told = await said(editor, "argmap: ")
    assert asked and all("on “Does one line cost millions?”: " in one.message for one in asked)
    candidates = [one.message.split("`")[1] for one in asked if "may answer it: " in one.message]
    links = editor.texts.get("arguments/links/first.argmap", "")
    if wanted == "Stop":
        assert (len(asked), "0 answers written" in told) == (1, True)
    elif wanted == "It is silent on it" or not candidates:
        assert (len(asked), "1 answer written" in told) == (1, True)
        assert "  date: 2020\n  silent: costs\n" in editor.texts[FIRST]
    else:
        assert sorted(links.splitlines()) == sorted(f"link first.{one} unrelated-to costs" for one in candidates)
        assert links.splitlines() == sorted(links.splitlines())


@pytest.mark.asyncio
async def test_at_an_issue_it_is_offered_to_say_who_is_silent(editor: Editor) -> None:
    issues = "arguments/shared/issues.argmap"
    for name in (issues, FIRST, SECOND):
        editor.open(name)
    editor.replace(issues, "actor council", f"{COSTS}\nactor council")
    place = position(editor.texts[issues], editor.texts[issues].index("costs:"))
    where = types.TextDocumentIdentifier(editor.address(issues))
    context = types.CodeActionContext(diagnostics=[], only=[types.CodeActionKind.Refactor])
    asked = types.CodeActionParams(where, types.Range(place, place), context)
    offered = {one.title: one for one in await editor.client.text_document_code_action_async(asked)}
    assert list(offered) == [
        "Look for answers in 2 documents silent on it",
        "Say that `first` is silent on `costs`",
        "Say that `second` is silent on `costs`",
    ]
    assert "argmap.lookForAnswers" in str(offered["Look for answers in 2 documents silent on it"].command)
    editor.apply(offered["Say that `second` is silent on `costs`"].edit)
    assert "  author author-b: Author B\n  silent: costs\n" in editor.texts[SECOND]
