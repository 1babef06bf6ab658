"""A page that is shown live: it follows the files, keeps its place, and answers nobody else."""

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from harbour_town import written

pytest.importorskip("playwright.sync_api", reason="comes with the extra `browser`")
from playwright.sync_api import expect

from argmap.api.one_page import PageBuilder, PageOptions
from argmap.api.serving import Serving, serve


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[Serving, Path]]:
    root = written(tmp_path / "live")
    found = serve(PageBuilder(root, PageOptions(sources=root / "sources")), lambda built: built.errors[0].message)
    ended = Event()
    thread = Thread(target=found.run, args=(ended.is_set,))
    thread.start()
    yield found, root
    ended.set()
    thread.join(5)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_saved_is_shown_and_the_place_stays(serving: tuple[Serving, Path], browser: Any) -> None:
    found, root = serving
    tab = browser.new_page(viewport={"width": 1280, "height": 500})
    tab.goto(f"{found.address}#d/first")
    tab.keyboard.press("4")
    expect(tab.locator('li[id="c/first.steel"] > .row')).to_be_visible()
    tab.evaluate("scrollTo(0, 120)")
    tab.locator(".src").evaluate("x => x.scrollTop = 200")
    file = root / "arguments/first.argmap"

    edit(file, "Steel is soft.", "Steel is softer than stone.")
    expect(tab.locator('li[id="c/first.steel"] .t')).to_have_text("Steel is softer than stone.")
    expect(tab.locator('li[id="c/first.steel"] > .row')).to_be_visible()
    assert abs(tab.evaluate("scrollY") - 120) < 5
    assert tab.locator(".src").evaluate("x => x.scrollTop") == 200

    edit(file, "because quiet:", "becuase quiet:")
    expect(tab.locator(".err")).to_contain_text("becuase")
    expect(tab.locator('li[id="c/first.steel"] .t')).to_have_text("Steel is softer than stone.")
    edit(file, "becuase quiet:", "because quiet:")
    expect(tab.locator(".err")).to_have_count(0)
    tab.close()


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
