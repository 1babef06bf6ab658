"""`argmap serve`: the page of a project, made anew whenever a file of it changes, for browsers of this machine alone.

Whoever asks must know a random word of the address, name this machine as the host, and ask from the page itself: other
pages in the same browser get nothing, not even to frame it.  There is the page and its events; no file has an address,
and nothing that is asked for changes anything.  An editor that shows the page beside a text may frame it, and is told
which claim was chosen in it: only the page itself can tell that, and only of claims that there are.
"""

from __future__ import annotations

import gc
import json
import re
import secrets
import sys
from collections.abc import Callable
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore, Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

import attrs

from argmap.api.one_page import PageBuilder
from argmap.workspace.project_files import files_on_disk

if TYPE_CHECKING:
    from argmap.api.one_page import BuiltPage

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_MOST_CONNECTIONS = 24
_PAUSE = 0.05
"""Seconds between two looks at the files."""
_REST = 1.0
"""Seconds without a change after which memory is given back: that takes a while, during which nobody should wait."""
_MOST_MADE = 20
"""Pages that may be made before it is given back all the same."""
_SILENCE = 15.0
"""Seconds after which a browser is told that the server is still there, and the server learns whether it is."""
_WAIT = 30
"""Seconds that a connection may stand without asking."""
_MOST_TOLD = 4000
"""Bytes in which a claim is told."""
_ANCESTOR = re.compile(r"[a-z][a-z0-9+.-]*:|https?://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::(?:[0-9]{1,5}|\*))?")
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
)


@attrs.frozen(kw_only=True)
class State:
    """What is shown now.

    Attributes:
        number: Counts the states.
        html: The last page without an error; empty where there was none yet.
        version: Changes with the page.
        error: What is wrong with the files, for people; empty where nothing is.
        claim: What an editor points at; empty where it points at nothing.
    """

    number: int = 0
    html: str = ""
    version: str = ""
    error: str = ""
    claim: str = ""


@attrs.frozen
class Frame:
    """An editor that shows the page beside its texts.

    Attributes:
        chosen: Told of the claim that was chosen in the page; whether there is such a claim.
        ancestors: What may frame the page, in the words of a Content-Security-Policy: schemes and origins.
    """

    chosen: Callable[[str], bool]
    ancestors: tuple[str, ...] = ()

    @property
    def origins(self) -> frozenset[str]:
        """Those that are named in full, through which an editor in a browser may lead to the page."""
        return frozenset(one for one in self.ancestors if "://" in one and "*" not in one)

    def __attrs_post_init__(self) -> None:
        """See that nothing but schemes and origins is let in.

        Raises:
            ValueError: One is neither.
        """
        for one in self.ancestors:
            if not _ANCESTOR.fullmatch(one):
                raise ValueError(f"`{one}` is neither a scheme nor an origin")


