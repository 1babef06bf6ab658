"""A page that is shown live: it follows the files, and keeps its place."""

import re
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
    error, view = tab.locator(".err").bounding_box(), tab.locator(".view.on h1").bounding_box()
    assert error is not None and view is not None
    assert error["y"] >= tab.locator(".bar").bounding_box()["height"] - 1
    assert tab.evaluate("document.querySelector('.err').nextElementSibling.id") == "main"
    edit(file, "becuase quiet:", "because quiet:")
    expect(tab.locator(".err")).to_have_count(0)
    expect(tab.locator('li[id="c/first.steel"] > .row')).to_be_visible()
    tab.close()


def test_a_search_a_folded_branch_and_an_open_card_outlast_a_save(serving: tuple[Serving, Path], browser: Any) -> None:
    found, root = serving
    tab = browser.new_page(viewport={"width": 1280, "height": 720})
    tab.goto(f"{found.address}#d/first")
    branch = tab.locator('li[id="c/first.quiet"] > details')
    tab.keyboard.press("4")
    branch.locator("> summary").click()
    tab.locator('li[id="c/first.dear"] .t').click()
    expect(tab.locator("#panel h2")).to_have_text("Trams cost a lot.")
    tab.keyboard.press("/")
    tab.keyboard.type("trams")
    tab.locator("#fd").select_option("second")
    file = root / "arguments/first.argmap"

    edit(file, "Trams cost a lot.", "Trams cost a fortune.")
    expect(tab.locator("#panel h2")).to_have_text("Trams cost a fortune.")
    expect(tab.locator('li[id="c/first.dear"] .t')).to_have_text("Trams cost a fortune.")
    expect(branch).not_to_have_attribute("open", "")
    expect(tab.locator('li[id="c/first.dear"]')).to_have_class(re.compile("cur"))
    expect(tab.locator("#q")).to_have_value("trams")
    expect(tab.locator("#fd")).to_have_value("second")
    expect(tab.locator("#rs")).to_be_visible()
    tab.locator("#q").press("Enter")
    expect(tab.locator(".view.on h1")).to_have_text("No trams")
    tab.close()


def test_what_a_save_adds_and_takes_away_comes_and_goes(serving: tuple[Serving, Path], browser: Any) -> None:
    found, root = serving
    tab = browser.new_page(viewport={"width": 1280, "height": 720})
    tab.goto(f"{found.address}#d/first")
    third = root / "arguments/third.argmap"
    third.write_text(
        "document third: Later\n  author author-c: Cy Calm\n\nclaims wait: Wait.\n  answers trams: later\n",
        encoding="utf-8",
    )
    expect(tab.locator('article[id="d/third"]')).to_have_count(1)
    expect(tab.locator(".view.on h1")).to_have_text("Trams now")
    expect(tab.locator('#matrix th[data-h="third"]')).to_have_count(1)
    tab.goto(f"{found.address}#t/third.wait")
    expect(tab.locator("#panel h2")).to_have_text("Wait.")

    third.unlink()
    expect(tab.locator('article[id="d/third"]')).to_have_count(0)
    expect(tab.locator(".view.on h1")).to_have_text("What should become of the harbour?")
    tab.close()


def test_no_other_name_and_no_other_page_gets_it(serving: tuple[Serving, Path], browser: Any) -> None:
    address = serving[0].address
    tab = browser.new_page()
    assert tab.goto(address.replace("127.0.0.1", "localhost")).status == 200
    # Every name below `localhost` leads a browser to this machine, as a name does to which somebody gave its address.
    assert tab.goto(address.replace("127.0.0.1", "evil.localhost")).status == 403
    expect(tab.locator("h1")).to_have_count(0)

    tab.goto("about:blank")
    tab.set_content(f'<iframe src="{address}"></iframe>')
    expect(tab.frame_locator("iframe").locator("body")).not_to_contain_text("What should become of the harbour?")
    assert tab.frames[1].url.startswith("chrome-error:")
    tab.close()
