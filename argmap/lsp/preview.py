"""The page of a project beside its text: the page goes to the claim at the cursor, the cursor to a claim in the page.

It is the page of `argmap serve`, made of the same state that is checked, with what is not saved.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from argmap.api.one_page import BuiltPage
    from argmap.api.serving import Serving
    from argmap.lsp.projects import Home
    from argmap.model.claim import Claim
    from argmap.project.corpus_loader import Loaded
    from argmap.project.open_project import ProjectState

_WEBVIEWS = (
    *("vscode-webview:", "vscode-file:", "https://*.vscode-cdn.net"),
    *("http://localhost:*", "http://127.0.0.1:*"),
)
"""What frames a page in Visual Studio Code and its kin, on a desktop and in a browser."""
_MOST_ERRORS = 5
"""Errors that a page tells in place of itself."""


@attrs.frozen
class _Preview:
    serving: Serving
    ended: Event


class Previews:
    """The pages that are shown, one a project.

    Args:
        chosen: Told of a claim that was chosen in a page; in a thread of that page.
    """

    def __init__(self, chosen: Callable[[Home, Claim], None]) -> None:
        self._chosen = chosen
        self._shown: dict[tuple[Home, tuple[str, ...]], _Preview] = {}
        self._lock = Lock()

    def show(self, home: Home, ancestors: tuple[str, ...] = ()) -> Serving:
        """The page of a project, served from now on if it was not already; to make the first takes a while.

        Raises:
            ValueError: Something that may not frame a page is to frame it.
            OSError: There is no room to listen at.
        """
        with self._lock:
            found = self._shown.get((home, ancestors))
            if found is None:
                found = self._shown[home, ancestors] = self._begun(home, ancestors)
            return found.serving

    def point(self, home: Home, claim: str) -> None:
        """Show a claim in the pages of a project, wherever their readers are."""
        for (shown, _), preview in tuple(self._shown.items()):
            if shown is home:
                preview.serving.live.point(claim)

    def let_go(self, home: Home) -> None:
        """Show a project no longer."""
        for key in [key for key in tuple(self._shown) if key[0] is home]:
            self._shown.pop(key).ended.set()

    def end(self) -> None:
        """Show nothing any longer."""
        for home in {home for home, _ in tuple(self._shown)}:
            self.let_go(home)

    def _begun(self, home: Home, ancestors: tuple[str, ...]) -> _Preview:
        # Most who write never look at a page.
        from argmap.api.one_page import PageBuilder, PageOptions
        from argmap.api.serving import Frame, serve

        def chosen(claim: str) -> bool:
            state = home.state
            found = state.loaded.corpus.claims.get(claim) if state is not None else None  # type: ignore[call-overload]
            if found is not None:
                self._chosen(home, found)
            return found is not None

        def loaded() -> Loaded:
            assert home.state is not None
            return home.state.loaded

        builder = PageBuilder(home.root, PageOptions(), loaded)
        serving = serve(builder, _explained, seen=lambda: home.number, frame=Frame(chosen, ancestors))
        ended = Event()
        Thread(target=serving.run, args=(ended.is_set,), name="argmap preview", daemon=True).start()
        return _Preview(serving, ended)


def webviews_of(editor: str) -> tuple[str, ...]:
    """What may frame a page in an editor of that name, where it does not say so itself."""
    return _WEBVIEWS if "Code" in editor or "code-server" in editor else ()


def claim_at(state: ProjectState, file: str, offset: int) -> str:
    """The claim that a place is about: the last that begins at it or above it in its statement; empty where none is."""
    syntax = state.files.get(file)
    statements = syntax.statements if syntax is not None else ()
    statement = next((one for one in statements if one.span.start <= offset <= one.span.end), None)
    if syntax is None or statement is None:
        return ""
    line = syntax.source.position(offset).line
    found, nearest = "", -1
    for claim in state.loaded.corpus.claims.values():
        start = claim.origin.span.start
        is_in = claim.origin.file == file and statement.span.start <= start < statement.span.end
        if is_in and start > nearest and syntax.source.position(start).line <= line:
            found, nearest = claim.id, start
    return found


def _explained(built: BuiltPage) -> str:
    from argmap.report.findings.full import full
    from argmap.report.terminal_text import PLAIN

    return full(built.errors[:_MOST_ERRORS], built.texts, PLAIN, 100)
