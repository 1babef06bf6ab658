"""A page that is served: to whom, and what of it."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from socket import create_connection
from threading import Event
from urllib.parse import urlsplit

import pytest
from harbour_town import served, written

from argmap.api.one_page import PageBuilder, PageOptions
from argmap.api.serving import Frame, LivePage, Serving


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[Serving, Path]]:
    with served(tmp_path / "live") as found:
        yield found


def test_only_the_page_itself_gets_an_answer(serving: tuple[Serving, Path]) -> None:
    found, _ = serving
    address = urlsplit(found.address)
    host = address.netloc

    def asked(path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str]]:
        connection = HTTPConnection(address.hostname or "", address.port, timeout=5)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders())

    code, headers = asked(address.path, Host=host)
    assert code == 200
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert asked(address.path, Host="evil.example")[0] == 403
    assert asked(address.path, Host=host, Origin="https://evil.example")[0] == 403
    assert asked(address.path, Host=host, Sec_Fetch_Site="cross-site")[0] == 403
    assert asked(f"{address.path}events", Host=host, Sec_Fetch_Site="same-site")[0] == 403
    assert asked("/", Host=host)[0] == 404
    assert asked(f"{address.path}../argmap.toml", Host=host)[0] == 404
    assert asked(f"{address.path}arguments/first.argmap", Host=host)[0] == 404
    assert asked(address.path, "POST", Host=host)[0] == 501


def test_an_editor_that_shows_the_page_is_told_of_claims_by_the_page_alone(tmp_path: Path) -> None:
    told: list[str] = []
    claims = {"first.build", "first.quiet"}

    def chosen(claim: str) -> bool:
        told.append(claim)
        return claim in claims

    with served(tmp_path / "live", Frame(chosen, ("vscode-webview:", "https://*.vscode-cdn.net"))) as (found, _):
        address = urlsplit(found.address)
        own = {
            "Host": address.netloc,
            "Origin": f"http://{address.netloc}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/json",
        }

        def asked(method: str, path: str, body: object = None, **headers: str | None) -> tuple[int, dict[str, str]]:
            connection = HTTPConnection(address.hostname or "", address.port, timeout=5)
            changed = {**own, **{name.replace("_", "-"): value for name, value in headers.items()}}
            sent = body if isinstance(body, bytes | None) else json.dumps(body).encode()
            kept = {name: value for name, value in changed.items() if value is not None}
            connection.request(method, f"{address.path}{path}", body=sent, headers=kept)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders())

        def posted(body: object, path: str = "chosen", **headers: str | None) -> int:
            return asked("POST", path, body, **headers)[0]

        assert posted({"claim": "first.build"}) == 204
        assert told == ["first.build"]
        assert posted({"claim": "first.build"}, Origin=None) == 403
        assert posted({"claim": "first.build"}, Origin="null") == 403
        assert posted({"claim": "first.build"}, Origin="https://evil.example") == 403
        assert posted({"claim": "first.build"}, Sec_Fetch_Site="cross-site") == 403
        assert posted({"claim": "first.build"}, Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="iframe") == 403
        assert posted({"claim": "first.build"}, Host="evil.example") == 403
        assert posted({"claim": "first.build"}, Content_Type="text/plain") == 403
        assert posted({"claim": "first.build"}, Content_Type=None) == 403
        assert posted({"claim": "first.build"}, path="events") == 404
        assert told == ["first.build"]
        for nonsense in (b"", b"{", b"[]", {"claim": 7}, {"claim": "x" * 5000}, "first.build", b"\xff"):
            assert posted(nonsense) == 404
        assert set(told) == {"first.build", ""}

        assert asked("GET", "", Origin=None, Sec_Fetch_Site="same-site", Sec_Fetch_Dest="iframe")[0] == 200
        code, headers = asked("GET", "", Origin=None, Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="iframe")
        assert code == 200
        assert "X-Frame-Options" not in headers
        ancestors = "frame-ancestors vscode-webview: https://*.vscode-cdn.net"
        assert headers["Content-Security-Policy"] == ancestors
        assert asked("GET", "", Origin=None, Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="document")[0] == 403


def test_an_editor_in_a_browser_may_lead_to_the_page_under_its_own_name(tmp_path: Path) -> None:
    frame = Frame(lambda claim: True, ("https://*.vscode-cdn.net", "http://code.example:8080"))
    with served(tmp_path / "live", frame) as (found, _):
        address = urlsplit(found.address)

        def asked(host: str) -> int:
            connection = HTTPConnection(address.hostname or "", address.port, timeout=5)
            connection.request("GET", address.path, headers={"Host": host, "Origin": f"http://{host}"})
            return connection.getresponse().status

        assert asked("code.example:8080") == asked(address.netloc) == 200
        assert asked("code.example") == asked("x.vscode-cdn.net") == asked("*.vscode-cdn.net") == 403


@pytest.mark.parametrize(
    "one", ["*", "'self'", "https:; script-src *", "https://a b", "http://x/path", "vscode-webview"]
)
def test_only_schemes_and_origins_may_frame_a_page(one: str) -> None:
    with pytest.raises(ValueError, match="neither a scheme nor an origin"):
        Frame(lambda claim: True, (one,))


def test_more_than_so_many_at_once_are_turned_away(serving: tuple[Serving, Path]) -> None:
    address = urlsplit(serving[0].address)
    assert address.hostname is not None and address.port is not None
    held = [create_connection((address.hostname, address.port), 5) for _ in range(30)]
    try:
        closed = 0
        for one in held[24:]:
            one.settimeout(5)
            closed += one.recv(1) == b""
        assert closed == 6
    finally:
        for one in held:
            one.close()


def test_a_page_is_made_anew_just_where_a_file_changed(tmp_path: Path) -> None:
    root = written(tmp_path / "live")
    live = LivePage(PageBuilder(root, PageOptions()), lambda built: built.errors[0].message)

    assert live.look()
    assert not live.look()
    first = live.state
    file = root / "arguments/second.argmap"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Trams are loud.", "Trams roar, and more."), encoding="utf-8"
    )
    assert live.look()
    assert "Trams roar" in live.state.html
    assert live.state.version != first.version

    file.write_text("document second: B\n  author b: B\nclaims one\n", encoding="utf-8")
    assert live.look()
    assert live.state.error
    assert "Trams roar" in live.state.html


def test_memory_is_given_back_where_nothing_changes_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected = Event()
    monkeypatch.setattr("argmap.api.serving._REST", 0.0)
    monkeypatch.setattr("gc.collect", collected.set)
    with served(tmp_path / "live") as (_, root):
        (root / "arguments/second.argmap").write_text("document second: B\n  author b: B\n", encoding="utf-8")
        assert collected.wait(5)
