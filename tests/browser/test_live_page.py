"""A page that is shown live: it follows the files, and keeps its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from harbour_town import served

pytest.importorskip("playwright.sync_api", reason="comes with the extra `browser`")
from playwright.sync_api import expect

from argmap.api.serving import Frame, Serving


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[Serving, Path]]:
    with served(tmp_path / "live") as found:
        yield found


def test_beside_an_editor_the_page_goes_to_the_cursor_and_tells_what_is_chosen(browser: Any, tmp_path: Path) -> None:
    told: list[str] = []

    def chosen(claim: str) -> bool:
        told.append(claim)
        return True

    with served(tmp_path / "live", Frame(chosen)) as (found, _):
        tab = browser.new_page(viewport={"width": 1280, "height": 700})
        tab.goto(found.address)
        found.live.point("first.steel")
        expect(tab.locator("#panel h2")).to_have_text("Steel is soft.")
        assert told == []
        tab.locator('li[id="c/first.build"] > .row .t').first.click()
        expect(tab.locator("#panel h2")).to_have_text("The town should build trams.")
        tab.wait_for_timeout(300)
        assert told == ["first.build"]
        found.live.point("second.loud")
        expect(tab.locator("#panel h2")).to_have_text("Trams are loud.")
        tab.wait_for_timeout(300)
        assert told == ["first.build"]
        tab.close()


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
