"""A page in the browser of this system, under its real policy; skipped aloud where there is none."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import system_browser
from harbour_town import written

from argmap.api.diffing import diff
from argmap.api.loaded_corpus import load
from argmap.api.one_page import PageOptions, page


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    reason = system_browser.missing()
    if reason:
        warnings.warn(f"NO PAGE WAS TRIED IN A BROWSER: {reason}", stacklevel=1)
        pytest.skip(reason)
    with system_browser.started() as found:
        yield found


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of two texts, one with its source, with maps, and with what changed since the file of one was another."""
    root = written(tmp_path_factory.mktemp("harbour"))
    old = tmp_path_factory.mktemp("before")
    written(old)
    first = old / "arguments/first.argmap"
    changed = first.read_text(encoding="utf-8").replace("air: no", "air: yes").replace("are quiet.", "are very quiet.")
    first.write_text(changed, encoding="utf-8")
    options = PageOptions(sources=root / "sources", maps=True, code="https://example.org/blob/main")
    file = root / "page.html"
    file.write_text(page(load(root), options, diff(str(old), str(root), cwd=root)), encoding="utf-8")
    return file


class Tab:
    """A page, with all that the browser complains of."""

    def __init__(self, tab: Any, address: str) -> None:
        self.tab = tab
        self.address = address
        self.complaints: list[str] = []
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        tab.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        tab.on("request", lambda asked: self._asked(asked.url))

    def _asked(self, address: str) -> None:
        if address.split("#", maxsplit=1)[0] != self.address and not address.startswith(
            self.address.rpartition("/")[0] + "/events"
        ):
            self.complaints.append(f"asked for {address}")

    def at(self, fragment: str = "") -> "Tab":
        self.tab.goto("about:blank")
        self.tab.goto(f"{self.address}{fragment}")
        return self

    def __getattr__(self, name: str) -> Any:
        return getattr(self.tab, name)


@pytest.fixture
def tab(browser: Any, harbour: Path) -> Iterator[Tab]:
    opened = browser.new_page(viewport={"width": 1280, "height": 720})
    found = Tab(opened, harbour.as_uri())
    yield found
    opened.close()
    assert found.complaints == []