class LivePage:
    """The page of a project as its files are, kept fresh.

    Args:
        builder: What makes it.
        explain: Says what is wrong, for people.
        seen: What tells one state of the project from another; by default its files on the disk.
    """

    def __init__(
        self,
        builder: PageBuilder,
        explain: Callable[[BuiltPage], str],
        seen: Callable[[], object] | None = None,
    ) -> None:
        self._builder = builder
        self._explain = explain
        self._now = seen or self._on_disk
        self._changed = Condition()
        self._seen: object = None
        self.state = State()

    def look(self) -> bool:
        """Make the page anew if a file changed; whether it did."""
        now = self._now()
        if now == self._seen:
            return False
        self._seen = now
        html, error = self.state.html, ""
        try:
            built = self._builder.build()
        except Exception as problem:
            # What a file on the disk does to us, such as to vanish, is no reason to stop showing the page.
            error = str(problem) or type(problem).__name__
        else:
            html, error = (built.html, "") if built.html else (html, self._explain(built))
        version = sha256(html.encode()).hexdigest()[:16]
        with self._changed:
            number = self.state.number + 1
            self.state = attrs.evolve(self.state, number=number, html=html, version=version, error=error)
            self._changed.notify_all()
        return True

    def point(self, claim: str) -> None:
        """Show a claim, wherever the reader is."""
        with self._changed:
            if self.state.claim != claim:
                self.state = attrs.evolve(self.state, number=self.state.number + 1, claim=claim)
                self._changed.notify_all()

    def after(self, number: int, seconds: float) -> State | None:
        """The state behind one that is known; None where none came in that time."""
        with self._changed:
            self._changed.wait_for(lambda: self.state.number > number, seconds)
            return self.state if self.state.number > number else None

    def _on_disk(self) -> object:
        return files_on_disk(self._builder.root, self._builder.options.sources)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = _MOST_CONNECTIONS

    def __init__(self, port: int, live: LivePage, token: str, frame: Frame | None) -> None:
        self.live = live
        self.token = token
        self.frame = frame
        self._free = BoundedSemaphore(_MOST_CONNECTIONS)
        super().__init__((HOST, port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the library has it
        if not self._free.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the library has it
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the library has it
        """A browser that goes away in the middle is nothing to tell of."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = _WAIT
    server_version, sys_version = "argmap", ""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if not self._is_ours():
            self._answer(403, b"this address is for the page itself, on this machine")
        elif not secrets.compare_digest(path.encode(), f"/{self.server.token}/".encode()):
            if secrets.compare_digest(path.encode(), f"/{self.server.token}/events".encode()):
                self._events()
            else:
                self._answer(404, b"there is nothing here")
        else:
            shown = _shown(self.server.live.state, for_editor=self.server.frame is not None)
            self._answer(200, shown.encode("utf-8", "replace"), "text/html; charset=utf-8")

    def do_POST(self) -> None:
        """A claim that was chosen in the page, for the editor that shows it."""
        frame = self.server.frame
        ours = f"/{self.server.token}/chosen".encode()
        if frame is None:
            self._answer(501, b"nothing here can be told anything")
        elif not self._is_from_the_page():
            self._answer(403, b"this is for the page itself, on this machine")
        elif not secrets.compare_digest(self.path.encode(), ours):
            self._answer(404, b"there is nothing here")
        elif frame.chosen(self._claim()):
            self._answer(204, b"")
        else:
            self._answer(404, b"there is no such claim")

    def _claim(self) -> str:
        """The id of the claim that is told of; empty where it is something else."""
        try:
            size = int(self.headers.get("Content-Length") or 0)
            told = json.loads(self.rfile.read(size)) if 0 < size <= _MOST_TOLD else None
        except (ValueError, RecursionError):
            return ""
        claim = told.get("claim") if isinstance(told, dict) else None
        return claim if isinstance(claim, str) else ""

    def _is_from_the_page(self) -> bool:
        """Whether a script of the page itself asks, and nothing that another page can make a browser do."""
        headers = self.headers
        has_origin = headers.get("Origin") is not None and headers.get("Sec-Fetch-Site") in (None, "same-origin")
        return self._is_ours() and has_origin and headers.get("Content-Type") == "application/json"

    def _is_ours(self) -> bool:
        """Whether it is asked for under a name of this machine, and by the page or by the reader."""
        port = self.server.server_port
        origins = {f"http://{name}:{port}" for name in _NAMES}
        origins |= self.server.frame.origins if self.server.frame is not None else set()
        hosts = {one.partition("://")[2] for one in origins}
        origin, site = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site")
        is_own = origin is None or origin in {f"http://{host}" for host in hosts}
        from_frame = site in ("cross-site", "same-site") and self.headers.get("Sec-Fetch-Dest") == "iframe"
        is_framed = self._may_be_framed() and from_frame
        return self.headers.get("Host") in hosts and is_own and (site in (None, "none", "same-origin") or is_framed)

    def _may_be_framed(self) -> bool:
        return self.server.frame is not None and bool(self.server.frame.ancestors)

    def _answer(self, code: int, body: bytes, kind: str = "text/plain; charset=utf-8") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        frame = self.server.frame
        ancestors = " ".join(frame.ancestors) if frame is not None and frame.ancestors else ""
        for name, value in _HEADERS:
            if not ancestors or name != "X-Frame-Options":
                self.send_header(name, value.replace("'none'", ancestors) if ancestors else value)
        super().end_headers()

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known = -1
        while True:
            state = self.server.live.after(known, _SILENCE)
            if state is None:
                self.wfile.write(b":\n\n")
            else:
                known = state.number
                told = json.dumps({"version": state.version, "error": state.error, "claim": state.claim})
                self.wfile.write(f"data: {told}\n\n".encode())
            self.wfile.flush()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - as the library has it
        """Nothing: who asks for the page is the one reader."""


def _shown(state: State, *, for_editor: bool) -> str:
    """The page, which knows which one it is and whether it is for an editor; before there was one, what is wrong."""
    if state.html:
        told = ' data-editor=""' if for_editor else ""
        return state.html.replace("<html ", f'<html data-version="{state.version}"{told} ', 1)
    from argmap.render.page.elements import text

    return f"<!doctype html><meta charset=utf-8><title>argmap</title><pre>{text(state.error)}</pre>"


@attrs.define(eq=False)
class Serving:
    """A page that is being served.

    Attributes:
        address: Where, with the word that nobody can guess.
    """

    address: str
    live: LivePage
    _server: _Server

    def run(self, until: Callable[[], bool] = lambda: False) -> None:
        """Serve, and look at the files, until told to end."""
        thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.5}, daemon=True)
        thread.start()
        made, last = 0, monotonic()
        try:
            while not until():
                started = monotonic()
                if self.live.look():
                    made, last = made + 1, monotonic()
                if made and (started - last > _REST or made > _MOST_MADE):
                    made = 0
                    gc.collect()
                _sleep(max(0.0, _PAUSE - (monotonic() - started)))
        finally:
            self._server.shutdown()
            self._server.server_close()


def _sleep(seconds: float) -> None:
    from time import sleep

    sleep(seconds)


def serve(
    builder: PageBuilder,
    explain: Callable[[BuiltPage], str],
    port: int = 0,
    *,
    seen: Callable[[], object] | None = None,
    frame: Frame | None = None,
) -> Serving:
    """The page of a project at an address of this machine.

    Args:
        builder: What makes the page.
        explain: Says what is wrong with the files, for people.
        port: Where to listen; 0 for wherever there is room.
        seen: What tells one state of the project from another; by default its files on the disk.
        frame: The editor that shows it, if one does.

    Raises:
        OSError: Somebody else listens there.
    """
    live = LivePage(builder, explain, seen)
    live.look()
    token = secrets.token_urlsafe(16)
    server = _Server(port, live, token, frame)
    return Serving(f"http://{HOST}:{server.server_port}/{token}/", live, server)
